"""Rows of X-stance as articles, topics and stances, and back: a row that came in goes out as it was.

The question is a topic, its area the topic above it, "yes" and "no" (100, 0) a stance of strength 3, "rather"
(75, 25) one of strength 2. What has no field here (the row's number, the part of the test set) stays with the
stance in `attrs["xstance"]`. A store has a text once: of the same comment by several people, the first is the
article's author and the others are actors.
"""

from collections.abc import Iterator, Sequence
from typing import cast
from uuid import NAMESPACE_URL, uuid5

import msgspec
from msgspec import Struct
from msgspec.structs import replace

from store.formats.problems import Skipped
from store.formats.protocol import Item, ReadOptions
from store.formats.records import VERSION, ArticleRecord, StanceRecord
from store.formats.scheme_records import ActorRecord, ProjectRecord, TopicRecord
from store.formats.stances.stance_corpora import (
    comment_article,
    comment_uid,
    together,
    topic_of,
    topic_record,
)
from store.formats.stances.statements import Codebook, Statement, ranges_text, worded
from store.keys import free_key, key_of
from store.values import Json

ATTRS = "xstance"
"""Where a stance keeps what its row said besides."""

NUMBERS = {"FAVOR": (75, 100), "AGAINST": (25, 0)}
"""`numerical_label` of "rather" and of the whole side."""

RATHER, WHOLLY = 2, 3
"""Strengths."""


class Row(Struct, frozen=True):
    """What is read of a row; `rest` is what has no field of ours."""

    id: str | int
    question: str
    comment: str
    label: str
    question_id: str | int = ""
    language: str | None = None
    author: str | None = None
    numerical_label: float | None = None
    topic: str = ""
    rest: Json = {}

    @property
    def name(self) -> str:
        """What the row is called."""
        return str(self.id)

    @property
    def key(self) -> str:
        """The key of the topic that the question becomes."""
        return topic_of(str(self.question_id), self.question)

    @property
    def strength(self) -> int | None:
        """How strong the side is, where the number says it of this side."""
        numbers = NUMBERS.get(self.label, ())
        return numbers.index(self.numerical_label) + RATHER if self.numerical_label in numbers else None


_FIELDS = frozenset((*Row.__struct_fields__, "x")) - {"rest"}


def decoded(line: bytes) -> Row:
    """A line as a row. Raises what msgspec raises."""
    values = msgspec.json.decode(line, type=Json)
    rest = {name: value for name, value in values.items() if name not in _FIELDS}
    return msgspec.convert({**values, "rest": rest}, Row)


# --- In ----------------------------------------------------------------------------------


def records(rows: Sequence[tuple[int, Row | Skipped]], options: ReadOptions) -> Iterator[Item]:
    """Topics and actors, then an article for each text."""
    good = [row for _, row in rows if not isinstance(row, Skipped)]
    first: dict[str, Row] = {}
    for row in good:
        first.setdefault(row.comment, row)
    others = dict.fromkeys(it.author for it in good if it.author and it.author != first[it.comment].author)
    actors = [ActorRecord(_actor(name), name) for name in others]
    yield 0, ProjectRecord(VERSION, "", "", "", partial=True, topics=_topics(good), actors=actors)
    yield from together(
        (number, row if isinstance(row, Skipped) else _article(row, first[row.comment], options))
        for number, row in rows
    )


def _topics(rows: Sequence[Row]) -> list[TopicRecord]:
    """The questions in all their languages, and above them their areas."""
    questions: dict[str, TopicRecord] = {}
    areas: dict[str, TopicRecord] = {}
    keys = {row.key for row in rows}
    for row in rows:
        language = row.language or "de"
        known = questions.get(row.key)
        if known is None:
            parent = free_key(key_of(row.topic, "area"), keys) if row.topic else None
            known = replace(topic_record(row.key, row.question, language), parent=parent)
            questions[row.key] = known
        known.wording.setdefault(language, row.question)
        if known.parent is not None and row.topic:
            area = areas.setdefault(known.parent, topic_record(known.parent, row.topic, language))
            area.wording.setdefault(language, row.topic)
    return [*areas.values(), *questions.values()]


def _article(row: Row, first: Row, options: ReadOptions) -> ArticleRecord:
    """The comment of a row with its stance; `first` is the row whose text the article is."""
    made = comment_article(
        row.comment, row.key, row.label, row.name, options, language=first.language, author=first.author
    )
    (item,) = made.sets
    (stance,) = item.stances
    said = {"id": row.id, **row.rest}
    if row.language != first.language:
        said["language"] = row.language
    stance = replace(stance, intensity=row.strength, attrs={ATTRS: said})
    if row.author and row.author != first.author:
        stance = replace(stance, holder_kind="actor", holder_actor=_actor(row.author))
    return replace(made, sets=[replace(item, stances=[stance])])


def _actor(name: str) -> str:
    return str(uuid5(NAMESPACE_URL, f"lesart:author:{name}"))


# --- Out ---------------------------------------------------------------------------------


def name_of(article: ArticleRecord, stance: StanceRecord) -> str:
    """What the row of a stance is called: as the row that it came from, else by its uid."""
    number = str(_said(stance).get("id", ""))
    is_own = comment_uid(article.text or "", stance.topic or "", number) == stance.uid
    return number if number and is_own else stance.uid


def row_of(statement: Statement, label: str, comment: str, codebook: Codebook) -> Json:
    """A statement as a row."""
    stance, topic = statement.stance, statement.topic
    said = _said(stance)
    language = said.get("language") or statement.language
    area = codebook.topics.get(topic.parent or "") if topic else None
    is_own = name_of(statement.article, stance) != stance.uid
    row: Json = {
        "id": said["id"] if is_own else stance.uid,
        "language": language,
        "question_id": _number(topic.key) if topic else "",
        "question": worded(topic.wording, language) if topic else statement.about,
        "comment": comment,
        "label": label,
        "numerical_label": NUMBERS[label][_is_whole(statement, codebook)],
        "author": statement.holder.name,
        "topic": worded(area.wording, language) if area else "",
    }
    if is_own:
        row |= {name: value for name, value in said.items() if name not in row}
    if not is_own or not _is_as_it_came(stance):
        row["x"] = _beside(statement)
    return row


def _said(stance: StanceRecord) -> Json:
    said = (stance.attrs or {}).get(ATTRS)
    return cast(Json, said) if isinstance(said, dict) else {}


def _number(key: str) -> str | int:
    """The number of a question, as the corpus has it; a key of ours stays one."""
    return int(key) if key.isascii() and key.isdecimal() and str(int(key)) == key else key


def _is_whole(statement: Statement, codebook: Codebook) -> bool:
    """Whether a stance is "yes" or "no" and not "rather": by its label, where the scale has steps."""
    if codebook.has_steps(statement.stance.label):
        return statement.polarity in (-1.0, 1.0)
    return statement.stance.intensity == WHOLLY


def _is_as_it_came(stance: StanceRecord) -> bool:
    """Whether there is nothing that a row has no field for."""
    is_plain = stance.form is None and stance.attribution is None and not stance.parts
    return is_plain and stance.level == "article"


def _beside(statement: Statement) -> Json:
    stance = statement.stance
    return {
        "article": statement.article.key,
        "annotator": statement.reading.annotator.name,
        "evidence": ranges_text(statement.ranges("evidence")),
        "level": stance.level,
        "form": stance.form,
        "attribution": stance.attribution,
        "holder_kind": stance.holder_kind,
    }
