"""TEI P5, and the I5 of the German reference corpus: articles with their header and paragraphs.

Where annotations stand off from a text they are read with it (`annotations/tei_reading.py`).
https://tei-c.org/guidelines/p5/, https://www.ids-mannheim.de/digspra/kl/projekte/korpora/textmodell/
"""

from collections.abc import Iterator
from typing import Any
from xml.etree.ElementTree import Element

from store.formats.annotations.foreign import article_in, side_by_side
from store.formats.annotations.named import named_in
from store.formats.annotations.tei_reading import layers
from store.formats.annotations.tei_text import XML, placed
from store.formats.articles.paragraphs import paragraphs
from store.formats.columns import items
from store.formats.markup import elements, name_of, words
from store.formats.problems import RecordError, Skipped
from store.formats.protocol import Feature, Item, ReadOptions
from store.formats.sources import Source

_TEXTS = ("TEI", "TEI.2", "idsText")
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
        "zones", "provenance", "rejections", "answers", "comments", "scheme", "actors", "unknown",
    )  # fmt: skip

    def sniff(self, head: str, suffix: str) -> float:
        """By its root."""
        start = head[:8192]
        return (
            0.9 if any(f"<{name}" in start for name in ("TEI", "teiCorpus", "idsCorpus", "idsDoc")) else 0.0
        )

    def read(self, source: Source, options: ReadOptions) -> Iterator[Item]:
        """An article a text."""
        count = 0
        for line, text, _ in elements(source, (*_TEXTS, "xenoData")):
            if name_of(text) == "xenoData":
                if (named := named_in("".join(text.itertext()))) is not None:
                    yield line, named
                continue
            count += 1
            key = source.key if count == 1 else f"{source.key}-{count}"
            values = {"key": key, **_header(text)}
            body = _body(text)
            if _is_exact(text, body):
                yield from _annotated(source.name, line, text, values, options)
                continue
            whole = "\n\n".join(_texts(body))
            yield from items(source.name, line, values | ({"body": whole} if whole else {}), {}, options)


def _body(text: Element) -> Element:
    found = text.find(".//{*}body")
    found = text.find("{*}text") if found is None else found
    return Element("none") if found is None else found


def _is_exact(text: Element, body: Element) -> bool:
    """Whether positions in the text count: annotations stand off from it, or its white space is kept."""
    return any(name_of(it) == "standOff" for it in text) or any(
        it.get(f"{XML}space") == "preserve" for it in body.iter()
    )


def _annotated(
    path: str, line: int, text: Element, values: dict[str, Any], options: ReadOptions
) -> Iterator[Item]:
    """The article with what was annotated, behind what of that was not taken."""
    try:
        exact = placed(_body(text), _BLOCKS, lambda it: name_of(it) in _NOT_READ)
        found = layers(text, exact, options)
        rest = {"tei": found.others} if found.others else {}
        record, unread = article_in(exact.text, {**values, **rest}, options, side_by_side(found.sets))
    except RecordError as problem:
        yield line, problem.at(path, line)
        return
    for problem in found.problems:
        yield line, Skipped(path, line, *problem)
    if unread:
        yield line, Skipped(path, line, "date", "date_unread", unread)
    yield line, record


def _header(text: Element) -> dict[str, Any]:
    header = next((it for it in text if name_of(it) in ("teiHeader", "idsHeader")), Element("none"))
    has_title = header.find(".//{*}titleStmt/{*}title") is not None

    def first(*paths: str) -> str | None:
        return next((found for path in paths if (found := words(header.find(f".//{path}")))), None)

    values = {
        "key": first("{*}textSigle", "{*}publicationStmt/{*}idno") or text.get(f"{XML}id"),
        "title": first("{*}titleStmt/{*}title", "{*}biblStruct//{*}h.title",
                       *([] if has_title else ["{*}sourceDesc//{*}title"])),
        "author": first("{*}titleStmt/{*}author", "{*}analytic/{*}author", "{*}analytic/{*}h.author",
                        "{*}sourceDesc//{*}author"),
        "outlet": first("{*}monogr/{*}title", "{*}monogr/{*}h.title", "{*}publicationStmt/{*}publisher"),
        "published_at": _date(header),
        "language": _language(text, header),
        "url": next(filter(None, (it.get("target") for it in header.iter() if name_of(it) == "ref")), None),
        "rights": first("{*}availability"),
        "source_id": first("{*}sourceDesc//{*}idno[@type='source_id']"),
        "retrieved_at": first("{*}sourceDesc//{*}idno[@type='retrieved_at']"),
    }  # fmt: skip
    return {field: value for field, value in values.items() if value}


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
        text.get(f"{XML}lang")
        or (None if own is None else own.get(f"{XML}lang"))
        or (None if language is None else language.get("ident"))
    )
