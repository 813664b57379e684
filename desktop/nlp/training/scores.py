"""Precision, recall and F1 over exact spans (start, end and label must agree), per label and over all
(micro).
"""

from collections import Counter
from collections.abc import Callable, Hashable, Iterable
from typing import NamedTuple

LabelledSpan = tuple[Hashable, int, int, str]
"""Sentence, start, end, label."""


class Score(NamedTuple):
    """Percentages; `support` is the number of true spans."""

    precision: float
    recall: float
    f1: float
    support: int

    def __str__(self) -> str:
        return f"P {self.precision:5.1f}  R {self.recall:5.1f}  F1 {self.f1:5.2f}  (n = {self.support})"


def score(
    true: Iterable[LabelledSpan],
    found: Iterable[LabelledSpan],
    *,
    counts: Callable[[str], bool] = lambda _: True,
) -> Score:
    """The score over the labels that `counts`; the others count as nothing on both sides."""
    true_set = {span for span in true if counts(span[-1])}
    found_set = {span for span in found if counts(span[-1])}
    right = len(true_set & found_set)
    precision = right / len(found_set) if found_set else 0.0
    recall = right / len(true_set) if true_set else 0.0
    f1 = 2 * precision * recall / (precision + recall) if right else 0.0
    return Score(100 * precision, 100 * recall, 100 * f1, len(true_set))


def by_label(true: set[LabelledSpan], found: set[LabelledSpan]) -> dict[str, Score]:
    """The score of each label that occurs, most frequent first."""
    counts = Counter(span[-1] for span in true | found)
    labels = sorted(counts, key=lambda label: (-counts[label], label))
    return {label: score(true, found, counts=label.__eq__) for label in labels}
