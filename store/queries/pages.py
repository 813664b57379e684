"""Everything the article view needs of one article, in nine queries whatever its size.

One more where the project suggests evidence, two or three where memory has something to say, or a topic was
reworded.

The statements are built once: building one costs more than running it.
"""

from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple

from msgspec import convert
from msgspec.structs import replace
from sqlalchemy import Connection, Integer, and_, bindparam, select

from store.errors import NotFound
from store.guard import unaided
from store.queries.rewordings import rewordings
from store.queries.suggestions import (
    MEMORY,
    MODELS,
    OFFERED,
    REMEMBERED,
    WITHHELD,
    Content,
    Offered,
    memory_set,
    merged,
)
from store.tables import core as t
from store.values import (
    AnnotationSet,
    Article,
    ArticlePage,
    Comment,
    ProjectSettings,
    Rejection,
    Rewording,
    Span,
    Stance,
    StancePart,
    Suggestion,
    TopicMark,
    Withheld,
    Work,
    Zone,
)

_SET = ("id", "article_id", "annotator_id", "round_id", "status", "excluded_reason", "flag", "shown_model_id")
_ARTICLE = (
    "id", "key", "title", "language", "outlet", "author", "url", "published_at", "source_id", "retrieved_at",
    "rights", "sha256", "attrs", "text",
)  # fmt: skip
_STANCE = (
    "holder_span_id", "holder_actor_id", "topic_id", "target_span_id", "target_actor_id", "via_actor_id",
    "explicit", "intensity", "form", "attribution", "sarcasm", "confidence", "score", "origin_id", "attrs",
)  # fmt: skip
_PART = ("role", "position", "start", "end", "made")

_article, _set, _span, _origin, _stance = (
    t.article.c,
    t.annotation_set.c,
    t.span.c,
    t.span.alias("origin"),
    t.stance.c,
)
_of_article = bindparam("article_id", type_=Integer)
_of_set = bindparam("set_id", type_=Integer)
_annotator, _round = bindparam("annotator_id", type_=Integer), bindparam("round_id", type_=Integer)
_own = and_(_set.article_id == _article.id, _set.annotator_id == _annotator, _set.round_id == _round)
_uid = select(t.annotator.c.uid).where(t.annotator.c.id == _annotator).scalar_subquery()
_memory = memory_set(_annotator, _round).correlate(None).scalar_subquery()

ARTICLE = (
    select(
        *(_article[name] for name in _ARTICLE),
        *(_set[name] for name in _SET),
        t.project.c.settings,
        _uid,
        _memory,
    )
    .select_from(t.article.outerjoin(t.annotation_set, _own).join(t.project, t.project.c.id == 1))
    .where(_article.id == _of_article)
)
ZONES = (
    select(t.zone.c.id, t.zone.c.start, t.zone.c.end, t.zone.c.kind, t.zone.c.in_scope, t.zone.c.origin)
    .where(t.zone.c.article_id == _of_article)
    .order_by(t.zone.c.start, t.zone.c.end, t.zone.c.id)
)
SPANS = (
    select(
        _span.id,
        _span.start,
        _span.end,
        t.label.c.code,
        _span.form,
        _span.actor_id,
        _span.score,
        _span.origin_id,
    )
    .add_columns(_span.made, _span.unsure, _span.attrs)
    .add_columns(_span.label_id, _origin.c.start, _origin.c.end, _origin.c.label_id)
    .select_from(
        t.span.outerjoin(t.label, t.label.c.id == _span.label_id).outerjoin(
            _origin, _origin.c.id == _span.origin_id
        )
    )
    .where(_span.set_id == _of_set)
    .order_by(_span.start, _span.end, _span.id)
)
REJECTIONS = (
    select(t.rejection.c.start, t.rejection.c.end, t.label.c.code, t.rejection.c.label_id)
    .join(t.label, t.label.c.id == t.rejection.c.label_id)
    .where(t.rejection.c.set_id == _of_set)
    .order_by(t.rejection.c.start, t.rejection.c.end, t.rejection.c.id)
)
STANCES = (
    select(_stance.id, _stance.uid, _stance.level, _stance.holder_kind, t.label.c.code)
    .add_columns(*(_stance[name] for name in _STANCE), *(t.stance_part.c[name] for name in _PART))
    .select_from(
        t.stance.join(t.label, t.label.c.id == _stance.label_id).outerjoin(
            t.stance_part, t.stance_part.c.stance_id == _stance.id
        )
    )
    .where(_stance.set_id == _of_set)
    .order_by(_stance.id, t.stance_part.c.role.desc(), t.stance_part.c.position)
)
COMMENTS = (
    select(t.comment.c.id, t.comment.c.span_id, t.comment.c.stance_id, t.comment.c.by_id)
    .add_columns(t.comment.c.kind, t.comment.c.text, t.comment.c.resolved, t.comment.c.at)
    .where(t.comment.c.set_id == _of_set)
    .order_by(t.comment.c.id)
)
CUE_REFUSALS = (
    select(t.cue_refusal.c.start, t.cue_refusal.c.end)
    .where(t.cue_refusal.c.set_id == _of_set)
    .order_by(t.cue_refusal.c.start, t.cue_refusal.c.end)
)
MARKS = (
    select(t.topic_mark.c.topic_id, t.topic_mark.c.mark)
    .where(t.topic_mark.c.set_id == _of_set)
    .order_by(t.topic_mark.c.id)
)


