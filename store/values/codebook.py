"""What a project codes with, and who codes: labels, topics, actors, annotators, rounds, switches."""

from msgspec import Struct

from store.vocabulary import AnnotatorKind, Lifecycle, MemoryOf, RoundPurpose, SpanForm, TopicKind


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


class ProjectSettings(Struct, frozen=True):
    """The project's switches. Labels and forms named here are not suggested; `nested` lets spans overlap.

    `preset` and `stances` are the label sets that the project began with. `models` says which model (its
    source, see `desktop.nlp.models`) reads a language, "" none; other languages are read by what is there.
    `suggests_evidence`: sentences where an actor meets a cue are shown; off, because suggestions on
    subjective labels anchor people. `hidden`: labels that are not suggested where a model of this name says
    them, since it is bad at them. `least_score`: suggestions with a lower one (0…1) are not shown. `memory`:
    whose earlier decisions are suggested again; one's own, so that annotators stay independent.
    `unaided_share`: per cent of the articles that each annotator reads without suggestions (`store.guard`).
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
    hidden: dict[str, tuple[str, ...]] = {}
    least_score: float = 0.0
    memory: MemoryOf = "own"
    unaided_share: int = 0
