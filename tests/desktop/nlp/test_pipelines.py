import os
import shutil
import stat
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from spacy.language import Language
from spacy.tokens import SpanGroup

from desktop.nlp import label_map, pipelines
from desktop.nlp.errors import ModelBroken, ModelCarriesCode, ModelMissing
from desktop.nlp.models import ModelInfo
from store.values import PredictedSpan

GERMAN = Path(str(files("resources"))) / "models" / "de"
TEXT = "Am Mittwoch traf Wladimir Putin in Moskau Vertreter der NATO."


@pytest.fixture
def toy(spacy: Any) -> Any:
    """A pipeline of somebody else: rules that give OntoNotes labels."""
    nlp = spacy.blank("en")
    ruler = nlp.add_pipe("entity_ruler")
    ruler.add_patterns([
        {"label": "PERSON", "pattern": "Smith"},
        {"label": "GPE", "pattern": "Paris"},
        {"label": "DATE", "pattern": "Monday"},
        {"label": "VIRUS", "pattern": "Ebola"},
    ])  # fmt: skip
    return nlp


def wrapped(nlp: Any, preset: str = "german") -> pipelines.Pipeline:
    return pipelines.Pipeline(nlp, ModelInfo("toy", "en_toy", "1.0", "en"), label_map.mapping_for(preset))


def found(pipeline: pipelines.Pipeline, text: str) -> list[tuple[str, str]]:
    return [(text[span.start : span.end], span.label) for span in pipeline.predict(text)]


def test_another_pipelines_labels_are_mapped_and_dates_dropped(toy: Any) -> None:
    text = "On Monday Smith flew to Paris with Ebola."
    pipeline = wrapped(toy)
    assert found(pipeline, text) == [("Smith", "PER"), ("Paris", "LOC"), ("Ebola", "VIRUS")]
    assert pipeline.labels == ("LOC", "PER", "VIRUS")
    assert all(span.score is None for span in pipeline.predict(text))


def test_the_ontonotes_preset_keeps_them(toy: Any) -> None:
    assert found(wrapped(toy, "ontonotes"), "Monday in Paris") == [("Monday", "DATE"), ("Paris", "GPE")]


def test_span_groups_and_their_scores_are_read(toy: Any) -> None:
    @Language.component("toy_groups", assigns=["doc.spans"])
    def groups(doc: Any) -> Any:
        spans = [doc[0:2], doc[1:2]]
        for span in spans:
            span.label_ = "ORG"
        doc.spans["sc"] = SpanGroup(doc, name="sc", spans=spans, attrs={"scores": [0.75, 0.5]})
        return doc

    toy.add_pipe("toy_groups")
    spans = wrapped(toy).predict("New Smith")
    assert PredictedSpan(0, 9, "ORG", "plain", 0.75) in spans
    assert [(s.start, s.end, s.label) for s in spans] == [(0, 9, "ORG"), (4, 9, "ORG"), (4, 9, "PER")]


def test_a_text_longer_than_spacy_allows_is_read_in_pieces(toy: Any) -> None:
    toy.max_length = 50
    text = "\n".join(["Smith saw 🎉 Paris."] * 20) + " x" * 60 + "y" * 120 + " Smith"
    spans = found(wrapped(toy), text)
    assert spans == [("Smith", "PER"), ("Paris", "LOC")] * 20 + [("Smith", "PER")]


@given(st.text("ab \n\r", max_size=60), st.integers(1, 20))
def test_pieces_cover_the_text_and_keep_the_limit(text: str, limit: int) -> None:
    pieces = list(pipelines.chunks(text, limit))
    assert "".join(text[start:end] for start, end in pieces) == text
    assert all(end - start <= limit for start, end in pieces)
    for start, end in pieces[:-1]:
        assert end - start == limit or text[end - 1] in " \n\r" or "\n" in text[start:end] or end > start


def test_tokens_are_the_pipelines_own_without_white_space(toy: Any) -> None:
    text = "\n\nDon't  stop\u00a0🎉 it!\n"
    assert [text[start:end] for start, end in wrapped(toy).tokens(text)] == [
        "Do",
        "n't",
        "stop",
        "🎉",
        "it",
        "!",
    ]


def test_sentences_follow_our_own_rules(toy: Any) -> None:
    text = "Mr. Smith left. He ran."
    assert [text[start:end] for start, end in wrapped(toy).sentences(text)] == ["Mr. Smith left.", "He ran."]


