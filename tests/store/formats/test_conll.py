"""Tokens in columns: CoNLL, GermEval and CoNLL-U."""

from pathlib import Path
from typing import Any

import pytest

from store.formats.annotations.conll import Conll
from store.formats.annotations.conllu import ConllU
from store.formats.problems import Skipped
from store.formats.protocol import ReadOptions
from store.formats.records import (
    SpanRecord,
)
from store.formats.sources import Source


@pytest.mark.parametrize(
    ("scheme", "expected"),
    [
        ("iob2", ["B-LOC", "O", "O", "B-PER", "O", "O", "B-ORG", "I-ORG", "O"]),
        ("iob1", ["I-LOC", "O", "O", "I-PER", "O", "O", "I-ORG", "I-ORG", "O"]),
        ("bioes", ["S-LOC", "O", "O", "S-PER", "O", "O", "B-ORG", "E-ORG", "O"]),
    ],
)
def test_the_scheme_is_chosen(sample: Any, scheme: str, expected: list[str]) -> None:
    span = sample.span
    reading = sample.done(
        span("s1", "Köln", "LOC"),
        span("s2", "Kreml-Sprecher", "PER"),
        span("s3", "die EU", "ORG"),
    )
    files, _ = sample.out("conll2003", reading, scheme=scheme)
    rows = [line.split() for line in files["out.conll"].splitlines()[2:] if line]
    assert [row[3] for row in rows] == expected
    assert [row[0] for row in rows][:3] == ["Köln", ".", "Der"]
    assert files["out.conll"].splitlines()[:5] == [
        "-DOCSTART- -X- O O", "", f"Köln -X- _ {expected[0]}", ". -X- _ O", "",
    ]  # fmt: skip


@pytest.mark.parametrize(
    "column",
    [
        "I-A B-A I-A O I-B",
        "B-A B-A I-A O B-B",
        "S-A B-A E-A O S-B",
        "U-A B-A L-A O U-B",
    ],
)
def test_every_scheme_says_the_same(read: Any, column: str) -> None:
    lines = "".join(f"{word} {tag}\n" for word, tag in zip("abcde", column.split(), strict=True))
    [(_, article)] = read(Conll(), lines, name="x.conll")
    found = [(article.text[it.start : it.end], it.label) for it in article.sets[0].spans]
    assert found == [("a", "A"), ("b c", "A"), ("e", "B")]


def test_a_text_without_its_map_is_put_together(read: Any) -> None:
    rows = ["( O", "Der O", "Rat O", ") O", "tagt O", ". O", "", "„ O", "Nein O", "“ O"]
    [(_, article)] = read(Conll(), "\n".join(rows) + "\n", name="x.conll")
    assert article.text == "(Der Rat) tagt.\n„Nein“"


def test_a_map_that_fits_no_more_is_not_followed(sample: Any, tmp_path: Path) -> None:
    sample.out("conll2003", sample.done(sample.span("s1", "EU", "ORG")))
    path = tmp_path / "out.conll"
    [(_, exact)] = Conll().read(Source(path), ReadOptions())
    assert exact.text == sample.text
    path.write_text(path.read_text("utf-8").replace("Köln", "Bonn"), "utf-8")
    [(_, rebuilt)] = Conll().read(Source(path), ReadOptions())
    assert rebuilt.text == "Bonn.\nDer Kreml-Sprecher lobte 😀 die EU."


def test_a_sentence_never_ends_within_a_span(sample: Any) -> None:
    reading = sample.done(SpanRecord("s1", 0, 24, "MISC"))
    files, _ = sample.out("conll2002", reading)
    assert files["out.conll"].splitlines()[2:7] == [
        "Köln B-MISC", ". I-MISC", "Der I-MISC", "Kreml-Sprecher I-MISC", "lobte O",
    ]  # fmt: skip


def test_tokens_out_of_scope_can_be_left_out(sample: Any) -> None:
    files, _ = sample.out("conll2002", sample.done(sample.span("s1", "EU", "ORG")), in_scope=True)
    assert "Köln" not in files["out.conll"]
    assert "Der O" in files["out.conll"]


