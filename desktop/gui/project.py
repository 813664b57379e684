"""Values that say what is open.

This file imports no database, so that the window can be painted before one is.
"""

from bisect import bisect_left
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from msgspec import Struct

from desktop.nlp import models
from store.labels import AttributeSpec
from store.offsets import Range
from store.values import Actor, ArticlePage, Label, Progress, ProjectSettings, StepHead, Topic, Touched, Work

if TYPE_CHECKING:
    from desktop.work.memory import ProjectMemory
    from store.database import Store
else:
    ProjectMemory = Store = Any


class Project(Struct, frozen=True):
    """An open store and who is at work in it; `uid` names the project wherever its file lies.

    `memory` belongs to the read lane.
    """

    store: Store
    work: Work
    name: str
    path: str
    uid: str
    memory: ProjectMemory


class Codebook(Struct, frozen=True):
    """What one annotates with, as it is now. `sources` are the models to read with, by language, `retired`
    the entity labels that are no longer given, `retired_topics` those that were not merged into another,
    `attributes` what is asked of the spans of some labels.
    """

    settings: ProjectSettings
    labels: tuple[Label, ...]
    stance_labels: tuple[Label, ...]
    topics: tuple[Topic, ...]
    actors: tuple[Actor, ...]
    languages: tuple[str, ...]
    outlets: tuple[str, ...]
    sources: dict[str, str]
    guideline: str = ""
    retired: tuple[Label, ...] = ()
    retired_topics: tuple[Topic, ...] = ()
    attributes: tuple[AttributeSpec, ...] = ()

    @property
    def every_label(self) -> tuple[Label, ...]:
        """All that a span may have: what was marked with a retired label keeps it."""
        return (*self.labels, *self.retired)

    @property
    def every_topic(self) -> tuple[Topic, ...]:
        """All that a stance may be toward: what was coded with a retired topic keeps it."""
        return (*self.topics, *self.retired_topics)

    def asked_of(self, label: str | None) -> tuple[AttributeSpec, ...]:
        """What is asked of the spans of a label."""
        return tuple(it for it in self.attributes if label in it.labels)

    def source(self, language: str | None) -> str | None:
        """The model that reads a language; articles that do not say theirs are in the project's."""
        return models.reader(language, self.sources, default=self.settings.language)


class Steps(Struct, frozen=True):
    """What undo would undo and redo would redo; `newest` is the annotator's last change."""

    undo: StepHead | None = None
    redo: StepHead | None = None
    newest: int = 0


class Change(Struct, frozen=True):
    """A line of the change log: `is_mine` the annotator's, `is_reading` a model's, `is_bulk` of many rows."""

    id: int
    article: int | None
    nouns: frozenset[str]
    is_mine: bool
    is_reading: bool
    is_bulk: bool


class News(Struct, frozen=True):
    """What was written since the last look, up to the change `newest`."""

    newest: int
    changes: tuple[Change, ...]


class Beginning(Struct, frozen=True):
    """A project as it is taken up; `first` is the article where work goes on."""

    project: Project
    codebook: Codebook
    steps: Steps
    first: int | None


class Opened(Struct, frozen=True):
    """An article as it is opened: its page with the borders of tokens and sentences."""

    page: ArticlePage
    tokens: tuple[Range, ...]
    sentences: tuple[Range, ...]


class Outcome(Struct, frozen=True):
    """What became of a command: the step (None: nothing to do), the page after it, what undo does now.

    `onward` is the article to open next, where the command said so (`goes_on`) and there is one.
    """

    touched: Touched | None
    page: ArticlePage
    steps: Steps
    onward: int | None = None
    goes_on: bool = False


class Listing(Struct, frozen=True):
    """The articles of the queue under a filter, in their order, and how far the whole project is."""

    ids: Sequence[int]
    progress: Progress


def place_in(ids: Sequence[int], article: int) -> int | None:
    """The place of an article in a list; None: it is not listed.

    A list in the order of ids is not gone through.
    """
    guess = bisect_left(ids, article)
    if guess < len(ids) and ids[guess] == article:
        return guess
    return ids.index(article) if article in ids else None
