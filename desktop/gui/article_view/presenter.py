"""Brings the hand to the screen: what stands out, what Qt and screen readers are told, the mini-bar."""

from collections.abc import Callable

from msgspec.structs import replace
from PySide6.QtCore import QObject, QPoint, QPointF, QRect, Signal
from PySide6.QtWidgets import QTextEdit

from desktop.gui.article_view import places, taking
from desktop.gui.article_view.canvas import Canvas
from desktop.gui.article_view.context_menu import context_menu
from desktop.gui.article_view.edge_chips import EdgeChips
from desktop.gui.article_view.emphasis import drafts, emphasis
from desktop.gui.article_view.hand import MadeStance, Selection
from desktop.gui.article_view.hints import Hints
from desktop.gui.article_view.mini_bar import MiniBar
from desktop.gui.article_view.offers import Offers
from desktop.gui.article_view.player import Player
from desktop.gui.article_view.voice import Voice
from store.values import Touched

NEAR = 120.0
"""How far left of the mouse the mini-bar may begin."""


class Presenter(QObject):
    """Joins what is played to what is seen. `saw`: suggestions came on screen that were not before."""

    saw = Signal()

    def __init__(self, edit: QTextEdit, canvas: Canvas, player: Player) -> None:
        super().__init__(edit)
        self._edit, self._canvas, self._player = edit, canvas, player
        self._voice = Voice(edit)
        self.bar = MiniBar(edit.viewport())
        player.changed.connect(self.follow)
        player.revealed.connect(canvas.reveal)
        player.letters.hinted.connect(self._hint)
        player.letters.aimed.connect(canvas.aim)
        canvas.moved.connect(self.look)
        self.bar.chosen.connect(player.trigger)
        self.chips = EdgeChips(edit, canvas)
        self.chips.wanted.connect(canvas.reveal)

    def follow(self, *, says: bool = True) -> None:
        """Shows what is in hand now, and says it; not where the focus only goes elsewhere."""
        scene, hand = self._player.scene, self._player.hand
        if scene is not None and scene is self._canvas.scene:
            self._canvas.draft(drafts(scene, hand))
            self._canvas.emphasise(emphasis(scene, hand, focused=self._edit.hasFocus()))
            self.chips.follow()
            self._voice.follow(scene, hand)
            if says:
                self._voice.say(scene, hand)

    def hear(self, touched: Touched) -> None:
        """A decision was carried out, and the page shows it."""
        if self._canvas.scene is not None:
            self._voice.hear(self._canvas.scene, touched)

    def look(self) -> None:
        """Other text is on screen."""
        self.put_away()
        scene = self._player.scene
        if scene is None or scene is not self._canvas.scene:
            return  # one of both is just being changed
        self.chips.follow()
        if self._player.seen.add(scene, self._canvas.visible_range()):
            self.saw.emit()

    def put_away(self) -> None:
        """Takes away what lies over the page for the moment."""
        self.bar.hide()
        self._player.letters.hint(None)

    def _hint(self, hints: Hints | None) -> None:
        self._canvas.hint(hints)
        if self._player.scene is not None and hints is not None:
            self._voice.say_hints(self._player.scene, hints)

    def offer(self, point: QPointF) -> None:
        """The mini-bar beside what the mouse has just taken in hand, at a point of the viewport."""
        scene, hand = self._player.scene, self._player.hand
        selection = hand.focus
        span = (selection.start, selection.end) if isinstance(selection, Selection) else hand.place
        rects = self._canvas.rectangles(*span)
        near = min(rects, key=lambda rect: (rect.center() - point).manhattanLength(), default=None)
        if scene is not None and near is not None:
            near.setLeft(max(near.left(), point.x() - NEAR))
            offers = Offers(scene, hand, self._player.bindings)
            self.bar.offer(offers, self._canvas.style, near=near.toAlignedRect(), chips=self._chips())

    def _chips(self) -> list[QRect]:
        """The chips on the screen."""
        canvas = self._canvas
        bottom = canvas.top + self._edit.viewport().height()
        height = canvas.style.chip_height
        found = places.exact_chips(canvas.column, canvas.top, bottom, chip_height=height)
        return [it.translated(0, -canvas.top).toAlignedRect() for it in found]

    def open_menu(self, corner: QPoint, *, trigger: Callable[[str], None]) -> None:
        """The context menu of what is in hand, at a point of the screen."""
        if (scene := self._player.scene) is not None:
            offers = Offers(scene, self._player.hand, self._player.bindings)
            theme = self._canvas.style.theme
            context_menu(offers, theme, parent=self._edit, trigger=trigger).popup(corner)

    def take(self, *, span: int | None, suggestion: int | None, stance: int | None) -> None:
        """Takes something of the page in hand; a stance comes with its holder."""
        scene, hand = self._player.scene, self._player.hand
        if scene is None:
            return
        shown: tuple[int, int] | None = None
        if stance is not None and (found := scene.stance(stance)):
            hand = replace(hand, statement=MadeStance(stance))
            span = found.holder_span if span is None else span
            shown = next(((part.start, part.end) for part in found.parts if part.role == "evidence"), None)
        mark = scene.own.find(span) or scene.suggested.find(suggestion)
        self._player.put(taking.taken(hand, mark) if mark else hand)
        self._canvas.reveal(*(shown if shown and not mark else self._player.hand.place))

    def go_to(self, start: int, end: int) -> None:
        """Takes in hand the box that has this very range, else selects the text."""
        scene, hand = self._player.scene, self._player.hand
        if scene is None:
            return
        mark = scene.own.exactly(start, end) or scene.suggested.exactly(start, end)
        selection = Selection(start, end)
        self._player.put(taking.taken(hand, mark) if mark else taking.selected(hand, selection))
        self._canvas.reveal(start, end)
