"""REFI-QDA projects of other programs, sound and broken."""

import re
from pathlib import Path
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile

import pytest

from store.formats import contents
from store.formats.annotations.refi_qda import RefiQda
from store.formats.problems import Skipped
from store.formats.protocol import ReadOptions
from store.formats.records import ArticleRecord
from store.formats.sources import Source
from store.transfer.reading import records as records_of

NAMES = {
    "U1": "00000000-0000-0000-0000-0000000000A1", "C1": "00000000-0000-0000-0000-0000000000C1",
    "C2": "00000000-0000-0000-0000-0000000000C2", "C3": "00000000-0000-0000-0000-0000000000C3",
    "V1": "00000000-0000-0000-0000-0000000000E1", "N1": "00000000-0000-0000-0000-0000000000F1",
    "S1": "00000000-0000-0000-0000-0000000000D1",
}  # fmt: skip
PROJECT_XML = """<?xml version="1.0" encoding="utf-8"?>
<Project name="P" origin="ORIGIN" xmlns="urn:QDA-XML:project:1.0">
<Users><User guid="U1" name="Uwe"/></Users>
<CodeBook><Codes>
<Code guid="C1" name="Frames" isCodable="true"><Code guid="C2" name="War" isCodable="true"/></Code>
<Code guid="{C3}" name="Peace" isCodable="true"/></Codes></CodeBook>
<Variables><Variable guid="V1" name="Quelle" typeOfVariable="Text"/></Variables>
<Sources>SOURCES</Sources>
<Notes><Note guid="N1" name="memo"><PlainTextContent>Check this.</PlainTextContent></Note></Notes>
</Project>"""
SOURCE = """<TextSource guid="S1" name="Interview 1" plainTextPath="internal://S1.TXT">SELECTIONS<NoteRef
 targetGUID="N1"/><VariableValue><VariableRef targetGUID="V1"/><TextValue>Blatt</TextValue></VariableValue>
</TextSource>"""


def selection(start: object, end: object, code: str, called: str = "", user: str = "U1") -> str:
    return (
        f'<PlainTextSelection guid="S1" name="{called}" startPosition="{start}" endPosition="{end}" '
        f'creatingUser="{user}"><Coding guid="S1"><CodeRef targetGUID="{code}"/></Coding>'
        "</PlainTextSelection>"
    )


def foreign(
    folder: Path, selections: str = "", text: str | bytes = "Krieg 😀 oder Frieden", *,
    sources: str = SOURCE, origin: str = "QualCoder", files: dict[str, str] | None = None,
) -> list[Any]:  # fmt: skip
    xml = PROJECT_XML.replace("SOURCES", sources.replace("SELECTIONS", selections)).replace("ORIGIN", origin)
    for short, guid in NAMES.items():
        xml = re.sub(rf'(?<=["{{/]){short}(?=["}}.])', guid, xml)
    with ZipFile(folder / "x.qdpx", "w") as archive:
        archive.writestr("project.qde", xml)
        archive.writestr(f"Sources/{NAMES['S1'].lower()}.txt", text)
        for name, content in (files or {}).items():
            archive.writestr(name, content)
    return [item for _, item in RefiQda().read(Source(folder / "x.qdpx"), ReadOptions())]


def words_of(article: ArticleRecord) -> list[tuple[str, str | None]]:
    assert isinstance(article, ArticleRecord), article
    return [(article.text[it.start : it.end], it.label) for it in article.sets[0].spans]


def test_codings_are_spans_called_after_their_codes(tmp_path: Path) -> None:
    [article] = foreign(tmp_path, selection(0, 5, "C2") + selection(8, 12, "C1") + selection(13, 20, "C3"))
    assert words_of(article) == [("Krieg", "War"), ("oder", "Frames"), ("Frieden", "Peace")]
    assert (article.sets[0].annotator.name, article.title, article.outlet) == ("Uwe", "Interview 1", "Blatt")
    [comment] = article.sets[0].comments
    assert (comment.text, comment.by, comment.kind, comment.span) == ("Check this.", "", "note", None)


def test_a_note_without_a_reading_stays_with_the_article(tmp_path: Path) -> None:
    [article] = foreign(tmp_path)
    assert (article.sets, article.attrs) == ([], {"source": {"notes": ["Check this."]}})


NOTED = """<PlainTextSelection guid="S1" name="Krieg" startPosition="0" endPosition="5" creatingUser="U1">
<Description>Tone?</Description>
<Coding guid="S1"><CodeRef targetGUID="C2"/><NoteRef targetGUID="N1"/></Coding>
</PlainTextSelection>"""


