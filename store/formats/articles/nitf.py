"""NITF, the older XML of news agencies: one article a file, or inside NewsML-G2.

https://iptc.org/std/NITF/3.6/documentation/nitf-documentation.html
"""

from collections.abc import Iterator
from typing import Any
from xml.etree.ElementTree import Element

from store.formats.articles.paragraphs import paragraphs
from store.formats.columns import items
from store.formats.markup import elements, name_of, words
from store.formats.protocol import Feature, Item, ReadOptions
from store.formats.sources import Source

BLOCKS = frozenset(
    [
        "p",
        "block",
        "hl1",
        "hl2",
        "bq",
        "pre",
        "li",
        "ul",
        "ol",
        "dl",
        "dt",
        "dd",
        "table",
        "tr",
        "td",
        "th",
        "note",
    ]
)
_NOT_READ = frozenset(["media", "body.end", "nitf-table-metadata", "note"])


class Nitf:
    """`.nitf` and `.xml` with the root "nitf"."""

    name = "nitf"
    suffixes = (".nitf", ".xml")
    cannot_hold: tuple[Feature, ...] = (
        "zones", "nesting", "provenance", "rejections", "stances", "answers", "comments", "scheme",
    )  # fmt: skip

    def sniff(self, head: str, suffix: str) -> float:
        """By its root."""
        return 0.9 if "<nitf" in head[:4096] and "<newsItem" not in head else 0.0

    def read(self, source: Source, options: ReadOptions) -> Iterator[Item]:
        """An article for each root."""
        for line, element, _ in elements(source, ("nitf",)):
            values, rest = article_of(element)
            yield from items(source.name, line, {"key": source.key, **values}, rest, options)


def article_of(element: Element) -> tuple[dict[str, Any], dict[str, Any]]:
    """Our fields, and what goes beside the article, of a "nitf" element in any namespace."""

    def find(name: str) -> Element | None:
        return element.find(f".//{{*}}{name}")

    def attribute(name: str, key: str) -> str | None:
        found = find(name)
        return None if found is None else found.get(key)

    headline = words(find("hl1")) or words(find("title"))
    values = {
        "key": attribute("doc-id", "id-string"),
        "headline": headline,
        "lead": words(find("abstract")),
        "body": text_in(find("body.content")),
        "author": words(find("byttl")) if find("byline") is None else byline(find("byline")),
        "outlet": attribute("pubdata", "name") or words(find("distributor")) or attribute("doc-id", "regsrc"),
        "published_at": attribute("date.issue", "norm") or attribute("pubdata", "date.publication")
        or attribute("date.release", "norm") or attribute("story.date", "norm"),
        "language": element.get("{http://www.w3.org/XML/1998/namespace}lang"),
        "rights": attribute("doc.copyright", "holder"),
    }  # fmt: skip
    rest = {
        "subtitle": words(find("hl2")),
        "dateline": words(find("dateline")),
        "urgency": attribute("urgency", "ed-urg"),
        "slugline": attribute("du-key", "key"),
        "keywords": [key for it in element.iter() if name_of(it) == "keyword" and (key := it.get("key"))],
    }
    return _given(values), _given(rest)


def text_in(element: Element | None) -> str:
    """The paragraphs of a body, without captions."""
    if element is None:
        return ""
    found = paragraphs(element, skips=lambda it: name_of(it) in _NOT_READ, blocks=BLOCKS, silent=())
    return "\n\n".join(item.text for item in found)


def byline(element: Element | None) -> str | None:
    """Who wrote it, without "Von" or "By"."""
    found = words(element)
    if found is None:
        return None
    first, _, others = found.partition(" ")
    return others if first.casefold() in ("von", "by", "par", "por", "di") and others else found


def _given(values: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in values.items() if value}
