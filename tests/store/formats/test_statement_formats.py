"""Statements in the forms of other programs: what is held, what is listed as lost, and the way back."""

import json
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select

from desktop.nlp.segmentation import sentences
from store.checking import check
from store.database import Store
from store.operations import actors, stances, topics
from store.operations.topic_marks import answer_none
from store.queries import codebook
from store.tables import core as t
from store.transfer import ExportOptions, export_file, import_files
from store.values import Work

SENTENCES = ExportOptions(sentences=sentences)
READ_BACK = ("xstance", "semeval", "newsmtsc-all", "statements-csv", "statements-xlsx", "dna")
SUFFIX = {"semeval": ".tsv", "statements-csv": ".csv", "statements-xlsx": ".xlsx", "dna": ".dna"}
HELD = {
    "xstance": 17,
    "semeval": 24,
    "newsmtsc-all": 21,
    "statements-csv": 24,
    "statements-xlsx": 24,
    "dna": 24,
}


def test_the_gold_comes_in_whole(native: Any, gold: Store, seed: Path, tmp_path: Path) -> None:
    source = json.loads((seed / "gold.json").read_text("utf-8"))
    project, article = native(gold, tmp_path)
    (reading,) = article["sets"]
    assert article["text"] == (seed / "article.txt").read_text("utf-8")
    assert len(reading["spans"]) == len(source["entities"]) + len(source["mentions"]) == 88
    assert Counter(span.get("label") for span in reading["spans"])[None] == 18
    assert [zone["kind"] for zone in article["zones"]] == ["dateline", "disclaimer", "category", "about"]
    assert len(project["actors"]) == 20
    assert [topic["kind"] for topic in project["topics"]].count("claim") == 1
    labels = Counter(stance["label"] for stance in reading["stances"])
    assert labels == {"AGAINST": 10, "FAVOR": 9, "NEUTRAL": 5}
    place = {span["id"]: (span["start"], span["end"]) for span in reading["spans"]}
    ours = {it["id"]: it for it in source["entities"] + source["mentions"]}
    for mine, theirs in zip(reading["stances"], source["statements"], strict=True):
        for end, span in (("holder", theirs["holder"]["span"]), ("target", theirs["target"]["span"])):
            wanted = (ours[span]["start"], ours[span]["end"]) if span else None
            assert place.get(mine.get(f"{end}_span")) == wanted, theirs["id"]
        parts = [(p["start"], p["end"]) for p in mine.get("parts", []) if p["role"] == "evidence"]
        assert parts == [(it["start"], it["end"]) for it in theirs["evidence"]]
        assert (mine.get("form"), mine.get("intensity")) == (theirs["form"], theirs["intensity"])
    assert list(check(gold)) == []


@pytest.mark.parametrize("name", ["jsonl", *READ_BACK])
def test_the_gold_is_exported_and_comes_back_the_same(
    exported: Any, native: Any, gold: Store, new_store: Callable[..., Store], tmp_path: Path, name: str
) -> None:
    before = native(gold, tmp_path)
    report = exported(gold, tmp_path, name)
    copy = new_store("copy.lesart")
    assert import_files(copy, [report.files[0]]).skipped == ()
    assert native(copy, tmp_path) == before
    if name != "jsonl":
        assert 24 - len([loss for loss in report.losses if loss.kind in LEFT_OUT]) == HELD[name]


@pytest.mark.parametrize("name", ["jsonl", *READ_BACK])
def test_what_was_edited_in_the_store_comes_back_edited(
    exported: Any, native: Any, gold: Store, new_store: Callable[..., Store], tmp_path: Path, name: str
) -> None:
    with gold.read() as conn:
        work = Work(*conn.execute(select(t.annotation_set.c.annotator_id, t.annotation_set.c.round_id)).one())
        topic = {it.key: it.id for it in codebook.topics(conn)}
        actor = {it.name.partition(" (")[0]: it.id for it in codebook.actors(conn)}
        [first, second, *_] = conn.scalars(select(t.stance.c.id).order_by(t.stance.c.id))
    stances.change(gold, work, first, label="NEUTRAL", intensity=3, via_actor=actor["Dmitri Peskow"])
    stances.set_parts(gold, work, second, role="evidence", ranges=[(618, 624), (640, 660)])
    topics.reword(gold, work, topic["T_WEST"], wording={"de": "Abkehr vom Westen"})
    topics.merge(gold, work, topic["T_SECURITY"], into=topic["T_REL"])
    actors.merge(gold, work, actor["Moskau"], into=actor["Russland"])
    answer_none(gold, work, 1, topics.add(gold, work, kind="issue", wording={"de": "Zölle"}).entry)
    before = native(gold, tmp_path)
    copy = new_store("copy.lesart")
    assert import_files(copy, [exported(gold, tmp_path, name).files[0]]).skipped == ()
    assert native(copy, tmp_path) == before


