"""Plays actions on the hand in order: what a key does is decided when the command before it is committed."""

from collections import deque
from collections.abc import Callable

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication

from desktop.gui.actions import Scope
from desktop.gui.article_view import edges, grammar, taking
from desktop.gui.article_view.canvas import Canvas
from desktop.gui.article_view.hand import (
    Edge,
    HalfMade,
    Hand,
    MadeStance,
    Selection,
)
from desktop.gui.article_view.hints import jumps
from desktop.gui.article_view.letters import Letters
from desktop.gui.article_view.reaction import Reaction
from desktop.gui.article_view.scene import Scene
from desktop.gui.article_view.seen import Seen
from desktop.gui.bindings import Bindings, is_bare
from desktop.gui.commands import Command
from store.offsets import Range
from store.values import Touched

Handler = Callable[[Scene, Hand], Reaction]

_LINES = {
    "caret_up": (-1, False),
    "caret_down": (1, False),
    "select_up": (-1, True),
    "select_down": (1, True),
}
_LINE_ENDS = {
    "caret_line_start": (0, False),
    "caret_line_end": (1, False),
    "select_line_start": (0, True),
    "select_line_end": (1, True),
}
_SCROLLS = {"scroll_up": -1, "scroll_down": 1}
_JUMPS = {"jump": False, "jump_word": True}


