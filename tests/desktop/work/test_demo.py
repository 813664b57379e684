"""The main job from end to end, with the embedded model in its worker."""

from pathlib import Path

import msgspec
import pytest

from desktop.nlp import models
from desktop.work.demo import Demo
from store.errors import FileUnwritable
from store.formats.records import ArticleRecord

HAS_MODEL = any(info.source == "embedded:de" for info in models.available())


@pytest.mark.skipif(not HAS_MODEL, reason="the embedded German model is not in this checkout")
def test_the_sample_comes_out_with_suggestions_and_goes_on_where_it_ended(tmp_path: Path) -> None:
    demo = Demo(tmp_path / "out")
    steps = list(demo.steps())
    assert steps[-1].done == steps[-1].total > 0
    assert demo.results() == [demo.store, demo.jsonl]
    records = [
        msgspec.json.decode(line, type=ArticleRecord) for line in demo.jsonl.read_bytes().splitlines()[1:]
    ]
    german = [record for record in records if record.language == "de"]
    assert german
    assert all(record.sets[0].spans for record in german)
    before = demo.jsonl.read_bytes()
    assert list(demo.steps())[-1].total == 0
    assert demo.jsonl.read_bytes() == before


def test_a_folder_that_cannot_be_made_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(FileUnwritable):
        next(Demo(tmp_path / "file" / "out").steps())
