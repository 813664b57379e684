"""What memory says of an article becomes its set: frozen once the annotator has begun, but for what follows.

Memory is an annotator of kind model, one for each person. What it suggests are its spans, what it speaks
against its rejections.
"""

from msgspec import to_builtins
from sqlalchemy import Connection, Insert, insert, select

from store import bulk
from store.database import Store
from store.operations.removal import set_deletions
from store.queries.memory import kept
from store.queries.people import model_id
from store.queries.suggestions import MEMORY
from store.recording import Recorder, log_bulk, recording
from store.tables import core as t
from store.uids import new_uid
from store.values import Memo, Recalled, Touched, Work

_SPAN = ("set_id", "start", "end", "label_id", "score", "attrs")
_SAME = {"form": "plain", "made": "predicted", "unsure": False}


def remember(store: Store, work: Work, article_id: int, memo: Memo) -> bool:
    """Store what memory says of an article that is about to be shown; returns whether that is news.

    It replaces what it said before as long as the annotator has not touched the article; then it stays.
    """
    with store.read() as conn:
        before = kept(conn, work, article_id)
        if memo == (before[1] if before is not None else Memo()) or _is_begun(conn, work, article_id, before):
            return False
    with store.write(bulk=True) as conn:
        before = kept(conn, work, article_id)
        if _is_begun(conn, work, article_id, before):
            return False
        annotator_id = _annotator(conn, work)
        if before is not None:
            _forget(conn, before[0])
        if not memo.is_empty:
            _write(conn, work, article_id, annotator_id=annotator_id, memo=memo)
        log_bulk(conn, "suggestion.run", {"article": article_id}, annotator_id=annotator_id)
    return True


def follow(store: Store, work: Work, article_id: int, memo: Memo, *, part_of: int) -> Touched:
    """Add what follows in the same article from a decision, as a part of its step: undo takes both back."""
    with recording(store, work, "suggestion.follow", part_of=part_of) as step:
        step.article_id = article_id
        set_id = _set_of(step, work, article_id)
        labels = _labels(step.conn)
        for span in memo.recalled:
            if span.label in labels:
                _suggest(step, set_id, span, labels[span.label])
        for it in memo.withheld:
            _withhold(step, set_id, it.start, it.end, labels[it.label], withheld=True)
        for it in memo.released:
            _withhold(step, set_id, it.start, it.end, labels[it.label], withheld=False)
    return step.touched()


def _is_begun(conn: Connection, work: Work, article_id: int, before: tuple[int, Memo] | None) -> bool:
    """Whether the set is frozen: the annotator has touched the article, and memory has spoken or is late."""
    s = t.annotation_set.c
    mine = select(s.status).where(
        s.article_id == article_id, s.annotator_id == work.annotator_id, s.round_id == work.round_id
    )
    status = conn.execute(mine).scalar()
    if status in ("done", "excluded"):
        return True
    return status is not None and before is not None


def _forget(conn: Connection, set_id: int) -> None:
    """Take back what memory said of an article that nobody has begun."""
    for deletion in set_deletions(select(t.annotation_set.c.id).where(t.annotation_set.c.id == set_id)):
        conn.execute(deletion)


def _write(conn: Connection, work: Work, article_id: int, *, annotator_id: int, memo: Memo) -> None:
    """A set that names no run: a row of its own for each article that is opened would tell nothing."""
    set_id = _key(conn, insert(t.annotation_set).values(**_new_set(work, article_id, annotator_id)))
    labels = _labels(conn)
    spans = [
        (set_id, it.start, it.end, labels[it.label], it.score, bulk.dumps(_attrs(it)))
        for it in sorted(memo.recalled, key=lambda it: (it.start, it.end, it.label))
        if it.label in labels
    ]
    bulk.insert_rows(conn, t.span, _SPAN, spans, same=_SAME)
    refused = [(set_id, it.start, it.end, labels[it.label]) for it in memo.withheld if it.label in labels]
    bulk.insert_rows(conn, t.rejection, ("set_id", "start", "end", "label_id"), refused, same={})


def _set_of(step: Recorder, work: Work, article_id: int) -> int:
    """Memory's set for the article, begun if it has said nothing so far."""
    before = kept(step.conn, work, article_id)
    if before is not None:
        return before[0]
    annotator_id = _annotator(step.conn, work)
    return step.insert(t.annotation_set, **_new_set(work, article_id, annotator_id))


def _new_set(work: Work, article_id: int, annotator_id: int) -> dict[str, int | str]:
    return {
        "article_id": article_id,
        "annotator_id": annotator_id,
        "round_id": work.round_id,
        "status": "done",
    }


def _annotator(conn: Connection, work: Work) -> int:
    """The annotator that is this person's memory; no step, so that no undo takes it away."""
    uid = conn.execute(select(t.annotator.c.uid).where(t.annotator.c.id == work.annotator_id)).scalar_one()
    known = model_id(conn, MEMORY, uid)
    row = insert(t.annotator).values(uid=new_uid(), name=MEMORY, kind="model", version=uid)
    return known if known is not None else _key(conn, row)


def _suggest(step: Recorder, set_id: int, span: Recalled, label_id: int) -> None:
    c = t.span.c
    same = (c.set_id == set_id, c.start == span.start, c.end == span.end, c.label_id == label_id)
    if step.conn.execute(select(c.id).where(*same, c.form == "plain")).scalar() is None:
        step.insert(
            t.span,
            set_id=set_id,
            start=span.start,
            end=span.end,
            label_id=label_id,
            score=span.score,
            made="predicted",
            attrs=_attrs(span),
        )


def _withhold(step: Recorder, set_id: int, start: int, end: int, label_id: int, *, withheld: bool) -> None:
    c = t.rejection.c
    same = (c.set_id == set_id, c.start == start, c.end == end, c.label_id == label_id)
    row_id = step.conn.execute(select(c.id).where(*same)).scalar()
    if withheld and row_id is None:
        step.insert(t.rejection, set_id=set_id, start=start, end=end, label_id=label_id)
    elif not withheld and row_id is not None:
        step.delete(t.rejection, row_id)


def _attrs(span: Recalled) -> dict[str, object]:
    return {MEMORY: to_builtins(span.evidence)}


def _labels(conn: Connection) -> dict[str, int]:
    """The entity labels by code."""
    c = t.label.c
    rows = select(c.code, c.id).join(t.label_set, t.label_set.c.id == c.label_set_id)
    return {row[0]: row[1] for row in conn.execute(rows.where(t.label_set.c.kind == "entity"))}


def _key(conn: Connection, row: Insert) -> int:
    key = conn.execute(row).inserted_primary_key
    row_id: int = key[0] if key else 0
    return row_id
