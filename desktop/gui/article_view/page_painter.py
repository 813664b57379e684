"""Draws the page: header, margin, boxes, text, chips, what is in hand. Nothing is laid out while drawing."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QPainter

from desktop.gui.article_view import arcs, badges, gutter, ink, painting, places
from desktop.gui.article_view.column import Column
from desktop.gui.article_view.emphasis import Emphasis
from desktop.gui.article_view.found import Found, paint_found
from desktop.gui.article_view.gutter import Bracket
from desktop.gui.article_view.header import Header
from desktop.gui.article_view.hints import Hints
from desktop.gui.article_view.places import Place
from desktop.gui.article_view.scene import Scene
from desktop.gui.article_view.style import Style, faded
from store.spans import levels


class PagePainter:
    """Holds what is drawn besides the column. `rows` counts the rows drawn."""

    def __init__(self, column: Column, style: Style, ratio: Callable[[], float]) -> None:
        self.column = column
        self.style = style
        self.scene: Scene | None = None
        self.header: Header | None = None
        self.emphasis = Emphasis()
        self.hints: Hints | None = None
        self.aims: Hints | None = None
        self.found = Found()
        self.brackets: Sequence[Bracket] = ()
        self.region: Sequence[QRectF] | None = None
        self.rows = 0
        self._caret_row: Place | None = None
        self._ratio = ratio

    def paint(self, painter: QPainter, clip: QRectF) -> None:
        """Draws everything that meets the clip, in document coordinates."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.scene is None:
            return
        if self.header and clip.top() < self.header.height:
            self.header.paint(painter, left=self.column.left, width=self.column.width)
        gutter.paint_zones(painter, self.column, self.scene, self.style, clip=clip, beside=self.brackets)
        visible = [
            place
            for place in places.exact_rows(self.column, clip.top(), clip.bottom())
            if self._is_asked(place)
        ]
        self.rows += len(visible)
        caret = self.emphasis.caret
        self._caret_row = places.exact_place(self.column, caret) if caret is not None else None
        for draw in (self._draw_under, self._draw_text, self._draw_over):
            for place in visible:
                painter.translate(self.column.left, place.top)
                draw(painter, place)
                painter.translate(-self.column.left, -place.top)
        gutter.paint_suggested(painter, self.column, self.scene.evidence, self.style, clip=clip)
        gutter.paint_brackets(
            painter, self.column, self.brackets, self.style, clip=clip, in_hand=self.emphasis.stance
        )
        self._draw_arc(painter)
        if self.hints is not None:
            badges.paint_badges(painter, self.column, self.hints, self.style)
        elif self.aims is not None:
            badges.paint_badges(painter, self.column, self.aims, self.style)

    def _is_asked(self, place: Place) -> bool:
        """Whether the row meets the region that is repainted, where that is known."""
        if self.region is None:
            return True
        top, bottom = place.row.reach
        top, bottom = top + place.top, bottom + place.top
        return any(rect.top() < bottom and rect.bottom() > top for rect in self.region)

    def _draw_under(self, painter: QPainter, place: Place) -> None:
        """Bands and boxes."""
        style, stands_out = self.style, self.emphasis
        self._draw_proposed(painter, place)
        if stands_out.evidence or stands_out.cues:
            colour = style.side(stands_out.label)
            for ranges, alpha in ((stands_out.evidence, 0.10), (stands_out.cues, style.cue_strength)):
                for start, end in ranges:
                    band = places.intervals_on(self.column, place, start, end)
                    painting.draw_band(painter, place.row, band, faded(colour, alpha))
        if stands_out.selection:
            band = places.intervals_on(self.column, place, *stands_out.selection)
            painting.draw_band(painter, place.row, band, QColor(style.theme.sel))
        if self.found.ranges:
            paint_found(painter, self.column, place, self.found, style)
        for piece in place.row.pieces:
            if stands_out.is_in_hand(piece.mark):
                painting.draw_ground(painter, place.row, piece, style, rtl=place.slot.rtl)
            painting.draw_piece(painter, place.row, piece, style, rtl=place.slot.rtl)
        for piece in place.row.pieces:
            if stands_out.is_in_hand(piece.mark):
                painting.draw_in_hand(
                    painter, place.row, piece, style, rtl=place.slot.rtl, focused=stands_out.focused
                )

    def _draw_proposed(self, painter: QPainter, place: Place) -> None:
        """Dashed lines under proposed evidence and cue, and under phrases that could be the target."""
        evidence = self.scene.evidence if self.scene else ()
        if not (self.emphasis.proposed or evidence or self.aims):
            return
        side, dim = self.style.side(self.emphasis.label), faded(QColor(self.style.theme.dim), 0.7)
        for start, end in self.emphasis.proposed:
            line = places.intervals_on(self.column, place, start, end)
            painting.draw_proposed(painter, place.row, line, side)
        for meeting in evidence:
            for start, end in meeting.cue:
                line = places.intervals_on(self.column, place, start, end)
                painting.draw_proposed(painter, place.row, line, dim, level=1)
        phrases = [(it.start, it.end) for it in self.aims.open if it.mark is None] if self.aims else []
        for (start, end), level in zip(phrases, levels(phrases), strict=True):
            line = places.intervals_on(self.column, place, start, end)
            painting.draw_proposed(painter, place.row, line, dim, level=min(level, 3) + 1)

    def _draw_text(self, painter: QPainter, place: Place) -> None:
        painter.setPen(self.style.text_colour)
        is_dimmed = self.scene is not None and self.scene.is_dimmed(*places.row_range(self.column, place))
        full = ink.standing_out(self.column, place, self.emphasis, self.found) if is_dimmed else ()
        if full:
            ink.draw_row(painter, self.column, place, full, self.style.text_colour)
        else:
            place.slot.lines[place.row.number].draw(painter, QPointF(0, 0))

    def _draw_over(self, painter: QPainter, place: Place) -> None:
        """Chips, the caret, the grips of what is in hand."""
        stands_out, row = self.emphasis, place.row
        if row.chips:
            ratio = self._ratio()
            painting.draw_chips(painter, row, self.style, ratio)
            for chip in row.chips:
                if chip.form and stands_out.is_in_hand(chip.mark):
                    painting.draw_whole_chip(painter, row, chip, self.style, ratio)
        if stands_out.caret is not None and stands_out.focused and place == self._caret_row:
            band = places.intervals_on(self.column, place, *stands_out.token) if stands_out.token else []
            x = places.caret_x(self.column, place, stands_out.caret)
            painting.draw_caret(painter, row, x, band, self.style.accent)
        if stands_out.grips and stands_out.focused:
            self._draw_grips(painter, place)

    def _draw_grips(self, painter: QPainter, place: Place) -> None:
        stands_out = self.emphasis
        for piece in place.row.pieces:
            if not stands_out.is_in_hand(piece.mark):
                continue
            colour = self.style.colour(piece.mark.label)
            for side, is_here in (("begin", piece.begins), ("end", piece.ends)):
                if is_here and (stands_out.side in (None, side)):
                    x = painting.grip_x(piece, at_end=side == "end", rtl=place.slot.rtl)
                    painting.draw_grip(painter, place.row, x, colour, active=stands_out.side == side)

    def _draw_arc(self, painter: QPainter) -> None:
        stands_out = self.emphasis
        if not stands_out.holder or not stands_out.target:
            return
        ends = [
            places.exact_rectangles(self.column, *place) for place in (stands_out.holder, stands_out.target)
        ]
        if all(ends):
            lane = self.style.chip_height
            corners = arcs.route(ends[0][0], ends[1][0], margin=self.column.left - 7, lane=lane)
            arcs.paint_arc(painter, corners, self.style.side(stands_out.label), QColor(self.style.theme.bg))
