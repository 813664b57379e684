"""TEI whose annotations stand off from the text: as we write it, and as others do."""

from pathlib import Path
from typing import Any

import pytest

from store.formats.annotations.tei_standoff import TeiStandoff
from store.formats.articles.tei import Tei
from store.formats.markup import parsed
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
)
from store.formats.scheme_records import ProjectRecord
from store.formats.sources import Source
from store.transfer.reading import records as records_of

ADA, BEA = AnnotatorRecord("a", "Ada B.", "person"), AnnotatorRecord("b", "Bea", "person", "2")
TEXT = "  Der Rat\r\nlobt 😀 die\x0b EU &\ufffe\u00a0<Rom>\r\n\r\n"


def written(folder: Path, *sets: SetRecord, text: str = TEXT, **fields: Any) -> str:
    article = ArticleRecord(VERSION, key="a1", text=text, sets=list(sets), **fields)
    project = ProjectRecord(VERSION, "u", "P & Q", "2026-11-24")
    TeiStandoff().write(folder / "out.xml", project, [article], WriteOptions())
    return (folder / "out.xml").read_text("utf-8")


def back(folder: Path) -> ArticleRecord:
    [(_, article)] = Tei().read(Source(folder / "out.xml"), ReadOptions())
    assert isinstance(article, ArticleRecord), article
    return article


def done(by: AnnotatorRecord, *spans: SpanRecord, **fields: Any) -> SetRecord:
    return SetRecord(by, "main", "done", spans=list(spans), **fields)


def span(name: str, words: str, label: str | None) -> SpanRecord:
    start = TEXT.index(words)
    return SpanRecord(name, start, start + len(words), label)


# --- As we write it ----------------------------------------------------------------------


def test_a_language_is_no_markup(tmp_path: Path) -> None:
    root = parsed(written(tmp_path, done(ADA), language='x"><y z="'))
    assert [it.tag.rpartition("}")[2] for it in root] == ["teiHeader", "TEI"]


def test_pointers_count_code_points_of_the_text_as_it_was(tmp_path: Path) -> None:
    content = written(tmp_path, done(ADA, span("s1", "EU", "ORG"), span("s2", "die\x0b EU", None)))
    assert '<span xml:id="d1.s1" target="#string-range(d1.text,23,2)">ORG</span>' in content
    body = parsed(content).find(".//{*}ab")
    assert body is not None
    shown = "".join(body.itertext())
    assert (len(shown), shown[23:25]) == (len(TEXT), "EU"), "any reader of XML counts the same"
    article = back(tmp_path)
    assert article.text == TEXT
    assert [(TEXT[it.start : it.end], it.label) for it in article.sets[0].spans] == [
        ("die\x0b EU", None),
        ("EU", "ORG"),
    ]


def test_everybody_s_reading_comes_back_even_an_empty_one(tmp_path: Path) -> None:
    begun = SetRecord(BEA, "second", "in_progress")
    written(tmp_path, done(ADA, span("s1", "EU", "ORG")), begun)
    found = [(it.annotator, it.round, it.status, len(it.spans)) for it in back(tmp_path).sets]
    assert found == [
        (AnnotatorRecord("", "Ada B.", "person"), "main", "done", 1),
        (AnnotatorRecord("", "Bea", "person", "2"), "second", "in_progress", 0),
    ]


def test_a_stance_comes_back_whole(tmp_path: Path) -> None:
    stance = StanceRecord(
        "t1", "u1", "AGAINST", "span", holder_span="s1", topic="eu", target_span="s2", explicit=False,
        intensity=3, confidence=0.25, form="verbal", attrs={"note": "a < b", "n": [1]},
        parts=[PartRecord("evidence", 10, 14, "marked"), PartRecord("cue", 15, 16, "default")],
    )  # fmt: skip
    written(tmp_path, done(ADA, span("s1", "Rat", "ORG"), span("s2", "EU", "ORG"), stances=[stance]))
    [reading] = back(tmp_path).sets
    words = {it.id: TEXT[it.start : it.end] for it in reading.spans}
    [found] = reading.stances
    assert (words[found.holder_span or ""], words[found.target_span or ""]) == ("Rat", "EU")
    assert (found.uid, found.topic, found.explicit, found.intensity, found.confidence, found.form) == (
        "u1", "eu", False, 3, 0.25, "verbal",
    )  # fmt: skip
    assert (found.attrs, found.parts) == (stance.attrs, stance.parts)


