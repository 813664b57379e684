"""An article as the queue and as the article view show it."""

from msgspec import Struct

from store.values.json import Json
from store.values.marks import (
    AnnotationSet,
    Comment,
    Rejection,
    Rewording,
    Span,
    Stance,
    Suggestion,
    TopicMark,
    Withheld,
    Zone,
)
from store.vocabulary import SetStatus


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
    in it, ranges of its code points. `prints`: how many other articles tell the same story.
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
    prints: int = 0


class Print(Struct, frozen=True):
    """An article that tells a story as others do; `story` is the number of the group."""

    story: int
    id: int
    key: str
    title: str
    outlet: str | None
    published_at: str | None


class ArticlePage(Struct, frozen=True):
    """Everything the article view needs of one article, in text order.

    `suggestions` are the undecided ones only; `set` is None as long as the annotator has touched nothing.
    `predicted` is False while no model has read the article yet. `withheld` are a model's suggestions that
    are not shown because earlier decisions speak against them; `too_low` is how many are not shown because of
    their score. `unaided`: all suggestions are kept back here. `rewordings` are of the topics to look at
    again.
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
    withheld: tuple[Withheld, ...] = ()
    unaided: bool = False
    too_low: int = 0
    rewordings: tuple[Rewording, ...] = ()
