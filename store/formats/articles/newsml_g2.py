"""NewsML-G2, the XML of news agencies: articles with their text inside, alone or many in a message.

https://iptc.org/std/NewsML-G2/guidelines/
"""

from collections.abc import Iterator
from typing import Any
from xml.etree.ElementTree import Element

from store.formats.articles.html_tree import BLOCKS as HTML
from store.formats.articles.nitf import BLOCKS, article_of, byline
from store.formats.articles.paragraphs import paragraphs, text_of
from store.formats.columns import items
from store.formats.markup import elements, name_of, words
from store.formats.problems import Skipped
from store.formats.protocol import Feature, Item, ReadOptions
from store.formats.sources import Source

_LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"
_WITHDRAWN = ("canceled", "cancelled", "withheld")


class NewsmlG2:
    """`.xml` with "newsItem" or "newsMessage" as its root."""

    name = "newsml"
    suffixes = (".newsml", ".xml")
    cannot_hold: tuple[Feature, ...] = (
        "zones", "nesting", "provenance", "rejections", "stances", "answers", "comments", "scheme",
    )  # fmt: skip

    def sniff(self, head: str, suffix: str) -> float:
        """By its root."""
        return (
            0.95
            if "<newsItem" in head or "<newsMessage" in head[:4096] or ":newsItem" in head[:4096]
            else 0.0
        )

    def read(self, source: Source, options: ReadOptions) -> Iterator[Item]:
        """An article a news item; pictures and what was withdrawn are named, not taken."""
        for line, item, _ in elements(source, ("newsItem",)):
            key = item.get("guid") or ""
            status = _code(item.find(".//{*}itemMeta/{*}pubStatus"))
            if status in _WITHDRAWN:
                yield line, Skipped(source.name, line, "", "withdrawn", key)
                continue
            kind = _code(item.find(".//{*}itemMeta/{*}itemClass"))
            if kind not in ("", "text", "composite") and item.find(".//{*}inlineXML") is None:
                yield line, Skipped(source.name, line, "text", "missing_text", f"{key} ({kind})")
                continue
            values, rest = _article(item)
            yield from items(source.name, line, {"key": source.key, **values}, rest, options)


def _article(item: Element) -> tuple[dict[str, Any], dict[str, Any]]:
    def text(path: str) -> str | None:
        return words(item.find(f".//{{*}}{path.replace('/', '/{*}')}"))

    nitf = item.find(".//{*}nitf")
    inner, beside = article_of(nitf) if nitf is not None else ({}, dict[str, Any]())
    values = {
        **inner,
        "key": item.get("guid"),
        "headline": text("contentMeta/headline") or inner.get("headline"),
        "body": inner.get("body") or _body(item),
        "author": byline(item.find(".//{*}contentMeta/{*}by")) or inner.get("author"),
        "outlet": _name(item.find(".//{*}itemMeta/{*}provider")) or inner.get("outlet"),
        "published_at": text("itemMeta/firstCreated") or text("contentMeta/contentCreated")
        or text("itemMeta/versionCreated") or inner.get("published_at"),
        "language": _tag(item.find(".//{*}contentMeta/{*}language")) or item.get(_LANGUAGE),
        "rights": text("rightsInfo/copyrightNotice") or _name(item.find(".//{*}copyrightHolder"))
        or inner.get("rights"),
    }  # fmt: skip
    rest = {
        **beside,
        "version": item.get("version"),
        "version_created": text("itemMeta/versionCreated"),
        "embargoed": text("itemMeta/embargoed"),
        "usage": text("rightsInfo/usageTerms"),
        "urgency": text("contentMeta/urgency"),
        "slugline": text("contentMeta/slugline"),
        "dateline": text("contentMeta/dateline"),
        "credit": text("contentMeta/creditline"),
        "subjects": [code for it in item.iter() if name_of(it) == "subject" and (code := it.get("qcode"))],
    }
    return (
        {field: value for field, value in values.items() if value},
        {name: value for name, value in rest.items() if value},
    )


def _body(item: Element) -> str:
    """XHTML inside, or text inside."""
    inline = item.find(".//{*}inlineXML")
    if inline is not None:
        body = inline.find(".//{*}body")
        return "\n\n".join(
            it.text for it in paragraphs(inline if body is None else body, blocks=HTML | BLOCKS)
        )
    data = item.find(".//{*}inlineData")
    if data is None:
        return ""
    text = "".join(data.itertext())
    return text_of(text) if "html" in (data.get("contenttype") or "") else text.strip()


def _code(element: Element | None) -> str:
    """The part of "stat:usable" behind the colon."""
    return (
        ""
        if element is None
        else (element.get("qcode") or element.get("uri") or "").split(":")[-1].split("/")[-1]
    )


def _name(element: Element | None) -> str | None:
    if element is None:
        return None
    return (
        words(element.find("{*}name")) or words(element) or element.get("literal") or _code(element) or None
    )


def _tag(element: Element | None) -> str | None:
    return None if element is None else element.get("tag")
