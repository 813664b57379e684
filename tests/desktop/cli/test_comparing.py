"""`lesart agreement` says what two readers share, and where they differ."""

import json
from pathlib import Path
from typing import Any

import msgspec
import pytest

from store.database import create
from store.formats.records import (
    AnnotatorRecord,
    ArticleRecord,
    PartRecord,
    SetRecord,
    SpanRecord,
    StanceRecord,
)
from store.operations import topics
from store.transfer import import_files
from store.values import ProjectSettings

TEXT = "Moskau lobt die EU. Der Kreml schweigt. Berlin zweifelt daran."
ADA, BEA = (AnnotatorRecord(f"0197a000-0000-7000-8000-00000000000{n}", n, "person") for n in "ab")


def read(who: AnnotatorRecord, label: str, *spans: SpanRecord) -> SetRecord:
    """A finished set: what the author and what the outlet think."""
    uid = f"0197a000-0000-7000-8000-0000000001{who.name}%d"
    evidence = [PartRecord("evidence", 0, 18, "marked")]
    return SetRecord(
        who,
        status="done",
        spans=list(spans),
        stances=[
            StanceRecord(f"{who.name}1", uid % 1, label, "author", topic="eu"),
            StanceRecord(f"{who.name}2", uid % 2, "AGAINST", "outlet", topic="eu", parts=evidence),
        ],
    )


@pytest.fixture
def store(tmp_path: Path) -> Path:
    project = create(tmp_path / "x.lesart", name="x", settings=ProjectSettings(), person="Cem")
    topics.add(project, None, key="eu", kind="issue", wording={"de": "EU"})
    article = ArticleRecord(
        1,
        key="a1",
        text=TEXT,
        sets=[
            read(ADA, "FAVOR", SpanRecord("s1", 0, 6, "LOC"), SpanRecord("s2", 16, 18, "ORG")),
            read(BEA, "NEUTRAL", SpanRecord("s3", 0, 6, "LOC"), SpanRecord("s4", 20, 29, "ORG")),
        ],
    )
    (tmp_path / "a.jsonl").write_bytes(msgspec.json.encode(article))
    report = import_files(project, [tmp_path / "a.jsonl"])
    assert report.skipped == ()
    project.close()
    return tmp_path / "x.lesart"


def test_the_report_says_what_two_readers_share(run: Any, store: Path) -> None:
    code, out, _ = run("agreement", store, "--differences")
    assert code == 0
    lines = out.splitlines()
    assert lines[0] == "2 readers, 1 article that at least two of them read"
    assert "a and b: 1 article" in lines
    assert "  entities 2 / 2, F1 strict 0.500, exact 0.500, partial 0.500, type 0.500" in lines
    assert "  stances matched on holder and target: 2, F1 1.000" in lines
    assert "  labels of these: kappa 0.333, linear 0.500, quadratic 0.667" in lines
    assert "a1\t16-18\tspan missing\t\tORG\t–" in lines
    assert "a1\t0-0\tstance label\tauthor → EU\tFAVOR\tNEUTRAL" in lines
    assert "nan" not in out


def test_what_is_not_defined_is_called_so_and_readers_who_share_nothing_are_one_line(
    run: Any, store: Path
) -> None:
    _, out, _ = run("agreement", store, "--annotator", "a", "--annotator", "b", "--round", "pilot")
    assert "Fleiss' kappa undefined" in out
    assert "a and b: 0 articles" in out.splitlines()
    assert "F1" not in out


def test_json_gives_exact_fractions(run: Any, store: Path) -> None:
    _, out, _ = run("agreement", store, "--json")
    report = json.loads(out)
    assert report["pairs"][0]["kappa"]["exact"] == "1/3"
    assert report["pairs"][0]["matrix"] == [[0, 0, 1], [0, 1, 0], [0, 0, 0]]
    assert {item["article"] for item in report["pairs"][0]["differences"]} == {"a1"}


def test_readers_that_are_not_there_are_an_error_with_a_next_step(run: Any, store: Path) -> None:
    code, _, err = run("agreement", store, "--annotator", "a")
    assert (code, "S024" in err) == (1, True)
    code, _, err = run("agreement", store, "--annotator", "a", "--annotator", "zoe")
    assert (code, "F009" in err) == (1, True)
