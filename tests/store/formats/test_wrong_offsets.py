"""A position out of the text is named with file, line and field; what is sound beside it comes in."""

import re
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from store.database import Store
from store.transfer import import_files

GOLDEN = Path(__file__).resolve().parents[2] / "golden"
FAR = "99999"
CASES = {
    "exports/hf.jsonl": ('"end":11', f'"end":{FAR}', "spans[0]", "wrong_offset", 1),
    "exports/doccano-relations.jsonl": (
        r'"end_offset":\d+', f'"end_offset":{FAR}', "entities[0]", "wrong_offset", 1,
    ),
    "exports/prodigy-spans.jsonl": (
        r'("spans":.{1,20}"end":)\d+', rf"\g<1>{FAR}", "spans[0]", "wrong_offset", 1,
    ),
    "exports/newsmtsc-all.jsonl": (r'"to":\d+', f'"to":{FAR}', "targets[0]", "wrong_offset", 0),
    "freibad.json": ('"end": 29', f'"end": {FAR}', "entities[0]", "wrong_offset", 0),
}  # fmt: skip
"""A golden file, a position in it, what it becomes, and what is told; how many articles come in."""


@pytest.mark.parametrize("name", CASES)
def test_a_position_out_of_the_text_is_named(
    new_store: Callable[..., Store], tmp_path: Path, name: str
) -> None:
    position, far, field, reason, added = CASES[name]
    source = GOLDEN / name
    for beside in source.parent.glob(f"{source.stem}.*"):
        if beside.suffix in (".features", ".txt", ".map"):
            (tmp_path / beside.name).write_bytes(beside.read_bytes())
    text, count = re.subn(position, far, source.read_text("utf-8"), count=1)
    assert count == 1
    (tmp_path / source.name).write_text(text, "utf-8")
    report = import_files(new_store(), [tmp_path / source.name])
    [told] = [it for it in report.skipped if it.reason not in ("duplicate", "topic_proposed")]
    assert (told.path, told.field, told.reason, report.added) == (source.name, field, reason, added)
    assert told.line == 1
    assert FAR in told.detail


def test_a_statement_of_dna_out_of_its_text_is_named(new_store: Callable[..., Store], tmp_path: Path) -> None:
    with closing(sqlite3.connect(tmp_path / "x.dna")) as connection:
        connection.executescript((GOLDEN / "exports" / "dna.sql").read_text("utf-8"))
        connection.execute(f"UPDATE STATEMENTS SET Stop = {FAR} WHERE ID = (SELECT MIN(ID) FROM STATEMENTS)")
        connection.commit()
    report = import_files(new_store(), [tmp_path / "x.dna"])
    assert [(it.path, it.detail) for it in report.skipped] == [("x.dna", f"28-{FAR}")]
    assert report.added == 1
