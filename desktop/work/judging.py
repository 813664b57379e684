"""Judges a reader of a project, a model for example, by another's readings."""

from collections.abc import Sequence
from threading import Event

from sqlalchemy import Connection

from desktop.work.agreeing import worded
from desktop.work.comparison import ComparedPair
from desktop.work.judgement import Judgement, Rating
from store.agreement.evaluation import NOTHING, Evaluation, LabelScores, Rates, errors_of, evaluate
from store.agreement.readings import Difference, Reader
from store.database import Store
from store.errors import ReadersTooFew
from store.queries.agreement import AgreementOptions, chosen, paired_readings, readers
from store.queries.suggestions import MEMORY


def judge(
    store: Store,
    judged: str = "",
    truth: str = "",
    *,
    unfinished: bool = False,
    cancelled: Event | None = None,
) -> Judgement | None:
    """The judgement; None if cancelled. Raises AnnotatorUnknown, ReadersTooFew.

    Without names the newest model (memory is none) is judged by the gold standard, else by the first person
    who reads here.
    """
    with store.read() as conn:
        everyone = readers(conn)
        first, second = chosen(conn, _names(everyone, judged, truth))
        pairs = paired_readings(conn, first, second, AgreementOptions(unfinished=unfinished))
        if cancelled is not None and cancelled.is_set():
            return None
        return Judgement(
            readers=tuple(reader.name for reader in everyone),
            pair=_pair(conn, (first, second), evaluation := evaluate(pairs), errors_of(pairs)),
            ratings=tuple(map(_rating, evaluation.scores)),
            unfinished=unfinished,
        )


def _names(everyone: Sequence[Reader], judged: str, truth: str) -> tuple[str, str]:
    models = [it.name for it in everyone if it.kind == "model" and not it.name.startswith(f"{MEMORY} ")]
    people = [it.name for it in sorted(everyone, key=lambda it: it.kind != "gold") if it.kind != "model"]
    first = judged or next(reversed(models), "")
    second = truth or next((it for it in people if it != first), "")
    if not first or not second or first == second:
        raise ReadersTooFew(count=len(everyone))
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
