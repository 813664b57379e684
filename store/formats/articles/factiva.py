"""Factiva's XML: a `ppsArticleResponse` with an `article` for each, whose elements a profile names.

An article becomes paragraphs, "headline: …", "leadParagraph: …", so that a profile takes it apart like its
other forms, and can be edited: `resources/import_profiles/factiva_xml.toml` says what each element is.
"""

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from store.formats.articles.profiles import profile_for, taken_apart
from store.formats.markup import elements, name_of, words
from store.formats.problems import Skipped
from store.formats.protocol import Feature, Item, ReadOptions
from store.formats.sources import Source


class Factiva:
    """`.xml` as Factiva's databases and their interfaces give it."""

    name = "factiva"
    suffixes = (".xml",)
    cannot_hold: tuple[Feature, ...] = (
        "zones", "nesting", "provenance", "rejections", "stances", "answers", "comments", "scheme",
    )  # fmt: skip

    def sniff(self, head: str, suffix: str) -> float:
        """By what the articles lie in, or by the names of an article's own elements."""
        is_answer = "<ppsArticle" in head or "<ppsarticle" in head
        is_article = "<accessionNo>" in head and ("<leadParagraph" in head or "<tailParagraphs" in head)
        return 0.95 if is_answer or is_article else 0.0

    def read(self, source: Source, options: ReadOptions) -> Iterator[Item]:
        """An article for each element of that name."""
        for number, element, _ in elements(source, ("article",)):
            lines = list(_lines(element))
            if (profile := profile_for(lines, options)) is None:
                yield number, Skipped(source.name, number, "text", "missing_text", _called(element))
                continue
            for _, item in taken_apart(source.name, lines, profile, options, line=number):
                yield number, item


def _called(article: Element) -> str:
    return next((words(it) or "" for it in article if name_of(it) == "accessionNo"), "")


def _lines(article: Element) -> Iterator[str]:
    """The article as paragraphs behind the name of their element; codes of one kind are one paragraph."""
    codes: dict[str, list[str]] = {}
    for element in article:
        name = name_of(element)
        inner = [it for it in element.iter() if name_of(it) == "paragraph"]
        if (kind := element.get("codeCategory") or element.get("code")) and not inner:
            own = f"{name}.{kind}" if name in ("codeSet", "descField") else name
            named = [words(it) for it in element.iter() if name_of(it) in ("name", "codeDescription")]
            codes.setdefault(own, []).extend(filter(None, named or [words(element)]))
        else:
            yield from (f"{name}: {text}" for it in inner or [element] for text in _texts(it))
    yield from (f"{name}: {'; '.join(texts)}" for name, texts in codes.items() if texts)


def _texts(element: Element) -> list[str]:
    """What an element says: the lines of a table, which are shown as they are, else one text."""
    if element.get("display") == "Fixed":
        return [line for line in "".join(element.itertext()).splitlines() if line.strip()]
    return list(filter(None, [words(element)]))