def test_metadata_is_in_the_header(tmp_path: Path) -> None:
    fields = {
        "title": 'Rat & "EU"', "author": "A. B.", "outlet": "Blatt", "published_at": "2026-11-24",
        "url": "https://example.org/?a=1&b=2", "language": "de", "rights": "CC0", "source_id": "x",
        "retrieved_at": "2026-11-25",
    }  # fmt: skip
    written(tmp_path, done(ADA), **fields)
    article = back(tmp_path)
    assert {name: getattr(article, name) for name in fields} == fields


def test_an_article_without_a_title_has_none(tmp_path: Path) -> None:
    written(tmp_path, done(ADA), outlet="Blatt")
    assert (back(tmp_path).title, back(tmp_path).outlet) == ("", "Blatt")


# --- As others do ------------------------------------------------------------------------

FOREIGN = """<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><fileDesc><titleStmt><title>T</title>
<respStmt xml:id="fred"><resp>creator</resp><persName>Fred Editor</persName></respStmt></titleStmt></fileDesc>
</teiHeader><text><body>
  <head>Gallia</head>
  <p xml:id="p1"><s><w xml:id="w1">Gallia</w> <w xml:id="w2">est</w>
     <w xml:id="w3" join="right">omnis</w> <pc xml:id="c1">.</pc></s></p>
  <p xml:id="p2">Das  &#x1F600;  sieht<lb/>Rom<note>nicht <hi>hier</hi></note> und Bonn.</p>
</body></text><standOff>ANNOTATIONS</standOff></TEI>"""


def foreign(read: Any, annotations: str) -> tuple[list[tuple[str, str | None]], list[Skipped], ArticleRecord]:
    found = read(Tei(), FOREIGN.replace("ANNOTATIONS", annotations), name="x.xml")
    [article] = [it for _, it in found if isinstance(it, ArticleRecord)]
    spans = [(article.text[it.start : it.end], it.label) for one in article.sets for it in one.spans]
    return spans, [it for _, it in found if isinstance(it, Skipped)], article


def test_white_space_that_means_nothing_is_no_text(read: Any) -> None:
    _, _, article = foreign(read, "<spanGrp/>")
    assert article.text == "Gallia\n\nGallia est omnis.\n\nDas 😀 sieht Rom und Bonn."


@pytest.mark.parametrize(
    ("pointer", "words"),
    [
        ('target="#w1"', "Gallia"),
        ('target="#w1 #w2"', "Gallia est"),
        ('target="#p1"', "Gallia est omnis."),
        ('from="#w2" to="#w3"', "est omnis"),
        ('target="#string-range(p2,5,1)"', "😀"),
        ('target="other.xml#string-range( p2, 8 , 5 )"', "sieht"),
        ('from="#string-index(p2,8)" to="#string-index(p2,16)"', "sieht Rom"),
        ('target="#range(#string-index(p2,8),#string-index(p2,13))"', "sieht"),
    ],
)
def test_pointers_of_every_kind_are_followed(read: Any, pointer: str, words: str) -> None:
    for annotation in (
        f"<spanGrp><span {pointer}>PER</span></spanGrp>",
        f'<spanGrp><span {pointer} ana="#PER"/></spanGrp>',
        f'<listAnnotation><annotation xml:id="a" {pointer} ana="ner:PER"/></listAnnotation>',
        f'<listAnnotation><annotation xml:id="a" {pointer}><note>PER</note></annotation></listAnnotation>',
    ):
        assert foreign(read, annotation)[:2] == ([(words, "PER")], [])


