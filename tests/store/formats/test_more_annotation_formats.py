"""Hugging Face, brat, CAS, CoNLL-U and tables: what goes out is what other programs read."""

import csv
import json
import re
import sys
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import msgspec
import pytest

from store.errors import ExtraMissing
from store.formats import WRITERS
from store.formats.annotations.brat import Brat
from store.formats.annotations.cas import ENTITY, SENTENCE, STANCE, WORD
from store.formats.annotations.cas_files import CasFile
from store.formats.annotations.conllu import ConllU
from store.formats.annotations.huggingface import HuggingFace
from store.formats.annotations.web_annotation import WebAnnotation
from store.formats.annotations.webanno import WebAnnoTsv
from store.formats.problems import Skipped
from store.formats.protocol import ReadOptions, WriteOptions
from store.formats.records import (
    VERSION,
    AnnotatorRecord,
    ArticleRecord,
    PartRecord,
    SetRecord,
    SpanRecord,
    StanceRecord,
    ZoneRecord,
)
from store.formats.scheme_records import LabelRecord, LabelSetRecord, ProjectRecord
from store.formats.sources import Source
from store.transfer.reading import found_files
from store.transfer.reading import records as records_of

TEXT = "Köln. Der Kreml-Sprecher lobte 😀 die EU."
PROJECT = ProjectRecord(VERSION, "u", "P", "2026-11-24")
ADA, BEA = AnnotatorRecord("a", "Ada B.", "person"), AnnotatorRecord("b", "Bea", "person")
MODEL = AnnotatorRecord("m", "de", "model", "1")


def tokens(text: str, _language: str) -> list[tuple[int, int]]:
    return [match.span() for match in re.finditer(r"[\w-]+|[^\w\s-]", text)]


def sentences(text: str, _language: str) -> list[tuple[int, int]]:
    return [(0, 5), (6, len(text))]


def span(name: str, word: str, label: str | None = None, **fields: Any) -> SpanRecord:
    start = TEXT.index(word)
    return SpanRecord(name, start, start + len(word), label, **fields)


def out(folder: Path, name: str, *sets: SetRecord, **options: Any) -> tuple[dict[str, str], list[Any]]:
    """The files that were written, and the losses as (words, kind)."""
    writer = next(item for item in WRITERS if item.name == name)
    zones = [ZoneRecord(0, 5, "dateline", False)]
    article = ArticleRecord(VERSION, key="a1", text=TEXT, language="de", zones=zones, sets=list(sets))
    choice = WriteOptions(segment=tokens, sentences=sentences, **options)
    written = writer.write(folder / f"out{writer.suffixes[0]}", PROJECT, [article], choice)
    files = {file: (folder / file).read_text("utf-8") for file in written.files}
    return files, [(TEXT[it.start : it.end], it.kind) for it in written.losses]


def done(*spans: SpanRecord, by: AnnotatorRecord = ADA, **fields: Any) -> SetRecord:
    return SetRecord(by, "main", "done", spans=list(spans), **fields)


NESTED = done(span("s1", "die EU", "ORG"), span("s2", "EU", "LOC"), span("s3", "Kreml", "LOC", form="part"))


# --- Hugging Face ------------------------------------------------------------------------


def test_what_nobody_decided_is_no_class(tmp_path: Path) -> None:
    model = done(span("s9", "Köln", "LOC", made="predicted"), by=MODEL)
    mine = SetRecord(ADA, "main", "in_progress", spans=[span("s1", "EU", "ORG")], undecided=["s9"])
    labels = [LabelRecord(code, {"en": code}, "#111111", "#eeeeee") for code in ("ORG", "LOC")]
    project = msgspec.structs.replace(PROJECT, label_sets=[LabelSetRecord("e", "entity", {}, labels)])
    article = ArticleRecord(VERSION, key="a1", text=TEXT, sets=[mine, model])
    HuggingFace().write(tmp_path / "out.jsonl", project, [article], WriteOptions(segment=tokens))
    row = json.loads((tmp_path / "out.jsonl").read_text("utf-8"))
    names = json.loads((tmp_path / "out.features").read_text())["features"]["ner_tags"]["feature"]["names"]
    assert names[:3] == ["O", "B-ORG", "I-ORG"]
    assert {names[tag] if tag >= 0 else tag for tag in row["ner_tags"]} == {-1, "B-ORG"}
    assert [TEXT[it["start"] : it["end"]] for it in row["spans"]] == ["EU"]


