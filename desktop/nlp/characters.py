"""What the tagger sees of a character (Han, kana, Hangul, Thai cluster): itself, sequences around it,
scripts, what stands between two spaces, and known names that it lies in.

A trained model and this file belong together: `VERSION` grows with any change that would make an old model
see something else.
"""

import unicodedata
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import groupby

from desktop.nlp.gazetteer import Gazetteer
from desktop.nlp.word_types import EDGE, Tables

VERSION = 1

Features = list[list[str]]
"""One list of features a token."""

_SEQUENCES = (
    (-3, -2), (-2, -1), (-1, 0), (0, 1), (1, 2), (2, 3), (-2, -1, 0), (-1, 0, 1), (0, 1, 2), (-3, -2, -1),
    (1, 2, 3), (-2, -1, 0, 1), (-1, 0, 1, 2),
)  # fmt: skip
_MAX_NAME = 12
"""Longer names are not looked for, in tokens."""

_MAX_BETWEEN = 10
"""Longer stretches between spaces are no word."""

_CACHED = 1 << 16


class CharacterExtractor:
    """Tokens of one sentence, and whether a space follows each -> features of each."""

    def __init__(self, tables: Tables) -> None:
        self._gazetteer = tables.gazetteer

    def __call__(self, words: Sequence[str], spaces: Sequence[bool]) -> Features:
        """The features of each token; without `spaces` all stand together."""
        padded = [EDGE, EDGE, EDGE, *words, EDGE, EDGE, EDGE]
        scripts = [script(word) for word in padded]
        features = [[*_sequences(padded, i), *_scripts(scripts, i)] for i in range(len(words))]
        _mark_runs(words, scripts[3:-3], features)
        if spaces:
            _mark_between_spaces(words, spaces, features)
        _mark_names(words, self._gazetteer, features)
        return features


@lru_cache(_CACHED)
def script(token: str) -> str:
    """A letter for what the first character of a token is."""
    name = unicodedata.name(token[0], "") if token else ""
    for start, code in (("CJK", "h"), ("HIRAGANA", "a"), ("KATAKANA", "k"), ("HANGUL", "g"), ("THAI", "t")):
        if name.startswith(start):
            return code
    if token[:1].isdigit():
        return "d"
    if token[:1].isalpha():
        return "X" if token[:1].isupper() else "x"
    return token[:1]


def _sequences(padded: Sequence[str], i: int) -> Iterator[str]:
    """Single tokens and sequences of them; `i` counts without the padding."""
    yield "b"
    for offset in range(-3, 4):
        yield f"{offset}{padded[i + 3 + offset]}"
    for offsets in _SEQUENCES:
        first, last = i + 3 + offsets[0], i + 3 + offsets[-1]
        yield f"{offsets[0]}:{len(offsets)}" + "|".join(padded[first : last + 1])


def _scripts(scripts: Sequence[str], i: int) -> tuple[str, ...]:
    around = "".join(scripts[i + 1 : i + 6])
    return f"s{around[2]}", f"s3{around[1:4]}", f"s5{around}"


def _mark_runs(words: Sequence[str], scripts: Sequence[str], features: Features) -> None:
    """A stretch of one script is often one word: カタカナ, Latin, numbers."""
    start = 0
    for code, group in groupby(scripts):
        end = start + len(list(group))
        text, length = "".join(words[start:end]), min(end - start, 9)
        for i in range(start, end):
            features[i] += (f"r{code}{length}", f"rp{code}{_place(i, start, end)}")
            if length < 9:
                features[i].append(f"R{_place(i, start, end)}{text}")
        start = end


def _mark_between_spaces(words: Sequence[str], spaces: Sequence[bool], features: Features) -> None:
    """The beginning, the end and the neighbours of the stretch between two spaces (a Korean eojeol)."""
    ends = [i + 1 for i, space in enumerate(spaces) if space or i + 1 == len(words)]
    starts = [0, *ends[:-1]]
    before = EDGE
    for k, (start, end) in enumerate(zip(starts, ends, strict=True)):
        after = "".join(words[end : ends[k + 1]]) if k + 1 < len(ends) else EDGE
        for i in range(start, end):
            features[i] += (
                f"sp{_place(i, start, end)}",
                f"e-{before[-2:]}",
                f"e+{after[:2]}",
                f"e>{after[-2:]}",
            )
            if end - start <= _MAX_BETWEEN:
                features[i] += (f"e<{''.join(words[start : i + 1])}", f"e={''.join(words[i:end])}")
                features[i].append(f"el{end - start}.{i - start}")
        before = "".join(words[max(start, end - 2) : end])


def _mark_names(words: Sequence[str], gazetteer: Gazetteer, features: Features) -> None:
    """The longest known name from left to right, and a class that the single token has."""
    i = 0
    while i < len(words):
        length, kind = _longest(words, i, gazetteer)
        for j in range(i, i + length) if kind else ():
            place = _place(j, i, i + length)
            features[j] += (f"G{kind}{place}", f"G{place}{min(length, 4)}")
        if kind and i > 0:
            features[i - 1].append(f"G+{kind}")
        if kind and i + length < len(words):
            features[i + length].append(f"G-{kind}")
        i += length if kind else 1
    for word, of_word in zip(words, features, strict=True):
        if known := gazetteer.find(word):
            of_word.append(f"g{known}")


def _longest(words: Sequence[str], i: int, gazetteer: Gazetteer) -> tuple[int, str | None]:
    """Length in tokens and class of the longest name of two tokens or more that begins here."""
    for length in range(min(_MAX_NAME, len(words) - i), 1, -1):
        if kind := gazetteer.find("".join(words[i : i + length])):
            return length, kind
    return 1, None


def _place(i: int, start: int, end: int) -> str:
    """Where in a stretch: S(ingle), B(egin), E(nd), M(iddle)."""
    if end - start == 1:
        return "S"
    return "B" if i == start else "E" if i == end - 1 else "M"
