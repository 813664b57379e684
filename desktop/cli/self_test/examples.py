"""A small file of every format that is read and never written, for the self-test: one sentence in each."""

import zipfile
from collections.abc import Callable
from pathlib import Path

import msgspec

from store.formats.stances.seed_gold import SCHEMA as GOLD_SCHEMA

SENTENCE = "Die Brücke in Köln bleibt gesperrt, sagte Ministerin Angela Muster am Montag in Berlin."

_WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_SHEET = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_LINKS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
_LEIPZIG = "deu_news_2024"
_OFFICE = "urn:oasis:names:tc:opendocument:xmlns"


def write(folder: Path) -> dict[str, Path]:
    """Write the files into a folder: name of the format -> file."""
    texts = {
        "gold": ("gold.json", _gold()),
        "articles": ("articles.jsonl", msgspec.json.encode({"text": SENTENCE, "id": 1}).decode()),
        "csv": ("table.csv", f'id;text\n1;"{SENTENCE}"\n'),
        "html": ("page.html", f"<!doctype html><title>Brücke</title><article>{_paragraphs('p')}</article>"),
        "feed": ("feed.xml", _feed()),
        "newsml": ("newsml.xml", _newsml()),
        "nitf": ("nitf.xml", f"<nitf><body><body.content>{_paragraphs('p')}</body.content></body></nitf>"),
        "factiva": ("factiva.xml", _factiva()),
        "ninjs": ("ninjs.json", _ninjs()),
        "rtf": ("rich.rtf", r"{\rtf1\ansi\uc1 " + _escaped(SENTENCE) + r"\par}"),
        "warc": ("crawl.warc", _warc()),
        "leipzig": (f"{_LEIPZIG}-sentences.txt", f"1\t{SENTENCE}\n2\tEin zweiter.\n"),
        "text": ("plain.txt", f"{SENTENCE}\n"),
    }
    beside = {
        "gold.txt": SENTENCE,
        f"{_LEIPZIG}-sources.txt": "1\thttps://bote.example/1\t2024-05-08\n",
        f"{_LEIPZIG}-inv_so.txt": "1\t1\n2\t1\n",
    }
    for file, text in beside.items():
        (folder / file).write_text(text, encoding="utf-8", newline="")
    made: dict[str, Path] = {}
    for name, (file, text) in texts.items():
        made[name] = folder / file
        made[name].write_text(text, encoding="utf-8", newline="")
    binary: dict[str, tuple[str, Callable[[Path], None]]] = {
        "docx": ("word.docx", _docx),
        "odt": ("writer.odt", _odt),
        "pdf": ("print.pdf", _pdf),
        "xlsx": ("book.xlsx", _xlsx),
    }
    for name, (file, make) in binary.items():
        made[name] = folder / file
        make(made[name])
    return made


def _factiva() -> str:
    text = f"<leadParagraph>{_paragraphs('paragraph')}</leadParagraph>"
    return f"<ppsArticleResponse><article><accessionNo>1</accessionNo>{text}</article></ppsArticleResponse>"


def _paragraphs(tag: str) -> str:
    """The sentence three times: a page of the web has to hold something like an article."""
    return f"<{tag}>{SENTENCE}</{tag}>" * 3


def _gold() -> str:
    end = SENTENCE.index("Berlin") + len("Berlin")
    entity = {"id": "e1", "start": end - len("Berlin"), "end": end, "text": "Berlin", "label": "LOC"}
    gold = {"schema": GOLD_SCHEMA, "document": {"path": "gold.txt", "language": "de"}, "entities": [entity]}
    return msgspec.json.encode(gold).decode()


def _feed() -> str:
    item = f"<item><title>Brücke</title><guid>1</guid><description>{SENTENCE}</description></item>"
    return f'<?xml version="1.0"?><rss version="2.0"><channel><title>Bote</title>{item}</channel></rss>'


def _newsml() -> str:
    body = f'<html xmlns="http://www.w3.org/1999/xhtml"><body>{_paragraphs("p")}</body></html>'
    return (
        '<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="urn:1" xml:lang="de">'
        '<itemMeta><itemClass qcode="ninat:text"/></itemMeta>'
        f"<contentSet><inlineXML>{body}</inlineXML></contentSet></newsItem>"
    )


