"""A small convolutional network that adds to a chain's scores what it makes of a word and its neighbours.

Each feature that it knows is a row of numbers; those of a word are summed, and what the word says by itself
can be kept. Over the rows of a sentence go layers that see one word to each side: a linear map of the three,
the largest of some pieces (I. Goodfellow et al., Maxout networks, ICML 2013), brought to mean 0 and variance
1 (J. Ba, J. Kiros, G. Hinton, Layer normalization, 2016) and added to what went in (K. He et al., CVPR 2016).
What comes out is a score a tag: the log of its probability but for a constant, times the share that the
network was given beside the chain, so that both together are a product of experts (G. Hinton, Neural
Computation 14, 2002).

File, little-endian: magic `LSNN`, u16 version, u16 width, u16 layers, u16 pieces, u16 tags, u16 zero, u32
features; then, packed as `desktop.nlp.packing` says, u32 keys[] (sorted, as differences), i8
rows[features][width] (numbers as wholes of their row's step), f16 steps[], and f16 arrays in the order of
`Dense`.
"""

import struct
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple, Self

import numpy as np

from desktop.nlp.keyed import Array, Keyed
from desktop.nlp.packing import Unpacking, differences, packed, summed

LARGEST = 7
"""A number of a row is at most so many steps. With 15 or 127 German F1 was 0.1 less: no more than chance."""

_MAGIC = b"LSNN"
_VERSION = 2
_HEADER = struct.Struct("<4sHHHHHHI")
_SMALL = 1e-5


class Layer(NamedTuple):
    """`matrix`[3 * width][width * pieces], `offset` of its columns, then gain and shift of the norm."""

    matrix: Array
    offset: Array
    gain: Array
    shift: Array


class Dense(NamedTuple):
    """All but the rows: gain and shift of the norm before the layers, the layers, and what scores tags."""

    gain: Array
    shift: Array
    layers: tuple[Layer, ...]
    out: Array
    out_offset: Array

    def arrays(self) -> Iterator[Array]:
        """Every array, in the order of the file."""
        yield from (self.gain, self.shift)
        for layer in self.layers:
            yield from layer
        yield from (self.out, self.out_offset)

    @classmethod
    def of(cls, arrays: Sequence[Array]) -> Self:
        """Inverse of `arrays`."""
        gain, shift, *between, out, out_offset = arrays
        layers = tuple(Layer(*between[i : i + 4]) for i in range(0, len(between), 4))
        return cls(gain, shift, layers, out, out_offset)


