"""The main job through the real program: correcting by keys, a stance, done, export, and back again."""

import sys
from collections.abc import Callable, Generator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QMessageBox

from desktop.gui.dialogs.export import ExportDraft
from desktop.gui.dialogs.import_articles import ImportDraft
from desktop.gui.paths import user_paths
from desktop.work.errand import ExportWish
from store.database import Store, create, open_store
from store.formats.protocol import ReadOptions
from store.queries import articles, people
from store.transfer import export_file, import_files
from store.values import ArticlePage, ProjectSettings, Work

Tell = Callable[..., int]
Story = Generator[Callable[[], object], None, None]


@pytest.mark.usefixtures("no_pipeline_loaded")
def test_the_sample_corpus_is_read_corrected_and_exported_and_the_export_gives_the_same_again(
    tell: Tell, annotator: Any, tmp_path: Path
) -> None:
    out = tmp_path / "out.jsonl"

    def story() -> Story:
        me = annotator
        yield me.reads
        assert me.page.suggestions, "the embedded model found nothing in the first article"
        me.press(Qt.Key.Key_Tab, Qt.Key.Key_Return, Qt.Key.Key_X)
        yield me.is_settled
        is_organisation = me.window.page.view.hand.thing.label == "ORG"
        me.press(Qt.Key.Key_1 if is_organisation else Qt.Key.Key_2, Qt.Key.Key_Return)
        yield me.is_settled
        assert [it.made for it in me.page.spans].count("accepted") == 2
        assert len(me.page.rejections) == 1
        me.press(Qt.Key.Key_A, Qt.Key.Key_1)
        yield me.is_settled
        assert [it.label for it in me.page.stances] == ["AGAINST"]
        assert me.page.stances[0].parts[0].made == "default"
        me.window.trigger("undo")
        yield me.is_settled
        assert me.page.stances == ()
        me.window.trigger("redo")
        yield me.is_settled
        assert len(me.page.stances) == 1
        first = me.page.article.id
        for _ in range(30):
            if me.page.article.id != first:
                break
            me.finish()
            yield me.is_settled
        assert me.page.article.id != first
        assert me.window.page.queue.progress_text.text().startswith("1 of ")
        me.chores.export(ExportDraft(out, ExportWish("jsonl")))
        yield out.exists

    assert tell(story(), ["--sample"]) == 0
    assert "spacy" not in sys.modules
    assert "thinc" not in sys.modules
    assert_the_same_again(user_paths().sample, out, tmp_path)


def test_a_wire_article_is_imported_suggested_corrected_and_exported_through_the_window(
    tell: Tell, annotator: Any, tmp_path: Path, seed: Path
) -> None:
    project, out = tmp_path / "wire.lesart", tmp_path / "wire.jsonl"
    create(project, name="Wire", settings=ProjectSettings(), person="ada").close()

    def story() -> Story:
        me = annotator
        yield me.window.page.empty.button.isVisible
        me.chores.import_files(ImportDraft((seed / "article.txt",), ReadOptions()))
        yield lambda: me.window.workbench.page is not None
        yield me.reads
        before = len(me.page.suggestions)
        assert before > 20
        assert {zone.kind for zone in me.page.zones} >= {"disclaimer"}
        me.press(Qt.Key.Key_Tab, Qt.Key.Key_Return, Qt.Key.Key_Return, Qt.Key.Key_3)
        yield me.is_settled
        assert len(me.page.spans) == 3
        assert len(me.page.suggestions) == before - 3
        me.chores.export(ExportDraft(out, ExportWish("jsonl")))
        yield out.exists

    assert tell(story(), [str(project)]) == 0
    assert_the_same_again(project, out, tmp_path)


def test_what_was_said_before_a_restart_is_undone_after_it(tell: Tell, annotator: Any) -> None:
    def first() -> Story:
        yield annotator.reads
        annotator.press(Qt.Key.Key_Tab, Qt.Key.Key_Return)
        yield annotator.is_settled
        assert len(annotator.page.spans) == 1

    def second() -> Story:
        yield annotator.reads
        assert len(annotator.page.spans) == 1
        annotator.window.trigger("undo")
        yield annotator.is_settled
        assert annotator.page.spans == ()

    assert tell(first(), ["--sample"]) == 0
    assert tell(second(), ["--sample"]) == 0


def test_a_file_that_is_no_project_is_told_and_the_doors_stay_open(
    tell: Tell, annotator: Any, tmp_path: Path
) -> None:
    foreign = tmp_path / "foreign.lesart"
    foreign.write_bytes(b"something else " * 500)

    def story() -> Story:
        yield lambda: boxes() != []
        assert "foreign.lesart" in boxes()[0].text()
        assert annotator.window.welcome.isVisible()
        boxes()[0].close()

    assert tell(story(), [str(foreign)]) == 0
    assert foreign.read_bytes() == b"something else " * 500


def boxes() -> list[QMessageBox]:
    """Message boxes on screen."""
    return [it for it in QApplication.topLevelWidgets() if isinstance(it, QMessageBox) and it.isVisible()]


def assert_the_same_again(project: Path, out: Path, folder: Path) -> None:
    """Importing the export into an empty store gives the same readings, and the same export."""
    copy = create(folder / "copy.lesart", name="copy", settings=ProjectSettings(), person="nobody")
    report = import_files(copy, [out])
    assert report.skipped == ()
    original = open_store(project)
    assert said(original) == said(copy)
    again = folder / "again.jsonl"
    export_file(copy, again)
    assert bodies(again) == bodies(out)
    original.close()
    copy.close()


def said(store: Store) -> dict[str, object]:
    """By article key: text, and what the person who said anything said."""
    found: dict[str, object] = {}
    with store.read() as conn:
        people_here = [it for it in people.annotators(conn) if it.kind == "person"]
        work = people.work_of(conn)
        for head in articles.heads(conn, work, limit=1000):
            pages = [articles.page(conn, Work(it.id, work.round_id), head.id) for it in people_here]
            found[head.key] = [reading(page) for page in pages if page.set is not None]
    return found


def reading(page: ArticlePage) -> object:
    """What a reading says, without row ids."""
    spans = {it.id: (it.start, it.end, it.label, it.made) for it in page.spans}
    stances = [(it.label, it.holder_kind, spans.get(it.holder_span or -1), it.parts) for it in page.stances]
    rejections = [(it.start, it.end, it.label) for it in page.rejections]
    assert page.set is not None
    return page.article.text, page.set.status, sorted(map(repr, spans.values())), stances, rejections


def bodies(path: Path) -> list[str]:
    """The lines of an export that are articles."""
    lines = path.read_text(encoding="utf-8").splitlines()
    found = [line for line in lines if '"kind":"article"' in line]
    assert found
    return found
