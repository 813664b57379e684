"""Evidence suggestions in the view: nothing while off; shown, taken, refused and undone where on."""

from collections.abc import Callable
from typing import Any

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QPoint, Qt
from pytestqt.qtbot import QtBot

from desktop.gui import commands as c
from desktop.gui.article_view import gutter, scene
from desktop.gui.article_view.hand import EvidenceInHand, HalfMade, Nothing
from desktop.gui.article_view.view import ArticleView
from store.values import Holder, Stance, StancePart, Touched

TEXT = "Der Kreml hat die Vorwürfe zurückgewiesen. Lena Vogt begrüßte 😀 den Plan. In Görlitz regnet es."
STEP = Touched(1, "operation", (1,), frozenset())
REFUSED, WELCOMED = "zurückgewiesen", "begrüßte"


def page_of(make: Any) -> Any:
    return make.page(TEXT, spans=(make.span(TEXT, 1, "Kreml", "ORG"),))


@pytest.fixture
def show(view: ArticleView, make: Any) -> Callable[..., None]:
    """Shows a page of the project that suggests evidence."""

    def open_(page: Any, *, on: bool = True, actors: tuple[str, ...] = ("Lena Vogt",)) -> None:
        book = make.codebook._replace(suggests_evidence=on, actors=actors)
        segmented = make.scene(page).segmentation
        view.show_page(page, codebook=book, tokens=segmented.tokens, sentences=segmented.sentences)

    return open_


def cue_in_hand(view: ArticleView) -> str:
    focus = view.hand.focus
    assert isinstance(focus, EvidenceInHand)
    return TEXT[focus.start : focus.end]


def test_nothing_is_computed_while_the_switch_is_off(
    view: ArticleView, show: Any, make: Any, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []
    for name in ("cue_sentences", "named", "waiting"):
        monkeypatch.setattr(scene, name, lambda *_, name=name: asked.append(name) or [])
    show(page_of(make), on=False)
    view.grab()
    qtbot.keyClick(view, Qt.Key.Key_Tab)
    view.update_page(replace(page_of(make), spans=()))
    view.grab()
    assert asked == []
    show(page_of(make), on=True)
    view.grab()
    view.update_page(replace(page_of(make), spans=()))
    view.grab()
    # The text is looked through once, however often the page changes.
    assert asked == ["cue_sentences", "named", "waiting", "waiting"]


def test_tab_goes_to_suggested_evidence_after_the_entities(
    view: ArticleView, show: Any, make: Any, qtbot: QtBot
) -> None:
    show(replace(page_of(make), suggestions=(make.suggested(TEXT, 9, "Görlitz", "LOC"),)))
    qtbot.keyClick(view, Qt.Key.Key_Tab)
    assert view.hand.thing is not None
    show(page_of(make))
    seen: list[str] = []
    for _ in range(3):
        qtbot.keyClick(view, Qt.Key.Key_Tab)
        seen.append(cue_in_hand(view))
    assert seen == [REFUSED, WELCOMED, REFUSED]


def test_enter_takes_the_actor_as_holder_and_the_sentence_as_evidence_without_a_label(
    view: ArticleView, show: Any, make: Any, qtbot: QtBot
) -> None:
    show(page_of(make))
    qtbot.keyClick(view, Qt.Key.Key_Tab)
    qtbot.keyClick(view, Qt.Key.Key_Return)
    sentence = (0, TEXT.index(" Lena"))
    half = view.hand.statement
    assert isinstance(half, HalfMade)
    assert (half.holder, half.label) == (Holder("span", span=1), None)
    assert half.evidence is not None
    assert TEXT[slice(*half.evidence)].strip() == TEXT[slice(*sentence)]
    qtbot.keyClick(view, Qt.Key.Key_A)
    assert isinstance(view.hand.statement, HalfMade)
    assert view.hand.statement.label == "AGAINST"


def test_a_side_takes_it_too_and_a_name_of_the_codebook_becomes_a_mention(
    view: ArticleView, show: Any, make: Any, qtbot: QtBot
) -> None:
    asked: list[c.Command] = []
    view.asked.connect(asked.append)
    show(page_of(make))
    for key in (Qt.Key.Key_Tab, Qt.Key.Key_Tab, Qt.Key.Key_F, Qt.Key.Key_1):
        qtbot.keyClick(view, key)
    (made,) = asked
    assert isinstance(made, c.AddStance)
    assert (made.label, made.topic, made.holder_range) == ("FAVOR", 1, make.range(TEXT, "Lena Vogt"))
    assert made.evidence is not None
    assert TEXT[slice(*made.evidence)].strip() == "Lena Vogt begrüßte 😀 den Plan."


def test_x_refuses_it_and_goes_on_and_undo_brings_it_back_into_the_hand(
    view: ArticleView, show: Any, make: Any, qtbot: QtBot
) -> None:
    page = page_of(make)
    stretch = make.range(TEXT, REFUSED)
    show(page)

    def refuse(command: c.Command) -> None:
        assert command == c.RefuseCue(*stretch)
        view.hold()
        view.update_page(replace(page, cue_refusals=(stretch,)), STEP)
        view.release()

    view.asked.connect(refuse)
    qtbot.keyClick(view, Qt.Key.Key_Tab)
    qtbot.keyClick(view, Qt.Key.Key_X)
    assert cue_in_hand(view) == WELCOMED
    view.update_page(page, STEP)
    assert cue_in_hand(view) == REFUSED


def test_what_has_a_stance_or_was_refused_or_stands_aside_is_not_suggested(make: Any) -> None:
    book = make.codebook._replace(suggests_evidence=True, actors=("Lena Vogt",))

    def cues(page: Any) -> list[str]:
        return [TEXT[it.start : it.end] for it in make.scene(page).with_codebook(book).evidence]

    page = page_of(make)
    whole = (0, TEXT.index(" Lena"))
    evidence = StancePart("evidence", 0, *whole, "default")
    stance = Stance(5, "5", "statement", "span", "AGAINST", holder_span=1, topic=1, parts=(evidence,))
    assert cues(page) == [REFUSED, WELCOMED]
    assert cues(replace(page, stances=(stance,))) == [WELCOMED]
    assert cues(replace(page, cue_refusals=(make.range(TEXT, WELCOMED),))) == [REFUSED]


def test_a_click_on_the_stroke_in_the_margin_takes_it_in_hand(
    view: ArticleView, show: Any, make: Any, qtbot: QtBot
) -> None:
    show(page_of(make))
    view.grab()
    shown = view.canvas.scene
    assert shown is not None
    corner = gutter.suggested_rect(view.canvas.column, shown.evidence[0]).center()
    point = QPoint(round(corner.x()), round(corner.y() - view.canvas.top))
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=point)
    assert cue_in_hand(view) == REFUSED
    qtbot.keyClick(view, Qt.Key.Key_Escape)
    assert isinstance(view.hand.focus, Nothing)
