import math

import pytest

from desktop.nlp.calibration import fit, reliability
from desktop.nlp.confidence import Calibration


def sigmoid(x: float) -> float:
    return 1 / (1 + math.exp(-x))


def test_the_fit_finds_the_curve_that_made_the_examples() -> None:
    """Of a thousand spans at each raw probability, exactly the share that the curve says is right."""
    made = Calibration(slope=0.5, intercept=-0.3)
    examples = []
    for x in (-2.0, -1.0, 0.0, 1.0, 2.0, 3.0):
        right = round(1000 * made(sigmoid(x)))
        examples += [(sigmoid(x), True)] * right + [(sigmoid(x), False)] * (1000 - right)
    found = fit(examples)
    assert found.slope == pytest.approx(0.5, abs=0.01)
    assert found.intercept == pytest.approx(-0.3, abs=0.01)


def test_an_uncalibrated_score_is_the_probability_itself_and_stays_inside() -> None:
    assert Calibration()(0.7) == pytest.approx(0.7)
    assert 0 < Calibration()(0.0) < Calibration()(1.0) < 1


def test_reliability_counts_what_is_right_per_bin() -> None:
    assert reliability([(0.1, False), (0.15, True), (0.9, True), (1.0, True)]) == [
        (0.0, 2, 0.5),
        (0.8, 2, 1.0),
    ]
