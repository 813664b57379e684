"""The mouse on the page: click takes in hand, drag selects or moves an edge, double click selects a word."""

from typing import Literal

from msgspec.structs import replace
from PySide6.QtCore import QObject, QPointF, Qt, QTimer, Signal
from PySide6.QtGui import QClipboard, QGuiApplication, QMouseEvent
from PySide6.QtWidgets import QApplication

from desktop.gui.article_view import caret, edges, picking, places, statements, suggesting, taking
from desktop.gui.article_view.canvas import Canvas
from desktop.gui.article_view.hand import Edge, HalfMade, MadeStance, Nothing, Selection, Side
from desktop.gui.article_view.hints import Hint
from desktop.gui.article_view.marks import Mark
from desktop.gui.article_view.player import Player
from desktop.gui.article_view.scene import Scene
from desktop.gui.article_view.speech import mark_tip, stance_tip, suggested_words
from desktop.nlp.evidence import Meeting
from store.offsets import Range

EXACT = Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.ControlModifier
"""Held while dragging, they go by character; many a window manager keeps Alt for itself."""
SCROLL_EVERY = 30
"""Milliseconds between two steps while a drag is outside the page."""


class Mouse(QObject):
    """Turns presses and moves in the viewport into what is in hand.

    `chosen`: something was taken in hand or selected by mouse, at a point of the viewport.
    """

    chosen = Signal(QPointF)

    def __init__(self, canvas: Canvas, player: Player) -> None:
        super().__init__(canvas)
        self._canvas = canvas
        self._player = player
        self._doing: Literal["nothing", "press", "select", "edge"] = "nothing"
        self._pressed = QPointF()
        self._anchor = 0
        self._last: tuple[QPointF, bool] = (QPointF(), False)
        self._outside = QTimer(self, interval=SCROLL_EVERY)
        self._outside.timeout.connect(self._scroll_on)

    # --- What is under it ------------------------------------------------------------------------------

    def mark_at(self, point: QPointF) -> Mark | None:
        """The box under a point of the viewport."""
        return picking.mark_at(
            self._canvas.column,
            self._canvas.point(point),
            chip_height=self._canvas.style.chip_height,
            in_hand=self._canvas.painter.emphasis.mark,
        )

    def stance_at(self, point: QPointF) -> int | None:
        """The stance whose bracket is under a point of the viewport."""
        statement = self._player.hand.statement
        return picking.stance_at(
            self._canvas.column,
            self._canvas.point(point),
            self._canvas.painter.brackets,
            in_hand=statement.id if isinstance(statement, MadeStance) else None,
        )

    def _aim_at(self, point: QPointF) -> Hint | None:
        """The candidate under a point: by its letters, or a phrase for a half-made stance."""
        aims = self._player.letters.aims
        if aims is None:
            return None
        phrases = isinstance(self._player.hand.statement, HalfMade) and self.mark_at(point) is None
        canvas = self._canvas
        return picking.aim_at(canvas.column, canvas.point(point), aims, canvas.style, phrases=phrases)

    def _suggested_at(self, point: QPointF) -> Meeting | None:
        """The suggested evidence whose stroke in the margin is under a point of the viewport."""
        scene, focus = self._player.scene, self._player.hand.focus
        found = scene.evidence if scene else ()
        return picking.suggested_at(self._canvas.column, self._canvas.point(point), found, in_hand=focus)

    def _is_on_what_is_in_hand(self, point: QPointF) -> bool:
        """Whether the box under a point has the range of the one in hand."""
        thing, mark = self._player.hand.thing, self.mark_at(point)
        return thing is not None and mark is not None and (mark.start, mark.end) == (thing.start, thing.end)

    def edge_at(self, point: QPointF) -> Side | None:
        """The edge of what is in hand under a point of the viewport."""
        scene = self._player.scene
        mark = scene.mark(self._player.hand.thing) if scene else None
        return picking.edge_at(self._canvas.column, self._canvas.point(point), mark) if mark else None

    def cursor_at(self, point: QPointF) -> Qt.CursorShape:
        """What the mouse pointer looks like over a point."""
        if self._doing == "edge" or (self._doing == "nothing" and self.edge_at(point)):
            return Qt.CursorShape.SizeHorCursor
        if self._doing == "nothing" and (
            self.mark_at(point)
            or self.stance_at(point) is not None
            or self._aim_at(point) is not None
            or self._suggested_at(point) is not None
        ):
            return Qt.CursorShape.PointingHandCursor
        return Qt.CursorShape.IBeamCursor

    def tip_at(self, point: QPointF) -> str:
        """The words for what is under a point of the viewport."""
        scene, mark, stance_id = self._player.scene, self.mark_at(point), self.stance_at(point)
        if scene is None:
            return ""
        if stance_id is not None and (stance := scene.stance(stance_id)):
            return stance_tip(scene, stance)
        if (meeting := self._suggested_at(point)) is not None:
            return suggested_words(scene, suggesting.as_focus(meeting))
        return mark_tip(scene, mark) if mark else ""

    def _position(self, point: QPointF) -> int:
        return places.position_at(self._canvas.column, self._canvas.point(point))

    # --- Pressing and moving ---------------------------------------------------------------------------

    def press(self, event: QMouseEvent) -> None:
        """The left button goes down; moved edges are no draft any longer."""
        self._player.do(lambda: None)
        point = event.position()
        self._pressed = point
        self._anchor = self._position(point)
        side, thing = self.edge_at(point), self._player.hand.thing
        if side is not None and thing is not None:
            self._doing = "edge"
            hold = self._player.hand.holds + 1
            edge = Edge(thing, side, thing.start, thing.end, hold)
            self._player.put(replace(self._player.hand, focus=edge, holds=hold))
        elif event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            focus = self._player.hand.focus
            self._anchor = focus.anchor if isinstance(focus, Selection) else self._player.hand.caret
            self._doing = "select"
            self.move(event)
        else:
            self._doing = "press"

    def move(self, event: QMouseEvent) -> None:
        """The mouse moves with the left button down."""
        point, exact = event.position(), bool(event.modifiers() & EXACT)
        far = (point - self._pressed).manhattanLength() >= QApplication.startDragDistance()
        if self._doing == "press" and far:
            self._doing = "select"
        self._last = point, exact
        self._follow()
        inside = self._canvas.is_inside(point)
        if inside or self._doing not in ("select", "edge"):
            self._outside.stop()
        elif not self._outside.isActive():
            self._outside.start()

    def release(self, event: QMouseEvent) -> None:
        """The left button goes up."""
        self._outside.stop()
        doing, self._doing = self._doing, "nothing"
        point = event.position()
        if doing == "press":
            self._player.do(lambda: self._click(point))
        elif doing == "select":
            self._offer_to_others()
            self.chosen.emit(point)
        elif doing == "edge":
            self._player.do(self._drop)

    def _drop(self) -> None:
        """Lets go of an edge; that of a suggestion was committed as a draft already."""
        edge = self._player.hand.focus
        if isinstance(edge, Edge):
            self._player.apply(edges.dropped(self._player.hand, edge))

    def _offer_to_others(self) -> None:
        """Where the system has a clipboard for selections (X11), the selected text goes there."""
        text, clipboard = self._player.text_in_hand, QGuiApplication.clipboard()
        if text and clipboard.supportsSelection():
            clipboard.setText(text, QClipboard.Mode.Selection)

    def double_click(self, event: QMouseEvent) -> None:
        """Selects the token under the mouse."""
        scene, point = self._player.scene, event.position()
        self._doing = "nothing"
        token = scene.token(self._position(point)) if scene else None
        if token is not None:
            self._player.put(taking.selected(self._player.hand, Selection(*token)))
            self.chosen.emit(point)

    def aim(self, point: QPointF) -> None:
        """Before a menu opens: what is under the mouse is in hand, unless it or its selection is already."""
        focus = self._player.hand.focus
        if isinstance(focus, Selection) and focus.start <= self._position(point) <= focus.end:
            return
        if self._is_on_what_is_in_hand(point):
            return  # a click would go through it, to what lies behind
        self._player.do(lambda: self._click(point, chooses=False))

    def _follow(self) -> None:
        """The selection or the edge goes where the mouse is."""
        scene, (point, exact) = self._player.scene, self._last
        if scene is None or self._doing not in ("select", "edge"):
            return
        position = self._position(point)
        if self._doing == "edge":
            self._drag_edge(scene, position, exact=exact)
            return
        start, end = min(self._anchor, position), max(self._anchor, position)
        if not exact and start < end:
            start, end = scene.snapped(start, end)
        backwards = position < self._anchor
        selection = Selection(end, start) if backwards else Selection(start, end)
        self._player.put(taking.selected(self._player.hand, selection))

    def _drag_edge(self, scene: Scene, position: int, *, exact: bool) -> None:
        edge = self._player.hand.focus
        if not isinstance(edge, Edge):
            return
        if not exact:
            position = caret.nearest(scene.segmentation.tokens, position, edge.side)
        span: Range = (position, edge.end) if edge.side == "begin" else (edge.start, position)
        if span[0] < span[1]:
            self._player.put(replace(self._player.hand, focus=replace(edge, start=span[0], end=span[1])))

    def _scroll_on(self) -> None:
        self._canvas.scroll_towards(self._last[0])
        self._follow()

    # --- Clicking --------------------------------------------------------------------------------------

    def _click(self, point: QPointF, *, chooses: bool = True) -> None:
        """Takes the target, the stance or the box under the mouse, else places the caret."""
        scene, hand = self._player.scene, self._player.hand
        if scene is None:
            return
        stance, mark = self.stance_at(point), self.mark_at(point)
        if chooses and (aim := self._aim_at(point)) is not None:
            self._player.letters.take(aim)
        elif stance is None and (meeting := self._suggested_at(point)) is not None:
            self._player.put(suggesting.in_hand_by(taking.put_down(hand), suggesting.as_focus(meeting)))
            if chooses:
                self.chosen.emit(point)
        elif stance is not None:
            self._player.put(replace(hand, statement=MadeStance(stance)))
        elif mark is not None:
            self._take(scene, mark)
            if chooses and (self._player.hand.thing is not None or mark.look == "rejected"):
                self.chosen.emit(point)
        else:
            position = self._position(point)
            token = scene.token(position)
            placed = taking.placed(scene, hand, token[0] if token else position)
            beside = self._is_beside(point)
            self._player.put(replace(placed, focus=Nothing(), statement=None) if beside else placed)

    def _is_beside(self, point: QPointF) -> bool:
        """Whether a point is in the margin, left or right of the text: a click there empties the hand."""
        column, x = self._canvas.column, self._canvas.point(point).x()
        return not column.left <= x <= column.left + column.width

    def _take(self, scene: Scene, mark: Mark) -> None:
        """A click on a box takes it in hand; while a stance is half made, it names the target."""
        hand = self._player.hand
        if isinstance(hand.statement, HalfMade) and hand.statement.is_ready and mark.look != "rejected":
            aimed = taking.taken(hand, mark)
            self._player.apply(statements.react(scene, aimed, "take_candidate"))
        else:
            self._player.put(taking.chosen(taking.put_down(hand), mark))
