"""What other annotation tools write comes in; what goes out is what they expect."""

import json
import re
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest

from store.errors import EncodingUnknown
from store.formats import ANNOTATIONS, WRITERS, sniffed
from store.formats.annotations.conll import Conll
from store.formats.annotations.doccano import Doccano
from store.formats.annotations.label_studio import LabelStudio
from store.formats.annotations.prodigy import Prodigy
from store.formats.problems import Skipped
from store.formats.protocol import ReadOptions, WriteOptions
from store.formats.records import (
    VERSION,
    AnnotatorRecord,
    ArticleRecord,
    SetRecord,
    SpanRecord,
    StanceRecord,
    ZoneRecord,
)
from store.formats.scheme_records import ProjectRecord
from store.formats.sources import Source

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


# --- Prodigy -----------------------------------------------------------------------------


def test_a_prodigy_span_names_its_tokens_the_last_one_included(tmp_path: Path) -> None:
    files, losses = out(tmp_path, "prodigy-spans", NESTED)
    task = json.loads(files["out.jsonl"])
    assert [(it["label"], it["token_start"], it["token_end"]) for it in task["spans"]] == [
        ("ORG", 6, 7),
        ("LOC", 7, 7),
    ]
    assert [task["tokens"][i]["text"] for i in (6, 7)] == ["die", "EU"]
    assert (task["_view_id"], task["answer"], task["_annotator_id"]) == ("spans_manual", "accept", "Ada B.")
    assert losses == [("Kreml", "inside_token")]


def test_for_ner_the_longest_span_stays(tmp_path: Path) -> None:
    files, losses = out(tmp_path, "prodigy", NESTED)
    assert [it["label"] for it in json.loads(files["out.jsonl"])["spans"]] == ["ORG"]
    assert losses == [("Kreml", "inside_token"), ("EU", "nested")]


def test_the_same_text_of_two_people_becomes_two_readings(read: Any) -> None:
    lines = [
        json.dumps({"text": "Köln", "spans": [], "answer": "accept", "_annotator_id": name}) for name in "ab"
    ]
    found = read(Prodigy(), "\n".join(lines), name="a.jsonl")
    assert [item.sets[0].annotator.name for _, item in found] == ["a", "b"]


# --- doccano -----------------------------------------------------------------------------


def test_a_stance_between_spans_is_a_relation(tmp_path: Path) -> None:
    stance = StanceRecord("t1", "u1", "FAVOR", "span", holder_span="s1", target_span="s2", topic="eu")
    reading = done(span("s1", "Kreml-Sprecher"), span("s2", "EU", "ORG"), stances=[stance])
    files, losses = out(tmp_path, "doccano-relations", reading)
    line = json.loads(files["out.jsonl"])
    assert [it["label"] for it in line["entities"]] == ["MENTION", "ORG"]
    assert line["relations"] == [{"id": 1, "from_id": 1, "to_id": 2, "type": "FAVOR"}]
    assert losses == [("Kreml-Sprecher", "stance_details")]
    files, losses = out(tmp_path, "doccano", reading)
    assert json.loads(files["out.jsonl"])["label"] == [[37, 39, "ORG"]]
    assert losses == [("Kreml-Sprecher", "mention"), ("Kreml-Sprecher", "stance")]


def test_an_id_twice_is_refused(read: Any) -> None:
    entity = {"id": 1, "label": "ORG", "start_offset": 0, "end_offset": 1}
    [(line, problem)] = read(Doccano(), json.dumps({"text": "ab", "entities": [entity, entity]}))
    assert (line, problem.field, problem.reason) == (1, "entities", "repeated")


# --- CoNLL and GermEval ------------------------------------------------------------------


@pytest.mark.parametrize(
    ("scheme", "expected"),
    [
        ("iob2", ["B-LOC", "O", "O", "B-PER", "O", "O", "B-ORG", "I-ORG", "O"]),
        ("iob1", ["I-LOC", "O", "O", "I-PER", "O", "O", "I-ORG", "I-ORG", "O"]),
        ("bioes", ["S-LOC", "O", "O", "S-PER", "O", "O", "B-ORG", "E-ORG", "O"]),
    ],
)
def test_the_scheme_is_chosen(tmp_path: Path, scheme: str, expected: list[str]) -> None:
    reading = done(
        span("s1", "Köln", "LOC"), span("s2", "Kreml-Sprecher", "PER"), span("s3", "die EU", "ORG")
    )
    files, _ = out(tmp_path, "conll2003", reading, scheme=scheme)
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