def page(conn: Connection, work: Work, article_id: int) -> ArticlePage:
    """The article with one annotator's reading of it and what is suggested for that.

    The model that read the article last suggests, and memory. Labels and forms that the project has switched
    off are not suggested, nor is anything once the set is done or left out. Raises NotFound.
    """
    here = {"article_id": article_id}
    article, own, settings, memory, is_unaided = _read_article(conn, work, article_id)
    reading = {"set_id": own.id if own else 0}
    spans, settled = _read_spans(conn, reading)
    rejections = _read_rejections(conn, reading, settled)
    model = conn.execute(MODELS, here).scalar()
    suggestions: tuple[Suggestion, ...] = ()
    withheld: tuple[Withheld, ...] = ()
    too_low = 0
    if not is_unaided and (own is None or own.status in ("new", "in_progress")):
        offered = [Offered(*row) for row in conn.execute(OFFERED, {**here, "model": model}).all()]
        if memory is not None and settings.memory != "off":
            offered += [Offered(*row) for row in conn.execute(REMEMBERED, {"set_id": memory}).all()]
            refused = {(row[0], row[1], row[2]) for row in conn.execute(WITHHELD, {"set_id": memory}).all()}
        else:
            refused = set[Content]()
        unsettled = _left(offered, settings, settled)
        left = [it for it in unsettled if it.score is None or it.score >= settings.least_score]
        too_low = len({it.content for it in unsettled} - {it.content for it in left} - refused)
        suggestions = _titled(conn, merged(it for it in left if it.content not in refused))
        withheld = _withheld(it for it in left if it.content in refused)
    marks = tuple(TopicMark(*row) for row in conn.execute(MARKS, reading).all())
    return ArticlePage(
        article=article,
        zones=tuple(Zone(*row) for row in conn.execute(ZONES, here).all()),
        set=own,
        spans=spans,
        suggestions=suggestions,
        rejections=rejections,
        stances=_read_stances(conn, reading),
        comments=tuple(Comment(*row) for row in conn.execute(COMMENTS, reading).all()),
        topic_marks=marks,
        cue_refusals=_read_cue_refusals(conn, reading) if settings.suggests_evidence else (),
        unaided=is_unaided,
        predicted=model is not None,
        withheld=withheld,
        too_low=too_low,
        rewordings=_read_rewordings(conn, article_id, own, marks),
    )


def _read_rewordings(
    conn: Connection, article_id: int, own: AnnotationSet | None, marks: Sequence[TopicMark]
) -> tuple[Rewording, ...]:
    """Nothing is looked at again in an article that is left out."""
    if own is None or own.status == "excluded" or all(it.mark != "look_again" for it in marks):
        return ()
    return rewordings(conn, own.id, article_id)


class _Read(NamedTuple):
    """`memory` is the id of its set; `is_unaided`: suggestions are kept back here, and none was shown yet."""

    article: Article
    own: AnnotationSet | None
    settings: ProjectSettings
    memory: int | None
    is_unaided: bool


