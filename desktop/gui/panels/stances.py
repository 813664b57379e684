"""The stances of the open article as cards."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from desktop.gui.commands import ChangeStance, DeleteStance
from desktop.gui.look import GRID, Look, small
from desktop.gui.panels.controls import scroller
from desktop.gui.panels.stance_card import StanceCard
from desktop.gui.panels.stance_lines import StanceLine


class StancesPanel(QWidget):
    """A change touches only the cards whose stance changed."""

    asked = Signal(object)
    taken = Signal(int)
    topicWanted = Signal(int)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Stances"))
        self._look = look
        self._cards: dict[int, StanceCard] = {}
        self._in_hand: int | None = None
        self._offered: tuple[Sequence[tuple[str, str]], Sequence[tuple[int, str]]] = ((), ())
        self._hint = QLabel(wordWrap=True)
        self._hint.setText(
            self.tr(
                "Take a span in hand and press F (in favour), A (against) or N (neutral), "
                "then the digit of a topic."
            )
        )
        self._hint.setFont(small(self.font(), 0.95))
        self._body = QWidget()
        self._list = QVBoxLayout(self._body)
        self._list.setContentsMargins(2 * GRID, 2, 2 * GRID, GRID)
        self._list.setSpacing(GRID)
        self._list.addWidget(self._hint)
        self._list.addStretch(1)
        self._area = scroller(self._body)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._area)
        self.set_look(look)

    def set_look(self, look: Look) -> None:
        """Take other colours."""
        self._look = look
        self._hint.setStyleSheet(f"color: {look.dim};")
        for card in self._cards.values():
            card.set_look(look)

    def offer(self, labels: Sequence[tuple[str, str]], topics: Sequence[tuple[int, str]]) -> None:
        """Offer these labels (code, words) and topics (id, words) on every card."""
        self._offered = (labels, topics)
        for card in self._cards.values():
            card.offer(labels, topics)

    def show_lines(self, lines: Sequence[StanceLine]) -> None:
        """Show these stances in this order."""
        for gone in self._cards.keys() - {line.id for line in lines}:
            card = self._cards.pop(gone)
            self._list.removeWidget(card)
            card.hide()
            card.deleteLater()
        for place, line in enumerate(lines):
            card = self._cards.get(line.id)
            if card is None:
                card = self._make(line)
            elif card.line != line:
                card.show_line(line)
            if self._list.indexOf(card) != place:
                self._list.removeWidget(card)
                self._list.insertWidget(place, card)
        self._hint.setVisible(not lines)

    @property
    def cards(self) -> list[StanceCard]:
        """The cards in the order of the text."""
        return sorted(self._cards.values(), key=self._list.indexOf)

    def show_in_hand(self, stance: int | None) -> None:
        """Mark the stance in hand and bring its card into sight."""
        if stance == self._in_hand:
            return
        for number in (self._in_hand, stance):
            card = self._cards.get(number or -1)
            if card is not None:
                card.set_in_hand(number == stance)
        self._in_hand = stance
        if (card := self._cards.get(stance or -1)) is not None:
            self._area.ensureWidgetVisible(card, 0, GRID)

    def _make(self, line: StanceLine) -> StanceCard:
        card = StanceCard(line, self._look, self._body)
        card.offer(*self._offered)
        card.taken.connect(self.taken)
        card.labelWanted.connect(lambda stance, code: self.asked.emit(ChangeStance(stance, {"label": code})))
        card.topicWanted.connect(
            lambda stance, topic: self.asked.emit(ChangeStance(stance, {"topic": topic}))
        )
        card.newTopicWanted.connect(self.topicWanted)
        card.deleteWanted.connect(lambda stance: self.asked.emit(DeleteStance(stance)))
        card.set_in_hand(line.id == self._in_hand)
        self._cards[line.id] = card
        return card
