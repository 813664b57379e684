"""One stance as a card: holder, side, target, evidence; its parts can be changed where they stand."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QRectF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QEnterEvent,
    QFocusEvent,
    QFontMetrics,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QMenu,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from desktop.gui.icons import icon
from desktop.gui.look import GRID, Look, small
from desktop.gui.panels.controls import tool
from desktop.gui.panels.elided import ElidedLabel
from desktop.gui.panels.stance_answers import NOTHING, AnswersLabel
from desktop.gui.panels.stance_lines import StanceLine
from desktop.gui.tips import plain_tip
from desktop.nlp.proposals import Proposal


class StanceCard(QFrame):
    """Emits what is wanted of its stance; a click anywhere else on it takes it in hand.

    `changed` carries fields and their values, `triggered` an action to be done with the stance in hand.
    """

    taken = Signal(int)
    changed = Signal(int, object)
    triggered = Signal(int, str)
    newTopicWanted = Signal(int)
    deleteWanted = Signal(int)

    def __init__(self, line: StanceLine, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.line, self._look, self._in_hand = line, look, False
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._proposal = NOTHING
        self.quote, self.answers = ElidedLabel(), AnswersLabel(look)
        # A push button can set its text to the left, a tool button cannot.
        self.holder, self.label, self.target = ElidedButton(), QPushButton(), ElidedButton()
        self.holder.clicked.connect(lambda: self.triggered.emit(self.line.id, "holder"))
        self.answers.chosen.connect(lambda name, value: self.changed.emit(self.line.id, {name: value}))
        self.answers.asked.connect(lambda name: self.triggered.emit(self.line.id, name))
        self.delete = tool(self.tr("Delete the stance"), size=16)
        self.delete.clicked.connect(lambda: self.deleteWanted.emit(self.line.id))
        self._build()
        self.show_line(line)
        self.set_look(look)

    def show_line(self, line: StanceLine) -> None:
        """Show the stance as it is now."""
        self.line = line
        who = f"{line.holder} ({line.actor})" if line.actor and line.actor != line.holder else line.holder
        self.holder.set_words(line.holder)
        self.holder.setToolTip(plain_tip(self.tr("Holder: {name}. Click to change.").format(name=who)))
        self.quote.set_text(f"„{line.cue or line.quote}“" if line.cue or line.quote else "")
        self.quote.setVisible(bool(line.cue or line.quote))
        self.quote.setToolTip(plain_tip(line.quote))
        self.label.setText(f"{line.glyph} {line.name}")
        self.target.set_words(line.target or self.tr("no target"))
        self.target.setToolTip(plain_tip(line.target))
        self.setAccessibleName(f"{line.holder}, {line.name}, {line.target}. {line.quote}")
        self._show_answers()
        self._show_side()

    def offer(self, labels: Sequence[tuple[str, str]], topics: Sequence[tuple[int, str]]) -> None:
        """Offer these labels (code, words) and topics (id, words)."""
        sides, targets = QMenu(self.label), QMenu(self.target)
        for code, words in labels:
            sides.addAction(words, lambda code=code: self.changed.emit(self.line.id, {"label": code}))
        for topic, words in topics:
            targets.addAction(words, lambda topic=topic: self.changed.emit(self.line.id, {"topic": topic}))
        targets.addSeparator()
        targets.addAction(self.tr("New topic …"), lambda: self.newTopicWanted.emit(self.line.id))
        targets.addAction(self.tr("By name …"), lambda: self.triggered.emit(self.line.id, "target"))
        targets.addAction(self.tr("In the text …"), lambda: self.triggered.emit(self.line.id, "aim"))
        targets.addSeparator()
        without = targets.addAction(self.tr("Without the topic"))
        without.triggered.connect(lambda: self.changed.emit(self.line.id, {"topic": None}))
        placeless = targets.addAction(self.tr("Without the place in the text"))
        placeless.triggered.connect(lambda: self.changed.emit(self.line.id, {"target_span": None}))

        def enable() -> None:
            for action in (without, placeless):
                action.setVisible(bool(self.line.topic_words and self.line.place))

        targets.aboutToShow.connect(enable)
        for button, menu in ((self.label, sides), (self.target, targets)):
            old = button.menu()
            button.setMenu(menu)
            if old is not None:
                old.deleteLater()

    def set_look(self, look: Look) -> None:
        """Take other colours."""
        self._look = look
        self.delete.setIcon(icon("delete", look.dim, size=16))
        self.answers.set_look(look)
        self._show_side()

    def set_in_hand(self, in_hand: bool, proposal: Proposal = NOTHING) -> None:
        """Show whether the stance is in hand; then all that can be answered, and what is proposed for it."""
        if (in_hand, proposal) == (self._in_hand, self._proposal):
            return
        self._in_hand, self._proposal = in_hand, proposal
        self._show_answers()
        self.update()

    def _show_answers(self) -> None:
        self.answers.show_answers(self.line, self._proposal, all_fields=self._in_hand)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self.taken.emit(self.line.id)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.taken.emit(self.line.id)
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()

    def enterEvent(self, event: QEnterEvent) -> None:
        self.update()
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        self.update()
        super().leaveEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        look = self._look
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            area = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
            edge = look.accent if self._in_hand or self.hasFocus() else look.line
            painter.setPen(QPen(QColor(edge), 1.5 if self._in_hand or self.hasFocus() else 1))
            painter.setBrush(
                QColor(look.tint if self._in_hand else look.hover if self.underMouse() else look.card)
            )
            painter.drawRoundedRect(area.adjusted(0.5, 0.5, -0.5, -0.5), 8, 8)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(self._side()))
            painter.drawRoundedRect(QRectF(6, 10, 3, self.height() - 20), 1.5, 1.5)

    def _build(self) -> None:
        self.holder.setFont(small(self.font(), 1.0, strong=True))
        for label in (self.quote, self.answers):
            label.setFont(small(self.font(), 0.92))
        first, second = QHBoxLayout(), QHBoxLayout()
        for row in (first, second):
            row.setSpacing(2)
        first.addWidget(self.holder, 1)
        first.addWidget(self.delete)
        second.addWidget(self.label)
        second.addWidget(self.target, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(2 * GRID, GRID - 2, GRID // 2, GRID)
        layout.setSpacing(0)
        layout.addLayout(first)
        layout.addLayout(second)
        below = QVBoxLayout()
        below.setContentsMargins(GRID // 2, 0, 0, 0)  # under the names, whose buttons have as much
        below.setSpacing(0)
        below.addWidget(self.quote)
        below.addWidget(self.answers)
        layout.addLayout(below)

    def _side(self) -> str:
        return (self._look.con, self._look.neutral, self._look.pro)[self.line.side + 1]

    def _show_side(self) -> None:
        colour = self._side()
        plain = "QPushButton { border: none; background: transparent; text-align: left; padding: 2px 4px; "
        hover = f"QPushButton:hover, QPushButton:focus {{ background: {self._look.pressed}; }}"
        tail = "border-radius: 4px; }" + hover + "QPushButton::menu-indicator { image: none; width: 0; }"
        self.label.setStyleSheet(plain + f"color: {colour}; font-weight: 600;" + tail)
        self.target.setStyleSheet(plain + f"color: {self._look.text};" + tail)
        self.holder.setStyleSheet(plain + f"color: {self._look.text}; font-weight: 600;" + tail)
        self.quote.setStyleSheet(f"color: {self._look.text if self.line.marked else self._look.dim};")
        self.update()


class ElidedButton(QPushButton):
    """A button whose words end in … where there is no room."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = ""
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def set_words(self, words: str) -> None:
        """Show these words; screen readers get all of them."""
        self._words = words
        self.setAccessibleName(words)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        room = self.width() - 14
        self.setText(QFontMetrics(self.font()).elidedText(self._words, Qt.TextElideMode.ElideRight, room))
