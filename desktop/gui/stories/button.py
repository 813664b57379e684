"""Above the text: in how many other papers the story stands, and the way there."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QMenu, QToolButton, QWidget

from desktop.gui.icons import icon
from desktop.gui.look import Look, small
from desktop.gui.wording import short_date
from store.values import Print

MOST = 20
"""Prints in the menu; more are listed in the queue."""


class PrintsButton(QToolButton):
    """`chosen` and `compared` bring the article of another print; `listed` and `parted` are wishes."""

    chosen = Signal(int)
    compared = Signal(int)
    listed = Signal()
    parted = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setFont(small(self.font(), 0.92))
        self.setMenu(QMenu(self))
        self.menu().setProperty("explains", True)  # its first line, which cannot be chosen
        self.set_look(look)
        self.hide()

    def set_look(self, look: Look) -> None:
        """Take other colours."""
        self.setIcon(icon("prints", look.dim, size=16))
        self.setStyleSheet(f"PrintsButton {{ color: {look.dim}; }}")  # not that of its menu

    def show_prints(self, prints: Sequence[Print], article: int) -> None:
        """Offer the other prints of an article; without any there is nothing to see."""
        others = [it for it in prints if it.id != article]
        words = self.tr("also printed %n time(s)", "", len(others))
        self.setText(f"{len(others)}×")
        self.setToolTip(words)
        self.setAccessibleName(words)
        menu = self.menu()
        menu.clear()
        heading = menu.addAction(words[:1].upper() + words[1:])
        heading.setEnabled(False)
        for other in others[:MOST]:
            menu.addAction(named(other), lambda it=other: self.chosen.emit(it.id))
        menu.addSeparator()
        if len(others) == 1:
            menu.addAction(self.tr("Compare the two …"), lambda: self.compared.emit(others[0].id))
        elif others:
            comparing = menu.addMenu(self.tr("Compare with"))
            for other in others[:MOST]:
                comparing.addAction(named(other), lambda it=other: self.compared.emit(it.id))
        menu.addAction(self.tr("Show all prints in the list"), self.listed.emit)
        menu.addAction(self.tr("This is not the same story"), self.parted.emit)
        self.setVisible(bool(others))


def named(item: Print) -> str:
    """A print in one line of a menu: paper, day, title."""
    title = item.title or item.key
    shown = title if len(title) <= 60 else f"{title[:59]}…"
    parts = (item.outlet, short_date(item.published_at), shown)
    return " · ".join(f"\u2068{it}\u2069" for it in parts if it).replace("&", "&&")
