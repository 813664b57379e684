"""Judges a reader of a project, a model for example, by another's readings."""

from collections.abc import Callable, Sequence
from pathlib import Path
from threading import Event

from sqlalchemy import Connection

from desktop.work.agreeing import worded
from desktop.work.comparison import ComparedPair
from desktop.work.judgement import Judgement, Rating
from desktop.work.unlearnt import unlearnt
from store.agreement.evaluation import (
    NOTHING,
    RESAMPLES,
    Evaluation,
    LabelScores,
    Rates,
    errors_of,
    evaluate,
)
from store.agreement.readings import Difference, Reader
from store.database import Store
from store.errors import NobodyToJudge
from store.queries.agreement import AgreementOptions, chosen, most_read_with, paired_readings, readers
from store.queries.codebook import settings
from store.queries.suggestions import MEMORY
from store.values import Progress

_EACH = 50
"""Steps between two words of how far it is."""


def judge(
    store: Store,
    judged: str = "",
    truth: str = "",
    *,
    folder: Path,
    unfinished: bool = False,
    cancelled: Event | None = None,
    tell: Callable[[Progress], None] | None = None,
) -> Judgement | None:
    """The judgement; None if cancelled. Raises AnnotatorUnknown, NobodyToJudge.

    Without names the model (memory is none) that read most of the same articles is judged by the gold
    standard, else by the first person who reads here. What it has learnt from does not count; `folder` holds
    the models that were trained here.
    """
    heed = Heed(cancelled or Event(), tell)
    try:
        with store.read() as conn:
            everyone = readers(conn)
            first, second = chosen(conn, _names(conn, everyone, judged, truth))
            both = paired_readings(conn, first, second, AgreementOptions(unfinished=unfinished))
            fair = unlearnt(conn, first, both, folder=folder)
            pairs = fair.pairs
            heed.total = len(pairs) + RESAMPLES
            evaluation = evaluate(pairs, between=heed)
            return Judgement(
                readers=tuple(reader.name for reader in everyone),
                pair=_pair(conn, (first, second), evaluation, errors_of(pairs)),
                ratings=tuple(map(_rating, evaluation.scores)),
                unfinished=unfinished,
                left_out=settings(conn).labels_off,
                learnt=fair.left_out,
                may_know=fair.may_know,
            )
    except CancelledError:
        return None


class CancelledError(Exception):
    """Somebody does not want to know any more."""


class Heed:
    """Called between two steps of `total`: tells how far it is, and raises CancelledError."""

    def __init__(self, cancelled: Event, tell: Callable[[Progress], None] | None) -> None:
        self.total, self._done = 0, 0
        self._cancelled, self._tell = cancelled, tell

    def __call__(self) -> None:
        if self._cancelled.is_set():
            raise CancelledError
        self._done += 1
        if self._tell is not None and self._done % _EACH == 0:
            self._tell(Progress(self._done, self.total))


def _names(conn: Connection, everyone: Sequence[Reader], judged: str, truth: str) -> tuple[str, str]:
    people = [it for it in sorted(everyone, key=lambda it: it.kind != "gold") if it.kind != "model"]
    second = truth or next((it.name for it in people if it.name != judged), "")
    reader = next((it for it in everyone if it.name == second), None)
    best = most_read_with(conn, reader) if reader is not None and not judged else None
    models = [it for it in everyone if it.kind == "model" and not it.name.startswith(f"{MEMORY} ")]
    ordered = sorted(models, key=lambda it: it.id == best)
    first = judged or next((it.name for it in reversed(ordered) if it.name != second), "")
    if not first or not second or first == second:
        raise NobodyToJudge(count=len(everyone))
    return first, second


def _pair(
    conn: Connection, who: tuple[Reader, Reader], evaluation: Evaluation, wrong: Sequence[Difference]
) -> ComparedPair:
    counts = evaluation.confusion
    used = {label for pair in counts for label in pair}
    labels = (*sorted(used - {NOTHING}), NOTHING)
    matrix = tuple(tuple(counts.get((found, true), 0) for true in labels) for found in labels)
    errors = tuple(worded(conn, wrong))
    return ComparedPair(who[0].name, who[1].name, evaluation.articles, 0, {}, labels, matrix, errors)


def _rating(of_label: LabelScores) -> Rating:
    return Rating(
        label=of_label.label,
        found=of_label.found,
        true=of_label.true,
        strict=_three(of_label.strict),
        partial=_three(of_label.partial),
        interval=of_label.intervals["f1"],
    )


def _three(rates: Rates) -> tuple[float | None, float | None, float | None]:
    return rates.precision, rates.recall, rates.f1
