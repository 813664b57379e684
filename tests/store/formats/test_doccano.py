"""doccano: spans and relations in one line."""

import json
from typing import Any

from store.formats.annotations.doccano import Doccano
from store.formats.records import (
    StanceRecord,
)


def test_a_stance_between_spans_is_a_relation(sample: Any) -> None:
    stance = StanceRecord("t1", "u1", "FAVOR", "span", holder_span="s1", target_span="s2", topic="eu")
    reading = sample.done(
        sample.span("s1", "Kreml-Sprecher"), sample.span("s2", "EU", "ORG"), stances=[stance]
    )
    files, losses = sample.out("doccano-relations", reading)
    line = json.loads(files["out.jsonl"])
    assert [it["label"] for it in line["entities"]] == ["MENTION", "ORG"]
    assert line["relations"] == [{"id": 1, "from_id": 1, "to_id": 2, "type": "FAVOR"}]
    assert losses == [("Kreml-Sprecher", "stance_details")]
    files, losses = sample.out("doccano", reading)
    assert json.loads(files["out.jsonl"])["label"] == [[37, 39, "ORG"]]
    assert losses == [("Kreml-Sprecher", "mention"), ("Kreml-Sprecher", "stance")]


def test_an_id_twice_is_refused(read: Any) -> None:
    entity = {"id": 1, "label": "ORG", "start_offset": 0, "end_offset": 1}
    [(line, problem)] = read(Doccano(), json.dumps({"text": "ab", "entities": [entity, entity]}))
    assert (line, problem.field, problem.reason) == (1, "entities", "repeated")
