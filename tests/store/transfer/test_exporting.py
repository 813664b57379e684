"""What leaves a store is what was asked for, under its name only when it is whole."""

import re
from collections.abc import Callable
from pathlib import Path
from threading import Event
from typing import Any

import msgspec
import pytest
from sqlalchemy import text

from store.database import Store
from store.errors import AnnotatorUnknown, ExportEmpty, FileUnwritable, FormatUnknown, RestrictedArticles
from store.formats.records import ArticleRecord
from store.formats.scheme_records import ProjectRecord
from store.operations import articles, comments, spans, stances, topics
from store.queries import codebook
from store.transfer import ExportOptions, export_file, import_files, stream
from store.values import Holder, Progress


@pytest.fixture
def full(new_store: Callable[..., Store], golden: Path) -> Store:
    """A store with everything in it."""
    store = new_store()
    import_files(store, [golden])
    return store


def read(path: Path) -> tuple[ProjectRecord, list[ArticleRecord]]:
    first, *rest = path.read_bytes().splitlines()
    return msgspec.json.decode(first, type=ProjectRecord), [
        msgspec.json.decode(line, type=ArticleRecord) for line in rest
    ]


def test_restricted_articles_stay_unless_it_is_asked_for(full: Store, tmp_path: Path) -> None:
    with pytest.raises(RestrictedArticles) as caught:
        export_file(full, tmp_path / "out.jsonl")
    assert caught.value.fields == {"count": 1}
    assert not (tmp_path / "out.jsonl").exists()
    export_file(full, tmp_path / "out.jsonl", options=ExportOptions(text="none"))
    export_file(full, tmp_path / "out.jsonl", options=ExportOptions(restricted=True))


def test_without_texts_no_word_of_an_article_leaves(full: Store, tmp_path: Path) -> None:
    out = tmp_path / "out.jsonl"
    export_file(full, out, options=ExportOptions(text="none"))
    project, records = read(out)
    assert project.text == "none"
    assert [(record.text, record.title) for record in records] == [(None, "")] * 3
    assert [record.length for record in records] == [74, 31, 10]
    assert all(record.sha256 for record in records)
    assert records[0].attrs == {"recipe": [["headline", 0, 24], ["body", 28, 74]]}
    assert len(records[0].sets[0].spans) == 3
    assert not re.search(
        "Putin|Kreml räumte|שלום|Politik", b"\n".join(out.read_bytes().splitlines()[1:]).decode()
    )


def test_one_annotator_s_sets_bring_the_models_that_they_were_shown(full: Store, tmp_path: Path) -> None:
    export_file(full, tmp_path / "out.jsonl", options=ExportOptions(annotators=("Ada",), restricted=True))
    _, [record] = read(tmp_path / "out.jsonl")
    assert [item.annotator.name for item in record.sets] == ["Ada", "lesart_de"]


def test_only_finished_sets(full: Store, tmp_path: Path) -> None:
    export_file(full, tmp_path / "out.jsonl", options=ExportOptions(only_done=True, restricted=True))
    _, [record] = read(tmp_path / "out.jsonl")
    assert [item.annotator.name for item in record.sets] == ["gold"]


def test_a_restricted_article_that_is_not_asked_for_is_no_hindrance(full: Store, tmp_path: Path) -> None:
    export_file(
        full,
        tmp_path / "out.jsonl",
        options=ExportOptions(annotators=("Bea",), only_done=False, restricted=True),
    )
    with pytest.raises(ExportEmpty):
        export_file(full, tmp_path / "out.jsonl", options=ExportOptions(annotators=("Bea",), only_done=True))


def test_who_never_annotated_cannot_be_asked_for(full: Store, tmp_path: Path) -> None:
    with pytest.raises(AnnotatorUnknown):
        export_file(
            full, tmp_path / "out.jsonl", options=ExportOptions(annotators=("Ada", "Cem"), restricted=True)
        )


def test_a_format_that_needs_texts_cannot_do_without(full: Store, tmp_path: Path) -> None:
    with pytest.raises(FormatUnknown):
        export_file(full, tmp_path / "out.spacy", format="spacy", options=ExportOptions(text="none"))
    with pytest.raises(FormatUnknown):
        export_file(full, tmp_path / "out.docx", format="docx")


def test_a_cancelled_export_leaves_what_was_there(desk: Any, tmp_path: Path) -> None:
    for number in range(150):
        desk.article(f"Text {number}")
    out = tmp_path / "out.jsonl"
    out.write_text("before")
    stop = Event()
    steps: list[Progress] = []

    def progress(step: Progress) -> None:
        steps.append(step)
        stop.set()

    report = export_file(desk.store, out, progress=progress, cancelled=stop)
    assert (report.cancelled, report.files) == (True, ())
    assert [(step.done, step.total) for step in steps] == [(100, 150)]
    assert out.read_text() == "before"
    assert [path.name for path in tmp_path.iterdir() if path.name.startswith(".")] == []


