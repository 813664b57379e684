"""Several articles in one document, as press databases give them: taken apart by a profile to be edited.

A profile is a TOML file; those of `resources/import_profiles/` explain their fields.
"""

import re
import tomllib
from collections.abc import Iterator, Sequence
from functools import lru_cache
from importlib.resources import files
from pathlib import Path
from typing import Any

from msgspec import Struct, ValidationError, convert

from store.errors import FileUnreadable, ProfileInvalid
from store.formats.columns import METADATA, items
from store.formats.dates import moment_in
from store.formats.json_lines import wrong
from store.formats.problems import Skipped
from store.formats.protocol import Item, ReadOptions

LANGUAGES = {
    "english": "en", "englisch": "en", "anglais": "en", "german": "de", "deutsch": "de", "allemand": "de",
    "french": "fr", "französisch": "fr", "français": "fr", "spanish": "es", "spanisch": "es",
    "español": "es",
    "italian": "it", "italienisch": "it", "dutch": "nl", "portuguese": "pt", "russian": "ru",
    "russisch": "ru",
    "chinese": "zh", "japanese": "ja", "arabic": "ar", "korean": "ko", "indonesian": "id", "turkish": "tr",
}  # fmt: skip
_TEXTS = ("headline", "lead", "body")
_AT = re.compile(r"\(at line (\d+), column (\d+)\)")
_MISSING = re.compile(r"missing required field `(.+?)`")
_SHORT_OF = 0.7
"""Share of the words that a source tells, below which its text is said to be too short."""


class Profile(Struct, frozen=True):
    """How documents of one database are built; patterns are regular expressions for a paragraph's start.

    `labels` begin a field of any number of paragraphs, `lines` are fields of one paragraph among others.
    """

    name: str
    signs: list[str]
    labels: dict[str, str]
    lines: dict[str, str] = {}
    first: str = ""
    last: str = ""
    before_date: list[str] = []
    after_date: list[str] = []
    text_after: str = ""


class Part(Struct):
    """One article as it is taken apart: paragraphs by the field that their label names, "" before it."""

    line: int
    fields: dict[str, list[str]]


def profile_for(lines: Sequence[str], options: ReadOptions) -> Profile | None:
    """The profile all of whose signs stand in a document; those of the options first.

    Raises ProfileInvalid and FileUnreadable.
    """
    for profile in (*map(_loaded, options.profiles), *_shipped()):
        patterns = [_compiled(sign) for sign in profile.signs]
        if all(any(pattern.match(line) for line in lines) for pattern in patterns):
            return profile
    return None


def taken_apart(
    path: str, lines: Sequence[str], profile: Profile, options: ReadOptions, *, line: int = 0
) -> Iterator[Item]:
    """The articles of a document with the number of the paragraph that each begins in, counted from 1; or
    with `line`, where that is known better.
    """
    for part in parts(lines, profile):
        part.line = line or part.line
        values, rest = _fields(part, profile)
        if not values.get("body"):
            if any(part.fields.values()) and len(part.fields) > 1:
                title = values.get("headline", "")
                yield part.line, Skipped(path, part.line, "text", "missing_text", title)
            continue
        told = re.search(r"\d[\d.,]*", str(rest.get("length", "")))
        words = len(f"{values.get('lead', '')} {values['body']}".split())
        if told and words < _SHORT_OF * int(re.sub(r"\D", "", told[0])):
            yield part.line, Skipped(path, part.line, "text", "length_differs", f"{words} / {told[0]}")
        yield from items(path, part.line, values, rest, options)


def units(text: str, profile: Profile) -> list[str]:
    """The paragraphs of a text whose lines were wrapped: blank lines part them, and so do labels."""
    borders = [_compiled(it) for it in (*profile.labels, *profile.lines, profile.first, profile.last) if it]
    found: list[str] = []
    is_open = False
    for line in text.splitlines():
        stripped = line.strip()
        if not stripped:
            is_open = False
        elif is_open and not any(border.match(line) for border in borders):
            found[-1] = f"{found[-1]} {stripped}"
        else:
            found.append(stripped)
            is_open = True
    return found


