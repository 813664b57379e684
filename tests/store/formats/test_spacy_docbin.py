"""spaCy's container holds what tokens can hold; the rest is listed."""

import re
from pathlib import Path
from typing import Any

import pytest
import spacy
from hypothesis import given
from hypothesis import strategies as st
from spacy.tokens import DocBin

from store.alignment import words_and_spaces
from store.formats.annotations.spacy_docbin import SpacyDocBin
from store.formats.protocol import TrainingFiles, WriteOptions, Written
from store.formats.readings import chosen, part_of
from store.formats.records import (
    VERSION,
    AnnotatorRecord,
    ArticleRecord,
    PartRecord,
    SetRecord,
    SpanRecord,
    StanceRecord,
)
from store.formats.scheme_records import ProjectRecord

TEXT = "Der Kreml-Sprecher lobte  die EU.\n\nMoskau schwieg 😀."
ADA, BEA = AnnotatorRecord("a", "Ada", "person"), AnnotatorRecord("b", "Bea", "person")
MODEL, GOLD = AnnotatorRecord("m", "de", "model", "1"), AnnotatorRecord("g", "gold", "gold")
PROJECT = ProjectRecord(VERSION, "u", "P", "2026-11-24")


def tokens(text: str, _language: str) -> list[tuple[int, int]]:
    return [match.span() for match in re.finditer(r"[\w-]+|[^\w\s-]", text)]


def span(name: str, word: str, label: str | None = None, **fields: Any) -> SpanRecord:
    start = TEXT.index(word)
    return SpanRecord(name, start, start + len(word), label, **fields)


def written(folder: Path, *sets: SetRecord, **options: Any) -> tuple[Written, list[Any]]:
    """What was written, and the Docs that come back."""
    article = ArticleRecord(VERSION, key="a1", text=TEXT, language="de", sets=list(sets))
    draft = folder / "out.spacy"
    result = SpacyDocBin().write(draft, PROJECT, [article], WriteOptions(segment=tokens, **options))
    vocab = spacy.blank("xx").vocab
    return result, [doc for file in result.files for doc in DocBin().from_disk(folder / file).get_docs(vocab)]


def texts(spans: Any) -> list[tuple[str, str]]:
    return [(one.text, one.label_) for one in spans]


@given(st.text(alphabet=st.sampled_from("ab. \t\n\r\u00a0\u2028😀e\u0301")))
def test_the_tokens_are_the_text(text: str) -> None:
    words, spaces = words_and_spaces(text, tokens(text, ""))
    assert "".join(word + " " * space for word, space in zip(words, spaces, strict=True)) == text
    assert "" not in words


def test_plain_entities_are_ents_and_all_are_in_the_span_group(tmp_path: Path) -> None:
    reading = SetRecord(
        ADA,
        status="done",
        spans=[
            span("s1", "Kreml-Sprecher", "PER"),
            span("s2", "die EU", "ORG"),
            span("s3", "EU", "ORG", form="part"),
            span("s4", "Moskau", "LOC", actor="x7"),
            span("s5", "Moskau schwieg"),
        ],
    )
    _, [doc] = written(tmp_path, reading)
    assert doc.text == TEXT
    assert texts(doc.ents) == [("Kreml-Sprecher", "PER"), ("die EU", "ORG"), ("Moskau", "LOC")]
    assert texts(doc.spans["sc"]) == [
        ("Kreml-Sprecher", "PER"), ("die EU", "ORG"), ("EU", "ORGpart"), ("Moskau", "LOC"),
    ]  # fmt: skip
    assert texts(doc.spans["mentions"]) == [("Moskau schwieg", "MENTION")]
    assert [ent.kb_id_ for ent in doc.ents] == ["", "", "x7"]


def test_of_nested_entities_the_longest_is_the_ent(tmp_path: Path) -> None:
    reading = SetRecord(ADA, status="done", spans=[span("s1", "die EU", "ORG"), span("s2", "EU", "LOC")])
    _, [doc] = written(tmp_path, reading)
    assert texts(doc.ents) == [("die EU", "ORG")]
    assert texts(doc.spans["sc"]) == [("die EU", "ORG"), ("EU", "LOC")]


def test_a_span_that_cuts_a_token_is_listed_and_not_widened(tmp_path: Path) -> None:
    reading = SetRecord(ADA, status="done", spans=[span("s1", "Kreml", "LOC"), span("s2", "EU", "ORG")])
    result, [doc] = written(tmp_path, reading)
    [loss] = result.losses
    assert (loss.article, TEXT[loss.start : loss.end], loss.what, loss.kind) == (
        "a1",
        "Kreml",
        "LOC",
        "inside_token",
    )
    assert texts(doc.spans["sc"]) == [("EU", "ORG")]


def test_outside_is_said_only_of_a_finished_reading(tmp_path: Path) -> None:
    finished = SetRecord(ADA, status="done", spans=[span("s1", "EU", "ORG")])
    unfinished = SetRecord(BEA, status="in_progress", spans=[span("s2", "EU", "ORG")])
    _, docs = written(tmp_path, finished, unfinished)
    assert [{token.ent_iob_ for token in doc} for doc in docs] == [{"O", "B"}, {"", "B"}]


