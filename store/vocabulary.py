"""The closed vocabularies: the words that a column may hold, as types.

The tables make their CHECKs of them, the formats their validation. This file imports nothing of ours.
"""

from typing import Any, Literal, get_args

SpanForm = Literal["plain", "derived", "part"]
"""`derived`: an adjective such as „russischen“; `part`: of a compound („Kreml“ in „Kreml-Sprecher“)."""

SpanMade = Literal[
    "typed", "accepted", "corrected", "all_occurrences", "seen_unchanged", "imported", "predicted"
]
"""How a span came to be; `predicted` is what a model's own set holds."""

SetStatus = Literal["new", "in_progress", "done", "excluded"]
AnnotatorKind = Literal["person", "model", "gold"]
MemoryOf = Literal["off", "own", "everyone"]
"""Whose earlier decisions become suggestions."""

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

TopicMarkKind = Literal["none", "look_again"]
"""What a set says of a topic beside its stances. `none`: no stance toward it was found, which is an answer
and never NEUTRAL. `look_again`: the topic means something else since the set was made."""

CommentKind = Literal["note", "question", "answer"]
FieldOn = Literal["article", "span", "stance"]
FieldKind = Literal["one", "many", "ordinal", "number", "text", "date"]

QueueOrder = Literal["imported", "newest", "oldest", "title", "outlet", "unsure_first", "spread", "random"]
"""How the queue may be sorted; `unsure_first`: by the lowest score of the models' spans; `spread`: one
article of each story, outlet and month in turn; `random`: always the same shuffling."""

NOT_RANDOM: frozenset[QueueOrder] = frozenset(("unsure_first", "spread"))
"""Orders made for choosing what to read: what is counted on their first articles holds for these alone."""

PlaceState = Literal[
    "free", "same", "suggested", "mention", "other_label", "overlaps", "within", "rejected", "out_of_scope"
]
"""What is already where a name could be labelled.

Nothing; the same label; an undecided suggestion with these edges; a mention of one's own; another label of
one's own; an own span with other edges, where the project forbids that; an undecided suggestion with other
edges; a refusal of just this; a zone that is not annotated.
"""

READY: frozenset[PlaceState] = frozenset(("free", "suggested", "mention"))
"""States in which labelling overrides nothing that anybody said."""

BLOCKED: frozenset[PlaceState] = frozenset(("same", "overlaps"))
"""States in which there is no room."""

IN_SCOPE_ZONES = ("headline", "lead", "quote")
OUT_OF_SCOPE_ZONES = ("dateline", "byline", "disclaimer", "category", "about")


def choices(literal: Any) -> tuple[str, ...]:
    """The words a `Literal` above allows, in order; tables make their CHECKs of them."""
    return get_args(literal)
