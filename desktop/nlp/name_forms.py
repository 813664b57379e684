"""The forms of one name: „Armeniens“ and „ARMENIEN“ are „Armenien“, „Deutschen Bank“ is „Deutsche Bank“.

Pure. What counts as the same name here needs no look by a person, so it is less than what `store.matching`
finds.
"""

import re
from collections.abc import Iterator, Sequence

from desktop.nlp import segmentation

Range = tuple[int, int]

_GENITIVE = ("s", "es", "’", "'")
_ADDED = {
    "de": (*_GENITIVE, "ns", "n"),
    "en": ("’", "'"),
    "da": ("s",), "no": ("s",), "nb": ("s",), "sv": ("s",), "nl": ("s",),
    "ru": ("а", "у", "ом", "е", "ы", "и", "ой", "ем", "ю", "я", "ей", "ых", "ым", "ого", "ому"),
    "id": ("nya",), "ms": ("nya",),
}  # fmt: skip
"""What a name may have at its end besides its base form."""

_TAKEN = {"de": _GENITIVE}
"""Of these, what may be taken off where the base form was never seen: „Polen“ is no form of „Pole“."""

_MIN_BASE = 4
"""A shorter base with an ending is too often another word."""

_ADJECTIVE = re.compile(r"\b([A-ZÄÖÜ]\w{2,}?)(?:en|er|es|em|e)(?= )")
_HYPHENS = "-\u2010\u2011\u2013"
_SPACE = re.compile(r"\s+")


def main_language(language: str | None) -> str:
    """The language of a BCP 47 code, "" where it is not known."""
    return (language or "").split("-")[0]


def key_of(surface: str, language: str) -> str:
    """How a name is looked up: white space made plain, German adjectives in it without their endings."""
    key = _SPACE.sub(" ", surface)
    return _ADJECTIVE.sub(r"\1", key) if language == "de" and " " in key else key


def forms(key: str, language: str) -> Iterator[str]:
    """The keys of the same name in other forms, itself first."""
    yield key
    if len(key) < _MIN_BASE:
        return
    added: tuple[str, ...] = _ADDED.get(language, ())
    for ending in added:
        base = key.removesuffix(ending)
        if base != key and len(base) >= _MIN_BASE:
            yield base
    taken = _TAKEN.get(language)
    for ending in added if taken is None else taken:
        yield key + ending
    if key.isupper():
        yield key.title()


def is_name(text: str) -> bool:
    """Whether it can be one: neither an address nor bare punctuation."""
    address = "://" in text or "@" in text or text.startswith("www.")
    return not address and any(map(str.isalnum, text))


def in_compound(text: str, start: int, end: int) -> bool:
    """Whether a hyphen joins it to a word beside it: „Kreml“ in „Kreml-Sprecher“ is a part, not the name."""
    beside = text[max(0, start - 2) : start], text[end : end + 2][::-1]
    return any(len(it) == 2 and it[1] in _HYPHENS and it[0].isalpha() for it in beside)


def places(text: str, tokens: Sequence[Range], surface: str, language: str | None) -> list[Range]:
    """Where a name stands in a text in any of its forms, whole tokens, from the left, none overlapping."""
    code = main_language(language)
    key, size = key_of(surface, code), len(segmentation.tokens(surface, language))
    begin = surface[:1].lower()
    found: list[Range] = []
    i = 0
    while size and i + size <= len(tokens):
        start, end = tokens[i][0], tokens[i + size - 1][1]
        if (
            text[start].lower() == begin
            and not in_compound(text, start, end)
            and key in forms(key_of(text[start:end], code), code)
        ):
            found.append((start, end))
            i += size
        else:
            i += 1
    return found
