"""Frozen values that cross the border between the store and the rest; imports only the vocabularies.

Every `start` and `end` is a half-open range of Unicode **code points** of `Article.text` as imported.
Labels are named by their code ("PER"), everything else by its integer id, which is local to one store.
"""

from typing import Any

from msgspec import Struct

from store.vocabulary import (
    AnnotatorKind,
    Attribution,
    CommentKind,
    HolderKind,
    Lifecycle,
    PartMade,
    PartRole,
    PlaceState,
    RoundPurpose,
    SetStatus,
    SpanForm,
    SpanMade,
    StanceForm,
    StanceLevel,
    TopicKind,
    TopicMarkKind,
)

Json = dict[str, Any]


class Label(Struct, frozen=True):
    """A type such as PER. `key` is its digit, `value` its place on an ordinal scale (stance labels)."""

    id: int
    code: str
    name: dict[str, str]
    key: str | None
    color_light: str
    color_dark: str
    glyph: str
    value: float | None
    status: Lifecycle


class Topic(Struct, frozen=True):
    """A project-level stance target, worded per language; `digit` (1-9) is pinned and never moves."""

    id: int
    key: str
    kind: TopicKind
    wording: dict[str, str]
    definition: str
    parent_id: int | None
    status: Lifecycle
    digit: int | None
    actor_id: int | None = None
    merged_into_id: int | None = None


class Actor(Struct, frozen=True):
    """A codebook entry that spans can point to."""

    id: int
    uid: str
    name: str
    type: str
    parent_id: int | None
    aliases: tuple[str, ...]
    external_ids: dict[str, str]


class Annotator(Struct, frozen=True):
    """Whoever reads: a person, a model (name and version) or the gold standard."""

    id: int
    uid: str
    name: str
    kind: AnnotatorKind
    version: str


class Round(Struct, frozen=True):
    """A pass over articles with one purpose under one frozen scheme version."""

    id: int
    name: str
    purpose: RoundPurpose
    scheme_version_id: int


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


class Suggestion(Struct, frozen=True):
    """A model's span as it is shown: once per (start, end, label, form), however many models say it.

    `ids` are the span rows behind it, `models` the models' names; `score` is the highest of theirs, 0…1.
    """

    ids: tuple[int, ...]
    start: int
    end: int
    label: str
    form: SpanForm
    score: float | None
    models: tuple[str, ...]

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


class Article(Struct, frozen=True):
    """One news text with its metadata. `text` never changes after import."""

    id: int
    key: str
    title: str
    language: str | None
    outlet: str | None
    author: str | None
    url: str | None
    published_at: str | None
    source_id: str | None
    retrieved_at: str | None
    rights: str | None
    sha256: str
    attrs: Json
    text: str


class ArticleHead(Struct, frozen=True):
    """A row of the queue. `status` is that of the asking annotator's set, "new" where there is none yet.

    Where words were searched for: `hits` in title and text, a piece of the text (`snippet`) and the `marks`
    in it, ranges of its code points.
    """

    id: int
    key: str
    title: str
    outlet: str | None
    published_at: str | None
    language: str | None
    status: SetStatus
    flag: str | None
    hits: int = 0
    snippet: str = ""
    marks: tuple[tuple[int, int], ...] = ()


class ArticlePage(Struct, frozen=True):
    """Everything the article view needs of one article, in text order.

    `suggestions` are the undecided ones only; `set` is None as long as the annotator has touched nothing.
    `predicted` is False while no model has read the article yet.
    """

    article: Article
    zones: tuple[Zone, ...]
    set: AnnotationSet | None
    spans: tuple[Span, ...]
    suggestions: tuple[Suggestion, ...]
    rejections: tuple[Rejection, ...]
    stances: tuple[Stance, ...]
    comments: tuple[Comment, ...]
    predicted: bool
    topic_marks: tuple[TopicMark, ...] = ()
    cue_refusals: tuple[tuple[int, int], ...] = ()


class ProjectSettings(Struct, frozen=True):
    """The project's switches. Labels and forms named here are not suggested; `nested` lets spans overlap.

    `preset` and `stances` are the label sets that the project began with. `models` says which model (its
    source, see `desktop.nlp.models`) reads a language, "" none; other languages are read by what is there.
    `suggests_evidence`: sentences where an actor meets a cue are shown; off, because suggestions on
    subjective labels anchor people.
    """

    preset: str = "german"
    language: str = "de"
    labels_off: tuple[str, ...] = ("MISC",)
    forms_off: tuple[SpanForm, ...] = ("derived", "part")
    nested: bool = False
    exclusion_reasons: tuple[str, ...] = ("off_topic", "duplicate", "stub", "not_news")
    stances: str = "stance3"
    models: dict[str, str] = {}
    suggests_evidence: bool = False


class StepHead(Struct, frozen=True):
    """One logged step as the history shows it: `operation` is a code such as "suggestion.accept"."""

    id: int
    operation: str
    at: str
    articles: tuple[int, ...]


class Work(Struct, frozen=True):
    """Who is at work, and in which round: what every operation on a reading needs to know."""

    annotator_id: int
    round_id: int


class Holder(Struct, frozen=True):
    """Who takes a stance. `span` is an own span's id, `suggestion` one's that the same step accepts."""

    kind: HolderKind
    span: int | None = None
    actor: int | None = None
    suggestion: int | None = None


class Touched(Struct, frozen=True):
    """What one committed step touched: the payload of the window's one `changed` signal.

    `nouns` are table names. `span` and `stance` are the row that is in hand after the step, if there is one.
    `entry` is the codebook entry (topic or actor) that was made or changed. `notice` is a code for the status
    line, such as "kept_as_mention".
    """

    step: int
    operation: str
    articles: tuple[int, ...]
    nouns: frozenset[str]
    span: int | None = None
    stance: int | None = None
    notice: str | None = None
    entry: int | None = None


class Occurrence(Struct, frozen=True):
    """One place where a name stands, with the text around it.

    `other` is the label of what is there, `span` an own span that would be labelled anew, `suggestion` one
    that would be settled by it.
    """

    article_id: int
    title: str
    start: int
    end: int
    before: str
    words: str
    after: str
    state: PlaceState
    other: str | None = None
    span: int | None = None
    suggestion: int | None = None


class Place(Struct, frozen=True):
    """A range of code points to label.

    `span` is an own span there that gets the label instead, `suggestion` one that is settled by it.
    """

    start: int
    end: int
    span: int | None = None
    suggestion: int | None = None


class Progress(Struct, frozen=True):
    """How far long work is; `total` 0: not known yet. `note` names what is being done or was skipped."""

    done: int
    total: int
    note: str = ""
