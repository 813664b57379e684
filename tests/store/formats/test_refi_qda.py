"""REFI-QDA projects: what other programs for qualitative analysis get, and that it comes back."""

import re
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest
from msgspec.structs import replace

from store.formats.annotations.refi_qda import RefiQda
from store.formats.markup import name_of, parsed
from store.formats.protocol import ReadOptions, WriteOptions
from store.formats.records import (
    VERSION,
    AnnotatorRecord,
    ArticleRecord,
    CommentRecord,
    PartRecord,
    SetRecord,
    SpanRecord,
    StanceRecord,
)
from store.formats.scheme_records import LabelRecord, LabelSetRecord, ProjectRecord, TopicRecord
from store.formats.sources import Source

ADA, BEA = AnnotatorRecord("a", "Ada B.", "person"), AnnotatorRecord("b", "Bea", "person")
TEXT = "Köln.\r\nDer Rat 😀 lobt die EU."
PROJECT = ProjectRecord(
    VERSION, "u", "P", "2026-11-24",
    label_sets=[LabelSetRecord("e", "entity", {}, [LabelRecord("ORG", {}, "#112233", "#ddeeff")])],
    annotators=[ADA, BEA],
    topics=[TopicRecord("u2", "eu", "issue", {"de": "EU-Beitritt"})],
)  # fmt: skip


def span(name: str, words: str, label: str | None) -> SpanRecord:
    start = TEXT.index(words)
    return SpanRecord(name, start, start + len(words), label)


def done(by: AnnotatorRecord, *spans: SpanRecord, **fields: Any) -> SetRecord:
    return SetRecord(by, "main", "done", spans=list(spans), **fields)


def written(folder: Path, *sets: SetRecord, text: str = TEXT, evidence: Any = "marked") -> dict[str, bytes]:
    article = ArticleRecord(
        VERSION, key="a1", title="Rat & EU", text=text, language="de", outlet="Blatt", sets=list(sets)
    )
    RefiQda().write(folder / "out.qdpx", PROJECT, [article], WriteOptions(evidence=evidence))
    with ZipFile(folder / "out.qdpx") as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def back(folder: Path) -> ArticleRecord:
    (_, named), (_, article) = RefiQda().read(Source(folder / "out.qdpx"), ReadOptions())
    assert isinstance(named, ProjectRecord)
    assert (named.partial, named.topics) == (True, PROJECT.topics)
    assert isinstance(article, ArticleRecord), article
    return article


def found(project: bytes, name: str) -> list[Any]:
    return [it for it in parsed(project.decode()).iter() if name_of(it) == name]


# --- What goes out -----------------------------------------------------------------------


def test_a_span_is_a_selection_with_the_code_of_its_label(tmp_path: Path) -> None:
    files = written(tmp_path, done(ADA, span("s1", "Rat", "ORG")))
    project = files["project.qde"]
    [selection] = found(project, "PlainTextSelection")
    [code] = [it for it in found(project, "Code") if it.get("name") == "ORG"]
    [source] = found(project, "TextSource")
    [user] = found(project, "User")
    text = files[source.get("plainTextPath").replace("internal://", "sources/")].decode()
    assert text[int(selection.get("startPosition")) : int(selection.get("endPosition"))] == "Rat"
    assert selection.find(".//{*}CodeRef").get("targetGUID") == code.get("guid")
    assert (code.get("color"), code.get("isCodable"), user.get("name")) == ("#112233", "true", "Ada B.")
    assert (selection.get("creatingUser"), selection.get("name")) == (user.get("guid"), "Rat")


def test_line_ends_move_nothing_and_the_exact_text_lies_beside(tmp_path: Path) -> None:
    files = written(tmp_path, done(ADA, span("s1", "EU", "ORG")))
    [plain] = [it.decode() for name, it in files.items() if name.startswith("sources/")]
    assert plain == "Köln. \nDer Rat 😀 lobt die EU."
    assert back(tmp_path).text == TEXT
    files = written(tmp_path, done(ADA), text="Rom")
    assert [name for name in files if name.startswith("exact/")] == []


