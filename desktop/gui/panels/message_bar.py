"""A card over the foot of the article that says what happened. It moves nothing and takes no focus."""

from collections.abc import Callable

from msgspec import Struct
from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from desktop.gui.announcing import announce
from desktop.gui.icons import icon
from desktop.gui.look import GRID, Look, mix
from desktop.gui.panels.controls import tool

SHOWN = 6000
"""Milliseconds for which a notice stays; an error stays until it is closed or the next command succeeds."""


WIDEST = 720


class Offer(Struct, frozen=True):
    """What a message offers besides: the word on a button, and what that does."""

    words: str
    act: Callable[[], None]


class MessageBar(QFrame):
    """One message at a time, laid over the lower edge of `over`. `covered` tells how many pixels of that are
    under it now.
    """

    covered = Signal(int)

    def __init__(self, look: Look, over: QWidget) -> None:
        super().__init__(over)
        over.installEventFilter(self)
        self._over = over
        self._is_error = False
        self._act: Callable[[], None] | None = None
        self._other: Offer | None = None
        self.mark, self.text = QLabel(), QLabel(wordWrap=True, textFormat=Qt.TextFormat.PlainText)
        self.button, self.other_button = QPushButton(), QPushButton()
        self.close_button = tool(self.tr("Close"), size=16)
        self.text.setContentsMargins(0, GRID // 2, 0, GRID // 2)
        for button in (self.button, self.other_button):
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.close_button.clicked.connect(self.hide)
        self.button.clicked.connect(self._act_now)
        self.other_button.clicked.connect(self._act_otherwise)
        self._timer = QTimer(self, singleShot=True, interval=SHOWN)
        self._timer.timeout.connect(self.hide)
        self._lay_out()
        self.set_look(look)
        self.hide()

    def _lay_out(self) -> None:
        """The words with the buttons beside or, in a second row, below them."""
        self._buttons, self._above, self._below = QWidget(), QHBoxLayout(), QHBoxLayout()
        both = QHBoxLayout(self._buttons)
        both.setContentsMargins(0, 0, 0, 0)
        both.setSpacing(GRID)
        both.addWidget(self.other_button)
        both.addWidget(self.button)
        for row in (self._above, self._below):
            row.setSpacing(GRID)
        self._above.addWidget(self.mark)
        self._above.addWidget(self.text, 1)
        self._above.addWidget(self._buttons)
        self._above.addWidget(self.close_button)
        self._below.addStretch(1)
        self._rows = QVBoxLayout(self)
        self._rows.setContentsMargins(2 * GRID, GRID // 2, GRID, GRID // 2)
        self._rows.setSpacing(0)
        self._rows.addLayout(self._above)
        self._rows.addLayout(self._below)

    def set_look(self, look: Look) -> None:
        """Take other colours."""
        self._look = look
        self._show_kind()

    def tell(
        self,
        words: str,
        *,
        error: bool = False,
        button: str = "",
        act: Callable[[], None] | None = None,
        other: Offer | None = None,
    ) -> None:
        """Show a message; with a `button`, which does `act`, it stays until that or until it is closed.

        An `other` button may stand beside that.
        """
        self._is_error, self._act, self._other = error, act, other
        self.text.setText(words)
        self.text.setAccessibleName(words)
        self.button.setText(button)
        self.button.setVisible(bool(button))
        self.other_button.setText(other.words if other is not None else "")
        self.other_button.setVisible(other is not None)
        self._show_kind()
        self._place()
        self.show()
        self.raise_()
        announce(self, words, urgent=error)
        if error or button:
            self._timer.stop()
        else:
            self._timer.start()

    def clear(self) -> None:
        """What was said is over once the next command went well, unless it waits for its button."""
        if self._act is None:
            self.hide()

    def forget(self) -> None:
        """Nothing is offered any more: what the button would do was about a project that is closed."""
        self._act = self._other = None
        self.hide()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self._place()
        return super().eventFilter(watched, event)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.covered.emit(self._over.height() - self.y())

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.covered.emit(0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self.isVisible():
            self.covered.emit(self._over.height() - self.y())

    def _place(self) -> None:
        over = self._over
        width = min(over.width() - 4 * GRID, WIDEST)
        self._put_buttons(below=self._is_narrow(width))
        height = self.heightForWidth(width)
        self.setGeometry((over.width() - width) // 2, over.height() - height - 2 * GRID, width, height)

    def _is_narrow(self, width: int) -> bool:
        """Whether the words would take more than two lines beside the buttons."""
        if not self.button.text():
            return False
        beside = (self.mark, self._buttons, self.close_button)
        margins = self.contentsMargins() + self._rows.contentsMargins()
        taken = sum(it.sizeHint().width() + GRID for it in beside) + margins.left() + margins.right()
        metrics = self.text.fontMetrics()
        return self.text.heightForWidth(max(width - taken, 1)) > 2 * metrics.lineSpacing() + GRID

    def _put_buttons(self, *, below: bool) -> None:
        row, other = (self._below, self._above) if below else (self._above, self._below)
        other.removeWidget(self._buttons)
        row.removeWidget(self._buttons)
        row.insertWidget(1 if below else 2, self._buttons)
        edge = GRID if below else 0
        self._below.setContentsMargins(0, 0, edge, edge)
        self._rows.activate()

    def _act_now(self) -> None:
        self.hide()
        if self._act is not None:
            self._act()

    def _act_otherwise(self) -> None:
        self.hide()
        if self._other is not None:
            self._other.act()

    def _show_kind(self) -> None:
        look = self._look
        colour = look.con if self._is_error else look.accent
        ground = mix(look.page, colour, 0.14)
        self.setStyleSheet(
            f"MessageBar {{ background: {ground}; border: 1px solid {mix(look.page, colour, 0.4)};"
            f" border-radius: 8px; }}"
        )
        self.mark.setPixmap(icon("warning" if self._is_error else "info", colour).pixmap(20, 20))
        self.close_button.setIcon(icon("close", look.text, size=16))
