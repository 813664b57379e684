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
