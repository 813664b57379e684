"""Values of who stands where: a project's stances with names in place of ids (pure)."""

from msgspec import Struct


class Position(Struct, frozen=True):
    """One stance. `holder` is an actor's name where it is known, else the words in the text, or None.

    `target` is what stands for the target where no topic does: an actor's name or the words in the text.
    """

    stance: int
    article: int
    label: str
    value: float | None
    holder_kind: str
    holder: str | None
    holder_actor: int | None
    topic: int | None
    target: str | None
    target_actor: int | None


class Quote(Struct, frozen=True):
    """Where a stance shows: the article's title and the words of its evidence (`marked`: by somebody).

    `start` and `end` are the code points of the first piece of evidence, None where there is none.
    """

    stance: int
    article: int
    title: str
    words: str
    marked: bool
    start: int | None = None
    end: int | None = None
