"""The passes through a network (`desktop.nlp.network`) that training needs: forwards with dropout, keeping
what the way back needs, and back, from what the scores do to the loss to what every number does.
"""

from typing import NamedTuple

import numpy as np

from desktop.nlp.keyed import Array
from desktop.nlp.network import Dense, Layer, evened, pieces_of, windows


class Norm(NamedTuple):
    """What was normalised to (before gain and shift), the deviation of each row, and the gain."""

    rows: Array
    deviation: Array
    gain: Array


class Step(NamedTuple):
    """What a layer saw, which piece was the largest, its norm and what dropout let through."""

    seen: Array
    largest: Array
    norm: Norm
    kept: Array


class Pass(NamedTuple):
    """The scores, the last rows and what the way back needs."""

    scores: Array
    last: Array
    norm: Norm
    kept: Array
    steps: list[Step]


def forward(sums: Array, dense: Dense, kept: list[Array]) -> Pass:
    """Sentences one below the other with an empty row after each.

    `kept`: what dropout lets through, an array for what goes in and one for each layer; each is 0 in the
    empty rows.
    """
    rows, first = _normalised(sums, dense.gain, dense.shift)
    here = rows * kept[0]
    steps: list[Step] = []
    for layer, its_kept in zip(dense.layers, kept[1:], strict=True):
        seen = windows(here)
        pieces = pieces_of(seen @ layer.matrix + layer.offset, here.shape[1])
        rows, norm = _normalised(pieces.max(axis=2), layer.gain, layer.shift)
        here = here + rows * its_kept
        steps.append(Step(seen, pieces.argmax(axis=2), norm, its_kept))
    return Pass(here @ dense.out + dense.out_offset, here, first, kept[0], steps)


def backward(through: Pass, of_scores: Array, dense: Dense) -> tuple[Dense, Array]:
    """The gradients of all arrays, and of what went in; `of_scores`: that of the scores."""
    of_here = of_scores @ dense.out.T
    layers: list[Layer] = []
    for layer, step in zip(reversed(dense.layers), reversed(through.steps), strict=True):
        of_rows, gain, shift = _of_norm(of_here * step.kept, step.norm)
        pieces = layer.matrix.shape[1] // of_rows.shape[1]
        of_pieces = np.zeros((*of_rows.shape, pieces), dtype=of_rows.dtype)
        np.put_along_axis(of_pieces, step.largest[:, :, None], of_rows[:, :, None], axis=2)
        of_pieces = of_pieces.reshape(len(of_rows), -1)
        layers.insert(0, Layer(step.seen.T @ of_pieces, of_pieces.sum(axis=0), gain, shift))
        of_here = of_here + _of_windows(of_pieces @ layer.matrix.T)
    of_sums, gain, shift = _of_norm(of_here * through.kept, through.norm)
    out, out_offset = through.last.T @ of_scores, of_scores.sum(axis=0)
    return Dense(gain, shift, tuple(layers), out, out_offset), of_sums


def _normalised(rows: Array, gain: Array, shift: Array) -> tuple[Array, Norm]:
    even, deviation = evened(rows)
    return even * gain + shift, Norm(even, deviation, gain)


def _of_norm(of_rows: Array, norm: Norm) -> tuple[Array, Array, Array]:
    """The gradients of what was normalised, of the gain and of the shift."""
    of_even = of_rows * norm.gain
    tilt = (of_even * norm.rows).mean(axis=1, keepdims=True)
    of_in = (of_even - of_even.mean(axis=1, keepdims=True) - norm.rows * tilt) / norm.deviation
    return of_in, (of_rows * norm.rows).sum(axis=0), of_rows.sum(axis=0)


def _of_windows(of_seen: Array) -> Array:
    width = of_seen.shape[1] // 3
    of_rows = of_seen[:, width : 2 * width].copy()
    of_rows[:-1] += of_seen[1:, :width]
    of_rows[1:] += of_seen[:-1, 2 * width :]
    return of_rows
