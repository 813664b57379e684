"""The block above the text: outlet, author, date and language, and the title where the text has no headline.

It is painted in the page's top margin and is no part of the document, so offsets do not know it.
"""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QTextLayout, QTextOption

from desktop.gui.article_view.paragraphs import is_rtl
from desktop.gui.article_view.style import Style
from desktop.gui.wording import language_name, long_date
from store.values import ArticlePage


class Header:
    """Title and metadata of one article, broken for one width of the column."""

    def __init__(self, page: ArticlePage, style: Style) -> None:
        article = page.article
        has_headline = any(zone.kind == "headline" for zone in page.zones)
        self._name = article.title
        self.title = "" if has_headline else article.title
        parts = (
            article.outlet,
            article.author,
            long_date(article.published_at),
            language_name(article.language),
        )
        self.metadata = tuple(part for part in parts if part)
        self._rtl = is_rtl(article.title or article.text[:200])
        self._style = style
        self._title = QTextLayout(self.title, style.headline)
        self._title_height = 0.0
        self._lines: list[str] = []
        self.height = 0.0

    @property
    def spoken(self) -> str:
        """What a screen reader says of it."""
        return ", ".join(part for part in (self._name, *self.metadata) if part)

    def set_width(self, width: float) -> None:
        """Breaks title and metadata for a column of this width."""
        size = self._style.size
        self._title.setTextOption(self._option())
        self._title_height = self._break_title(width) if self.title else 0.0
        metrics = QFontMetricsF(self._style.small)
        self._lines = _broken(self.metadata, metrics, width)
        metadata = len(self._lines) * metrics.height()
        between = size * 0.6 if self.title and self.metadata else 0.0
        below = size * 0.9 if self.title or self.metadata else 0.0
        self.height = float(round(size * 2.6 + self._title_height + between + metadata + below))

    def _break_title(self, width: float) -> float:
        y = 0.0
        self._title.beginLayout()
        while (line := self._title.createLine()).isValid():
            line.setLineWidth(width)
            line.setPosition(QPointF(0, y))
            y += line.height() * 1.1
        self._title.endLayout()
        return y

    def paint(self, painter: QPainter, *, left: float, width: float) -> None:
        """Draws it at the top of the page, over a column that begins at `left`."""
        style = self._style
        y = style.size * 2.6
        painter.setPen(QColor(style.theme.fg))
        self._title.draw(painter, QPointF(left, y))
        y += self._title_height + (style.size * 0.6 if self.title else 0)
        painter.setFont(style.small)
        painter.setPen(QColor(style.theme.dim))
        metrics = QFontMetricsF(style.small)
        for line in self._lines:
            text = metrics.elidedText(line, Qt.TextElideMode.ElideRight, width)
            painter.drawText(QRectF(left, y, width, metrics.height()), text, self._option())
            y += metrics.height()

    def _option(self) -> QTextOption:
        """The side and the direction of the language that the article is written in."""
        side = Qt.AlignmentFlag.AlignRight if self._rtl else Qt.AlignmentFlag.AlignLeft
        option = QTextOption(side | Qt.AlignmentFlag.AlignAbsolute)
        option.setTextDirection(
            Qt.LayoutDirection.RightToLeft if self._rtl else Qt.LayoutDirection.LeftToRight
        )
        return option


def _broken(parts: Sequence[str], metrics: QFontMetricsF, width: float) -> list[str]:
    """Parts on as few lines as hold them in this order, each whole."""
    lines: list[list[str]] = []
    for part in parts:
        if lines and metrics.horizontalAdvance(_isolated([*lines[-1], part])) <= width:
            lines[-1].append(part)
        else:
            lines.append([part])
    return [_isolated(line) for line in lines]


def _isolated(parts: Sequence[str]) -> str:
    """Parts on one line that keep together each, whichever way they run (UAX #9, isolates)."""
    return "  ·  ".join(f"\u2068{part}\u2069" for part in parts)