class Network:
    """Features of words -> rows -> scores of tags."""

    def __init__(self, *, keys: Array, rows: Array, steps: Array, dense: Dense) -> None:
        """`rows` are whole numbers up to `LARGEST`; `steps` says what one of them is worth in each row."""
        self._keys, self._rows, self._steps = keys, rows, steps
        self.dense = dense
        # All first pieces, then all second …: the largest of pieces that lie far apart is found much faster.
        self._maps = [
            (_piece_by_piece(layer.matrix, self.width), _piece_by_piece(layer.offset, self.width))
            for layer in dense.layers
        ]

    def __len__(self) -> int:
        """How many features it knows."""
        return len(self._keys)

    @property
    def width(self) -> int:
        """How many numbers stand for a word."""
        return self._rows.shape[1]

    @property
    def tags(self) -> int:
        """How many tags it scores."""
        return self.dense.out.shape[1]

    @classmethod
    def pack(cls, keys: Array, rows: Array, dense: Dense) -> Self:
        """A network of feature keys (each once) and their rows, rounded to whole steps."""
        order = np.argsort(keys)
        sorted_rows = rows[order]
        steps = (np.abs(sorted_rows).max(axis=1, initial=0.0) / LARGEST).astype("<f2").astype("<f4")
        steps[steps == 0] = 1.0
        return cls(
            keys=keys[order].astype("<u4"),
            rows=np.rint(sorted_rows / steps[:, None]).astype(np.int8),
            steps=steps,
            dense=Dense.of([array.astype("<f4") for array in dense.arrays()]),
        )

    def weighted(self, share: float) -> Self:
        """The same with its scores multiplied by `share`, and its numbers as its file will hold them."""
        *first, out, out_offset = self.dense.arrays()
        scaled = [*first, (share * out).astype("<f4"), (share * out_offset).astype("<f4")]
        dense = Dense.of([array.astype("<f2").astype("<f4") for array in scaled])
        return type(self)(keys=self._keys, rows=self._rows, steps=self._steps, dense=dense)

    def sums(self, features: Keyed) -> Array:
        """The summed rows of each list of features: one row a list."""
        owners, at = features.found_in(self._keys)
        sums = np.zeros((features.lists, self.width), dtype=np.float32)
        if len(at):
            starts = np.flatnonzero(np.diff(owners, prepend=-1))
            rows = self._rows[at] * self._steps[at, None]
            sums[owners[starts]] = np.add.reduceat(rows, starts, axis=0)
        return sums

    def scores(self, sums: Array) -> Array:
        """The scores of each word of one sentence: one row a word, one column a tag."""
        dense = self.dense
        here = normalised(sums, dense.gain, dense.shift)
        for layer, (matrix, offset) in zip(dense.layers, self._maps, strict=True):
            pieces = windows(here) @ matrix + offset
            largest = pieces[:, : self.width]
            for begin in range(self.width, pieces.shape[1], self.width):
                largest = np.maximum(largest, pieces[:, begin : begin + self.width])
            here = here + normalised(largest, layer.gain, layer.shift)
        return here @ dense.out + dense.out_offset

    def to_bytes(self) -> bytes:
        """The file's content."""
        dense = self.dense
        pieces = dense.layers[0].matrix.shape[1] // self.width if dense.layers else 1
        header = _HEADER.pack(
            _MAGIC, _VERSION, self.width, len(dense.layers), pieces, dense.out.shape[1], 0, len(self)
        )
        small = (it.astype("<f2") for it in (self._steps, *dense.arrays()))
        return header + b"".join(map(packed, (differences(self._keys), self._rows, *small)))

    @classmethod
    def from_bytes(cls, data: bytes) -> Self:
        """The network of a file's content. Raises ValueError where it is none or is cut short."""
        if len(data) < _HEADER.size or data[:4] != _MAGIC:
            raise ValueError("not a packed network")
        _, version, width, n_layers, pieces, n_tags, _, n_features = _HEADER.unpack_from(data)
        if version != _VERSION:
            raise ValueError(f"packed network of version {version}, this program reads {_VERSION}")
        layer = ((3 * width, width * pieces), (width * pieces,), (width,), (width,))
        dense = ((width,), (width,), *n_layers * layer, (width, n_tags), (n_tags,))
        unpacking = Unpacking(data, _HEADER.size)
        try:
            keys = summed(unpacking.array("<u4", (n_features,)))
            rows = unpacking.array("i1", (n_features, width))
            steps, *arrays = (
                unpacking.array("<f2", shape).astype("<f4") for shape in ((n_features,), *dense)
            )
            unpacking.end()
        except ValueError as error:
            raise ValueError(f"packed network: {error}") from error
        return cls(keys=keys, rows=rows, steps=steps, dense=Dense.of(arrays))


def add(scores: Array, networks: Iterable[Network], features: Keyed) -> Array:
    """Scores of the words of a sentence, and what networks say of them; a network's tags are the first."""
    for network in networks:
        scores[:, : network.tags] += network.scores(network.sums(features))
    return scores


def normalised(rows: Array, gain: Array, shift: Array) -> Array:
    """Each row brought to mean 0 and variance 1, then stretched and shifted."""
    return evened(rows)[0] * gain + shift


def evened(rows: Array) -> tuple[Array, Array]:
    """Each row brought to mean 0 and variance 1, and its deviation before."""
    width = np.float32(rows.shape[1])
    centred = rows - np.add.reduce(rows, axis=1, keepdims=True) / width
    deviation = np.sqrt(np.add.reduce(centred * centred, axis=1, keepdims=True) / width + _SMALL)
    return centred / deviation, deviation


def pieces_of(numbers: Array, width: int) -> Array:
    """`numbers`[rows][width * pieces] as [rows][width][pieces]."""
    return numbers.reshape(len(numbers), width, numbers.shape[1] // width)


def _piece_by_piece(numbers: Array, width: int) -> Array:
    """The columns [width][pieces] as [pieces][width]."""
    rows = numbers.reshape(*numbers.shape[:-1], width, numbers.shape[-1] // width)
    return np.ascontiguousarray(rows.swapaxes(-1, -2).reshape(numbers.shape))


def windows(rows: Array) -> Array:
    """Each row between its neighbours; beyond the ends stand zeros."""
    length, width = rows.shape
    found = np.zeros((length, 3 * width), dtype=rows.dtype)
    found[1:, :width] = rows[:-1]
    found[:, width : 2 * width] = rows
    found[:-1, 2 * width :] = rows[1:]
    return found
