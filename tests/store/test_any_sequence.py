"""Whatever is done: undoing all of it gives what was before, redoing all of it what was after."""

import shutil
import sqlite3
import tempfile
from functools import cache
from hashlib import sha256
from pathlib import Path

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule
from msgspec.structs import replace

from store import history
from store.checking import check
from store.database import create, open_store
from store.errors import LesartError
from store.guard import MOST
from store.operations import actors, articles, labels, spans, stances, suggestions, topic_marks, topics
from store.operations.codebook import change_settings
from store.operations.comments import add as comment
from store.operations.guideline import change as change_guideline
from store.operations.labelling import label_all
from store.operations.runs import store_run
from store.queries import articles as queries
from store.queries.codebook import settings as settings_of
from store.queries.people import work_of
from store.tables import Table
from store.values import Holder, Place, PredictedSpan, ProjectSettings

TEXT = "Ада, 東京 und die EU 👩‍👧 loben e\u0301lan.\r\n\u00a0Ende"
DIGEST = sha256(TEXT.encode()).hexdigest()
FOUND = (
    [PredictedSpan(0, 3, "PER", score=0.4), PredictedSpan(5, 7, "LOC"), PredictedSpan(16, 18, "ORG")],
    [PredictedSpan(0, 4, "PER", score=0.9), PredictedSpan(5, 7, "ORG"), PredictedSpan(16, 18, "ORG")],
)
places = st.tuples(st.integers(0, len(TEXT) - 1), st.integers(1, 6)).map(
    lambda p: (p[0], min(p[0] + p[1], len(TEXT)))
)
entity_labels = st.sampled_from(["PER", "ORG", "LOC", None])
stance_labels = st.sampled_from(["FAVOR", "AGAINST", "NEUTRAL"])
picks = st.integers(0, 1_000_000)


@cache
def founded(nested: bool, unaided_share: int) -> Path:
    """A store with two articles that two models have read."""
    path = Path(tempfile.mkdtemp()) / "founded.lesart"
    store = create(
        path, name="x", settings=ProjectSettings(nested=nested, unaided_share=unaided_share), person="Ada"
    )
    with store.write() as conn:
        for key in "ab":
            row = {"key": key, "title": "", "text": TEXT, "sha256": DIGEST, "attrs": {}}
            conn.execute(Table.metadata.tables["article"].insert().values(row))
        conn.exec_driver_sql(
            "INSERT INTO article_fts (rowid, title, text) SELECT id, title, text FROM article"
        )
    for version, found in enumerate(FOUND):
        store_run(store, model="m", version=str(version), settings={}, items=[(1, found), (2, found)])
    store.close()
    return path


