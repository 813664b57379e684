"""Which of the models' spans are still to be decided.

A suggestion is *settled* for a set when a span of the set has its range and label, or came from a suggestion
of that range and label (of whichever model or version), when a rejection covers it, or when the set is done.
"""

from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple

from msgspec import convert
from sqlalchemy import (
    ColumnElement,
    Connection,
    Integer,
    bindparam,
    literal,
    select,
    union_all,
)

from store.tables import core as t
from store.values import Evidence, Suggestion
from store.vocabulary import SpanForm

Content = tuple[int, int, int | None]
"""Start, end, label id."""

MEMORY = "memory"
"""The name of the annotator that suggests what a person decided before; its version is that person's uid."""


class Offered(NamedTuple):
    """A model's span, as `OFFERED` selects it."""

    id: int
    start: int
    end: int
    label_id: int
    label: str
    form: SpanForm
    score: float | None
    model: str
    attrs: dict[str, Any] | None = None

    @property
    def content(self) -> Content:
        """What has to be settled."""
        return self.start, self.end, self.label_id


_span, _set, _own, _origin = t.span.c, t.annotation_set.c, t.span.alias("own"), t.span.alias("origin")
_of_article = bindparam("article_id", type_=Integer)
_of_set = bindparam("set_id", type_=Integer)
_reader = t.annotator.c.id == _set.annotator_id
_models_spans = t.span.join(t.annotation_set, _set.id == _span.set_id).join(t.annotator, _reader)

MODELS = (
    select(_set.annotator_id)
    .join(t.annotator, _reader)
    .where(_set.article_id == _of_article, t.annotator.c.kind == "model", t.annotator.c.name != MEMORY)
    .order_by(_set.id.desc())
)
"""The models that read an article, the last one first; memory is none of them."""

OFFERED = (
    select(_span.id, _span.start, _span.end, _span.label_id, t.label.c.code, _span.form, _span.score)
    .add_columns(t.annotator.c.name)
    .select_from(_models_spans.join(t.label, t.label.c.id == _span.label_id))
    .where(_set.article_id == _of_article, _set.annotator_id == bindparam("model", type_=Integer))
    .order_by(_span.start, _span.end, _span.id)
)
"""The labelled spans of a model on an article, in text order."""

REMEMBERED = (
    select(_span.id, _span.start, _span.end, _span.label_id, t.label.c.code, _span.form, _span.score)
    .add_columns(literal(MEMORY), _span.attrs)
    .join(t.label, t.label.c.id == _span.label_id)
    .where(_span.set_id == _of_set)
    .order_by(_span.start, _span.end, _span.id)
)
"""What a set of memory suggests, in text order."""

WITHHELD = select(t.rejection.c.start, t.rejection.c.end, t.rejection.c.label_id).where(
    t.rejection.c.set_id == _of_set
)
"""The contents that a set of memory speaks against."""

AMONG = (
    select(_span.id, _span.start, _span.end, _span.label_id)
    .select_from(_models_spans)
    .where(_set.article_id == _of_article, t.annotator.c.kind == "model")
    .where(_span.id.in_(bindparam("among", expanding=True)))
    .order_by(_span.start, _span.end.desc(), _span.id)
)
"""Those of some spans that are suggestions for an article."""

SETTLED = union_all(
    select(_own.c.start, _own.c.end, _own.c.label_id).where(_own.c.set_id == _of_set),
    select(_origin.c.start, _origin.c.end, _origin.c.label_id)
    .join(_own, _own.c.origin_id == _origin.c.id)
    .where(_own.c.set_id == _of_set),
    select(t.rejection.c.start, t.rejection.c.end, t.rejection.c.label_id).where(
        t.rejection.c.set_id == _of_set
    ),
)
"""The contents that a set has settled."""


def memory_set(person: ColumnElement[int], round_id: ColumnElement[int]) -> t.AnySelect:
    """The set of an article in which memory suggests something to a person in a round."""
    reader, who = t.annotator.alias("memory"), t.annotator.alias("who")
    joined = t.annotation_set.join(reader, reader.c.id == _set.annotator_id).join(
        who, who.c.uid == reader.c.version
    )
    rows = select(_set.id).select_from(joined).where(reader.c.kind == "model", reader.c.name == MEMORY)
    return rows.where(_set.article_id == _of_article, _set.round_id == round_id, who.c.id == person)


def merged(spans: Iterable[Offered]) -> tuple[Suggestion, ...]:
    """Each (start, end, label, form) once, with the highest score, in text order.

    What a model says comes before memory: a decision names its row.
    """
    same: dict[tuple[Any, ...], list[Offered]] = {}
    for span in sorted(spans, key=lambda span: (span.start, span.end, span.model == MEMORY, span.id)):
        same.setdefault((span.start, span.end, span.label, span.form), []).append(span)
    return tuple(map(_merge, same.values()))


def _merge(group: list[Offered]) -> Suggestion:
    first = group[0]
    return Suggestion(
        ids=tuple(span.id for span in group),
        start=first.start,
        end=first.end,
        label=first.label,
        form=first.form,
        score=max((span.score for span in group if span.score is not None), default=None),
        models=tuple(dict.fromkeys(span.model for span in group)),
        evidence=next((convert(it.attrs[MEMORY], Evidence) for it in group if it.attrs), None),
    )


def undecided(conn: Connection, set_id: int, article_id: int, among: Sequence[int]) -> list[int]:
    """Ids of those models' spans `among` these that are not settled, each content once, in text order."""
    settled = {(row[0], row[1], row[2]) for row in conn.execute(SETTLED, {"set_id": set_id})}
    ids: list[int] = []
    for span_id, *content in conn.execute(AMONG, {"article_id": article_id, "among": list(among)}):
        if (key := (content[0], content[1], content[2])) not in settled:
            settled.add(key)
            ids.append(span_id)
    return ids
