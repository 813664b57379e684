"""Import, export and suggestions in a child process: progress, reports, refusals, cancelling, the end."""

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from desktop.gui.long_work import ErrandError, LongWork, Telling, show_work
from desktop.gui.translating import number
from desktop.work.errand import Export, Exported, ExportWish, Import, Imported
from store.database import open_store
from store.errors import StoreMissing
from store.formats.protocol import ReadOptions
from store.operations import spans
from store.queries import articles
from store.queries.people import work_of
from store.values import Progress


@pytest.fixture
def work(qtbot: QtBot) -> Iterator[LongWork]:
    made = LongWork()
    yield made
    made.close()


@pytest.mark.parametrize(
    ("progress", "shown"),
    [
        (Progress(0, 0), ("Importing …", 0, 0)),
        (Progress(12_300, 0), ("Importing … {12300}", 0, 0)),
        (Progress(50, 200, "news.jsonl"), ("Importing … news.jsonl", 250, 1000)),
        (Progress(50, 200), ("Importing …", 250, 1000)),
    ],
)
def test_work_whose_end_nobody_knows_says_how_much_is_done(
    progress: Progress, shown: tuple[str, int, int]
) -> None:
    told: list[tuple[str, int, int]] = []

    class Place:
        def show_work(self, words: str, done: int = 0, total: int = 0) -> None:
            told.append((words, done, total))

    show_work(Place(), Telling("Importing", progress))
    # What numbers look like is the language's of when it is told, not of when tests are collected.
    words, done, total = shown
    assert told == [(words.replace("{12300}", number(12_300)), done, total)]


class Heard:
    """What came of an errand."""

    def __init__(self, work: LongWork) -> None:
        self.reports: list[object] = []
        self.errors: list[Exception] = []
        self.told: list[object] = []
        work.told.connect(self.told.append)

    @property
    def is_over(self) -> bool:
        return bool(self.reports or self.errors)


def send(work: LongWork, qtbot: QtBot, wanted: Import | Export) -> Heard:
    heard = Heard(work)
    work.start("Work", wanted, done=heard.reports.append, failed=heard.errors.append)
    assert work.is_running
    qtbot.waitUntil(lambda: heard.is_over, timeout=20_000)
    assert not work.is_running
    return heard


def test_files_are_imported_with_languages_and_zones(
    work: LongWork, qtbot: QtBot, store_path: Path, tmp_path: Path
) -> None:
    text = tmp_path / "new.txt"
    text.write_text("BERLIN (dpa) - Der Bundestag hat am Mittwoch ein Gesetz beschlossen.", encoding="utf-8")
    broken = tmp_path / "broken.jsonl"
    broken.write_text('{"text": "Ein Artikel, der gut ist."}\n{"text": \n', encoding="utf-8")
    heard = send(work, qtbot, Import(str(store_path), (str(text), str(broken)), ReadOptions()))
    report = heard.reports[0]
    assert isinstance(report, Imported)
    assert report.added == 2
    assert [(it.line, it.reason) for it in report.skipped] == [(2, "not_json")]
    assert len(heard.told) > 1
    store = open_store(store_path)
    with store.read() as conn:
        heads = articles.heads(conn, work_of(conn))
        page = articles.page(conn, work_of(conn), next(it.id for it in heads if it.key == "new"))
    assert page.article.language == "de"
    assert [zone.kind for zone in page.zones] == ["dateline"]
    store.close()


@pytest.mark.usefixtures("no_pipeline_loaded")
def test_training_data_for_spacy_is_written_by_the_child_and_spacy_is_not_loaded_here(
    work: LongWork, qtbot: QtBot, store_path: Path, tmp_path: Path
) -> None:
    annotate(store_path)
    out = tmp_path / "out.spacy"
    heard = send(work, qtbot, Export(str(store_path), str(out), ExportWish("spacy")))
    assert heard.errors == []
    report = heard.reports[0]
    assert isinstance(report, Exported)
    assert report.files == (str(out),)
    assert out.exists()
    assert "spacy" not in sys.modules


