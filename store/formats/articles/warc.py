"""Web archives (`.warc`, `.warc.gz`), such as CC-NEWS: an article for each page of HTML in them.

ISO 28500; https://iipc.github.io/warc-specifications/specifications/warc-format/warc-1.1/
"""

import zlib
from collections.abc import Iterator
from typing import BinaryIO

from msgspec import Struct
from msgspec.structs import replace

from store.formats.articles.html_page import page_article, page_text
from store.formats.articles.html_tree import LONGEST
from store.formats.problems import RecordError, Skipped
from store.formats.protocol import Feature, Item, ReadOptions
from store.formats.sources import Source

_LINE = 16_384
_PAGES = ("text/html", "application/xhtml+xml")


class Page(Struct, frozen=True):
    """An answer of a server: its address, when it was fetched, its headers in lower case, its bytes."""

    url: str
    fetched: str
    headers: dict[str, str]
    body: bytes


class Warc:
    """`.warc`, packed or not."""

    name = "warc"
    suffixes = (".warc",)
    cannot_hold: tuple[Feature, ...] = (
        "zones", "nesting", "provenance", "rejections", "stances", "answers", "comments", "scheme",
    )  # fmt: skip

    def sniff(self, head: str, suffix: str) -> float:
        """By its first word."""
        return 0.95 if head.startswith("WARC/") else 0.0

    def read(self, source: Source, options: ReadOptions) -> Iterator[Item]:
        """The pages in the file's order, numbered by record; what has no text is named."""
        for number, page in _pages(source):
            if isinstance(page, RecordError):
                yield number, page.at(source.name, number)
                continue
            kind, _, charset = page.headers.get("content-type", "").partition("charset=")
            if not kind.strip().startswith(_PAGES):
                continue
            try:
                text, _ = page_text(page.body, language=options.language, declared=charset.strip("\"' ;"))
                record, unread = page_article(text, options, key=page.url, url=page.url)
            except RecordError as problem:
                yield number, Skipped(source.name, number, problem.field, problem.reason, page.url)
                continue
            if unread:
                yield number, Skipped(source.name, number, "date", "date_unread", unread)
            yield number, replace(record, retrieved_at=page.fetched or None)


def _pages(source: Source) -> Iterator[tuple[int, Page | RecordError]]:
    with source.open() as file:
        number = 0
        while (head := _headers(file, "WARC/")) is not None:
            number += 1
            if not head.get("content-length", "").isdigit():
                raise RecordError("", "damaged", f"Content-Length {number}")
            size = int(head["content-length"])
            is_answer = head.get("warc-type") == "response"
            if not is_answer or size > LONGEST:
                _pass_over(file, size)
                if is_answer:
                    yield number, RecordError("", "too_long", head.get("warc-target-uri", ""))
                continue
            data = file.read(size)
            if len(data) < size:
                yield number, RecordError("", "half_written", head.get("warc-target-uri", ""))
                return
            try:
                yield number, _page(head, data)
            except RecordError as problem:
                yield number, problem


def _headers(file: BinaryIO, begins: str) -> dict[str, str] | None:
    """The header lines of the next record; None at the end. Raises RecordError for what is no header."""
    line = file.readline(_LINE)
    while line in (b"\r\n", b"\n"):
        line = file.readline(_LINE)
    if not line:
        return None
    if not line.startswith(begins.encode()):
        raise RecordError("", "damaged", line[:40].decode("latin-1"))
    found: dict[str, str] = {}
    while (line := file.readline(_LINE)) not in (b"", b"\r\n", b"\n"):
        name, _, value = line.decode("utf-8", "replace").partition(":")
        found[name.strip().lower()] = value.strip()
    return found


def _page(head: dict[str, str], data: bytes) -> Page:
    """An HTTP answer, without what was done to it on the way."""
    top, separator, body = data.partition(b"\r\n\r\n")
    if not separator:
        top, _, body = data.partition(b"\n\n")
    lines = [line.partition(":") for line in top.decode("latin-1").splitlines()[1:]]
    headers = {name.strip().lower(): value.strip() for name, _, value in lines}
    if headers.get("transfer-encoding", "").lower() == "chunked":
        body = _dechunked(body)
    if headers.get("content-encoding", "").lower() in ("gzip", "deflate"):
        body = _unpacked(body)
    url = head.get("warc-target-uri", "").strip("<>")
    return Page(url, head.get("warc-date", ""), headers, body)


def _dechunked(body: bytes) -> bytes:
    """The body of a chunked answer; one that only says it is chunked stays as it is."""
    found: list[bytes] = []
    at = 0
    while True:
        end = body.find(b"\r\n", at)
        try:
            size = int(body[at:end].split(b";")[0], 16)
        except ValueError:
            return body
        if end < 0 or size < 0:
            return body
        if size == 0:
            return b"".join(found)
        found.append(body[end + 2 : end + 2 + size])
        at = end + 2 + size + 2


def _unpacked(body: bytes) -> bytes:
    unpacker = zlib.decompressobj(wbits=zlib.MAX_WBITS | 32)
    try:
        found = unpacker.decompress(body, LONGEST + 1)
    except zlib.error:
        return body  # archives often unpack a page and keep the header
    if len(found) > LONGEST:
        raise RecordError("", "bomb", str(LONGEST))
    return found


def _pass_over(file: BinaryIO, size: int) -> None:
    while size > 0 and (piece := file.read(min(size, 1 << 16))):
        size -= len(piece)
