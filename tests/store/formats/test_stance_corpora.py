"""Corpora of stances by others come in."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select

from store.checking import check
from store.database import Store
from store.formats.protocol import WriteOptions
from store.formats.records import VERSION, AnnotatorRecord, ArticleRecord, SetRecord, StanceRecord
from store.formats.scheme_records import LabelRecord, LabelSetRecord, ProjectRecord, TopicRecord
from store.formats.stances.newsmtsc import NewsMtsc
from store.formats.stances.semeval import SemEval
from store.formats.stances.xstance import XStance
from store.operations import stances
from store.queries import codebook
from store.tables import core as t
from store.transfer import ImportReport, export_file, import_files
from store.values import Work

Row = dict[str, Any]

XSTANCE = (
    '{"id":7,"language":"de","question_id":11,"question":"Mehr Bahn?","comment":"Ja, unbedingt.",'
    '"label":"FAVOR","numerical_label":100,"author":"8a","topic":"Verkehr"}\n'
    '{"id":8,"language":"fr","question_id":11,"question":"Plus de train?","comment":"Non.",'
    '"label":"AGAINST","numerical_label":0,"author":"9b","topic":"Verkehr"}\n'
    '{"id":9,"question":"kaputt"}\n'
)
SEMEVAL = "ID\tTarget\tTweet\tStance\n1\tAtheism\tI believe.\tAGAINST\n2\tAtheism\tHm.\tNONE\n3\tAtheism\tx\n"
NEWSMTSC = (
    '{"primary_gid":"a","sentence_normalized":"Anna 😀 praised Bo.","targets":[{"Input.gid":"a1","from":0,'
    '"to":4,"mention":"Anna","polarity":6.0,"further_mentions":[]},{"Input.gid":"a2","from":15,"to":17,"polarity":2.0}]}\n'
    '{"sentence_normalized":"Kurz.","targets":[{"from":3,"to":99,"polarity":2.0}]}\n'
)


@pytest.mark.parametrize(
    ("content", "name", "format_name", "labels"),
    [
        (XSTANCE, "x.jsonl", XStance(), ["FAVOR", "AGAINST"]),
        (SEMEVAL, "s.txt", SemEval(), ["AGAINST", "NEUTRAL"]),
        (NEWSMTSC, "n.jsonl", NewsMtsc(), ["FAVOR", "AGAINST"]),
    ],
)
def test_corpora_of_others_come_in_and_broken_rows_are_named(
    native: Any,
    new_store: Callable[..., Store],
    tmp_path: Path,
    content: str,
    name: str,
    format_name: Any,
    labels: list[str],
) -> None:
    path, store = tmp_path / name, new_store()
    path.write_text(content, "utf-8")
    assert format_name.sniff(content, path.suffix) > 0.9
    report: ImportReport = import_files(store, [path])
    assert len(report.skipped) == 1
    assert report.skipped[0].line > 0
    _, *articles = native(store, tmp_path)
    said = [stance["label"] for article in articles for it in article["sets"] for stance in it["stances"]]
    assert said == labels
    with store.read() as conn:
        assert len(codebook.topics(conn)) == {"n.jsonl": 0, "s.txt": 1, "x.jsonl": 2}[name]
        assert {label.code for label in codebook.labels(conn, "stance")} >= {"FAVOR", "AGAINST", "NEUTRAL"}
    assert list(check(store)) == []
    again = import_files(store, [path])
    assert (again.added, again.sets_added) == (0, 0), "the same file again adds nothing"


SHARED = (
    '{"id":1,"question_id":1,"question":"Mehr Bahn?","comment":"Beides.","label":"FAVOR","author":"a"}\n'
    '{"id":2,"question_id":2,"question":"Mehr Rad?","comment":"Beides.","label":"AGAINST","author":"a"}\n'
)
SHARED_TWEET = "ID\tTarget\tTweet\tStance\n1\tBahn\tBeides.\tFAVOR\n2\tRad\tBeides.\tAGAINST\n"


@pytest.mark.parametrize(("content", "name"), [(SHARED, "x.jsonl"), (SHARED_TWEET, "s.tsv")])
def test_one_text_on_two_topics_is_one_article_with_both_stances(
    native: Any, new_store: Callable[..., Store], tmp_path: Path, content: str, name: str
) -> None:
    store = new_store()
    (tmp_path / name).write_text(content, "utf-8")
    report = import_files(store, [tmp_path / name])
    assert (report.added, report.skipped) == (1, ())
    _, article = native(store, tmp_path)
    ((reading),) = article["sets"]
    assert [it["label"] for it in reading["stances"]] == ["FAVOR", "AGAINST"]
    assert len({it["topic"] for it in reading["stances"]}) == 2


def test_a_question_in_several_languages_is_one_topic_with_all_its_wordings(
    new_store: Callable[..., Store], tmp_path: Path
) -> None:
    (tmp_path / "x.jsonl").write_text(XSTANCE, "utf-8")
    store = new_store()
    import_files(store, [tmp_path / "x.jsonl"])
    with store.read() as conn:
        area, topic = codebook.topics(conn)
    assert topic.wording == {"de": "Mehr Bahn?", "fr": "Plus de train?"}
    assert (topic.parent_id, area.wording) == (area.id, {"de": "Verkehr", "fr": "Verkehr"})


QUESTIONS = {("de", 1): "Mehr Bahn?", ("fr", 1): "Plus de train?", ("de", 22): "Mehr Rad?"}


def xstance(number: int, question: tuple[str, int], comment: str, said: int, **rest: Any) -> Row:
    """A row as X-stance has it; `said` is its number on the scale."""
    language, name = question
    row = {"id": number, "language": language, "question_id": name, "question": QUESTIONS[question]}
    label = "FAVOR" if said > 50 else "AGAINST"
    row |= {"comment": comment, "label": label, "numerical_label": said, "author": "8a", "topic": "Traffic"}
    return row | rest


def lines(rows: list[Row]) -> str:
    return "".join(json.dumps(row, ensure_ascii=False, separators=(",", ":")) + "\n" for row in rows)


def sent_out(store: Store, folder: Path) -> list[Row]:
    export_file(store, folder / "out.jsonl", format="xstance")
    return [json.loads(line) for line in (folder / "out.jsonl").read_text("utf-8").splitlines()]


def test_xstance_goes_out_as_the_file_that_came_in(new_store: Callable[..., Store], tmp_path: Path) -> None:
    rows = [
        xstance(7, ("de", 1), "Ja, unbedingt.", 100, test_set="new_comments_defr"),
        xstance(8, ("fr", 1), "Plutôt\r\nnon. 😀", 25, author="9b"),
        xstance(9, ("de", 22), "Nein.", 0, author="9b", topic="Welfare & Environment"),
        xstance(10, ("de", 22), "Eher ja.", 75, topic="Welfare & Environment"),
    ]
    store = new_store()
    (tmp_path / "in.jsonl").write_text(lines(rows), "utf-8")
    assert import_files(store, [tmp_path / "in.jsonl"]).skipped == ()
    sent_out(store, tmp_path)
    assert (tmp_path / "out.jsonl").read_text("utf-8") == lines(rows)


def test_the_same_comment_by_others_is_no_duplicate(new_store: Callable[..., Store], tmp_path: Path) -> None:
    rows = [
        xstance(1, ("de", 1), "No.", 0),
        xstance(2, ("fr", 1), "No.", 25, author="9b"),
        xstance(3, ("de", 22), "No.", 0, author="9c"),
    ]
    store = new_store()
    (tmp_path / "in.jsonl").write_text(lines(rows), "utf-8")
    report = import_files(store, [tmp_path / "in.jsonl"])
    assert (report.added, report.skipped) == (1, ())
    assert sent_out(store, tmp_path) == rows


def test_what_was_changed_here_goes_out_changed(new_store: Callable[..., Store], tmp_path: Path) -> None:
    store = new_store()
    (tmp_path / "in.jsonl").write_text(lines([xstance(7, ("de", 1), "Ja, unbedingt.", 100)]), "utf-8")
    import_files(store, [tmp_path / "in.jsonl"])
    with store.read() as conn:
        work = Work(*conn.execute(select(t.annotation_set.c.annotator_id, t.annotation_set.c.round_id)).one())
        number = conn.scalars(select(t.stance.c.id)).one()
    stances.change(store, work, number, label="AGAINST", intensity=None, form="verbal")
    (row,) = sent_out(store, tmp_path)
    assert (row["id"], row["label"], row["numerical_label"]) == (7, "AGAINST", 25)
    assert row["x"]["form"] == "verbal", "what a row has no field for stands beside it"
    again = new_store("again.lesart")
    (tmp_path / "out.jsonl").write_text(lines([row | {"label": "FAVOR"}]), "utf-8")
    import_files(again, [tmp_path / "out.jsonl"])
    assert [it["label"] for it in sent_out(again, tmp_path)] == ["FAVOR"], "found by the number of the row"


def test_labels_with_steps_are_the_numbers(tmp_path: Path) -> None:
    steps = {"YES": 100.0, "RATHER_YES": 75.0, "RATHER_NO": 25.0, "NO": 0.0}
    labels = [LabelRecord(code, {}, "#111111", "#eeeeee", value=value) for code, value in steps.items()]
    project = ProjectRecord(
        VERSION, "u", "P", "2026-11-24",
        label_sets=[LabelSetRecord("xstance4", "stance", {}, labels)],
        topics=[TopicRecord("t", "eu", "issue", {"de": "Mehr EU?"})],
    )  # fmt: skip
    stances = [StanceRecord(code, code, code, "author", level="article", topic="eu") for code in steps]
    who = AnnotatorRecord("ada", "Ada", "person")
    article = ArticleRecord(VERSION, key="k", text="Ja.", sets=[SetRecord(who, "", "done", stances=stances)])
    written = XStance().write(tmp_path / "out.jsonl", project, [article], WriteOptions())
    rows = [json.loads(line) for line in (tmp_path / "out.jsonl").read_text("utf-8").splitlines()]
    assert [(it["label"], it["numerical_label"]) for it in rows] == [
        ("FAVOR", 100), ("FAVOR", 75), ("AGAINST", 25), ("AGAINST", 0),
    ]  # fmt: skip
    assert written.losses == (), "the number says the step"
