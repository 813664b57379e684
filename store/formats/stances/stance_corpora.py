"""Corpora of other people's stances: a short text, a topic, a label. Each text becomes an article."""

from collections.abc import Iterable, Iterator
from uuid import NAMESPACE_URL, uuid5

from msgspec.structs import replace

from store.formats.protocol import Item, ReadOptions
from store.formats.readings import reading
from store.formats.records import VERSION, ArticleRecord, StanceRecord
from store.formats.scheme_records import TopicRecord
from store.keys import key_of


def topic_of(given: str, wording: str) -> str:
    """The key of a topic: the one that the file gives, else one made of its wording."""
    return given or key_of(wording, "topic")


def topic_record(key: str, wording: str, language: str) -> TopicRecord:
    """A topic that a file brings; its uid is the same at every import."""
    uid = str(uuid5(NAMESPACE_URL, f"lesart:topic:{key}\0{wording}"))
    return TopicRecord(uid, key, "issue", {language: wording})


def comment_uid(text: str, topic: str, number: str) -> str:
    """The uid of the stance of a row, the same at every import."""
    return str(uuid5(NAMESPACE_URL, f"lesart:comment:{text}\0{topic}\0{number}"))


def comment_article(
    text: str,
    topic: str,
    label: str,
    number: str,
    options: ReadOptions,
    *,
    language: str | None = None,
    author: str | None = None,
) -> ArticleRecord:
    """A text whose author takes a stance toward a topic."""
    stance = StanceRecord(
        "t1", comment_uid(text, topic, number), label, "author", level="article", topic=topic
    )
    return ArticleRecord(
        VERSION,
        text=text,
        author=author,
        language=language or options.language,
        rights=options.rights,
        source_id=number,
        sets=[reading(options.annotator, [], stances=[stance])],
    )


def together(items: Iterable[Item]) -> Iterator[Item]:
    """Articles of one text as one, with the stances of all of them; all else before them.

    The same comment may stand there for several topics, and a store has a text only once.
    """
    found: dict[str | None, tuple[int, ArticleRecord]] = {}
    for number, item in items:
        if not isinstance(item, ArticleRecord):
            yield number, item
            continue
        first, known = found.setdefault(item.text, (number, item))
        if known is not item:
            (mine,), (theirs,) = known.sets, item.sets
            stances = [*mine.stances, *theirs.stances]
            named = [replace(stance, id=f"t{row}") for row, stance in enumerate(stances, 1)]
            found[item.text] = (first, replace(known, sets=[replace(mine, stances=named)]))
    yield from found.values()
