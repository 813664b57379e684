"""Tokens of a sentence -> labelled runs with scores, by a packed CRF. Knows nothing of spaCy, so that
training and tests can use it alone.
"""

import json
from collections.abc import Iterable, Iterator, Sequence
from hashlib import sha256
from pathlib import Path
from typing import Any, Literal, NamedTuple, Protocol, Self

import numpy as np

from desktop.nlp import characters, features
from desktop.nlp.chain import Chain
from desktop.nlp.clusters import ClusterTable
from desktop.nlp.confidence import Calibration
from desktop.nlp.gazetteer import Gazetteer
from desktop.nlp.keyed import Array, Keyed
from desktop.nlp.name_table import NameTable
from desktop.nlp.network import Network, add
from desktop.nlp.variants import Variant, variants
from desktop.nlp.word_types import NEIGHBOURS, Tables, WordType

SUB_LABELS = ("deriv", "part")
_CHAIN, _CLUSTERS, _GAZETTEER, _NAMES, _META = (
    "chain.bin", "clusters.bin", "gazetteer.json", "names.bin", "meta.json"
)  # fmt: skip
"""The files of every tagger; each of its networks has one besides."""

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
        self,
        *,
        kind: Kind,
        chain: Chain,
        tables: Tables,
        networks: Sequence[Network] = (),
        calibration: Calibration = _UNCALIBRATED,
    ) -> None:
        """`networks`: what else scores words; their tags are the first of the chain's, in the same order."""
        for network in networks:
            if network.tags > len(chain.tags):
                raise ValueError(f"a network scores {network.tags} tags, the chain has {len(chain.tags)}")
        self.kind: Kind = kind
        self.chain = chain
        self.networks = tuple(networks)
        self.calibration = calibration
        self.tables = tables
        self._scores: Scores = (
            _WordScores(chain, tables, self.networks) if kind == "words" else _CharacterScores(chain, tables)
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

    def variants(self, words: Sequence[str], spaces: Sequence[bool] = ()) -> list[Variant]:
        """All runs of one sentence that may be names, those that `tag` finds among them."""
        return variants(self.chain, self._scores(words, spaces)) if words else []

    def scores(self, features: Keyed) -> Array:
        """What chain and networks say of the words of a sentence, from all their features."""
        return add(self.chain.scores(features), self.networks, features)

    def to_parts(self) -> dict[str, bytes]:
        """File name -> content, with a checksum of each in the meta file."""
        clusters, gazetteer, names = self.tables
        parts = {
            _CHAIN: self.chain.to_bytes(),
            _CLUSTERS: clusters.to_bytes(),
            _GAZETTEER: gazetteer.to_bytes(),
            _NAMES: names.to_bytes(),
        }
        parts |= {f"network{n}.bin": it.to_bytes() for n, it in enumerate(self.networks, start=1)}
        meta = {
            "tokens": self.kind,
            "features": VERSIONS[self.kind],
            "calibration": list(self.calibration),
            "sha256": {name: sha256(content).hexdigest() for name, content in parts.items()},
        }
        return {**parts, _META: (json.dumps(meta, indent=1) + "\n").encode()}

    @classmethod
    def from_folder(cls, folder: Path) -> Self:
        """Reads what `to_parts` gave from files of these names; other files are left alone."""
        meta = (folder / _META).read_bytes()
        parts = {name: (folder / name).read_bytes() for name in json.loads(meta)["sha256"]}
        return cls.from_parts(parts | {_META: meta})

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
            networks=[
                Network.from_bytes(parts[name])
                for name in sorted(meta["sha256"])
                if name.startswith("network")
            ],
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

    def __init__(self, chain: Chain, tables: Tables, networks: Sequence[Network]) -> None:
        self._chain = chain
        self._networks = networks
        self._extract = features.FeatureExtractor(tables)
        self._rows: dict[str, int] = {}
        self._sums = np.empty((0, 1 + len(NEIGHBOURS), len(chain.tags)))
        self._inputs = [np.empty((0, network.width), dtype=np.float32) for network in networks]

    def __call__(self, words: Sequence[str], spaces: Sequence[bool], /) -> Array:
        types = [self._extract.type(word) for word in words]
        context = Keyed.of(self._extract.context(words, types))
        rows = self._rows_of(words, types)
        sums = self._sums[rows]
        scores = self._chain.scores(context) + sums[:, 0]
        for k, offset in enumerate(NEIGHBOURS, start=1):
            if offset < 0:  # the word `-offset` places to the left speaks
                scores[-offset:] += sums[:offset, k]
            else:
                scores[:-offset] += sums[offset:, k]
        for network, inputs in zip(self._networks, self._inputs, strict=True):
            scores[:, : network.tags] += network.scores(inputs[rows] + network.sums(context))
        return scores

    def _rows_of(self, words: Sequence[str], types: Sequence[WordType]) -> list[int]:
        if len(self._rows) > _CACHED_TYPES:
            self._rows.clear()
        new = {word: it for word, it in zip(words, types, strict=True) if word not in self._rows}
        if new:
            self._add(new)
        return [self._rows[word] for word in words]

    def _add(self, new: dict[str, WordType]) -> None:
        """Sums that nobody points to any more are overwritten only when all are forgotten."""
        lists = [them for it in new.values() for them in (it.own, *(it.near[o] for o in NEIGHBOURS))]
        first = len(self._rows)
        after = first + len(new)
        self._sums = _with_room(self._sums, after)
        self._sums[first:after] = self._chain.scores(Keyed.of(lists)).reshape(-1, *self._sums.shape[1:])
        own = Keyed.of([it.own for it in new.values()] if self._networks else [])
        for i, network in enumerate(self._networks):
            self._inputs[i] = _with_room(self._inputs[i], after)
            self._inputs[i][first:after] = network.sums(own)
        self._rows |= {word: first + i for i, word in enumerate(new)}


def _with_room(table: Array, rows: int) -> Array:
    """The table itself, or where it is shorter than `rows` a copy twice as long as needed."""
    if len(table) >= rows:
        return table
    longer = np.empty((2 * rows, *table.shape[1:]), dtype=table.dtype)
    longer[: len(table)] = table
    return longer


class _CharacterScores:
    def __init__(self, chain: Chain, tables: Tables) -> None:
        self._chain = chain
        self._extract = characters.CharacterExtractor(tables)

    def __call__(self, words: Sequence[str], spaces: Sequence[bool], /) -> Array:
        return self._chain.scores(Keyed.of(self._extract(words, spaces)))
