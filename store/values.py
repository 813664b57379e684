"""Frozen values that cross the border between the store and the rest. This file imports nothing of ours.

Every `start` and `end` is a half-open range of Unicode **code points** of `Article.text`, exactly as imported.
Labels are named by their code ("PER"), everything else by its integer id, which is local to one store.
"""

from typing import Any, Literal, get_args

from msgspec import Struct

Json = dict[str, Any]

SpanForm = Literal["plain", "derived", "part"]
"""`derived`: an adjective such as „russischen“; `part`: a piece of a compound such as „Kreml“ in „Kreml-Sprecher“."""

SpanMade = Literal["typed", "accepted", "corrected", "all_occurrences", "seen_unchanged", "imported", "predicted"]
"""How a span came to be; `predicted` is what a model's own set holds."""

SetStatus = Literal["new", "in_progress", "done", "excluded"]
AnnotatorKind = Literal["person", "model", "gold"]
RoundPurpose = Literal["pilot", "training", "main", "recheck"]
LabelSetKind = Literal["entity", "stance"]
Lifecycle = Literal["proposed", "active", "retired"]
TopicKind = Literal["issue", "claim", "actor"]
HolderKind = Literal["span", "actor", "author", "outlet", "unspecified"]
StanceLevel = Literal["statement", "paragraph", "article"]
StanceForm = Literal["verbal", "act", "emotion", "inferred"]
Attribution = Literal["author", "author_narration", "direct_quote", "indirect_quote", "mixed_quote"]
PartRole = Literal["evidence", "cue"]
PartMade = Literal["default", "marked"]
"""`default` is the automatic sentence: shown, but never counted as somebody's judgement."""

CommentKind = Literal["note", "question", "answer"]
FieldOn = Literal["article", "span", "stance"]
FieldKind = Literal["one", "many", "ordinal", "number", "text", "date"]

IN_SCOPE_ZONES = ("headline", "lead", "quote")
OUT_OF_SCOPE_ZONES = ("dateline", "byline", "disclaimer", "category", "about")


def choices(literal: Any) -> tuple[str, ...]:
    """The words a `Literal` above allows, in order; tables make their CHECKs of them."""
    return get_args(literal)


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
    """A labelled range; without a label it is a mention. `origin` is the id of the suggestion it came from."""

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

    `ids` are the span rows behind it, `models` the names of the models; `score` is the highest of theirs, 0…1.
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
    """What a pipeline found, before it has a row: code-point range, label code, form and score (0…1 or none)."""

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
    """One range of a stance's evidence or cue; a list of them because German evidence is often discontinuous."""

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
    """A row of the queue. `status` is that of the asking annotator's set, "new" where there is none yet."""

    id: int
    key: str
    title: str
    outlet: str | None
    published_at: str | None
    language: str | None
    status: SetStatus
    flag: str | None


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


class ProjectSettings(Struct, frozen=True):
    """The project's own switches. Labels and forms named here are not suggested; `nested` lets spans overlap."""

    preset: str = "german"
    language: str = "de"
    labels_off: tuple[str, ...] = ("MISC",)
    forms_off: tuple[SpanForm, ...] = ("derived", "part")
    nested: bool = False
    exclusion_reasons: tuple[str, ...] = ("off_topic", "duplicate", "stub", "not_news")


class StepHead(Struct, frozen=True):
    """One logged step as the history shows it: `operation` is a code such as "suggestion.accept"."""

    id: int
    operation: str
    at: str
    articles: tuple[int, ...]
