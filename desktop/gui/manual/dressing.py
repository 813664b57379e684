"""How a page of the manual looks: what Qt makes of Markdown, given room, sizes and the window's colours."""

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtGui import (
    QBrush,
    QColor,
    QFont,
    QFontDatabase,
    QTextBlock,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFormat,
    QTextFrameFormat,
    QTextLength,
    QTextTable,
    QTextTableFormat,
)

from desktop.gui.look import GRID, Look
from desktop.gui.manual.pages import slug

SIZES = {1: 1.75, 2: 1.3, 3: 1.1}
"""Heading level -> size, in parts of the text's."""

LINE = 145
"""Height of a line in per cent."""


def dress(document: QTextDocument, look: Look) -> None:
    """Style a document that was set from Markdown."""
    for block in _blocks(document):
        level = block.blockFormat().headingLevel()
        if level:
            _dress_heading(block, SIZES.get(level, 1.0))
        else:
            _dress_text(block)
        _dress_fragments(block, look)
    for table in document.rootFrame().childFrames():
        if isinstance(table, QTextTable):
            _dress_table(table, look)


def block_of(document: QTextDocument, anchor: str) -> QTextBlock | None:
    """The heading that a link names."""
    headings = (block for block in _blocks(document) if block.blockFormat().headingLevel())
    return next((block for block in headings if slug(block.text()) == anchor), None)


def _blocks(document: QTextDocument) -> Iterator[QTextBlock]:
    block = document.begin()
    while block.isValid():
        yield block
        block = block.next()


def _dress_heading(block: QTextBlock, size: float) -> None:
    cursor = QTextCursor(block)
    room = QTextBlockFormat()
    room.setTopMargin(0 if block.blockNumber() == 0 else 3 * GRID * size)
    room.setBottomMargin(GRID)
    cursor.mergeBlockFormat(room)
    cursor.select(QTextCursor.SelectionType.BlockUnderCursor)
    words = QTextCharFormat()
    words.setFontWeight(QFont.Weight.DemiBold)
    words.setFontPointSize(block.document().defaultFont().pointSizeF() * size)
    words.clearProperty(QTextFormat.Property.FontSizeAdjustment)
    cursor.mergeCharFormat(words)


def _dress_text(block: QTextBlock) -> None:
    room = QTextBlockFormat()
    in_table, code = QTextCursor(block).currentTable() is not None, _is_code(block)
    if not code and not any(had.isImageFormat() for _, _, had in _fragments(block)):
        room.setLineHeight(LINE, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
    inside = in_table or code or block.textList() is not None
    room.setTopMargin(0)
    room.setBottomMargin(0 if in_table or code else GRID / 2 if inside else GRID * 1.25)
    QTextCursor(block).mergeBlockFormat(room)


def _dress_fragments(block: QTextBlock, look: Look) -> None:
    """Code and keys stand on a tint, in a fixed pitch; links have the accent."""
    fixed = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont).family()
    if _is_code(block):
        ground = QTextBlockFormat()
        ground.setBackground(QColor(look.hover))
        ground.setLeftMargin(GRID)
        QTextCursor(block).mergeBlockFormat(ground)
    for start, length, had in _fragments(block):
        made = QTextCharFormat()
        if had.isAnchor():
            made.setForeground(QBrush(QColor(look.accent)))
            made.setUnderlineStyle(QTextCharFormat.UnderlineStyle.NoUnderline)
        elif had.fontFixedPitch():
            made.setFontFamilies([fixed])
            made.setFontPointSize(block.document().defaultFont().pointSizeF() * 0.92)
            made.setBackground(QColor(look.pressed if look.dark else look.hover))
        else:
            continue
        cursor = QTextCursor(block.document())
        cursor.setPosition(start)
        cursor.setPosition(start + length, QTextCursor.MoveMode.KeepAnchor)
        cursor.mergeCharFormat(made)


def _fragments(block: QTextBlock) -> list[tuple[int, int, QTextCharFormat]]:
    """Positions, lengths and formats, read before any of them is changed."""
    found: list[tuple[int, int, QTextCharFormat]] = []
    walk = block.begin()
    while not walk.atEnd():
        fragment = walk.fragment()
        found.append((fragment.position(), fragment.length(), fragment.charFormat()))
        walk += 1
    return found


def _dress_table(table: QTextTable, look: Look) -> None:
    made = QTextTableFormat(table.format())
    made.setBorder(1)
    made.setBorderStyle(QTextFrameFormat.BorderStyle.BorderStyle_Solid)
    made.setBorderBrush(QBrush(QColor(look.line)))
    made.setBorderCollapse(True)
    made.setCellPadding(4)
    made.setCellSpacing(0)
    made.setTopMargin(GRID / 2)
    made.setBottomMargin(2 * GRID)
    made.setAlignment(Qt.AlignmentFlag.AlignLeft)
    made.setWidth(QTextLength(QTextLength.Type.PercentageLength, 100))
    made.setHeaderRowCount(1)
    table.setFormat(made)
    for column in range(table.columns()):
        cell = table.cellAt(0, column)
        ground = cell.format().toTableCellFormat()
        ground.setBackground(QColor(look.hover))
        cell.setFormat(ground)


def _is_code(block: QTextBlock) -> bool:
    return block.blockFormat().hasProperty(QTextFormat.Property.BlockCodeFence.value)
