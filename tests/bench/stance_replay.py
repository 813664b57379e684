"""An annotator who makes the gold statements in the real window, and sees only what the screen shows."""

from collections import defaultdict
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desktop.gui.article_view.hand import MadeStance
from desktop.gui.article_view.hints import Hint, Hints
from desktop.gui.article_view.proposing import in_hand
from desktop.gui.dialogs.palette import Palette
from desktop.nlp.proposals import Proposal
from store.offsets import Range
from store.values import Stance
from tests.bench import gold
from tests.bench.replay import Replay

LETTERS = {"FAVOR": "F", "AGAINST": "A", "NEUTRAL": "N"}
FORMS = ("verbal", "act", "emotion", "inferred")
ATTRIBUTIONS = ("author", "author_narration", "direct_quote", "indirect_quote", "mixed_quote")
UNSURE = 0.5

Json = dict[str, Any]


class StanceReplay(Replay):
    """Makes the gold statements one after the other. `kinds` has the presses by what they were for."""

    def __init__(self, app: QApplication, folder: Path, store: Path) -> None:
        super().__init__(app, folder, store=store)
        self.kinds: dict[str, int] = defaultdict(int)
        self.clicks = 0
        self._gold = gold.load()
        self._places = {
            it["id"]: (it["start"], it["end"]) for it in (*self._gold["entities"], *self._gold["mentions"])
        }
        book = self._program.workbench.codebook
        assert book is not None
        self._digits = {topic.key: str(topic.digit) for topic in book.topics}

    @property
    def topics(self) -> dict[int, str]:
        """The keys of the topics, by id."""
        book = self._program.workbench.codebook
        return {topic.id: topic.key for topic in book.topics} if book is not None else {}

    # --- The work --------------------------------------------------------------------------------------

    def bare(self) -> None:
        """Holder, label, and topic or else target."""
        for statement in self._gold["statements"]:
            self._begin(statement)
            topic = statement["target"]["topic"]
            if topic:
                self._count("label and target", self._digits[topic])
            else:
                self._aim(statement)

    def full(self, count: int | None = None) -> None:
        """All of it; `count`: the first statements only, and no mentions beyond theirs."""
        for statement in self._gold["statements"][:count]:
            self._begin(statement)
            topic, span = statement["target"]["topic"], statement["target"]["span"]
            if topic:
                self._count("label and target", self._digits[topic])
            if span:
                self._aim(statement)
            self._answer(statement)
        if count is None:
            self._mentions()

    # --- Holder, label, targets ------------------------------------------------------------------------

    def _begin(self, statement: Json) -> None:
        holder = statement["holder"]
        if holder["kind"] != "span":
            if not self._has_holder(None, holder["kind"]):
                # With a stance in hand H would change its holder.
                self._count("travel", *(("Esc",) if self._stance else ()), "H")
                self._choose()
        elif not self._has_holder(self._places[holder["span"]], "span"):
            self._go_to(self._places[holder["span"]])
        self._count("label and target", LETTERS[statement["label"]])

    def _has_holder(self, place: Range | None, kind: str) -> bool:
        stance = self._stance
        if stance is None or stance.holder_kind != kind:
            return False
        span = next((it for it in self.page.spans if it.id == stance.holder_span), None)
        return place is None or (span is not None and (span.start, span.end) == place)

    def _go_to(self, place: Range) -> None:
        """To a box by its letters; where there is none, to the phrase at the nearest box."""
        self._show(place)
        self._count("travel", "J")
        hint = _exactly(self._shown, place) or min(
            self._shown.places, key=lambda it: (not place[0] <= it.start < place[1], abs(it.start - place[0]))
        )
        self._count("travel", *hint.letters)
        while self.view.hand.stretch != place:
            self._count("travel", "Y")

    def _aim(self, statement: Json) -> None:
        """The letters beside the target, with Shift; for each press of them one of label and target."""
        place = self._places[statement["target"]["span"]]
        self._show(place)
        hints = self.view.canvas.painter.aims
        assert hints is not None
        hint = _exactly(hints, place)
        assert hint is not None, self._text(place)
        self._count("label and target", *(f"Shift+{letter}" for letter in hint.letters))

    # --- Everything else -------------------------------------------------------------------------------

    def _answer(self, statement: Json) -> None:
        proposed = self._proposal
        self._mark_wrong_parts(statement, proposed)
        if self._proposal != Proposal():
            self._count("proposals", "Return")
        self._add_missing_parts(statement)
        self._cycle("form", "G", statement["form"], FORMS)
        self._cycle("attribution", "Q", statement["attribution"], ATTRIBUTIONS)
        self._cycle("explicit", "I", statement["explicit"], (False, True))
        self._cycle("intensity", "S", statement["intensity"], (1, 2, 3))
        if statement["confidence"] == UNSURE:
            self._count("unsure", "U")
        else:
            self._click_confidence(statement["confidence"])

    def _mark_wrong_parts(self, statement: Json, proposed: Proposal) -> None:
        """Before what is proposed is taken: evidence and cue of which something is wrong."""
        wanted = _ranges(statement["evidence"])
        if not _is_part(proposed.evidence, wanted):
            self._mark_evidence(wanted)
        cue = _ranges(statement["cue"])
        if not _is_part(proposed.cue, cue):
            self._mark_cue(cue)

    def _add_missing_parts(self, statement: Json) -> None:
        self._mark_evidence(
            [it for it in _ranges(statement["evidence"]) if it not in self._parts("evidence")]
        )
        self._mark_cue([it for it in _ranges(statement["cue"]) if it not in self._parts("cue")])

    def _mark_evidence(self, ranges: list[Range]) -> None:
        for start, end in ranges:
            self._count("evidence", "V")
            self._count("evidence", *_over(self._shown, start, at_end=False).letters)
            self._count("evidence", *_over(self._shown, end, at_end=True).letters)

    def _mark_cue(self, ranges: list[Range]) -> None:
        there = self._parts("cue")
        for start, end in ranges:
            for token in self._tokens(start, end):
                if not any(left <= token[0] < right for left, right in there):
                    self._count("cue", "C")
                    self._count("cue", *_over(self._shown, token[0], at_end=False).letters)

    def _cycle(self, field: str, key: str, wanted: object, values: tuple[object, ...]) -> None:
        for _ in range(len(values) + 1):
            if getattr(self._stance, field) == wanted:
                return
            self._count(field, key)
        assert getattr(self._stance, field) == wanted, (field, wanted)

    def _click_confidence(self, value: float) -> None:
        """Two clicks on the card: on the field, and in its menu."""
        stance = self._stance
        assert stance is not None
        card = next(it for it in self._program.window.page.side.stances.cards if it.line.id == stance.id)
        menu = card.answers.menu("confidence")
        action = next(it for it in menu.actions() if it.text().startswith(f"{value * 100:.0f}"))
        action.trigger()
        self.clicks += 2
        self._wait(lambda: not self._program.workbench.gestures.is_busy)
        menu.deleteLater()

    def _mentions(self) -> None:
        """Mentions that no statement needed, and whom mentions stand for."""
        for mention in self._gold["mentions"]:
            place = (mention["start"], mention["end"])
            there = any((it.start, it.end) == place for it in self.page.spans)
            if there and mention["actor"] is None:
                continue
            before = self.presses
            self._go_to(place)
            if not there:
                self.press("0")
            if mention["actor"] is not None:
                self.press("L")
                name = next(it["name"] for it in self._gold["actors"] if it["id"] == mention["actor"])
                self._choose(name)
            self.kinds["mentions and actors"] += self.presses - before
            self.kinds["travel"] -= self._travelled
            self._travelled = 0

    # --- Looking and pressing --------------------------------------------------------------------------

    _travelled = 0

    def _count(self, kind: str, *keys: str) -> None:
        before = self.presses
        self.press(*keys)
        self.kinds[kind] += self.presses - before
        if kind == "travel":
            self._travelled += self.presses - before
        else:
            self._travelled = 0

    def _choose(self, name: str = "") -> None:
        """In the list that has opened: the first entry, else down to the one with this name."""
        self._wait(lambda: bool(self._palettes))
        palette = self._palettes[-1]
        for _ in range(palette.list.count()):
            item = palette.list.currentItem()
            if not name or (item is not None and item.text() == name):
                break
            self._press_in(palette, Qt.Key.Key_Down)
        self._press_in(palette, Qt.Key.Key_Return)
        self._wait(lambda: not self._program.workbench.gestures.is_busy)
        self.view.setFocus()

    def _press_in(self, palette: Palette, key: Qt.Key) -> None:
        QTest.keyClick(palette.field, key)
        self.presses += 1
        self.kinds["travel"] += 1
        self._travelled += 1

    @property
    def _palettes(self) -> list[Palette]:
        return [it for it in self._program.window.findChildren(Palette) if it.isVisible()]

    def _show(self, place: Range) -> None:
        for _ in range(50):
            start, end = self.view.canvas.visible_range()
            if start <= place[0] < place[1] <= end:
                return
            self._count("travel", "PgDown" if place[1] > end else "PgUp")

    @property
    def _shown(self) -> Hints:
        hints = self.view.canvas.painter.hints
        assert hints is not None
        return hints

    @property
    def _stance(self) -> Stance | None:
        statement = self.view.hand.statement
        if not isinstance(statement, MadeStance):
            return None
        return next(it for it in self.page.stances if it.id == statement.id)

    @property
    def _proposal(self) -> Proposal:
        return in_hand(self.view.canvas.scene, self.view.hand)

    def _parts(self, role: str) -> list[Range]:
        stance = self._stance
        assert stance is not None
        return [(it.start, it.end) for it in stance.parts if it.role == role and it.made == "marked"]

    def _text(self, place: Range) -> str:
        return self.page.article.text[slice(*place)]


def _exactly(hints: Hints, place: Range) -> Hint | None:
    return next((it for it in hints.places if (it.start, it.end) == place), None)


def _over(hints: Hints, position: int, *, at_end: bool) -> Hint:
    """The word at which a range begins or ends; a quotation mark beside it comes along."""
    near = [it for it in hints.places if abs((it.end if at_end else it.start) - position) <= 1]
    return near[-1] if at_end else near[0]


def _ranges(parts: list[Json]) -> list[Range]:
    return [(part["start"], part["end"]) for part in parts]


def _is_part(some: tuple[Range, ...], wanted: list[Range]) -> bool:
    """Whether everything of `some` is right: it stands within what is wanted."""
    return all(any(start <= a and b <= end for start, end in wanted) for a, b in some)
