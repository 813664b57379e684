"""RSS 0.9–2.0, RSS 1.0 (RDF) and Atom, with the text in the feed. Links are not followed.

https://www.rssboard.org/rss-specification, https://web.resource.org/rss/1.0/, RFC 4287.
"""

import re
from collections.abc import Iterator
from typing import Any
from xml.etree.ElementTree import Element

from store.formats.articles.paragraphs import paragraphs, text_of
from store.formats.columns import items
from store.formats.markup import elements, name_of, words
from store.formats.problems import Skipped
from store.formats.protocol import Feature, Item, ReadOptions
from store.formats.sources import Source

_BEGINS = re.compile(r"<(rss|feed|rdf:RDF)[\s>]")
_LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"
_TEXTS = ("encoded", "content", "description", "summary")
"""Elements that may hold the text, the fullest first."""


class Feed:
    """`.rss`, `.atom` and `.xml` that begins like one."""

    name = "feed"
    suffixes = (".rss", ".atom", ".rdf", ".xml")
    cannot_hold: tuple[Feature, ...] = (
        "zones", "nesting", "provenance", "rejections", "stances", "answers", "comments", "scheme",
    )  # fmt: skip

    def sniff(self, head: str, suffix: str) -> float:
        """By its root."""
        start = head[:4096]
        return 0.9 if _BEGINS.search(start) and "<html" not in start.lower() else 0.0

    def read(self, source: Source, options: ReadOptions) -> Iterator[Item]:
        """An article an entry, with the feed's name as its outlet; an entry that is only a link is named."""
        for line, entry, path in elements(source, ("item", "entry")):
            values, rest = _entry(entry)
            if not values.get("body"):
                yield line, Skipped(source.name, line, "text", "missing_text", values.get("headline", ""))
                continue
            yield from items(source.name, line, {**_feed(path), **values}, rest, options)


def _feed(path: list[Element]) -> dict[str, Any]:
    """What the feed says of all its entries."""
    found: dict[str, Any] = {}
    for holder in path:
        channel = next((it for it in holder if name_of(it) == "channel"), holder)
        texts = {name_of(it): words(it) for it in reversed(channel)}
        found |= {
            "outlet": texts.get("title"),
            "language": texts.get("language") or holder.get(_LANGUAGE),
            "rights": texts.get("copyright") or texts.get("rights"),
        }
    return {field: value for field, value in found.items() if value}


def _entry(entry: Element) -> tuple[dict[str, Any], dict[str, Any]]:
    own: dict[str, list[Element]] = {}
    for child in entry:
        if "/mrss/" not in child.tag and "itunes" not in child.tag:
            own.setdefault(name_of(child), []).append(child)

    def first(*names: str) -> str | None:
        return next((text for name in names for it in own.get(name, []) if (text := words(it))), None)

    texts = {name: text for name in _TEXTS for it in own.get(name, [])[:1] if (text := _text(it))}
    body = max(texts.values(), key=len, default="")
    headline = first("title")
    authors = [it for name in ("creator", "author") for it in own.get(name, [])]
    values: dict[str, Any] = {
        "key": first("guid", "id") or _link(own.get("link", [])),
        "headline": text_of(headline) if headline else None,
        "body": body,
        "url": _link(own.get("link", [])),
        "published_at": first("pubDate", "published", "date", "issued", "updated", "modified"),
        "author": ", ".join(dict.fromkeys(filter(None, map(_author, authors)))) or None,
        "language": entry.get(_LANGUAGE),
        "rights": first("rights"),
    }
    rest: dict[str, Any] = {}
    if categories := [text for it in own.get("category", []) if (text := it.get("term") or words(it))]:
        rest["keywords"] = categories
    if (summary := texts.get("description") or texts.get("summary")) and summary not in body:
        rest["description"] = summary
    return {field: value for field, value in values.items() if value}, rest


def _text(element: Element) -> str:
    """HTML in a text, or XHTML as elements."""
    if len(element):
        return "\n\n".join(item.text for item in paragraphs(element))
    return text_of(element.text or "")


def _author(element: Element) -> str | None:
    name = next((it for it in element if name_of(it) == "name"), element)
    found = words(name)
    # RSS asks for "mail@example.org (Name)".
    match = re.search(r"\((.+)\)\s*$", found or "")
    return match[1] if match and "@" in (found or "") else found


def _link(links: list[Element]) -> str | None:
    """The page of the entry: Atom's in an attribute."""
    chosen = next((it for it in links if it.get("rel", "alternate") == "alternate"), None)
    return None if chosen is None else chosen.get("href") or words(chosen)
