"""How often each annotator says what the models say, with suggestions on screen and without."""

from collections import defaultdict
from typing import Any

from sqlalchemy import Connection, Select, and_, func, select

from store.agreement.readings import Reader
from store.guard import MOST, Compared, Guard, guard, unaided
from store.queries.agreement import readers
from store.queries.codebook import settings
from store.queries.suggestions import MEMORY
from store.tables import core as t

_own, _models = t.annotation_set.alias("own"), t.annotation_set.alias("models")


def guards(conn: Connection) -> list[tuple[Reader, Guard]]:
    """Each person who has finished articles of both groups, and the comparison of these.

    A reading without suggestions is one that was dealt so and that no model is noted as shown for. What is
    compared is the newest model's reading: spans of labels and forms that the project suggests, exactly.
    """
    compared: defaultdict[int, list[Compared]] = defaultdict(list)
    for row in conn.execute(_articles(conn)):
        dealt = unaided(row.sha256, row.uid, MOST)
        if row.shown_model_id is not None or dealt:
            is_unaided = row.shown_model_id is None
            compared[row.annotator_id].append(Compared(is_unaided, row.suggested, row.said))
    people = {reader.id: reader for reader in readers(conn)}
    found = [(people[who], guard(articles)) for who, articles in sorted(compared.items())]
    return [(who, one) for who, one in found if one.chance is not None]


def _articles(conn: Connection) -> Select[Any, Any, Any, Any, int, int]:
    """A row for each finished reading of a person beside the newest model's of the same article."""
    known = settings(conn)
    annotator, span, said, label = t.annotator.c, t.span.c, t.span.alias("said"), t.label.c
    newest = (
        select(_models.c.article_id, func.max(_models.c.id).label("id"))
        .join(t.annotator, and_(annotator.id == _models.c.annotator_id, annotator.kind == "model"))
        .where(annotator.name != MEMORY)
        .group_by(_models.c.article_id)
        .subquery()
    )
    same = and_(
        said.c.set_id == _own.c.id,
        said.c.start == span.start,
        said.c.end == span.end,
        said.c.label_id == span.label_id,
        said.c.form == span.form,
    )
    person = t.annotator.alias("person")
    return (
        select(
            t.article.c.sha256,
            person.c.uid,
            _own.c.annotator_id,
            _own.c.shown_model_id,
            func.count(span.id).label("suggested"),
            func.count(said.c.id).label("said"),
        )
        .select_from(
            _own.join(person, and_(person.c.id == _own.c.annotator_id, person.c.kind == "person"))
            .join(t.article, t.article.c.id == _own.c.article_id)
            .join(newest, newest.c.article_id == _own.c.article_id)
            .join(t.span, span.set_id == newest.c.id)
            .join(t.label, label.id == span.label_id)
            .outerjoin(said, same)
        )
        .where(_own.c.status == "done", label.code.not_in(known.labels_off))
        .where(span.form.not_in(known.forms_off))
        .group_by(_own.c.id, t.article.c.sha256, person.c.uid, _own.c.annotator_id, _own.c.shown_model_id)
        .order_by(_own.c.id)
    )
