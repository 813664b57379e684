"""W3C Web Annotations: anchored by position and by words."""

import json
from pathlib import Path
from typing import Any

from store.formats.annotations.web_annotation import WebAnnotation
from store.formats.protocol import WriteOptions
from store.formats.records import (
    VERSION,
    ArticleRecord,
    SpanRecord,
)


def test_web_annotations_are_anchored_twice(sample: Any) -> None:
    span = sample.span
    reading = sample.done(span("s1", "Kreml-Sprecher"), span("s2", "EU", "ORG"), span("s3", "EU", "two"))
    files, losses = sample.out("web-annotation", reading, sample.done(by=sample.bea))
    page = json.loads(files["out.jsonld"])
    assert (page["@context"], page["type"]) == ("http://www.w3.org/ns/anno.jsonld", "AnnotationPage")
    found = [(it["motivation"], it.get("body", {}).get("value")) for it in page["items"]]
    assert found == [("highlighting", None), ("tagging", "ORG"), ("tagging", "two")]
    position, quote = page["items"][1]["target"]["selector"]
    assert sample.text[position["start"] : position["end"]] == quote["exact"] == "EU"
    assert sample.text.endswith(quote["prefix"] + quote["exact"] + quote["suffix"])
    assert page["items"][1]["creator"] == {"type": "Person", "name": "Ada B.", "id": "urn:uuid:a"}
    assert losses == []


def test_web_annotations_do_without_texts(sample: Any, tmp_path: Path) -> None:
    article = ArticleRecord(VERSION, key="a1", sha256="ab", sets=[sample.done(SpanRecord("s1", 0, 4, "LOC"))])
    WebAnnotation().write(tmp_path / "out.jsonld", sample.project, [article], WriteOptions())
    [item] = json.loads((tmp_path / "out.jsonld").read_text("utf-8"))["items"]
    assert item["target"] == {
        "source": {"id": "urn:sha256:ab", "type": "Text"},
        "selector": [{"type": "TextPositionSelector", "start": 0, "end": 4}],
    }
