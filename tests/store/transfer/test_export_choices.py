"""What is exported can be narrowed, dealt, rehearsed and described; what is left out is written nowhere."""

import re
from collections import Counter
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import select, update

from store.database import Store
from store.errors import ExportEmpty
from store.formats.records import ArticleRecord
from store.operations import articles, spans, suggestions
from store.operations.articles import set_zones
from store.tables import core as t
from store.transfer import ExportOptions, export_file, import_files, rehearse
from store.transfer.dealing import Dealt, deal

SHARES = (0.8, 0.1, 0.1)


def tokens(text: str, _language: str) -> list[tuple[int, int]]:
    return [match.span() for match in re.finditer(r"\w+|[^\w\s]", text)]


@pytest.fixture
def full(new_store: Callable[..., Store], golden: Path) -> Store:
    """A store with everything in it."""
    store = new_store()
    import_files(store, [golden])
    return store


def written(store: Store, folder: Path, **options: Any) -> list[ArticleRecord]:
    """What the native format says after a narrowed export; a second store takes all of it."""
    out = folder / "out.jsonl"
    export_file(store, out, options=ExportOptions(restricted=True, **options))
    return [msgspec.json.decode(line, type=ArticleRecord) for line in out.read_bytes().splitlines()[1:]]


# --- Narrowing ---------------------------------------------------------------------------


def test_only_the_articles_that_were_asked_for(full: Store, tmp_path: Path) -> None:
    with full.read() as conn:
        [first, *_] = conn.scalars(select(t.article.c.id).order_by(t.article.c.id))
    assert [it.key for it in written(full, tmp_path, articles=frozenset([first]))] == ["dpa-1"]
    with pytest.raises(ExportEmpty):
        export_file(full, tmp_path / "no.jsonl", options=ExportOptions(articles=frozenset([999])))


def test_only_the_labels_that_were_asked_for_and_nothing_that_hangs_on_others(
    full: Store, tmp_path: Path, new_store: Callable[..., Store]
) -> None:
    records = written(full, tmp_path, labels=frozenset(["PER"]))
    assert {span.label for it in records for item in it.sets for span in item.spans} == {"PER"}
    assert {it.label for record in records for item in record.sets for it in item.rejections} <= {"PER"}
    other = new_store("other.lesart")
    assert import_files(other, [tmp_path / "out.jsonl"]).skipped == ()


def test_refusals_go_out_as_the_spans_do_that_they_are_about(desk: Any, tmp_path: Path) -> None:
    article = desk.article("Köln (dpa) Der Rat tagt in Bonn.")
    set_zones(desk.store, {article: [(0, 10, "dateline")]}, "test")
    for suggestion in desk.suggest(article, ("Köln", "LOC"), ("Rat", "ORG"), ("Bonn", "LOC")):
        suggestions.reject(desk.store, desk.work, article, suggestion)

    def refused(**options: Any) -> list[tuple[int, str]]:
        sets = written(desk.store, tmp_path, **options)[0].sets
        return [(it.start, it.label) for item in sets for it in item.rejections]

    assert refused() == [(0, "LOC"), (15, "ORG"), (27, "LOC")]
    assert refused(labels=frozenset(["LOC"])) == [(0, "LOC"), (27, "LOC")]
    assert refused(in_scope=True) == [(15, "ORG"), (27, "LOC")]


def test_what_lies_out_of_scope_can_stay(desk: Any, tmp_path: Path) -> None:
    article = desk.article("Köln (dpa) Der Rat tagt in Bonn.")
    for word in ("Köln", "Bonn"):
        start, end = desk.place(article, word)
        spans.add(desk.store, desk.work, article, start=start, end=end, label="LOC")
    articles.set_zones(desk.store, {article: [(0, 10, "dateline")]}, "rule")
    [record] = written(desk.store, tmp_path, in_scope=True)
    assert record.text is not None
    assert [record.text[it.start : it.end] for it in record.sets[0].spans] == ["Bonn"]


def test_people_can_be_called_otherwise(full: Store, tmp_path: Path) -> None:
    written(full, tmp_path, pseudonyms=True)
    content = (tmp_path / "out.jsonl").read_text("utf-8")
    assert "Ada" not in content
    assert '"name":"A1"' in content
    report = export_file(
        full,
        tmp_path / "c.conll",
        format="conll2002",
        options=ExportOptions(restricted=True, pseudonyms=True, annotators=("Ada",), segment=tokens),
    )
    assert report.articles == 1
    assert '"annotator":"A1"' in (tmp_path / "c.conll.map").read_text("utf-8")


# --- Dealing -----------------------------------------------------------------------------


@given(
    st.lists(st.tuples(st.text(max_size=4), st.none() | st.integers(1, 5), st.sampled_from("ab"))),
    st.booleans(),
)
def test_near_duplicates_are_in_one_part_and_everything_is_dealt(
    rows: list[Any], is_stratified: bool
) -> None:
    dealt = [Dealt(f"{key}{i}", story, stratum) for i, (key, story, stratum) in enumerate(rows)]
    found = deal(dealt, SHARES, seed=1, is_stratified=is_stratified)
    assert found.keys() == {it.key for it in dealt}
    for story in {it.story for it in dealt} - {None}:
        assert len({found[it.key] for it in dealt if it.story == story}) == 1
    assert found == deal(reversed(dealt), SHARES, seed=1, is_stratified=is_stratified)