def test_a_place_that_cannot_be_written_is_an_error_of_its_own(desk: Any, tmp_path: Path) -> None:
    desk.article()
    with pytest.raises(FileUnwritable):
        export_file(desk.store, tmp_path / "nowhere" / "out.jsonl")
    (tmp_path / "folder").mkdir()
    with pytest.raises(FileUnwritable):
        export_file(desk.store, tmp_path / "folder")


def test_pages_are_joined_without_a_seam(desk: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for number in range(7):
        article = desk.article(f"Moskau und Köln {number}")
        desk.suggest(article, ("Moskau", "LOC"), ("Köln", "LOC"))
    export_file(desk.store, tmp_path / "one.jsonl")
    monkeypatch.setattr(stream, "PAGE", 3)
    export_file(desk.store, tmp_path / "many.jsonl")
    assert (tmp_path / "one.jsonl").read_bytes() == (tmp_path / "many.jsonl").read_bytes()


def test_no_transaction_is_open_while_a_page_is_written(
    file_desk: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A gesture between two pages is committed, and an emptied WAL shows that nobody still reads."""
    monkeypatch.setattr(stream, "PAGE", 100)
    ids = [file_desk.article(f"Moskau {number}") for number in range(250)]
    emptied: list[int] = []

    def progress(_: Progress) -> None:
        spans.add(
            file_desk.store, file_desk.work, ids[-1], start=len(emptied), end=len(emptied) + 1, label=None
        )
        with file_desk.store.engine.connect() as conn:
            driver = conn.connection.cursor()
            emptied.append(driver.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()[0])

    export_file(file_desk.store, tmp_path / "out.jsonl", progress=progress)
    assert emptied == [0, 0]
    _, records = read(tmp_path / "out.jsonl")
    assert len(records[-1].sets[0].spans) == 2


def test_the_header_knows_a_topic_that_was_added_meanwhile(
    desk: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(stream, "PAGE", 100)
    ids = [desk.article(f"Moskau {number}") for number in range(120)]

    def progress(_: Progress) -> None:
        with desk.store.read() as conn:
            known = codebook.topics(conn)
        if not known:
            topics.add(desk.store, desk.work, key="late", kind="issue", wording={"de": "spät"})
            with desk.store.read() as conn:
                [topic] = codebook.topics(conn)
            stances.add(
                desk.store,
                desk.work,
                ids[-1],
                holder=Holder("author"),
                label="FAVOR",
                topic_id=topic.id,
                evidence=(0, 6),
            )

    export_file(desk.store, tmp_path / "out.jsonl", progress=progress)
    project, records = read(tmp_path / "out.jsonl")
    assert [topic.key for topic in project.topics] == ["late"]
    assert records[-1].sets[0].stances[0].topic == "late"


def test_times_are_cut_to_the_day_and_bystanders_stay_out(desk: Any, tmp_path: Path) -> None:
    article = desk.article()
    comments.add(desk.store, desk.work, article, text="x", kind="note")
    desk.colleague("Bystander")
    export_file(desk.store, tmp_path / "out.jsonl")
    project, [record] = read(tmp_path / "out.jsonl")
    assert len(project.created_at) == len(record.sets[0].comments[0].at) == 10
    assert [annotator.name for annotator in project.annotators] == ["Ada"]


def test_runs_that_read_the_same_are_said_once(desk: Any, tmp_path: Path) -> None:
    """A model that reads each article as it is opened makes a run for each."""
    for model in ("m", "m", "n", "m"):
        desk.suggest(desk.article(), ("EU", "ORG"), model=model)
    export_file(desk.store, tmp_path / "out.jsonl")
    project, records = read(tmp_path / "out.jsonl")
    names = {annotator.uid: annotator.name for annotator in project.annotators}
    assert [names[run.annotator] for run in project.runs] == ["m", "n"]
    assert [one.run for record in records for one in record.sets] == [1, 1, 2, 1]


def test_no_cursor_has_to_sort(file_desk: Any) -> None:
    """Spans come in the order of their index; only what is rare may be sorted."""
    statements = stream._statements("sqlite")
    with file_desk.store.read() as conn:
        for noun in ("articles", "zones", "sets", "spans"):
            values = (0,) if noun == "articles" else (0, 100)
            plan = conn.exec_driver_sql(f"EXPLAIN QUERY PLAN {statements[noun]}", values).all()
            assert not [row for row in plan if "TEMP B-TREE" in row[3]], noun


def test_an_excluded_article_is_no_training_data(desk: Any, tmp_path: Path) -> None:
    article = desk.article()
    articles.exclude(desk.store, desk.work, article, reason="stub")
    options = ExportOptions(segment=lambda words, _: [match.span() for match in re.finditer(r"\w+", words)])
    with pytest.raises(ExportEmpty):
        export_file(desk.store, tmp_path / "out.spacy", format="spacy", options=options)


def test_rights_of_any_case_count(desk: Any, tmp_path: Path) -> None:
    desk.article(rights="RESTRICTED (dpa)")
    desk.article("frei", rights="unrestricted")
    with pytest.raises(RestrictedArticles) as caught:
        export_file(desk.store, tmp_path / "out.jsonl")
    assert caught.value.fields["count"] == 1
    with desk.store.read() as conn:
        assert conn.execute(text("SELECT count(*) FROM article")).scalar_one() == 2