def test_notes_and_descriptions_of_codings_are_comments_on_their_spans(tmp_path: Path) -> None:
    own = SOURCE.replace('<NoteRef\n targetGUID="N1"/>', "")
    [article] = foreign(tmp_path, NOTED, sources=own)
    [reading] = article.sets
    assert [(it.text, it.span) for it in reading.comments] == [
        ("Tone?", reading.spans[0].id), ("Check this.", reading.spans[0].id),
    ]  # fmt: skip


def test_a_note_says_who_wrote_it_and_where_nothing_is_coded(tmp_path: Path) -> None:
    bare = NOTED.replace('<Coding guid="S1"><CodeRef targetGUID="C2"/>', "").replace("</Coding>", "")
    xml = PROJECT_XML.replace(
        '<User guid="U1" name="Uwe"/>', '<User guid="U1" name="Uwe"/><User guid="C1" name="Ida"/>'
    )
    xml = xml.replace('name="memo"', 'name="memo" creatingUser="C1" creationDateTime="2026-05-08T10:00:00Z"')
    with pytest.MonkeyPatch.context() as patch:
        patch.setitem(globals(), "PROJECT_XML", xml)
        [article] = foreign(
            tmp_path, bare + selection(13, 20, "C3"), sources=SOURCE.replace("<NoteRef", "<X")
        )
    assert [(it.text, it.at, it.span) for it in article.sets[0].comments][1:] == [
        ("Ida: “Krieg”: Check this.", "2026-05-08", None)
    ]
    assert article.sets[0].comments[0].text == "“Krieg”: Tone?"


def test_a_note_in_a_file_of_its_own_is_read_and_one_without_words_is_listed(tmp_path: Path) -> None:
    text = "<PlainTextContent>Check this.</PlainTextContent></Note>"
    for pointer, expected in (('plainTextPath="internal://memo.txt"', "From a file."), ("", None)):
        xml = PROJECT_XML.replace(text, "</Note>").replace('name="memo"', f'name="memo" {pointer}')
        with pytest.MonkeyPatch.context() as patch:
            patch.setitem(globals(), "PROJECT_XML", xml)
            *told, article = foreign(
                tmp_path, selection(0, 5, "C2"), files={"sources/memo.txt": "From a file."}
            )
        assert [it.text for it in article.sets[0].comments] == ([expected] if expected else [])
        assert [(it.field, it.reason) for it in told] == ([] if expected else [("memo", "missing_text")])


def test_codes_of_one_name_are_told_apart(tmp_path: Path) -> None:
    twice = '<Code guid="{C3}" name="War" isCodable="true"/>'
    xml = PROJECT_XML.replace('<Code guid="{C3}" name="Peace" isCodable="true"/>', twice)
    with pytest.MonkeyPatch.context() as patch:
        patch.setitem(globals(), "PROJECT_XML", xml)
        [article] = foreign(tmp_path, selection(0, 5, "C2") + selection(13, 20, "C3"))
    assert [label for _, label in words_of(article)] == ["Frames / War", "War"]


EMOJI = "Krieg 😀\r\nodr Frieden, ja"


@pytest.mark.parametrize(
    ("text", "places", "origin"),
    [
        (EMOJI, ((13, 20), (20, 24)), "QualCoder"),  # code points, CR LF as two
        (EMOJI, ((14, 21), (21, 25)), "NVivo"),  # UTF-16 units, CR LF as two
        (EMOJI, ((12, 19), (19, 23)), "ATLAS.ti"),  # code points, CR LF as one
        ("😀😀\r\nodr Frieden, ja", ((9, 16), (16, 20)), "MAXQDA"),  # UTF-16 units, CR LF as one
    ],
)
def test_positions_count_as_the_words_of_selections_show(
    tmp_path: Path, text: str, places: tuple[tuple[int, int], ...], origin: str
) -> None:
    selections = selection(*places[0], "C3", "Frieden") + selection(*places[1], "C1", ", ja...")
    [article] = foreign(tmp_path, selections, text, origin=origin)
    assert [word for word, _ in words_of(article)] == ["Frieden", ", ja"]


def test_a_pdf_comes_in_by_its_plain_text(tmp_path: Path) -> None:
    representation = SOURCE.replace("TextSource", "Representation")
    sources = (
        f'<PDFSource guid="C1" name="a.pdf"><PDFSelection guid="C2" page="1"/>{representation}</PDFSource>'
    )
    picture = (
        '<PictureSource guid="C2" name="p.png" path="internal://p.png"/><PDFSource guid="C3" name="b.pdf"/>'
    )
    article, *problems = foreign(tmp_path, selection(0, 5, "C2"), sources=sources + picture)
    assert words_of(article) == [("Krieg", "War")]
    assert [(it.field, it.reason) for it in problems] == [
        ("p.png", "no_text_layer"),
        ("b.pdf", "no_text_layer"),
    ]


