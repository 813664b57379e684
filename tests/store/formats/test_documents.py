"""Documents of word processors, PDFs and workbooks, whole and broken."""

import io
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from store.errors import ColumnsUnknown
from store.formats import contents, sniffed
from store.formats.articles.docx import Docx
from store.formats.articles.excel import FULL, Excel
from store.formats.articles.odt import Odt
from store.formats.articles.office import OLE
from store.formats.articles.pdf import Pdf, Stretch, paragraphs, without_margins
from store.formats.articles.rtf import Rtf
from store.formats.problems import RecordError, Skipped
from store.formats.protocol import Reader
from store.formats.sources import Source

GOLDEN = Path(__file__).resolve().parents[2] / "golden"
OFFICE: list[tuple[Reader, str, str]] = [
    (Docx(), "word.docx", "word/document.xml"),
    (Odt(), "writer.odt", "content.xml"),
    (Excel(), "book.xlsx", "xl/worksheets/sheet7.xml"),
]
ALL: list[tuple[Reader, str]] = [
    *((it[0], it[1]) for it in OFFICE),
    (Rtf(), "rich.rtf"),
    (Pdf(), "print.pdf"),
]
BOMB = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]><x>&b;</x>'

Read = Callable[..., list[Any]]


def rebuilt(name: str, part: str, content: str | None) -> bytes:
    """A golden file with one part replaced, or without it."""
    out = io.BytesIO()
    with zipfile.ZipFile(GOLDEN / name) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for info in old.infolist():
            if info.filename != part:
                new.writestr(info.filename, old.read(info.filename))
        if content is not None:
            new.writestr(part, content)
    return out.getvalue()


def reason(read: Read, reader: Reader, data: bytes, name: str) -> str:
    with pytest.raises(RecordError) as caught:
        read(reader, data, name=name)
    return caught.value.reason


@pytest.mark.parametrize(("reader", "name"), ALL)
def test_each_is_recognised_without_its_suffix(reader: Reader, name: str) -> None:
    found = sniffed(Source(GOLDEN / name).head(), "")
    assert found is not None
    assert found.name == reader.name


def test_an_archive_in_which_the_letters_of_a_workbook_stand_by_chance_is_none() -> None:
    head = Source(GOLDEN / "book.xlsx").head()
    assert Excel().sniff(head, "") > 0.9
    assert Excel().sniff(head.replace("xl/", "xx/").replace("PK\x01", "xl/"), "") == 0


