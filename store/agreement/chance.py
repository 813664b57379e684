"""Agreement beyond chance on labels: Cohen's kappa, Fleiss' kappa, Krippendorff's alpha.

Sources: Cohen 1960 and 1968 (weighted), Fleiss 1971, Krippendorff 2004 (chapter 11) and "Computing
Krippendorff's Alpha-Reliability" (2011).
"""

from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from fractions import Fraction
from itertools import product
from typing import Any, Literal

from msgspec import Struct

Weights = Literal["none", "linear", "quadratic"]
"""What a disagreement costs: the same everywhere, or with the distance of the two values (or its square)."""

Level = Literal["nominal", "ordinal", "interval", "ratio"]
"""The level of measurement of the values."""

Number = int | Fraction | float
Matrix = Sequence[Sequence[int]]


class Observed(Struct, frozen=True):
    """A coefficient with what it is made of; `value` None: not defined by these data.

    Kappas compare observed and expected *agreement*, alphas *disagreement*.
    """

    value: Fraction | None
    observed: Fraction | None = None
    expected: Fraction | None = None


UNDEFINED = Observed(None)


def confusion(pairs: Iterable[tuple[Hashable, Hashable]], labels: Sequence[Hashable]) -> list[list[int]]:
    """How often the first gave a row's label where the second gave a column's."""
    counts = Counter(pairs)
    return [[counts[row, column] for column in labels] for row in labels]


def cohen(matrix: Matrix, weights: Weights = "none", values: Sequence[Number] | None = None) -> Observed:
    """Cohen's kappa of a square confusion matrix; `values` are the places of its labels on their scale.

    Without `values` they are one step apart, in the order of the matrix. None if either expects perfect
    agreement: both used one and the same label.
    """
    size = len(matrix)
    total = sum(map(sum, matrix))
    if not total:
        return UNDEFINED
    places = [Fraction(value) for value in (values or range(size))]
    widest = max(places) - min(places) if places else Fraction(0)
    rows = [sum(row) for row in matrix]
    columns = [sum(row[k] for row in matrix) for k in range(size)]
    observed = expected = Fraction(0)
    for i, j in product(range(size), repeat=2):
        agreeing = 1 - _cost(weights, places[i], places[j], widest, same=i == j)
        observed += agreeing * Fraction(matrix[i][j], total)
        expected += agreeing * Fraction(rows[i] * columns[j], total * total)
    value = None if expected == 1 else (observed - expected) / (1 - expected)
    return Observed(value, observed, expected)


def _cost(weights: Weights, a: Fraction, b: Fraction, widest: Fraction, *, same: bool) -> Fraction:
    """A disagreement's cost, 0…1."""
    if weights == "none" or not widest:
        return Fraction(0 if same else 1)
    apart = abs(a - b) / widest
    return apart if weights == "linear" else apart * apart


def fleiss(table: Matrix) -> Observed:
    """Fleiss' kappa: each row is a unit, each column how many of the raters gave it that label.

    All units have the same number of raters, at least two (ValueError); with gaps take `alpha`.
    """
    if not table:
        return UNDEFINED
    raters = {sum(row) for row in table}
    if len(raters) != 1 or (count := raters.pop()) < 2:
        raise ValueError("Fleiss' kappa needs the same two or more raters' number for each unit")
    pairs = sum(n * (n - 1) for row in table for n in row)
    observed = Fraction(pairs, len(table) * count * (count - 1))
    totals = [sum(column) for column in zip(*table, strict=True)]
    expected = sum((Fraction(n, len(table) * count) ** 2 for n in totals), Fraction(0))
    value = None if expected == 1 else (observed - expected) / (1 - expected)
    return Observed(value, observed, expected)


def alpha(units: Iterable[Sequence[Any | None]], level: Level = "nominal") -> Observed:
    """Krippendorff's alpha: a unit is the values that its coders gave it, None where one gave none.

    Values are numbers, but for `nominal`, which takes anything hashable. Units with fewer than two values
    count for nothing. None if nothing can be compared, or if all values are the same.
    """
    together = _coincidences(units)
    counts: dict[Any, Fraction] = {}
    for (value, _), count in together.items():
        counts[value] = counts.get(value, Fraction(0)) + count
    total = sum(counts.values(), Fraction(0))
    if total < 2:
        return UNDEFINED
    apart = _distances(level, counts)
    observed = sum((n * apart(a, b) for (a, b), n in together.items()), Fraction(0)) / total
    expected = sum(
        (counts[a] * counts[b] * apart(a, b) for a, b in product(counts, repeat=2)), Fraction(0)
    ) / (total * (total - 1))
    return Observed(None if not expected else 1 - observed / expected, observed, expected)


def _coincidences(units: Iterable[Sequence[Any | None]]) -> Mapping[tuple[Any, Any], Fraction]:
    """How often two values stand together in a unit, each pair weighed by the unit's number of values - 1."""
    by_size: dict[int, Counter[tuple[Any, Any]]] = {}
    for unit in units:
        given = Counter(value for value in unit if value is not None)
        size = given.total()
        if size > 1:
            pairs = by_size.setdefault(size, Counter())
            for a, b in product(given, repeat=2):
                if count := given[a] * (given[b] - (a == b)):
                    pairs[a, b] += count
    together: dict[tuple[Any, Any], Fraction] = {}
    for size, pairs in by_size.items():
        for pair, count in pairs.items():
            together[pair] = together.get(pair, Fraction(0)) + Fraction(count, size - 1)
    return together


def _distances(level: Level, counts: Mapping[Any, Fraction]) -> Callable[[Any, Any], Fraction]:
    """The squared difference of two values at a level of measurement."""
    if level == "nominal":
        return lambda a, b: Fraction(a != b)
    if level == "interval":
        return lambda a, b: (Fraction(a) - Fraction(b)) ** 2
    if level == "ratio":
        return lambda a, b: (
            ((Fraction(a) - Fraction(b)) / (Fraction(a) + Fraction(b))) ** 2 if a != b else Fraction(0)
        )
    below, ranks = Fraction(0), dict[Any, Fraction]()
    for value in sorted(counts):
        ranks[value] = below + counts[value] / 2
        below += counts[value]
    return lambda a, b: (ranks[a] - ranks[b]) ** 2
