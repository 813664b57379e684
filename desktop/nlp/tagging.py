"""Tokens of a sentence -> labelled runs with scores, by a packed CRF. Knows nothing of spaCy, so that
training and tests can use it alone.
"""

import json
from collections.abc import Iterable, Iterator, Sequence
from hashlib import sha256
from typing import Any, Literal, NamedTuple, Protocol, Self

import numpy as np

from desktop.nlp import characters, features
from desktop.nlp.chain import Array, Chain
from desktop.nlp.clusters import ClusterTable
from desktop.nlp.confidence import Calibration
from desktop.nlp.gazetteer import Gazetteer
from desktop.nlp.name_table import NameTable
from desktop.nlp.word_types import NEIGHBOURS, Tables, WordType

SUB_LABELS = ("deriv", "part")
_CHAIN, _CLUSTERS, _GAZETTEER, _NAMES, _META = (
    "chain.bin", "clusters.bin", "gazetteer.json", "names.bin", "meta.json"
)  # fmt: skip
PARTS = (_CHAIN, _CLUSTERS, _GAZETTEER, _NAMES, _META)
"""The files of a tagger."""

Kind = Literal["words", "characters"]
"""What the tokens are: words, or single characters of a script without spaces."""

VERSIONS = {"words": features.VERSION, "characters": characters.VERSION}

_CACHED_TYPES = 20_000
_UNCALIBRATED = Calibration()


class Tagged(NamedTuple):
    """A labelled run of tokens [start, end) of one sentence, with its score 0…1."""

    start: int
    end: int
    label: str
    score: float


class Scores(Protocol):
    """Tokens and whether a space follows each -> one row of tag scores a token."""

    def __call__(self, words: Sequence[str], spaces: Sequence[bool], /) -> Array: ...


class Tagger:
    """Finds the labelled runs of a sentence."""

    def __init__(
        self, *, kind: Kind, chain: Chain, tables: Tables, calibration: Calibration = _UNCALIBRATED
    ) -> None:
        self.kind: Kind = kind
        self.chain = chain
        self.calibration = calibration
        self.tables = tables
        self._scores: Scores = (
            _WordScores(chain, tables) if kind == "words" else _CharacterScores(chain, tables)
        )

    @property
    def labels(self) -> tuple[str, ...]:
        """All span labels, sub-labels included."""
        return tuple(sorted({tag[2:] for tag in self.chain.tags if tag != "O"}))

    def tag(self, words: Sequence[str], spaces: Sequence[bool] = ()) -> list[Tagged]:
        """The labelled runs of one sentence, in order. `spaces`: whether one follows each token."""
        if not words:
            return []
        scores = self._scores(words, spaces)
        path = self.chain.best(scores)
        found = list(runs(self.chain.tags[column] for column in path))
        if not found:
            return []
        # A span is as sure as its least sure tag.
        sure = self.chain.marginals(scores)[np.arange(len(path)), path]
        return [
            Tagged(start, end, label, self.calibration(float(sure[start:end].min())))
            for start, end, label in found
        ]

    def to_parts(self) -> dict[str, bytes]:
        """File name -> content, with a checksum of each in the meta file."""
        clusters, gazetteer, names = self.tables
        parts = {
            _CHAIN: self.chain.to_bytes(),
            _CLUSTERS: clusters.to_bytes(),
            _GAZETTEER: gazetteer.to_bytes(),
            _NAMES: names.to_bytes(),
        }
        meta = {
            "tokens": self.kind,
            "features": VERSIONS[self.kind],
            "calibration": list(self.calibration),
            "sha256": {name: sha256(content).hexdigest() for name, content in parts.items()},
        }
        return {**parts, _META: (json.dumps(meta, indent=1) + "\n").encode()}

    @classmethod
    def from_parts(cls, parts: dict[str, bytes]) -> Self:
        """Inverse of `to_parts`. Raises ValueError where a part is damaged or of another feature version."""
        meta: dict[str, Any] = json.loads(parts[_META])
        kind: Kind = meta["tokens"]
        if meta["features"] != VERSIONS.get(kind):
            raise ValueError(f"features {kind} {meta['features']}, this program has {VERSIONS}")
        for name, checksum in meta["sha256"].items():
            if sha256(parts[name]).hexdigest() != checksum:
                raise ValueError(f"{name} is damaged")
        return cls(
            kind=kind,
            chain=Chain.from_bytes(parts[_CHAIN]),
            tables=Tables(
                ClusterTable.from_bytes(parts[_CLUSTERS]),
                Gazetteer.from_bytes(parts[_GAZETTEER]),
                NameTable.from_bytes(parts[_NAMES]),
            ),
            calibration=Calibration(*meta["calibration"]),
        )


def runs(tags: Iterable[str]) -> Iterator[tuple[int, int, str]]:
    """The labelled runs of a BIO sequence; an I- that continues nothing starts a run."""
    start, label, i = 0, None, -1
    for i, tag in enumerate(tags):
        if label is not None and (tag[0] != "I" or tag[2:] != label):
            yield start, i, label
            label = None
        if tag != "O" and label is None:
            start, label = i, tag[2:]
    if label is not None:
        yield start, i + 1, label


class _WordScores:
    """What a word type adds to itself and its neighbours is summed once and kept: most words recur."""

    def __init__(self, chain: Chain, tables: Tables) -> None:
        self._chain = chain
        self._extract = features.FeatureExtractor(tables)
        self._rows: dict[str, int] = {}
        self._sums = np.empty((0, 1 + len(NEIGHBOURS), len(chain.tags)))

    def __call__(self, words: Sequence[str], spaces: Sequence[bool], /) -> Array:
        types = [self._extract.type(word) for word in words]
        sums = self._of_types(words, types)
        scores = self._chain.scores(self._extract.context(words, types)) + sums[:, 0]
        for k, offset in enumerate(NEIGHBOURS, start=1):
            if offset < 0:  # the word `-offset` places to the left speaks
                scores[-offset:] += sums[:offset, k]
            else:
                scores[:-offset] += sums[offset:, k]
        return scores

    def _of_types(self, words: Sequence[str], types: Sequence[WordType]) -> Array:
        if len(self._rows) > _CACHED_TYPES:
            self._rows.clear()
        new = {word: it for word, it in zip(words, types, strict=True) if word not in self._rows}
        if new:
            self._add(new)
        return self._sums[[self._rows[word] for word in words]]

    def _add(self, new: dict[str, WordType]) -> None:
        """Sums that nobody points to any more are overwritten only when all are forgotten."""
        lists = [them for it in new.values() for them in (it.own, *(it.near[o] for o in NEIGHBOURS))]
        sums = self._chain.scores(lists).reshape(len(new), *self._sums.shape[1:])
        first = len(self._rows)
        if first + len(new) > len(self._sums):
            room = np.empty((2 * (first + len(new)), *self._sums.shape[1:]))
            room[:first] = self._sums[:first]
            self._sums = room
        self._sums[first : first + len(new)] = sums
        self._rows |= {word: first + i for i, word in enumerate(new)}


class _CharacterScores:
    def __init__(self, chain: Chain, tables: Tables) -> None:
        self._chain = chain
        self._extract = characters.CharacterExtractor(tables)

    def __call__(self, words: Sequence[str], spaces: Sequence[bool], /) -> Array:
        return self._chain.scores(self._extract(words, spaces))
