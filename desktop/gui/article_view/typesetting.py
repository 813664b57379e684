"""Puts an article's text into the document: headlines and dimmed zones are formats, all else the column's."""

from PySide6.QtGui import QColor, QTextCharFormat, QTextCursor, QTextDocument

from desktop.gui.article_view.paragraphs import Paragraphs
from desktop.gui.article_view.slots import Slot
from desktop.gui.article_view.style import Style
from store.offsets import Range
from store.values import Zone


def typeset(
    document: QTextDocument, paragraphs: Paragraphs, zones: tuple[Zone, ...], style: Style
) -> list[Slot]:
    """Sets text, fonts and colours; one slot a paragraph. No Qt line of the old text may live any more."""
    document.setDefaultFont(style.body)
    document.setPlainText(paragraphs.display)
    headlines = [(zone.start, zone.end) for zone in zones if zone.kind == "headline"]
    asides = [(zone.start, zone.end) for zone in zones if not zone.in_scope]
    large = QTextCharFormat()
    large.setFont(style.headline)
    dim = QTextCharFormat()
    dim.setForeground(QColor(style.theme.dim))
    for ranges, look in ((headlines, large), (asides, dim)):
        for start, end in ranges:
            _format(document, paragraphs, start, end, look)
    return [_slot(paragraphs, index, headlines, style) for index in range(len(paragraphs))]


def _slot(paragraphs: Paragraphs, index: int, headlines: list[Range], style: Style) -> Slot:
    start, end = paragraphs.starts[index], paragraphs.end(index)
    start16 = paragraphs.offsets.utf16(start)
    if not paragraphs.shown(index).strip():
        return Slot(start, end, start16, style.blank_metrics)
    is_headline = any(first <= start and end <= last for first, last in headlines)
    metrics = style.headline_metrics if is_headline else style.body_metrics
    if paragraphs.text[end : end + 1].strip("\n\r\u2029"):
        # Cut only for display: in the text it is a space.
        metrics = metrics._replace(paragraph_gap=0)
    return Slot(start, end, start16, metrics)


def _format(
    document: QTextDocument, paragraphs: Paragraphs, start: int, end: int, look: QTextCharFormat
) -> None:
    cursor = QTextCursor(document)
    cursor.setPosition(paragraphs.offsets.utf16(start))
    cursor.setPosition(paragraphs.offsets.utf16(end), QTextCursor.MoveMode.KeepAnchor)
    cursor.mergeCharFormat(look)
