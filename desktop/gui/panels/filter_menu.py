"""The menu that narrows the queue: status, what is suggested or unsure, label, language, outlet, days."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QWidget

from desktop.gui.filters import Filter
from desktop.gui.shares import Shares
from desktop.gui.wording import language_name, right_words, score_words, status_words

Scores = tuple[float | None, float | None]
SCORES: tuple[Scores, ...] = ((None, 0.6), (None, 0.8), (None, 0.9), (0.6, 0.8), (0.8, 0.9), (0.9, None))
"""Between these a suggestion may be looked for: the lower end included, the upper one not. The models' cards
count in steps of 0.2.
"""

ANY: Scores = (None, None)

Choices = Sequence[tuple[Any, str]]


class FilterMenu(QMenu):
    """`chosen` says that something was chosen; `filter` says what is chosen."""

    chosen = Signal(object)
    daysWanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._since: str | None = None
        self._until: str | None = None
        self._story: int | None = None
        everything = (None, self.tr("Any status"))
        self._status = self._exclusive(self, [everything, *status_words().items()])
        self.addSeparator()
        self._flagged = self._switch(self.tr("Flagged only"))
        self._unsure = self._switch(self.tr("With unsure spans only"))
        self._undecided = self._switch(self.tr("With undecided suggestions only"))
        self._look_again = self._switch(self.tr("To look at again"))
        self._one_each = self._switch(self.tr("One of each reprinted story"))
        self.scores = self.addMenu(self.tr("Undecided suggestions by score"))
        ranges = [(it, score_words(*it)) for it in SCORES]
        self._score = self._exclusive(self.scores, [(ANY, self.tr("All")), *ranges])
        self._about_scores = self.scores.addAction("")
        self._about_scores.setEnabled(False)
        self.scores.setProperty("explains", True)
        self.show_shares(Shares())
        self._labels, self._languages = QMenu(self.tr("Label"), self), QMenu(self.tr("Language"), self)
        self._outlets = QMenu(self.tr("Outlet"), self)
        self._label = self._language = self._outlet = QActionGroup(self)
        self.addSeparator()
        for menu in (self._labels, self._languages, self._outlets):
            self.addMenu(menu)
        self._days = self.addAction(self.tr("Days …"), self.daysWanted.emit)
        self._days.setCheckable(True)
        self.offer((), (), ())

    def offer(self, labels: Choices, languages: Sequence[str], outlets: Sequence[str]) -> None:
        """Offer the labels (code and words), languages and outlets of the project; one choice is none."""
        everything = (None, self.tr("All"))
        shown = self.filter("")
        for menu in (self._labels, self._languages, self._outlets):
            menu.clear()
        self._label = self._exclusive(self._labels, [everything, *labels])
        spoken = [(it, language_name(it)) for it in languages]
        self._language = self._exclusive(self._languages, [everything, *spoken])
        self._outlet = self._exclusive(self._outlets, [everything, *((it, it) for it in outlets)])
        self._labels.menuAction().setVisible(bool(labels))
        self._languages.menuAction().setVisible(len(languages) > 1)
        self._outlets.menuAction().setVisible(len(outlets) > 1)
        self.show_filter(shown)

    def filter(self, search: str) -> Filter:
        """What is chosen, together with the words searched for."""
        return Filter(
            search=search,
            status=_checked(self._status),
            language=_checked(self._language),
            outlet=_checked(self._outlet),
            flagged=True if self._flagged.isChecked() else None,
            undecided=True if self._undecided.isChecked() else None,
            label=_checked(self._label),
            least=_checked(self._score)[0],
            below=_checked(self._score)[1],
            unsure=True if self._unsure.isChecked() else None,
            look_again=True if self._look_again.isChecked() else None,
            since=self._since,
            until=self._until,
            story=self._story,
            one_each=True if self._one_each.isChecked() else None,
        )

    def choose_days(self, since: str | None, until: str | None) -> None:
        """Narrow to these days (ISO 8601, both included; None: no border)."""
        self._since, self._until = since, until
        self._days.setChecked(bool(since or until))
        self._tell()

    def choose_story(self, story: int) -> None:
        """Narrow to the articles that tell one story, all of them."""
        self.show_filter(Filter(story=story))
        self._tell()

    def show_filter(self, shown: Filter) -> None:
        """Check what a filter holds, without telling anybody."""
        scores = (shown.least, shown.below)
        groups = (
            (self._status, shown.status),
            (self._language, shown.language),
            (self._outlet, shown.outlet),
            (self._label, shown.label),
            (self._score, scores if scores in SCORES else ANY),
        )
        for group, value in groups:
            for action in group.actions():
                action.setChecked(action.data() == value)
        self._flagged.setChecked(bool(shown.flagged))
        self._unsure.setChecked(bool(shown.unsure))
        self._undecided.setChecked(bool(shown.undecided))
        self._look_again.setChecked(bool(shown.look_again))
        self._one_each.setChecked(bool(shown.one_each))
        self._story = shown.story
        self._since, self._until = shown.since, shown.until
        self._days.setChecked(bool(shown.since or shown.until))

    def show_shares(self, shares: Shares) -> None:
        """Say beside each range of scores what was right there."""
        for action in self._score.actions():
            least, below = action.data()
            found = shares.between(least, below)
            words = score_words(least, below) or self.tr("All")
            right = () if found is None else (right_words(*found),)
            action.setText(_capital("  ·  ".join((words, *right))))
        self._about_scores.setText(self._source_of(shares))
        self._about_scores.setVisible(shares.are_there)

    def _source_of(self, shares: Shares) -> str:
        if shares.are_own:
            return self.tr("Counted on what was decided in this project")
        return self.tr("Measured on the model’s development data")

    def _exclusive(self, menu: QMenu, choices: Choices) -> QActionGroup:
        group = QActionGroup(menu)
        for value, words in choices:
            action = group.addAction(_capital(words))
            action.setData(value)
            action.setCheckable(True)
            action.setChecked(value in (None, ANY))
            menu.addAction(action)
        group.triggered.connect(self._tell)
        return group

    def _switch(self, words: str) -> QAction:
        action = self.addAction(words)
        action.setCheckable(True)
        action.triggered.connect(self._tell)
        return action

    def _tell(self) -> None:
        self.chosen.emit(self.filter(""))


def _capital(words: str) -> str:
    return (words[:1].upper() + words[1:]).replace("&", "&&")


def _checked(group: QActionGroup) -> Any:
    action = group.checkedAction()
    return action.data() if action is not None else None
