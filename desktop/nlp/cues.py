"""Words that show a stance: reporting verbs, feelings and acts, from a small lexicon written for Lesart.

The lexicon is `resources/lexicons/cues_<language>.toml`; what it misses is marked by hand. A cue may be
discontinuous („kündigte … an“). All ranges are half-open, in code points.
"""

import re
import tomllib
from collections.abc import Iterator, Sequence
from functools import cache
from importlib.resources import files
from typing import NamedTuple

from store.vocabulary import StanceForm

Range = tuple[int, int]

LANGUAGES = ("de", "en")
KINDS: dict[str, tuple[StanceForm, bool]] = {
    "verbal": ("verbal", True),
    "neutral": ("verbal", False),
    "emotion": ("emotion", True),
    "act": ("act", True),
}
"""List of the lexicon -> form, and whether the word takes a side."""

_ENDING = {
    "de": (
        r"(?:e[nrms]?|s?t|te[ntr]?|et(?:e[nt]?)?|t?e?nde?[nrms]?|n|en|s|s?es|tes?|ten|ung(?:en)?|ier\w{0,4})?"
    ),
    "en": (
        r"(?:e|es|ed|s|ing|d|ies|ied|y|ions?|ments?|ful|ous|ism|is(?:e|ed|es|ing)|iz(?:e|ed|es|ing)|ary)?"
    ),
}
"""What may follow a stem: endings of verbs, and of the adjectives and nouns made of them."""

_AUXILIARY = frozenset(
    (
        *(
            "haben",
            "hat",
            "hatte",
            "hatten",
            "habe",
            "sein",
            "ist",
            "war",
            "waren",
            "sei",
            "seien",
            "wird",
            "wurde",
            "wurden",
        ),
        *(
            "werden",
            "worden",
            "will",
            "wollte",
            "wollten",
            "wolle",
            "soll",
            "sollte",
            "kann",
            "könne",
            "konnte",
            "muss",
        ),
    )
)
"""German words that go with the verb before them: „angeklagt hatte“, „stärken wollte“."""


class Cue(NamedTuple):
    """Where it stands, in text order, and what the stance would be: said, felt or done.

    A neutral verb of saying („sagte“) does not take a side.
    """

    ranges: tuple[Range, ...]
    form: StanceForm
    takes_side: bool = True

    @property
    def start(self) -> int:
        """Where its first word begins."""
        return self.ranges[0][0]


class _Stem(NamedTuple):
    whole: re.Pattern[str]
    kind: str
    apart: re.Pattern[str] | None = None
    particle: str = ""


def cues(text: str, tokens: Sequence[Range], language: str | None) -> list[Cue]:
    """The cues of the lexicon among the tokens of one clause or sentence, in text order."""
    kind = (language or "").split("-")[0]
    if kind not in LANGUAGES:
        return []
    words = [text[slice(*token)] for token in tokens]
    found: list[Cue] = []
    for place, word in enumerate(words):
        hit = next(_hits(words, place, word, kind), None)
        if hit is not None:
            ranges = [tokens[place], *([tokens[hit[1]]] if hit[1] is not None else [])]
            found.append(Cue(_with_small_words(words, tokens, place, ranges), *KINDS[hit[0].kind]))
    return found


def verb_group(text: str, tokens: Sequence[Range], language: str | None) -> tuple[Range, ...]:
    """The verb that ends a German clause, with its „zu“ or its auxiliary; empty where none is to be seen."""
    inside = [it for it in tokens if any(map(str.isalnum, text[slice(*it)]))]
    words = [text[slice(*token)] for token in inside]
    last = len(words) - 1
    while last > 0 and words[last] in _AUXILIARY:
        last -= 1
    if (
        (language or "").split("-")[0] != "de"
        or last < 1
        or not words[last].islower()
        or len(words[last]) < 4
    ):
        return ()
    return _with_small_words(words, inside, last, [inside[last]])


def _hits(words: Sequence[str], place: int, word: str, kind: str) -> Iterator[tuple[_Stem, int | None]]:
    """The stems that a word is of, with the place of its particle where that stands apart."""
    for stem in _lexicon(kind).get(word[:2], ()):
        if stem.apart is not None and stem.apart.fullmatch(word):
            particle = next((i for i in range(place + 1, len(words)) if words[i] == stem.particle), None)
            if particle is not None and not any(it in ",;:" for it in words[place + 1 : particle]):
                yield stem, particle
        if stem.whole.fullmatch(word):
            yield stem, None


def _with_small_words(
    words: Sequence[str], tokens: Sequence[Range], place: int, ranges: list[Range]
) -> tuple[Range, ...]:
    """A „zu“ before it and an auxiliary right behind it belong to it."""
    start, end = ranges[0]
    if place and words[place - 1] == "zu":
        start = tokens[place - 1][0]
    if words[place].islower() and place + 1 < len(words) and words[place + 1] in _AUXILIARY:
        end = tokens[place + 1][1]
    return ((start, end), *ranges[1:])


@cache
def _lexicon(kind: str) -> dict[str, tuple[_Stem, ...]]:
    """Stems by the first two letters of the words that they match; separable verbs come first."""
    found: dict[str, list[_Stem]] = {}
    content = tomllib.loads((files("resources") / "lexicons" / f"cues_{kind}.toml").read_text("utf-8"))
    for name in KINDS:
        for entry in content[name]:
            stem, beginnings = _stem(entry, name, kind)
            for beginning in beginnings:
                place = found.setdefault(beginning[:2], [])
                place.insert(0 if stem.apart else len(place), stem)
    return {beginning: tuple(stems) for beginning, stems in found.items()}


def _stem(entry: str, name: str, kind: str) -> tuple[_Stem, set[str]]:
    ending = _ENDING[kind]
    if "|" in entry:
        particle, verb = entry.split("|")
        whole = re.compile(rf"{particle}(?:ge|zu)?{verb}{ending}")
        return _Stem(whole, name, re.compile(verb + ending), particle), {particle, verb, f"{particle}ge"}
    verb, _, particle = entry.partition(" ")
    if particle:
        return _Stem(re.compile(r"(?!)"), name, re.compile(verb + ending), particle), {verb}
    before = "(?:ge)?" if kind == "de" and verb.islower() else ""
    return _Stem(re.compile(before + verb + ending), name), {verb, *({"ge"} if before else ())}
