"""A model's reading of many articles: stored in slices, logged and undone as one."""

import time
from collections.abc import Iterable, Sequence
from itertools import islice

from sqlalchemy import Connection, Integer, bindparam, delete, func, insert, select

from store import bulk
from store.database import Store
from store.errors import LabelUnknown, SpanOutsideText
from store.operations.removal import (
    Pacing,
    Part,
    remove_in_slices,
    require_there,
    require_unused,
    set_deletions,
    those_with,
)
from store.pace import Pace
from store.queries.additions import of_run, resting_on_run
from store.queries.people import model_id
from store.recording import log_bulk
from store.tables import core as t
from store.tables import now
from store.uids import new_uid
from store.values import Json, PredictedSpan, Touched

_Row = tuple[int, int, int, int, str, float | None]

Item = tuple[int, Sequence[PredictedSpan]]
"""An article's id and what the model found in it, perhaps nothing."""

_wanted = bindparam("wanted", expanding=True, type_=Integer)
_read = select(t.annotation_set.c.article_id).where(
    t.annotation_set.c.annotator_id == bindparam("annotator", type_=Integer),
    t.annotation_set.c.article_id == t.article.c.id,
)
_UNREAD = (
    select(t.article.c.id, func.length(t.article.c.text))
    .where(t.article.c.id.in_(_wanted), ~_read.exists())
    .order_by(t.article.c.id)
)
_READ_BY = (
    select(t.annotation_set.c.article_id)
    .where(t.annotation_set.c.run_id == bindparam("run", type_=Integer))
    .limit(bindparam("size", type_=Integer))
)

_SET = ("id", "article_id", "annotator_id", "round_id", "status", "run_id")
_SPAN = ("set_id", "start", "end", "label_id", "form", "score")
_ALL_SPANS = {"made": "predicted", "unsure": False}


def store_run(
    store: Store,
    *,
    model: str,
    version: str,
    settings: Json,
    items: Iterable[Item],
    pause: float = 0.0,
    run_id: int | None = None,
) -> int | None:
    """Store what a model found as its annotation sets; returns the run's id, None where nothing was new.

    Articles that this model and version have read are passed over, so a broken run goes on where it ended.
    `run_id` is a run that goes on with these, unless it was taken back meanwhile.
    `version` also names the settings: other settings are another annotator. A second process gives `pause`
    (seconds after each commit, 0.01 or more) so that gestures get their turn. Raises LabelUnknown,
    SpanOutsideText.
    """
    run, pace, waiting = _Run(model, version, settings, run_id), Pace(), iter(items)
    while slice_ := list(islice(waiting, pace.size)):
        with store.write(bulk=True) as conn, pace.slice(len(slice_)):
            run.write(conn, slice_)
        if pause:
            time.sleep(pause)
    return run.id


def undo_run(store: Store, run_id: int, pacing: Pacing | None = None) -> Touched | None:
    """Remove a run with the sets that it stored, logged as one step.

    None where that was cancelled: the same call goes on. Raises WorkHangsOn(count of articles) while spans or
    stances of other annotators came from its suggestions, and keeps those on which some begin to rest
    meanwhile; NotFound.
    """
    s = t.annotation_set.c
    with store.read() as conn:
        require_there(conn, t.run, run_id)
        require_unused(conn, resting_on_run(of_run(run_id)))
        total = conn.execute(select(func.count()).where(of_run(run_id))).scalar_one()
    sets = those_with(s.run_id, run_id)
    part = Part(resting_on_run(sets, few=True), set_deletions(select(s.id).where(sets)))

    def remove(conn: Connection, size: int) -> int:
        ids = conn.scalars(_READ_BY, {"run": run_id, "size": size}).all()
        if ids:
            part.remove(conn, ids)
        return len(ids)

    def close(conn: Connection) -> None:
        conn.execute(delete(t.run).where(t.run.c.id == run_id))

    step = remove_in_slices(
        store,
        remove,
        close,
        operation="suggestion.undo_run",
        patch={"run": run_id},
        total=total,
        pacing=pacing or Pacing(),
    )
    nouns = frozenset({"annotation_set", "span", "run"})
    return None if step is None else Touched(step, "suggestion.undo_run", (), nouns)