def _ninjs() -> str:
    item = {"uri": "urn:1", "type": "text", "language": "de", "headline": "Brücke", "body_text": SENTENCE}
    return msgspec.json.encode(item).decode()


def _escaped(text: str) -> str:
    return "".join(sign if sign.isascii() else rf"\u{ord(sign)}?" for sign in text)


def _warc() -> str:
    page = f'<html lang="de"><head><title>Brücke</title></head><body>{_paragraphs("p")}</body></html>'
    answer = f"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n{page}"
    head = [
        "WARC/1.0", "WARC-Type: response", "WARC-Target-URI: https://bote.example/1",
        "WARC-Date: 2024-05-09T04:00:00Z", "Content-Type: application/http;msgtype=response",
        f"Content-Length: {len(answer.encode())}",
    ]  # fmt: skip
    return "\r\n".join(head) + f"\r\n\r\n{answer}\r\n\r\n"


def _docx(path: Path) -> None:
    words = f"<w:body><w:p><w:r><w:t>{SENTENCE}</w:t></w:r></w:p></w:body>"
    body = f'<w:document xmlns:w="{_WORD}">{words}</w:document>'
    with zipfile.ZipFile(path, "w") as file:
        file.writestr("word/document.xml", body)


def _odt(path: Path) -> None:
    names = f'xmlns:office="{_OFFICE}:office:1.0" xmlns:text="{_OFFICE}:text:1.0"'
    text = f"<office:body><office:text><text:p>{SENTENCE}</text:p></office:text></office:body>"
    with zipfile.ZipFile(path, "w") as file:
        file.writestr("mimetype", "application/vnd.oasis.opendocument.text")
        file.writestr("content.xml", f"<office:document-content {names}>{text}</office:document-content>")


def _pdf(path: Path) -> None:
    """One page with one line, by the book (ISO 32000-1, 7.5): objects, their offsets, a trailer."""
    drawn = b"BT /F1 12 Tf 40 80 Td (" + SENTENCE.encode("cp1252") + b") Tj ET"
    font = b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>"
    fonts = b"<< /Font << /F1 5 0 R >> >>"
    page = b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 700 160] /Contents 4 0 R /Resources %b >>" % fonts
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        page,
        b"<< /Length %d >>\nstream\n%b\nendstream" % (len(drawn), drawn),
        font,
    ]
    data, places = b"%PDF-1.4\n", []
    for number, content in enumerate(objects, 1):
        places.append(len(data))
        data += b"%d 0 obj\n%b\nendobj\n" % (number, content)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    size = len(objects) + 1
    end = b"xref\n0 %d\n0000000000 65535 f \n%btrailer\n<< /Size %d /Root 1 0 R >>\n" % (size, table, size)
    path.write_bytes(data + end + b"startxref\n%d\n%%%%EOF\n" % len(data))


def _xlsx(path: Path) -> None:
    rows = [("id", "text"), ("1", SENTENCE)]
    cells = [[f'<c t="inlineStr"><is><t>{it}</t></is></c>' for it in row] for row in rows]
    lines = "".join(f'<row r="{number}">{"".join(row)}</row>' for number, row in enumerate(cells, 1))
    sheet = '<sheets><sheet name="1" sheetId="1" r:id="rId1"/></sheets>'
    with zipfile.ZipFile(path, "w") as file:
        file.writestr("xl/workbook.xml", f'<workbook xmlns="{_SHEET}" xmlns:r="{_LINKS}">{sheet}</workbook>')
        file.writestr(
            "xl/_rels/workbook.xml.rels",
            f'<Relationships xmlns="{_PACKAGE}"><Relationship Id="rId1" Type="{_LINKS}/worksheet"'
            ' Target="worksheets/sheet1.xml"/></Relationships>',
        )
        file.writestr(
            "xl/worksheets/sheet1.xml",
            f'<worksheet xmlns="{_SHEET}"><sheetData>{lines}</sheetData></worksheet>',
        )
