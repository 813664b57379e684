"""What a web page says about its article: JSON-LD, Open Graph and other meta elements, `time`, `h1` (pure).

Names: https://schema.org/NewsArticle, https://ogp.me, and the habits of news sites.
"""

import re
from collections.abc import Iterator
from typing import Any, cast
from xml.etree.ElementTree import Element

import msgspec

from store.formats.markup import words

_ARTICLES = re.compile(r"(Article|BlogPosting|Report|LiveBlogPosting|Review)$")
_BROKEN_ESCAPE = re.compile(r"[\x00-\x1f]")
_META: dict[str, tuple[str, ...]] = {
    "headline": ("og:title", "twitter:title", "dc.title", "title"),
    "published_at": (
        "article:published_time", "datepublished", "date", "dc.date", "dc.date.issued", "dcterms.date",
        "pubdate", "publishdate", "parsely-pub-date", "sailthru.date", "last-modified",
    ),
    "author": ("author", "article:author", "dc.creator", "parsely-author", "byl", "sailthru.author"),
    "outlet": ("og:site_name", "dc.publisher", "application-name", "publisher"),
    "url": ("og:url",),
    "language": ("og:locale", "dc.language", "language", "content-language"),
    "rights": ("copyright", "dc.rights"),
    "lead": ("og:description", "description"),
    "section": ("article:section", "section"),
    "modified": ("article:modified_time",),
    "keywords": ("news_keywords", "keywords"),
}  # fmt: skip
"""Our field, or a word of ours for what goes beside the article -> names of meta elements, best first."""


def facts(root: Element) -> dict[str, str]:
    """What is known, by our fields; "lead", "section", "modified", "keywords" and "body" too, where given.

    What JSON-LD says goes before meta elements, and these before what the page shows.
    """
    shown = _shown(root)
    found = {**shown, **_meta(root), **_linked_data(root)}
    if "headline" in shown and len(shown["headline"]) > 10:
        # What readers see; Open Graph's title is often another, written for social media.
        found["headline"] = shown["headline"]
    if (found.get("author") or "").startswith(("http://", "https://")):
        del found["author"]
    return {field: value for field, value in found.items() if value}


def _meta(root: Element) -> dict[str, str]:
    values: dict[str, str] = {}
    for element in root.iter("meta"):
        name = element.get("property") or element.get("name") or element.get("itemprop") or ""
        content = (element.get("content") or "").strip()
        if content:
            values.setdefault(name.casefold(), content)
    found: dict[str, str] = {}
    for field, names in _META.items():
        if value := next((values[name] for name in names if name in values), None):
            found[field] = value
    return found


def _shown(root: Element) -> dict[str, str]:
    """What any page has: its language, address, headline and time."""
    found = {"language": root.get("lang") or root.get("xml:lang") or ""}
    for link in root.iter("link"):
        if (link.get("rel") or "").casefold() == "canonical":
            found["url"] = link.get("href") or ""
    headings = [text for heading in root.iter("h1") if (text := words(heading))]
    if len(set(headings)) == 1:
        found["headline"] = headings[0].replace("\u00ad", "")
    elif title := words(root.find(".//title")):
        found["headline"] = _without_outlet(title.replace("\u00ad", ""), headings)
    times = [it.get("datetime") for it in root.iter("time") if it.get("datetime")]
    found["published_at"] = times[0] or "" if times else ""
    return found


def _without_outlet(title: str, headings: list[str]) -> str:
    """A page's title without the name of the paper behind it; that heading of the page which begins it."""
    for heading in headings:
        if len(heading) > 10 and title.startswith(heading):
            return heading
    return re.split(r"\s[|\u2013\u2014-]\s(?=[^|\u2013\u2014]*$)", title)[0]


def _linked_data(root: Element) -> dict[str, str]:
    for script in root.iter("script"):
        if "ld+json" not in (script.get("type") or ""):
            continue
        try:
            value = msgspec.json.decode(_BROKEN_ESCAPE.sub(" ", script.text or "").strip().rstrip(";"))
        except (msgspec.DecodeError, RecursionError):
            continue
        for node in _nodes(value):
            if _ARTICLES.search(" ".join(_strings(node.get("@type")))):
                return _of_node(node)
    return {}


def _nodes(value: Any, depth: int = 0) -> Iterator[dict[str, Any]]:
    if depth > 4:
        return
    if isinstance(value, list):
        for item in cast("list[Any]", value):
            yield from _nodes(item, depth + 1)
    elif isinstance(value, dict):
        node = cast("dict[str, Any]", value)
        yield node
        for name in ("@graph", "mainEntity", "mainEntityOfPage"):
            yield from _nodes(node.get(name), depth + 1)


def _of_node(node: dict[str, Any]) -> dict[str, str]:
    def first(*names: str) -> str:
        return next((text for name in names for text in _strings(node.get(name))), "")

    return {
        field: value
        for field, value in {
            "headline": first("headline", "name"),
            "lead": first("description"),
            "body": first("articleBody"),
            "author": ", ".join(_strings(node.get("author"))),
            "outlet": first("publisher"),
            "published_at": first("datePublished", "dateCreated"),
            "modified": first("dateModified"),
            "language": first("inLanguage"),
            "section": first("articleSection"),
            "keywords": ", ".join(_strings(node.get("keywords"))),
            "rights": first("copyrightNotice"),
        }.items()
        if value
    }


def _strings(value: Any) -> list[str]:
    """A value of JSON-LD as texts: a text, the name of a thing, or a list of these."""
    if isinstance(value, str):
        return [value.strip()] if value.strip() else []
    if isinstance(value, dict):
        return _strings(cast("dict[str, Any]", value).get("name"))
    if isinstance(value, list):
        return [text for item in cast("list[Any]", value) for text in _strings(item)]
    return []
