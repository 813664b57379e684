"""What travels between files and the store: records without row ids.

The native JSONL is these records as JSON, so a field's name, its place and its default here are the file
format; the page `resources/help/*/format-jsonl.md` explains each one. References inside an article's line
are local to the line: spans are "s1", "s2" …, stances "t1", "t2" …. Across lines, what must be recognised
has a name of its own: labels a code, topics and fields a key, actors and annotators a uid.

Every `start` and `end` is a half-open range of Unicode **code points** of `text`. Days are UTC, "2026-11-24".
"""

from typing import Annotated, Any, Literal

from msgspec import Meta, Struct

from store.values import Json
from store.vocabulary import (
    AnnotatorKind,
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

VERSION = 1
"""Of the native format; a reader refuses lines with another number."""

Version = Literal[1]
Position = Annotated[int, Meta(ge=0, le=2**53)]
Share = Annotated[float, Meta(ge=0, le=1)]
Intensity = Annotated[int, Meta(ge=1, le=3)]
Digit = Annotated[int, Meta(ge=1, le=9)]


class ZoneRecord(Struct, frozen=True, gc=False):
    """A stretch with a role of its own; `origin` says who found it."""

    start: Position
    end: Position
    kind: str
    in_scope: bool
    origin: str = "import"


class SpanRecord(Struct, frozen=True, omit_defaults=True, gc=False):
    """A labelled range, or a mention. `origin` is the suggestion it came from, a span of another set of
    this line.
    """

    id: str
    start: Position
    end: Position
    label: str | None = None
    form: SpanForm = "plain"
    actor: str | None = None
    score: Share | None = None
    origin: str | None = None
    made: SpanMade = "typed"
    unsure: bool = False
    attrs: Json | None = None


LabelledRange = tuple[Position, Position, str]
"""`[start, end, "PER"]`, the simplest annotation there is."""


class CueRefusalRecord(Struct, frozen=True, gc=False):
    """A refused evidence suggestion: the stretch of its cue, in code points."""

    start: Position
    end: Position


class RejectionRecord(Struct, frozen=True, gc=False):
    """A refusal by content."""

    start: Position
    end: Position
    label: str


class PartRecord(Struct, frozen=True, gc=False):
    """One range of evidence or cue; their order in the list is their order in the stance, for each role."""

    role: PartRole
    start: Position
    end: Position
    made: PartMade


class StanceRecord(Struct, frozen=True, omit_defaults=True):
    """Who takes which label toward what. `holder_span` and `target_span` are spans of the same set."""

    id: str
    uid: str
    label: str
    holder_kind: HolderKind
    level: StanceLevel = "statement"
    holder_span: str | None = None
    holder_actor: str | None = None
    topic: str | None = None
    target_span: str | None = None
    target_actor: str | None = None
    via_actor: str | None = None
    explicit: bool | None = None
    intensity: Intensity | None = None
    form: StanceForm | None = None
    attribution: Attribution | None = None
    sarcasm: bool | None = None
    confidence: Share | None = None
    score: Share | None = None
    origin: str | None = None
    attrs: Json | None = None
    parts: list[PartRecord] = []


class AnswerRecord(Struct, frozen=True, omit_defaults=True):
    """The value given to a field, for the whole set or for one span or stance."""

    field: str
    value: Any
    span: str | None = None
    stance: str | None = None


class TopicMarkRecord(Struct, frozen=True, gc=False):
    """What the set says of a topic (a key) beside its stances: "none" was found, or it has to be looked at
    again.
    """

    topic: str
    mark: TopicMarkKind


class CommentRecord(Struct, frozen=True, omit_defaults=True):
    """What somebody (`by`, a uid; "": whose set it is) said about the set, or about one span or stance."""

    by: str
    text: str
    at: str
    kind: CommentKind = "note"
    span: str | None = None
    stance: str | None = None
    resolved: bool = False


class AnnotatorRecord(Struct, frozen=True, omit_defaults=True):
    """A person, a model (its name and version name it) or the gold standard."""

    uid: str
    name: str
    kind: AnnotatorKind
    version: str = ""


class SetRecord(Struct, frozen=True, omit_defaults=True):
    """One annotator's reading of the article in one round.

    Without a `round` it belongs to the store's first one. `undecided` are suggestions of `shown_model` (a
    uid) that were neither taken nor refused while the article is open: a reader must take their characters
    as unknown, never as outside. `run` counts in the project's runs. `ranges` are spans of which nothing else
    is to be said: a short way in, which costs a third and is never written.
    """

    annotator: AnnotatorRecord
    round: str = ""
    status: SetStatus = "new"
    excluded_reason: str | None = None
    flag: str | None = None
    shown_model: str | None = None
    run: int | None = None
    spans: list[SpanRecord] = []
    rejections: list[RejectionRecord] = []
    undecided: list[str] = []
    stances: list[StanceRecord] = []
    answers: list[AnswerRecord] = []
    comments: list[CommentRecord] = []
    topic_marks: list[TopicMarkRecord] = []
    cue_refusals: list[CueRefusalRecord] = []
    ranges: list[LabelledRange] = []


class AssignmentRecord(Struct, frozen=True):
    """The article was handed to an annotator (a uid) in a round."""

    round: str
    annotator: str


class ArticleRecord(Struct, frozen=True, omit_defaults=True, tag_field="kind", tag="article"):
    """One article with everything that was said about it.

    `text` is None in an export without texts; `length` (code points) and `sha256` (of the UTF-8 text) stay.
    `key` None: the source has none, and the store takes the beginning of the hash. `story` numbers
    near-duplicates; -1: somebody said that the article is none.
    """

    lesart: Version
    key: str | None = None
    sha256: str | None = None
    length: Position | None = None
    title: str = ""
    text: str | None = None
    language: str | None = None
    outlet: str | None = None
    author: str | None = None
    url: str | None = None
    published_at: str | None = None
    source_id: str | None = None
    retrieved_at: str | None = None
    rights: str | None = None
    story: int | None = None
    batch: str | None = None
    attrs: Json = {}
    zones: list[ZoneRecord] = []
    assigned: list[AssignmentRecord] = []
    sets: list[SetRecord] = []
