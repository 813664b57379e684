"""Platt scaling: what a tagger's raw probability is worth (J. Platt, 1999), fitted by Newton's method."""

import math
from collections.abc import Iterable, Sequence

from desktop.nlp.confidence import Calibration, logit, sigmoid

_STEPS = 50
_RIDGE = 1e-6
_HALVINGS = 20


def fit(examples: Iterable[tuple[float, bool]]) -> Calibration:
    """The calibration that makes (raw probability, was it right) most likely."""
    points = [(logit(probability), float(right)) for probability, right in examples]
    here, loss = Calibration(), _loss(points, Calibration())
    for _ in range(_STEPS):
        step_slope, step_intercept = _newton_step(points, *here)
        for halving in range(_HALVINGS):  # a whole step may overshoot where most points are extreme
            length = 0.5**halving
            there = Calibration(here.slope - length * step_slope, here.intercept - length * step_intercept)
            if (its_loss := _loss(points, there)) < loss:
                here, loss = there, its_loss
                break
        else:
            return here
    return here


def reliability(scored: Iterable[tuple[float, bool]], *, bins: int = 5) -> list[tuple[float, int, float]]:
    """Per bin of equal width: lower end of the score, number of spans, share of them that is right."""
    rights: list[list[bool]] = [[] for _ in range(bins)]
    for score, right in scored:
        rights[min(int(score * bins), bins - 1)].append(right)
    return [(i / bins, len(of_bin), sum(of_bin) / len(of_bin)) for i, of_bin in enumerate(rights) if of_bin]


def _loss(points: Sequence[tuple[float, float]], calibration: Calibration) -> float:
    """The log loss, with a little of the slope so that it has a minimum where all or none are right."""
    loss = _RIDGE * (calibration.slope**2 + calibration.intercept**2)
    for x, y in points:
        score = calibration.slope * x + calibration.intercept
        loss += max(score, 0) - y * score + math.log1p(math.exp(-abs(score)))
    return loss


def _newton_step(
    points: Sequence[tuple[float, float]], slope: float, intercept: float
) -> tuple[float, float]:
    """Inverse Hessian times gradient of the log loss of sigmoid(slope * x + intercept)."""
    g_slope = g_intercept = 0.0
    h_slope = h_cross = h_intercept = _RIDGE
    for x, y in points:
        p = sigmoid(slope * x + intercept)
        weight = p * (1 - p)
        g_slope += (p - y) * x
        g_intercept += p - y
        h_slope += weight * x * x
        h_cross += weight * x
        h_intercept += weight
    determinant = h_slope * h_intercept - h_cross * h_cross
    if abs(determinant) < _RIDGE:
        return 0.0, 0.0
    return (
        (h_intercept * g_slope - h_cross * g_intercept) / determinant,
        (h_slope * g_intercept - h_cross * g_slope) / determinant,
    )
