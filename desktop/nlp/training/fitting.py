"""Fits CRFs with CRFsuite and adds them up to one.

`lbfgs` (L-BFGS with L1 and L2) gives the better model, `ap` (averaged perceptron) one nearly as good in a
sixth of the time. Both are sums of weights over the same tags, so a share of one and a share of the other is
again such a sum: see `desktop.nlp.chain`.
"""

import ctypes
import re
import tempfile
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from itertools import product
from pathlib import Path
from typing import Any, NamedTuple

import pycrfsuite
from msgspec import Struct

from desktop.nlp.chain import Chain
from desktop.nlp.training.data import Sentence

Extract = Callable[[Sentence], list[list[str]]]
"""A sentence -> the features of each of its words."""


class Fit(Struct, frozen=True):
    """CRFsuite's algorithm and its parameters.

    `without` matches features that it does not see: models that see different things make a better sum.
    `unit` brings the weights to the size of log probabilities.
    """

    algorithm: str
    parameters: dict[str, float]
    without: str = ""
    unit: float = 1.0


KNOWN_NAMES_AND_PARTS = r"n|c|T|pc[A-Z]|B(5|7|12)=|[-+]ch8|-?[12][6tn]|lc.*\|"
"""Features of known names, parts of compounds, and further grains and sequences of clusters."""

LBFGS = Fit(
    "lbfgs",
    {"max_iterations": 100, "c1": 0.3, "c2": 0.01, "feature.minfreq": 1},
    without=KNOWN_NAMES_AND_PARTS,
)
PERCEPTRON = Fit("ap", {"max_iterations": 10, "feature.minfreq": 2}, unit=0.1)


class Weights(NamedTuple):
    """Feature -> tag -> weight, and (from, to) -> weight."""

    states: dict[str, dict[str, float]]
    transitions: dict[tuple[str, str], float]


def fit(sentences: Iterable[Sentence], extract: Extract, one: Fit) -> Weights:
    """The weights of a fit to annotated sentences. The same each time on the same machine."""
    trainer: Any = pycrfsuite.Trainer(  # pyright: ignore[reportAttributeAccessIssue]
        algorithm=one.algorithm, params=one.parameters, verbose=False
    )
    hidden = re.compile(one.without).match if one.without else None
    for sentence in sentences:
        features = extract(sentence)
        shown = [[it for it in of_word if not hidden(it)] for of_word in features] if hidden else features
        trainer.append(shown, sentence.tags)
    # The perceptron shuffles with the C library's `rand`: from the same seed, the same model.
    ctypes.CDLL(None).srand(1)
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "model"
        trainer.train(str(file))
        return _read(file, one.unit)


def added(parts: Sequence[Weights], shares: Sequence[float]) -> Weights:
    """The sum of some weights, each multiplied by its share."""
    states: defaultdict[str, defaultdict[str, float]] = defaultdict(lambda: defaultdict(float))
    transitions: defaultdict[tuple[str, str], float] = defaultdict(float)
    for part, share in zip(parts, shares, strict=True):
        for feature, by_tag in part.states.items():
            for tag, weight in by_tag.items():
                states[feature][tag] += share * weight
        for pair, weight in part.transitions.items():
            transitions[pair] += share * weight
    return Weights({feature: dict(by_tag) for feature, by_tag in states.items()}, dict(transitions))


def packed(weights: Weights, *, smallest: float) -> Chain:
    """The weights as a chain, without those nearer to 0 than `smallest`."""
    kept = {
        feature: {tag: weight for tag, weight in by_tag.items() if abs(weight) >= smallest}
        for feature, by_tag in weights.states.items()
    }
    return Chain.pack(kept, weights.transitions)


def _read(file: Path, unit: float) -> Weights:
    tagger: Any = pycrfsuite.Tagger()  # pyright: ignore[reportAttributeAccessIssue]
    tagger.open(str(file))
    info: Any = tagger.info()
    states: defaultdict[str, dict[str, float]] = defaultdict(dict)
    for (feature, tag), weight in info.state_features.items():
        states[feature][tag] = unit * weight
    pairs = product(tagger.labels(), repeat=2)
    return Weights(dict(states), {pair: unit * info.transitions.get(pair, 0.0) for pair in pairs})
