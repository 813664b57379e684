"""What the annotator asks for: one frozen value each, in code points and row ids.

The article view, the panels and the menus emit these; the workbench turns each into one operation of the
store. A command that names a suggestion means deciding it.
"""

from msgspec import Struct

from store.values import Holder, Json
from store.vocabulary import CommentKind, PartRole, StanceLevel


class Accept(Struct, frozen=True):
    """Take over a suggestion as it is."""

    suggestion: int


class Reject(Struct, frozen=True):
    """Refuse a suggestion."""

    suggestion: int


class Correct(Struct, frozen=True):
    """Take over a suggestion with another label (None: as a mention) or other edges."""

    suggestion: int
    start: int
    end: int
    label: str | None


class AddSpan(Struct, frozen=True):
    """Make a span; without a label it is a mention."""

    start: int
    end: int
    label: str | None


class Relabel(Struct, frozen=True):
    """Give an own span another label; None makes it a mention."""

    span: int
    label: str | None


class MoveEdges(Struct, frozen=True):
    """Move the edges of an own span. Steps with the same `hold` (a held key, a drag) are undone together."""

    span: int
    start: int
    end: int
    hold: int | None = None


class DeleteSpan(Struct, frozen=True):
    """Delete an own span; one that carries a stance stays as a mention."""

    span: int


class SetUnsure(Struct, frozen=True):
    """Mark an own span as unsure, or no longer."""

    span: int
    unsure: bool


class SetAttribute(Struct, frozen=True):
    """Answer what a label asks of its spans; None: not answered."""

    span: int
    key: str
    value: bool | None


class RefuseCue(Struct, frozen=True):
    """Refuse the evidence that is suggested for a cue, which stands from `start` to `end`."""

    start: int
    end: int


class DecideAll(Struct, frozen=True):
    """Accept and reject suggestions and delete own spans in one step: a group of the entities panel."""

    accepted: tuple[int, ...] = ()
    refused: tuple[int, ...] = ()
    deleted: tuple[int, ...] = ()


class AddStance(Struct, frozen=True):
    """A stance statement. `holder_range` and `target_range` make a mention of a selection first."""

    holder: Holder
    label: str
    topic: int | None = None
    target_span: int | None = None
    target_suggestion: int | None = None
    target_actor: int | None = None
    holder_range: tuple[int, int] | None = None
    target_range: tuple[int, int] | None = None
    evidence: tuple[int, int] | None = None
    level: StanceLevel = "statement"


class ChangeStance(Struct, frozen=True):
    """Set fields of a stance: any of label, topic, target_span, target_suggestion, target_actor, via_actor,
    level, explicit, intensity, form, attribution, sarcasm, confidence; `holder` is a Holder; `holder_range`
    beside it, and `target_range`, make a mention of a selection first; `evidence`, `cue` are marked ranges.
    """

    stance: int
    changes: Json


class LinkActor(Struct, frozen=True):
    """Say that own spans stand for an actor, or for none."""

    spans: tuple[int, ...]
    actor: int | None


class AddActor(Struct, frozen=True):
    """Add an actor to the codebook and link own spans to it."""

    name: str
    type: str = ""
    spans: tuple[int, ...] = ()


class AnswerNone(Struct, frozen=True):
    """Say that the article takes no stance toward a topic: that is never the same as neutral."""

    topic: int


class WithdrawNone(Struct, frozen=True):
    """Take that answer back."""

    topic: int


class LookedAgain(Struct, frozen=True):
    """Say that the reading holds for a topic as it is worded now."""

    topic: int


class SetParts(Struct, frozen=True):
    """Replace a stance's evidence or cue by marked ranges."""

    stance: int
    role: PartRole
    ranges: tuple[tuple[int, int], ...]


class DeleteStance(Struct, frozen=True):
    """Delete a stance."""

    stance: int


class Finish(Struct, frozen=True):
    """Done and next. `seen` are undecided suggestions that were on screen; they settle as seen, unchanged."""

    seen: tuple[int, ...]


class Reopen(Struct, frozen=True):
    """Take a finished or excluded article up again."""


class Exclude(Struct, frozen=True):
    """Leave the article out, for one of the project's reasons."""

    reason: str


class Flag(Struct, frozen=True):
    """Flag the article (a short text) or take the flag off (None)."""

    flag: str | None


class AddComment(Struct, frozen=True):
    """A note, question or answer on the article, or on one span or stance of it."""

    text: str
    kind: CommentKind = "note"
    span: int | None = None
    stance: int | None = None


class ResolveComment(Struct, frozen=True):
    """Settle a comment, or take it up again."""

    comment: int
    resolved: bool


class DeleteComment(Struct, frozen=True):
    """Delete a comment."""

    comment: int


Command = (
    Accept
    | Reject
    | Correct
    | AddSpan
    | Relabel
    | MoveEdges
    | DeleteSpan
    | SetUnsure
    | SetAttribute
    | RefuseCue
    | DecideAll
    | AddStance
    | ChangeStance
    | LinkActor
    | AddActor
    | AnswerNone
    | WithdrawNone
    | LookedAgain
    | SetParts
    | DeleteStance
    | Finish
    | Reopen
    | Exclude
    | Flag
    | AddComment
    | ResolveComment
    | DeleteComment
)