def test_widening_is_listed_and_done_only_where_it_was_asked_for(sample: Any) -> None:
    reading = sample.done(sample.span("s1", "Kreml", "LOC"))
    files, losses = sample.out("conll2002", reading, misfit="widen")
    assert "Kreml-Sprecher B-LOC" in files["out.conll"]
    assert losses == [("Kreml", "widened")]


def test_germeval_has_two_layers_and_a_third_is_lost(sample: Any) -> None:
    span = sample.span
    reading = sample.done(
        span("s1", "die EU", "ORG"),
        span("s2", "EU", "LOC"),
        span("s3", "EU", "ORG", form="derived"),
    )
    files, losses = sample.out("germeval", reading)
    assert "6\tEU\tI-ORG\tB-LOC\n" in files["out.tsv"]
    assert files["out.tsv"].startswith("#\ta1 []\n1\tKöln\tO\tO\n")
    assert losses == [("EU", "nested")]


def test_a_broken_row_costs_its_document_only(read: Any) -> None:
    good = "-DOCSTART- O\n\nBonn B-LOC\n\n"
    found = read(Conll(), f"{good}-DOCSTART- O\n\nnur ein Wort mehr\nRom B-LOC\n\n{good}", name="x.conll")
    assert [type(item).__name__ for _, item in found] == ["ArticleRecord", "Skipped", "ArticleRecord"]
    assert [(it.line, it.reason) for _, it in found if isinstance(it, Skipped)] == [(7, "columns")]


def test_a_long_file_without_documents_becomes_several_articles(read: Any) -> None:
    found = read(Conll(), "a O\n. O\n\n" * 450, name="x.conll")
    assert [item.text.count("\n") + 1 for _, item in found] == [200, 200, 50]
    assert [item.key for _, item in found] == ["x#1", "x#2", "x#3"]


def test_another_reader_of_conllu_sees_the_same(sample: Any) -> None:
    conllu = pytest.importorskip("conllu", reason="conllu is not installed")
    files, _ = sample.out(
        "conllu", sample.done(sample.span("s1", "die EU", "ORG"), sample.span("s2", "Köln", "LOC"))
    )
    first, second = conllu.parse(files["out.conllu"])
    assert first.metadata == {"newdoc id": "a1", "sent_id": "1", "text": "Köln."}
    assert [(it["form"], it["misc"]) for it in first] == [
        ("Köln", {"NE": "B-LOC", "SpaceAfter": "No"}), (".", None),
    ]  # fmt: skip
    assert [it["misc"]["NE"] for it in second if it["misc"] and "NE" in it["misc"]] == ["B-ORG", "I-ORG"]


def test_words_of_several_tokens_and_other_columns_are_passed_over(read: Any) -> None:
    rows = [
        "# newdoc id = d",
        "1-2\tzum\t_\t_\t_\t_\t_\t_\t_\t_",
        "1\tzu\tzu\tADP\t_\t_\t3\tcase\t_\tNER=O",
        "2\tdem\tder\tDET\t_\t_\t3\tdet\t_\tO",
        "3\tKreml\tKreml\tPROPN\t_\t_\t0\troot\t_\tSpaceAfter=No|NER=B-ORG",
    ]
    [(_, article)] = read(ConllU(), "\n".join(rows) + "\n", name="x.conllu")
    assert (article.text, [(it.start, it.label) for it in article.sets[0].spans]) == (
        "zum Kreml",
        [(4, "ORG")],
    )


def test_spacy_reads_the_columns_of_conll(sample: Any) -> None:
    from spacy.training.converters import conll_ner_to_docs

    files, _ = sample.out(
        "conll2003", sample.done(sample.span("s1", "die EU", "ORG"), sample.span("s2", "Köln", "LOC"))
    )
    docs = list(conll_ner_to_docs(files["out.conll"], n_sents=0, no_print=True))
    assert [[(ent.text, ent.label_) for ent in doc.ents] for doc in docs] == [
        [("Köln", "LOC"), ("die EU", "ORG")]
    ]
    assert [sentence.text.split()[0] for sentence in docs[0].sents] == ["Köln", "Der"]
