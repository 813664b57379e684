"""Prodigy: tasks with spans on tokens."""

import json
from typing import Any

from store.formats.annotations.prodigy import Prodigy


def test_a_prodigy_span_names_its_tokens_the_last_one_included(sample: Any) -> None:
    files, losses = sample.out("prodigy-spans", sample.nested)
    task = json.loads(files["out.jsonl"])
    assert [(it["label"], it["token_start"], it["token_end"]) for it in task["spans"]] == [
        ("ORG", 6, 7),
        ("LOC", 7, 7),
    ]
    assert [task["tokens"][i]["text"] for i in (6, 7)] == ["die", "EU"]
    assert (task["_view_id"], task["answer"], task["_annotator_id"]) == ("spans_manual", "accept", "Ada B.")
    assert losses == [("Kreml", "inside_token")]


def test_for_ner_the_longest_span_stays(sample: Any) -> None:
    files, losses = sample.out("prodigy", sample.nested)
    assert [it["label"] for it in json.loads(files["out.jsonl"])["spans"]] == ["ORG"]
    assert losses == [("Kreml", "inside_token"), ("EU", "nested")]


def test_the_same_text_of_two_people_becomes_two_readings(read: Any) -> None:
    lines = [
        json.dumps({"text": "Köln", "spans": [], "answer": "accept", "_annotator_id": name}) for name in "ab"
    ]
    found = read(Prodigy(), "\n".join(lines), name="a.jsonl")
    assert [item.sets[0].annotator.name for _, item in found] == ["a", "b"]


def test_a_refused_span_is_refused_under_its_label(read: Any) -> None:
    spans = [{"start": 0, "end": 4, "label": name} for name in ("LOC", "LOCderiv", "MENTION")]
    line = json.dumps({"text": "Köln", "spans": spans, "answer": "reject"})
    [(_, item)] = read(Prodigy(), line, name="a.jsonl")
    assert [(it.start, it.end, it.label) for it in item.sets[0].rejections] == [(0, 4, "LOC")]
