"""Turns a command into one operation of the store. Runs on the write lane; knows no window."""

from collections.abc import Callable, Sequence
from typing import Any

import msgspec

from desktop.gui import commands as c
from desktop.gui.project import Outcome, Project
from desktop.gui.reading import steps_of
from desktop.nlp.following import following
from store import history
from store.database import Store
from store.offsets import Range
from store.operations import (
    actors,
    articles,
    comments,
    cue_refusals,
    memory,
    spans,
    stances,
    suggestions,
    topic_marks,
)
from store.queries import articles as reading
from store.queries import codebook, queue
from store.queries import memory as memory_queries
from store.values import ArticlePage, Touched, Work

Operation = Callable[[Store, Work, int, Any], Touched]

OPERATIONS: dict[type, Operation] = {
    c.Accept: lambda store, work, article, it: suggestions.accept(store, work, article, it.suggestion),
    c.Reject: lambda store, work, article, it: suggestions.reject(store, work, article, it.suggestion),
    c.Correct: lambda store, work, article, it: suggestions.correct(
        store, work, article, it.suggestion, start=it.start, end=it.end, label=it.label
    ),
    c.AddSpan: lambda store, work, article, it: spans.add(
        store, work, article, start=it.start, end=it.end, label=it.label
    ),
    c.Relabel: lambda store, work, _, it: spans.relabel(store, work, it.span, it.label),
    c.DeleteSpan: lambda store, work, _, it: spans.delete(store, work, it.span),
    c.SetUnsure: lambda store, work, _, it: spans.set_unsure(store, work, it.span, it.unsure),
    c.SetAttribute: lambda store, work, _, it: spans.set_attribute(store, work, it.span, it.key, it.value),
    c.RefuseCue: lambda store, work, article, it: cue_refusals.refuse(
        store, work, article, start=it.start, end=it.end
    ),
    c.DecideAll: lambda store, work, article, it: suggestions.decide_all(
        store, work, article, accepted=it.accepted, refused=it.refused, deleted=it.deleted
    ),
    c.AddStance: lambda store, work, article, it: stances.add(
        store,
        work,
        article,
        holder=it.holder,
        label=it.label,
        topic_id=it.topic,
        target_span=it.target_span,
        target_suggestion=it.target_suggestion,
        target_actor=it.target_actor,
        holder_range=it.holder_range,
        target_range=it.target_range,
        evidence=it.evidence,
        level=it.level,
    ),
    c.ChangeStance: lambda store, work, _, it: stances.change(store, work, it.stance, **it.changes),
    c.LinkActor: lambda store, work, _, it: actors.link(store, work, it.spans, it.actor),
    c.AddActor: lambda store, work, _, it: actors.add(
        store, work, name=it.name, type=it.type, spans=it.spans
    ),
    c.AnswerNone: lambda store, work, article, it: topic_marks.answer_none(store, work, article, it.topic),
    c.WithdrawNone: lambda store, work, article, it: topic_marks.withdraw_none(
        store, work, article, it.topic
    ),
    c.LookedAgain: lambda store, work, article, it: topic_marks.looked_again(store, work, article, it.topic),
    c.SetParts: lambda store, work, _, it: stances.set_parts(
        store, work, it.stance, role=it.role, ranges=it.ranges
    ),
    c.DeleteStance: lambda store, work, _, it: stances.delete(store, work, it.stance),
    c.Finish: lambda store, work, article, it: articles.finish(store, work, article, seen=it.seen),
    c.Reopen: lambda store, work, article, _: articles.reopen(store, work, article),
    c.Exclude: lambda store, work, article, it: articles.exclude(store, work, article, reason=it.reason),
    c.Flag: lambda store, work, article, it: articles.set_flag(store, work, article, it.flag),
    c.AddComment: lambda store, work, article, it: comments.add(
        store, work, article, text=it.text, kind=it.kind, span_id=it.span, stance_id=it.stance
    ),
    c.ResolveComment: lambda store, work, _, it: comments.resolve(store, work, it.comment, it.resolved),
    c.DeleteComment: lambda store, work, _, it: comments.delete(store, work, it.comment),
}
"""All commands but `MoveEdges`, which needs to know the step to join."""

