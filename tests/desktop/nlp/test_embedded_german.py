"""The model that is shipped: what it finds on running text, and that its folder is whole."""

import json
from importlib.resources import files
from pathlib import Path
from typing import Any

from desktop.nlp import pipelines
from store.values import PredictedSpan

GERMAN = Path(str(files("resources"))) / "models" / "de"
MEGABYTE = 1_000_000


def texts(text: str, spans: list[PredictedSpan], label: str, form: str = "plain") -> list[str]:
    return [text[s.start : s.end] for s in spans if (s.label, s.form) == (label, form)]


def test_the_whole_model_stays_small_and_good() -> None:
    assert sum(file.stat().st_size for file in GERMAN.rglob("*") if file.is_file()) < 15 * MEGABYTE
    assert json.loads((GERMAN / "meta.json").read_bytes())["performance"]["ents_f"] >= 0.801


def test_the_seed_article(german: pipelines.Pipeline, seed_text: str, seed_gold: dict[str, Any]) -> None:
    """Names that stand for themselves: no adjectives, no parts of compounds, no names inside names."""
    core = {
        (entity["start"], entity["end"], entity["label"])
        for entity in seed_gold["entities"]
        if entity["label"] in ("PER", "ORG", "LOC")
        and not (entity["derived"] or entity["compound_part"] or entity["nested_in"])
    }
    spans = german.predict(seed_text)
    found = {(s.start, s.end, s.label) for s in spans if s.form == "plain" and s.label != "MISC"}
    assert len(core) == 43
    assert len(core & found) >= 30, "32 when it was trained"
    assert len(found - core) <= 6, "3 when it was trained"


def test_adjectives_and_names_in_compounds_have_forms_of_their_own(german: pipelines.Pipeline) -> None:
    text = "Der Kreml-Sprecher wies die armenischen Vorwürfe zurück, sagte ein US-Präsident."
    spans = german.predict(text)
    assert texts(text, spans, "LOC", "derived") == ["armenischen"]
    assert "US" in texts(text, spans, "LOC", "part")


def test_spans_count_code_points(german: pipelines.Pipeline) -> None:
    text = "🎉🎉 Gestern traf\u00a0Angela Merkel in Berlin ein.\r\nAngela Merkel sprach."
    spans = german.predict(text)
    assert texts(text, spans, "PER") == ["Angela Merkel", "Angela Merkel"]
    assert texts(text, spans, "LOC") == ["Berlin"]


def test_every_span_has_a_score_and_names_are_surer_than_guesses(
    german: pipelines.Pipeline, seed_text: str
) -> None:
    spans = german.predict(seed_text)
    assert all(span.score is not None and 0 <= span.score <= 1 for span in spans)
    by_text = {seed_text[s.start : s.end]: s.score or 0 for s in spans}
    assert by_text["Wladimir Putin"] > 0.8


def test_texts_without_words_give_nothing(german: pipelines.Pipeline) -> None:
    for text in ("", " ", "\n\n", "…", "\u200b", "123"):
        assert german.predict(text) == []


def test_a_text_longer_than_spacys_limit_is_read(german: pipelines.Pipeline) -> None:
    sentence = "Angela Merkel sprach heute."
    text = sentence + " " * 1_000_100 + sentence
    assert texts(text, german.predict(text), "PER") == ["Angela Merkel", "Angela Merkel"]
