"""The page that documents the native format names every field of its records, and no others."""

import re
from pathlib import Path

import pytest

from store.formats import records, scheme_records

HELP = Path(__file__).resolve().parents[3] / "resources" / "help"
STRUCTS = [
    value
    for module in (records, scheme_records)
    for name, value in vars(module).items()
    if name.endswith("Record")
]


@pytest.mark.parametrize("language", ["en", "de"])
def test_every_field_is_documented(language: str) -> None:
    page = (HELP / language / "format-jsonl.md").read_text("utf-8")
    cells = "\n".join(line for line in page.splitlines() if line.startswith("| "))
    documented = set(re.findall(r"`([a-z_0-9]+)`", cells))
    fields = {field for struct in STRUCTS for field in struct.__struct_fields__}
    assert fields - documented == set()
    first = {
        name for line in cells.splitlines() for name in re.findall(r"`([a-z_0-9]+)`", line.split("|")[1])
    }
    assert first - fields == set()