def test_a_map_that_fits_no_more_is_not_followed(tmp_path: Path) -> None:
    out(tmp_path, "conll2003", done(span("s1", "EU", "ORG")))
    path = tmp_path / "out.conll"
    [(_, exact)] = Conll().read(Source(path), ReadOptions())
    assert exact.text == TEXT
    path.write_text(path.read_text("utf-8").replace("Köln", "Bonn"), "utf-8")
    [(_, rebuilt)] = Conll().read(Source(path), ReadOptions())
    assert rebuilt.text == "Bonn.\nDer Kreml-Sprecher lobte 😀 die EU."


def test_a_sentence_never_ends_within_a_span(tmp_path: Path) -> None:
    reading = done(SpanRecord("s1", 0, 24, "MISC"))
    files, _ = out(tmp_path, "conll2002", reading)
    assert files["out.conll"].splitlines()[2:7] == [
        "Köln B-MISC", ". I-MISC", "Der I-MISC", "Kreml-Sprecher I-MISC", "lobte O",
    ]  # fmt: skip


def test_tokens_out_of_scope_can_be_left_out(tmp_path: Path) -> None:
    files, _ = out(tmp_path, "conll2002", done(span("s1", "EU", "ORG")), in_scope=True)
    assert "Köln" not in files["out.conll"]
    assert "Der O" in files["out.conll"]


def test_widening_is_listed_and_done_only_where_it_was_asked_for(tmp_path: Path) -> None:
    reading = done(span("s1", "Kreml", "LOC"))
    files, losses = out(tmp_path, "conll2002", reading, misfit="widen")
    assert "Kreml-Sprecher B-LOC" in files["out.conll"]
    assert losses == [("Kreml", "widened")]


def test_germeval_has_two_layers_and_a_third_is_lost(tmp_path: Path) -> None:
    reading = done(
        span("s1", "die EU", "ORG"), span("s2", "EU", "LOC"), span("s3", "EU", "ORG", form="derived")
    )
    files, losses = out(tmp_path, "germeval", reading)
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


# --- Label Studio ------------------------------------------------------------------------


def test_positions_are_utf16_units(tmp_path: Path) -> None:
    files, _ = out(tmp_path, "label-studio", done(span("s1", "EU", "ORG")))
    [task] = json.loads(files["out.json"])
    [result] = task["annotations"][0]["result"]
    assert (result["value"]["start"], result["value"]["end"]) == (38, 40)
    assert TEXT.encode("utf-16-le")[2 * 38 : 2 * 40].decode("utf-16-le") == "EU"
    assert '<Label value="ORG"' in files["out.config.xml"]


def test_people_annotate_and_models_predict(tmp_path: Path) -> None:
    model = done(span("s9", "EU", "ORG", score=0.5, made="predicted"), by=MODEL)
    files, _ = out(tmp_path, "label-studio", done(), done(by=BEA), model)
    [task] = json.loads(files["out.json"])
    assert [it["annotator"] for it in task["annotations"]] == ["Ada B.", "Bea"]
    assert [(it["model_version"], it["result"][0]["score"]) for it in task["predictions"]] == [("de 1", 0.5)]


def test_words_beside_a_position_show_how_it_was_counted(read: Any) -> None:
    def task(start: int, end: int, words: str | None) -> str:
        value = {"start": start, "end": end, "labels": ["LOC"]} | ({"text": words} if words else {})
        result = [{"type": "labels", "value": value}]
        return json.dumps([{"data": {"text": "😀 Rom, Rom"}, "annotations": [{"result": result}]}])

    def place(content: str) -> Any:
        [(_, item)] = read(LabelStudio(), content, name="x.json")
        return item.reason if isinstance(item, Skipped) else (item.sets[0].spans[0].start)

    assert place(task(3, 6, "Rom")) == 2
    assert place(task(2, 5, "Rom")) == 2
    assert place(task(3, 6, None)) == 2
    assert place(task(3, 6, "Bonn")) == "wrong_offset"


