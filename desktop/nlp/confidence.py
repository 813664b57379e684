"""From the probability that a model gives itself to the share of such answers that is right."""

import math
from typing import NamedTuple

_ALMOST = 1e-6


def sigmoid(log_odds: float) -> float:
    """The probability of log odds, written so that no size of them overflows."""
    return (1 + math.tanh(log_odds / 2)) / 2


def logit(probability: float) -> float:
    """Log odds of a probability, which is kept off 0 and 1."""
    p = min(max(probability, _ALMOST), 1 - _ALMOST)
    return math.log(p / (1 - p))


class Calibration(NamedTuple):
    """score = sigmoid(slope * logit(p) + intercept): the share of a model's over-sure p that is right."""

    slope: float = 1.0
    intercept: float = 0.0

    def __call__(self, probability: float) -> float:
        """The score of a raw probability 0…1."""
        return sigmoid(self.slope * logit(probability) + self.intercept)
