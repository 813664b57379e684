"""Scores of spans are those of nervaluate, and what is observed in unitizing is Krippendorff's of 1995."""

import json
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest

from store.agreement import MATCHES, ReadSpan, SpanScores, alpha, cohen, compare_spans, unitizing_alpha

NERVALUATE: dict[str, Any] = json.loads((Path(__file__).parent / "nervaluate.json").read_text("utf-8"))


def spans(rows: list[list[Any]]) -> list[ReadSpan]:
    return [ReadSpan(number, start, end, label) for number, (start, end, label) in enumerate(rows)]


def hits(counts: dict[str, Any]) -> Fraction:
    return counts["correct"] + Fraction(counts["partial"], 2)


@pytest.mark.parametrize("document", NERVALUATE["documents"], ids=lambda it: it["text"][:24])
def test_a_documents_spans_score_as_in_nervaluate(document: dict[str, Any]) -> None:
    first, second = spans(document["first"]), spans(document["second"])
    found = compare_spans(first, second)
    assert (found.first, found.second) == (len(first), len(second))
    for match in MATCHES:
        counts = document["scores"][match]
        assert found.hits[match] == hits(counts), match
        if first or second:
            assert float(found.f1(match) or 0) == pytest.approx(counts["f1"]), match
        else:
            assert found.f1(match) is None, "nervaluate says 0 where there is nothing to compare"
    assert compare_spans(first[::-1], second[::-1]) == found, "the order of spans is nothing"


def test_all_documents_together_score_as_in_nervaluate() -> None:
    total = SpanScores()
    for document in NERVALUATE["documents"]:
        total += compare_spans(spans(document["first"]), spans(document["second"]))
    for match in MATCHES:
        assert float(total.f1(match)) == pytest.approx(NERVALUATE["all"][match]["f1"])


# Krippendorff 1995 ("On the reliability of unitizing contiguous data"), p. 57: four pairs of coders of a
# continuum of 24; begin and length of their units.
PAIRS_1995 = {
    "A": ([(2, 8), (14, 6)], [(4, 4), (15, 2)]),
    "B": ([(0, 18)], [(0, 2), (2, 1), (3, 1), (4, 1), (5, 1), (6, 3), (9, 1)]),
    "C": ([(2, 6), (10, 2), (14, 4), (20, 2)], [(0, 2), (4, 4), (10, 4), (16, 2), (20, 2)]),
    "D": ([(0, 2), (2, 8), (10, 4), (14, 6), (20, 4)], [(0, 4), (4, 4), (8, 7), (15, 2), (17, 7)]),
}


def coders(pair: str, stretched: int = 1) -> list[list[tuple[int, int, str]]]:
    return [
        [(begin * stretched, (begin + length) * stretched, pair) for begin, length in units]
        for units in PAIRS_1995[pair]
    ]


@pytest.mark.parametrize(
    ("pair", "observed", "published_alpha"),
    [("A", "1/32", 0.553), ("B", "653/288", -0.926), ("C", "1/36", 0.679), ("D", "223/576", 0.066)],
)
def test_what_coders_of_1995_disagree_about_is_exact(
    pair: str, observed: str, published_alpha: float
) -> None:
    """The printed alphas are those of an endless continuum, with an older formula for what is expected."""
    assert unitizing_alpha(coders(pair), length=24).observed[pair] == Fraction(observed)
    fine = unitizing_alpha(coders(pair, 50_000), length=24 * 50_000)
    assert fine.observed[pair] == Fraction(observed), "the same at every resolution"
    assert abs(float(fine.of(pair)) - published_alpha) < 0.02


def digits(pair: str) -> list[tuple[int, int]]:
    """Unit or no unit at each of the 24 places, of both coders."""
    one, other = (
        [int(any(start <= place < end for start, end, _ in units)) for place in range(24)]
        for units in coders(pair)
    )
    return list(zip(one, other, strict=True))


@pytest.mark.parametrize(("pair", "kappa"), [("A", 0.385), ("B", 0.385), ("C", 0.314)])
def test_the_same_units_cut_into_places_have_the_printed_kappa(pair: str, kappa: float) -> None:
    """For "B", too, whose coders cut quite differently: why there is an alpha for unitizing at all."""
    places = digits(pair)
    matrix = [[places.count((a, b)) for b in (0, 1)] for a in (0, 1)]
    assert float(cohen(matrix).value) == pytest.approx(kappa, abs=5e-4)


def test_places_have_the_printed_alpha_and_none_where_all_is_marked() -> None:
    assert float(alpha(digits("A")).value) == pytest.approx(0.329, abs=5e-4)
    assert alpha(digits("D")).value is None
