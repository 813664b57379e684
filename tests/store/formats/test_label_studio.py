"""Label Studio: tasks in UTF-16 units."""

import json
from typing import Any

import pytest

from store.formats.annotations.label_studio import LabelStudio
from store.formats.problems import Skipped


def test_positions_are_utf16_units(sample: Any) -> None:
    files, _ = sample.out("label-studio", sample.done(sample.span("s1", "EU", "ORG")))
    [task] = json.loads(files["out.json"])
    [result] = task["annotations"][0]["result"]
    assert (result["value"]["start"], result["value"]["end"]) == (38, 40)
    assert sample.text.encode("utf-16-le")[2 * 38 : 2 * 40].decode("utf-16-le") == "EU"
    assert '<Label value="ORG"' in files["out.config.xml"]


def test_people_annotate_and_models_predict(sample: Any) -> None:
    model = sample.done(sample.span("s9", "EU", "ORG", score=0.5, made="predicted"), by=sample.model)
    files, _ = sample.out("label-studio", sample.done(), sample.done(by=sample.bea), model)
    [task] = json.loads(files["out.json"])
    assert [it["annotator"] for it in task["annotations"]] == ["Ada B.", "Bea"]
    assert [(it["model_version"], it["result"][0]["score"]) for it in task["predictions"]] == [("de 1", 0.5)]


def test_words_beside_a_position_show_how_it_was_counted(read: Any) -> None:
    def task(start: int, end: int, words: str | None) -> str:
        value = {"start": start, "end": end, "labels": ["LOC"]} | ({"text": words} if words else {})
        result = [{"type": "labels", "value": value}]
        return json.dumps([{"data": {"text": "😀 Rom, Rom"}, "annotations": [{"result": result}]}])

    def place(content: str) -> Any:
        [(_, item)] = read(LabelStudio(), content, name="x.json")
        return item.reason if isinstance(item, Skipped) else (item.sets[0].spans[0].start)

    assert place(task(3, 6, "Rom")) == 2
    assert place(task(2, 5, "Rom")) == 2
    assert place(task(3, 6, None)) == 2
    assert place(task(3, 6, "Bonn")) == "wrong_offset"


@pytest.mark.parametrize("content", ["", "[", "[]", "{", '[{"data"', "[1", "null"])
def test_a_list_that_is_no_list_of_tasks_is_said_to_be(read: Any, content: str) -> None:
    found = read(LabelStudio(), content, name="x.json")
    assert all(isinstance(item, Skipped) for _, item in found)
    assert bool(found) == (content not in ("", "[]"))


def task_of(value: Any, text: str = "Der Rat\n tagt in Bonn.", **annotation: Any) -> str:
    """A list of one task whose only annotation has these results."""
    return json.dumps([{"data": {"text": text}, "annotations": [{"result": value, **annotation}]}])


def label(start: Any, end: Any, words: str | None = None, *, name: str = "r1") -> Any:
    value = {"start": start, "end": end, "labels": ["LOC"]} | ({"text": words} if words else {})
    return {"id": name, "type": "labels", "value": value}


@pytest.mark.parametrize("words", ["Rat\n tagt", "Rat\\n tagt", "Rat tagt", "Rattagt"])
def test_words_may_have_lost_their_line_ends(read: Any, words: str) -> None:
    [(_, article)] = read(LabelStudio(), task_of([label(4, 13, words)]), name="x.json")
    assert [(it.start, it.end) for it in article.sets[0].spans] == [(4, 13)]


def test_positions_with_a_cr_lf_as_one_are_told_by_their_words(read: Any) -> None:
    content = task_of([label(9, 13, "Bonn")], "😀 Rat.\r\n\r\nBonn.")
    [(_, article)] = read(LabelStudio(), content, name="x.json")
    [span] = article.sets[0].spans
    assert article.text[span.start : span.end] == "Bonn"


def test_predictions_and_results_that_are_only_numbers_or_nothing_cost_no_task(read: Any) -> None:
    task = {
        "data": {"text": "Bonn"},
        "annotations": [{"result": None}, 17],
        "predictions": [3],
        "drafts": [4],
    }
    [(_, article)] = read(LabelStudio(), json.dumps([task]), name="x.json")
    assert [it.spans for it in article.sets] == [[]]


def test_a_relation_may_point_to_the_left(read: Any) -> None:
    def ends(direction: str | None) -> tuple[Any, ...]:
        relation = {"type": "relation", "from_id": "a/1", "to_id": "b", "labels": ["FAVOR"]}
        relation |= {"direction": direction} if direction else {}
        results = [label(4, 7, name="a/1"), label(17, 21, name="b"), relation]
        [(_, article)] = read(LabelStudio(), task_of(results), name="x.json")
        [stance] = article.sets[0].stances
        places = {it.id: it.start for it in article.sets[0].spans}
        return places[stance.holder_span], places[stance.target_span]

    assert [ends(it) for it in (None, "right", "left")] == [(4, 17), (4, 17), (17, 4)]


def test_ranges_of_a_page_are_where_they_stand_in_its_whole_text(read: Any) -> None:
    place = {"start": "/p[1]/text()[1]", "end": "/p[1]/text()[1]", "startOffset": 4, "endOffset": 7}
    known = {**place, "globalOffsets": {"start": 4, "end": 7}, "text": "Rat", "hypertextlabels": ["ORG"]}
    results = [
        {"id": "a", "type": "hypertextlabels", "value": known},
        {"id": "b", "type": "hypertextlabels", "value": {**place, "hypertextlabels": ["ORG"]}},
        {"type": "relation", "from_id": "a", "to_id": "b", "labels": ["FAVOR"]},
    ]
    [(_, article)] = read(LabelStudio(), task_of(results), name="x.json")
    assert [(it.start, it.end, it.label) for it in article.sets[0].spans] == [(4, 7, "ORG")]
    assert article.attrs["source"]["results"] == results[1:], "what has no place in the text stays"
