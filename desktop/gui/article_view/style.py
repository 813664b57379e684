"""Fonts, measures and colours of the page in one place; made anew when font, theme or labels change."""

from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase, QFontMetricsF, QPainter, QPainterPath, QPen, QPixmap

from desktop.gui.article_view.layout import Metrics
from desktop.gui.article_view.marks import Mark
from desktop.gui.article_view.scene import Codebook
from desktop.gui.look import mix
from desktop.gui.theme import Theme
from store.colours import contrast

LEGIBLE, FAINTEST = 4.6, 0.08
"""The contrast that text has on its ground at least, and what a box keeps of its colour in any case."""

READING_FAMILIES = (
    "Source Serif 4",
    "Charter",
    "Noto Serif",
    "Georgia",
    "Cambria",
    "DejaVu Serif",
)
"""Serifs made for long reading on screens; the first one that is installed is the default."""

DEFAULT_SIZE = 12.0
COLUMN = 75
"""Characters in a line."""
WIDEST = 760 / 11
"""Pixels of a column for each point of the font."""


def reading_family() -> str:
    """The default family, from what is installed."""
    installed = set(QFontDatabase.families())
    own = next((family for family in READING_FAMILIES if family in installed), None)
    return own or QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont).family()


def interface_family() -> str:
    """The family of chips, the metadata line and zone names."""
    return QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont).family()


class Reading(NamedTuple):
    """What the reader chose: a family ("": one made for reading), points, the column's width in pixels (0:
    about 75 characters), and the distance of lines, 1.0 for the usual one.
    """

    family: str = ""
    size: float = DEFAULT_SIZE
    column: int = 0
    spacing: float = 1.0


USUAL = Reading()


class Style:
    """How the page looks: one font, one theme, one codebook."""

    def __init__(self, theme: Theme, codebook: Codebook, reading: Reading = USUAL) -> None:
        size = reading.size
        self.theme = theme
        self.codebook = codebook
        self.size = size
        self._column = reading.column
        self._spacing = reading.spacing
        family = reading.family or reading_family()
        self.body = _font(family, size)
        self.headline = _font(family, size * 1.5, QFont.Weight.DemiBold)
        self.small = _font(interface_family(), size * 0.8)
        self.strong = _font(interface_family(), size * 0.75, QFont.Weight.DemiBold)
        self.tiny = _font(interface_family(), size * 0.64)
        self.chip = _font(interface_family(), size * 0.6, QFont.Weight.DemiBold)
        self.chip.setLetterSpacing(QFont.SpacingType.PercentageSpacing, 103)
        self._chip_metrics = QFontMetricsF(self.chip)
        self.chip_height = float(round(self._chip_metrics.capHeight() + size * 0.5))
        self.body_metrics = self._metrics(self.body)
        self.headline_metrics = self._metrics(self.headline)
        # A blank line is a pause, not a line.
        self.blank_metrics = self.body_metrics._replace(
            up=round(size * 0.4), down=0, lane=0, gap=0, paragraph_gap=0
        )
        self.is_dark = theme.is_dark
        self.text_colour, self.accent = QColor(theme.fg), QColor(theme.accent)
        self._colours: dict[str | None, QColor] = {}
        self._boxes: dict[tuple[str | None, str, int], tuple[QPen, QColor]] = {}
        self._chip_widths: dict[tuple[str | None, str, bool], tuple[float, ...]] = {}
        self._chips: dict[tuple[str | None, str, bool, int, float], QPixmap] = {}

    def _metrics(self, font: QFont) -> Metrics:
        metrics = QFontMetricsF(font)
        # The box hugs the letters; the air over the capitals belongs to the lane of the chips.
        made = Metrics(
            ascent=metrics.ascent(),
            descent=metrics.descent(),
            up=round(metrics.capHeight() + self.size * 0.36),
            down=round(metrics.descent() + self.size * 0.02),
            lane=self.chip_height,
            gap=round(self.size * 0.36),
            paragraph_gap=round(self.size * 0.9),
            char_width=metrics.horizontalAdvance("etaoin shrdlu nd etaoin") / 23,
        )
        # Tighter or wider lines: what is between them gives or takes.
        return made._replace(gap=max(1, round(made.gap + (self._spacing - 1) * made.pitch)))

    @property
    def column(self) -> float:
        """The width of the column: what the reader chose, else about 75 characters."""
        return self._column or round(min(COLUMN * self.body_metrics.char_width, WIDEST * self.size))

    def colour(self, code: str | None) -> QColor:
        """The colour of an entity label."""
        if code not in self._colours:
            self._colours[code] = QColor(self.theme.colour(self.codebook.label(code)))
        return self._colours[code]

    def box(self, mark: Mark, level: int) -> tuple[QPen, QColor]:
        """Border and fill of a mark's box: a suggestion is dashed and nearly empty, a rejected one dotted.

        The more boxes it holds (`level`), the fainter it is: text in six of them can still be read.
        """
        key = (mark.label, mark.look, level)
        if key not in self._boxes:
            self._boxes[key] = self._made_box(mark, level)
        return self._boxes[key]

    def _made_box(self, mark: Mark, level: int) -> tuple[QPen, QColor]:
        colour = self.mark_colour(mark)
        pen = QPen(faded(colour, 0.6 if mark.look in ("own", "unsure") else 0.9), 1)
        if mark.look in DASHES:
            pen.setDashPattern(DASHES[mark.look])
            pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        fill = {"suggestion": 0.05, "rejected": 0.0}.get(mark.look, self._strength(colour))
        return pen, faded(colour, fill * FAINTER**level)

    def _strength(self, colour: QColor) -> float:
        """How much of its colour a box holds: as much as lets dimmed text on it be read, too."""
        theme = self.theme
        grounds = ((part / 100, mix(theme.bg, colour.name(), part / 100)) for part in range(24, 6, -2))
        strengths = (it for it, ground in grounds if contrast(theme.dim, ground) >= LEGIBLE)
        return min(next(strengths, FAINTEST), 0.24 if self.is_dark else 0.15)

    def mark_colour(self, mark: Mark) -> QColor:
        """The colour of a mark: that of its label, grey where it was rejected."""
        return QColor(self.theme.dim) if mark.look == "rejected" else self.colour(mark.label)

    @property
    def cue_strength(self) -> float:
        """How much of its colour a cue holds, over the band of its evidence: less under light text."""
        return 0.12 if self.is_dark else 0.20

    def side(self, code: str | None) -> QColor:
        """The colour of a stance label."""
        return QColor(self.theme.side(self.codebook.stance_label(code)))

    # --- Chips -----------------------------------------------------------------------------------------

    def chip_widths(self, mark: Mark) -> tuple[float, ...]:
        """The widths of the forms of a mark's chip, whole first; none for mentions."""
        key = (mark.label, mark.look, mark.remembered)
        if key not in self._chip_widths:
            self._chip_widths[key] = tuple(map(self._chip_width, chip_texts(mark)))
        return self._chip_widths[key]

    def _chip_width(self, text: str) -> float:
        around = self.size * (0.6 if text else 0.45)
        return float(round(self._chip_metrics.horizontalAdvance(text) + around))

    def chip_pixmap(self, mark: Mark, ratio: float, form: int = 0) -> QPixmap:
        """The picture of a chip in one of its forms, drawn once for each label, look and pixel ratio."""
        key = (mark.label, mark.look, mark.remembered, form, ratio)
        if key not in self._chips:
            self._chips[key] = self._drawn(mark, chip_texts(mark)[form], self.mark_colour(mark), ratio)
        return self._chips[key]

    def _drawn(self, mark: Mark, text: str, colour: QColor, ratio: float) -> QPixmap:
        width, height = self._chip_width(text), self.chip_height
        pixmap = QPixmap(round(width * ratio), round(height * ratio))
        pixmap.setDevicePixelRatio(ratio)
        pixmap.fill(Qt.GlobalColor.transparent)
        page = QColor(self.theme.bg)
        with QPainter(pixmap) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setFont(self.chip)
            if mark.look == "rejected":
                painter.setPen(colour)
                y = round(height / 2) + 0.5
                painter.drawLine(QPointF(1, y), QPointF(width - 1, y))
            elif mark.is_suggestion:
                painter.setBrush(page)
                painter.setPen(QPen(colour, 1))
                painter.drawPath(tab(QRectF(0.5, 0.5, width - 1, height - 1)))
                painter.setPen(colour)
            else:
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(colour)
                painter.drawPath(tab(QRectF(0, 0, width, height)))
                if mark.look == "unsure" and not text:
                    # No room for the sign: the tick is broken in two.
                    painter.setBrush(page)
                    painter.drawRect(QRectF(0, round(height * 0.36), width, round(height * 0.28)))
                painter.setPen(page)
            top = (height - self._chip_metrics.capHeight()) / 2
            x = (width - self._chip_metrics.horizontalAdvance(text)) / 2
            painter.drawText(QPointF(x, top + self._chip_metrics.capHeight()), text)
        return pixmap


