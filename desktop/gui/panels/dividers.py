"""The borders between panes, moved by keys as by the mouse."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QSplitter, QWidget

from desktop.gui.look import GRID
from desktop.gui.panels.message_bar import MessageBar
from desktop.gui.panels.side import SidePanel

STEP = 5 * GRID


class Dividers:
    """Of the three panes side by side, and of the parts of the right one."""

    def __init__(
        self, splitter: QSplitter, panes: tuple[QWidget, QWidget, SidePanel], messages: MessageBar
    ) -> None:
        self._splitter, self._messages = splitter, messages
        self._list, self._article, self._side = panes

    def by_action(self) -> dict[str, Callable[[], None]]:
        """What the actions of the table do here."""
        return {
            "list_wider": lambda: self._widen(self._list, STEP),
            "list_narrower": lambda: self._widen(self._list, -STEP),
            "side_wider": lambda: self._widen(self._side, STEP),
            "side_narrower": lambda: self._widen(self._side, -STEP),
            "part_higher": lambda: self._raise(STEP),
            "part_lower": lambda: self._raise(-STEP),
        }

    def _widen(self, pane: QWidget, pixels: int) -> None:
        """What a pane gains or loses is the article's."""
        give(self._splitter, pane, pixels, [self._article])

    def _raise(self, pixels: int) -> None:
        """Of the part with the focus; the nearest below it gives or takes, then the nearest above."""
        side, focus = self._side, self._side.window().focusWidget()
        here = next((n for n, it in enumerate(side.sections) if focus and it.isAncestorOf(focus)), None)
        if here is None:
            words = QCoreApplication.translate("Dividers", "Go to a part of the right panel first.")
            self._messages.tell(words)
            return
        others = (*side.sections[here + 1 :], *reversed(side.sections[:here]))
        give(side.splitter, side.sections[here], pixels, others)


def give(splitter: QSplitter, part: QWidget, pixels: int, others: Sequence[QWidget]) -> None:
    """Make a part larger by `pixels`, below zero smaller, as far as its bounds and those of the others allow;
    these lose or gain it, the first one first. What is hidden neither gives nor takes.
    """
    if not part.isVisible():
        return
    sizes, index = splitter.sizes(), splitter.indexOf(part)
    low, high = _bounds(splitter, part)
    left = min(max(pixels, low - sizes[index]), high - sizes[index])
    for other in (it for it in others if it.isVisible()):
        place = splitter.indexOf(other)
        low, high = _bounds(splitter, other)
        moved = min(left, sizes[place] - low) if left > 0 else max(left, sizes[place] - high)
        sizes[index] += moved
        sizes[place] -= moved
        left -= moved
    splitter.setSizes(sizes)


def _bounds(splitter: QSplitter, part: QWidget) -> tuple[int, int]:
    """The least and the greatest length of a part along its splitter, as the splitter itself knows them."""
    if splitter.orientation() is Qt.Orientation.Horizontal:
        return part.minimumWidth() or part.minimumSizeHint().width(), part.maximumWidth()
    return part.minimumHeight() or part.minimumSizeHint().height(), part.maximumHeight()
