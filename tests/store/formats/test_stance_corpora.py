"""Corpora of stances by others come in."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from store.checking import check
from store.database import Store
from store.formats.stances.newsmtsc import NewsMtsc
from store.formats.stances.semeval import SemEval
from store.formats.stances.xstance import XStance
from store.queries import codebook
from store.transfer import ImportReport, import_files

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
        assert len(codebook.topics(conn)) == (0 if name == "n.jsonl" else 1)
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
        (topic,) = codebook.topics(conn)
    assert topic.wording == {"de": "Mehr Bahn?", "fr": "Plus de train?"}
