"""Platt scaling: what a tagger's raw probability is worth (J. Platt, 1999), fitted by Newton's method."""

from collections.abc import Iterable, Sequence

from desktop.nlp.crf import Calibration, logit, sigmoid

_STEPS = 50
_RIDGE = 1e-6


def fit(examples: Iterable[tuple[float, bool]]) -> Calibration:
    """The calibration that makes (raw probability, was it right) most likely."""
    points = [(logit(probability), float(right)) for probability, right in examples]
    slope, intercept = 1.0, 0.0
    for _ in range(_STEPS):
        step_slope, step_intercept = _newton_step(points, slope, intercept)
        slope, intercept = slope - step_slope, intercept - step_intercept
    return Calibration(slope, intercept)


def reliability(scored: Iterable[tuple[float, bool]], *, bins: int = 5) -> list[tuple[float, int, float]]:
    """Per bin of equal width: lower end of the score, number of spans, share of them that is right."""
    rights: list[list[bool]] = [[] for _ in range(bins)]
    for score, right in scored:
        rights[min(int(score * bins), bins - 1)].append(right)
    return [(i / bins, len(of_bin), sum(of_bin) / len(of_bin)) for i, of_bin in enumerate(rights) if of_bin]


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
