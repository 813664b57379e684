"""What a stance says besides its side, as words that can be clicked: `said · indirect quote · ●●○`."""

from collections.abc import Iterator
from html import escape

from msgspec import Struct
from PySide6.QtCore import QCoreApplication, QPoint, Qt, Signal
from PySide6.QtGui import QCursor, QFocusEvent
from PySide6.QtWidgets import QLabel, QMenu, QWidget

from desktop.gui.look import Look
from desktop.gui.panels.stance_lines import StanceLine
from desktop.gui.stance_wording import fields, said, values
from desktop.nlp.proposals import Proposal

NOTHING = Proposal()
PARTS = ("evidence", "cue")


class Answer(Struct, frozen=True):
    """One field in words. `state`: answered, proposed by the text, or open."""

    field: str
    words: str
    state: str


def answers(line: StanceLine, proposal: Proposal, *, all_fields: bool) -> Iterator[Answer]:
    """What is answered; with `all_fields` also what is proposed and what nobody has answered."""
    for field, name in fields().items():
        value = line.via or None if field == "via" else line.answers.get(field)
        proposed = getattr(proposal, field, None)
        if field == "level" and value == "statement" and not all_fields:
            continue
        if value is not None:
            words = f"→ {value}" if field == "via" else said(field, value)
            yield Answer(field, words, "answered")
        elif all_fields:
            state = "proposed" if proposed is not None else "open"
            yield Answer(field, f"{said(field, proposed)}?" if proposed is not None else name, state)
    if all_fields:
        yield from _parts(line, proposal)


def _parts(line: StanceLine, proposal: Proposal) -> Iterator[Answer]:
    """Evidence and cue, which the card shows in full elsewhere, as something to take or to change."""
    translate = QCoreApplication.translate
    names = {"evidence": translate("Stance", "evidence"), "cue": translate("Stance", "cue")}
    there = {"evidence": line.marked, "cue": bool(line.cue)}
    for part in PARTS:
        proposed = bool(getattr(proposal, part))
        state = "proposed" if proposed else "answered" if there[part] else "open"
        yield Answer(part, f"{names[part]}?" if proposed else names[part], state)


class AnswersLabel(QLabel):
    """Shows the answers as links; a link opens the menu of what its field may hold.

    `chosen` carries field and value, for evidence and cue ranges; `asked` the action that asks further.
    """

    chosen = Signal(str, object)
    asked = Signal(str)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent, wordWrap=True)
        self._look = look
        self._shown: list[Answer] = []
        self._proposal = NOTHING
        self.setTextFormat(Qt.TextFormat.RichText)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.LinksAccessibleByMouse | Qt.TextInteractionFlag.LinksAccessibleByKeyboard
        )
        self.linkActivated.connect(self._open)

    def show_answers(self, line: StanceLine, proposal: Proposal, *, all_fields: bool) -> None:
        """Show these; nothing at all takes no room."""
        self._proposal = proposal
        self._shown = list(answers(line, proposal, all_fields=all_fields))
        self._write()
        self.setVisible(bool(self._shown))
        self.setAccessibleName(", ".join(it.words for it in self._shown if it.state == "answered"))

    def set_look(self, look: Look) -> None:
        """Take other colours."""
        self._look = look
        self._write()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """By Tab at once to a link: the label itself shows nothing of the focus."""
        super().focusInEvent(event)
        if event.reason() in (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason):
            self.focusNextPrevChild(event.reason() == Qt.FocusReason.TabFocusReason)

    def menu(self, field: str) -> QMenu:
        """What a field may hold; what is proposed stands first."""
        menu = QMenu(self)
        proposed = getattr(self._proposal, field, None) or None
        if field in PARTS:
            if proposed is not None:
                menu.addAction(self.tr("Take what is proposed"), lambda: self.chosen.emit(field, proposed))
            menu.addAction(self.tr("Mark words by letters"), lambda: self.asked.emit(field))
            menu.addAction(self.tr("Remove"), lambda: self.chosen.emit(field, ()))
        else:
            self._add_values(menu, field, proposed)
        menu.aboutToHide.connect(menu.deleteLater)
        return menu

    def _add_values(self, menu: QMenu, field: str, proposed: object) -> None:
        if proposed is not None:
            words = self.tr("Proposed: {value}").format(value=said(field, proposed))
            menu.addAction(words, lambda: self.chosen.emit(field, proposed))
            menu.addSeparator()
        for value, words in values(field):
            menu.addAction(words, lambda value=value: self.chosen.emit(field, value))

    def _open(self, field: str) -> None:
        if field == "via":
            self.asked.emit(field)
            return
        corner = self.mapToGlobal(QPoint(0, self.height()))
        self.menu(field).popup(QCursor.pos() if self.underMouse() else corner)

    def _write(self) -> None:
        look = self._look
        colours = {"answered": look.text, "proposed": look.accent, "open": look.dim}
        dot = f'&nbsp;<span style="color: {look.faint};">·</span> '  # a line may end in one, never begin
        self.setText(dot.join(_link(it, colours[it.state]) for it in self._shown))


def _link(answer: Answer, colour: str) -> str:
    line = "none" if answer.state == "answered" else "underline"
    slant = "italic" if answer.state == "proposed" else "normal"
    style = f"color: {colour}; text-decoration: {line}; font-style: {slant};"
    return f'<a href="{answer.field}" style="{style}">{escape(answer.words)}</a>'