@pytest.mark.parametrize("text", ["\ufeffRom", "\ufeff\ufeffRom\r", "Rom\x00\x0b", "\r\n\rRom"])
def test_every_text_comes_back_exactly(tmp_path: Path, text: str) -> None:
    written(tmp_path, done(ADA), text=text)
    assert back(tmp_path).text == text


def test_a_stance_codes_its_evidence_and_comes_back_whole(tmp_path: Path) -> None:
    parts = [
        PartRecord("evidence", 7, 14, "marked"), PartRecord("cue", 17, 21, "marked"),
        PartRecord("evidence", 17, 28, "marked"), PartRecord("evidence", 0, 5, "default"),
    ]  # fmt: skip
    stance = StanceRecord(
        "t1",
        "u1",
        "FAVOR",
        "span",
        holder_span="s1",
        target_span="s2",
        topic="eu",
        sarcasm=False,
        parts=parts,
    )
    reading = done(ADA, span("s1", "Rat", "ORG"), span("s2", "EU", "ORG"), stances=[stance])
    project = written(tmp_path, reading)["project.qde"]
    [topic] = [it for it in found(project, "Code") if it.get("name") == "EU-Beitritt"]
    code = topic[0].get("guid")
    places = [
        (int(it.get("startPosition")), int(it.get("endPosition")))
        for it in found(project, "PlainTextSelection")
        if it.find(".//{*}CodeRef").get("targetGUID") == code
    ]
    assert (topic[0].get("name"), places) == ("FAVOR", [(7, 14), (17, 28)])
    [link] = found(project, "Link")
    selections = {it.get("guid"): it.get("name") for it in found(project, "PlainTextSelection")}
    assert (selections[link.get("originGUID")], selections[link.get("targetGUID")]) == ("Rat", "EU")
    [came] = back(tmp_path).sets[0].stances
    assert (came.uid, came.label, came.topic, came.sarcasm, came.parts) == ("u1", "FAVOR", "eu", False, parts)
    words = {it.id: TEXT[it.start : it.end] for it in back(tmp_path).sets[0].spans}
    assert words == {came.holder_span: "Rat", came.target_span: "EU"}


def test_a_stance_of_the_whole_article_codes_all_of_it(tmp_path: Path) -> None:
    stance = StanceRecord("t1", "u1", "AGAINST", "author", topic="eu", level="article")
    project = written(tmp_path, done(ADA, stances=[stance]))["project.qde"]
    [selection] = found(project, "PlainTextSelection")
    assert (selection.get("startPosition"), selection.get("endPosition")) == ("0", str(len(TEXT)))
    [came] = back(tmp_path).sets[0].stances
    assert (came.holder_kind, came.level, came.parts) == ("author", "article", [])


def test_everybody_is_a_user_and_every_reading_a_set(tmp_path: Path) -> None:
    second = SetRecord(ADA, "second", "in_progress", spans=[span("s3", "EU", "LOC")])
    project = written(tmp_path, done(ADA, span("s1", "EU", "ORG")), second, done(BEA))["project.qde"]
    assert [it.get("name") for it in found(project, "User")] == ["Ada B.", "Ada B. (second)", "Bea"]
    assert [it.get("name") for it in found(project, "Set")] == [
        "Ada B., main, done", "Ada B. (second), second, in_progress", "Bea, main, done",
        "Topics and actors",
    ]  # fmt: skip
    read = [
        (it.annotator.name, it.round, it.status, [s.label for s in it.spans]) for it in back(tmp_path).sets
    ]
    assert read == [
        ("Ada B.", "main", "done", ["ORG"]), ("Ada B.", "second", "in_progress", ["LOC"]),
        ("Bea", "main", "done", []),
    ]  # fmt: skip


def test_the_same_export_is_the_same_file(tmp_path: Path) -> None:
    first = written(tmp_path, done(ADA, span("s1", "EU", "ORG")))
    assert written(tmp_path, done(ADA, span("s1", "EU", "ORG"))) == first


