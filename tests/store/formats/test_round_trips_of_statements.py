"""Formats of statements: with the sidecar all comes back; each statement is in the file or listed as lost."""

import csv
import json
import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from store.formats import writer_named
from store.formats.losses import quoted
from store.formats.protocol import ReadOptions, Written
from store.formats.records import (
    VERSION,
    AnnotatorRecord,
    ArticleRecord,
    PartRecord,
    SetRecord,
    SpanRecord,
    StanceRecord,
)
from store.formats.scheme_records import ActorRecord, LabelRecord, LabelSetRecord, ProjectRecord, TopicRecord
from store.transfer.reading import records as records_of
from tests.store.formats.invented import OPTIONS, TEXTS

LEFT_OUT = {"no_topic", "label", "holder", "no_target_in_text", "across_sentences", "no_evidence", "stance"}
"""Kinds of loss that mean: no row."""
ADA = AnnotatorRecord("ada", "Ada", "person")
VALUES = {"FAVOR": 1.0, "NEUTRAL": 0.0, "AGAINST": -1.0, "UNCLEAR": None}
PROJECT = ProjectRecord(
    VERSION, "u", "P", "2026-11-24",
    settings={"language": "de"},
    label_sets=[
        LabelSetRecord(
            "s", "stance", {"en": "S"},
            [LabelRecord(it, {"en": it}, "#111111", "#eeeeee", value=value) for it, value in VALUES.items()],
        )
    ],
    topics=[TopicRecord(f"t{i}", key, "issue", {"de": words}) for i, (key, words) in enumerate(
        [("eu", "EU, \"Beitritt\"; ja\tnein"), ("krieg", "Krieg & Frieden")])],
    actors=[ActorRecord(f"a{i}", name) for i, name in enumerate(["Ada; \"Lind\"", "Rat 😀"])],
)  # fmt: skip


@st.composite
def articles(draw: st.DrawFn) -> list[ArticleRecord]:
    """Articles with statements of any holder toward any topic, actor or words, with evidence or without."""
    found = []
    for number, text in enumerate(draw(st.lists(TEXTS, min_size=1, max_size=3, unique=True))):
        position = st.integers(0, len(text))
        place = st.tuples(position, position).filter(lambda it: it[0] < it[1])
        places = draw(st.lists(place, max_size=3, unique=True))
        spans = [
            SpanRecord(
                f"s{i}", *it, draw(st.sampled_from(["PER", None])), actor=draw(st.sampled_from(["a0", None]))
            )
            for i, it in enumerate(sorted(places), 1)
        ]
        stances = [stance(draw, f"t{i}", spans, place) for i in range(1, draw(st.integers(0, 3)) + 1)]
        status = draw(st.sampled_from(["done", "in_progress"]))
        reading = SetRecord(ADA, "main", status, spans=spans, stances=stances)
        found.append(
            ArticleRecord(
                VERSION, key=f"k{number}", title="Titel", text=text, language="de", author="A. B.",
                published_at="2026-11-24", outlet="Blatt", sets=[reading],
            )
        )  # fmt: skip
    return found


def stance(draw: st.DrawFn, name: str, spans: list[SpanRecord], place: Any) -> StanceRecord:
    ends = [it.id for it in spans]
    holder = draw(st.sampled_from(["author", "outlet", "unspecified", "actor", *(["span"] if spans else [])]))
    target: dict[str, Any] = draw(
        st.sampled_from(
            [
                {"topic": "eu"},
                {"topic": "krieg"},
                {"target_actor": "a1"},
                *({"target_span": it} for it in ends),
            ]
        )
    )
    parts = [
        PartRecord("evidence", *it, draw(st.sampled_from(["marked", "default"])))
        for it in draw(st.lists(place, max_size=2, unique=True))
    ]
    return StanceRecord(
        name, str(uuid4()), draw(st.sampled_from(list(VALUES))), holder,
        level=draw(st.sampled_from(["statement", "article"])),
        holder_span=draw(st.sampled_from(ends)) if holder == "span" else None,
        holder_actor="a0" if holder == "actor" else None,
        parts=parts, **target,
    )  # fmt: skip


def lines(path: Path) -> int:
    return sum(1 for line in path.read_text("utf-8").split("\n") if line)


def targets(path: Path) -> int:
    return sum(len(json.loads(line)["targets"]) for line in path.read_text("utf-8").split("\n") if line)


def cells(path: Path) -> int:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return sum(1 for _ in csv.DictReader(file, delimiter=";" if "dna" in path.stem else ","))


def sheet(path: Path) -> int:
    openpyxl = pytest.importorskip("openpyxl", reason="openpyxl is not installed")
    return sum(1 for _ in openpyxl.load_workbook(path).active.iter_rows()) - 1


def statements(path: Path) -> int:
    with closing(sqlite3.connect(path)) as connection:
        return connection.execute("SELECT COUNT(*) FROM STATEMENTS").fetchone()[0]


ROWS: dict[str, Callable[[Path], int]] = {
    "xstance": lines,
    "semeval": lambda path: lines(path) - 1,
    "newsmtsc": targets,
    "newsmtsc-all": targets,
    "statements-csv": cells,
    "statements-xlsx": sheet,
    "dna": statements,
    "dna-events": cells,
    "dna-events-plain": cells,
}
"""How many statements a file has, counted without our readers."""


def read(folder: Path, written: Written) -> list[ArticleRecord]:
    """What our readers make of the file itself; files beside it are no articles."""
    return [
        item
        for _, _, item in records_of([(folder / written.files[0], written.files[0])], ReadOptions())
        if isinstance(item, ArticleRecord)
    ]


@pytest.mark.parametrize("name", ROWS)
@settings(deadline=None, max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(records=articles())
def test_a_file_with_its_sidecar_comes_back_whole_and_what_it_lacks_is_listed(
    tmp_path: Path, name: str, records: list[ArticleRecord]
) -> None:
    folder = tmp_path / str(uuid4())
    folder.mkdir()
    writer: Any = writer_named(name)
    written = writer.write(
        folder / f"{name}{writer.suffixes[0]}", PROJECT, records, replace(OPTIONS, evidence="any")
    )
    assert [replace(it, sha256=None, length=None) for it in read(folder, written)] == records
    texts = {it.key: it.text or "" for it in records}
    assert all(it.words == quoted(texts[it.article], it.start, it.end) for it in written.losses)
    rows = ROWS[name](folder / written.files[0])
    shutil.rmtree(folder)
    annotated = sum(len(item.stances) for it in records for item in it.sets)
    listed = [it for it in written.losses if it.kind in LEFT_OUT]
    assert rows + len(listed) == annotated, [(it.kind, it.what) for it in written.losses]
