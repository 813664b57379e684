"""UIMA CAS: XMI and JSON for INCEpTION."""

import json
from pathlib import Path
from typing import Any

import pytest

from store.formats.annotations.cas import ENTITY, SENTENCE, STANCE, WORD
from store.formats.annotations.cas_files import CasFile
from store.formats.problems import Skipped
from store.formats.protocol import WriteOptions
from store.formats.records import (
    VERSION,
    ArticleRecord,
    StanceRecord,
)


def test_cassis_reads_what_is_written(sample: Any, archived: Any, tmp_path: Path) -> None:
    cassis = pytest.importorskip("cassis", reason="dkpro-cassis is not installed")
    stance = StanceRecord("t1", "u1", "FAVOR", "span", holder_span="s1", target_span="s2")
    reading = sample.done(
        sample.span("s1", "Kreml-Sprecher", "PER"), sample.span("s2", "EU", "ORG"), stances=[stance]
    )
    article = ArticleRecord(VERSION, key="a1", text=sample.text, language="de", sets=[reading])
    options = WriteOptions(segment=sample.tokens, sentences=sample.sentences)
    CasFile("xmi").write(tmp_path / "x.zip", sample.project, [article], options)
    CasFile("json").write(tmp_path / "j.zip", sample.project, [article], options)
    files = archived(tmp_path / "x.zip")
    types = cassis.load_typesystem(files["TypeSystem.xml"])
    for cas in (
        cassis.load_cas_from_xmi(files["Ada_B/a1.xmi"], typesystem=types),
        cassis.load_cas_from_json(archived(tmp_path / "j.zip")["Ada_B/a1.json"]),
    ):
        assert cas.sofa_string == sample.text
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


ROOT = (
    '<xmi:XMI xmlns:xmi="http://www.omg.org/XMI" xmlns:cas="http:///uima/cas.ecore" '
    'xmlns:t="http:///de/tudarmstadt/ukp/dkpro/core/api/ner/type.ecore" '
    'xmlns:c="http:///webanno/custom.ecore">'
)
SOFA = '<cas:Sofa xmi:id="1" sofaString="😀 Rom lobt Bonn"/>'


def xmi(*elements: str) -> str:
    return f"{ROOT}{''.join(elements)}</xmi:XMI>"


def spans(article: Any) -> list[tuple[str, str | None]]:
    return [(article.text[it.start : it.end], it.label) for it in article.sets[0].spans]


def test_what_another_view_holds_is_not_in_the_text_of_the_first(read: Any) -> None:
    content = xmi(
        '<t:NamedEntity xmi:id="5" sofa="1" begin="3" end="6" value="LOC"/>',
        '<t:NamedEntity xmi:id="6" sofa="2" begin="0" end="2" value="ORG"/>',
        SOFA,
        '<cas:Sofa xmi:id="2" sofaString="Rome praises Bonn"/>',
    )
    [(_, article)] = read(CasFile("xmi"), content, name="x.xmi")
    assert spans(article) == [("Rom", "LOC")]


def test_spans_of_custom_layers_come_in_as_they_do_from_webanno(read: Any) -> None:
    content = xmi(
        '<c:Person xmi:id="5" sofa="1" begin="3" end="6" identifier="Q1" value="PER"/>',
        '<c:Place xmi:id="6" sofa="1" begin="12" end="16" kind="city"/>',
        '<c:Bare xmi:id="7" sofa="1" begin="7" end="11"/>',
        '<c:Tie xmi:id="8" sofa="1" begin="3" end="6" Governor="5" Dependent="6" value="x"/>',
        '<c:NameLink xmi:id="9" sofa="1" begin="3" end="6" referenceType="coref" next="5"/>',
        SOFA,
    )
    [(_, article)] = read(CasFile("xmi"), content, name="x.xmi")
    assert spans(article) == [("Rom", "PER"), ("lobt", None), ("Bonn", "city")]
    rows = [
        {"%ID": 1, "%TYPE": "uima.cas.Sofa", "sofaString": "Rom"},
        {"%ID": 2, "%TYPE": "webanno.custom.Person", "@sofa": 1, "begin": 0, "end": 3, "value": "PER"},
    ]
    content = json.dumps({"%TYPES": {}, "%FEATURE_STRUCTURES": rows})
    [(_, article)] = read(CasFile("json"), content, name="x.json")
    assert spans(article) == [("Rom", "PER")]


def test_an_annotation_of_nothing_costs_only_itself(read: Any) -> None:
    here = '<t:NamedEntity xmi:id="5" begin="3" end="6" value="LOC"/>'
    nothing = '<t:NamedEntity xmi:id="6" begin="4" end="4" value="LOC"/>'
    [(_, told), (_, article)] = read(CasFile("xmi"), xmi(here, nothing, SOFA), name="x.xmi")
    assert (told.field, told.reason, told.detail) == ("NamedEntity 6", "wrong_offset", "4, 4")
    assert spans(article) == [("Rom", "LOC")]


@pytest.mark.parametrize("end", ["a", "5 6", "1.5", "-1", "99"])
def test_an_end_that_is_no_annotation_is_refused(read: Any, end: str) -> None:
    content = xmi(
        '<t:NamedEntity xmi:id="5" begin="3" end="6" value="LOC"/>',
        f'<c:Stance xmi:id="6" begin="3" end="6" Governor="5" Dependent="{end}" label="FAVOR"/>',
        SOFA,
    )
    [(_, problem)] = read(CasFile("xmi"), content, name="x.xmi")
    assert isinstance(problem, Skipped)
    assert (problem.field, problem.reason) == ("Stance 6", "unknown_reference")
