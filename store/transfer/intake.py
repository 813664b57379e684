"""One slice of an import in one transaction: what is there already is found, the rest is written."""

from msgspec import Struct
from msgspec.structs import replace
from sqlalchemy import Connection, func, insert, select

from store import bulk
from store.formats.problems import RecordError, Skipped
from store.formats.records import ArticleRecord, SetRecord
from store.formats.scheme_records import ProjectRecord
from store.recording import log_bulk
from store.tables import core as t
from store.tables import now
from store.transfer.leaving_out import rest_of
from store.transfer.references import References
from store.transfer.rows import RowMaker, Rows
from store.transfer.scheme import adopt
from store.transfer.validation import Checked
from store.values import Json

Place = tuple[str, int]
"""Path and line of a record."""

_ARTICLE = t.article.c
_SAME_TEXT = select(_ARTICLE.sha256, _ARTICLE.id, _ARTICLE.key)
_SAME_KEY = select(_ARTICLE.key)


class Intake:
    """Takes records into a store, slice by slice, under one import.

    An article whose text is there already is reported; annotation sets that it does not have yet are added
    to it. An article whose key stands for another text is reported and gets another key.
    """

    def __init__(self, label: str, options: Json) -> None:
        self.added: int = 0
        self.sets_added: int = 0
        self._problems: list[Skipped] = []
        self.import_id = 0
        self.is_begun = False
        self._label = label
        self._options = options
        self._references: References | None = None
        self._carried: tuple[list[int], list[str]] = ([], [])
        self._first_story: int | None = None

    @property
    def new_labels(self) -> tuple[str, ...]:
        """Codes of the labels that had to be added."""
        return tuple(self._references.new_labels if self._references else self._carried[1])

    def begin_file(self) -> None:
        """From here on, numbers of runs and of near-duplicates are those of another file."""
        if self._references:
            self._references.runs = []
        self._first_story = None

    def knows(self, project: ProjectRecord) -> bool:
        """Whether what a file of another program names has all been taken in; many files name the same."""
        found = self._references
        return bool(found and project.partial and found.have(project))

    def adopt(self, conn: Connection, project: ProjectRecord) -> None:
        """Take in the project that the articles after it belong to."""
        adopt(conn, project, self._known(conn))

    def take(self, conn: Connection, records: list[tuple[Place, Checked]]) -> list[Skipped]:
        """Write one slice; its problems come back. What the database raises leaves all as it was."""
        before = (self.added, self.sets_added, self.is_begun, self._first_story)
        labels, self._problems = len(self.new_labels), []
        try:
            self._take(conn, records)
        except Exception:
            self.added, self.sets_added, self.is_begun, self._first_story = before
            self._forget(labels)
            raise
        return self._problems

    def _take(self, conn: Connection, records: list[tuple[Place, Checked]]) -> None:
        references = self._known(conn)
        story = self._first_story = _last_story(conn) if self._first_story is None else self._first_story
        articles = [item.record for _, item in records]
        maker = RowMaker(conn, references, articles, import_id=self.import_id, story=story)
        slice_ = _Slice(conn, [item for _, item in records])
        partly: list[tuple[Place, Checked]] = []
        for place, item in records:
            try:
                self._take_one(slice_, maker, place, item)
            except RecordError as problem:
                if problem.reason == "unknown_reference":
                    partly.append((place, item))
                else:
                    self._problems.append(problem.at(*place))
        if partly:
            self._take_partly(slice_, partly, story)
        self._write(slice_)

    def _take_partly(self, slice_: "_Slice", records: list[tuple[Place, Checked]], story: int) -> None:
        """Take what is left of records that name something unknown; what is left out is told."""
        self._write(slice_)  # so that the second maker knows what the first one took
        references = self._known(slice_.conn)
        for _, item in records:
            for reading in item.record.sets:  # a set may name one that stands behind it
                references.annotator(slice_.conn, reading.annotator)
        found = [(place, item, rest_of(item.record, references)) for place, item in records]
        articles = [rest.record for _, _, rest in found]
        maker = RowMaker(slice_.conn, references, articles, import_id=self.import_id, story=story)
        for place, item, rest in found:
            for topic in rest.topics:
                if references.proposed(slice_.conn, topic):
                    self._problems.append(Skipped(*place, "topic", "topic_proposed", topic))
            try:
                self._take_one(slice_, maker, place, replace(item, record=rest.record))
            except RecordError as problem:
                self._problems.append(problem.at(*place))
            else:
                self._problems += [it.at(*place) for it in rest.left_out]

    def _known(self, conn: Connection) -> References:
        if self._references is None:
            self._references = References(conn, *self._carried)
            if not self.is_begun:
                self.import_id = bulk.reserve(conn, t.import_, 1)[0]
        return self._references

    def _forget(self, labels: int) -> None:
        """The names of rows that were rolled back are looked up anew; only so many labels stay new."""
        if self._references is not None:
            self._carried = (self._references.runs, self._references.new_labels[:labels])
            self._references = None

    def _write(self, slice_: "_Slice") -> None:
        """Write the rows; before the first of all, the import itself and its entry in the history."""
        if not slice_.rows.is_empty and not self.is_begun:
            row = {"id": self.import_id, "at": now(), "source": self._label, "options": self._options}
            slice_.conn.execute(insert(t.import_).values(row))
            log_bulk(slice_.conn, "article.import", {"import": self.import_id})
            self.is_begun = True
        slice_.rows.write(slice_.conn)
        slice_.rows = Rows()

    def _take_one(self, slice_: "_Slice", maker: RowMaker, place: Place, item: Checked) -> None:
        if (twin := slice_.there.get(item.sha256)) is not None:
            if item.record.sets:
                self._add_sets(slice_, maker, item.record, twin.id)
            self._problems.append(Skipped(*place, "", "duplicate", twin.key))
            return
        key = wanted = item.record.key or item.sha256[:16]
        if wanted in slice_.keys:
            key = f"{wanted}~{item.sha256[:8]}"
        mark = slice_.rows.mark()
        try:
            article_id = maker.article(slice_.rows, item, key)
        except RecordError:  # what is added is added whole, or not at all
            slice_.rows.back_to(mark)
            raise
        slice_.there[item.sha256] = _Twin(article_id, key)
        slice_.keys.add(key)
        if key != wanted:
            self._problems.append(Skipped(*place, "key", "key_taken", key))
        self.added += 1

    def _add_sets(self, slice_: "_Slice", maker: RowMaker, record: ArticleRecord, article_id: int) -> None:
        """The sets of a record that its article in the store lacks."""
        self._write(slice_)
        conn, refs = slice_.conn, self._known(slice_.conn)
        own = _sets_of(conn, article_id)
        spans: dict[str, int] = {}
        new: list[SetRecord] = []
        for item in record.sets:
            set_id = own.get((refs.annotator(conn, item.annotator), refs.round(conn, item.round)))
            if set_id is None:
                new.append(item)
            else:
                there = _spans_of(conn, set_id)
                contents = ((span.id, (span.start, span.end, span.label, span.form)) for span in item.spans)
                spans.update({name: there[content] for name, content in contents if content in there})
        mark = slice_.rows.mark()
        try:
            maker.sets(slice_.rows, article_id, new, spans)
        except RecordError:
            slice_.rows.back_to(mark)
            raise
        self.sets_added += len(new)