class _Run:
    """One run; it has no row until there is something to store."""

    def __init__(self, model: str, version: str, settings: Json, run_id: int | None) -> None:
        self.model, self.version, self.settings = model, version, settings
        self.id = run_id

    def write(self, conn: Connection, items: list[Item]) -> None:
        """Store one slice."""
        annotator_id = model_id(conn, self.model, self.version) or self._annotator(conn)
        new = _unread(conn, annotator_id, items)
        if not new:
            return
        run_id = self.id = self._there(conn) or self._begin(conn, annotator_id)
        labels = {code: row_id for row_id, code in conn.execute(select(t.label.c.id, t.label.c.code))}
        round_id = conn.execute(select(func.min(t.round_.c.id))).scalar_one()
        set_ids = bulk.reserve(conn, t.annotation_set, len(new))
        sets = [
            (set_id, item[0], annotator_id, round_id, "done", run_id)
            for set_id, item in zip(set_ids, new, strict=True)
        ]
        bulk.insert_rows(conn, t.annotation_set, _SET, sets)
        spans = [
            row for set_id, item in zip(set_ids, new, strict=True) for row in _rows(set_id, item[1], labels)
        ]
        bulk.insert_rows(conn, t.span, _SPAN, spans, same=_ALL_SPANS)

    def _there(self, conn: Connection) -> int | None:
        """The run, if it was begun and nobody took it back since."""
        return conn.execute(select(t.run.c.id).where(t.run.c.id == self.id)).scalar()

    def _annotator(self, conn: Connection) -> int:
        row = insert(t.annotator).values(uid=new_uid(), name=self.model, kind="model", version=self.version)
        key = conn.execute(row).inserted_primary_key
        return key[0] if key else 0

    def _begin(self, conn: Connection, annotator_id: int) -> int:
        row = insert(t.run).values(annotator_id=annotator_id, at=now(), settings=self.settings)
        key = conn.execute(row).inserted_primary_key
        run_id = key[0] if key else 0
        log_bulk(conn, "suggestion.run", {"run": run_id}, annotator_id=annotator_id)
        return run_id


def _unread(conn: Connection, annotator_id: int, items: list[Item]) -> list[Item]:
    """Those articles that exist and that the model has not read, each once; their spans are checked."""
    wanted = dict(items)
    new: list[Item] = []
    for article_id, length in conn.execute(
        _UNREAD, {"annotator": annotator_id, "wanted": list(wanted)}
    ).all():
        spans = wanted[article_id]
        if any(not 0 <= span.start < span.end <= length for span in spans):
            _require_inside(conn, article_id, spans)
        new.append((article_id, spans))
    return new


def _require_inside(conn: Connection, article_id: int, spans: Iterable[PredictedSpan]) -> None:
    length = len(conn.execute(select(t.article.c.text).where(t.article.c.id == article_id)).scalar_one())
    for span in spans:
        if not 0 <= span.start < span.end <= length:
            raise SpanOutsideText(start=span.start, end=span.end, length=length)


def _rows(set_id: int, spans: Sequence[PredictedSpan], labels: dict[str, int]) -> list[_Row]:
    """Rows like `_SPAN`, in text order; what a model says twice counts once, with the higher score."""
    try:
        rows = [(set_id, it.start, it.end, labels[it.label], it.form, it.score) for it in spans]
    except KeyError as error:
        raise LabelUnknown(label=error.args[0]) from None
    if len({row[:5] for row in rows}) < len(rows):
        rows.sort(key=lambda row: row[5] or 0.0)
        rows = list({row[:5]: row for row in rows}.values())
    return sorted(rows)
