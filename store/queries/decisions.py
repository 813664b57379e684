"""What people decided of scored suggestions: the share that is right from a score on, counted in the project.

A suggestion is decided where somebody took it over (as it is, or with another range or label), or refused it.
What somebody only saw counts as taken over: that is what finishing says.
"""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Connection,
    Integer,
    Select,
    and_,
    case,
    func,
    literal,
    select,
    union_all,
)

from store.queries.codebook import settings
from store.queries.left_open import offered_scores
from store.queries.suggestions import MEMORY
from store.tables import core as t
from store.values import Precision


def precision(conn: Connection, thresholds: Sequence[float]) -> tuple[Precision, ...]:
    """From each threshold on: how many suggestions there are, how many are decided, how many of them right.

    All are counted that the project would show without a least score, the newest model's of each article.
    """
    decided, offered = _decided().subquery("decided"), offered_scores(settings(conn)).subquery("offered")
    known = [
        _from(decided.c.score, it, right) for it in thresholds for right in (literal(1), decided.c.right)
    ]
    there = [_from(offered.c.score, it, literal(1)) for it in thresholds]
    counts = iter(conn.execute(select(*known)).one())
    suggested = conn.execute(select(*there)).one()
    return tuple(
        Precision(threshold, next(counts), next(counts), suggested[place])
        for place, threshold in enumerate(thresholds)
    )


def _from(score: ColumnElement[float], threshold: float, counted: ColumnElement[int]) -> ColumnElement[int]:
    """The sum of `counted` over what reaches the threshold."""
    return func.coalesce(func.sum(case((score >= threshold, counted), else_=0)), 0, type_=Integer)


def _decided() -> Any:
    """The score of every suggestion of a model that a person decided, and 1 where it was taken over as it is.

    What several models or versions of one say alike was refused once: the score of the newest one counts.
    """
    own, origin, refused = t.span.alias("own"), t.span.alias("origin"), t.span.alias("refused")
    mine, theirs = t.annotation_set.alias("mine"), t.annotation_set.alias("theirs")
    person, model = t.annotator.alias("person"), t.annotator.alias("model")
    is_person = and_(person.c.id == mine.c.annotator_id, person.c.kind == "person")
    is_model = and_(model.c.id == theirs.c.annotator_id, model.c.kind == "model", model.c.name != MEMORY)
    same = and_(own.c.start == origin.c.start, own.c.end == origin.c.end, own.c.label_id == origin.c.label_id)
    taken: Select[Any, Any] = (
        select(origin.c.score.label("score"), case((same, 1), else_=0).label("right"))
        .select_from(own)
        .join(origin, origin.c.id == own.c.origin_id)
        .join(mine, mine.c.id == own.c.set_id)
        .join(person, is_person)
        .join(theirs, theirs.c.id == origin.c.set_id)
        .join(model, is_model)
        .where(origin.c.score.is_not(None))
    )
    newest = (
        select(func.max(origin.c.id).label("id"))
        .select_from(t.rejection)
        .join(mine, mine.c.id == t.rejection.c.set_id)
        .join(person, is_person)
        .join(theirs, theirs.c.article_id == mine.c.article_id)
        .join(model, is_model)
        .join(origin, origin.c.set_id == theirs.c.id)
        .where(origin.c.start == t.rejection.c.start, origin.c.end == t.rejection.c.end)
        .where(origin.c.label_id == t.rejection.c.label_id, origin.c.score.is_not(None))
        .group_by(t.rejection.c.id)
        .subquery("newest")
    )
    return union_all(taken, select(refused.c.score, literal(0)).join(newest, newest.c.id == refused.c.id))