SHORTER = (3, 1)
"""How many letters are left of a label on a chip for which there is less room."""

FAINTER = 0.4
"""How much of its fill a box keeps for each level that it holds."""

DASHES: dict[str, list[float]] = {"suggestion": [3.5, 2.5], "rejected": [1, 2]}
"""The borders of boxes that are no span of one's own, in pen widths."""


def faded(colour: QColor | str, alpha: float) -> QColor:
    """The colour, transparent (0) to solid (1)."""
    made = QColor(colour)
    made.setAlphaF(alpha)
    return made


def chip_texts(mark: Mark) -> tuple[str, ...]:
    """What a chip says, whole and shortened: the code, with a sign for each look besides the own and sure
    one; its first letters; nothing. None for mentions.
    """
    if mark.label is None:
        return ()
    suggested = "↻" if mark.remembered else "?"
    sign = {"suggestion": suggested, "unsure": " ~"}.get(mark.look, "")
    short = (mark.label[:length] + sign.strip() for length in SHORTER if length < len(mark.label))
    return (mark.label + sign, *short, "")


def tab(rect: QRectF, radius: float = 3.0) -> QPainterPath:
    """A rectangle that is rounded at the top only: it sits on its box."""
    path = QPainterPath()
    path.moveTo(rect.bottomLeft())
    path.lineTo(rect.left(), rect.top() + radius)
    path.quadTo(rect.left(), rect.top(), rect.left() + radius, rect.top())
    path.lineTo(rect.right() - radius, rect.top())
    path.quadTo(rect.right(), rect.top(), rect.right(), rect.top() + radius)
    path.lineTo(rect.bottomRight())
    path.closeSubpath()
    return path


def _font(family: str, size: float, weight: QFont.Weight = QFont.Weight.Normal) -> QFont:
    font = QFont(family)
    font.setPointSizeF(size)
    font.setWeight(weight)
    return font
