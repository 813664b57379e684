"""What somebody has begun to write and not kept yet: it waits where it was begun and is not thrown away."""

from msgspec import Struct

from store.vocabulary import CommentKind


class Draft(Struct, frozen=True):
    """A comment about a span, a stance or (neither given) the article; `about` words what it is about."""

    text: str = ""
    kind: CommentKind = "note"
    span: int | None = None
    stance: int | None = None
    about: str = ""


class Drafts(Struct, frozen=True):
    """Those of one project: comments by article, and its guideline (None: nobody is writing it)."""

    comments: dict[int, Draft] = {}
    guideline: str | None = None
