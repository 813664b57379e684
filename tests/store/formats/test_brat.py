"""brat: standoff, stances as events."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from store.formats.annotations.brat import Brat
from store.formats.problems import Skipped
from store.formats.protocol import ReadOptions, WriteOptions
from store.formats.records import (
    VERSION,
    ArticleRecord,
    PartRecord,
    SetRecord,
    SpanRecord,
    StanceRecord,
)
from store.formats.sources import Source
from store.transfer.reading import found_files
from store.transfer.reading import records as records_of


@pytest.fixture
def brat(sample: Any, archived: Any, tmp_path: Path) -> Callable[..., dict[str, str]]:
    """Writes a text with readings: the members of the archive."""

    def brat(text: str, *sets: SetRecord) -> dict[str, str]:
        article = ArticleRecord(VERSION, key="a1", text=text, sets=list(sets))
        Brat().write(tmp_path / "out.zip", sample.project, [article], WriteOptions())
        return archived(tmp_path / "out.zip")

    return brat


def test_a_stance_is_an_event_with_its_evidence(brat: Any, sample: Any, tmp_path: Path) -> None:
    parts = [PartRecord("evidence", 25, 30, "marked"), PartRecord("evidence", 37, 39, "marked")]
    stance = StanceRecord(
        "t1",
        "u1",
        "FAVOR",
        "span",
        holder_span="s1",
        target_span="s2",
        topic="eu",
        explicit=True,
        parts=parts,
    )
    reading = sample.done(
        sample.span("s1", "Kreml-Sprecher"), sample.span("s2", "EU", "ORG"), stances=[stance]
    )
    files = brat(sample.text, reading)
    lines = files["Ada_B/a1.ann"].splitlines()
    assert lines[:5] == [
        "T1\tMENTION 10 24\tKreml-Sprecher",
        "T2\tORG 37 39\tEU",
        "T3\tEvidence 25 30;37 39\tlobte EU",
        "T4\tFAVOR 25 30;37 39\tlobte EU",
        "E1\tFAVOR:T4 Holder:T1 Target:T2 Evidence:T3",
    ]
    assert lines[5].startswith("#1\tAnnotatorNotes E1\tlesart {")
    assert "FAVOR\tHolder?:<ENTITY>" in files["annotation.conf"]
    [item] = [it for _, _, it in records_of([(tmp_path / "out.zip", "out.zip")], ReadOptions()) if it]
    [back] = item.sets[0].stances
    assert (back.uid, back.topic, back.explicit, back.parts) == ("u1", "eu", True, parts)


def test_a_span_over_line_ends_is_in_pieces_and_comes_back_whole(
    brat: Any, sample: Any, tmp_path: Path
) -> None:
    text = "Rat\r\nder EU"
    files = brat(text, SetRecord(sample.ada, "main", "done", spans=[SpanRecord("s1", 0, 11, "ORG")]))
    assert files["Ada_B/a1.txt"] == "Rat \nder EU"
    assert files["Ada_B/a1.ann"] == "T1\tORG 0 3;5 11\tRat der EU\n"
    [item] = [it for _, _, it in records_of([(tmp_path / "out.zip", "out.zip")], ReadOptions()) if it]
    assert (item.text, item.sets[0].spans[0].end) == (text, 11)


def test_a_range_in_pieces_is_taken_whole_and_reported(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Nord- und Südkorea\ngegen Rom", "utf-8")
    (tmp_path / "a.ann").write_text(
        "T1\tORG 19 24;25 28\tgegen Rom\nT2\tLOC 0 5;14 19\tNord- korea\n"
        "T3\tAGAINST 0 4;19 24\tNord gegen\nE1\tAGAINST:T3 Holder:T2 Target:T1\n", "utf-8"
    )  # fmt: skip
    first, second = Brat().read(Source(tmp_path / "a.ann"), ReadOptions())
    assert first == (2, Skipped("a.ann", 2, "span", "discontinuous", "0 5;14 19"))
    assert [(it.start, it.end) for it in second[1].sets[0].spans] == [(0, 19), (19, 28)]
    assert [(it.start, it.end) for it in second[1].sets[0].stances[0].parts] == [(0, 4), (19, 24)]


STANCE = "T1\tPER 0 3\tRat\nT2\tLOC 19 23\tWien\nT3\tFAVOR 4 8\tlobt\nT4\tEvidence 4 8\tlobt\n"


def standoff(folder: Path, text: str, lines: str, name: str = "a") -> ArticleRecord:
    """The article of a text and annotations of somebody else; nothing may be wrong with them."""
    (folder / f"{name}.txt").write_bytes(text.encode())
    (folder / f"{name}.ann").write_text(lines, "utf-8")
    [(_, article)] = Brat().read(Source(folder / f"{name}.ann"), ReadOptions())
    assert isinstance(article, ArticleRecord)
    return article


def test_all_evidence_of_an_event_counts(tmp_path: Path) -> None:
    lines = f"{STANCE}T5\tEvidence 9 14\tlange\nE1\tFAVOR:T3 Holder:T1 Target:T2 Evidence:T4 Evidence2:T5\n"
    [stance] = standoff(tmp_path, "Rat lobt lange das Wien.", lines).sets[0].stances
    places = [(it.start, it.end) for it in stance.parts if it.role == "evidence"]
    assert places == [(4, 8), (9, 14)]


def test_an_event_that_is_no_stance_stays_as_it_was_written(tmp_path: Path) -> None:
    event = "E1\tMeet:T3 Who:T1 Who2:T2"
    article = standoff(tmp_path, "Rat lobt lange das Wien.", f"{STANCE}{event}\n")
    assert article.attrs["source"]["brat"] == [event]


def test_stances_of_like_files_are_two(tmp_path: Path) -> None:
    lines = f"{STANCE}E1\tFAVOR:T3 Holder:T1 Target:T2 Evidence:T4\n"
    texts = ("Rat lobt lange das Wien.", "Rat ehrt lange das Rom.")
    uids = {standoff(tmp_path, text, lines).sets[0].stances[0].uid for text in texts}
    assert len(uids) == 2


def test_evidence_that_was_marked_anew_in_brat_comes_back_so(brat: Any, sample: Any, tmp_path: Path) -> None:
    parts = [PartRecord("evidence", 25, 30, "marked"), PartRecord("cue", 25, 30, "marked")]
    stance = StanceRecord(
        "t1", "u1", "FAVOR", "span", holder_span="s1", target_span="s2", topic="eu", parts=parts
    )
    spans = sample.span("s1", "Kreml-Sprecher"), sample.span("s2", "EU", "ORG")
    files = brat(sample.text, sample.done(*spans, stances=[stance]))
    for name in (".txt", ".ann", ".map"):
        content = files[f"Ada_B/a1{name}"]
        changed = content.replace("Evidence 25 30\tlobte", "Evidence 25 36\tlobte 😀 die")
        (tmp_path / f"a1{name}").write_text(changed, "utf-8")
    [item] = [it for _, it in Brat().read(Source(tmp_path / "a1.ann"), ReadOptions())]
    [back] = item.sets[0].stances
    assert (back.uid, back.topic) == ("u1", "eu")
    assert back.parts == [PartRecord("evidence", 25, 36, "marked"), PartRecord("cue", 25, 30, "marked")]


@pytest.mark.parametrize(
    ("start", "end"), [(10, 14), (11, 15), (9, 13)], ids=["code points", "UTF-16", "CR LF as one"]
)
def test_words_beside_ranges_show_how_they_were_counted(tmp_path: Path, start: int, end: int) -> None:
    article = standoff(tmp_path, "😀 Rat.\r\n\nBonn lobt.", f"T1\tLOC {start - 1} {end - 1}\tBonn\n")
    [span] = article.sets[0].spans
    assert article.text is not None
    assert article.text[span.start : span.end] == "Bonn"


@pytest.mark.parametrize(
    ("lines", "reason"),
    [
        ("T1\tORG 0 99\tx\n", "wrong_offset"),
        ("T1\tORG zero\tx\n", "columns"),
        ("T1\tORG 0 1\tR\nT1\tORG 0 1\tR\n", "repeated"),
        ("E1\tFAVOR:T7 Holder:T1\n", "unknown_reference"),
    ],
)
def test_broken_standoff_names_its_line(tmp_path: Path, lines: str, reason: str) -> None:
    (tmp_path / "a.txt").write_text("Rat", "utf-8")
    (tmp_path / "a.ann").write_text(lines, "utf-8")
    [(_, problem)] = Brat().read(Source(tmp_path / "a.ann"), ReadOptions())
    assert isinstance(problem, Skipped)
    assert problem.reason == reason


def test_a_text_beside_annotations_comes_in_once(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Der Rat tagt.", "utf-8")
    (tmp_path / "a.ann").write_text("T1\tORG 4 7\tRat\nR1\tnear Arg1:T1 Arg2:T1\n", "utf-8")
    (tmp_path / "b.txt").write_text("Nur ein Text.", "utf-8")
    found = [name for _, name in found_files([tmp_path])]
    assert found == ["a.ann", "b.txt"]
    [item] = [it for _, _, it in records_of([(tmp_path / "a.ann", "a.ann")], ReadOptions()) if it]
    assert item.attrs == {"source": {"brat": ["R1\tnear Arg1:T1 Arg2:T1"]}}
