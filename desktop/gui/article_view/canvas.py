"""The page on the screen: one document with its layout and painter, in the text edit that shows it."""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager

from PySide6.QtCore import QElapsedTimer, QObject, QPointF, QRect, QRectF, QTimer, Signal
from PySide6.QtGui import QRegion, QTextDocument
from PySide6.QtWidgets import QTextEdit

from desktop.gui.article_view import gutter, places
from desktop.gui.article_view.document_layout import ArticleLayout
from desktop.gui.article_view.emphasis import Emphasis
from desktop.gui.article_view.found import Found
from desktop.gui.article_view.header import Header
from desktop.gui.article_view.hints import Hints
from desktop.gui.article_view.marks import Mark
from desktop.gui.article_view.page_painter import PagePainter
from desktop.gui.article_view.scene import Scene
from desktop.gui.article_view.style import Style
from desktop.gui.article_view.typesetting import typeset
from store.offsets import Range

MARGIN = 59.0
"""Room left of the column at least: for three lanes of brackets."""
RIGHT = 28.0
EXACT_UP_TO = 100_000
"""Characters; up to that the whole text is laid out in spare time, so that the scroll bar tells the truth."""
SLICE = 5
"""Milliseconds of spare time at once."""


class Canvas(QObject):
    """Shows one scene in a text edit. `moved`: other text is on screen."""

    moved = Signal()

    def __init__(self, edit: QTextEdit, style: Style) -> None:
        super().__init__(edit)
        self._edit = edit
        self._document = QTextDocument(self)
        self.layout = ArticleLayout(self._document)
        self.column = self.layout.column
        self.painter = PagePainter(self.column, style, edit.devicePixelRatioF)
        self.layout.paint = self.painter.paint
        self.column.chip_widths = self._chip_widths
        self.column.marks_in = self._marks_in
        self.drafts: list[Mark] = []
        self._document.setDocumentLayout(self.layout)
        edit.setDocument(self._document)
        self._document.setUndoRedoEnabled(False)
        self.layout.compensated.connect(self._compensate)
        # What stands below a paragraph whose height was only estimated is somewhere else now.
        self.layout.documentSizeChanged.connect(lambda _: edit.viewport().update())
        edit.verticalScrollBar().valueChanged.connect(self.expose)
        self._spare = QTimer(self, interval=0)
        self._spare.timeout.connect(self._work_ahead)
        self._next = 0

    def _chip_widths(self, mark: Mark) -> Sequence[float]:
        return self.style.chip_widths(mark)

    @property
    def style(self) -> Style:
        """Fonts and colours."""
        return self.painter.style

    @property
    def scene(self) -> Scene | None:
        """What is shown."""
        return self.painter.scene

    # --- Showing ---------------------------------------------------------------------------------------

    def show(self, scene: Scene | None) -> None:
        """Another article, or none, from its beginning."""
        self.drafts = []
        self.painter.emphasis, self.painter.found = Emphasis(), Found()
        # While no line is there to be laid out; else the old place in the new text would be.
        self.column.clear()
        self._edit.verticalScrollBar().setValue(0)
        self._set(scene)
        self.expose()

    def restyle(self, style: Style) -> None:
        """Other fonts or colours; the text at the top of the screen stays there."""
        with self._staying():
            self.painter.style = style
            self._set(self.scene)

    @contextmanager
    def _staying(self) -> Iterator[None]:
        """Whatever happens to fonts and widths: the first line on screen stays where it is."""
        first = places.first_line(self.column, self.top) if self.top else None
        before = places.line_top(self.column, first) - self.top if first is not None else 0
        yield
        if first is not None:
            moved = places.line_top(self.column, first) - self.top - before
            self._edit.verticalScrollBar().setValue(round(self.top + moved))
        self.expose()

    def _set(self, scene: Scene | None) -> None:
        self.column.clear()
        self.painter.scene = scene
        self.painter.header = None
        self.painter.brackets = ()
        if scene is None:
            self._document.clear()
            self.layout.resized()
        else:
            self._fit()
            self.painter.header = header = Header(scene.page, self.style)
            header.set_width(self.column.width)
            slots = typeset(self._document, scene.paragraphs, scene.page.zones, self.style)
            self.column.load(scene.paragraphs, slots, top=header.height)
            self.layout.resized()
            self.painter.brackets = self._brackets(scene)
            self._start_working_ahead()
        self._edit.viewport().update()

    def change(self, scene: Scene, marks: Iterable[Mark]) -> None:
        """The same article with these marks changed: only their rows are drawn again, no text is shaped."""
        before = self.scene
        self.painter.scene = scene
        for index in self.column.touched(marks):
            top = self.column.stack.tops[index]
            changed = self.column.redecorate(index)
            for row in changed:
                self._update(top + row.reach[0], top + row.reach[1])
        if (
            before is None
            or before.page.stances != scene.page.stances
            or before.page.zones != scene.page.zones
            or before.evidence != scene.evidence
        ):
            self.painter.brackets = self._brackets(scene)
            self._edit.viewport().update()

    def emphasise(self, emphasis: Emphasis) -> None:
        """Other things stand out; rows where something does or did are drawn again."""
        before, self.painter.emphasis = self.painter.emphasis, emphasis
        if before == emphasis:
            return
        stance = (emphasis.stance, emphasis.label, emphasis.holder, emphasis.target)
        if (before.stance, before.label, before.holder, before.target) != stance:
            self._edit.viewport().update()
            return
        for start, end in (*before.ranges, *emphasis.ranges):
            for place in places.exact_rows_of(self.column, start, end):
                self._update(place.top + place.row.reach[0] - 8, place.top + place.row.reach[1] + 8)

    def hint(self, hints: Hints | None) -> None:
        """Letters over what can be jumped to, or none."""
        self.painter.hints = hints
        self._edit.viewport().update()

    def aim(self, hints: Hints | None) -> None:
        """Letters over what the stance in hand could be toward, or none."""
        self.painter.aims = hints
        self._edit.viewport().update()

    def mark_found(self, ranges: Sequence[Range], current: int) -> None:
        """Marks what a search found; `current` is the index of the place shown, -1 for none."""
        self.painter.found = Found(ranges, current)
        self._edit.viewport().update()

    def draft(self, drafts: list[Mark]) -> None:
        """Boxes that stand for what is not committed yet; one with the id of another replaces it."""
        if drafts == self.drafts or self.scene is None:
            return
        before, self.drafts = self.drafts, drafts
        hidden = [self._original(mark) for mark in (*before, *drafts)]
        self.change(self.scene, [*before, *drafts, *(mark for mark in hidden if mark)])

    def _original(self, mark: Mark) -> Mark | None:
        scene = self.scene
        if scene is None:
            return None
        return (scene.suggested if mark.is_suggestion else scene.own).find(mark.id)

    def _marks_in(self, start: int, end: int) -> list[Mark]:
        scene = self.scene
        if scene is None:
            return []
        found = scene.meeting(start, end)
        if self.drafts:
            keys = {mark.key for mark in self.drafts}
            found = [mark for mark in found if mark.key not in keys]
            found += [mark for mark in self.drafts if mark.start < end and mark.end > start]
        return found

    # --- Where things are on screen --------------------------------------------------------------------

    @property
    def top(self) -> int:
        """How far the page is scrolled, in pixels."""
        return self._edit.verticalScrollBar().value()

    def point(self, position: QPointF) -> QPointF:
        """A point of the viewport in the document."""
        return position + QPointF(0, self.top)

    def rectangles(self, start: int, end: int) -> list[QRectF]:
        """The boxes of a range in the viewport."""
        return [rect.translated(0, -self.top) for rect in places.rectangles(self.column, start, end)]

    def visible_range(self) -> Range:
        """The text whose lines are wholly on screen."""
        return places.visible_range(self.column, self.top, self.top + self._edit.viewport().height())

    def reveal(self, start: int, end: int) -> None:
        """Scrolls, if it has to, so that a range is comfortably on screen."""
        rects = self.rectangles(start, end)
        if not rects:
            return
        height, pitch = self._edit.viewport().height(), self.style.body_metrics.pitch
        top, bottom = rects[0].top() - pitch, min(rects[-1].bottom(), rects[0].top() + height / 2) + pitch / 2
        if top < 0 or bottom > height:
            self._edit.verticalScrollBar().setValue(round(self.top + rects[0].top() - height / 3))
            self.expose()

    def scroll_page(self, direction: int) -> None:
        """One screen up (-1) or down (1), a line of it kept in sight."""
        step = self._edit.viewport().height() - round(self.style.body_metrics.pitch)
        bar = self._edit.verticalScrollBar()
        bar.setValue(bar.value() + direction * max(step, 40))

    def scroll_towards(self, point: QPointF) -> None:
        """A little up or down, where a point of the viewport lies beyond its upper or lower border."""
        beyond = min(point.y(), 0) + max(point.y() - self._edit.viewport().height(), 0)
        bar = self._edit.verticalScrollBar()
        bar.setValue(bar.value() + round(max(-40, min(40, beyond))))

    def is_inside(self, point: QPointF) -> bool:
        """Whether a point lies between the viewport's upper and lower border."""
        return 0 <= point.y() <= self._edit.viewport().height()

    def vertical(self, position: int, *, step: int, x: float | None) -> tuple[int, float]:
        """The position a line up or down, and the `x` that it aims at."""
        return places.vertical(self.column, position, step=step, x=x)

    def line(self, position: int) -> Range:
        """Start and end of a position's line."""
        return places.line_range(self.column, position)

    # --- Keeping up ------------------------------------------------------------------------------------

    def resize(self) -> None:
        """The viewport has another size."""
        with self._staying():
            self._fit()
            self.layout.resized()
            self._start_working_ahead()

    def _fit(self) -> None:
        """The column in the middle of the viewport, with room for the margin."""
        page = self._edit.viewport().width()
        width = max(120.0, min(self.style.column, page - MARGIN - RIGHT))
        left = max(MARGIN, round((page - width) / 2))
        top = 0.0
        if self.painter.header:
            self.painter.header.set_width(width)
            top = self.painter.header.height
        self.column.move(left=left, width=width, right=page - left - width, top=top)
        if self.scene is not None:
            self.painter.brackets = self._brackets(self.scene)

    def _brackets(self, scene: Scene) -> list[gutter.Bracket]:
        return gutter.brackets(scene, gutter.room_for(self.column.left))

    def expose(self) -> None:
        """Lays out what is on screen."""
        viewport = self._edit.viewport()
        self.layout.expose(self.top, viewport.height(), page_width=viewport.width())
        self.moved.emit()

    def _compensate(self, pixels: int) -> None:
        bar = self._edit.verticalScrollBar()
        bar.setValue(bar.value() + pixels)

    def _start_working_ahead(self) -> None:
        self._next = 0
        if self.scene is not None and len(self.scene.text) <= EXACT_UP_TO:
            self._spare.start()

    def _work_ahead(self) -> None:
        """Lays out further paragraphs for a few milliseconds."""
        clock = QElapsedTimer()
        clock.start()
        self._next = self.column.lay_out_while(self._next, lambda: clock.elapsed() < SLICE)
        if self._next >= len(self.column.stack.slots):
            self._spare.stop()

    def paint_only(self, region: QRegion) -> None:
        """The next drawing is for this part of the viewport."""
        rects: Iterable[QRect] = iter(region)  # pyright: ignore[reportArgumentType, reportCallIssue]
        self.painter.region = [QRectF(rect).translated(0, self.top) for rect in rects]

    def _update(self, top: float, bottom: float) -> None:
        y = int(top - self.top) - 1
        self._edit.viewport().update(QRect(0, y, self._edit.viewport().width(), int(bottom - top) + 3))
