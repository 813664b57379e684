"""What the tagger sees of a word in its sentence: what the word says by itself, its neighbours, and pairs.

Everything that depends on one word alone is a `WordType`, so that a tagger can keep what it adds up to; the
rest, `context`, is said anew for each sentence. A trained model and these features belong together: `VERSION`
grows with any change that would make an old model see something else.
"""

from collections.abc import Sequence
from itertools import pairwise

from desktop.nlp.word_types import EDGE, NEIGHBOURS, NOTHING, Tables, WordType, describe

VERSION = 2

Features = list[list[str]]
"""One list of features a word."""

_CACHED_TYPES = 50_000
_QUOTES = frozenset(('"', "„", "“", "”", "«", "»", "''", "``"))
_MAX_QUOTED = 8
"""Longer stretches between quotation marks are speech, shorter ones often titles."""


class FeatureExtractor:
    """Words of one sentence -> their features. Holds its tables, keeps a cache, knows no path."""

    def __init__(self, tables: Tables) -> None:
        self._tables = tables
        self._types: dict[str, WordType] = {}

    def __call__(self, words: Sequence[str]) -> Features:
        """All features of each word of a sentence."""
        types = [self.type(word) for word in words]
        return [
            [*types[i].own, *_near(types, i), *of_context]
            for i, of_context in enumerate(self.context(words, types))
        ]

    def type(self, word: str) -> WordType:
        """What the word says by itself."""
        found = self._types.get(word)
        if found is None:
            if len(self._types) >= _CACHED_TYPES:
                self._types.clear()
            found = self._types[word] = describe(word, self._tables)
        return found

    def context(self, words: Sequence[str], types: Sequence[WordType]) -> Features:
        """The features of each word that depend on more than one."""
        kinds = [kind or "-" for kind in self._tables.gazetteer.classes(words)]
        around = [NOTHING, NOTHING, *types, NOTHING, NOTHING]
        features: Features = []
        for i in range(len(words)):
            window = around[i : i + 5]
            features.append([
                "b",
                *_gazetteer_classes(kinds, i),
                *_pairs(window),
                *_clusters(window),
                *_names(window),
                *_edges(i, len(words)),
                *_far(types, i),
            ])  # fmt: skip
        _mark_quotes_and_brackets(words, features)
        return features


def _near(types: Sequence[WordType], i: int) -> list[str]:
    """What the neighbours' types say here; a word says of the one `o` words before it what stands at +o."""
    return [
        feature
        for offset in NEIGHBOURS
        if 0 <= i + offset < len(types)
        for feature in types[i + offset].near[offset]
    ]


def _edges(i: int, length: int) -> list[str]:
    return [f"{offset}{EDGE}" for offset in NEIGHBOURS if not 0 <= i + offset < length]


def _far(types: Sequence[WordType], i: int) -> list[str]:
    return [f"{o}l{types[i + o].lower}" for o in (-3, 3) if 0 <= i + o < len(types)]


def _gazetteer_classes(kinds: Sequence[str], i: int) -> list[str]:
    features = [f"G={kinds[i]}"]
    if i > 0:
        features.append(f"G-{kinds[i - 1]}")
    if i + 1 < len(kinds):
        features.append(f"G+{kinds[i + 1]}")
    return features


def _pairs(window: Sequence[WordType]) -> list[str]:
    """Pairs with the neighbours in form, shape and cluster, and the shapes of all three."""
    _, left, here, right, _ = window
    features = [f"S{left.shape}|{here.shape}|{right.shape}"]
    if left is not NOTHING:
        features += _pair("-", left, here)
    if right is not NOTHING:
        features += _pair("+", here, right)
    return features


def _pair(sign: str, left: WordType, right: WordType) -> tuple[str, str, str]:
    return (
        f"w{sign}{left.lower}|{right.lower}",
        f"s{sign}{left.shape}|{right.shape}",
        f"B{sign}{left.grain8}|{right.grain8}",
    )


def _clusters(window: Sequence[WordType]) -> list[str]:
    """Coarse clusters in sequence, and a neighbour's form with the cluster here."""
    before, left, here, right, after = window
    features = [
        f"T{left.grain6}|{here.grain6}|{right.grain6}",
        f"T-{before.grain6}|{left.grain6}",
        f"T+{right.grain6}|{after.grain6}",
        f"lc{left.lower}|{here.grain6}",
        f"cl{here.grain6}|{right.lower}",
    ]
    features += [f"-ch8{left.head8}"] if left.head8 else []
    return features + ([f"+ch8{right.head8}"] if right.head8 else [])


def _names(window: Sequence[WordType]) -> list[str]:
    """A known name beside a capital."""
    _, left, here, right, _ = window
    features = [f"nc{kind}" for kind in here.names] if right.is_capitalised else []
    return features + ([f"pc{kind}" for kind in left.names] if here.is_capitalised else [])


def _mark_quotes_and_brackets(words: Sequence[str], features: Features) -> None:
    """Words between paired quotation marks (with the length of what is quoted) and in round brackets."""
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
