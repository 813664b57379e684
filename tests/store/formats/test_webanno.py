"""WebAnno TSV 3.3 for INCEpTION."""

from pathlib import Path
from typing import Any

import pytest

from store.formats.annotations.webanno import WebAnnoTsv
from store.formats.problems import Skipped
from store.formats.protocol import WriteOptions
from store.formats.records import (
    VERSION,
    ArticleRecord,
    SpanRecord,
    StanceRecord,
)


def test_spans_and_stances_are_columns_of_tokens_and_pieces(
    sample: Any, archived: Any, tmp_path: Path
) -> None:
    span = sample.span
    spans = [
        span("s1", "Kreml", "ORG", form="part"), span("s2", "Kreml-Sprecher"), span("s3", "die EU", "a|b"),
        span("s4", "EU", "LOC"),
    ]  # fmt: skip
    stance = StanceRecord("t1", "u1", "FAVOR", "span", holder_span="s2", target_span="s4")
    blank = SpanRecord("s5", 5, 9, "LOC")
    article = ArticleRecord(
        VERSION, key="a1", text=sample.text, sets=[sample.done(*spans, blank, stances=[stance])]
    )
    options = WriteOptions(segment=sample.tokens, sentences=sample.sentences)
    written = WebAnnoTsv().write(tmp_path / "x.zip", sample.project, [article], options)
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
