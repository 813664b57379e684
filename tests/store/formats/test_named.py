"""Stances come into another project with the topics and actors that they name."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from store.checking import check
from store.database import Store
from store.formats.annotations.named import named_by, named_in
from store.formats.records import VERSION
from store.formats.scheme_records import ActorRecord, ProjectRecord, TopicRecord
from store.transfer import ExportOptions, export_file, import_files

GOLDEN = Path(__file__).resolve().parents[2] / "golden" / "native.jsonl"
ALL = ExportOptions(restricted=True)


def named(records: list[Any], kind: str) -> list[tuple[str, str]]:
    return [(it["uid"], it.get("key") or it["name"]) for it in records[0][kind]]


@pytest.mark.parametrize(("name", "file"), [("qdpx", "out.qdpx"), ("tei", "out.xml"), ("brat", "out.zip")])
def test_another_project_gets_stances_topics_and_actors(
    new_store: Callable[..., Store], native: Any, tmp_path: Path, name: str, file: str
) -> None:
    first, second = new_store("first.lesart"), new_store("second.lesart")
    import_files(first, [GOLDEN])
    options = ExportOptions(restricted=True, annotators=("Ada",))
    export_file(first, tmp_path / file, format=name, options=options)
    report = import_files(second, [tmp_path / file])
    assert (report.added, report.skipped) == (1, ())
    before, after = native(first, tmp_path, ALL), native(second, tmp_path, ALL)
    for kind in ("topics", "actors"):
        all_of_them = named(before, kind)
        needed = [it for it in all_of_them if name != "brat" or it[1] in ("eu", "Russland")]
        assert named(after, kind) == needed
    said = [
        [
            (it["uid"], it["label"], it.get("topic"), it.get("via_actor"))
            for it in article["sets"][0]["stances"]
        ]
        for article in (next(it for it in records if it.get("key") == "dpa-1") for records in (before, after))
    ]
    assert said[0] == said[1] != []
    assert list(check(second)) == []
    assert import_files(second, [tmp_path / file]).added == 0, "the same file again adds nothing"


@given(st.text())
def test_other_words_name_nothing(words: str) -> None:
    assert named_in(words) is None or words.startswith("{")


def test_what_is_named_is_read_back() -> None:
    topics, actors = [TopicRecord("u2", "eu", "issue", {"de": "EU & <b>"})], [ActorRecord("u3", "Rat 😀")]
    project = ProjectRecord(VERSION, "u", "P", "2026-11-24", topics=topics, actors=actors)
    found = named_in(named_by(project))
    assert found is not None
    assert (found.partial, found.topics, found.actors) == (True, topics, actors)
    assert named_by(ProjectRecord(VERSION, "u", "P", "2026-11-24")) == ""
    assert named_in("{broken") is None