def test_tags_alone_are_enough(read: Any) -> None:
    words = {"tokens": ["Rat", "der", "EU", "tagt"], "ner_tags": ["B-ORG", "I-ORG", "I-ORG", "O"]}
    [(_, article)] = read(HuggingFace(), json.dumps(words), name="x.jsonl")
    assert (article.text, article.sets[0].spans[0].end) == ("Rat der EU tagt", 10)
    [(_, problem)] = read(HuggingFace(), json.dumps(words | {"ner_tags": [1, 2, 2, 0]}), name="x.jsonl")
    assert (problem.field, problem.reason) == ("ner_tags", "unknown_reference")


def test_parquet_says_the_same_as_json_lines(tmp_path: Path) -> None:
    parquet = pytest.importorskip("pyarrow.parquet", reason="pyarrow is not installed")
    files, _ = out(tmp_path, "hf", NESTED)
    writer = next(item for item in WRITERS if item.name == "hf-parquet")
    article = ArticleRecord(VERSION, key="a1", text=TEXT, language="de", sets=[NESTED])
    writer.write(tmp_path / "out.parquet", PROJECT, [article], WriteOptions(segment=tokens))
    table = parquet.read_table(tmp_path / "out.parquet")
    assert table.to_pylist() == [json.loads(files["out.jsonl"])]
    described = json.loads(table.schema.metadata[b"huggingface"])["info"]["features"]
    assert described == json.loads(files["out.features"])["features"]


# --- brat --------------------------------------------------------------------------------


def archived(path: Path) -> dict[str, str]:
    with ZipFile(path) as archive:
        return {name: archive.read(name).decode() for name in archive.namelist()}


def brat(folder: Path, text: str, *sets: SetRecord) -> dict[str, str]:
    article = ArticleRecord(VERSION, key="a1", text=text, sets=list(sets))
    Brat().write(folder / "out.zip", PROJECT, [article], WriteOptions())
    return archived(folder / "out.zip")


def test_a_stance_is_an_event_with_its_evidence(tmp_path: Path) -> None:
    parts = [PartRecord("evidence", 25, 30, "marked"), PartRecord("evidence", 37, 39, "marked")]
    stance = StanceRecord(
        "t1",
        "u1",
        "FAVOR",
        "span",
        holder_span="s1",
        target_span="s2",
        topic="eu",
        explicit=True,
        parts=parts,
    )
    reading = done(span("s1", "Kreml-Sprecher"), span("s2", "EU", "ORG"), stances=[stance])
    files = brat(tmp_path, TEXT, reading)
    lines = files["Ada_B/a1.ann"].splitlines()
    assert lines[:5] == [
        "T1\tMENTION 10 24\tKreml-Sprecher",
        "T2\tORG 37 39\tEU",
        "T3\tEvidence 25 30;37 39\tlobte EU",
        "T4\tFAVOR 25 30;37 39\tlobte EU",
        "E1\tFAVOR:T4 Holder:T1 Target:T2 Evidence:T3",
    ]
    assert lines[5].startswith("#1\tAnnotatorNotes E1\tlesart {")
    assert "FAVOR\tHolder?:<ENTITY>" in files["annotation.conf"]
    [item] = [it for _, _, it in records_of([(tmp_path / "out.zip", "out.zip")], ReadOptions()) if it]
    [back] = item.sets[0].stances
    assert (back.uid, back.topic, back.explicit, back.parts) == ("u1", "eu", True, parts)


def test_a_span_over_line_ends_is_in_pieces_and_comes_back_whole(tmp_path: Path) -> None:
    text = "Rat\r\nder EU"
    files = brat(tmp_path, text, SetRecord(ADA, "main", "done", spans=[SpanRecord("s1", 0, 11, "ORG")]))
    assert files["Ada_B/a1.txt"] == "Rat \nder EU"
    assert files["Ada_B/a1.ann"] == "T1\tORG 0 3;5 11\tRat der EU\n"
    [item] = [it for _, _, it in records_of([(tmp_path / "out.zip", "out.zip")], ReadOptions()) if it]
    assert (item.text, item.sets[0].spans[0].end) == (text, 11)


