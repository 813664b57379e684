"""The stances of the open article as cards: in the order of the text or grouped, and filtered."""

from collections.abc import Sequence
from typing import get_args

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from desktop.gui.bindings import Bindings, KeyNames
from desktop.gui.commands import ChangeStance, DeleteStance
from desktop.gui.look import GRID, Look, small
from desktop.gui.named_box import NamedBox
from desktop.gui.panels.controls import scroller
from desktop.gui.panels.rewordings import RewordingsNote
from desktop.gui.panels.stance_answers import NOTHING
from desktop.gui.panels.stance_card import StanceCard
from desktop.gui.panels.stance_lines import Grouping, StanceLine, fitting, grouped
from desktop.nlp.proposals import Proposal


class StancesPanel(QWidget):
    """A change touches only the cards whose stance changed.

    `triggered` carries a stance and the action to be done with it in hand; `regrouped` the grouping chosen.
    """

    asked = Signal(object)
    taken = Signal(int)
    triggered = Signal(int, str)
    topicWanted = Signal(int)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Stances"))
        self._look = look
        self._cards: dict[int, StanceCard] = {}
        self._headings: list[QLabel] = []
        self._lines: Sequence[StanceLine] = ()
        self._in_hand: int | None = None
        self._proposal = NOTHING
        self._offered: tuple[Sequence[tuple[str, str]], Sequence[tuple[int, str]]] = ((), ())
        self.filter = QLineEdit(clearButtonEnabled=True)
        self.grouping = NamedBox(self.tr("Group the stances"))
        self.filter.setPlaceholderText(self.tr("Filter"))
        self.filter.setAccessibleName(self.tr("Filter the stances"))
        names = {"order": self.tr("In order"), "holder": self.tr("By holder"), "target": self.tr("By target")}
        for code in get_args(Grouping):
            self.grouping.addItem(names[code], code)
        self.filter.textChanged.connect(self._arrange)
        self.grouping.currentIndexChanged.connect(self._arrange)
        self.rewordings = RewordingsNote(look)
        self._bindings = Bindings()
        self._hint = QLabel(wordWrap=True)
        self._is_open = True
        self._hint.setFont(small(self.font(), 0.95))
        self._build()
        self.set_look(look)
        self._arrange()

    def _build(self) -> None:
        self._bar = QWidget()
        bar = QHBoxLayout(self._bar)
        bar.setContentsMargins(2 * GRID, 2, 2 * GRID, 2)
        bar.setSpacing(GRID)
        bar.addWidget(self.filter, 1)
        bar.addWidget(self.grouping)
        self._body = QWidget()
        self._list = QVBoxLayout(self._body)
        self._list.setContentsMargins(2 * GRID, 2, 2 * GRID, GRID)
        self._list.setSpacing(GRID)
        self._list.addWidget(self._hint)
        self._list.addStretch(1)
        both = QWidget()
        rows = QVBoxLayout(both)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(GRID // 2)
        rows.addWidget(self.rewordings)
        rows.addWidget(self._body, 1)
        self._area = scroller(both)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        layout.addWidget(self._bar)
        layout.addWidget(self._area, 1)

    def set_look(self, look: Look) -> None:
        """Take other colours."""
        self._look = look
        self.rewordings.set_look(look)
        for label in (self._hint, *self._headings):
            label.setStyleSheet(f"color: {look.dim};")
        for card in self._cards.values():
            card.set_look(look)

    def offer(self, labels: Sequence[tuple[str, str]], topics: Sequence[tuple[int, str]]) -> None:
        """Offer these labels (code, words) and topics (id, words) on every card."""
        self._offered = (labels, topics)
        for card in self._cards.values():
            card.offer(labels, topics)

    def show_lines(self, lines: Sequence[StanceLine]) -> None:
        """Show these stances, as far as they pass the filter."""
        self._lines = lines
        for gone in self._cards.keys() - {line.id for line in lines}:
            card = self._cards.pop(gone)
            self._list.removeWidget(card)
            card.hide()
            card.deleteLater()
        self._arrange()

    def _arrange(self) -> None:
        """Cards and headings in their places; those that the filter leaves out are hidden."""
        for heading in self._headings:
            self._list.removeWidget(heading)
            heading.deleteLater()
        self._headings = []
        shown = fitting(self._lines, self.filter.text())
        place = 0
        for name, lines in grouped(shown, self.grouping.currentData()):
            if name:
                self._list.insertWidget(place, self._heading(name, len(lines)))
                place += 1
            for line in lines:
                self._put(line, place)
                place += 1
        left_out = self._cards.keys() - {line.id for line in shown}
        for stance, card in self._cards.items():
            card.setVisible(stance not in left_out)
        self._bar.setVisible(bool(self._lines))
        self._show_hint(shown)

    def _heading(self, name: str, count: int) -> QLabel:
        heading = QLabel(f"{name}  ·  {count}")
        heading.setFont(small(self.font(), 0.92, strong=True))
        heading.setStyleSheet(f"color: {self._look.dim};")
        heading.setWordWrap(True)
        self._headings.append(heading)
        return heading

    def _put(self, line: StanceLine, place: int) -> None:
        card = self._cards.get(line.id)
        if card is None:
            card = self._make(line)
        elif card.line != line:
            card.show_line(line)
        if self._list.indexOf(card) != place:
            self._list.removeWidget(card)
            self._list.insertWidget(place, card)

    def set_bindings(self, bindings: Bindings) -> None:
        """Name these keys."""
        self._bindings = bindings
        self.rewordings.set_key(bindings.native("looked_again"))
        self._arrange()

    def set_open(self, is_open: bool) -> None:
        """Say how a stance is made only where an article is open."""
        if is_open != self._is_open:
            self._is_open = is_open
            self._arrange()

    def _show_hint(self, shown: Sequence[StanceLine]) -> None:
        self._hint.setVisible(not shown and self._is_open)
        self._hint.setText(
            self.tr("No stance has these words.")
            if self._lines
            else self.tr(
                "Take a span in hand and press {stance_FAVOR} (in favour), {stance_AGAINST} (against) or "
                "{stance_NEUTRAL} (neutral), then the digit of a topic, or Shift and the letter beside a "
                "word."
            ).format_map(KeyNames(self._bindings))
        )

    @property
    def cards(self) -> list[StanceCard]:
        """The cards that are shown, from top to bottom."""
        shown = (card for card in self._cards.values() if not card.isHidden())
        return sorted(shown, key=self._list.indexOf)

    def show_top(self) -> None:
        """Bring what stands above the cards into sight."""
        self._area.verticalScrollBar().setValue(0)

    def show_in_hand(self, stance: int | None, proposal: Proposal = NOTHING) -> None:
        """Mark the stance in hand, show what is proposed for it, and bring its card into sight."""
        before, self._in_hand, self._proposal = self._in_hand, stance, proposal
        for number in {before, stance}:
            card = self._cards.get(number or -1)
            if card is not None:
                card.set_in_hand(number == stance, proposal if number == stance else NOTHING)
        if stance != before:
            self._bring_into_sight()

    def _bring_into_sight(self) -> None:
        """The card in hand, once its place is known: it may just have been made."""

        def reveal() -> None:
            card = self._cards.get(self._in_hand or -1)
            if card is not None:
                self._area.ensureWidgetVisible(card, 0, GRID)

        QTimer.singleShot(0, self, reveal)

    def _make(self, line: StanceLine) -> StanceCard:
        card = StanceCard(line, self._look, self._body)
        card.offer(*self._offered)
        card.taken.connect(self.taken)
        card.changed.connect(lambda stance, changes: self.asked.emit(ChangeStance(stance, changes)))
        card.triggered.connect(self.triggered)
        card.newTopicWanted.connect(self.topicWanted)
        card.deleteWanted.connect(lambda stance: self.asked.emit(DeleteStance(stance)))
        in_hand = line.id == self._in_hand
        card.set_in_hand(in_hand, self._proposal if in_hand else NOTHING)
        self._cards[line.id] = card
        if in_hand:
            self._bring_into_sight()
        return card