@pytest.mark.parametrize("text", [b"\xef\xbb\xbfKrieg", "Krieg".encode("utf-16"), "Krieg"])
def test_texts_come_in_any_encoding(tmp_path: Path, text: bytes) -> None:
    [article] = foreign(tmp_path, selection(0, 5, "C2"), text)
    assert words_of(article) == [("Krieg", "War")]


# --- What is broken ----------------------------------------------------------------------


@pytest.mark.parametrize(
    ("selections", "reason"),
    [
        (selection(0, 99, "C1"), "wrong_offset"),
        (selection(-2, 1, "C1"), "wrong_offset"),
        (selection(5, 5, "C1"), "wrong_offset"),
        (selection("x", 5, "C1"), "wrong_type"),
    ],
)
def test_wrong_positions_cost_their_article_only(tmp_path: Path, selections: str, reason: str) -> None:
    sound = SOURCE.replace("SELECTIONS", "")
    problem, article = foreign(tmp_path, selections, sources=SOURCE + sound)
    assert isinstance(problem, Skipped)
    assert (problem.reason, article.text) == (reason, "Krieg 😀 oder Frieden")


@pytest.mark.parametrize(
    ("path", "reason"),
    [
        ("internal://../../etc/passwd", "unsafe_path"),
        ("internal:///etc/passwd", "unsafe_path"),
        ("absolute:///etc/passwd", "unsafe_path"),
        ("relative://texts/a.txt", "unsafe_path"),
        ("internal://gone.txt", "missing_text"),
        ("", "missing_text"),
    ],
)
def test_no_path_leads_out_of_the_archive(tmp_path: Path, path: str, reason: str) -> None:
    [problem] = foreign(tmp_path, sources=SOURCE.replace("internal://S1.TXT", path).replace("SELECTIONS", ""))
    assert (problem.reason, problem.field) == (reason, "plainTextPath")


def test_members_whose_names_lead_out_are_never_touched(tmp_path: Path) -> None:
    outside = tmp_path.parent / "outside.txt"
    [article] = foreign(tmp_path, files={f"../{outside.name}": "x", "/etc/x": "y"})
    assert article.text.startswith("Krieg")
    assert not outside.exists()


def test_a_project_that_declares_entities_is_refused(tmp_path: Path) -> None:
    bomb = '<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]><Project>&b;</Project>'
    with ZipFile(tmp_path / "x.qdpx", "w") as archive:
        archive.writestr("project.qde", bomb)
    assert reason_of(tmp_path / "x.qdpx") == "forbidden_markup"


def test_a_text_that_unpacks_to_far_more_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(contents, "FREE", 1000)
    foreign(tmp_path)
    with ZipFile(tmp_path / "x.qdpx") as archive:
        project = archive.read("project.qde")
    with ZipFile(tmp_path / "y.qdpx", "w", ZIP_DEFLATED) as archive:
        archive.writestr("project.qde", project)
        archive.writestr(f"sources/{NAMES['S1']}.txt", b" " * 3_000_000)
    assert reason_of(tmp_path / "y.qdpx") == "bomb"


@pytest.mark.parametrize("share", [0.2, 0.6, 0.98])
def test_a_truncated_archive_is_damaged(tmp_path: Path, share: float) -> None:
    foreign(tmp_path)
    data = (tmp_path / "x.qdpx").read_bytes()
    (tmp_path / "y.qdpx").write_bytes(data[: int(len(data) * share)])
    assert reason_of(tmp_path / "y.qdpx") == "damaged"


def test_an_archive_without_a_project_is_damaged(tmp_path: Path) -> None:
    with ZipFile(tmp_path / "x.qdpx", "w") as archive:
        archive.writestr("a.txt", "Rom")
    assert reason_of(tmp_path / "x.qdpx") == "damaged"


def reason_of(path: Path) -> str:
    """Why nothing of a file comes in."""
    items = [item for _, _, item in records_of([(path, path.name)], ReadOptions()) if item is not None]
    assert all(isinstance(item, Skipped) for item in items)
    return items[0].reason


def test_what_is_no_project_is_none(tmp_path: Path) -> None:
    (tmp_path / "x.qdpx").write_text("not an archive")
    assert RefiQda().sniff("not an archive", ".qdpx") == 0
    [(_, problem)] = RefiQda().read(Source(tmp_path / "x.qdpx"), ReadOptions())
    assert problem.reason == "damaged"
