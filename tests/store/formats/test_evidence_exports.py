"""Which evidence counts in exports of statements."""

import csv
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest
from sqlalchemy import select

from desktop.nlp.segmentation import sentences
from store.database import Store
from store.operations import stances, topics
from store.tables import core as t
from store.transfer import ExportOptions, export_file, import_files
from store.values import Holder

SENTENCES = ExportOptions(sentences=sentences)

UNMARKED = "Der Rat tagt. Der Kreml lobt die EU. Berlin zweifelt."


@pytest.fixture
def unmarked(desk: Any) -> Any:
    """A stance that nobody marked the evidence of: the automatic sentence stands there."""
    article = desk.article(UNMARKED, key="unmarked")
    topic = topics.add(desk.store, desk.work, key="eu", kind="issue", wording={"de": "EU"}).entry
    stances.add(
        desk.store,
        desk.work,
        article,
        holder=Holder("span"),
        holder_range=desk.place(article, "Kreml"),
        label="FAVOR",
        topic_id=topic,
        target_range=desk.place(article, "EU"),
        evidence=(14, 36),
    )
    return desk


ANY = ExportOptions(sentences=sentences, evidence="any")
SENTENCE = "Der Kreml lobt die EU."


@pytest.mark.parametrize("name", ["xstance", "semeval"])
def test_a_form_that_needs_the_words_of_evidence_lists_what_has_no_marked_one_and_the_sidecar_keeps_it(
    exported: Any, native: Any, unmarked: Any, new_store: Callable[..., Store], tmp_path: Path, name: str
) -> None:
    other = stances.add(
        unmarked.store, unmarked.work, 1, holder=Holder("author"), label="AGAINST", topic_id=1
    ).stance
    stances.set_parts(unmarked.store, unmarked.work, other, role="evidence", ranges=[(37, 53)])
    report = exported(unmarked.store, tmp_path, name)
    assert [(it.kind, UNMARKED[it.start : it.end]) for it in report.losses] == [
        ("no_evidence", "Kreml lobt die EU")
    ]
    assert SENTENCE not in report.files[0].read_text("utf-8")
    copy = new_store("copy.lesart")
    import_files(copy, [report.files[0]])
    assert native(copy, tmp_path) == native(unmarked.store, tmp_path)
    asked = export_file(unmarked.store, report.files[0], format=name, options=ANY)
    assert (asked.losses, SENTENCE in report.files[0].read_text("utf-8")) == ((), True)


@pytest.mark.parametrize(("options", "wanted"), [(SENTENCES, ("", "", "")), (ANY, (SENTENCE, "14-36", "no"))])
def test_tables_leave_evidence_that_nobody_marked_out_unless_asked(
    unmarked: Any, tmp_path: Path, options: ExportOptions, wanted: tuple[str, ...]
) -> None:
    export_file(unmarked.store, tmp_path / "out.csv", format="statements-csv", options=options)
    with (tmp_path / "out.csv").open(encoding="utf-8", newline="") as file:
        (row,) = csv.DictReader(file)
    assert (row["evidence"], row["evidence_ranges"], row["evidence_marked"]) == wanted


@pytest.mark.parametrize(
    ("options", "place", "text", "kinds"),
    [(SENTENCES, "Kreml lobt die EU", "", ["ends"]), (ANY, SENTENCE, SENTENCE, [])],
)
def test_dna_has_a_statement_without_marked_evidence_from_its_holder_to_its_target(
    unmarked: Any, tmp_path: Path, options: ExportOptions, place: str, text: str, kinds: list[str]
) -> None:
    report = export_file(unmarked.store, tmp_path / "out.dna", format="dna", options=options)
    assert [loss.kind for loss in report.losses] == kinds
    with closing(sqlite3.connect(tmp_path / "out.dna")) as connection:
        start, stop = connection.execute("SELECT Start, Stop FROM STATEMENTS").fetchone()
    assert UNMARKED[start:stop] == place
    export_file(unmarked.store, tmp_path / "events.csv", format="dna-events", options=options)
    with (tmp_path / "events.csv").open(encoding="utf-8", newline="") as file:
        (event,) = csv.DictReader(file, delimiter=";")
    assert UNMARKED[int(event["start_position"]) : int(event["stop_position"])] == place
    assert event["text"] == text


@pytest.mark.parametrize(("options", "shown"), [(SENTENCES, False), (ANY, True)])
def test_brat_marks_the_automatic_sentence_only_when_asked_and_knows_it_in_its_note(
    unmarked: Any, new_store: Callable[..., Store], tmp_path: Path, options: ExportOptions, shown: bool
) -> None:
    export_file(unmarked.store, tmp_path / "out.zip", format="brat", options=options)
    with ZipFile(tmp_path / "out.zip") as archive:
        [name] = [it for it in archive.namelist() if it.endswith(".ann")]
        lines = archive.read(name).decode().splitlines()
    assert any(SENTENCE in line and line.startswith("T") for line in lines) is shown
    copy = new_store("copy.lesart")
    topics.add(copy, unmarked.work, key="eu", kind="issue", wording={"de": "EU"})
    assert import_files(copy, [tmp_path / "out.zip"]).skipped == ()
    with copy.read() as conn:
        assert conn.execute(select(t.stance_part.c.start, t.stance_part.c.made)).all() == [(14, "default")]
