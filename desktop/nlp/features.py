"""What the tagger sees of a word: form, affixes, shape, Brown cluster, frequency, gazetteer class,
neighbours.

Features are short strings because a CRFsuite model stores each of them; everything that depends on the word
alone is computed once per word type. A trained model and this file belong together: `VERSION` grows with any
change here that would make an old model see something else.
"""

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from desktop.nlp.clusters import ClusterTable
from desktop.nlp.gazetteer import Gazetteer

VERSION = 1

Features = list[list[str]]
"""One list of features a word."""

_CACHED_TYPES = 200_000
_AFFIXES = (1, 2, 3, 4, 5)
_NEIGHBOURS = (-2, -1, 1, 2)
_EDGE = "^"
_UNKNOWN = "?"
_QUOTES = frozenset(('"', "„", "“", "”", "«", "»", "''", "``"))
_MAX_QUOTED = 8
"""Longer stretches between quotation marks are speech, shorter ones often titles."""


class _WordType(NamedTuple):
    own: list[str]
    near: dict[int, list[str]]
    lower: str
    shape: str
    grain8: str


_NOTHING = _WordType(own=[], near={}, lower=_EDGE, shape=_EDGE, grain8=_EDGE)


class FeatureExtractor:
    """Words of one sentence -> their features. Holds its tables, keeps a cache, knows no path."""

    def __init__(self, *, clusters: ClusterTable, gazetteer: Gazetteer) -> None:
        self._clusters = clusters
        self._gazetteer = gazetteer
        self._types: dict[str, _WordType] = {}

    def __call__(self, words: Sequence[str]) -> Features:
        """The features of each word of a sentence."""
        types = [self._type(word) for word in words]
        kinds = [kind or "-" for kind in self._gazetteer.classes(words)]
        context = _quotes_and_brackets(words)
        return [
            [
                "b",
                *types[i].own,
                *_near(types, i),
                *_gazetteer_classes(kinds, i),
                *_sequences(types, i),
                *context[i],
            ]
            for i in range(len(words))
        ]

    def _type(self, word: str) -> _WordType:
        found = self._types.get(word)
        if found is None:
            if len(self._types) >= _CACHED_TYPES:
                self._types.clear()
            found = self._types[word] = _describe(word, self._clusters, self._gazetteer)
        return found


def shape(word: str) -> str:
    """The pattern of capitals, small letters and digits, runs cut to two: „Berlin-Mitte“ -> „Xxx-Xxx“."""
    classes = ("d" if c.isdigit() else "X" if c.isupper() else "x" if c.islower() else c for c in word)
    return re.sub(r"(.)\1{2,}", r"\1\1", "".join(classes), flags=re.DOTALL)


# What a word's surroundings say.


def _near(types: list[_WordType], i: int) -> list[str]:
    features: list[str] = []
    for offset in _NEIGHBOURS:
        j = i + offset
        features += types[j].near[offset] if 0 <= j < len(types) else [f"{offset}{_EDGE}"]
    for offset in (-3, 3):
        if 0 <= i + offset < len(types):
            features.append(f"{offset}l{types[i + offset].lower}")
    return features


def _gazetteer_classes(kinds: list[str], i: int) -> list[str]:
    features = [f"G={kinds[i]}"]
    if i > 0:
        features.append(f"G-{kinds[i - 1]}")
    if i + 1 < len(kinds):
        features.append(f"G+{kinds[i + 1]}")
    return features


def _sequences(types: list[_WordType], i: int) -> list[str]:
    """Pairs with the neighbours, and the shapes of all three."""
    left, here, right = (types[j] if 0 <= j < len(types) else _NOTHING for j in range(i - 1, i + 2))
    features = [f"S{left.shape}|{here.shape}|{right.shape}"]
    if left is not _NOTHING:
        features += _pair("-", left, here)
    if right is not _NOTHING:
        features += _pair("+", here, right)
    return features