DECIDING = c.Accept | c.Correct | c.Reject | c.AddSpan | c.Relabel | c.DeleteSpan | c.DecideAll
"""Commands that decide about a name: the same name elsewhere in the article follows."""


def perform(
    project: Project,
    article: int,
    command: c.Command,
    *,
    join: int | None = None,
    listed: Sequence[int] = (),
) -> Outcome:
    """Carry out a command on an article and read what came of it. It is committed then. Raises LesartError.

    `join` is the step that a held edge has begun, `listed` the queue in which one goes on after an article.
    """
    store, work = project.store, project.work
    before = _ranges_of(store, command)
    if isinstance(command, c.MoveEdges):
        touched = spans.move_edges(store, work, command.span, start=command.start, end=command.end, join=join)
    else:
        touched = OPERATIONS[type(command)](store, work, article, command)
    if not isinstance(command, c.Finish | c.Exclude):
        return _followed(project, article, command, _outcome(project, article, touched, None), before)
    with store.read() as conn:
        onward = queue.next_open(conn, work, article, listed or None)
    return msgspec.structs.replace(_outcome(project, article, touched, onward), goes_on=True)


def _ranges_of(store: Store, command: c.Command) -> list[Range]:
    """Where the spans and suggestions stand that a command decides on, before it does."""
    match command:
        case c.Accept(suggestion=row) | c.Correct(suggestion=row) | c.Reject(suggestion=row):
            rows: Sequence[int] = (row,)
        case c.DeleteSpan(span=row):
            rows = (row,)
        case c.DecideAll():
            rows = (*command.accepted, *command.refused, *command.deleted)
        case _:
            return []
    with store.read() as conn:
        return memory_queries.ranges(conn, rows)


def _followed(
    project: Project, article: int, command: c.Command, outcome: Outcome, before: Sequence[Range]
) -> Outcome:
    """The same outcome with what follows from it for the same names in the article."""
    touched = outcome.touched
    if touched is None or not touched.step or not isinstance(command, DECIDING):
        return outcome
    with project.store.read() as conn:
        settings = codebook.settings(conn)
    if settings.memory == "off":
        return outcome
    page = outcome.page
    text, made = (
        page.article.text,
        [(it.start, it.end) for it in page.spans if it.id == touched.span and it.label],
    )
    corrected = isinstance(command, c.Correct) and bool(made)
    replaced = text[slice(*before[0])] if corrected and before != made else ""
    names = [text[slice(*it)] for it in (made if isinstance(command, c.Correct) else (*made, *before))]
    # What was taken back, or decided in a list, says nothing about what was read before it.
    since = 0 if isinstance(command, c.DeleteSpan | c.DecideAll) else min((*made, *before), default=(0, 0))[0]
    memo = following(page, names, page.article.language or settings.language, replaced, since=since)
    if memo.is_empty:
        return outcome
    memory.follow(project.store, project.work, article, memo, part_of=touched.step)
    return _outcome(project, article, touched, outcome.onward)


def undo(project: Project, article: int) -> Outcome:
    """Take back the annotator's last step, in whatever article it was."""
    return _stepped(project, article, history.undo(project.store, project.work))


def redo(project: Project, article: int) -> Outcome:
    """Do again what was taken back last."""
    return _stepped(project, article, history.redo(project.store, project.work))


def _stepped(project: Project, article: int, touched: Touched | None) -> Outcome:
    elsewhere = touched is not None and bool(touched.articles) and article not in touched.articles
    return _outcome(
        project, article, touched, touched.articles[0] if touched is not None and elsewhere else None
    )


def _outcome(project: Project, article: int, touched: Touched | None, onward: int | None) -> Outcome:
    with project.store.read() as conn:
        page: ArticlePage = reading.page(conn, project.work, article)
        known = steps_of(conn, project)
    return Outcome(touched, page, known, onward)
