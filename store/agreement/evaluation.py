"""How good one reader is, a model for example, taking another for the truth: precision, recall, F1 per label.

*Strict*: same range and label. *Partial*: an overlap with the same label counts one half, the same range
whole (as in SemEval 2013 task 9, there without the label). Intervals come from a bootstrap over articles,
since the spans of one article are not independent (B. Efron, R. Tibshirani 1993, percentile method); drawn
from a fixed seed, so that the same data give the same interval. Of more than `MOST` articles heaps are drawn
instead, dealt at random, so that a large project takes no longer.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from random import Random

from msgspec import Struct

from store.agreement.differences import differences
from store.agreement.readings import Difference, Reading, ReadSpan
from store.agreement.report import Between, uninterrupted
from store.agreement.span_scores import paired

ALL = ""
"""The label that stands for all together."""

NOTHING = "–"
"""What stands in the confusion for a span that the other has not."""

RESAMPLES = 1000
MOST = 1000
_COVERED = 0.95
_BITS = 40
"""Room for one sum in a number that carries several."""

Pairs = Sequence[tuple[ReadSpan | None, ReadSpan | None]]
Interval = tuple[float, float]


class Rates(Struct, frozen=True):
    """Precision, recall and F1 (0…1; None where nothing was found, or nothing is there)."""

    precision: float | None
    recall: float | None
    f1: float | None


class LabelScores(Struct, frozen=True):
    """A label's counts (halves count twice in `halves`), rates, and the 95 % intervals of strict rates."""

    label: str
    found: int
    true: int
    hits: int
    halves: int
    strict: Rates
    partial: Rates
    intervals: dict[str, Interval | None]


class Evaluation(Struct, frozen=True):
    """Scores by label (`ALL` first), and how often which was found for which: (found, true) -> number."""

    articles: int
    scores: tuple[LabelScores, ...]
    confusion: dict[tuple[str, str], int]


def evaluate(
    readings: Iterable[tuple[Reading, Reading]],
    *,
    resamples: int = RESAMPLES,
    between: Between = uninterrupted,
) -> Evaluation:
    """The evaluation of (found, true) readings, a pair an article.

    `between` is called once an article and once a resample, and may raise to end it.
    """
    articles: list[Pairs] = []
    for found, true in readings:
        between()
        articles.append(list(paired(found.spans, true.spans)))
    confusion = Counter(
        (a.label if a else NOTHING, b.label if b else NOTHING) for pairs in articles for a, b in pairs
    )
    labels = [ALL, *sorted({label for pair in confusion for label in pair} - {NOTHING})]
    counts = [_counts(pairs, labels) for pairs in articles]
    totals = [[sum(of_one[k][i] for of_one in counts) for i in range(4)] for k in range(len(labels))]
    intervals = _intervals(counts, len(labels), resamples, between)
    scores = (
        _scores(label, total, of_label)
        for label, total, of_label in zip(labels, totals, intervals, strict=True)
    )
    return Evaluation(len(articles), tuple(scores), dict(confusion))


def rates(found: int, true: int, hits: float) -> Rates:
    """Precision, recall and F1 of counts."""
    return Rates(
        hits / found if found else None,
        hits / true if true else None,
        2 * hits / (found + true) if found + true else None,
    )


def _scores(label: str, total: Sequence[int], intervals: dict[str, Interval | None]) -> LabelScores:
    found, true, hits, halves = total
    strict, partial = rates(found, true, hits), rates(found, true, halves / 2)
    return LabelScores(label, found, true, hits, halves, strict, partial, intervals)


def _counts(pairs: Pairs, labels: Sequence[str]) -> list[tuple[int, int, int, int]]:
    """Found, true, hits and halves of each label in one article."""
    sums: defaultdict[str, list[int]] = defaultdict(lambda: [0, 0, 0, 0])
    for a, b in pairs:
        same = a is not None and b is not None and (a.start, a.end) == (b.start, b.end)
        alike = a is not None and b is not None and a.label == b.label
        for label in {ALL, *(span.label for span in (a, b) if span is not None)}:
            one = sums[label]
            one[0] += a is not None and label in (ALL, a.label)
            one[1] += b is not None and label in (ALL, b.label)
            one[2] += same and alike
            one[3] += alike + (same and alike)
    return [(one[0], one[1], one[2], one[3]) for one in (sums[label] for label in labels)]


def _intervals(
    counts: Sequence[Sequence[tuple[int, int, int, int]]], labels: int, resamples: int, between: Between
) -> list[dict[str, Interval | None]]:
    """For each label the intervals of strict precision, recall and F1 over resampled articles."""
    # All counts of an article in one number: a thousand sums over a thousand articles are then quick.
    carried = [
        sum(count << (_BITS * (4 * k + i)) for k, label in enumerate(of_one) for i, count in enumerate(label))
        for of_one in counts
    ]
    random = Random(0)
    if len(carried) > MOST:
        random.shuffle(carried)
        carried = [sum(carried[place::MOST]) for place in range(MOST)]
    drawn: list[list[Rates]] = [[] for _ in range(labels)]
    for _ in range(resamples if carried else 0):
        between()
        total = sum(random.choices(carried, k=len(carried)))
        for k, of_label in enumerate(drawn):
            found, true, hits = (total >> (_BITS * (4 * k + i)) & (1 << _BITS) - 1 for i in range(3))
            of_label.append(rates(found, true, hits))
    return [
        {
            "precision": _percentiles(one.precision for one in of_label),
            "recall": _percentiles(one.recall for one in of_label),
            "f1": _percentiles(one.f1 for one in of_label),
        }
        for of_label in drawn
    ]


def _percentiles(values: Iterable[float | None]) -> Interval | None:
    known = sorted(value for value in values if value is not None)
    if not known:
        return None
    cut = round((1 - _COVERED) / 2 * (len(known) - 1))
    return known[cut], known[len(known) - 1 - cut]


def errors_of(readings: Iterable[tuple[Reading, Reading]]) -> list[Difference]:
    """Every span that the two have not in common, article by article, in the order of the text."""
    return [it for found, true in readings for it in differences(found, true) if it.kind.startswith("span")]
