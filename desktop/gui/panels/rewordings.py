"""What is to be looked at again in the open article: topics that mean something else since it was coded."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from desktop.gui.look import GRID, RADIUS, Look, small
from desktop.gui.panels.controls import with_key
from desktop.gui.tips import plain_tip
from desktop.gui.translating import worded
from store.values import Rewording


class RewordingsNote(QWidget):
    """A line for each topic above the stances; nothing where there is none.

    `lookedAgain` carries the topic that somebody has looked at; `left` says that the keys have no place here
    any more.
    """

    lookedAgain = Signal(int)
    left = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("To look at again"))
        self._look, self._key = look, ""
        self.lines: list[RewordingLine] = []
        self._list = QVBoxLayout(self)
        self._list.setContentsMargins(2 * GRID, 2, 2 * GRID, 2)
        self._list.setSpacing(GRID)
        self.hide()

    def set_look(self, look: Look) -> None:
        """Take other colours."""
        self._look = look
        for line in self.lines:
            line.set_look(look)

    def set_key(self, key: str) -> None:
        """Name the key that says the same of the first line."""
        self._key = key
        self._show_key()

    def show_rewordings(self, rewordings: Sequence[Rewording], language: str) -> None:
        """Show these, worded in a language; who had the keys on one that is gone gets them on the next."""
        shown = tuple(self.tell(it, language) for it in rewordings)
        if shown == tuple(line.told for line in self.lines):
            return
        had_keys = any(line.button.hasFocus() for line in self.lines)
        for line in self.lines:
            self._list.removeWidget(line)
            line.hide()
            line.deleteLater()
        self.lines = [self._made(it.topic, told) for it, told in zip(rewordings, shown, strict=True)]
        self.setVisible(bool(self.lines))
        self._show_key()
        if had_keys and self.lines:
            self.lines[0].button.setFocus()
        elif had_keys:
            self.left.emit()

    def tell(self, rewording: Rewording, language: str) -> tuple[str, str, str]:
        """What happened to a topic, what it was before ("" where that is said or not known), and both."""
        now, before = worded(rewording.wording, language), worded(rewording.before, language)
        both = self.tr("Before: {before}\nNow: {now}").format(before=before, now=now) if before else ""
        if rewording.merged and before:
            words = self.tr("“{before}” has become “{now}”: look again")
            return words.format(before=before, now=now), "", both
        if before and before != now:
            words = self.tr("“{now}” was reworded since: look again")
            return words.format(now=now), self.tr("Before: {before}").format(before=before), both
        return self.tr("“{now}” means something else since: look again").format(now=now), "", ""

    def _made(self, topic: int, told: tuple[str, str, str]) -> "RewordingLine":
        line = RewordingLine(told, self._look, self)
        line.button.clicked.connect(lambda: self.lookedAgain.emit(topic))
        self._list.addWidget(line)
        return line

    def _show_key(self) -> None:
        words = self.tr("The coding holds for the topic as it is now")
        for number, line in enumerate(self.lines):
            line.button.setToolTip(with_key(words, self._key if number == 0 else ""))


class RewordingLine(QFrame):
    """One topic: what happened to it, what it was before, and the button that says *looked again*."""

    def __init__(self, told: tuple[str, str, str], look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self.told = told
        words, before, both = told
        self.words, self.before = QLabel(words, wordWrap=True), QLabel(before, wordWrap=True)
        self.button = QPushButton(self.tr("Looked again"))
        self.button.setAccessibleName(f"{self.button.text()}: {words}")
        self.button.setAccessibleDescription(both)
        self.button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setToolTip(plain_tip(both))
        for label in (self.words, self.before):
            label.setTextFormat(Qt.TextFormat.PlainText)
        self.before.setFont(small(self.font(), 0.92))
        foot = QHBoxLayout()
        foot.setSpacing(GRID)
        foot.addWidget(self.before, 1)
        foot.addWidget(self.button, 0, Qt.AlignmentFlag.AlignBottom)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(GRID, GRID, GRID, GRID)
        layout.setSpacing(GRID // 2)
        layout.addWidget(self.words)
        layout.addLayout(foot)
        self.set_look(look)

    def set_look(self, look: Look) -> None:
        """Take other colours."""
        self.setStyleSheet(
            f"RewordingLine {{ background: {look.tint}; border-radius: {RADIUS}px; }}"
            "RewordingLine QPushButton { padding: 3px 10px; }"
        )
        self.before.setStyleSheet(f"color: {look.dim};")
