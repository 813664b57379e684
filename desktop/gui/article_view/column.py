"""The column of text: paragraphs that are broken into lines when they are needed, and only once for a width.

Positions are code points of the text unless a name ends in `16` (UTF-16 units of the document). Lengths are
logical pixels; heights count from the top of the document.
"""

from collections.abc import Callable, Iterable, Sequence

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QTextDocument, QTextLayout, QTextLine, QTextOption

from desktop.gui.article_view import layout, shaping
from desktop.gui.article_view.layout import Interval, Measure, Placed, Row, Shape
from desktop.gui.article_view.marks import Mark
from desktop.gui.article_view.paragraphs import Paragraphs, is_bidi, is_rtl
from desktop.gui.article_view.slots import Slot, Stack


def _option(direction: Qt.LayoutDirection, alignment: Qt.AlignmentFlag) -> QTextOption:
    option = QTextOption(alignment)
    option.setTextDirection(direction)
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    return option


class Column:
    """Places the paragraphs of a document. `shaped` and `decorated` count what was worked out.

    `marks_in(start, end)` and `chip_widths(mark)` are asked when a paragraph gets its boxes; `settled` is
    called when paragraphs have got other heights.
    """

    def __init__(self, document: QTextDocument) -> None:
        self._document = document
        self._options = {
            False: _option(Qt.LayoutDirection.LeftToRight, Qt.AlignmentFlag.AlignLeft),
            True: _option(Qt.LayoutDirection.RightToLeft, Qt.AlignmentFlag.AlignRight),
        }
        self.marks_in: Callable[[int, int], Iterable[Mark]] = lambda start, end: ()
        self.chip_widths: Callable[[Mark], Sequence[float]] = lambda mark: ()
        self.settled: Callable[[], None] = lambda: None
        self.paragraphs = Paragraphs("")
        self.stack = Stack()
        self.left = self.right = 0.0
        self.width = 600.0
        self.shaped = 0
        self.decorated = 0

    def clear(self) -> None:
        """Forgets every line. To be called before the document's text changes: Qt's lines die with it."""
        self.paragraphs = Paragraphs("")
        self.stack = Stack()

    def load(self, paragraphs: Paragraphs, slots: Sequence[Slot], *, top: float) -> None:
        """Another text, the same that the document shows; `top` is where the first paragraph begins."""
        self.paragraphs = paragraphs
        self.stack = Stack(slots, top=top)
        self.stack.estimate(self.width)

    def move(self, *, left: float, width: float, right: float, top: float) -> None:
        """Another place for the column between its margins; of another width, lines are broken anew when they
        are needed.
        """
        self.left, self.right = left, right
        self.stack.top = top
        if width != self.width:
            for slot in self.stack.slots:
                slot.height = round(slot.height * self.width / width)
                slot.rows = None
            self.width = width
        self.stack.settle()

    def is_exact(self, index: int) -> bool:
        """Whether a paragraph is laid out."""
        slot = self.stack.slots[index]
        return slot.rows is not None and slot.is_broken(self.width)

    def lay_out(self, index: int) -> None:
        """Lays a paragraph out, if it is not yet."""
        if not self.is_exact(index) and self._make(index):
            self._settle()

    def lay_out_while(self, index: int, has_time: Callable[[], bool]) -> int:
        """Lays out this paragraph and, while there is time, those that follow; returns the next one."""
        changed = False
        while index < len(self.stack.slots):
            changed |= not self.is_exact(index) and self._make(index)
            index += 1
            if not has_time():
                break
        if changed:
            self._settle()
        return index

    def show(self, top: float, height: float) -> None:
        """Lays out what is visible."""
        stack = self.stack
        i = stack.index_at(top)
        y, changed = stack.tops[i], False
        while i < len(stack.slots) and y < top + height:
            changed |= not self.is_exact(i) and self._make(i)
            y += stack.slots[i].height
            i += 1
        if changed:
            self._settle()

    def touched(self, marks: Iterable[Mark]) -> list[int]:
        """The paragraphs, already laid out, that these marks meet."""
        met = {index for mark in marks for index in self.stack.between(mark.start, mark.end)}
        return sorted(index for index in met if self.is_exact(index))

    def redecorate(self, index: int) -> list[Row]:
        """New boxes for a paragraph; the rows that look different, as they were and as they are.

        The text is not broken again.
        """
        slot = self.stack.slots[index]
        before = slot.rows or ()
        slot.rows = after = self._decorated(slot, before)
        return [row for old, new in zip(before, after, strict=True) if old != new for row in (old, new)]

    def text_layout(self, index: int) -> QTextLayout:
        """Qt's layout of a paragraph; it lives as long as the document's text."""
        return self._document.findBlockByNumber(index).layout()

    def intervals(self, slot: Slot, index: int, start16: int, end16: int) -> list[Interval]:
        """Where a range of a paragraph (UTF-16 in the paragraph) stands on one of its lines."""
        return shaping.intervals(slot.lines[index], start16, end16, bidi=slot.bidi)

    def _settle(self) -> None:
        self.stack.settle()
        self.settled()

    def _make(self, index: int) -> bool:
        """Rows for a paragraph; whether its height changed."""
        slot = self.stack.slots[index]
        before = slot.height
        if not slot.is_broken(self.width):
            self._break(index, slot)
        rows = layout.rows(slot.shapes, slot.metrics)
        for row, line in zip(rows, slot.lines, strict=True):
            line.setPosition(QPointF(0, row.text_y))
        slot.rows = self._decorated(slot, rows)
        slot.height = layout.height(slot.rows, slot.metrics)
        return slot.height != before

    def _break(self, index: int, slot: Slot) -> None:
        """Breaks a paragraph into lines."""
        self.shaped += 1
        text = self.paragraphs.shown(index)
        slot.bidi, slot.rtl = is_bidi(text), is_rtl(text)
        text_layout = self.text_layout(index)
        text_layout.setTextOption(self._options[slot.rtl])
        text_layout.setCacheEnabled(True)
        text_layout.beginLayout()
        slot.lines = []
        while (line := text_layout.createLine()).isValid():
            line.setLineWidth(self.width)
            slot.lines.append(line)
        text_layout.endLayout()
        slot.width = self.width
        slot.shapes = [self._shape(slot, line) for line in slot.lines]

    def _shape(self, slot: Slot, line: QTextLine) -> Shape:
        start, end = line.textStart(), line.textStart() + line.textLength()
        last = self.paragraphs.offsets.code_point(slot.start16 + end)
        while end > start and self.paragraphs.display[last - 1].isspace():
            last -= 1
            end -= 1
        return Shape(start, end, line.ascent(), line.descent())

    def _decorated(self, slot: Slot, rows: Sequence[Row]) -> tuple[Row, ...]:
        """The rows of a paragraph with the boxes and chips that they should have now."""
        self.decorated += 1
        offsets = self.paragraphs.offsets
        # A blank line shares no character with a mark that goes on below it.
        marks = self.marks_in(slot.start, slot.end) if slot.start < slot.end else ()
        placed = [
            Placed(
                mark,
                offsets.utf16(max(mark.start, slot.start)) - slot.start16,
                offsets.utf16(min(mark.end, slot.end)) - slot.start16,
                begins=mark.start >= slot.start,
                ends=mark.end <= slot.end,
            )
            for mark in marks
        ]
        measure = Measure(
            lambda line, start, end: self.intervals(slot, line, start, end),
            self.chip_widths,
            self.width,
            slot.rtl,
        )
        return layout.decorate(rows, slot.shapes, placed, metrics=slot.metrics, measure=measure)