@pytest.mark.parametrize(("reader", "name", "part"), OFFICE)
def test_office_files_that_were_cut_locked_or_filled_with_a_bomb(
    read: Read, reader: Reader, name: str, part: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = (GOLDEN / name).read_bytes()
    assert reason(read, reader, whole[: len(whole) // 2], name) == "damaged"
    misplaced = whole[:-6] + (1_000_000).to_bytes(4, "little") + whole[-2:]  # where the directory begins
    assert reason(read, reader, misplaced, name) == "damaged"
    assert reason(read, reader, OLE.encode("latin-1") + bytes(5000), name) == "protected"
    assert reason(read, reader, rebuilt(name, part, None), name) == "damaged"
    assert reason(read, reader, rebuilt(name, part, BOMB), name) == "forbidden_markup"
    assert reason(read, reader, rebuilt(name, part, "<x><y></x>"), name) == "not_xml"
    monkeypatch.setattr("store.formats.articles.office.LIMIT", 100_000)
    monkeypatch.setattr("store.formats.markup.LIMIT", 100_000)
    monkeypatch.setattr(contents, "FREE", 100_000)
    long = rebuilt(name, part, f"<x><row><y>{'x' * 3_000_000}</y></row></x>")
    assert len(long) < 50_000
    assert reason(read, reader, long, name) in ("too_long", "bomb")


def test_a_locked_writer_document_is_named(read: Read) -> None:
    manifest = "<manifest><file-entry><encryption-data/></file-entry></manifest>"
    assert (
        reason(read, Odt(), rebuilt("writer.odt", "META-INF/manifest.xml", manifest), "a.odt") == "protected"
    )


@pytest.mark.parametrize("name", ["word.docx", "writer.odt"])
def test_a_document_without_a_paragraph_is_named(read: Read, name: str) -> None:
    reader, part = (Docx(), "word/document.xml") if name == "word.docx" else (Odt(), "content.xml")
    [(_, item)] = read(reader, rebuilt(name, part, "<document><body/></document>"), name=name)
    assert (item.field, item.reason) == ("text", "empty_text")


def sheet(*rows: str) -> bytes:
    body = "".join(f"<row>{row}</row>" for row in rows)
    return rebuilt("book.xlsx", "xl/worksheets/sheet7.xml", f"<worksheet>{body}</worksheet>")


def cell(text: str, place: str = "") -> str:
    return f'<c t="inlineStr"{place and f" r={place!r}"}><is><t>{text}</t></is></c>'


def test_a_cell_that_is_full_was_probably_cut(read: Read) -> None:
    data = sheet(cell("id") + cell("text"), cell("1") + cell("x" * FULL), cell("2") + cell("kurz"))
    problem, one, two = read(Excel(), data, name="a.xlsx")
    assert (problem[1].reason, problem[1].field) == ("cell_cut", "text")
    assert (len(one[1].text), two[1].text) == (FULL, "kurz")


def test_a_workbook_without_a_text_is_refused_and_a_column_can_be_named(read: Read) -> None:
    data = sheet(cell("a") + cell("b"), cell("1") + cell("Text"))
    with pytest.raises(ColumnsUnknown) as caught:
        read(Excel(), data, name="a.xlsx")
    assert caught.value.fields["columns"] == ["a", "b"]
    [(_, record)] = read(Excel(), data, name="a.xlsx", columns={"text": "b"})
    assert record.text == "Text"


def test_a_string_that_is_not_there_is_damage(read: Read) -> None:
    data = sheet(cell("text") + cell("b"), '<c t="s"><v>99</v></c>')
    assert reason(read, Excel(), data, "a.xlsx") == "damaged"


@pytest.mark.parametrize("keep", [20, 200, 400])
def test_rich_text_that_was_cut_is_read_as_far_as_it_goes_and_named(read: Read, keep: int) -> None:
    problem, *rest = read(Rtf(), (GOLDEN / "rich.rtf").read_bytes()[:keep], name="a.rtf")
    assert problem[1].reason == "half_written"
    assert len(rest) == 1


def test_what_only_calls_itself_rich_text(read: Read) -> None:
    assert reason(read, Rtf(), b"Kein RTF", "a.rtf") == "damaged"
    [(_, item)] = read(Rtf(), rb"{\rtf1 }", name="a.rtf")
    assert item.reason == "empty_text"


def test_a_pdf_that_was_cut_locked_or_photographed(read: Read) -> None:
    whole = (GOLDEN / "print.pdf").read_bytes()
    assert reason(read, Pdf(), whole[:200], "a.pdf") == "damaged"
    page = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>"
    empty = (
        b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>"
    )
    empty += b"endobj\n3 0 obj" + page + b"endobj\ntrailer<</Root 1 0 R>>"
    assert reason(read, Pdf(), empty, "a.pdf") == "no_text_layer"


def stretches(*lines: tuple[str, float, float], left: float = 50) -> list[Stretch]:
    """Lines with the width that they have and the height at which they stand, ten points high."""
    return [Stretch(text, left, y, left + width, y + 10) for text, width, y in lines]


def test_lines_become_paragraphs_and_divided_words_whole() -> None:
    page = stretches(
        ("Die Bürger-", 200, 700), ("meisterin sprach", 200, 688), ("kurz.", 40, 676),
        ("Danach der Nord-", 200, 664), ("Süd-Verein.", 90, 652), ("Nach einer Lücke", 200, 620),
    )  # fmt: skip
    assert paragraphs([page]) == [
        "Die Bürgermeisterin sprach kurz.", "Danach der Nord- Süd-Verein.", "Nach einer Lücke",
    ]  # fmt: skip


def test_a_sentence_goes_on_in_the_next_column_and_on_the_next_page() -> None:
    first = stretches(("Sie sagte am", 200, 700)) + stretches(("Montag, dass", 200, 740), left=300)
    assert paragraphs([first, stretches(("alles gut wird.", 90, 740))]) == [
        "Sie sagte am Montag, dass alles gut wird."
    ]


def test_what_stands_at_the_foot_of_each_page_is_no_text() -> None:
    texts = ["Eins und", "zwei und", "drei und", "vier."]
    pages = [stretches((text, 90, 700), (f"Talbote – {n}", 90, 20)) for n, text in enumerate(texts)]
    assert [[it.text for it in page] for page in without_margins(pages)] == [[text] for text in texts]


@settings(max_examples=60)
@given(
    st.lists(st.tuples(st.sampled_from(["Wort", "zwei drei", "Ende."]), st.integers(20, 200)), max_size=12)
)
def test_no_word_of_a_page_is_lost(lines: list[tuple[str, int]]) -> None:
    page = stretches(*((text, float(width), 700.0 - 12 * n) for n, (text, width) in enumerate(lines)))
    assert " ".join(paragraphs([page])).split() == " ".join(text for text, _ in lines).split()


def test_a_broken_document_in_a_folder_costs_only_itself(tmp_path: Path) -> None:
    from store.formats.protocol import ReadOptions
    from store.transfer.reading import found_files, records

    (tmp_path / "a.docx").write_bytes((GOLDEN / "word.docx").read_bytes()[:900])
    (tmp_path / "b.docx").write_bytes((GOLDEN / "word.docx").read_bytes())
    items = [item for _, _, item in records(found_files([tmp_path]), ReadOptions()) if item is not None]
    assert [it.reason if isinstance(it, Skipped) else it.key for it in items] == ["damaged", "b"]  # type: ignore[union-attr]
