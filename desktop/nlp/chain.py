"""A linear-chain CRF, packed for reading: what each feature says about each tag, and which tag follows which.

A trained model is a sum of weights, one a feature and tag. Features are found by their keys
(`desktop.nlp.keyed`); weights are whole numbers of eight bits times one step. A feature that the model does
not know is mistaken for one it knows with a probability of features / 2**32. Several models over the same
tags, added feature by feature, are one model (A. Smith, T. Cohn, M. Osborne: Logarithmic opinion pools for
conditional random fields, ACL 2005).

File, little-endian: magic `LSCH`, u16 version, u16 tags, u32 features, u32 weights, f64 step; the tags as
UTF-8, each ended by a line feed; then f32 transitions[tags][tags], u32 keys[] (sorted), u8 counts[], u8
columns[], i8 values[] (weights feature by feature).
"""

import struct
from collections.abc import Mapping, Sequence
from typing import Self

import numpy as np

from desktop.nlp.keyed import Array, Keyed, key

_MAGIC = b"LSCH"
_VERSION = 1
_HEADER = struct.Struct("<4sHHIId")
_LARGEST = 127


class Chain:
    """Features of words -> scores of tags -> the best sequence and how sure each of its tags is."""

    def __init__(
        self,
        *,
        tags: Sequence[str],
        transitions: Array,
        keys: Array,
        counts: Array,
        columns: Array,
        values: Array,
        step: float,
    ) -> None:
        self.tags = tuple(tags)
        self.transitions = transitions.astype(np.float64)
        self._follow = np.exp(self.transitions)
        self._keys, self._counts, self._columns, self._values = keys, counts, columns, values
        self._step = step
        self._starts = np.concatenate(([0], np.cumsum(counts, dtype=np.int64)))

    def __len__(self) -> int:
        """How many features it knows."""
        return len(self._keys)

    @classmethod
    def pack(
        cls, weights: Mapping[str, Mapping[str, float]], transitions: Mapping[tuple[str, str], float]
    ) -> Self:
        """A chain of weights (feature -> tag -> weight) and transitions ((from, to) -> weight).

        Weights that round to nothing are left out. Of features with equal keys the first in order stays.
        """
        tags = sorted(
            {tag for by_tag in weights.values() for tag in by_tag} | {t for p in transitions for t in p}
        )
        column = {tag: i for i, tag in enumerate(tags)}
        largest = max((abs(w) for by_tag in weights.values() for w in by_tag.values()), default=0.0)
        step = largest / _LARGEST or 1.0  # also where the division ends at 0
        rows: dict[int, list[tuple[int, int]]] = {}
        for feature in sorted(weights):
            rounded = [(column[tag], round(w / step)) for tag, w in sorted(weights[feature].items())]
            if row := [(c, value) for c, value in rounded if value]:
                rows.setdefault(key(feature), row)
        ordered = [rows[it] for it in sorted(rows)]
        matrix = np.zeros((len(tags), len(tags)), dtype=np.float32)
        for (left, right), weight in transitions.items():
            matrix[column[left], column[right]] = weight
        return cls(
            tags=tags,
            transitions=matrix,
            keys=np.array(sorted(rows), dtype="<u4"),
            counts=np.array([len(row) for row in ordered], dtype=np.uint8),
            columns=np.array([c for row in ordered for c, _ in row], dtype=np.uint8),
            values=np.array([value for row in ordered for _, value in row], dtype=np.int8),
            step=step,
        )

    @classmethod
    def of_matrix(cls, tags: Sequence[str], transitions: Array, keys: Array, weights: Array) -> Self:
        """A chain of sorted keys and their weights (one row a key, one column a tag)."""
        step = float(np.abs(weights).max(initial=0.0)) / _LARGEST or 1.0
        whole = np.rint(weights / step).astype(np.int8)
        kept = whole.any(axis=1)
        whole = whole[kept]
        places = np.nonzero(whole)
        return cls(
            tags=tags,
            transitions=transitions.astype(np.float32),
            keys=keys[kept].astype("<u4"),
            counts=np.count_nonzero(whole, axis=1).astype(np.uint8),
            columns=places[1].astype(np.uint8),
            values=whole[places],
            step=step,
        )

    def matrix(self) -> tuple[Array, Array]:
        """Inverse of `of_matrix`: the keys, and the weights of each."""
        weights = np.zeros((len(self._keys), len(self.tags)), dtype=np.float32)
        rows = np.repeat(np.arange(len(self._keys)), self._counts)
        weights[rows, self._columns] = self._values * np.float32(self._step)
        return self._keys, weights

    def scores(self, features: Keyed) -> Array:
        """The summed weights of each list of features: one row a list, one column a tag."""
        owners, at = features.found_in(self._keys)
        counts = self._counts[at].astype(np.int64)
        # All weights of all known features in one row: where each begins, and the steps from there.
        ends = np.cumsum(counts)
        places = np.repeat(self._starts[at] - ends + counts, counts) + np.arange(ends[-1] if len(ends) else 0)
        cells = np.repeat(owners * len(self.tags), counts) + self._columns[places]
        sums = np.bincount(cells, self._values[places], minlength=features.lists * len(self.tags))
        return sums.reshape(features.lists, len(self.tags)) * self._step

    def best(self, scores: Array) -> list[int]:
        """The columns of the best tag sequence (Viterbi); `scores`: one row a word."""
        if not len(scores):
            return []
        back = np.empty(scores.shape, dtype=np.intp)
        reached = scores[0]
        for i in range(1, len(scores)):
            paths = reached[:, None] + self.transitions
            back[i] = paths.argmax(axis=0)
            reached = paths.max(axis=0) + scores[i]
        path = [int(reached.argmax())]
        for i in range(len(scores) - 1, 0, -1):
            path.append(int(back[i, path[-1]]))
        return path[::-1]

    def marginals(self, scores: Array) -> Array:
        """The probability of each tag of each word (forward and backward); rows sum to 1."""
        emitted = np.exp(scores - scores.max(axis=1, keepdims=True))
        forward, backward = np.empty_like(emitted), np.empty_like(emitted)
        forward[0] = emitted[0] / emitted[0].sum()
        for i in range(1, len(scores)):
            row = (forward[i - 1] @ self._follow) * emitted[i]
            forward[i] = row / row.sum()
        backward[-1] = 1.0
        for i in range(len(scores) - 2, -1, -1):
            row = self._follow @ (emitted[i + 1] * backward[i + 1])
            backward[i] = row / row.sum()
        joint = forward * backward
        return joint / joint.sum(axis=1, keepdims=True)

    def to_bytes(self) -> bytes:
        """The file's content."""
        names = "".join(f"{tag}\n" for tag in self.tags).encode()
        header = _HEADER.pack(
            _MAGIC, _VERSION, len(self.tags), len(self._keys), len(self._values), self._step
        )
        numbers = (self.transitions.astype("<f4"), self._keys.astype("<u4"), self._counts, self._columns)
        return header + names + b"".join(a.tobytes() for a in (*numbers, self._values))

    @classmethod
    def from_bytes(cls, data: bytes) -> Self:
        """The chain of a file's content. Raises ValueError where it is none or is cut short."""
        if len(data) < _HEADER.size or data[:4] != _MAGIC:
            raise ValueError("not a packed chain")
        _, version, n_tags, n_features, n_weights, step = _HEADER.unpack_from(data)
        *tags, body = data[_HEADER.size :].split(b"\n", n_tags)
        kinds = (
            ("<f4", n_tags * n_tags),
            ("<u4", n_features),
            ("u1", n_features),
            ("u1", n_weights),
            ("i1", n_weights),
        )
        sizes = [np.dtype(kind).itemsize * n for kind, n in kinds]
        if version != _VERSION or len(tags) != n_tags or len(body) != sum(sizes):
            raise ValueError("packed chain of another version or cut short")
        offsets = [sum(sizes[:i]) for i in range(len(sizes))]
        matrix, keys, counts, columns, values = (
            np.frombuffer(body, dtype=kind, count=n, offset=offset)
            for (kind, n), offset in zip(kinds, offsets, strict=True)
        )
        return cls(
            tags=[tag.decode() for tag in tags],
            transitions=matrix.reshape(n_tags, n_tags),
            keys=keys,
            counts=counts,
            columns=columns,
            values=values,
            step=step,
        )