class _Twin(Struct, frozen=True):
    """The article that has a text already."""

    id: int
    key: str


class _Slice:
    """What one transaction knows and is going to write."""

    def __init__(self, conn: Connection, items: list[Checked]) -> None:
        self.conn = conn
        self.rows = Rows()
        found = bulk.among(conn, _SAME_TEXT, [item.sha256 for item in items])
        self.there = {sha256: _Twin(row_id, key) for sha256, row_id, key in found}
        keys = [item.record.key or item.sha256[:16] for item in items]
        self.keys = {key for (key,) in bulk.among(conn, _SAME_KEY, keys)}


def _last_story(conn: Connection) -> int:
    """The highest number of a group of near-duplicates; those of a file are counted on from it."""
    return max(conn.execute(select(func.max(t.article.c.story))).scalar() or 0, 0)


def _sets_of(conn: Connection, article_id: int) -> dict[tuple[int, int], int]:
    """The article's annotation sets by annotator and round."""
    c = t.annotation_set.c
    query = select(c.annotator_id, c.round_id, c.id).where(c.article_id == article_id)
    return {(row.annotator_id, row.round_id): row.id for row in conn.execute(query)}


def _spans_of(conn: Connection, set_id: int) -> dict[tuple[int, int, str | None, str], int]:
    """The spans of a set by what they say."""
    s, code = t.span.c, t.label.c.code
    query = (
        select(s.id, s.start, s.end, code, s.form)
        .select_from(t.span.outerjoin(t.label))
        .where(s.set_id == set_id)
    )
    return {(row.start, row.end, row.code, row.form): row.id for row in conn.execute(query)}
