"""What people decided of scored suggestions: the share that is right from a score on, counted in the project.

A suggestion is decided where somebody took it over (as it is, or with another range or label), marked just
that by hand, or refused it. What somebody only saw counts as taken over: that is what finishing says.
"""

from collections.abc import Iterable, Sequence

from sqlalchemy import Connection, and_, select

from store.queries.suggestions import MEMORY
from store.tables import core as t
from store.values import Precision

THRESHOLDS = (0.0, 0.5, 0.6, 0.7, 0.8, 0.9)


def decided_scores(conn: Connection) -> list[tuple[float, bool]]:
    """The score of every suggestion of a model that a person decided, and whether it was taken over as it is.

    What several models or versions of one say alike was refused once: the score of the newest one counts.
    """
    own, origin = t.span.alias("own"), t.span.alias("origin")
    mine, theirs = t.annotation_set.alias("mine"), t.annotation_set.alias("theirs")
    person, model = t.annotator.alias("person"), t.annotator.alias("model")
    is_model = (model.c.kind == "model", model.c.name != MEMORY)
    taken = (
        select(origin.c.score, own.c.start, own.c.end, own.c.label_id)
        .add_columns(origin.c.start, origin.c.end, origin.c.label_id)
        .join(origin, origin.c.id == own.c.origin_id)
        .join(mine, mine.c.id == own.c.set_id)
        .join(person, person.c.id == mine.c.annotator_id)
        .join(theirs, theirs.c.id == origin.c.set_id)
        .join(model, and_(model.c.id == theirs.c.annotator_id, *is_model))
        .where(person.c.kind == "person", origin.c.score.is_not(None))
    )
    refused = (
        select(t.rejection.c.id, origin.c.score)
        .select_from(t.rejection)
        .join(mine, mine.c.id == t.rejection.c.set_id)
        .join(theirs, theirs.c.article_id == mine.c.article_id)
        .join(model, and_(model.c.id == theirs.c.annotator_id, *is_model))
        .join(origin, origin.c.set_id == theirs.c.id)
        .where(origin.c.start == t.rejection.c.start, origin.c.end == t.rejection.c.end)
        .where(origin.c.label_id == t.rejection.c.label_id, origin.c.score.is_not(None))
        .order_by(origin.c.id)
    )
    found = [(row[0], tuple(row[1:4]) == tuple(row[4:7])) for row in conn.execute(taken)]
    newest = {row[0]: row[1] for row in conn.execute(refused)}
    return [*found, *((score, False) for score in newest.values())]


def precision_from(
    scored: Iterable[tuple[float, bool]], thresholds: Sequence[float] = THRESHOLDS
) -> tuple[Precision, ...]:
    """What is right from each threshold on. Pure."""
    known = list(scored)
    return tuple(
        Precision(
            threshold,
            sum(score >= threshold for score, _ in known),
            sum(right for score, right in known if score >= threshold),
        )
        for threshold in thresholds
    )


def precision(conn: Connection) -> tuple[Precision, ...]:
    """The same of everything that people decided here."""
    return precision_from(decided_scores(conn))