def parts(lines: Sequence[str], profile: Profile) -> Iterator[Part]:
    """The paragraphs of each article, by field."""
    labels = [(_compiled(pattern), field) for pattern, field in profile.labels.items()]
    first, last, after = map(_compiled, (profile.first, profile.last, profile.text_after))
    single = [(_compiled(pattern), field) for pattern, field in profile.lines.items()]
    part, field = Part(1, {}), ""
    for number, line in enumerate(lines, 1):
        if profile.last and (end := last.match(line)):
            if last.groups and end[last.groups] and part.fields:
                part.fields["key"] = [end[last.groups]]
            yield part
            part, field = Part(number + 1, {}), ""
            continue
        if profile.first and first.match(line):
            if part.fields:
                yield part
            part, field = Part(number, {}), ""
            continue
        alone = _first(single, line) if field != "body" else None
        if alone is not None:
            part.fields.setdefault(alone[1], []).append(line[alone[0].end() :].strip("\u00a0 \t"))
            continue
        opens = bool(profile.text_after) and after.match(line) is not None
        found = None if opens and field == "body" else _first(labels, line)  # the text has begun before
        text = line
        if found is not None:
            match, field = found
            text = line[match.end() :].strip("\u00a0 \t")
        if text:
            part.fields.setdefault(field, []).append(text)
        if found is not None and opens:
            field = "body"
    if part.fields and (not profile.last or "body" in part.fields):
        yield part


def _first(patterns: Sequence[tuple[re.Pattern[str], str]], line: str) -> tuple[re.Match[str], str] | None:
    """The first pattern that fits, and its field."""
    return next(((match, field) for pattern, field in patterns if (match := pattern.match(line))), None)


def _fields(part: Part, profile: Profile) -> tuple[dict[str, Any], dict[str, Any]]:
    found: dict[str, str] = {}
    for field, texts in part.fields.items():
        if field:
            found[field] = ("\n\n" if field in _TEXTS else " ").join(texts)
    for field, text in _head(part.fields.get("", []), profile).items():
        found.setdefault(field, text)
    if time := found.pop("time", None):
        found["published_at"] = f"{found.get('published_at', '')} {time}"
    if date := moment_in(found.get("published_at", "")):
        found["published_at"] = date
    if language := found.get("language"):
        found["language"] = LANGUAGES.get(re.split(r"[\s;,]", language.casefold())[0], language)
    ours = METADATA | set(_TEXTS)
    return (
        {field: text for field, text in found.items() if field in ours},
        {field: text for field, text in found.items() if field not in ours},
    )


def _head(lines: list[str], profile: Profile) -> dict[str, str]:
    """What stands around the date, the last one before the first label: a list of results comes before."""
    if not profile.before_date and not profile.after_date:
        return {}
    at = next(
        (at for at in reversed(range(len(lines))) if len(lines[at]) < 80 and moment_in(lines[at])), None
    )
    if at is None:
        return {"headline": lines[-1]} if lines else {}
    found = {"published_at": lines[at]}
    before = lines[max(at - len(profile.before_date), 0) : at]
    found |= dict(zip(reversed(profile.before_date), reversed(before), strict=False))
    return found | dict(zip(profile.after_date, lines[at + 1 :], strict=False))


@lru_cache(maxsize=256)
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(rf"\s*(?:{pattern})")


@lru_cache(maxsize=1)
def _shipped() -> tuple[Profile, ...]:
    folder = files("resources") / "import_profiles"
    found = sorted((it for it in folder.iterdir() if it.name.endswith(".toml")), key=lambda it: it.name)
    return tuple(profile_in(it.name, it.read_text("utf-8")) for it in found)


def _loaded(path: str) -> Profile:
    try:
        return profile_in(path, Path(path).read_text("utf-8", errors="replace"))
    except OSError as error:
        raise FileUnreadable(path=path, reason=error.strerror or "") from error


def profile_in(path: str, text: str) -> Profile:
    """The profile that a TOML text says; `path` is what an error calls it. Raises ProfileInvalid."""
    try:
        profile = convert(tomllib.loads(text), Profile)
    except tomllib.TOMLDecodeError as error:
        line, column = _place(str(error), text)
        raise ProfileInvalid(
            path=path, reason="no_toml", line=line, column=column, said=str(error)
        ) from error
    except ValidationError as error:
        missing = _MISSING.search(str(error))
        field = missing[1] if missing else wrong(str(error))[0]
        reason = "field_missing" if missing else "field_wrong"
        raise ProfileInvalid(path=path, reason=reason, field=field, said=str(error)) from error
    patterns = (*profile.signs, *profile.labels, *profile.lines)
    for pattern in (*patterns, profile.first, profile.last, profile.text_after):
        try:
            re.compile(pattern)
        except re.error as error:
            said = {"pattern": pattern, "said": str(error)}
            raise ProfileInvalid(path=path, reason="pattern_wrong", **said) from error
    return profile


def _place(message: str, text: str) -> tuple[int, int]:
    """Line and column that the parser tells, counted from 1; else the end of the text."""
    if found := _AT.search(message):
        return int(found[1]), int(found[2])
    return text.count("\n") + 1, len(text) - text.rfind("\n")
