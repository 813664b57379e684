"""What is in hand: the one thing that bare keys act on, and beside it a stance half made or just made.

Pure values; `grammar.py` says how an action changes them. All positions are code points of `Article.text`.
"""

from typing import Literal

from msgspec import Struct

from desktop.nlp.evidence import Meeting
from store.offsets import Range
from store.values import Holder
from store.vocabulary import StanceLevel

Side = Literal["begin", "end"]


class Nothing(Struct, frozen=True):
    """Only the caret; a digit labels the token it stands at."""


class Selection(Struct, frozen=True):
    """Selected text, from where it began (`anchor`) to where it can be moved (`head`); never empty.

    `label` is what a name that the model nearly suggested would be; moving the head forgets it.
    """

    anchor: int
    head: int
    label: str | None = None

    @property
    def start(self) -> int:
        """The earlier of both."""
        return min(self.anchor, self.head)

    @property
    def end(self) -> int:
        """The later of both."""
        return max(self.anchor, self.head)


class OwnSpan(Struct, frozen=True):
    """A span or mention (label None) of the annotator's own set."""

    id: int
    start: int
    end: int
    label: str | None
    unsure: bool = False


class SuggestionInHand(Struct, frozen=True):
    """A model's undecided span; `id` is what a decision names."""

    id: int
    start: int
    end: int
    label: str
    score: float | None = None


class Edge(Struct, frozen=True):
    """One edge of a span or suggestion: the arrows move it, any other key lets go.

    `start` and `end` are where the edges stand now. Of an own span each press is committed, all with the same
    `hold`; of a suggestion they are a draft until it is let go, and `label` (None: that of the suggestion) is
    one with them.
    """

    of: OwnSpan | SuggestionInHand
    side: Side
    start: int
    end: int
    hold: int
    label: str | None = None

    @property
    def is_draft(self) -> bool:
        """Whether letting go has something to commit."""
        moved = (self.start, self.end) != (self.of.start, self.of.end)
        relabelled = self.label is not None and self.label != self.of.label
        return isinstance(self.of, SuggestionInHand) and (moved or relabelled)


class EvidenceInHand(Meeting, frozen=True):
    """A suggested sentence of evidence: its `actor` would be the holder.

    It has no label and no target, and is nothing until it is taken.
    """


Focus = Nothing | Selection | OwnSpan | SuggestionInHand | Edge | EvidenceInHand


class HalfMade(Struct, frozen=True):
    """A stance that still lacks something: its label (after H), its target (after F, A, N).

    `holder` None: `holder_range` is a selection that becomes the holder's mention. Of a whole
    article it has no evidence.
    """

    holder: Holder | None
    label: str | None = None
    holder_range: Range | None = None
    evidence: Range | None = None
    level: StanceLevel = "statement"

    @property
    def is_ready(self) -> bool:
        """Whether only the target is missing."""
        return self.label is not None


class MadeStance(Struct, frozen=True):
    """A stance of the annotator's own set."""

    id: int


class Target(Struct, frozen=True):
    """What a stance is toward; one of them is given."""

    topic: int | None = None
    actor: int | None = None
    span: int | None = None
    suggestion: int | None = None
    range: Range | None = None


class Hand(Struct, frozen=True):
    """Everything that keys act on.

    `last_target` is repeated by Space. `going_on`: the suggestion in hand is being decided, and once that is
    committed the next undecided one is taken. `finishing`: Ctrl+Enter has shown what is undecided. `holds`
    counts the edges that were gripped. `by_doubt`: one goes from the least sure suggestion to the surest, and
    a decision goes on that way, not in the order of the text.
    """

    focus: Focus = Nothing()
    caret: int = 0
    statement: HalfMade | MadeStance | None = None
    last_target: Target | None = None
    going_on: bool = False
    finishing: bool = False
    by_doubt: bool = False
    holds: int = 0

    @property
    def thing(self) -> OwnSpan | SuggestionInHand | None:
        """The span or suggestion in hand, also by its edge."""
        focus = self.focus.of if isinstance(self.focus, Edge) else self.focus
        return focus if isinstance(focus, OwnSpan | SuggestionInHand) else None

    @property
    def stretch(self) -> Range | None:
        """The text in hand: that of the selection, the span or the suggestion."""
        return None if isinstance(self.focus, Nothing) else (self.focus.start, self.focus.end)

    @property
    def place(self) -> Range:
        """What should be on screen: the edge that moves, a selection's head, a span, the caret."""
        match self.focus:
            case Edge(side=side, start=start, end=end):
                return (start, start + 1) if side == "begin" else (end - 1, end)
            case Selection(anchor=anchor, head=head):
                return (head - 1, head) if head > anchor else (head, head + 1)
            case OwnSpan(start=start, end=end) | SuggestionInHand(start=start, end=end):
                return start, end
            case EvidenceInHand() as suggested:
                return suggested.start, suggested.end
        return self.caret, self.caret + 1