def test_a_range_in_pieces_is_taken_whole_and_reported(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Nord- und Südkorea\ngegen Rom", "utf-8")
    (tmp_path / "a.ann").write_text(
        "T1\tORG 19 24;25 28\tgegen Rom\nT2\tLOC 0 5;14 19\tNord- korea\n"
        "T3\tAGAINST 0 4;19 24\tNord gegen\nE1\tAGAINST:T3 Holder:T2 Target:T1\n", "utf-8"
    )  # fmt: skip
    first, second = Brat().read(Source(tmp_path / "a.ann"), ReadOptions())
    assert first == (2, Skipped("a.ann", 2, "span", "discontinuous", "0 5;14 19"))
    assert [(it.start, it.end) for it in second[1].sets[0].spans] == [(0, 19), (19, 28)]
    assert [(it.start, it.end) for it in second[1].sets[0].stances[0].parts] == [(0, 4), (19, 24)]


@pytest.mark.parametrize(
    ("lines", "reason"),
    [
        ("T1\tORG 0 99\tx\n", "wrong_offset"),
        ("T1\tORG zero\tx\n", "columns"),
        ("T1\tORG 0 1\tR\nT1\tORG 0 1\tR\n", "repeated"),
        ("E1\tFAVOR:T7 Holder:T1\n", "unknown_reference"),
    ],
)
def test_broken_standoff_names_its_line(tmp_path: Path, lines: str, reason: str) -> None:
    (tmp_path / "a.txt").write_text("Rat", "utf-8")
    (tmp_path / "a.ann").write_text(lines, "utf-8")
    [(_, problem)] = Brat().read(Source(tmp_path / "a.ann"), ReadOptions())
    assert isinstance(problem, Skipped)
    assert problem.reason == reason


def test_a_text_beside_annotations_comes_in_once(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Der Rat tagt.", "utf-8")
    (tmp_path / "a.ann").write_text("T1\tORG 4 7\tRat\nR1\tnear Arg1:T1 Arg2:T1\n", "utf-8")
    (tmp_path / "b.txt").write_text("Nur ein Text.", "utf-8")
    found = [name for _, name in found_files([tmp_path])]
    assert found == ["a.ann", "b.txt"]
    [item] = [it for _, _, it in records_of([(tmp_path / "a.ann", "a.ann")], ReadOptions()) if it]
    assert item.attrs == {"source": {"brat": ["R1\tnear Arg1:T1 Arg2:T1"]}}


# --- Tables ------------------------------------------------------------------------------


def test_a_table_has_a_row_a_span(tmp_path: Path) -> None:
    reading = done(span("s1", "Kreml-Sprecher"), span("s2", "EU", "ORG", score=0.5, unsure=True))
    files, losses = out(tmp_path, "spans-csv", reading)
    rows = list(csv.DictReader(files["out.csv"].removeprefix("\ufeff").splitlines()))
    assert [(row["words"], row["label"], row["start"], row["score"], row["unsure"]) for row in rows] == [
        ("Kreml-Sprecher", "", "10", "", "0"),
        ("EU", "ORG", "37", "0.5", "1"),
    ]
    assert (rows[1]["before"][-4:], rows[1]["after"]) == ("die ", ".")
    assert losses == []


def test_words_that_no_cell_holds_are_listed_and_formulas_stay_words(tmp_path: Path) -> None:
    openpyxl = pytest.importorskip("openpyxl", reason="openpyxl is not installed")
    text = "=1+1 und \x0b " + "x" * 40_000
    spans = [SpanRecord("s1", 0, 4, "A"), SpanRecord("s2", 9, 10, "B"), SpanRecord("s3", 11, len(text), "C")]
    article = ArticleRecord(VERSION, key="a1", text=text, sets=[SetRecord(ADA, "main", "done", spans=spans)])
    writer = next(item for item in WRITERS if item.name == "spans-xlsx")
    written = writer.write(tmp_path / "out.xlsx", PROJECT, [article], WriteOptions())
    head, *rows = openpyxl.load_workbook(tmp_path / "out.xlsx").active.iter_rows(values_only=True)
    column = head.index("words")
    assert [row[column] for row in rows] == ["=1+1", None, None]
    assert [it.kind for it in written.losses] == ["cell", "cell"]


def test_a_missing_package_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for package in ("pyarrow", "openpyxl"):
        monkeypatch.setitem(sys.modules, package, None)
    for name, package in (("hf-parquet", "pyarrow"), ("spans-xlsx", "openpyxl")):
        with pytest.raises(ExtraMissing) as caught:
            out(tmp_path, name, NESTED)
        assert caught.value.fields["package"] == package


# --- CoNLL-U -----------------------------------------------------------------------------


def test_another_reader_of_conllu_sees_the_same(tmp_path: Path) -> None:
    conllu = pytest.importorskip("conllu", reason="conllu is not installed")
    files, _ = out(tmp_path, "conllu", done(span("s1", "die EU", "ORG"), span("s2", "Köln", "LOC")))
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
        "zu dem Kreml",
        [(7, "ORG")],
    )


# --- UIMA CAS ----------------------------------------------------------------------------


def test_cassis_reads_what_is_written(tmp_path: Path) -> None:
    cassis = pytest.importorskip("cassis", reason="dkpro-cassis is not installed")
    stance = StanceRecord("t1", "u1", "FAVOR", "span", holder_span="s1", target_span="s2")
    reading = done(span("s1", "Kreml-Sprecher", "PER"), span("s2", "EU", "ORG"), stances=[stance])
    article = ArticleRecord(VERSION, key="a1", text=TEXT, language="de", sets=[reading])
    options = WriteOptions(segment=tokens, sentences=sentences)
    CasFile("xmi").write(tmp_path / "x.zip", PROJECT, [article], options)
    CasFile("json").write(tmp_path / "j.zip", PROJECT, [article], options)
    files = archived(tmp_path / "x.zip")
    types = cassis.load_typesystem(files["TypeSystem.xml"])
    for cas in (
        cassis.load_cas_from_xmi(files["Ada_B/a1.xmi"], typesystem=types),
        cassis.load_cas_from_json(archived(tmp_path / "j.zip")["Ada_B/a1.json"]),
    ):
        assert cas.sofa_string == TEXT
        found = [(it.get_covered_text(), it.value) for it in cas.select(ENTITY)]
        assert found == [("Kreml-Sprecher", "PER"), ("EU", "ORG")]
        [one] = cas.select(STANCE)
        assert (one.label, one.Governor.value, one.Dependent.value) == ("FAVOR", "PER", "ORG")
        assert [it.get_covered_text() for it in cas.select(WORD)][:2] == ["Köln", "."]
        assert len(cas.select(SENTENCE)) == 2


def test_what_cassis_writes_comes_in(read: Any) -> None:
    cassis = pytest.importorskip("cassis", reason="dkpro-cassis is not installed")
    types = cassis.TypeSystem()
    entity = types.create_type(name=ENTITY, supertypeName="uima.tcas.Annotation")
    types.create_feature(entity, "value", "uima.cas.String")
    cas = cassis.Cas(types)
    cas.sofa_string, cas.sofa_mime = "😀 Bonn\nRom", "text/plain"
    cas.add(entity(begin=2, end=6, value="LOC"))
    for form, content in (("xmi", cas.to_xmi()), ("json", cas.to_json())):
        [(_, article)] = read(CasFile(form), content, name=f"x.{form}")
        [one] = article.sets[0].spans
        assert (article.text, article.text[one.start : one.end]) == ("😀 Bonn\nRom", "Bonn")


def test_broken_cas_files_are_refused(read: Any) -> None:
    cas = '<xmi:XMI xmlns:xmi="http://www.omg.org/XMI" xmlns:cas="http:///uima/cas.ecore"'
    ner = ' xmlns:t="http:///de/tudarmstadt/ukp/dkpro/core/api/ner/type.ecore">'
    sofa = '<cas:Sofa xmi:id="1" sofaString="Rom"/></xmi:XMI>'
    one = '<t:NamedEntity xmi:id="2" begin="0" end="9" value="LOC"/>'
    bomb = '<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>'
    for content, reason in (
        (cas + ner + one + sofa, "wrong_offset"),
        (cas + ner + one.replace("9", "3") * 2 + sofa, "repeated"),
        (cas + ner + "</xmi:XMI>", "missing_text"),
        (cas + ner + sofa[:20], "half_written"),
        (bomb + cas + ner + sofa, "not_xml"),
    ):
        [(_, problem)] = read(CasFile("xmi"), content, name="x.xmi")
        assert isinstance(problem, Skipped)
        assert problem.reason == reason or (reason == "not_xml" and problem.reason != ""), problem


# --- WebAnno TSV -------------------------------------------------------------------------


def test_spans_and_stances_are_columns_of_tokens_and_their_pieces(tmp_path: Path) -> None:
    spans = [
        span("s1", "Kreml", "ORG", form="part"), span("s2", "Kreml-Sprecher"), span("s3", "die EU", "a|b"),
        span("s4", "EU", "LOC"),
    ]  # fmt: skip
    stance = StanceRecord("t1", "u1", "FAVOR", "span", holder_span="s2", target_span="s4")
    blank = SpanRecord("s5", 5, 9, "LOC")
    article = ArticleRecord(VERSION, key="a1", text=TEXT, sets=[done(*spans, blank, stances=[stance])])
    options = WriteOptions(segment=tokens, sentences=sentences)
    written = WebAnnoTsv().write(tmp_path / "x.zip", PROJECT, [article], options)
    entity = "de.tudarmstadt.ukp.dkpro.core.api.ner.type.NamedEntity"
    assert archived(tmp_path / "x.zip")["Ada_B/a1.tsv"].split("\n") == [
        "#FORMAT=WebAnno TSV 3.3",
        f"#T_SP={entity}|value",
        f"#T_RL=webanno.custom.Stance|label|BT_{entity}",
        "",
        "",
        "#Text=Köln.",
        "1-1\t0-4\tKöln\t_\t_\t_\t",
        "1-2\t4-5\t.\t_\t_\t_\t",
        "",
        "#Text=Der Kreml-Sprecher lobte 😀 die EU.",
        "2-1\t6-9\tDer\t_\t_\t_\t",
        "2-2\t10-24\tKreml-Sprecher\t*\t_\t_\t",
        "2-2.1\t10-15\tKreml\tORGpart\t_\t_\t",
        "2-3\t25-30\tlobte\t_\t_\t_\t",
        "2-4\t31-33\t😀\t_\t_\t_\t",
        "2-5\t34-37\tdie\ta\\|b[1]\t_\t_\t",
        "2-6\t38-40\tEU\ta\\|b[1]|LOC[2]\tFAVOR\t2-2[0_2]\t",
        "2-7\t40-41\t.\t_\t_\t_\t",
        "",
    ]
    assert [(it.start, it.end, it.kind) for it in written.losses] == [(5, 9, "blank")]


WEBANNO = """#FORMAT=WebAnno TSV 3.3
#T_SP=de.tudarmstadt.ukp.dkpro.core.api.ner.type.NamedEntity|identifier|value
#T_SP=de.tudarmstadt.ukp.dkpro.core.api.lexmorph.type.pos.POS|PosValue
#T_RL=webanno.custom.Stance|label|BT_de.tudarmstadt.ukp.dkpro.core.api.ner.type.NamedEntity


#Sentence.id=1
#Text=😀 Rom lobt
#Text=Köln\\\\Süd
1-1\t0-2\t😀\t_\t_\t_\t_\t_\t
1-2\t3-6\tRom\t*\tLOC\tNE\t_\t_\t
1-3\t7-11\tlobt\t_\t_\t_\t_\t_\t
1-4\t12-20\tKöln\t*[1]|*[2]\tLOC\\_x[1]|*[2]\tNE\tFAVOR|near\t1-2[0_2]|1-4[1_2]\t
1-4.1\t17-20\tSüd\t*\tLOC\t_\t_\t_\t

#Text=Ja.
2-1\t23-25\tJa\t_\t_\t_\t_\t_\t
"""


def test_what_inception_writes_comes_in(read: Any) -> None:
    [(_, article)] = read(WebAnnoTsv(), WEBANNO, name="x.tsv")
    assert article.text == "😀 Rom lobt\nKöln\\Süd\n\n\nJa."
    words = [(article.text[it.start : it.end], it.label) for it in article.sets[0].spans]
    assert words == [("Rom", "LOC"), ("Köln\\Süd", None), ("Köln\\Süd", "LOC_x"), ("Süd", "LOC")]
    [stance] = article.sets[0].stances
    ends = {it.id: article.text[it.start : it.end] for it in article.sets[0].spans}
    assert (ends[stance.holder_span], stance.label, ends[stance.target_span]) == ("Rom", "FAVOR", "Köln\\Süd")
    assert article.attrs == {
        "source": {
            "webanno": ["#T_SP=de.tudarmstadt.ukp.dkpro.core.api.lexmorph.type.pos.POS", "near: 1-4, 1-4"]
        }
    }


@pytest.mark.parametrize(
    ("old", "new", "reason"),
    [
        ("3-6\tRom", "3-99\tRom", "wrong_offset"),
        ("3-6\tRom", "6-3\tRom", "wrong_offset"),
        ("2-1\t23-25", "2-1\t5-7", "wrong_offset"),
        ("2-1\t23-25", "2-1\t9999999990-9999999992", "wrong_offset"),
        ("1-3\t7-11", "1-2\t7-11", "repeated"),
        ("1-2[0_2]", "1-9[0_2]", "unknown_reference"),
        ("1-2[0_2]", "somewhere", "columns"),
        ("\tRom\t*\tLOC", "\tRom\t*", "columns"),
        ("2-1\t23-25\tJa\t_\t_\t_\t_\t_\t\n", "", "half_written"),
        ("#Text=", "#Txt=", "missing_text"),
    ],
)
def test_broken_rows_are_refused(read: Any, old: str, new: str, reason: str) -> None:
    assert old in WEBANNO
    [(_, problem)] = read(WebAnnoTsv(), WEBANNO.replace(old, new), name="x.tsv")
    assert isinstance(problem, Skipped)
    assert problem.reason == reason


def test_an_annotation_of_nothing_costs_only_itself(read: Any) -> None:
    content = WEBANNO.replace("1-4.1\t17-20", "1-4.1\t17-17")
    [(line, problem), (_, article)] = read(WebAnnoTsv(), content, name="x.tsv")
    assert (line, problem.reason, len(article.sets[0].spans)) == (14, "wrong_offset", 3)


# --- Others ------------------------------------------------------------------------------


def test_spacy_reads_the_columns_of_conll(tmp_path: Path) -> None:
    from spacy.training.converters import conll_ner_to_docs

    files, _ = out(tmp_path, "conll2003", done(span("s1", "die EU", "ORG"), span("s2", "Köln", "LOC")))
    docs = list(conll_ner_to_docs(files["out.conll"], n_sents=0, no_print=True))
    assert [[(ent.text, ent.label_) for ent in doc.ents] for doc in docs] == [
        [("Köln", "LOC"), ("die EU", "ORG")]
    ]
    assert [sentence.text.split()[0] for sentence in docs[0].sents] == ["Köln", "Der"]


def test_web_annotations_are_anchored_twice(tmp_path: Path) -> None:
    reading = done(span("s1", "Kreml-Sprecher"), span("s2", "EU", "ORG"), span("s3", "EU", "two"))
    files, losses = out(tmp_path, "web-annotation", reading, done(by=BEA))
    page = json.loads(files["out.jsonld"])
    assert (page["@context"], page["type"]) == ("http://www.w3.org/ns/anno.jsonld", "AnnotationPage")
    found = [(it["motivation"], it.get("body", {}).get("value")) for it in page["items"]]
    assert found == [("highlighting", None), ("tagging", "ORG"), ("tagging", "two")]
    position, quote = page["items"][1]["target"]["selector"]
    assert TEXT[position["start"] : position["end"]] == quote["exact"] == "EU"
    assert TEXT.endswith(quote["prefix"] + quote["exact"] + quote["suffix"])
    assert page["items"][1]["creator"] == {"type": "Person", "name": "Ada B.", "id": "urn:uuid:a"}
    assert losses == []


def test_web_annotations_do_without_texts(tmp_path: Path) -> None:
    article = ArticleRecord(VERSION, key="a1", sha256="ab", sets=[done(SpanRecord("s1", 0, 4, "LOC"))])
    WebAnnotation().write(tmp_path / "out.jsonld", PROJECT, [article], WriteOptions())
    [item] = json.loads((tmp_path / "out.jsonld").read_text("utf-8"))["items"]
    assert item["target"] == {
        "source": {"id": "urn:sha256:ab", "type": "Text"},
        "selector": [{"type": "TextPositionSelector", "start": 0, "end": 4}],
    }
