"""Notes, questions to the lead and answers."""

from store.database import Store
from store.errors import NotFound
from store.operations.reading import Reading, open_reading, reading_of
from store.recording import Recorder, recording
from store.tables import core as t
from store.values import Touched, Work
from store.vocabulary import CommentKind


def add(
    store: Store,
    work: Work,
    article_id: int,
    *,
    text: str,
    kind: CommentKind = "note",
    span_id: int | None = None,
    stance_id: int | None = None,
) -> Touched:
    """Comment on one's reading of an article (also one that is left out), or on one span or stance of it.

    Raises NotFound, also for a span or stance of another article.
    """
    with recording(store, work, "comment.add") as step:
        reading = open_reading(step, work, article_id, closed=True)
        for what, row_id in (("span", span_id), ("stance", stance_id)):
            if row_id is not None and not _is_of(step, work, reading, what=what, row_id=row_id):
                raise NotFound(what=what, id=row_id)
        step.insert(
            t.comment,
            set_id=reading.set_id,
            span_id=span_id,
            stance_id=stance_id,
            by_id=work.annotator_id,
            kind=kind,
            text=text,
            at=step.at,
        )
    return step.touched(span=span_id, stance=stance_id)


def resolve(store: Store, work: Work, comment_id: int, resolved: bool) -> Touched:
    """Settle a comment, or take it up again. Raises NotFound."""
    with recording(store, work, "comment.resolve") as step:
        reading_of(step, work, what="comment", row_id=comment_id, closed=True)
        step.update(t.comment, comment_id, resolved=resolved)
    return step.touched()


def delete(store: Store, work: Work, comment_id: int) -> Touched:
    """Delete a comment. Raises NotFound."""
    with recording(store, work, "comment.delete") as step:
        reading_of(step, work, what="comment", row_id=comment_id, closed=True)
        step.delete(t.comment, comment_id)
    return step.touched()


def _is_of(step: Recorder, work: Work, reading: Reading, *, what: str, row_id: int) -> bool:
    found, _ = reading_of(step, work, what=what, row_id=row_id, closed=True)
    return found.set_id == reading.set_id