def test_undecided_suggestions_are_a_group_of_their_own(tmp_path: Path) -> None:
    model = SetRecord(MODEL, status="done", spans=[span("s1", "EU", "ORG"), span("s2", "Moskau", "LOC")])
    own = SetRecord(
        ADA, status="in_progress", shown_model="m", spans=[span("s3", "EU", "ORG")], undecided=["s2"]
    )
    _, [doc] = written(tmp_path, model, own)
    assert texts(doc.spans["undecided"]) == [("Moskau", "LOC")]
    assert {token.ent_iob_ for token in doc if token.text == "Moskau"} == {""}


def test_nothing_is_said_of_tokens_of_a_lost_span_or_an_undecided_suggestion(tmp_path: Path) -> None:
    model = SetRecord(MODEL, status="done", spans=[span("s1", "Moskau", "LOC")])
    own = SetRecord(ADA, status="done", shown_model="m", spans=[span("s2", "Kreml", "LOC")], undecided=["s1"])
    _, [doc] = written(tmp_path, model, own)
    assert {token.text: token.ent_iob_ for token in doc if token.ent_iob_ != "O"} == {
        "Kreml-Sprecher": "", "Moskau": "",
    }  # fmt: skip


def test_what_may_be_learnt_lies_beside_the_tokens(tmp_path: Path) -> None:
    begun = SetRecord(ADA, status="in_progress", spans=[span("s1", "EU", "ORG")])
    done = SetRecord(
        BEA, status="done", spans=[span("s2", "EU", "ORG"), span("s3", "Moskau", "LOC", unsure=True)]
    )
    _, docs = written(tmp_path, begun, done)
    first, second = (doc.user_data["lesart"] for doc in docs)
    at = TEXT.index("EU")
    assert (first["known"]["is_whole"], second["known"]["is_whole"]) == (False, True)
    assert [tuple(it) for it in second["known"]["spans"]] == [(at, at + 2, "ORG")]
    assert [TEXT[start:end] for start, end in second["known"]["unknown"]] == ["Moskau"]
    assert (first["counts"], second["counts"]) == (False, True)


def test_a_split_brings_the_config_of_a_training(tmp_path: Path) -> None:
    def config(project: ProjectRecord, files: TrainingFiles) -> str:
        return f"{project.name} {files.train} {files.dev} {files.taught['de']}"

    reading = SetRecord(ADA, status="done")
    whole, _ = (written(tmp_path, reading, training=config, one_each=it) for it in (False, True))
    assert whole[0].files == ("out.spacy",)
    parts = {"a": "train", "b": "train", "c": "train", "d": "dev"}
    articles = [
        ArticleRecord(
            VERSION, key=key, text=TEXT, language="de", sets=[reading] * readings
        ) for key, readings in (("a", 1), ("b", 2), ("c", 0), ("d", 1))
    ]  # fmt: skip
    options = WriteOptions(segment=tokens, split=(8, 1, 1), parts=parts, training=config)
    result = SpacyDocBin().write(tmp_path / "out.spacy", PROJECT, articles, options)
    assert result.files[-1] == "out.cfg"
    assert (tmp_path / "out.cfg").read_text() == "P out-train.spacy out-dev.spacy 2"


def test_stances_travel_with_their_ranges(tmp_path: Path) -> None:
    stance = StanceRecord(
        "t1", "u1", "FAVOR", "span", holder_span="s1", topic="eu", target_span="s2",
        parts=[PartRecord("evidence", 0, 33, "default")],
    )  # fmt: skip
    reading = SetRecord(
        ADA,
        status="done",
        spans=[span("s1", "Kreml-Sprecher", "PER"), span("s2", "EU", "ORG")],
        stances=[stance],
    )
    _, [doc] = written(tmp_path, reading)
    data = doc.user_data["lesart"]
    assert (data["key"], data["annotator"]["name"], data["status"]) == ("a1", "Ada", "done")
    [found] = data["stances"]
    assert [TEXT[slice(*found[name])] for name in ("holder_range", "target_range")] == [
        "Kreml-Sprecher",
        "EU",
    ]
    assert (found["label"], found["topic"]) == ("FAVOR", "eu")


def test_gold_goes_before_people_and_models_come_only_by_name() -> None:
    sets = [
        SetRecord(MODEL, status="done"),
        SetRecord(ADA, status="done"),
        SetRecord(BEA, status="excluded", excluded_reason="stub"),
        SetRecord(BEA),
    ]
    assert [item.annotator for item in chosen(sets, ())] == [ADA]
    assert [item.annotator for item in chosen([*sets, SetRecord(GOLD, status="done")], ())] == [GOLD]
    assert [item.annotator for item in chosen(sets, ("de",))] == [MODEL]
    assert chosen([SetRecord(MODEL, status="done")], ()) == []


def test_a_split_deals_by_article_and_never_moves_one() -> None:
    parts = [part_of(f"key-{i}", (80, 10, 10), 0) for i in range(2000)]
    assert parts == [part_of(f"key-{i}", (80, 10, 10), 0) for i in range(2000)]
    assert 1500 < parts.count("train") < 1700
    assert 150 < parts.count("dev") < 250
    assert parts != [part_of(f"key-{i}", (80, 10, 10), 1) for i in range(2000)]


def test_a_split_writes_three_files(tmp_path: Path) -> None:
    result, docs = written(tmp_path, SetRecord(ADA, status="done"), split=(8, 1, 1))
    assert result.files == ("out-train.spacy", "out-dev.spacy", "out-test.spacy")
    assert len(docs) == 1


def test_tokens_are_asked_for() -> None:
    with pytest.raises(ValueError, match="tokens"):
        SpacyDocBin().write(Path("out.spacy"), PROJECT, [], WriteOptions())
