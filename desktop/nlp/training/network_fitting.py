"""Fits a network (`desktop.nlp.network`) to annotated sentences by Adam (D. Kingma, J. Ba, ICLR 2015).

Dropout hides numbers of the rows, single features of a word, and at times its very form, so that the network
learns to tell names that it never saw. The weights are the mean of those of the last steps (B. Polyak, 1992).
"""

import re
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

import numpy as np
from msgspec import Struct

from desktop.nlp.features import FeatureExtractor
from desktop.nlp.keyed import Array, key
from desktop.nlp.network import Dense, Layer, Network
from desktop.nlp.training import gradients
from desktop.nlp.training.data import Sentence

_CONTEXT = re.compile(r"b$|G=|Q|PAR|nc|pc")
"""What a network sees of a sentence besides what each word says by itself; its layers see the rest."""

_FORM = re.compile(r"w|l(?!c-?\d+$)")
"""The features that are the word itself."""

_START = 0.1
_WARM = 200
_LEAST_RATE = 0.05
_ROWS_EVERY = 8
_FIRST, _SECOND = 0.9, 0.999
_TINY = 1e-8


class NetworkFit(Struct, frozen=True):
    """The size of a network and how it is fitted.

    `minfreq`: occurrences that a feature needs to have a row. `words`: in a batch. `rate`: the size of a
    step, which falls in a line. `hidden`, `unseen` and `formless` are the shares of numbers, of features and
    of the forms of words that dropout hides. `averaged`: the share of the steps, at the end, whose weights
    are averaged.
    """

    width: int = 64
    layers: int = 3
    pieces: int = 2
    minfreq: int = 5
    epochs: int = 12
    words: int = 1200
    rate: float = 0.002
    hidden: float = 0.35
    unseen: float = 0.15
    formless: float = 0.4
    averaged: float = 0.4
    seed: int = 1


class _Seen(NamedTuple):
    """The features that have rows; the numbers of those that each word has, one word after the other, and
    where each begins; the words' tags; where each sentence begins.
    """

    features: list[str]
    numbers: Array
    begins: Array
    tags: Array
    starts: Array


def fit(
    sentences: Sequence[Sentence], extract: FeatureExtractor, tags: Sequence[str], plan: NetworkFit
) -> Network:
    """A network that scores `tags`, in this order. The same each time on the same machine."""
    seen = _seen(sentences, extract, tags, plan.minfreq)
    random = np.random.default_rng(plan.seed)
    rows, dense = _start(len(seen.features), len(tags), plan, random)
    trainer = _Trainer(seen, rows, dense, plan, random)
    for epoch in range(plan.epochs):
        loss = trainer.epoch()
        sys.stderr.write(f"network: {epoch + 1} of {plan.epochs}, loss {loss:.4f}\n")
    keys = np.array([key(feature) for feature in seen.features], dtype=np.uint32)
    _, each_once = np.unique(keys, return_index=True)
    return Network.pack(keys[each_once], trainer.mean_rows[each_once], Dense.of(trainer.mean_arrays))


def _seen(
    sentences: Sequence[Sentence], extract: FeatureExtractor, tags: Sequence[str], minfreq: int
) -> _Seen:
    own: dict[str, list[str]] = {}
    words = Counter(word for sentence in sentences for word in sentence.words)
    context: list[list[str]] = []
    for sentence in sentences:
        types = [extract.type(word) for word in sentence.words]
        own |= {word: it.own for word, it in zip(sentence.words, types, strict=True)}
        context += [list(filter(_CONTEXT.match, them)) for them in extract.context(sentence.words, types)]
    counts = Counter(feature for of_word in context for feature in of_word)
    for word, them in own.items():
        for feature in them:
            counts[feature] += words[word]
    features = sorted(feature for feature, count in counts.items() if count >= minfreq)
    number = {feature: i for i, feature in enumerate(features)}
    numbered = {word: [number[it] for it in them if it in number] for word, them in own.items()}
    in_order = (word for sentence in sentences for word in sentence.words)
    of_words = [
        np.array([*numbered[word], *(number[it] for it in them if it in number)], dtype=np.int32)
        for word, them in zip(in_order, context, strict=True)
    ]
    column = {tag: i for i, tag in enumerate(tags)}
    return _Seen(
        features,
        np.concatenate(of_words),
        np.cumsum([0, *map(len, of_words)]),
        np.array([column[tag] for sentence in sentences for tag in sentence.tags]),
        np.cumsum([0, *(len(sentence.words) for sentence in sentences)]),
    )


