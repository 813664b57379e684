"""Compares the readers of a project, and makes values of it that a window can show."""

from collections.abc import Iterable
from fractions import Fraction
from threading import Event

from sqlalchemy import Connection

from desktop.work.comparison import ComparedPair, Comparison, Differing, Figures, Guarded
from store.agreement import AgreementReport, Difference, PairReport
from store.agreement.report import Between
from store.database import Store
from store.queries import articles
from store.queries.agreement import AgreementOptions, agreement
from store.queries.guard import guards

SHOWN = 90
"""Characters of the text that are shown of a difference."""


class _CancelledError(Exception):
    pass


def compare(store: Store, *, unfinished: bool = False, cancelled: Event | None = None) -> Comparison | None:
    """Compare everybody who has read here, models included; None if cancelled. Raises ReadersTooFew."""

    def between() -> None:
        if cancelled is not None and cancelled.is_set():
            raise _CancelledError

    try:
        return _compared(store, unfinished, between)
    except _CancelledError:
        return None


def _compared(store: Store, unfinished: bool, between: Between) -> Comparison:
    with store.read() as conn:
        report = agreement(conn, (), AgreementOptions(unfinished=unfinished), between)
        return Comparison(
            readers=tuple(reader.name for reader in report.readers),
            articles=report.articles,
            figures=_all_figures(report),
            pairs=tuple(_pair(conn, pair) for pair in report.pairs if pair.articles),
            unfinished=unfinished,
            guards=tuple(
                Guarded(who.name, one.aided, one.unaided, _float(one.chance), one.warns)
                for who, one in guards(conn)
            ),
        )


def _all_figures(report: AgreementReport) -> Figures:
    return {
        "units": _float(report.units.value),
        "presence": _float(report.presence.value),
        "nominal": _float(report.nominal.value),
        "ordinal": _float(report.ordinal.value),
        "fleiss": _float(report.fleiss.value),
        "evidence_units": _float(report.evidence_units.value),
    }


def _pair(conn: Connection, pair: PairReport) -> ComparedPair:
    return ComparedPair(
        pair.first.name,
        pair.second.name,
        pair.articles,
        pair.matched,
        {
            "strict": _float(pair.spans.f1("strict")),
            "exact": _float(pair.spans.f1("exact")),
            "partial": _float(pair.spans.f1("partial")),
            "type": _float(pair.spans.f1("type")),
            "detection": _float(pair.detection),
            "kappa": _float(pair.kappa.value),
            "linear": _float(pair.linear.value),
            "quadratic": _float(pair.quadratic.value),
            "evidence": _float(pair.evidence),
        },
        pair.labels,
        tuple(map(tuple, pair.matrix)),
        tuple(worded(conn, pair.differences)),
    )


def worded(conn: Connection, differences: Iterable[Difference]) -> Iterable[Differing]:
    """Differences with their articles' titles and words, article by article."""
    title, text, article = "", "", 0
    for item in differences:
        if item.article != article:
            article = item.article
            title, text = articles.title_and_text(conn, article)
        words = " ".join(text[item.start : item.end].split())
        short = words if len(words) <= SHOWN else f"{words[: SHOWN - 1]}…"
        yield Differing(
            article, title, item.start, item.end, short, item.kind, item.what, item.first, item.second
        )


def _float(value: Fraction | None) -> float | None:
    return None if value is None else float(value)
