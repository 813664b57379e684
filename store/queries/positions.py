"""Who stands where: a project's stances with holders and targets by name, for matrix and network."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Connection, case, func, select

from store.standing import Position, Quote
from store.tables import core as t
from store.values import Work

BATCH = 500
"""Stances asked about at once."""


def positions(
    conn: Connection, work: Work, *, article: int | None = None, everyone: bool = False
) -> tuple[Position, ...]:
    """The stances of one annotator (or of all people) in a round, in the order of articles and of making.

    `article`: of this one only. Where there is a topic, the target in the text is left out.
    """
    rows = conn.execute(_query(work, article, everyone=everyone)).all()
    return tuple(Position(*row) for row in rows)


def quotes(conn: Connection, stances: Sequence[int]) -> tuple[Quote, ...]:
    """The evidence of stances, in their order."""
    found: dict[int, Quote] = {}
    for first in range(0, len(stances), BATCH):
        for row in conn.execute(_evidence(stances[first : first + BATCH])).all():
            here = found.get(row.id)
            words = " … ".join(
                filter(None, (here.words if here else "", " ".join((row.words or "").split())))
            )
            start, end = (here.start, here.end) if here else (row.start, row.end)
            marked = row.made == "marked"
            found[row.id] = Quote(row.id, row.article_id, row.title, words, marked, start, end)
    return tuple(found[it] for it in stances if it in found)


def _query(work: Work, article: int | None, *, everyone: bool) -> Any:
    stance, sets, text = t.stance.c, t.annotation_set.c, t.article.c.text
    holder, target = t.span.alias("holder"), t.span.alias("target")
    holder_actor, target_actor = t.actor.alias("holder_actor"), t.actor.alias("target_actor")
    holder_id = func.coalesce(stance.holder_actor_id, holder.c.actor_id)
    target_id = func.coalesce(stance.target_actor_id, target.c.actor_id)
    query = (
        select(stance.id, sets.article_id, t.label.c.code, t.label.c.value, stance.holder_kind)
        .add_columns(
            func.coalesce(holder_actor.c.name, _words(text, holder)),
            holder_actor.c.id,
            stance.topic_id,
            case((stance.topic_id.is_(None), func.coalesce(target_actor.c.name, _words(text, target)))),
            case((stance.topic_id.is_(None), target_actor.c.id)),
        )
        .select_from(
            t.stance.join(t.annotation_set, sets.id == stance.set_id)
            .join(t.article, t.article.c.id == sets.article_id)
            .join(t.label, t.label.c.id == stance.label_id)
            .join(t.annotator, t.annotator.c.id == sets.annotator_id)
            .outerjoin(holder, holder.c.id == stance.holder_span_id)
            .outerjoin(target, target.c.id == stance.target_span_id)
            .outerjoin(holder_actor, holder_actor.c.id == holder_id)
            .outerjoin(target_actor, target_actor.c.id == target_id)
        )
        .where(sets.round_id == work.round_id, sets.status != "excluded")
        .order_by(sets.article_id, stance.id)
    )
    query = query.where(
        t.annotator.c.kind == "person" if everyone else sets.annotator_id == work.annotator_id
    )
    return query if article is None else query.where(sets.article_id == article)


def _words(text: Any, span: Any) -> Any:
    """The words of a span; SQL counts characters from 1."""
    return func.substr(text, span.c.start + 1, span.c.end - span.c.start)


def _evidence(stances: Sequence[int]) -> Any:
    stance, part, text = t.stance.c, t.stance_part.c, t.article.c
    is_evidence = (part.stance_id == stance.id) & (part.role == "evidence")
    return (
        select(stance.id, text.id.label("article_id"), text.title, part.made, part.start, part.end)
        .add_columns(func.substr(text.text, part.start + 1, part.end - part.start).label("words"))
        .select_from(
            t.stance.join(t.annotation_set, t.annotation_set.c.id == stance.set_id)
            .join(t.article, text.id == t.annotation_set.c.article_id)
            .outerjoin(t.stance_part, is_evidence)
        )
        .where(stance.id.in_(stances))
        .order_by(stance.id, part.position)
    )
