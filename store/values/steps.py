"""What operations are given and what they give back."""

from msgspec import Struct

from store.vocabulary import HolderKind, PlaceState


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


class Place(Struct, frozen=True):
    """A range of code points to label.

    `span` is an own span there that gets the label instead, `suggestion` one that is settled by it.
    """

    start: int
    end: int
    span: int | None = None
    suggestion: int | None = None


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


class StepHead(Struct, frozen=True):
    """One logged step as the history shows it: `operation` is a code such as "suggestion.accept"."""

    id: int
    operation: str
    at: str
    articles: tuple[int, ...]


class Progress(Struct, frozen=True):
    """How far long work is; `total` 0: not known yet. `note` names what is being done or was skipped."""

    done: int
    total: int
    note: str = ""
