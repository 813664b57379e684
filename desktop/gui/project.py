"""Values that say what is open.

This file imports no database, so that the window can be painted before one is.
"""

from bisect import bisect_left
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from msgspec import Struct

from desktop.nlp import models
from store.offsets import Range
from store.values import Actor, ArticlePage, Label, Progress, ProjectSettings, StepHead, Topic, Touched, Work

if TYPE_CHECKING:
    from store.database import Store
else:
    Store = Any


class Project(Struct, frozen=True):
    """An open store and who is at work in it."""

    store: Store
    work: Work
    name: str
    path: str


class Codebook(Struct, frozen=True):
    """What one annotates with, as it is now. `sources` are the models to read with, by language."""

    settings: ProjectSettings
    labels: tuple[Label, ...]
    stance_labels: tuple[Label, ...]
    topics: tuple[Topic, ...]
    actors: tuple[Actor, ...]
    languages: tuple[str, ...]
    outlets: tuple[str, ...]
    sources: dict[str, str]

    def source(self, language: str | None) -> str | None:
        """The model that reads a language; articles that do not say theirs are in the project's."""
        return models.reader(language, self.sources, default=self.settings.language)


class Steps(Struct, frozen=True):
    """What undo would undo and redo would redo."""

    undo: StepHead | None = None
    redo: StepHead | None = None


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
