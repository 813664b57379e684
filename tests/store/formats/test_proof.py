"""Each format has its proofs: a golden file, a round trip of invented readings, damage."""

from itertools import chain
from pathlib import Path

import pytest

from store.formats import READERS, WRITERS
from store.formats.problems import Skipped
from store.transfer.reading import found_files, recognised
from tests.store.formats import test_damaged_files as damaged
from tests.store.formats import test_round_trips as round_trips
from tests.store.formats import test_round_trips_of_statements as of_statements
from tests.store.formats import test_written_only as written_only

GOLDEN = Path(__file__).resolve().parents[2] / "golden"
NATIVE = {"jsonl"}
"""Has the store's own round trip: `tests/store/transfer/test_round_trip.py`."""
BY_CONTENT = {"spacy", "hf-parquet", "spans-xlsx", "statements-xlsx", "dna", "jsonl"}
"""Formats whose bytes are another program's: `tests/golden/test_golden.py` compares what they say."""
SUMS = {"network-graphml", "network-gexf", "network-csv"}
"""What is counted cannot come back: `test_network_files.py` and networkx look at the sums."""
OTHERS = {"conll2002": "conll2003", "dna": "dna"}
"""Readers whose files another one recognises, or that are made of a golden file (`dna.sql`)."""


def read_of_golden_files() -> dict[str, list[Path]]:
    """The golden files by the format that reads them."""
    found: dict[str, list[Path]] = {}
    folders = (GOLDEN, GOLDEN / "foreign", GOLDEN / "exports")
    paths = [path for path in chain(*(it.iterdir() for it in folders)) if ".expected." not in path.name]
    for path in paths:
        if (path.is_dir() and path.name in ("foreign", "exports", "__pycache__")) or path.suffix == ".py":
            continue
        for _, reader in recognised(found_files([path])):
            if not isinstance(reader, Skipped):
                found.setdefault(reader.name, []).append(path)
    return found


@pytest.fixture(scope="module")
def golden() -> dict[str, list[Path]]:
    return read_of_golden_files()


@pytest.mark.parametrize("name", [it.name for it in READERS])
def test_what_comes_in_has_a_golden_file(name: str, golden: dict[str, list[Path]]) -> None:
    assert name in golden or name in OTHERS


@pytest.mark.parametrize("name", [it.name for it in READERS])
def test_what_comes_in_was_tried_damaged(name: str, golden: dict[str, list[Path]]) -> None:
    tried = {
        path.parent if path.parent.name in ("brat", "text", "leipzig") else path for path in damaged.FILES
    }
    assert name in OTHERS or set(golden[name]) & tried


@pytest.mark.parametrize("name", [it.name for it in WRITERS])
def test_what_goes_out_has_a_golden_file(name: str) -> None:
    files = {path.name.split(".")[0] for path in (GOLDEN / "exports").iterdir()}
    assert name in BY_CONTENT or {name, f"{name}-nodes"} & files


@pytest.mark.parametrize("name", [it.name for it in WRITERS])
def test_what_goes_out_has_a_round_trip(name: str) -> None:
    tried = (*round_trips.NAMES, *written_only.READ, *of_statements.ROWS, *NATIVE, *SUMS)
    assert tried.count(name) == 1
