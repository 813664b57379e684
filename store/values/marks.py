"""What is said about an article: zones, spans, suggestions, stances, comments, and the set they are in."""

from msgspec import Struct

from store.values.json import Json
from store.vocabulary import (
    Attribution,
    CommentKind,
    HolderKind,
    PartMade,
    PartRole,
    SetStatus,
    SpanForm,
    SpanMade,
    StanceForm,
    StanceLevel,
    TopicMarkKind,
)


class Zone(Struct, frozen=True):
    """A stretch with a role of its own; `origin` says who found it (import, rule, annotator's name)."""

    id: int
    start: int
    end: int
    kind: str
    in_scope: bool
    origin: str


class Span(Struct, frozen=True):
    """A labelled range; without a label a mention. `origin` is the id of the suggestion it came from."""

    id: int
    start: int
    end: int
    label: str | None
    form: SpanForm = "plain"
    actor_id: int | None = None
    score: float | None = None
    origin: int | None = None
    made: SpanMade = "typed"
    unsure: bool = False
    attrs: Json = {}


class Evidence(Struct, frozen=True):
    """What a suggestion from memory rests on: so many decisions for it and against it (no name, or another).

    `last` is the article of the last one for it (its key in the store, its title on a page); `here`: all were
    made in the article itself.
    """

    confirmed: int
    against: int = 0
    last: str = ""
    here: bool = False


class Suggestion(Struct, frozen=True):
    """A model's span as it is shown: once per (start, end, label, form), however many models say it.

    `ids` are the span rows behind it, `models` the models' names; `score` is the highest of theirs, 0…1.
    `evidence` is what earlier decisions say for it, where memory suggests it, too.
    """

    ids: tuple[int, ...]
    start: int
    end: int
    label: str
    form: SpanForm
    score: float | None
    models: tuple[str, ...]
    evidence: Evidence | None = None

    @property
    def id(self) -> int:
        """The row that a decision on this suggestion names as its origin."""
        return self.ids[0]


class PredictedSpan(Struct, frozen=True):
    """What a pipeline found, before it has a row: code-point range, label code, form, score (0…1 or none)."""

    start: int
    end: int
    label: str
    form: SpanForm = "plain"
    score: float | None = None


class Rejection(Struct, frozen=True):
    """A refusal by content: it holds for the next model version too."""

    start: int
    end: int
    label: str


class Withheld(Struct, frozen=True):
    """A content that is not suggested, because earlier decisions speak against it."""

    start: int
    end: int
    label: str


class StancePart(Struct, frozen=True):
    """One range of a stance's evidence or cue; several, because German evidence is often discontinuous."""

    role: PartRole
    order: int
    start: int
    end: int
    made: PartMade


class Stance(Struct, frozen=True):
    """A holder takes a label toward a target. What nobody answered is None."""

    id: int
    uid: str
    level: StanceLevel
    holder_kind: HolderKind
    label: str
    holder_span: int | None = None
    holder_actor: int | None = None
    topic: int | None = None
    target_span: int | None = None
    target_actor: int | None = None
    via_actor: int | None = None
    explicit: bool | None = None
    intensity: int | None = None
    form: StanceForm | None = None
    attribution: Attribution | None = None
    sarcasm: bool | None = None
    confidence: float | None = None
    score: float | None = None
    origin: int | None = None
    attrs: Json = {}
    parts: tuple[StancePart, ...] = ()


class TopicMark(Struct, frozen=True):
    """What a set says of a topic beside its stances: "none" was found, or it has to be looked at again."""

    topic: int
    mark: TopicMarkKind


class Rewording(Struct, frozen=True):
    """A topic that means something else since a reading spoke of it, in words by language.

    `before` is what it was when the reading spoke of it, empty where the log does not know; `merged`: that
    was another topic, which has become part of this one.
    """

    topic: int
    wording: dict[str, str]
    before: dict[str, str] = {}
    merged: bool = False


class Comment(Struct, frozen=True):
    """A note, a question to the lead or an answer; `at` is UTC, ISO 8601."""

    id: int
    span_id: int | None
    stance_id: int | None
    by: int
    kind: CommentKind
    text: str
    resolved: bool
    at: str


class AnnotationSet(Struct, frozen=True):
    """One annotator's reading of one article in one round. `shown_model` None: no suggestions were shown."""

    id: int
    article_id: int
    annotator_id: int
    round_id: int
    status: SetStatus
    excluded_reason: str | None
    flag: str | None
    shown_model: int | None


class Precision(Struct, frozen=True):
    """Of the suggestions with a score from `threshold` on, how many were decided and how many of them taken
    over unchanged; `suggested` is how many there are, decided or not.
    """

    threshold: float
    decided: int
    right: int
    suggested: int = 0

    @property
    def share(self) -> float | None:
        """0…1; None where nothing was decided."""
        return self.right / self.decided if self.decided else None
