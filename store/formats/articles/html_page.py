"""Web pages: `.html`, and what browsers save as one file (`.mhtml`)."""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from store.formats.articles.html_tree import tree
from store.formats.articles.page_facts import facts
from store.formats.articles.paragraphs import paragraphs
from store.formats.articles.profiles import profile_for, taken_apart
from store.formats.articles.readable import body
from store.formats.columns import article
from store.formats.decoding import decode, marked
from store.formats.problems import RecordError, Skipped
from store.formats.protocol import Feature, Item, ReadOptions
from store.formats.records import ArticleRecord
from store.formats.sources import Source

if TYPE_CHECKING:
    from email.message import Message

_BEGINS = re.compile(
    r"\s*(<!--.*?-->\s*)*(<\?xml[^>]*\?>\s*)?(<!doctype html|<html)", re.IGNORECASE | re.DOTALL
)
_MHTML = re.compile(r"^(From: <Saved by|MIME-Version: 1\.0|From: .*Blink)", re.MULTILINE)
_CHARSET = re.compile(rb"<meta[^>]+charset\s*=\s*[\"']?\s*([A-Za-z0-9_:.-]+)", re.IGNORECASE)
_DATABASE = re.compile(r">\s*HD\s*(&nbsp;)?\s*<|End of Document|class=.article \w\wArticle\b")
"""What pages of press databases have, and hardly any other."""

_SAVED_FROM = re.compile(r"<!-- saved from url=\(\d+\)(\S+) -->")
_BESIDE = ("section", "modified", "keywords")


class HtmlPage:
    """One page, one article: the text without the page around it, and what the page says about it."""

    name = "html"
    suffixes = (".html", ".htm", ".xhtml", ".mhtml", ".mht")
    cannot_hold: tuple[Feature, ...] = (
        "zones", "nesting", "provenance", "rejections", "stances", "answers", "comments", "scheme",
    )  # fmt: skip

    def sniff(self, head: str, suffix: str) -> float:
        """By how a page begins, then by the suffix."""
        if _BEGINS.match(head):
            return 0.9
        if suffix in (".mhtml", ".mht") or (
            "multipart/related" in head[:2000] and _MHTML.search(head[:2000])
        ):
            return 0.85
        return 0.6 if suffix in self.suffixes else 0.0

    def read(self, source: Source, options: ReadOptions) -> Iterator[Item]:
        """One record, whose headline is the page's; of a press database's page, the articles in it."""
        data = source.data()
        address = ""
        if source.suffix in (".mhtml", ".mht") or _is_mhtml(data):
            data, address = unwrapped(data)
        text, source.encoding = page_text(data, language=options.language)
        if _DATABASE.search(text):
            lines = [item.text for item in paragraphs(tree(text))]
            if (profile := profile_for(lines, options)) is not None:
                yield from taken_apart(source.name, lines, profile, options)
                return
        saved = _SAVED_FROM.search(text[:4096])
        record, problem = page_article(
            text, options, key=source.key, url=address or (saved[1] if saved else "")
        )
        if problem:
            yield 1, Skipped(source.name, 1, "date", "date_unread", problem)
        yield 1, record


def page_article(
    text: str, options: ReadOptions, *, key: str, url: str = "", rest: dict[str, Any] | None = None
) -> tuple[ArticleRecord, str | None]:
    """The article of a page, and its date if nobody can read it. Raises RecordError if there is no text."""
    root = tree(text)
    known = facts(root)
    headline = known.get("headline", "")
    found = body(root, headline)
    written = "\n\n".join(item.text for item in found)
    told = known.pop("body", "")
    if len(told) > 2 * len(written):
        written = told
    if not written:
        raise RecordError("text", "empty_text")
    lead = known.pop("lead", "")
    beside: dict[str, Any] = {name: known.pop(name) for name in _BESIDE if name in known}
    if lead and lead not in written:
        beside["description"] = lead
    values = {**known, "key": key, "body": written}
    if url and "url" not in values:
        values["url"] = url
    return article(values, {**beside, **(rest or {})}, options=options)


def page_text(data: bytes, *, language: str | None, declared: str | None = None) -> tuple[str, str]:
    """A page's characters and their encoding: by mark, as UTF-8, as declared, else as guessed.

    Raises RecordError.
    """
    if marked(data[:1024]) is None:
        match = _CHARSET.search(data[:4096])
        names = ["utf-8", declared or "", match[1].decode() if match else ""]
        for name in filter(None, names):
            try:
                return data.decode(
                    "cp1252" if name.lower() in ("iso-8859-1", "latin1") else name
                ), name.lower()
            except (UnicodeDecodeError, LookupError):
                continue
    found = decode(data, language=language)
    if found is None:
        raise RecordError("", "encoding_unknown")
    return found


def unwrapped(data: bytes) -> tuple[bytes, str]:
    """The page in an MHTML file (RFC 2557) and its address. Raises RecordError."""
    from email import message_from_bytes  # few pages come so, and the window starts with this module
    from email.policy import default

    message = message_from_bytes(data, policy=default)
    for part in message.walk():
        if part.get_content_type() in ("text/html", "application/xhtml+xml"):
            content = part.get_payload(decode=True)
            if isinstance(content, bytes) and content:
                return content, _address(message) or _address(part)
    raise RecordError("text", "missing_text")


def _address(part: "Message") -> str:
    found = part.get("Snapshot-Content-Location") or part.get("Content-Location") or ""
    return str(found) if str(found).startswith("http") else ""


def _is_mhtml(data: bytes) -> bool:
    head = data[:2000].decode("latin-1")
    return "multipart/related" in head and _MHTML.search(head) is not None
