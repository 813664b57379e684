"""The same name elsewhere: where words stand in a text, as they are or in another German form. Pure.

German forms: a noun takes -s, -es, -n, -en or -ens and gives it back; the words before it, which may be
adjectives, change between -e, -en, -er, -es and -em (Vereinte Nationen, der Vereinten Nationen). This says
too much rather than too little: a person looks at what was found.
"""

import re
from collections.abc import Iterator
from unicodedata import category

from msgspec import Struct

from store.offsets import Range, graphemes

_NOUN = ("s", "es", "n", "en", "ens")
_ADJECTIVE = ("en", "er", "es", "em", "e")
_SHORTEST = 3
"""Letters that a word keeps at least when it gives back an ending."""

_UNSPACED = re.compile(
    "[\u0e00-\u0fff\u1000-\u109f\u1100-\u11ff\u1780-\u17ff\u19e0-\u1aaf\u2e80-\u31ff\u3400-\u4dbf\u4e00-\ua4cf"
    "\ua960-\ua97f\ua9e0-\ua9ff\uaa60-\uaa7f\uac00-\ud7ff\uf900-\ufaff\uff66-\uffdc\U0001aff0-\U0001b16f"
    "\U00020000-\U0003ffff]"
)
"""Thai, Lao, Tibetan, Burmese, Khmer, Tai, Chinese, Japanese, Yi; and Korean, which writes particles on."""


class Matching(Struct, frozen=True):
    """What counts as the same: whole words only, upper and lower case alike, other German forms too."""

    whole_words: bool = True
    any_case: bool = False
    inflected: bool = False


def occurrences(text: str, surface: str, matching: Matching) -> list[Range]:
    """Where `surface` stands, from the left, none overlapping; any white space stands for any other.

    A whole word ends where no letter, digit, mark or underscore goes on; soft hyphens and joiners go on. In
    scripts that write no spaces every occurrence counts that cuts no grapheme.
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
        fits = not whole or (_is_border(text, start) and _is_border(text, end))
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


def _is_border(text: str, position: int) -> bool:
    """Whether a word may start or end here."""
    pair = text[max(0, position - 1) : position + 1]
    if len(pair) < 2 or not all(map(_goes_on, pair)):
        return True
    return bool(_UNSPACED.search(pair)) and len(graphemes(pair)) == 3


def _goes_on(character: str) -> bool:
    return character.isalnum() or character in "_\u00ad\u200c\u200d" or category(character).startswith("M")
