"""How far readings agree: pure functions over values, exact fractions out.

An agreement that the data do not define (nothing to compare, or only one label used) is None: never 1, and
never NaN.
"""

from store.agreement.chance import Level, Observed, Weights, alpha, cohen, confusion, fleiss
from store.agreement.evaluation import Evaluation
from store.agreement.readings import Difference, Reader, Reading, ReadSpan, ReadStance
from store.agreement.report import AgreementReport, PairReport, report
from store.agreement.span_scores import MATCHES, Match, SpanScores, compare_spans
from store.agreement.unitizing import Unitized, unitizing_alpha

__all__ = [
    "MATCHES", "AgreementReport", "Difference", "Evaluation", "Level", "Match", "Observed",
    "PairReport", "ReadSpan", "ReadStance", "Reader", "Reading", "SpanScores", "Unitized",
    "Weights", "alpha", "cohen", "compare_spans", "confusion", "fleiss", "report",
    "unitizing_alpha",
]  # fmt: skip
