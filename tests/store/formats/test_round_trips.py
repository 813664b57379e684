"""What was annotated is what comes back plus what was listed as lost, exactly, in every format."""

import shutil
from collections import Counter
from pathlib import Path
from uuid import uuid4

import pytest
from hypothesis import HealthCheck, given, settings

from store.formats import WRITERS, reader_named, sniffed
from store.formats.losses import quoted
from store.formats.protocol import ReadOptions, Written
from store.formats.records import ArticleRecord
from store.formats.scheme_records import ProjectRecord
from store.formats.sources import Source
from store.transfer.reading import records as records_of
from store.transfer.validation import checked
from tests.store.formats.invented import OPTIONS, PROJECT, articles, said, without

READ_BY = {"prodigy-spans": "prodigy", "doccano-relations": "doccano", "conll2002": "conll2003"}
"""Writers whose files another reader's name stands for."""

NOT_READ = {"jsonl", "spacy", "hf-parquet", "spans-csv", "spans-xlsx", "web-annotation"}
"""The native format has a test of its own; the others are for other programs (`test_written_only.py`)."""

OF_STATEMENTS = ("xstance", "semeval", "newsmtsc", "statements", "dna", "network")
"""These hold stances, and everything else in a sidecar (`test_round_trips_of_statements.py`)."""

NAMES = [
    item.name for item in WRITERS if item.name not in NOT_READ and not item.name.startswith(OF_STATEMENTS)
]


def came_back(folder: Path, written: Written, name: str) -> list[ArticleRecord]:
    """What the format reads in its own files; nothing may be skipped, and all of it can be stored."""
    found = []
    reader = reader_named(READ_BY.get(name, name))
    assert reader is not None
    for file in written.files:
        path = folder / file
        if path.suffix not in reader.suffixes:
            continue
        if path.suffix != ".zip":
            assert sniffed(Source(path).head(), path.suffix) is reader
        for _, _, item in records_of([(path, file)], ReadOptions()):
            if item is not None and not isinstance(item, ProjectRecord):
                assert isinstance(item, ArticleRecord), item
                found.append(checked(item).record)
    return found


OTHER = {"stance", "stance_details", "tags", "comment", "answer", "rejection", "cue_refusal", "undecided"}


@pytest.mark.parametrize("name", NAMES)
@settings(deadline=None, max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(records=articles())
def test_annotated_is_read_back_plus_listed(tmp_path: Path, name: str, records: list[ArticleRecord]) -> None:
    folder = tmp_path / str(uuid4())
    folder.mkdir()
    writer = next(item for item in WRITERS if item.name == name)
    written = writer.write(folder / f"out{writer.suffixes[0]}", PROJECT, records, OPTIONS)
    back = came_back(folder, written, name)
    shutil.rmtree(folder)
    annotated, read = said(records), said(back)
    assert read - annotated == Counter(), "nothing is invented"
    text_of = {record.key: record.text or "" for record in records}
    assert all(it.words == quoted(text_of[it.article], it.start, it.end) for it in written.losses)
    lost = Counter((it.article, it.start, it.end, it.what) for it in written.losses if it.kind not in OTHER)
    assert without(annotated, 1, 5) == without(read, 1, 5) + lost
    texts = {record.key: (record.text, record.title, record.outlet) for record in records}
    assert {record.key: (record.text, record.title, record.outlet) for record in back} == texts
    before = Counter(
        (record.key, stance.label) for record in records for item in record.sets for stance in item.stances
    )
    after = Counter((record.key, it.label) for record in back for item in record.sets for it in item.stances)
    listed = Counter((it.article, it.what) for it in written.losses if it.kind == "stance")
    assert before == after + listed
    remarks = [
        Counter((it.key, said.kind) for it in side for item in it.sets for said in item.comments)
        for side in (records, back)
    ]
    unsaid = Counter((it.article, it.what) for it in written.losses if it.kind == "comment")
    assert remarks[0] == remarks[1] + unsaid
