"""Files go in whole or not at all, article by article, and the report names what did not."""

import shutil
import tracemalloc
from collections.abc import Callable
from pathlib import Path
from threading import Event
from typing import Any

import msgspec
import pytest
from msgspec.structs import replace
from sqlalchemy import func, select

from store import search
from store.checking import check
from store.database import Store
from store.errors import FormatUnknown
from store.formats.records import ArticleRecord
from store.operations.imports import undo_import
from store.tables import core as t
from store.transfer import ImportOptions, import_files
from store.transfer.reading import found_files
from store.values import Progress

Source = Callable[..., Path]


@pytest.fixture
def store(new_store: Callable[..., Store]) -> Store:
    return new_store()


def column(store: Store, name: str) -> list[Any]:
    with store.read() as conn:
        return list(conn.scalars(select(t.article.c[name]).order_by(t.article.c.id)))


def counted(store: Store, table: Any) -> int:
    with store.read() as conn:
        return conn.execute(select(func.count()).select_from(table)).scalar_one()


def reasons(report: Any) -> list[tuple[str, int, str, str]]:
    return [(item.path, item.line, item.field, item.reason) for item in report.skipped]


def test_a_text_file_is_an_article_as_it_stands(store: Store, seed: Path) -> None:
    report = import_files(store, [seed / "article.txt"])
    assert (report.added, report.skipped, report.encodings) == (1, (), {})
    assert column(store, "text") == [(seed / "article.txt").read_bytes().decode()]
    assert column(store, "key") == ["article"]


def test_a_folder_is_searched_through(store: Store, tmp_path: Path) -> None:
    folder = tmp_path / "corpus"
    for name in ("b.txt", "a/x.txt", "a/.hidden.txt", ".git/y.txt", "a/picture.png"):
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(f"Text {name}", "utf-8")
    report = import_files(store, [folder])
    assert (report.added, report.skipped) == (2, ())
    assert column(store, "key") == ["a/x", "b"]


def test_each_file_of_two_folders_keeps_a_key_of_its_own(store: Store, tmp_path: Path) -> None:
    for name in ("one", "two"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "1.txt").write_text(f"Text {name}")
    report = import_files(store, [tmp_path / "one", tmp_path / "two"])
    assert report.added == 2
    assert reasons(report) == [("1.txt", 1, "key", "key_taken")]
    first, second = column(store, "key")
    assert first == "1"
    assert second == report.skipped[0].detail
    assert second.startswith("1~")


def test_what_is_there_already_is_reported_and_left_alone(store: Store, source: Source) -> None:
    path = source({"id": 1, "text": "eins"}, {"id": 2, "text": "zwei"}, {"id": 3, "text": "eins"})
    first = import_files(store, [path])
    assert (first.added, first.duplicates) == (2, 1)
    again = import_files(store, [path])
    assert (again.import_id, again.added, again.duplicates) == (None, 0, 3)
    assert [item.detail for item in again.skipped] == ["1", "2", "1"]
    assert counted(store, t.import_) == 1


def test_the_rest_is_imported_when_some_is_broken(store: Store, tmp_path: Path) -> None:
    lines = [
        '{"text": "gut eins"}',
        '{"text": "Offsets", "spans": [[0, 3, "PER"], [4, 8, "PER"]]}',
        '{"text": "   "}',
        '{"text": "zweimal", "spans": [[0, 3, "PER"], [0, 3, "PER"]]}',
        '{"text": "umgekehrt", "spans": [[3, 3, "PER"]]}',
        '{"text": "gut zwei", "spans": [[0, 3, "PER"]]}',
        '{"text": "halb',
    ]
    path = tmp_path / "a.jsonl"
    path.write_text("\n".join(lines))
    report = import_files(store, [path])
    assert column(store, "text") == ["gut eins", "gut zwei"]
    assert reasons(report) == [
        ("a.jsonl", 2, "sets[0].ranges[1]", "wrong_offset"),
        ("a.jsonl", 3, "text", "empty_text"),
        ("a.jsonl", 4, "sets[0].ranges[1]", "repeated"),
        ("a.jsonl", 5, "sets[0].ranges[0]", "wrong_offset"),
        ("a.jsonl", 7, "", "half_written"),
    ]
    assert counted(store, t.annotation_set) == counted(store, t.span) == 1


