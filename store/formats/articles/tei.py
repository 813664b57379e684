"""TEI P5, and the I5 of the German reference corpus: articles with their header and paragraphs.

https://tei-c.org/guidelines/p5/, https://www.ids-mannheim.de/digspra/kl/projekte/korpora/textmodell/
"""

from collections.abc import Iterator
from typing import Any
from xml.etree.ElementTree import Element

from store.formats.articles.paragraphs import paragraphs
from store.formats.columns import items
from store.formats.markup import elements, name_of, words
from store.formats.protocol import Feature, Item, ReadOptions
from store.formats.sources import Source

_TEXTS = ("TEI", "TEI.2", "idsText")
_LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"
_ID = "{http://www.w3.org/XML/1998/namespace}id"
_BLOCKS = frozenset([
    "p", "ab", "head", "div", "div1", "div2", "div3", "body", "front", "back", "list", "item", "lg", "l", "q",
    "quote", "table", "row", "cell", "byline", "dateline", "opener", "closer", "signed", "trailer",
    "epigraph",
])  # fmt: skip
_NOT_READ = frozenset(["note", "fw", "figDesc", "del", "teiHeader", "idsHeader", "front", "back"])


class Tei:
    """`.tei` and `.xml`, also `.i5.xml`; a corpus of many texts is read text by text."""

    name = "tei"
    suffixes = (".tei", ".xml")
    cannot_hold: tuple[Feature, ...] = (
        "nesting", "provenance", "rejections", "stances", "answers", "comments", "scheme",
    )  # fmt: skip

    def sniff(self, head: str, suffix: str) -> float:
        """By its root."""
        start = head[:8192]
        return (
            0.9 if any(f"<{name}" in start for name in ("TEI", "teiCorpus", "idsCorpus", "idsDoc")) else 0.0
        )

    def read(self, source: Source, options: ReadOptions) -> Iterator[Item]:
        """An article a text."""
        for count, (line, text, _) in enumerate(elements(source, _TEXTS), 1):
            key = source.key if count == 1 else f"{source.key}-{count}"
            values, rest = _article(text)
            yield from items(source.name, line, {"key": key, **values}, rest, options)


def _article(text: Element) -> tuple[dict[str, Any], dict[str, Any]]:
    header = next((it for it in text if name_of(it) in ("teiHeader", "idsHeader")), Element("none"))
    body = text.find(".//{*}body")
    body = text.find("{*}text") if body is None else body

    def first(*paths: str) -> str | None:
        return next((found for path in paths if (found := words(header.find(f".//{path}")))), None)

    values = {
        "key": first("{*}textSigle", "{*}publicationStmt/{*}idno") or text.get(_ID),
        "title": first("{*}titleStmt/{*}title", "{*}biblStruct//{*}h.title", "{*}sourceDesc//{*}title"),
        "body": "" if body is None else "\n\n".join(_texts(body)),
        "author": first("{*}titleStmt/{*}author", "{*}analytic/{*}author", "{*}analytic/{*}h.author",
                        "{*}sourceDesc//{*}author"),
        "outlet": first("{*}monogr/{*}title", "{*}monogr/{*}h.title", "{*}publicationStmt/{*}publisher"),
        "published_at": _date(header),
        "language": _language(text, header),
        "url": next(filter(None, (it.get("target") for it in header.iter() if name_of(it) == "ref")), None),
        "rights": first("{*}availability"),
    }  # fmt: skip
    return {field: value for field, value in values.items() if value}, {}


def _texts(body: Element) -> Iterator[str]:
    for item in paragraphs(body, skips=lambda it: name_of(it) in _NOT_READ, blocks=_BLOCKS, silent=()):
        yield item.text


def _date(header: Element) -> str | None:
    """A date of the source goes before that of the edition."""
    for path in (".//{*}sourceDesc//{*}date", ".//{*}publicationStmt/{*}date", ".//{*}creation/{*}date"):
        for element in header.findall(path):
            if found := element.get("when") or element.get("when-iso") or words(element):
                return found
    parts = {it.get("type"): words(it) for it in header.iter() if name_of(it) == "pubDate"}
    found = [
        f"{int(part):02d}" for name in ("year", "month", "day") if (part := parts.get(name) or "").isdigit()
    ]
    return "-".join(found) or None


def _language(text: Element, header: Element) -> str | None:
    language = header.find(".//{*}langUsage/{*}language")
    own = text.find("{*}text")
    return (
        text.get(_LANGUAGE)
        or (None if own is None else own.get(_LANGUAGE))
        or (None if language is None else language.get("ident"))
    )
