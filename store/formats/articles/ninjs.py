"""ninjs, the JSON of news agencies, in its first, second and third edition.

https://iptc.org/std/ninjs/; the names of fields differ between editions, and both spellings are read.
"""

import re
from collections.abc import Iterator
from typing import Any, cast

import msgspec

from store.formats.articles.paragraphs import text_of
from store.formats.columns import items
from store.formats.json_values import decoded_values
from store.formats.problems import Skipped
from store.formats.protocol import Feature, Item, ReadOptions
from store.formats.sources import Source

_OWN = re.compile(r'"(body_html|body_xhtml|body_text|bodies|versioncreated|versionCreated)"\s*:')
_WITHDRAWN = ("canceled", "cancelled", "withheld")


class Ninjs:
    """`.json` with "uri" and a body as ninjs calls it: one item, an array or a line each."""

    name = "ninjs"
    suffixes = (".json", ".ninjs", ".jsonl")
    cannot_hold: tuple[Feature, ...] = (
        "zones", "nesting", "provenance", "rejections", "stances", "answers", "comments", "scheme",
    )  # fmt: skip

    def sniff(self, head: str, suffix: str) -> float:
        """By its names of fields."""
        return 0.9 if head.lstrip()[:1] in ("{", "[") and '"uri"' in head and _OWN.search(head) else 0.0

    def read(self, source: Source, options: ReadOptions) -> Iterator[Item]:
        """An article an item of type "text"; the others and what was withdrawn are named."""
        decoder = msgspec.json.Decoder(dict[str, Any])
        for line, item in decoded_values(source, decoder.decode):
            if isinstance(item, Skipped):
                yield line, item
                continue
            key = str(item.get("uri") or "")
            if str(item.get("pubstatus") or item.get("pubStatus") or "").split(":")[-1] in _WITHDRAWN:
                yield line, Skipped(source.name, line, "", "withdrawn", key)
            elif item.get("type", "text") not in ("text", "composite"):
                yield line, Skipped(source.name, line, "text", "missing_text", f"{key} ({item['type']})")
            else:
                values, rest = _article(item)
                yield from items(source.name, line, values, rest, options)


def _article(item: dict[str, Any]) -> tuple[dict[str, Any], dict[str, Any]]:
    def first(*names: str) -> Any:
        return next((value for name in names if (value := item.get(name))), None)

    values = {
        "key": item.get("uri"),
        "headline": item.get("headline") or _of_role(item.get("headlines"), "main"),
        "lead": _html_or_text(item, "description") or _of_role(item.get("descriptions"), "summary", "lead"),
        "body": _body(item),
        "author": first("byline", "by"),
        "outlet": _source(item),
        "published_at": first("firstcreated", "firstCreated", "contentcreated", "contentCreated",
                              "versioncreated", "versionCreated"),
        "url": item.get("url"),
        "language": item.get("language"),
        "rights": first("copyrightnotice", "copyrightNotice", "copyrightholder", "copyrightHolder"),
    }  # fmt: skip
    rest = {
        "version": item.get("version"),
        "version_created": first("versioncreated", "versionCreated"),
        "embargoed": first("embargoed", "embargoedUntil"),
        "urgency": item.get("urgency"),
        "slugline": item.get("slugline"),
        "usage": first("usageterms", "usageTerms"),
        "subjects": [it["name"] for it in _objects(first("subject", "subjects")) if it.get("name")],
        "places": [it["name"] for it in _objects(first("place", "places")) if it.get("name")],
    }
    return (
        {field: value for field, value in values.items() if value},
        {name: value for name, value in rest.items() if value},
    )


def _body(item: dict[str, Any]) -> str | None:
    if found := _html_or_text(item, "body"):
        return found
    bodies = sorted(_objects(item.get("bodies")), key=lambda it: it.get("role") not in ("main", None))
    for body in bodies:
        value = body.get("value")
        if isinstance(value, str) and value.strip():
            return _as_text(
                value, is_html="html" in str(body.get("contenttype") or body.get("contentType") or "")
            )
    return None


def _html_or_text(item: dict[str, Any], name: str) -> str | None:
    for ending in ("_text", "_html", "_xhtml"):
        value = item.get(f"{name}{ending}")
        if isinstance(value, str) and value.strip():
            return _as_text(value, is_html=ending != "_text")
    return None


def _as_text(value: str, *, is_html: bool) -> str:
    return text_of(value) if is_html or value.lstrip().startswith("<p") else value


def _of_role(values: Any, *roles: str) -> str | None:
    """The value of the first object with one of these roles, else of the first of all."""
    found = [it for it in _objects(values) if isinstance(it.get("value"), str)]
    best = next((it for it in found if it.get("role") in roles), found[0] if found else {})
    value = best.get("value")
    return _as_text(value, is_html="html" in str(best.get("contenttype") or "")) if value else None


def _source(item: dict[str, Any]) -> str | None:
    for it in _objects(item.get("infosource") or item.get("infosources")):
        if isinstance(it.get("name"), str):
            return it["name"]
    for name in ("provider", "copyrightholder", "copyrightHolder"):
        value = item.get(name)
        if isinstance(value, dict):
            value = cast("dict[str, Any]", value).get("name")
        if isinstance(value, str):
            return value
    return None


def _objects(value: Any) -> list[dict[str, Any]]:
    if not isinstance(value, list):
        return []
    return [cast("dict[str, Any]", it) for it in cast("list[Any]", value) if isinstance(it, dict)]