def _read_article(conn: Connection, work: Work, article_id: int) -> _Read:
    keys = {"article_id": article_id, "annotator_id": work.annotator_id, "round_id": work.round_id}
    row = conn.execute(ARTICLE, keys).one_or_none()
    if row is None:
        raise NotFound(what="article", id=article_id)
    *values, switches, uid, memory = list[Any](row)
    article, own_set = Article(*values[: len(_ARTICLE)]), values[len(_ARTICLE) :]
    own = AnnotationSet(*own_set) if own_set[0] is not None else None
    settings = convert(switches, ProjectSettings)
    was_shown = own is not None and own.shown_model is not None
    is_unaided = not was_shown and unaided(article.sha256, uid, settings.unaided_share)
    return _Read(article, own, settings, memory, is_unaided)


def _read_spans(conn: Connection, reading: dict[str, int]) -> tuple[tuple[Span, ...], set[Content]]:
    """Own spans, and the contents that they settle: their own and those that they came from."""
    spans: list[Span] = []
    settled: set[Content] = set()
    for row in conn.execute(SPANS, reading).all():
        row_id, start, end, label, form, actor, score, origin, made, unsure, attrs, label_id, *came_from = row
        spans.append(Span(row_id, start, end, label, form, actor, score, origin, made, unsure, attrs or {}))
        settled.add((start, end, label_id))
        if origin is not None:
            settled.add((came_from[0], came_from[1], came_from[2]))
    return tuple(spans), settled


def _read_rejections(
    conn: Connection, reading: dict[str, int], settled: set[Content]
) -> tuple[Rejection, ...]:
    """The set's refusals, which are added to what is settled."""
    found = conn.execute(REJECTIONS, reading).all()
    settled.update((row[0], row[1], row[3]) for row in found)
    return tuple(Rejection(row[0], row[1], row[2]) for row in found)


def _read_cue_refusals(conn: Connection, reading: dict[str, int]) -> tuple[tuple[int, int], ...]:
    """The set's refused evidence suggestions, by the stretches of their cues."""
    return tuple((row[0], row[1]) for row in conn.execute(CUE_REFUSALS, reading).all())


def _withheld(offered: Iterable[Offered]) -> tuple[Withheld, ...]:
    """What memory speaks against, each content once."""
    return tuple(dict.fromkeys(Withheld(it.start, it.end, it.label) for it in offered if it.model != MEMORY))


def _titled(conn: Connection, suggestions: tuple[Suggestion, ...]) -> tuple[Suggestion, ...]:
    """The suggestions with the titles of the articles that memory names by their keys."""
    keys = {it.evidence.last for it in suggestions if it.evidence is not None and it.evidence.last}
    if not keys:
        return suggestions
    c = t.article.c
    titles = {row[0]: row[1] or row[0] for row in conn.execute(select(c.key, c.title).where(c.key.in_(keys)))}
    return tuple(
        replace(it, evidence=replace(it.evidence, last=titles.get(it.evidence.last, "")))
        if it.evidence is not None
        else it
        for it in suggestions
    )


def _left(offered: Any, settings: ProjectSettings, settled: set[Content]) -> list[Offered]:
    """What is offered, not settled and not switched off, whatever its score."""
    off, forms_off = frozenset(settings.labels_off), frozenset(settings.forms_off)
    return [
        one
        for one in offered
        if one.content not in settled
        and one.label not in off
        and one.form not in forms_off
        and one.label not in settings.hidden.get(one.model, ())
    ]


def _read_stances(conn: Connection, reading: dict[str, int]) -> tuple[Stance, ...]:
    """The set's stances in the order of making, each with its parts; one query for both."""
    found: dict[int, tuple[list[Any], list[StancePart]]] = {}
    for row in conn.execute(STANCES, reading).all():
        values: list[Any] = list(row)
        fields, part = values[: -len(_PART)], values[-len(_PART) :]
        fields[-1] = fields[-1] or {}
        _, places = found.setdefault(fields[0], (fields, []))
        if part[0] is not None:
            places.append(StancePart(*part))
    return tuple(Stance(*fields, parts=tuple(places)) for fields, places in found.values())