class AnySequence(RuleBasedStateMachine):
    """Operations of one annotator on two articles."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = tempfile.TemporaryDirectory()
        self.path = Path(self.folder.name) / "x.lesart"

    @initialize(nested=st.booleans(), unaided_share=st.sampled_from((0, MOST)))
    def open_a_project(self, nested: bool, unaided_share: int) -> None:
        shutil.copy(founded(nested, unaided_share), self.path)
        self.store = open_store(self.path)
        with self.store.read() as conn:
            self.work = work_of(conn)
        self.before = self.rows()

    def teardown(self) -> None:
        if hasattr(self, "store"):
            self.undo_and_redo_everything()
            assert list(check(self.store)) == []
            self.store.close()
        self.folder.cleanup()

    def undo_and_redo_everything(self) -> None:
        after, steps = self.rows(), 0
        while history.undo(self.store, self.work):
            steps += 1
        assert self.rows() == self.before
        self.reopen()
        for _ in range(steps):
            assert history.redo(self.store, self.work)
        assert self.rows() == after

    def rows(self) -> dict[str, list[tuple[object, ...]]]:
        """Everything but the log, read past the engine."""
        connection = sqlite3.connect(self.path)
        names = [name for name in Table.metadata.tables if name != "change"]
        rows = {name: connection.execute(f'SELECT * FROM "{name}" ORDER BY id').fetchall() for name in names}
        connection.close()
        return rows

    def page(self, article: int):
        with self.store.read() as conn:
            return queries.page(conn, self.work, article)

    def attempt(self, operation, *arguments, **how) -> None:
        """Known refusals are part of the game, but they must not write anything."""
        before = self.rows()
        try:
            operation(self.store, self.work, *arguments, **how)
        except LesartError:
            assert self.rows() == before

    def one(self, items, pick: int):
        return items[pick % len(items)]

    articles_ = st.sampled_from([1, 2])

    def ids(self, table: str) -> list[int]:
        return [int(str(row[0])) for row in self.rows()[table]]

    @rule(name=st.sampled_from(["EU", "NATO"]), pick=picks, how=st.sampled_from(["add", "reword", "merge"]))
    def change_the_topics(self, name: str, pick: int, how: str) -> None:
        known = self.ids("topic")
        if how == "add" or not known:
            self.attempt(topics.add, kind="issue", wording={"de": name}, status="proposed")
        elif how == "reword":
            self.attempt(topics.reword, self.one(known, pick), wording={"de": f"{name} {pick % 3}"})
        else:
            self.attempt(topics.merge, self.one(known, pick), into=self.one(known, pick // 7))

    @rule(article=articles_, pick=picks, how=st.sampled_from(["none", "withdraw", "seen", "stance"]))
    def speak_of_a_topic(self, article: int, pick: int, how: str) -> None:
        if not (known := self.ids("topic")):
            return
        topic = self.one(known, pick)
        if how == "stance":
            self.attempt(
                stances.add, article, holder=Holder("author"), label="FAVOR", topic_id=topic, level="article"
            )
            return
        act = {
            "none": topic_marks.answer_none,
            "withdraw": topic_marks.withdraw_none,
            "seen": topic_marks.looked_again,
        }[how]
        self.attempt(act, article, topic)

    @rule(article=articles_, pick=picks, how=st.sampled_from(["add", "link", "merge"]))
    def change_the_actors(self, article: int, pick: int, how: str) -> None:
        known, own = self.ids("actor"), [span.id for span in self.page(article).spans]
        if how == "add" or not known:
            self.attempt(actors.add, name=f"Ada {pick % 3}", spans=own[:1])
        elif how == "link" and own:
            self.attempt(actors.link, own[: 1 + pick % 2], self.one(known, pick), alias="A.")
        else:
            self.attempt(actors.merge, self.one(known, pick), into=self.one(known, pick // 7))

    @rule(article=articles_, place=places, label=entity_labels)
    def make_a_span(self, article: int, place: tuple[int, int], label: str | None) -> None:
        self.attempt(spans.add, article, start=place[0], end=place[1], label=label)

    @rule(article=articles_, pick=picks, how=st.sampled_from(["accept", "reject"]))
    def decide_a_suggestion(self, article: int, pick: int, how: str) -> None:
        if offered := self.page(article).suggestions:
            self.attempt(getattr(suggestions, how), article, self.one(offered, pick).id)

    @rule(article=articles_, pick=picks, place=places, label=entity_labels)
    def correct_a_suggestion(
        self, article: int, pick: int, place: tuple[int, int], label: str | None
    ) -> None:
        if offered := self.page(article).suggestions:
            one = self.one(offered, pick)
            self.attempt(suggestions.correct, article, one.id, start=place[0], end=place[1], label=label)

    @rule(article=articles_, pick=picks, place=places, label=entity_labels, join=st.booleans())
    def change_a_span(
        self, article: int, pick: int, place: tuple[int, int], label: str | None, join: bool
    ) -> None:
        if own := self.page(article).spans:
            span = self.one(own, pick)
            self.attempt(spans.relabel, span.id, label)
            with self.store.read() as conn:
                last = history.undoable(conn, self.work)
            step = last.id if join and last else None
            self.attempt(spans.move_edges, span.id, start=place[0], end=place[1], join=step)

    @rule(article=articles_, pick=picks)
    def delete_a_span(self, article: int, pick: int) -> None:
        if own := self.page(article).spans:
            self.attempt(spans.delete, self.one(own, pick).id)

    @rule(article=articles_, ranges=st.lists(places, max_size=4), label=entity_labels)
    def label_all(self, article: int, ranges: list[tuple[int, int]], label: str | None) -> None:
        self.attempt(label_all, {article: [Place(*it) for it in ranges]}, label=label)

    @rule(article=articles_, label=stance_labels, holder=places, toward=places, pick=picks)
    def take_a_stance(
        self, article: int, label: str, holder: tuple[int, int], toward: tuple[int, int], pick: int
    ) -> None:
        offered = self.page(article).suggestions
        how = {"target_suggestion": self.one(offered, pick).id} if offered else {"target_range": toward}
        mention = Holder("span")
        self.attempt(
            stances.add, article, holder=mention, holder_range=holder, label=label, evidence=toward, **how
        )

    @rule(article=articles_, pick=picks, label=stance_labels, places=st.lists(places, max_size=3))
    def change_a_stance(self, article: int, pick: int, label: str, places: list[tuple[int, int]]) -> None:
        if taken := self.page(article).stances:
            stance = self.one(taken, pick)
            self.attempt(stances.change, stance.id, label=label, holder=Holder("author"), intensity=2)
            self.attempt(stances.set_parts, stance.id, role="evidence", ranges=places)

    @rule(article=articles_, pick=picks)
    def delete_a_stance(self, article: int, pick: int) -> None:
        if taken := self.page(article).stances:
            self.attempt(stances.delete, self.one(taken, pick).id)

    @rule(article=articles_, pick=picks)
    def comment_on_a_span(self, article: int, pick: int) -> None:
        own = self.page(article).spans
        self.attempt(comment, article, text="?", span_id=self.one(own, pick).id if own else None)

    @rule(article=articles_, pick=picks, yes=st.booleans())
    def say_more_of_a_span(self, article: int, pick: int, yes: bool) -> None:
        if own := self.page(article).spans:
            self.attempt(spans.set_unsure, self.one(own, pick).id, yes)
            self.attempt(spans.set_attribute, self.one(own, pick).id, "acts_as_government", yes or None)

    @rule(article=articles_, pick=picks)
    def decide_many(self, article: int, pick: int) -> None:
        page = self.page(article)
        offered = [it.id for it in page.suggestions]
        deleted = [it.id for it in page.spans[: pick % 2]]
        self.attempt(
            suggestions.decide_all, article, accepted=offered[::2], refused=offered[1::2], deleted=deleted
        )

    @rule(pick=picks, into=picks, how=st.sampled_from(["merge", "retire", "restore"]))
    def change_the_labels(self, pick: int, into: int, how: str) -> None:
        known = self.ids("label")
        arguments = {"into": self.one(known, into)} if how == "merge" else {}
        self.attempt(getattr(labels, how), self.one(known, pick), **arguments)

    @rule(off=st.sampled_from([(), ("MISC",), ("PER", "LOC")]), text=st.sampled_from(["", "# PER"]))
    def change_the_project(self, off: tuple[str, ...], text: str) -> None:
        with self.store.read() as conn:
            before = settings_of(conn)
        self.attempt(change_settings, replace(before, labels_off=off))
        self.attempt(change_guideline, text)

    @rule(article=articles_, seen=st.booleans())
    def finish(self, article: int, seen: bool) -> None:
        offered = self.page(article).suggestions if seen else ()
        self.attempt(articles.finish, article, seen=[one.id for one in offered])

    @rule(article=articles_)
    def reopen_the_article(self, article: int) -> None:
        self.attempt(articles.reopen, article)

    @rule(article=articles_)
    def leave_out(self, article: int) -> None:
        self.attempt(articles.exclude, article, reason="stub")

    @rule()
    def undo(self) -> None:
        history.undo(self.store, self.work)

    @rule()
    def redo(self) -> None:
        history.redo(self.store, self.work)

    @precondition(lambda self: hasattr(self, "store"))
    @rule()
    def reopen(self) -> None:
        self.store.close()
        self.store = open_store(self.path)

    @precondition(lambda self: hasattr(self, "store"))
    @invariant()
    def the_filter_says_what_the_page_says(self) -> None:
        with self.store.read() as conn:
            undecided = {head.id for head in queries.heads(conn, self.work, undecided=True)}
            assert undecided == {a for a in (1, 2) if queries.page(conn, self.work, a).suggestions}


AnySequence.TestCase.settings = settings(
    max_examples=15, stateful_step_count=20, deadline=None, suppress_health_check=list(HealthCheck)
)
test_any_sequence = AnySequence.TestCase