def test_a_model_folder_loads_from_any_place_renamed_and_read_only(
    tmp_path: Path, german: pipelines.Pipeline
) -> None:
    place = tmp_path / "Ein anderer Ort" / "modèle"
    shutil.copytree(GERMAN, place)
    for path in [*place.rglob("*"), place]:
        path.chmod(stat.S_IREAD | (stat.S_IEXEC if path.is_dir() else 0))
    try:
        copy = pipelines.load(str(place))
        assert copy.predict(TEXT) == german.predict(TEXT)
        assert (copy.name, copy.version, copy.language) == (german.name, german.version, "de")
    finally:
        for path in [place, *place.rglob("*")]:
            path.chmod(stat.S_IRWXU)
    shutil.rmtree(place)
    assert copy.predict(TEXT) == german.predict(TEXT), "a loaded model needs its folder no more"


def test_a_saved_model_is_the_same_byte_for_byte(tmp_path: Path, spacy: Any) -> None:
    spacy.load(GERMAN).to_disk(tmp_path / "again")
    for name in (
        "lesart_crf/chain.bin",
        "lesart_crf/names.bin",
        "lesart_crf/clusters.bin",
        "lesart_crf/gazetteer.json",
        "lesart_crf/network1.bin",
        "lesart_crf/network2.bin",
        "lesart_crf/network3.bin",
        "lesart_crf/meta.json",
    ):
        assert (tmp_path / "again" / name).read_bytes() == (GERMAN / name).read_bytes(), name
    nlp = spacy.load(GERMAN)
    assert (
        spacy.blank("de").from_config(nlp.config).from_bytes(nlp.to_bytes())(TEXT).ents[0].text
        == "Wladimir Putin"
    )


@pytest.mark.parametrize(
    "part", ["chain.bin", "clusters.bin", "gazetteer.json", "names.bin", "network2.bin", "meta.json"]
)
def test_a_damaged_part_is_a_broken_model_not_a_crash(tmp_path: Path, part: str) -> None:
    shutil.copytree(GERMAN, tmp_path / "de")
    file = tmp_path / "de" / "lesart_crf" / part
    file.write_bytes(file.read_bytes()[: file.stat().st_size // 2])
    with pytest.raises(ModelBroken):
        pipelines.load(str(tmp_path / "de"))


def test_a_folder_with_code_runs_only_when_allowed(
    tmp_path: Path, toy: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    toy.to_disk(tmp_path / "toy")
    (tmp_path / "toy" / "extra.py").write_text("import os\nos.environ['LESART_RAN'] = 'yes'\n")
    monkeypatch.delenv("LESART_RAN", raising=False)
    with pytest.raises(ModelCarriesCode):
        pipelines.load(str(tmp_path / "toy"))
    assert "LESART_RAN" not in os.environ
    pipelines.load(str(tmp_path / "toy"), allow_code=True)
    assert os.environ.pop("LESART_RAN") == "yes"


@pytest.mark.parametrize(
    ("old", "new", "named"),
    [
        ('factory = "entity_ruler"', 'factory = "strangers_component"', "factory = strangers_component"),
        (
            '@tokenizers = "spacy.Tokenizer.v1"',
            '@tokenizers = "strangers.Tokenizer.v1"',
            "@tokenizers = strangers.Tokenizer.v1",
        ),
    ],
)
def test_a_config_that_needs_unknown_functions_is_refused(
    tmp_path: Path, toy: Any, old: str, new: str, named: str
) -> None:
    toy.to_disk(tmp_path)
    config = tmp_path / "config.cfg"
    assert old in config.read_text()
    config.write_text(config.read_text().replace(old, new))
    with pytest.raises(ModelCarriesCode) as caught:
        pipelines.load(str(tmp_path))
    assert caught.value.fields["files"] == [named]


def test_loggers_of_a_training_section_do_not_matter(tmp_path: Path, toy: Any) -> None:
    toy.to_disk(tmp_path)
    config = tmp_path / "config.cfg"
    config.write_text(config.read_text().replace('"spacy.ConsoleLogger.v1"', '"strangers.Logger.v1"'))
    assert found(pipelines.load(str(tmp_path)), "Paris") == [("Paris", "LOC")]


def test_a_missing_model_is_missing() -> None:
    with pytest.raises(ModelMissing):
        pipelines.load("embedded:tlh")