def test_known_errors_come_back_as_what_they_are(work: LongWork, qtbot: QtBot, tmp_path: Path) -> None:
    heard = send(
        work, qtbot, Export(str(tmp_path / "none.lesart"), str(tmp_path / "out"), ExportWish("jsonl"))
    )
    assert [type(error) for error in heard.errors] == [StoreMissing]


def test_a_child_that_says_nothing_is_an_error(qtbot: QtBot, tmp_path: Path) -> None:
    for command in ([sys.executable, "-c", "pass"], ["/no/such/program"]):
        work = LongWork(command)
        heard = send(work, qtbot, Export("x", "y", ExportWish("jsonl")))
        assert [type(error) for error in heard.errors] == [ErrandError]
        work.close()


def test_a_cancelled_import_keeps_what_was_committed_and_says_so(
    work: LongWork, qtbot: QtBot, store_path: Path, tmp_path: Path
) -> None:
    many = tmp_path / "many.jsonl"
    many.write_text(
        "".join(f'{{"text": "Artikel Nummer {n} ist da."}}\n' for n in range(20_000)), encoding="utf-8"
    )
    heard = Heard(work)
    work.told.connect(lambda telling: work.cancel() if telling.progress.done else None)
    work.start(
        "Import", Import(str(store_path), (str(many),), ReadOptions()),
        done=heard.reports.append, failed=heard.errors.append,
    )  # fmt: skip
    qtbot.waitUntil(lambda: heard.is_over, timeout=20_000)
    report = heard.reports[0]
    assert isinstance(report, Imported)
    assert report.cancelled
    store = open_store(store_path)
    with store.read() as conn:
        assert articles.count(conn, work_of(conn)) == 4 + report.added
    store.close()


def annotate(path: Path) -> None:
    """One span, so that there is something to train with."""
    store = open_store(path)
    with store.read() as conn:
        work = work_of(conn)
    spans.add(store, work, 1, start=4, end=9, label="LOC")
    store.close()


def test_closing_ends_the_child(work: LongWork, qtbot: QtBot, store_path: Path, tmp_path: Path) -> None:
    heard = Heard(work)
    work.start(
        "Export", Export(str(store_path), str(tmp_path / "out.jsonl"), ExportWish("jsonl")),
        done=heard.reports.append, failed=heard.errors.append,
    )  # fmt: skip
    work.close()
    assert not work.is_running
    qtbot.wait(20)
    assert not heard.is_over


def test_what_is_asked_for_while_other_work_is_under_way_follows_it(
    work: LongWork, qtbot: QtBot, store_path: Path, tmp_path: Path
) -> None:
    texts = [tmp_path / "one.txt", tmp_path / "two.txt"]
    heard = Heard(work)
    for text in texts:
        text.write_text(f"Ein Artikel namens {text.stem}.", "utf-8")
        wanted = Import(str(store_path), (str(text),), ReadOptions())
        work.start(text.stem, wanted, done=heard.reports.append, failed=heard.errors.append)
    qtbot.waitUntil(lambda: len(heard.reports) == 2, timeout=60_000)
    assert heard.errors == []
    names = [telling.name for telling in heard.told]  # type: ignore[attr-defined]
    assert list(dict.fromkeys(names)) == ["one", "two"]


def test_what_waits_is_forgotten_with_the_work_that_is_stopped(
    work: LongWork, qtbot: QtBot, store_path: Path, tmp_path: Path
) -> None:
    heard = Heard(work)
    for name in ("one", "two"):
        (tmp_path / f"{name}.txt").write_text(f"Ein Artikel namens {name}.", "utf-8")
        wanted = Import(str(store_path), (str(tmp_path / f"{name}.txt"),), ReadOptions())
        work.start(name, wanted, done=heard.reports.append, failed=heard.errors.append)
    work.stop()
    qtbot.waitUntil(lambda: heard.is_over, timeout=20_000)
    assert not work.is_running
    assert {telling.name for telling in heard.told} == {"one"}  # type: ignore[attr-defined]