def test_annotations_are_of_whom_they_name(read: Any) -> None:
    _, _, article = foreign(read, '<spanGrp resp="#fred"><span target="#w1">LOC</span></spanGrp>')
    assert article.sets[0].annotator.name == "Fred Editor"
    _, _, article = foreign(read, '<spanGrp><span target="#w1">LOC</span></spanGrp>')
    assert article.sets[0].annotator.name == "imported"


def test_what_is_not_in_the_text_is_listed_and_the_rest_taken(read: Any) -> None:
    spans, problems, _ = foreign(
        read,
        '<spanGrp><span xml:id="a" target="#nowhere">X</span><span xml:id="b" target="#w1 #w3">LOC</span>'
        "</spanGrp>",
    )
    assert spans == [("Gallia est omnis", "LOC")]
    assert [(it.field, it.reason) for it in problems] == [("a", "unknown_reference"), ("b", "discontinuous")]


def test_other_layers_are_named_with_the_article(read: Any) -> None:
    spans, problems, article = foreign(
        read, '<spanGrp type="pos"><span target="#w1">NE</span></spanGrp><listPlace><place/></listPlace>'
    )
    assert (spans, problems, article.attrs) == ([], [], {"source": {"tei": ["spanGrp: pos", "listPlace"]}})


@pytest.mark.parametrize(
    ("annotations", "reason"),
    [
        ('<spanGrp><span target="#string-range(p2,8,500)">X</span></spanGrp>', "wrong_offset"),
        ('<spanGrp><span target="#string-range(p2,8,0)">X</span></spanGrp>', "wrong_offset"),
        ('<spanGrp><span from="#w3" to="#w1">X</span></spanGrp>', "wrong_offset"),
        ('<spanGrp><span xml:id="w" target="#w1"/><span xml:id="w" target="#w2"/></spanGrp>', "repeated"),
        ('<fs type="stance" xml:id="t"><f name="holder" fVal="#s9"/></fs>', "unknown_reference"),
        ('<fs type="stance"><f name="intensity"><numeric value="9"/></f></fs>', "wrong_type"),
    ],
)
def test_broken_annotations_cost_their_article_and_say_why(read: Any, annotations: str, reason: str) -> None:
    other = FOREIGN.replace("<standOff>ANNOTATIONS</standOff>", "")
    content = f"<teiCorpus>{FOREIGN.replace('ANNOTATIONS', annotations)}{other}</teiCorpus>"
    (line, problem), (_, article) = read(Tei(), content, name="x.xml")
    assert (line, problem.reason) == (1, reason)
    assert article.text.startswith("Gallia")


def test_an_id_of_the_text_twice_is_refused(read: Any) -> None:
    [(_, problem)] = read(Tei(), FOREIGN.replace('"w2"', '"w1"').replace("ANNOTATIONS", ""), name="x.xml")
    assert (problem.field, problem.reason, problem.detail) == ("xml:id", "repeated", "w1")


def test_a_file_that_was_cut_gives_its_whole_articles(tmp_path: Path) -> None:
    articles = [ArticleRecord(VERSION, key=f"a{i}", text=f"{i} Rom", sets=[done(ADA)]) for i in range(9)]
    project = ProjectRecord(VERSION, "u", "P", "2026-11-24")
    TeiStandoff().write(tmp_path / "out.xml", project, articles, WriteOptions())
    data = (tmp_path / "out.xml").read_bytes()
    (tmp_path / "out.xml").write_bytes(data[: len(data) * 2 // 3])
    found = [it for _, _, it in records_of([(tmp_path / "out.xml", "out.xml")], ReadOptions()) if it]
    assert [it.text for it in found if isinstance(it, ArticleRecord)] == [
        f"{i} Rom" for i in range(len(found) - 1)
    ]
    assert isinstance(found[-1], Skipped)
    assert found[-1].reason == "half_written"
