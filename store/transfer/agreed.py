"""How far the readers of exported articles agree, for the datasheet."""

from collections.abc import Callable

from sqlalchemy import Connection

from store.agreement import AgreementReport
from store.agreement.report import report
from store.queries.agreement import AgreementOptions, readers, readings
from store.queries.codebook import labels
from store.transfer.export_options import ExportOptions


def agreement_of(
    conn: Connection, options: ExportOptions, between: Callable[[], None]
) -> AgreementReport | None:
    """People and the gold standard against each other, over the articles that go out; None where no two of
    them read the same article. `between` is called between articles, and may raise to end it.
    """
    asked = options.annotators
    who = [it for it in readers(conn) if it.kind != "model" and (not asked or it.name in asked)]
    if len(who) < 2:
        return None
    counted = AgreementOptions(
        unfinished=not options.only_done,
        zones=not options.in_scope,
        default_evidence=options.evidence == "any",
    )
    found = readings(conn, who, counted)
    if options.articles is not None:
        found = [it for it in found if it.article in options.articles]
    between()
    scale = {label.code: label.value for label in labels(conn, "stance", all=True)}
    made = report(who, found, scale, between)
    return made if made.articles else None