@pytest.mark.parametrize("content", ["", "[", "[]", "{", '[{"data"', "[1", "null"])
def test_a_list_that_is_no_list_of_tasks_is_said_to_be(read: Any, content: str) -> None:
    found = read(LabelStudio(), content, name="x.json")
    assert all(isinstance(item, Skipped) for _, item in found)
    assert bool(found) == (content not in ("", "[]"))


# --- All of them -------------------------------------------------------------------------


def test_one_file_each_annotator(tmp_path: Path) -> None:
    sets = done(span("s1", "EU", "ORG")), done(by=BEA)
    for name in ("conll2002", "label-studio", "doccano", "prodigy"):
        files, _ = out(tmp_path, name, *sets, one_each=True)
        assert [file for file in files if not file.endswith((".map", ".xml"))] == [
            f"out-Ada_B{Path(next(iter(files))).suffix}", f"out-Bea{Path(next(iter(files))).suffix}",
        ]  # fmt: skip


def test_a_split_has_all_its_parts(tmp_path: Path) -> None:
    files, _ = out(tmp_path, "label-studio", done(), split=(1, 0, 0))
    assert list(files) == ["out-train.json", "out-dev.json", "out-test.json", "out.config.xml"]
    assert [len(json.loads(files[f"out-{part}.json"])) for part in ("train", "dev", "test")] == [1, 0, 0]


def test_a_part_that_was_dealt_goes_before_the_hash(tmp_path: Path) -> None:
    files, _ = out(tmp_path, "doccano", done(), split=(1, 0, 0), parts={"a1": "test"})
    assert files["out-test.jsonl"].count("\n") == 1


@pytest.mark.parametrize("reader", ANNOTATIONS, ids=lambda item: item.name)
def test_rubbish_is_refused_and_never_raises(reader: Any, read: Any) -> None:
    for content in (b"\xff\xfe\x00", b"\x00" * 50, b"{" * 3000, "ä".encode("latin-1"), b"[[[[", b"\n\n"):
        with suppress(EncodingUnknown):  # which the import lists with the file
            found = read(reader, content, name=f"x{reader.suffixes[-1]}")
            assert not [item for _, item in found if isinstance(item, ArticleRecord)]


@pytest.mark.parametrize(
    ("head", "suffix", "name"),
    [
        ('{"text":"a","spans":[{"start":0,"end":1,"label":"X"}],"answer":"accept"}\n', ".jsonl", "prodigy"),
        ('{"id": 1, "text": "a", "label": [[0, 1, "X"]]}\n', ".jsonl", "doccano"),
        ('{"text": "a", "entities": [{"id": 1, "start_offset": 0}]}\n', ".jsonl", "doccano"),
        ("-DOCSTART- -X- -X- O\n\nEU NNP I-NP I-ORG\nlobt V V O\n", ".txt", "conll2003"),
        ("EU\tB-ORG\nlobt\tO\n", "", "conll2003"),
        ("#\tx [2010]\n1\tEU\tB-ORG\tO\n", ".tsv", "germeval"),
        ('[{"id": 1, "data": {"text": "a"}, "annotations": []}]', ".json", "label-studio"),
        ("Ein Text über Y.\nNoch einer mit O", ".txt", "text"),
        ('{"text": "a", "spans": [[0, 1, "X"]]}', ".jsonl", "articles"),
    ],
)
def test_a_file_is_recognised(head: str, suffix: str, name: str) -> None:
    found = sniffed(head, suffix)
    assert found is not None
    assert found.name == name


@pytest.mark.parametrize("name", ["prodigy", "doccano", "doccano-relations", "label-studio", "hf"])
def test_a_file_of_long_articles_is_recognised(tmp_path: Path, name: str) -> None:
    writer = next(item for item in WRITERS if item.name == name)
    text = "Der Kreml lobte Köln. " * 6_000
    reading = SetRecord(ADA, "main", "done", spans=[SpanRecord("s1", 4, 9, "ORG")])
    article = ArticleRecord(VERSION, key="a1", text=text, language="de", sets=[reading])
    written = writer.write(
        tmp_path / f"out{writer.suffixes[0]}", PROJECT, [article], WriteOptions(segment=tokens)
    )
    path = tmp_path / written.files[0]
    found = sniffed(Source(path).head(), path.suffix)
    assert found is not None
    assert found.name == name.removesuffix("-relations")