def _start(features: int, tags: int, plan: NetworkFit, random: np.random.Generator) -> tuple[Array, Dense]:
    """Small random rows; layers as K. He et al. (ICCV 2015) begin them; all tags equal."""
    width, out = plan.width, plan.width * plan.pieces

    def normal(height: int, breadth: int, size: float) -> Array:
        return (size * random.standard_normal((height, breadth))).astype(np.float32)

    def same(length: int, value: float) -> Array:
        return np.full(length, value, dtype=np.float32)

    rows = normal(features, width, _START)
    layers = tuple(
        Layer(normal(3 * width, out, (2 / (3 * width)) ** 0.5), same(out, 0), same(width, 1), same(width, 0))
        for _ in range(plan.layers)
    )
    last = np.zeros((width, tags), dtype=np.float32)
    return rows, Dense(same(width, 1), same(width, 0), layers, last, same(tags, 0))


class _Moved(NamedTuple):
    """Adam's moments and the direction of its step."""

    first: Array
    second: Array
    direction: Array


class _Trainer:
    def __init__(
        self, seen: _Seen, rows: Array, dense: Dense, plan: NetworkFit, random: np.random.Generator
    ) -> None:
        self._seen, self._plan, self._random = seen, plan, random
        self._is_form = np.array([bool(_FORM.match(feature)) for feature in seen.features])
        self._rows, self._arrays = rows, list(dense.arrays())
        self._moments = [(np.zeros_like(array), np.zeros_like(array)) for array in (rows, *self._arrays)]
        self.mean_rows = np.zeros_like(rows)
        self.mean_arrays = [np.zeros_like(array) for array in self._arrays]
        self._step = 0
        self._averaged = 0
        self._steps = plan.epochs * sum(1 for _ in self._batches(np.arange(len(seen.starts) - 1)))

    def epoch(self) -> float:
        """One pass over all sentences in a random order; the mean loss a word."""
        losses = [
            self._learn(batch)
            for batch in self._batches(self._random.permutation(len(self._seen.starts) - 1))
        ]
        return float(np.mean(losses))

    def _batches(self, order: Array) -> Iterator[Array]:
        """Numbers of sentences that have so many words together."""
        batch: list[int] = []
        words = 0
        for number in order:
            batch.append(number)
            words += int(self._seen.starts[number + 1] - self._seen.starts[number])
            if words >= self._plan.words:
                yield np.array(batch)
                batch, words = [], 0
        if batch:
            yield np.array(batch)

    def _learn(self, batch: Array) -> float:
        """One step; the mean loss a word before it."""
        seen = self._seen
        words = np.concatenate([np.arange(int(seen.starts[b]), int(seen.starts[b + 1])) for b in batch])
        # Sentences one below the other, an empty row after each.
        places = np.arange(len(words)) + np.repeat(np.arange(len(batch)), np.diff(seen.starts)[batch])
        numbers, owners = self._visible(words)
        sums = np.zeros((len(words) + len(batch), self._plan.width), dtype=np.float32)
        sums[places[owners[firsts(owners)]]] = np.add.reduceat(self._rows[numbers], firsts(owners))
        dense = Dense.of(self._arrays)
        through = gradients.forward(sums, dense, self._kept(sums.shape, places))
        loss, of_words = _cross_entropy(through.scores[places], seen.tags[words])
        of_scores = np.zeros_like(through.scores)
        of_scores[places] = of_words
        of_arrays, of_sums = gradients.backward(through, of_scores, dense)
        by_number = np.argsort(numbers, kind="stable")
        sorted_numbers = numbers[by_number]
        of_rows = np.add.reduceat(of_sums[places[owners[by_number]]], firsts(sorted_numbers))
        self._move(of_rows, sorted_numbers[firsts(sorted_numbers)], list(of_arrays.arrays()))
        return loss

    def _visible(self, words: Array) -> tuple[Array, Array]:
        """The features of the words that are not hidden, and the word of each."""
        begins = self._seen.begins
        counts = begins[words + 1] - begins[words]
        ends = np.cumsum(counts)
        numbers = self._seen.numbers[np.repeat(begins[words] - ends + counts, counts) + np.arange(ends[-1])]
        owners = np.repeat(np.arange(len(words)), counts)
        formless = self._random.random(len(words)) < self._plan.formless
        hidden = self._random.random(len(numbers)) < self._plan.unseen
        shown = ~(hidden | self._is_form[numbers] & formless[owners])
        return numbers[shown], owners[shown]

    def _kept(self, shape: tuple[int, int], places: Array) -> list[Array]:
        """What dropout lets through, made larger by what it hides; nothing in the empty rows."""
        share = 1 - self._plan.hidden
        found: list[Array] = []
        for _ in range(1 + self._plan.layers):
            kept = np.zeros(shape, dtype=np.float32)
            kept[places] = (self._random.random((len(places), shape[1]), dtype=np.float32) < share) / share
            found.append(kept)
        return found

    def _move(self, of_rows: Array, numbers: Array, of_arrays: list[Array]) -> None:
        """A step of Adam; the rows of features that the batch has not stay."""
        self._step += 1
        length = np.sqrt(sum(float(np.square(array).sum()) for array in of_arrays))
        of_arrays = [array * min(1.0, 1.0 / max(length, _TINY)) for array in of_arrays]
        left = 1 - self._step / self._steps
        rate = self._plan.rate * min(1.0, self._step / _WARM) * max(left, _LEAST_RATE)
        first, second = self._moments[0]
        moved = self._adam(of_rows, first[numbers], second[numbers])
        first[numbers], second[numbers] = moved.first, moved.second
        self._rows[numbers] -= rate * moved.direction
        for i, (gradient, (first, second)) in enumerate(zip(of_arrays, self._moments[1:], strict=True)):
            moved = self._adam(gradient, first, second)
            first[...], second[...] = moved.first, moved.second
            self._arrays[i] -= rate * moved.direction
        if left <= self._plan.averaged:
            self._average()

    def _adam(self, gradient: Array, first: Array, second: Array) -> _Moved:
        first = _FIRST * first + (1 - _FIRST) * gradient
        second = _SECOND * second + (1 - _SECOND) * np.square(gradient)
        deviation = np.sqrt(second / (1 - _SECOND**self._step)) + _TINY
        return _Moved(first, second, first / (1 - _FIRST**self._step) / deviation)

    def _average(self) -> None:
        """The mean of the weights so far; that of the many rows from every few steps."""
        self._averaged += 1
        for i, array in enumerate(self._arrays):
            self.mean_arrays[i] += (array - self.mean_arrays[i]) / self._averaged
        if self._averaged % _ROWS_EVERY == 1:
            self.mean_rows += (self._rows - self.mean_rows) / (self._averaged // _ROWS_EVERY + 1)


def firsts(ascending: Array) -> Array:
    """Where each value of a sorted list stands first."""
    return np.flatnonzero(np.diff(ascending, prepend=-1))


def _cross_entropy(scores: Array, tags: Array) -> tuple[float, Array]:
    """The mean of -log p of the right tags, and its gradient."""
    shares = np.exp(scores - scores.max(axis=1, keepdims=True))
    shares /= shares.sum(axis=1, keepdims=True)
    right = (np.arange(len(tags)), tags)
    loss = float(-np.log(shares[right] + _TINY).mean())
    shares[right] -= 1
    return loss, shares / len(tags)