LEFT_OUT = {"no_topic", "label", "holder", "no_target_in_text", "across_sentences"}
"""Kinds of loss that mean: no row."""


@pytest.mark.parametrize("name", ["xstance", "semeval", "newsmtsc-all", "statements-csv"])
def test_a_label_that_was_changed_in_the_file_comes_back_changed(
    exported: Any, native: Any, gold: Store, new_store: Callable[..., Store], tmp_path: Path, name: str
) -> None:
    out = exported(gold, tmp_path, name).files[0]
    text = out.read_text("utf-8")
    first = next(line for line in text.split("\n") if "FAVOR" in line or '"polarity":6' in line)
    other = first.replace("FAVOR", "AGAINST").replace('"polarity":6.0', '"polarity":2.0', 1)
    out.write_text(text.replace(first, other), "utf-8")
    copy = new_store("copy.lesart")
    import_files(copy, [out])
    _, before = native(gold, tmp_path)
    _, after = native(copy, tmp_path)
    pairs = zip(before["sets"][0]["stances"], after["sets"][0]["stances"], strict=True)
    assert [(a["label"], b["label"]) for a, b in pairs if a != b] == [("FAVOR", "AGAINST")]


def test_an_unknown_label_in_the_file_is_named_and_nothing_else_is_lost(
    exported: Any, gold: Store, new_store: Callable[..., Store], tmp_path: Path
) -> None:
    out = exported(gold, tmp_path, "statements-csv").files[0]
    out.write_text(out.read_text("utf-8").replace("FAVOR", "PERHAPS", 1), "utf-8")
    report = import_files(new_store("copy.lesart"), [out])
    assert [(item.reason, item.detail) for item in report.skipped] == [("unknown_reference", "PERHAPS")]


def test_a_folder_with_a_file_and_its_sidecar_is_read_once(
    exported: Any, gold: Store, new_store: Callable[..., Store], tmp_path: Path
) -> None:
    folder = tmp_path / "handed"
    folder.mkdir()
    exported(gold, folder, "semeval")
    report = import_files(new_store("copy.lesart"), [folder])
    assert (report.added, report.skipped) == (1, ())


def test_a_part_of_a_split_finds_the_sidecar_of_the_whole(
    native: Any, gold: Store, new_store: Callable[..., Store], tmp_path: Path
) -> None:
    options = ExportOptions(sentences=sentences, split=(1, 0, 0))
    report = export_file(gold, tmp_path / "out.tsv", format="semeval", options=options)
    names = [path.name for path in report.files]
    assert names == ["out-train.tsv", "out-dev.tsv", "out-test.tsv", "out.tsv.sidecar.jsonl"]
    copy = new_store("copy.lesart")
    assert import_files(copy, [tmp_path / "out-train.tsv"]).added == 1
    assert native(copy, tmp_path) == native(gold, tmp_path)


def test_no_stance_found_is_no_row_and_listed(desk: Any, tmp_path: Path) -> None:
    article = desk.article("Berlin schweigt.")
    topic = topics.add(desk.store, desk.work, key="eu", kind="issue", wording={"de": "EU"}).entry
    answer_none(desk.store, desk.work, article, topic)
    report = export_file(desk.store, tmp_path / "out.tsv", format="semeval")
    assert [(loss.what, loss.kind) for loss in report.losses] == [("eu", "no_stance_found")]
    assert (tmp_path / "out.tsv").read_text("utf-8") == "ID\tTarget\tTweet\tStance\n"


def test_a_partial_file_leaves_the_labels_of_a_new_project_alone(
    seed: Path, new_store: Callable[..., Store]
) -> None:
    store = new_store()
    with store.read() as conn:
        before = conn.execute(select(t.label.c.code)).scalars().all()
        name = conn.execute(select(t.project.c.name, t.project.c.uid)).one()
    import_files(store, [seed / "gold.json"])
    with store.read() as conn:
        assert conn.execute(select(t.label.c.code)).scalars().all() == before
        assert conn.execute(select(t.project.c.name, t.project.c.uid)).one() == name
