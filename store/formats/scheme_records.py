"""The first line of the native format: the project and all that its articles refer to, as records."""

from typing import Literal

from msgspec import Struct

from store.formats.records import AnnotatorRecord, Digit, Version
from store.values import Json
from store.vocabulary import FieldKind, FieldOn, LabelSetKind, Lifecycle, RoundPurpose, TopicKind


class LabelRecord(Struct, frozen=True, omit_defaults=True):
    """A type such as PER; the order in the list is its place in the set."""

    code: str
    name: dict[str, str]
    color_light: str
    color_dark: str
    description: dict[str, str] = {}
    key: str | None = None
    glyph: str = ""
    value: float | None = None
    status: Lifecycle = "active"


class LabelSetRecord(Struct, frozen=True):
    """A permitted vocabulary."""

    key: str
    kind: LabelSetKind
    name: dict[str, str]
    labels: list[LabelRecord]


class SchemeVersionRecord(Struct, frozen=True, omit_defaults=True):
    """A frozen (or coming) state of the scheme with its guideline."""

    number: int
    at: str
    frozen_at: str | None = None
    guideline: str = ""
    content: Json = {}


class RoundRecord(Struct, frozen=True):
    """A pass over articles; `scheme_version` is a number."""

    name: str
    purpose: RoundPurpose
    scheme_version: int


class FieldRecord(Struct, frozen=True, omit_defaults=True):
    """A question that the project asks."""

    key: str
    on: FieldOn
    kind: FieldKind
    name: dict[str, str] = {}
    options: list[str] = []
    required: bool = False
    status: Lifecycle = "active"


class ActorRecord(Struct, frozen=True, omit_defaults=True):
    """A codebook entry; `parent` and `merged_into` are uids."""

    uid: str
    name: str
    type: str = ""
    parent: str | None = None
    aliases: list[str] = []
    external_ids: dict[str, str] = {}
    merged_into: str | None = None


class TopicRecord(Struct, frozen=True, omit_defaults=True):
    """A stance target of the project; `parent` and `merged_into` are keys of topics, `actor` is a uid."""

    uid: str
    key: str
    kind: TopicKind
    wording: dict[str, str]
    definition: str = ""
    parent: str | None = None
    actor: str | None = None
    status: Lifecycle = "active"
    digit: Digit | None = None
    merged_into: str | None = None


class BatchRecord(Struct, frozen=True, omit_defaults=True):
    """A sample of articles; `drawn_by` is a uid."""

    name: str
    drawn_by: str | None = None
    filter: Json = {}
    seed: int | None = None


class RunRecord(Struct, frozen=True, omit_defaults=True):
    """A run of a model (a uid); the sets it made name its place in the list, counted from 1."""

    annotator: str
    at: str
    settings: Json = {}


class ProjectRecord(Struct, frozen=True, omit_defaults=True, tag_field="kind", tag="project"):
    """The first line of an export: the project and all that its articles refer to.

    `partial`: no project but what a file of another program names (topics, actors, labels); it is only added
    to a store, also to a new one.
    """

    lesart: Version
    uid: str
    name: str
    created_at: str
    text: Literal["full", "none"] = "full"
    partial: bool = False
    settings: Json = {}
    label_sets: list[LabelSetRecord] = []
    scheme_versions: list[SchemeVersionRecord] = []
    rounds: list[RoundRecord] = []
    fields: list[FieldRecord] = []
    actors: list[ActorRecord] = []
    topics: list[TopicRecord] = []
    annotators: list[AnnotatorRecord] = []
    batches: list[BatchRecord] = []
    runs: list[RunRecord] = []