def _pair(sign: str, left: _WordType, right: _WordType) -> tuple[str, str, str]:
    return (
        f"w{sign}{left.lower}|{right.lower}",
        f"s{sign}{left.shape}|{right.shape}",
        f"B{sign}{left.grain8}|{right.grain8}",
    )


def _quotes_and_brackets(words: Sequence[str]) -> Features:
    """Words between paired quotation marks (with the length of what is quoted) and in round brackets."""
    features: Features = [[] for _ in words]
    marks = [i for i, word in enumerate(words) if word in _QUOTES]
    for first, last in list(pairwise(marks))[::2]:
        length = last - first - 1
        for i in range(first + 1, last) if length <= _MAX_QUOTED else ():
            features[i].append(f"Q{'B' if i == first + 1 else 'I'}{min(length, 5)}")
    inside = False
    for i, word in enumerate(words):
        if word in ("(", ")"):
            inside = word == "("
        elif inside:
            features[i].append("PAR")
    return features


# What a word says by itself.


def _describe(word: str, clusters: ClusterTable, gazetteer: Gazetteer) -> _WordType:
    digits = re.sub(r"\d", "0", word.lower())
    pattern = shape(word)
    cluster = clusters.cluster(word)
    runs = re.sub(r"(.)\1+", r"\1", pattern)
    own = [f"w{word}", f"l{digits}", f"s{pattern}", f"k{runs}"]
    for n in _AFFIXES:
        if len(digits) > n:
            own += (f"p{digits[:n]}", f"q{digits[-n:]}")
    own += (
        _capitals(word)
        + _compound(word, clusters, gazetteer)
        + _cluster_grains(cluster)
        + _frequency(word, clusters)
    )
    case = "C" if word[:1].isupper() else "c"
    far = (f"l{digits}", f"s{pattern}", f"B{_grain(cluster, 16)}", f"8{_grain(cluster, 8)}")
    close = (*far, f"p{digits[:3]}", f"q{digits[-3:]}", case)
    near = {o: [f"{o}{f}" for f in (close if abs(o) == 1 else far)] for o in _NEIGHBOURS}
    return _WordType(own, near, digits, pattern, _grain(cluster, 8))


def _grain(cluster: int | None, bits: int) -> str:
    return _UNKNOWN if cluster is None else str(cluster & (1 << bits) - 1)


def _capitals(word: str) -> list[str]:
    checks = {
        "UP": len(word) > 1 and word.isupper(),
        "Cap": word[:1].isupper(),
        "inCap": any(c.isupper() for c in word[1:]),
    }
    return [name for name, holds in checks.items() if holds]


def _compound(word: str, clusters: ClusterTable, gazetteer: Gazetteer) -> list[str]:
    """First and last part of a hyphen compound: form, cluster, class; which parts have a capital."""
    if "-" not in word or len(word) < 2:
        return []
    parts = word.split("-")
    digits = re.sub(r"\d", "0", word.lower()).split("-")
    features = [f"hf{digits[0]}", f"hl{digits[-1]}", f"hg{gazetteer.find(parts[0])}"]
    features.append("hs" + "".join("X" if part[:1].isupper() else "x" for part in parts))
    for name, part in (("f", parts[0]), ("l", parts[-1])):
        found = clusters.find(part)
        features.append(f"h{name}B{_grain(found and found.cluster, 8)}")
    return features


def _cluster_grains(cluster: int | None) -> list[str]:
    if cluster is None:
        return ["B?"]
    return [f"B{cluster}", *(f"B{bits}={cluster & (1 << bits) - 1}" for bits in (4, 6, 8, 10))]


def _frequency(word: str, clusters: ClusterTable) -> list[str]:
    """How common the form is, and how much more common it is in small letters (a noun or a name?)."""
    found = clusters.find(word)
    if found is None:
        return ["pr?"]
    features = [f"pr{int(found.log_probability / 1.5)}"]
    small = clusters.find(word.lower()) if word[:1].isupper() else None
    if small is not None:
        features.append(f"lc{int((small.log_probability - found.log_probability) / 2)}")
    return features
