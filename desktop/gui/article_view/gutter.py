"""The left margin: a bracket for each stance's evidence, with a sign for its side, and the names of zones."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from PySide6.QtCore import QCoreApplication, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPainterPath, QPen

from desktop.gui.article_view import places
from desktop.gui.article_view.column import Column
from desktop.gui.article_view.places import Place
from desktop.gui.article_view.scene import Scene
from desktop.gui.article_view.style import Style, faded
from desktop.nlp.evidence import Meeting
from store.spans import lanes
from store.values import Stance

LANE = 13.0
FIRST = 18.0
"""The first bracket's distance from the text."""
SUGGESTED = 7.0
"""How far the stroke of suggested evidence is from the text: nearer than any bracket."""
MOST_LANES = 5
DISC = 5.0
EDGE = 4.0
"""What stays free of names at the window's left edge."""
NEAR = 60
"""Code points; two stances closer than that may share a line."""


class Bracket(NamedTuple):
    """A stance in the margin. `value` says its side; lanes count outwards from the text.

    `crowded`: it would need a lane beyond the last; only a number says that it is there, until it is in hand.
    """

    stance: int
    label: str
    value: float
    start: int
    end: int
    lane: int
    crowded: bool = False


def room_for(left: float) -> int:
    """The lanes that a margin of this width has room for, from one to the most."""
    return max(1, min(MOST_LANES, int((left - FIRST - DISC - 2) // LANE) + 1))


def brackets(scene: Scene, most: int = MOST_LANES) -> list[Bracket]:
    """The brackets of a page. Beyond the last lane they share it, and are counted instead of drawn."""
    found = [(stance, extent) for stance in scene.page.stances if (extent := _extent(scene, stance))]
    lane_of = lanes([(start - NEAR, end + NEAR) for _, (start, end) in found])
    return [
        Bracket(
            stance.id,
            stance.label,
            _value(scene, stance),
            start,
            end,
            min(lane, most - 1),
            lane >= most,
        )
        for (stance, (start, end)), lane in zip(found, lane_of, strict=True)
    ]


def _extent(scene: Scene, stance: Stance) -> tuple[int, int] | None:
    """From the first to the last piece of evidence; a stance without any stands beside its holder."""
    parts = [part for part in stance.parts if part.role == "evidence"]
    if parts:
        return min(part.start for part in parts), max(part.end for part in parts)
    holder = scene.own.find(stance.holder_span)
    return (holder.start, holder.end) if holder else None


def _value(scene: Scene, stance: Stance) -> float:
    label = scene.codebook.stance_label(stance.label)
    return (label and label.value) or 0.0


def paint_brackets(
    painter: QPainter,
    column: Column,
    found: Sequence[Bracket],
    style: Style,
    *,
    clip: QRectF,
    in_hand: int | None,
) -> None:
    """Draws the brackets that meet the clip; that of the stance in hand is stronger."""
    for bracket in found:
        outline = bracket_rect(column, bracket)
        is_seen = outline.top() <= clip.bottom() and outline.bottom() >= clip.top()
        if is_seen and (not bracket.crowded or bracket.stance == in_hand):
            _paint(painter, bracket, outline, style, strong=bracket.stance == in_hand)
    for start, count in crowds(found):
        _paint_count(painter, column, start, count, style)


def crowds(found: Sequence[Bracket]) -> list[tuple[int, int]]:
    """Where brackets stand that have no lane of their own, and how many; those that meet count together."""
    made: list[tuple[int, int, int]] = []
    for bracket in sorted((it for it in found if it.crowded), key=lambda it: it.start):
        if made and bracket.start < made[-1][1]:
            start, end, count = made[-1]
            made[-1] = (start, max(end, bracket.end), count + 1)
        else:
            made.append((bracket.start, bracket.end, 1))
    return [(start, count) for start, _, count in made]


def _paint_count(painter: QPainter, column: Column, start: int, count: int, style: Style) -> None:
    """The number of those that are not drawn, over the last lane."""
    top, _ = places.extent(column, start, start + 1)
    x = column.left - FIRST - (room_for(column.left) - 1) * LANE
    painter.setFont(style.tiny)
    painter.setPen(QColor(style.theme.dim))
    words = f"+{count}"
    left = x - QFontMetricsF(style.tiny).horizontalAdvance(words) / 2
    painter.drawText(QPointF(max(1.0, left), top - 3), words)


def bracket_rect(column: Column, bracket: Bracket) -> QRectF:
    """Where a bracket stands; as wide as its sign."""
    top, bottom = places.extent(column, bracket.start, bracket.end)
    x = column.left - FIRST - bracket.lane * LANE
    return QRectF(x - DISC - 1, top, 2 * DISC + 2, bottom - top)


def _paint(painter: QPainter, bracket: Bracket, outline: QRectF, style: Style, *, strong: bool) -> None:
    colour = style.side(bracket.label)
    x, top, bottom = outline.center().x(), outline.top() + 1, outline.bottom() - 1
    pen = QPen(colour if strong else faded(colour, 0.75), 2.4 if strong else 1.5)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    path = QPainterPath(QPointF(x + 5, top))
    path.quadTo(x, top, x, top + 5)
    path.lineTo(x, bottom - 5)
    path.quadTo(x, bottom, x + 5, bottom)
    painter.strokePath(path, pen)
    _paint_sign(painter, QPointF(x, outline.center().y()), bracket.value, colour, style, strong=strong)


def _paint_sign(
    painter: QPainter, centre: QPointF, value: float, colour: QColor, style: Style, *, strong: bool
) -> None:
    """A disc with plus or minus, an empty one for neither."""
    painter.setPen(QPen(colour, 1.6))
    painter.setBrush(colour if strong else QColor(style.theme.bg))
    painter.drawEllipse(centre, DISC, DISC)
    painter.setPen(QPen(QColor(style.theme.bg) if strong else colour, 1.6))
    arm = DISC - 2.3
    if value:
        painter.drawLine(centre - QPointF(arm, 0), centre + QPointF(arm, 0))
    if value > 0:
        painter.drawLine(centre - QPointF(0, arm), centre + QPointF(0, arm))


def paint_suggested(
    painter: QPainter, column: Column, found: Sequence[Meeting], style: Style, *, clip: QRectF
) -> None:
    """A dashed stroke close to the text beside each cue where evidence is suggested; never a bracket."""
    pen = QPen(QColor(style.theme.dim), 1.6)
    pen.setDashPattern([2, 1.8])
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    painter.setPen(pen)
    for meeting in found:
        outline = suggested_rect(column, meeting)
        if outline.top() <= clip.bottom() and outline.bottom() >= clip.top():
            x = outline.center().x()
            painter.drawLine(QPointF(x, outline.top() + 1), QPointF(x, outline.bottom() - 1))


def suggested_rect(column: Column, meeting: Meeting) -> QRectF:
    """Where the stroke of a suggestion stands, with room for the mouse."""
    top, bottom = places.extent(column, meeting.start, meeting.end)
    return QRectF(column.left - SUGGESTED - 4, top, 8, bottom - top)


def zone_name(kind: str) -> str:
    """What a zone is called; kinds of other origins are their own words."""
    translate = QCoreApplication.translate
    names = {
        "dateline": translate("Zone", "Dateline"),
        "byline": translate("Zone", "Byline"),
        "disclaimer": translate("Zone", "Disclaimer"),
        "category": translate("Zone", "Category"),
        "about": translate("Zone", "About"),
    }
    return names.get(kind, kind.replace("_", " ").capitalize())


def paint_zones(
    painter: QPainter,
    column: Column,
    scene: Scene,
    style: Style,
    *,
    clip: QRectF,
    beside: Sequence[Bracket] = (),
) -> None:
    """Names the zones out of scope: in the margin where their first line begins, or above the end of that
    line where the margin is too narrow or full of brackets.
    """
    aside = [zone for zone in scene.page.zones if not zone.in_scope]
    if not aside:
        return
    painter.setPen(QColor(style.theme.dim))
    # Names of a page stand in one column and have one size, as far as brackets let them.
    fonts = name_fonts(column, [zone_name(zone.kind) for zone in aside], style)
    for zone in aside:
        top, bottom = places.extent(column, zone.start, zone.end)
        if top > clip.bottom() or bottom < clip.top():
            continue
        if (place := places.exact_place(column, zone.start)) is not None:
            baseline, name = place.top + place.row.baseline, zone_name(zone.kind)
            line = QRectF(0, baseline - style.size, column.left, style.size)
            right = name_right(column, beside, line)
            for font, corner in name_places(column, place, name, fonts, right):
                painter.setFont(font)
                painter.drawText(corner, name)
                break


def name_fonts(column: Column, names: Sequence[str], style: Style) -> Sequence[QFont]:
    """The fonts of zone names, the best first; the last one is for the lane of chips."""
    room = column.left - FIRST - EDGE
    for fonts in ((style.small, style.tiny, style.tiny), (style.tiny, style.tiny)):
        metrics = QFontMetricsF(fonts[0])
        if all(metrics.horizontalAdvance(name) <= room for name in names):
            return fonts
    return (style.tiny,)


def name_places(
    column: Column, place: Place, name: str, fonts: Sequence[QFont], right: float
) -> Iterator[tuple[QFont, QPointF]]:
    """Where a zone's name finds room, the best place first: in the margin where its lines begin, in the first
    of the fonts that fits, or in the last one in the lane of chips at the end of the line.
    """
    *beside, lane = fonts
    for font in beside:
        width = QFontMetricsF(font).horizontalAdvance(name)
        if place.slot.rtl and FIRST + width + EDGE <= column.right:
            yield font, QPointF(column.left + column.width + FIRST, place.top + place.row.baseline)
        elif not place.slot.rtl and right - width >= EDGE:
            yield font, QPointF(right - width, place.top + place.row.baseline)
    width = QFontMetricsF(lane).horizontalAdvance(name)
    left = 0.0 if place.slot.rtl else column.width - width
    if not any(chip.x < left + width + 4 and chip.x + chip.width > left - 4 for chip in place.row.chips):
        yield lane, QPointF(column.left + left, place.top + place.row.box_top - 3)


def name_right(column: Column, found: Sequence[Bracket], line: QRectF) -> float:
    """Where a name on this line of the margin has to end: before the text and every bracket that it meets."""
    outlines = (bracket_rect(column, it) for it in found)
    met = (outline.left() - 4 for outline in outlines if outline.intersects(line))
    return min(met, default=column.left - FIRST)