def test_comments_are_notes_and_come_back_whole(tmp_path: Path) -> None:
    stance = StanceRecord("t1", "u1", "FAVOR", "span", holder_span="s1", topic="eu")
    said = [
        CommentRecord("b", "Wer?\r\nUnd <wo>?", "2026-11-24", "question", span="s1"),
        CommentRecord("a", "Ein\x0bZeichen", "2026-11-25", "answer", stance="t1", resolved=True),
        CommentRecord("a", "Zum Ganzen", "2026-11-25"),
    ]
    reading = done(ADA, span("s1", "Rat", "ORG"), stances=[stance], comments=said)
    project = written(tmp_path, reading, done(BEA))["project.qde"]
    assert [it.get("name") for it in found(project, "Note")] == ["question", "answer", "note"]
    [selection, *_] = found(project, "PlainTextSelection")
    assert [name_of(it) for it in selection] == ["Coding", "NoteRef"]
    first, second = back(tmp_path).sets
    ids = {"s1": first.spans[0].id, "t1": first.stances[0].id}
    assert {it.text: it for it in first.comments} == {
        it.text: replace(it, span=ids.get(it.span), stance=ids.get(it.stance)) for it in said
    }
    assert second.comments == []


def test_a_comment_goes_with_the_stance_that_cannot_be_held(tmp_path: Path) -> None:
    stance = StanceRecord("t1", "u1", "PERHAPS", "author", topic="eu")
    said = CommentRecord("a", "Wie das?", "2026-11-24", "question", stance="t1")
    article = ArticleRecord(VERSION, key="a1", text=TEXT, sets=[done(ADA, stances=[stance], comments=[said])])
    losses = RefiQda().write(tmp_path / "out.qdpx", PROJECT, [article], WriteOptions()).losses
    assert [(it.what, it.kind) for it in losses] == [("PERHAPS", "stance"), ("question", "comment")]


def test_a_stance_of_another_label_has_a_code_of_its_own(tmp_path: Path) -> None:
    sides = LabelSetRecord("s", "stance", {}, [LabelRecord("RATHER FOR", {}, "#112233", "#ddeeff")])
    stance = StanceRecord("t1", "u1", "RATHER FOR", "author", topic="eu")
    with pytest.MonkeyPatch.context() as patch:
        patch.setitem(globals(), "PROJECT", replace(PROJECT, label_sets=[*PROJECT.label_sets, sides]))
        project = written(tmp_path, done(ADA, stances=[stance]))["project.qde"]
        [topic] = [it for it in found(project, "Code") if it.get("name") == "EU-Beitritt"]
        assert [(it.get("name"), it.get("color")) for it in topic] == [("RATHER FOR", "#112233")]
        assert [it.label for it in back(tmp_path).sets[0].stances] == ["RATHER FOR"]


def test_another_reader_of_projects_sees_the_same(tmp_path: Path) -> None:
    other = pytest.importorskip("pyrefiqda", reason="pyrefiqda is not installed")
    written(tmp_path, done(ADA, span("s1", "Rat", "ORG")))
    project = other.RefiProject.load(tmp_path / "out.qdpx", extract_dir=tmp_path / "unpacked")
    [source] = project.sources.text_source
    path = other.RefiProject.resolve_source_path(source.plain_text_path, tmp_path / "unpacked")
    [selection] = source.plain_text_selection
    text = Path(path).read_bytes().decode()
    assert text[selection.start_position : selection.end_position] == "Rat"


def test_a_stance_whose_holder_was_deleted_elsewhere_is_listed(tmp_path: Path) -> None:
    stance = StanceRecord("t1", "u1", "FAVOR", "span", holder_span="s1", topic="eu")
    files = written(tmp_path, done(ADA, span("s1", "Rat", "ORG"), stances=[stance]))
    named = r'<PlainTextSelection [^>]*name="Rat"[^>]*><Coding.*?</PlainTextSelection>'
    project = re.sub(named, "", files["project.qde"].decode(), count=1)
    with ZipFile(tmp_path / "x.qdpx", "w") as archive:
        for name, content in {**files, "project.qde": project.encode()}.items():
            archive.writestr(name, content)
    _, problem, article = (it for _, it in RefiQda().read(Source(tmp_path / "x.qdpx"), ReadOptions()))
    assert (problem.reason, article.sets[0].stances) == ("unknown_reference", [])
