"""Of formats that only other programs read: what was annotated is what they find plus what was listed."""

import csv
import json
import shutil
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest
import spacy
from hypothesis import HealthCheck, given, settings
from spacy.tokens import DocBin

from store.formats import writer_named
from store.formats.losses import quoted
from store.formats.readings import FORMS, chosen
from store.formats.records import ArticleRecord
from tests.store.formats.invented import OPTIONS, PROJECT, articles

Row = tuple[str, int, int, str]
"""Annotator, range, and what the span is called there: its label and form."""


def by_spacy(path: Path) -> Iterator[Row]:
    for doc in DocBin().from_disk(path).get_docs(spacy.blank("xx").vocab):
        who = doc.user_data["lesart"]["annotator"]["name"]
        for span in [*doc.spans["sc"], *doc.spans["mentions"]]:
            yield who, span.start_char, span.end_char, span.label_


def by_pyarrow(path: Path) -> Iterator[Row]:
    parquet = pytest.importorskip("pyarrow.parquet", reason="pyarrow is not installed")
    for row in parquet.read_table(path).to_pylist():
        for span in row["spans"]:
            yield row["annotator"], span["start"], span["end"], span["label"]


def by_csv(path: Path) -> Iterator[Row]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        for row in csv.DictReader(file):
            yield row["annotator"], int(row["start"]), int(row["end"]), called(row["label"], row["form"])


def by_openpyxl(path: Path) -> Iterator[Row]:
    openpyxl = pytest.importorskip("openpyxl", reason="openpyxl is not installed")
    head, *rows = openpyxl.load_workbook(path).active.iter_rows(values_only=True)
    for cells in rows:
        row = dict(zip(head, cells, strict=True))
        yield row["annotator"], int(row["start"]), int(row["end"]), called(row["label"], row["form"])


def by_json(path: Path) -> Iterator[Row]:
    for item in json.loads(path.read_text("utf-8"))["items"]:
        position = item["target"]["selector"][0]
        name = item.get("body", {}).get("value", "MENTION")
        yield item["creator"]["name"], position["start"], position["end"], name


def called(label: str | None, form: str) -> str:
    return f"{label}{FORMS[form]}" if label else "MENTION"


READ: dict[str, Callable[[Path], Iterator[Row]]] = {
    "spacy": by_spacy,
    "hf-parquet": by_pyarrow,
    "spans-csv": by_csv,
    "spans-xlsx": by_openpyxl,
    "web-annotation": by_json,
}


@pytest.mark.parametrize("name", READ)
@settings(deadline=None, max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(records=articles())
def test_annotated_is_found_by_others_plus_listed(
    tmp_path: Path, name: str, records: list[ArticleRecord]
) -> None:
    folder = tmp_path / str(uuid4())
    folder.mkdir()
    writer: Any = writer_named(name)
    written = writer.write(folder / f"out{writer.suffixes[0]}", PROJECT, records, OPTIONS)
    found = Counter(row for file in written.files for row in READ[name](folder / file))
    shutil.rmtree(folder)
    texts = {it.key: it.text or "" for it in records}
    assert all(it.words == quoted(texts[it.article], it.start, it.end) for it in written.losses)
    annotated: Counter[Row] = Counter()
    lost: Counter[Row] = Counter()
    losses = Counter((it.article, it.start, it.end, it.what) for it in written.losses if it.kind in SPANS)
    for record in records:
        for item in chosen(record.sets, ()):
            for span in item.spans:
                row = item.annotator.name, span.start, span.end, called(span.label, span.form)
                annotated[row] += 1
                place = record.key, span.start, span.end, span.label or "mention"
                if (annotated - found)[row] > lost[row] and losses[place]:
                    losses[place] -= 1
                    lost[row] += 1
    assert found - annotated == Counter(), "nothing is invented"
    assert annotated == found + lost
    assert losses.total() == 0, "nothing is listed that is there"


SPANS = {"mention", "inside_token", "starts_inside", "ends_inside", "between_tokens", "name"}
"""Losses of whole spans."""
