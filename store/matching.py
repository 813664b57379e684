"""The same name elsewhere: where words stand in a text, as they are or in another German form. Pure.

German forms: a noun takes -s, -es, -n, -en or -ens and gives it back; the words before it, which may be
adjectives, change between -e, -en, -er, -es and -em (Vereinte Nationen, der Vereinten Nationen). This says
too much rather than too little: a person looks at what was found.
"""

import re
from collections.abc import Iterator

from msgspec import Struct

from store.offsets import Range
from store.spans import is_border

_NOUN = ("s", "es", "n", "en", "ens")
_ADJECTIVE = ("en", "er", "es", "em", "e")
_SHORTEST = 3
"""Letters that a word keeps at least when it gives back an ending."""


class Matching(Struct, frozen=True):
    """What counts as the same: whole words only, upper and lower case alike, other German forms too."""

    whole_words: bool = True
    any_case: bool = False
    inflected: bool = False


def occurrences(text: str, surface: str, matching: Matching) -> list[Range]:
    """Where `surface` stands, from the left, none overlapping; any white space stands for any other.

    Whole words end where `store.spans.occurrences` ends them.
    """
    pattern = _pattern(surface, matching)
    if pattern is None:
        return []
    return list(_found(pattern, text, whole=matching.whole_words))


def search_terms(surface: str, matching: Matching) -> str | None:
    """A query for `store.search` that every article with an occurrence matches; None: look at all of them."""
    if not matching.whole_words:
        return None
    words = [re.sub(r"^\W+|\W+$", "", word) for word in surface.split()]
    if matching.inflected:
        kept = [min(_stems(word, is_last=n == len(words) - 1), key=len) for n, word in enumerate(words)]
        return " ".join(kept) if all(map(_is_word, kept)) else None
    return f'"{" ".join(words)}"' if any(map(_is_word, words)) and '"' not in surface else None


def _found(pattern: re.Pattern[str], text: str, *, whole: bool) -> Iterator[Range]:
    match = pattern.search(text)
    while match is not None:
        start, end = match.span()
        fits = not whole or (is_border(text, start) and is_border(text, end))
        if fits:
            yield start, end
        match = pattern.search(text, end if fits else start + 1)


def _pattern(surface: str, matching: Matching) -> re.Pattern[str] | None:
    words = surface.split()
    if not words:
        return None
    if matching.inflected:
        parts = [_forms(word, is_last=n == len(words) - 1) for n, word in enumerate(words)]
    else:
        parts = [re.escape(word) for word in words]
    return re.compile(r"\s+".join(parts), re.IGNORECASE if matching.any_case else 0)


def _forms(word: str, *, is_last: bool) -> str:
    """A regular expression for a word in its forms, the longest first."""
    endings = _NOUN if is_last else _ADJECTIVE
    forms = {word, *(stem + ending for stem in _stems(word, is_last=is_last) for ending in ("", *endings))}
    return "(?:" + "|".join(map(re.escape, sorted(forms, key=lambda form: (-len(form), form)))) + ")"


def _stems(word: str, *, is_last: bool) -> list[str]:
    """The word, and what is left of it without an ending; only letters are inflected."""
    if not word.isalpha():
        return [word]
    endings = _NOUN if is_last else _ADJECTIVE
    cut = (word.removesuffix(ending) for ending in endings if word.endswith(ending))
    return [word, *(stem for stem in cut if len(stem) >= _SHORTEST)]


def _is_word(word: str) -> bool:
    return re.search(r"[^\W_]", word) is not None