def test_strata_keep_their_shares() -> None:
    dealt = [Dealt(f"k{i}", None, "rare" if i % 10 == 0 else "common") for i in range(200)]
    found = deal(dealt, SHARES, seed=0, is_stratified=True)
    for stratum, count in (("rare", 20), ("common", 180)):
        parts = Counter(found[it.key] for it in dealt if it.stratum == stratum)
        assert parts == {"train": count * 8 // 10, "dev": count // 10, "test": count // 10}


def test_many_small_strata_keep_the_shares_together() -> None:
    dealt = [Dealt(f"k{i}", None, f"paper {i // 2}") for i in range(40)]
    found = deal(dealt, SHARES, seed=0, is_stratified=True)
    assert Counter(found.values()) == {"train": 32, "dev": 4, "test": 4}


def test_strata_are_dealt_among_the_articles_that_go_out(desk: Any, tmp_path: Path) -> None:
    for number in range(20):
        article = desk.article(f"Berlin {number}.")
        if number % 2:
            spans.add(desk.store, desk.work, article, start=0, end=6, label="LOC")
    options = ExportOptions(datasheet=True, split=(8, 1, 1), stratify="outlet", segment=tokens)
    report = export_file(desk.store, tmp_path / "a.conll", format="conll2002", options=options)
    page = report.files[-1].read_text("utf-8")
    assert "| train | 8 | 8 | 8 | 0 |\n| dev | 1 | 1 | 1 | 0 |\n| test | 1 | 1 | 1 | 0 |" in page


def test_a_split_keeps_the_stories_of_a_store_together(desk: Any, tmp_path: Path) -> None:
    keys = []
    for number in range(12):
        article = desk.article(f"Text Nummer {number} aus Bonn.", key=f"k{number}")
        articles.finish(desk.store, desk.work, article, seen=[])
        keys.append(f"k{number}")
    with desk.store.write() as conn:
        conn.execute(update(t.article).values(story=1))
    options = ExportOptions(split=(0.4, 0.3, 0.3), segment=tokens)
    report = export_file(desk.store, tmp_path / "out.conll", format="conll2002", options=options)
    sizes = [path.read_text("utf-8").count("-DOCSTART-") for path in report.files if path.suffix == ".conll"]
    assert sorted(sizes) == [0, 0, 12]


# --- Rehearsing --------------------------------------------------------------------------


def test_a_rehearsal_says_how_it_begins_and_what_is_lost_and_leaves_nothing(
    full: Store, tmp_path: Path
) -> None:
    before = sorted(path.name for path in tmp_path.iterdir())
    options = ExportOptions(segment=tokens, annotators=("Ada",))
    found = rehearse(full, format="conll2003", options=options)
    assert (found.articles, found.beginnings[0][0]) == (1, "export.conll")
    assert found.beginnings[0][1].startswith("-DOCSTART- -X- O O\n\nKopf")
    export = export_file(
        full,
        tmp_path / "out.conll",
        format="conll2003",
        options=msgspec.structs.replace(options, restricted=True),
    )
    assert found.losses == export.losses
    new = {path.name for path in tmp_path.iterdir()} - set(before)
    assert {name for name in new if not name.startswith("project")} == {"out.conll", "out.conll.map"}


def test_a_rehearsal_of_a_few_articles_looks_no_further(desk: Any) -> None:
    for number in range(5):
        articles.finish(desk.store, desk.work, desk.article(f"Text {number}"), seen=[])
    found = rehearse(desk.store, format="doccano", options=ExportOptions(), limit=2)
    assert (found.articles, found.beginnings[0][1].count("\n")) == (2, 2)


def test_nothing_to_export_is_a_rehearsal_of_nothing(desk: Any) -> None:
    desk.article("Noch nicht gelesen.")
    assert rehearse(desk.store, format="doccano", options=ExportOptions()).articles == 0


# --- A deposit ---------------------------------------------------------------------------


def test_a_deposit_is_one_bag_whose_checksums_hold(full: Store, tmp_path: Path) -> None:
    options = ExportOptions(restricted=True, deposit=True, split=(8, 1, 1), made_by="Lesart 9")
    report = export_file(full, tmp_path / "news.spans", format="doccano", options=options)
    assert [path.name for path in report.files] == ["news.zip"]
    assert list(tmp_path.glob("news*")) == [tmp_path / "news.zip"], "nothing is left beside it"
    with ZipFile(tmp_path / "news.zip") as bag:
        names = set(bag.namelist())
        assert bag.read("news/bagit.txt").startswith(b"BagIt-Version: 1.0\n")
        listed = [
            line.split("  ", 1)
            for tag in ("manifest", "tagmanifest")
            for line in bag.read(f"news/{tag}-sha256.txt").decode().splitlines()
        ]
        for digest, name in listed:
            assert sha256(bag.read(f"news/{name}")).hexdigest() == digest
        assert names == {f"news/{name}" for _, name in listed} | {"news/tagmanifest-sha256.txt"}
        assert "news/data/news.datasheet.md" in names
        sizes = [it.file_size for it in bag.infolist() if it.filename.startswith("news/data/")]
        assert f"Payload-Oxum: {sum(sizes)}.{len(sizes)}\n" in bag.read("news/bag-info.txt").decode()


def test_of_overlapping_spans_the_longest_stays_or_the_innermost_as_asked(desk: Any, tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_text('{"id": "a", "text": "Universität Bonn", "spans": [[0, 16, "ORG"], [12, 16, "LOC"]]}')
    import_files(desk.store, [path])
    found = {}
    for overlap in ("longest", "shortest"):
        out = tmp_path / f"{overlap}.conll"
        options = ExportOptions(segment=tokens, overlap=overlap)  # type: ignore[arg-type]
        report = export_file(desk.store, out, format="conll2002", options=options)
        found[overlap] = (set(re.findall(r"[BI]-(\w+)", out.read_text("utf-8"))), report.losses[0].what)
    assert found == {"longest": ({"ORG"}, "LOC"), "shortest": ({"LOC"}, "ORG")}