def test_files_that_cannot_be_read_are_named_and_the_others_are_read(store: Store, tmp_path: Path) -> None:
    (tmp_path / "good.txt").write_text("gut")
    (tmp_path / "noise.txt").write_bytes(bytes(range(256)) * 40)
    (tmp_path / "table.csv").write_text("a,b\n1,2\n")
    (tmp_path / "picture.png").write_bytes(b"\x89PNG\r\n\x1a\n\0\0")
    names = ("nowhere.txt", "noise.txt", "table.csv", "picture.png", "good.txt")
    report = import_files(store, [tmp_path / name for name in names])
    assert column(store, "text") == ["gut"]
    assert sorted(reasons(report)) == [
        ("noise.txt", 0, "", "encoding_unknown"),
        ("nowhere.txt", 0, "", "unreadable"),
        ("picture.png", 0, "", "format_unknown"),
        ("table.csv", 0, "", "missing_text"),
    ]


def test_the_encoding_that_was_found_is_told(store: Store, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes("Gespräche über Köln".encode("cp1252"))
    (tmp_path / "b.csv").write_bytes("text\nGespräche über Bonn\n".encode("utf-16"))
    (tmp_path / "c.txt").write_text("Gespräche über Ulm")
    report = import_files(
        store, [tmp_path / name for name in ("a.txt", "b.csv", "c.txt")], options=ImportOptions(language="de")
    )
    assert report.encodings == {"a.txt": "cp1252", "b.csv": "utf-16"}
    assert column(store, "text") == ["Gespräche über Köln", "Gespräche über Bonn", "Gespräche über Ulm"]


def test_labelled_ranges_and_their_labels_come_in(store: Store, source: Source) -> None:
    report = import_files(
        store, [source({"text": "😀 London 1999", "label": [[2, 8, "LOC"], [9, 13, "DATE"]]})],
        options=ImportOptions(annotator="doccano"),
    )  # fmt: skip
    assert report.new_labels == ("DATE",)
    with store.read() as conn:
        people = list(conn.scalars(select(t.annotator.c.name)))
        rows = conn.execute(select(t.span.c.start, t.span.c.end, t.label.c.code).join(t.label)).all()
        kinds = (
            conn.execute(select(t.label_set.c.kind).join(t.label).where(t.label.c.code == "DATE"))
            .scalars()
            .all()
        )
    assert people == ["Ada", "doccano"]
    assert [tuple(row) for row in rows] == [(2, 8, "LOC"), (9, 13, "DATE")]
    assert kinds == ["entity"]


def test_annotations_of_articles_that_are_there_join_them(store: Store, source: Source) -> None:
    import_files(store, [source({"text": "London", "id": 1})])
    labelled = source({"text": "London", "id": 1, "spans": [[0, 6, "LOC"]]}, name="labelled.jsonl")
    report = import_files(store, [labelled])
    assert (report.added, report.sets_added) == (0, 1)
    assert import_files(store, [labelled]).sets_added == 0
    assert counted(store, t.span) == 1


def test_two_readings_of_one_text_in_one_file(store: Store, golden: Path, tmp_path: Path) -> None:
    first, *rest = golden.read_bytes().splitlines()
    line = next(line for line in rest if b'"rtl"' in line)
    other = line.replace(b"00000000000b", b"0000000000ff").replace(b"Bea", b"Cem")
    path = tmp_path / "two.jsonl"
    path.write_bytes(b"\n".join([first, line, other]) + b"\n")
    report = import_files(store, [path])
    assert (report.added, report.sets_added) == (1, 1)
    assert counted(store, t.annotation_set) == 2


def test_a_person_s_set_finds_the_suggestions_that_are_there(
    store: Store, golden: Path, tmp_path: Path
) -> None:
    project, line, *_ = golden.read_bytes().splitlines()
    record = msgspec.json.decode(line, type=ArticleRecord)
    models = [item for item in record.sets if item.annotator.kind == "model"]
    path = tmp_path / "model.jsonl"
    path.write_bytes(project + b"\n" + msgspec.json.encode(replace(record, sets=models)) + b"\n")
    assert import_files(store, [path]).added == 1
    report = import_files(store, [golden])
    assert (report.added, report.sets_added) == (2, 3)
    origin = t.span.alias("origin")
    with store.read() as conn:
        pairs = select(t.span.c.start, origin.c.start).join(origin, origin.c.id == t.span.c.origin_id)
        assert [tuple(row) for row in conn.execute(pairs.order_by(t.span.c.start))] == [(6, 6), (31, 27)]
    assert list(check(store)) == []


def test_an_import_is_one_step_and_is_taken_back_as_one(store: Store, source: Source) -> None:
    report = import_files(
        store, [source(*({"text": f"Artikel {i}", "spans": [[0, 3, "X"]]} for i in range(120)))]
    )
    with store.read() as conn:
        [change] = conn.execute(select(t.change)).all()
        assert (change.operation, change.patch) == ("article.import", {"import": report.import_id})
        assert len(search.find(conn, "Artikel")) == 120
    assert report.import_id is not None
    undo_import(store, report.import_id)
    assert counted(store, t.article) == counted(store, t.span) == 0


def test_a_cancelled_import_keeps_what_was_committed_and_the_next_one_takes_the_rest(
    store: Store, source: Source
) -> None:
    path = source(*({"text": f"Artikel {i}"} for i in range(130)))
    stop = Event()
    seen: list[Progress] = []

    def progress(step: Progress) -> None:
        seen.append(step)
        if step.done:
            stop.set()

    report = import_files(store, [path], progress=progress, cancelled=stop)
    assert report.cancelled
    assert 0 < report.added == counted(store, t.article) < 130
    assert list(check(store)) == []
    rest = import_files(store, [path])
    assert (rest.added, rest.duplicates, rest.cancelled) == (130 - report.added, report.added, False)
    assert 0 < seen[-1].done < seen[-1].total == path.stat().st_size


def test_progress_counts_the_bytes_of_all_files(store: Store, source: Source) -> None:
    paths = [
        source(*({"text": f"{name} {i}"} for i in range(60)), name=name) for name in ("a.jsonl", "b.jsonl")
    ]
    steps: list[Progress] = []
    import_files(store, paths, progress=steps.append)
    done = [step.done for step in steps]
    assert done == sorted(done)
    assert steps[-1].done <= steps[-1].total == sum(path.stat().st_size for path in paths)
    assert {step.note for step in steps} == {"a.jsonl", "b.jsonl"}


def test_a_format_can_be_named(store: Store, tmp_path: Path) -> None:
    (tmp_path / "data").write_text("text\nHallo\n")
    assert import_files(store, [tmp_path / "data"], format="csv").added == 1
    with pytest.raises(FormatUnknown):
        import_files(store, [tmp_path / "data"], format="nothing")


def test_a_big_file_is_read_in_slices(store: Store, source: Source) -> None:
    path = source(*({"text": f"{i} " + "Wort " * 2000} for i in range(400)))
    import_files(store, [source({"text": "warm"}, name="warm.jsonl")])
    tracemalloc.start()
    assert import_files(store, [path]).added == 400
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert peak < path.stat().st_size / 1.5


def test_reading_stops_at_nothing_that_a_folder_may_hold(tmp_path: Path) -> None:
    (tmp_path / "loop.txt").symlink_to(tmp_path / "loop.txt")
    (tmp_path / "a.txt").write_text("a")
    assert [name for _, name in found_files([tmp_path])] == ["a.txt"]
    assert [name for _, name in found_files([tmp_path / "a.txt", tmp_path / "b.txt"])] == ["a.txt", "b.txt"]


def test_a_store_is_not_hurt_by_a_file_of_another_kind(store: Store, tmp_path: Path) -> None:
    shutil.copy(store.target, tmp_path / "x.lesart")
    report = import_files(store, [tmp_path / "x.lesart"])
    assert [item.reason for item in report.skipped] == ["format_unknown"]


def test_ranges_are_a_short_way_to_write_spans(store: Store, source: Source) -> None:
    ada = {"uid": "a", "name": "Ada", "kind": "person"}
    reading = {"annotator": ada, "ranges": [[0, 3, "LOC"], [4, 6, "NEW"]]}
    both = {**reading, "round": "second", "spans": [{"id": "s1", "start": 7, "end": 14, "label": "LOC"}]}
    line = {"kind": "article", "lesart": 1, "text": "London calling", "sets": [reading, both]}
    report = import_files(store, [source(line)])
    assert (report.added, report.skipped, report.new_labels) == (1, (), ("NEW",))
    s, codes = t.span.c, t.span.join(t.label)
    query = select(s.set_id, s.start, s.end, t.label.c.code, s.made).select_from(codes)
    with store.read() as conn:
        found = conn.execute(query.order_by(s.set_id, s.start, s.end)).all()
    bare = [(0, 3, "LOC", "imported"), (4, 6, "NEW", "imported")]
    assert found == [(1, *it) for it in bare] + [(2, *it) for it in [*bare, (7, 14, "LOC", "typed")]]
    assert list(check(store)) == []