class Player(QObject):
    """Holds the hand of one article. While a command is under way, keys and actions wait; none is lost."""

    asked = Signal(object)
    changed = Signal(object)
    noticed = Signal(str)
    navigated = Signal(str)
    revealed = Signal(int, int)

    def __init__(self, canvas: Canvas, bindings: Bindings) -> None:
        super().__init__(canvas)
        self.bindings = bindings
        self.hand = Hand()
        self.scene: Scene | None = None
        self.seen = Seen()
        self.letters = Letters(self)
        self._canvas = canvas
        self._waiting: deque[Callable[[], None]] = deque()
        self._after: Callable[[], None] | None = None
        self._answered = True
        self._held = 0
        self._goal_x: float | None = None

    # --- Articles --------------------------------------------------------------------------------------

    def open(self, scene: Scene | None) -> None:
        """Another article, nothing in hand. Keys that wait are meant for it: they came later."""
        self.letters.put_away()
        self.scene = scene
        self.seen = Seen()
        self._after, self._answered, self._goal_x = None, True, None
        self.put(Hand(last_target=self.hand.last_target, holds=self.hand.holds))

    def update(self, scene: Scene, touched: Touched | None) -> None:
        """The same article after a change."""
        self.letters.hint(None)
        before, stood = self.scene, self.hand.place
        self.scene = scene
        self._answered = True
        if before is not None:
            self.put(taking.renewed(scene, self.hand, before=before, touched=touched))
            self.letters.follow()
        if touched is not None:
            self._reveal(stood)
        self._play_on()

    @property
    def text_in_hand(self) -> str:
        """The text of the selection, span or suggestion in hand, as it was imported."""
        stretch = self.hand.stretch
        return self.scene.text[slice(*stretch)] if self.scene is not None and stretch is not None else ""

    # --- Waiting ---------------------------------------------------------------------------------------

    def hold(self) -> None:
        """A command is under way."""
        self._held += 1

    def release(self) -> None:
        """It was committed or, where no update came, refused."""
        self._held = max(0, self._held - 1)
        if self._held:
            return
        if not self._answered and self.scene is not None:
            self._after = None
            self.put(taking.let_go(self.hand, self.scene))
        self._answered = True
        self._play_on()

    def _play_on(self) -> None:
        while not self._held:
            if self._after is not None:
                if not self._answered:
                    return
                work, self._after = self._after, None
            elif self._waiting:
                work = self._waiting.popleft()
            else:
                return
            work()

    def do(self, work: Callable[[], None]) -> None:
        """Does something in its turn; a draft of moved edges is committed before."""
        self._waiting.append(lambda: self._let_go_then(work))
        self._play_on()

    def decide(self, handler: Handler) -> None:
        """Reacts in its turn."""

        def work() -> None:
            if self.scene is not None:
                self.apply(handler(self.scene, self.hand))

        self.do(work)

    def _let_go_then(self, work: Callable[[], None]) -> None:
        if committed := edges.committed(self.hand):
            self._ask(committed, after=work)
        else:
            work()

    # --- Playing ---------------------------------------------------------------------------------------

    def knows(self, key: str) -> bool:
        """Whether a key means something to the article, now or with something else in hand."""
        # While letters are shown, and while those of a jump may wait for their turn, all of them are.
        if key and (self.letters.hints is not None or (self._waiting and len(key) == 1)):
            return True
        if key.startswith("Shift+") and len(key) == 7 and self.letters.is_aiming:
            return True
        scopes: tuple[Scope, ...] = ("article", "half", "statement")
        keys = self.bindings.keymap
        if any((scope, key) in keys for scope in scopes) or self._letter(key):
            return True
        # Of the window's keys only bare ones come here; the others are its shortcuts.
        return is_bare(key) and ("window", key) in keys

    def meaning(self, key: str) -> str | None:
        """The action of a key with what is in hand now."""
        found = (self.bindings.keymap.get((scope, key)) for scope in self._scopes())
        return next((action for action in found if action), None) or self._letter(key)

    def _letter(self, key: str) -> str | None:
        """The stance label whose own letter it is, where a project has others than the usual three."""
        labels = self.scene.codebook.stance_labels if self.scene and key else ()
        return next((f"stance_{label.code}" for label in labels if (label.key or "").upper() == key), None)

    def _scopes(self) -> tuple[Scope, ...]:
        match self.hand.statement:
            case HalfMade():
                return "half", "article", "window"
            case MadeStance():
                return "statement", "article", "window"
        return "article", "window"

    def press(self, key: str) -> None:
        """A key by its name; what it means is decided in its turn."""
        self._waiting.append(lambda: self._play(key))
        self._play_on()

    def _play(self, key: str) -> None:
        if self.letters.hints is not None:
            before = self.hand.place
            self.letters.choose(key)
            self._reveal(before)
        elif not self.letters.aims_at(key):
            self._run(self.meaning(key) or "")

    def trigger(self, action: str) -> None:
        """An action by its id."""
        self._waiting.append(lambda: self._run(action))
        self._play_on()

    def _run(self, action: str) -> None:
        if self.scene is None or not action:
            return
        if action not in _LINES:
            self._goal_x = None
        if action in _SCROLLS:
            self._canvas.scroll_page(_SCROLLS[action])
            return
        if action == "aim":
            self.letters.follow(again=True)
            return
        if action == "copy" and (text := self.text_in_hand):
            QGuiApplication.clipboard().setText(text)
            return
        before = self.hand.place
        reaction = grammar.react(self.scene, self.hand, action, screen=self.seen.screen(self.scene))
        self.apply(reaction, again=action)
        if reaction.asked is None:
            self._move_on_screen(action)
        self._reveal(before)

    def apply(self, reaction: Reaction, *, again: str = "") -> None:
        """Does what was decided."""
        self.put(reaction.hand)
        if reaction.notice:
            self.noticed.emit(reaction.notice)
        if reaction.asked is not None:
            self._ask(reaction.asked, after=(lambda: self._run(again)) if reaction.again else None)
        if reaction.navigated:
            self.navigated.emit(reaction.navigated)
        if reaction.hints is not None:
            self.letters.hint(reaction.hints)

    def _ask(self, command: Command, *, after: Callable[[], None] | None) -> None:
        """Asks for a command; `after` waits for the page that comes of it."""
        self._after, self._answered = after, False
        self.asked.emit(command)

    def _reveal(self, before: Range) -> None:
        if (now := self.hand.place) != before:
            self.revealed.emit(*now)

    def put(self, hand: Hand) -> None:
        """Another hand."""
        if hand != self.hand:
            before, self.hand = self.hand, hand
            self.changed.emit(hand)
            if before.statement != hand.statement:
                self.letters.follow()

    def _move_on_screen(self, action: str) -> None:
        """What needs to know the lines."""
        scene, hand = self.scene, self.hand
        if scene is None or (isinstance(hand.focus, Edge) and hand.focus.is_draft):
            return
        head = hand.focus.head if isinstance(hand.focus, Selection) else hand.caret
        if action in _LINES:
            step, selects = _LINES[action]
            position, self._goal_x = self._canvas.vertical(head, step=step, x=self._goal_x)
            self._go(position, selects=selects)
        elif action in _LINE_ENDS:
            end, selects = _LINE_ENDS[action]
            self._go(self._canvas.line(head)[end], selects=selects)
        elif action in _JUMPS:
            hints = jumps(scene, self._canvas.visible_range(), words=_JUMPS[action], near=hand.caret)
            self.letters.hint(hints if hints.places else None)
            if not hints.places:
                self.noticed.emit("no_spans")

    def _go(self, position: int, *, selects: bool) -> None:
        assert self.scene is not None
        if not selects:
            token = self.scene.token(position)
            self.put(taking.placed(self.scene, self.hand, token[0] if token else position))
            return
        focus = self.hand.focus
        anchor = focus.anchor if isinstance(focus, Selection) else self.hand.caret
        self.put(taking.selected(self.hand, self._snapped(anchor, position)))

    def _snapped(self, anchor: int, head: int) -> Selection:
        """A selection whose head stands at the border of the token it is in."""
        assert self.scene is not None
        if anchor == head:
            return Selection(anchor, head)
        token = self.scene.snapped(head, head)
        inside = token[0] < head < token[1]
        return Selection(anchor, (token[1] if head > anchor else token[0]) if inside else head)
