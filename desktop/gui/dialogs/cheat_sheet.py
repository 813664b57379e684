"""All keys on one page, drawn from the table of actions."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QScrollBar, QVBoxLayout, QWidget

from desktop.gui.actions import ACTIONS, Action
from desktop.gui.bindings import Bindings, KeyNames
from desktop.gui.dialogs.frame import Dialog, heading, hint
from desktop.gui.look import GRID, Look, small
from desktop.gui.panels.controls import scroller
from desktop.gui.translating import native

COLUMNS = (("decide", "label", "article", "project"), ("move", "select"), ("stance", "window"))
FEWER = (("decide", "label", "article", "project", "window"), ("move", "select", "stance"))
ROOM = 1240
"""Pixels that three columns need."""
PAGES = {
    Qt.Key.Key_PageDown: QScrollBar.SliderAction.SliderPageStepAdd,
    Qt.Key.Key_PageUp: QScrollBar.SliderAction.SliderPageStepSub,
    Qt.Key.Key_Home: QScrollBar.SliderAction.SliderToMinimum,
    Qt.Key.Key_End: QScrollBar.SliderAction.SliderToMaximum,
}


class CheatSheet(Dialog):
    """Not modal: it may stay beside the article while one learns."""

    def __init__(self, look: Look, bindings: Bindings, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Keys"), parent)
        self.setModal(False)
        # Without it, screen readers say all words of the dialog when it opens.
        self.setAccessibleDescription(self.tr("Every action with its keys, in groups."))
        self.grow(1440, 760)
        self._look, self._bindings = look, bindings
        rule = self.tr(
            "Bare keys count only while the article has the focus, and act on the one thing in hand, "
            "which the strip names. Digits label a span; they name topics as long as the strip shows "
            "a stance. {back} goes one step back."
        ).format_map(KeyNames(bindings))
        self.body.addWidget(hint(rule, look.dim))
        sheet = QWidget()
        across = QHBoxLayout(sheet)
        across.setContentsMargins(0, 0, GRID, 0)
        across.setSpacing(3 * GRID)
        for groups in COLUMNS if self.width() >= ROOM else FEWER:
            column = QVBoxLayout()
            column.addLayout(self._table(groups))
            column.addStretch(1)
            across.addLayout(column, 1)
        self._area = scroller(sheet)
        high = across.heightForWidth(self.width() - 6 * GRID) + 20 * GRID
        self.grow(self.width(), max(self.height(), high))
        self.body.addWidget(self._area, 1)
        self.add_buttons(self.tr("Close"), cancel=False)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """What does not fit on a small screen is scrolled by keys, too."""
        if event.key() in PAGES:
            self._area.verticalScrollBar().triggerAction(PAGES[Qt.Key(event.key())])
        else:
            super().keyPressEvent(event)

    def _table(self, groups: Sequence[str]) -> QGridLayout:
        """Keys and words below each other, the words of all groups at one place."""
        table = QGridLayout()
        table.setHorizontalSpacing(GRID)
        table.setVerticalSpacing(3)
        table.setColumnStretch(1, 1)
        upper_right = Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignRight
        top = 0
        for group in groups:
            table.setRowMinimumHeight(top, GRID)
            table.addWidget(heading(self._titles()[group]), top + 1, 1)
            rows = sheet_rows(group, self._bindings)
            for row, (keys, words) in enumerate(rows, start=top + 2):
                key, said = self._key(keys.replace("&", "&&")), QLabel(words, wordWrap=True)
                key.setBuddy(said)  # also for whoever does not see them side by side
                table.addWidget(key, row, 0, upper_right)
                said.setMinimumWidth(150)
                table.addWidget(said, row, 1)
            top += 2 + len(rows)
        return table

    def _key(self, words: str) -> QLabel:
        label = QLabel(words)
        label.setFont(small(self.font(), 0.88, strong=True))
        label.setStyleSheet(
            f"border: 1px solid {self._look.line}; border-radius: 4px; padding: 1px 5px;"
            f"background: {self._look.card};"
        )
        return label

    def _titles(self) -> dict[str, str]:
        return {
            "decide": self.tr("Decide"),
            "label": self.tr("Label"),
            "article": self.tr("Article"),
            "project": self.tr("Project"),
            "move": self.tr("Move"),
            "select": self.tr("Select"),
            "stance": self.tr("Stance"),
            "window": self.tr("Window"),
        }


def sheet_rows(group: str, bindings: Bindings) -> list[tuple[str, str]]:
    """Keys and words of a group; the nine digits are one row, and an action in two scopes too."""
    listed: dict[tuple[tuple[str, ...], str], None] = {}
    for action in ACTIONS:
        keys = tuple(native(key) for key in bindings.keys(action))
        if action.group == group and keys:
            digit = _is_digit(action) and keys == action.keys
            listed[("1 … 9",) if digit else keys, action.said] = None
    return [(" · ".join(keys), words) for keys, words in listed]


def _is_digit(action: Action) -> bool:
    return action.id.rpartition("_")[2].isdigit()
