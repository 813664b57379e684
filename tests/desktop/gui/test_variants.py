"""What the model nearly suggests, in the real window: it comes when an article is open, where it may."""

from pathlib import Path

import msgspec
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop.gui import opening, reading, storing
from desktop.gui.app import Program
from desktop.gui.article_view.hand import Edge
from desktop.gui.model_worker import Answer
from desktop.gui.preparing import shown
from store.guard import MOST
from store.operations.people import join
from store.values import PredictedSpan, ProjectSettings

PATIENCE = 30_000


def variants(program: Program) -> list[tuple[str, str]]:
    scene = program.window.page.view.canvas.scene
    assert scene is not None
    return [(scene.text[it.start : it.end], it.label) for it in scene.variants]


def test_another_reading_is_one_key_away_and_stored_by_the_next(opened: Program, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: bool(variants(opened)), timeout=PATIENCE)
    view = opened.window.page.view
    view.setFocus()
    QTest.keyClick(view, Qt.Key.Key_Tab)
    qtbot.waitUntil(lambda: view.hand.thing is not None, timeout=PATIENCE)
    thing = view.hand.thing
    assert thing is not None
    QTest.keyClick(view, "v")
    assert isinstance(view.hand.focus, Edge)
    assert view.hand.focus.label == "ORG"
    QTest.keyClick(view, Qt.Key.Key_Tab)
    qtbot.waitUntil(lambda: not opened.workbench.gestures.is_busy, timeout=PATIENCE)
    page = opened.workbench.page
    assert page is not None
    assert [(it.start, it.end, it.label, it.origin) for it in page.spans] == [
        (thing.start, thing.end, "ORG", thing.id)
    ]


def test_what_the_project_does_not_suggest_is_not_nearly_suggested_either() -> None:
    spans = (PredictedSpan(0, 3, "ORG"), PredictedSpan(0, 3, "MISC"), PredictedSpan(0, 3, "LOC", "derived"))
    answer = Answer(1, "m", "1", "m", spans)
    assert [it.label for it in shown(answer, ProjectSettings())] == ["ORG"]
    assert shown(answer, ProjectSettings(hidden={"m": ("ORG",)})) == ()


def test_an_article_that_is_to_be_read_without_suggestions_gets_none(store_path: Path) -> None:
    project = opening.open_project(store_path, "ada")
    try:
        storing.change_settings(project, ProjectSettings(unaided_share=MOST))
        book, articles = reading.read_codebook(project), range(1, 5)
        people = (
            msgspec.structs.replace(project, work=join(project.store, f"reader {n}")) for n in range(50)
        )
        # Which articles these are is dealt by chance, for each reader anew.
        mixed = ((it, [reading.read_page(it, article).unaided for article in articles]) for it in people)
        reader, unaided = next((it, dealt) for it, dealt in mixed if len(set(dealt)) == 2)
        wanted = [reading.wanted_of(reader, book, [it, *articles]) for it in articles]
        assert [not any(it.varies for it in found) for found in wanted] == unaided
        assert all(len([it for it in found if it.varies]) <= 1 for found in wanted)
    finally:
        project.store.close()
