"""What leaves a store and enters an empty one is the same store."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import select

from store.checking import check
from store.database import Store
from store.formats.records import (
    VERSION,
    AnnotatorRecord,
    ArticleRecord,
    CueRefusalRecord,
    RejectionRecord,
    SetRecord,
    SpanRecord,
    ZoneRecord,
)
from store.operations import actors, articles, comments, spans, stances, suggestions, topics
from store.tables import core as t
from store.transfer import ExportOptions, export_file, import_files
from store.uids import new_uid
from store.values import Holder

ALL = ExportOptions(restricted=True)
PIECES = st.sampled_from(
    [
        "a", " ", "\r\n", "\r", "\n", "\u00a0", "\u2028", "\u200d", "😀", "👩\u200d👩\u200d👧", "🇩🇪",
        "e\u0301", "\u202bעברית\u202c", "ß", "\t", "\x00", "\ufeff", "漢",
    ]
)  # fmt: skip
TEXTS = st.one_of(
    st.lists(PIECES, min_size=1).map("".join),
    st.text(min_size=1, alphabet=st.characters(exclude_categories=["Cs"])),
).filter(lambda text: not text.isspace())
ADA = AnnotatorRecord("0197a000-0000-7000-8000-00000000000a", "Ada", "person")


@st.composite
def records(draw: st.DrawFn) -> ArticleRecord:
    """An article with any text and any spans in it."""
    text = draw(TEXTS)
    position = st.integers(0, len(text))
    pair = st.tuples(position, position).filter(lambda pair: pair[0] < pair[1])
    ranges = sorted(draw(st.sets(pair, max_size=6)))
    labels, scores = st.sampled_from(["PER", "ORG", None]), st.none() | st.floats(0, 1)
    own = [
        SpanRecord(f"s{i}", start, end, draw(labels), score=draw(scores), unsure=draw(st.booleans()))
        for i, (start, end) in enumerate(ranges, 1)
    ]
    refused = [RejectionRecord(start, end, "LOC") for start, end in ranges[:2]]
    cues = [CueRefusalRecord(start, end) for start, end in ranges[1:3]]
    zones = [ZoneRecord(start, end, "lead", True) for start, end in ranges[2:4]]
    return ArticleRecord(
        VERSION,
        text=text,
        key=draw(st.text(min_size=1, max_size=8, alphabet=st.characters(exclude_categories=["Cs"]))),
        title=draw(st.text(max_size=8, alphabet=st.characters(exclude_categories=["Cs"]))),
        zones=zones,
        sets=[SetRecord(ADA, "main", "done", spans=own, rejections=refused, cue_refusals=cues)],
    )


def moved(store: Store, other: Store, path: Path) -> bytes:
    """The export of `store`, and `other` filled with it."""
    export_file(store, path, options=ALL)
    report = import_files(other, [path])
    assert report.skipped == ()
    return path.read_bytes()


@settings(deadline=None, max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(records(), min_size=1, max_size=3, unique_by=(lambda r: r.key, lambda r: r.text)))
def test_any_text_and_any_range_come_through(
    new_store: Callable[..., Store],
    tmp_path: Path,
    logical: Callable[[Store], Any],
    wanted: list[ArticleRecord],
) -> None:
    file = tmp_path / "in.jsonl"
    file.write_bytes(b"".join(msgspec.json.encode(record) + b"\n" for record in wanted))
    first, second = (new_store(f"{new_uid()}.lesart", nested=True) for _ in range(2))
    assert import_files(first, [file]).skipped == ()
    exported = moved(first, second, tmp_path / "out.jsonl")
    lines = [msgspec.json.decode(line, type=ArticleRecord) for line in exported.splitlines()[1:]]
    for before, after in zip(wanted, lines, strict=True):
        assert (after.key, after.title, after.text, after.zones) == (
            before.key,
            before.title,
            before.text,
            before.zones,
        )
        assert after.sets[0].rejections == before.sets[0].rejections
        assert after.sets[0].cue_refusals == before.sets[0].cue_refusals
        assert after.text is not None
        assert [(after.text[s.start : s.end], s.label, s.unsure) for s in after.sets[0].spans] == [
            (str(before.text)[s.start : s.end], s.label, s.unsure) for s in before.sets[0].spans
        ]
    assert logical(first) == logical(second)
    for store in (first, second):
        assert list(check(store)) == []
        store.close()


def test_the_golden_file_fills_a_store_that_says_the_same(
    new_store: Callable[..., Store], golden: Path, tmp_path: Path, logical: Callable[[Store], Any]
) -> None:
    first, second = new_store("a.lesart"), new_store("b.lesart")
    import_files(first, [golden])
    assert moved(first, second, tmp_path / "out.jsonl") == golden.read_bytes()
    assert logical(first) == logical(second)
    assert all(rows for noun, rows in logical(first).items())


def test_work_done_by_hand_comes_through(
    desk: Any, new_store: Callable[..., Store], tmp_path: Path, logical: Callable[[Store], Any]
) -> None:
    store, work = desk.store, desk.work
    article = desk.article()
    ids = desk.suggest(
        article, ("Wladimir Putin", "PER"), ("Moskau", "LOC"), ("EU", "ORG"), ("Kreml-Sprecher", "PER")
    )
    topics.add(store, work, key="eu", kind="issue", wording={"de": "EU"}, digit=1)
    actors.add(store, work, name="Kreml", aliases=("Moskau",))
    suggestions.accept(store, work, article, ids[0])
    start, end = desk.place(article, "Kreml")
    suggestions.correct(store, work, article, ids[2], start=start, end=end, label="ORG")
    suggestions.reject(store, work, article, ids[1])
    start, end = desk.place(article, "lobte")
    holder = spans.add(store, work, article, start=start, end=end, label=None)
    with store.read() as conn:
        topic = conn.execute(select(t.topic.c.id)).scalar_one()
    stances.add(
        store,
        work,
        article,
        holder=Holder("span", span=holder.span),
        label="FAVOR",
        topic_id=topic,
        evidence=(0, 20),
    )
    comments.add(store, work, article, text="Warum?", kind="question", span_id=holder.span)
    articles.set_flag(store, work, article, "später")
    other = desk.article("Ein anderer Text über Köln.")
    articles.exclude(store, desk.colleague(), other, reason="stub")

    copy = new_store("copy.lesart")
    exported = moved(store, copy, tmp_path / "out.jsonl")
    assert logical(store) == logical(copy)
    export_file(copy, tmp_path / "again.jsonl", options=ALL)
    assert (tmp_path / "again.jsonl").read_bytes() == exported
    assert list(check(copy)) == []


def test_undecided_suggestions_are_named_and_decided_ones_are_not(desk: Any, tmp_path: Path) -> None:
    article = desk.article()
    ids = desk.suggest(
        article, ("Wladimir Putin", "PER"), ("Moskau", "LOC"), ("EU", "ORG"), ("Kreml", "MISC")
    )
    suggestions.accept(desk.store, desk.work, article, ids[0])
    suggestions.reject(desk.store, desk.work, article, ids[1])

    def undecided() -> list[str]:
        export_file(desk.store, tmp_path / "out.jsonl")
        record = msgspec.json.decode(
            (tmp_path / "out.jsonl").read_bytes().splitlines()[1], type=ArticleRecord
        )
        named = {span.id: span for item in record.sets for span in item.spans}
        own = next(item for item in record.sets if item.annotator.kind == "person")
        return [str(record.text)[named[name].start : named[name].end] for name in own.undecided]

    assert undecided() == ["EU"]
    articles.finish(desk.store, desk.work, article, seen=[])
    assert undecided() == []


def test_two_exports_of_one_store_are_the_same_bytes(desk: Any, tmp_path: Path) -> None:
    desk.suggest(desk.article(), ("Moskau", "LOC"), score=0.5)
    for name in ("a", "b"):
        export_file(desk.store, tmp_path / name)
    assert (tmp_path / "a").read_bytes() == (tmp_path / "b").read_bytes()


@pytest.mark.parametrize("text", ["a\x00b", "\ufeffa", "e\u0301"])
def test_characters_that_databases_like_to_change_stay(
    new_store: Callable[..., Store], source: Any, text: str
) -> None:
    store = new_store()
    assert import_files(store, [source({"text": text})]).added == 1
    with store.read() as conn:
        assert conn.execute(select(t.article.c.text)).scalar_one() == text
