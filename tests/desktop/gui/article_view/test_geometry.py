"""What is drawn where, in a real view: ranges, clicks, drags, scripts, and that nothing ever moves."""

import random
from collections.abc import Callable
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QImage, QMouseEvent, QPainter, QTextCharFormat, QTextLayout
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desktop.gui.article_view import picking, places, shaping
from desktop.gui.article_view.hand import Selection
from desktop.gui.article_view.style import Reading
from desktop.gui.article_view.view import ArticleView
from desktop.gui.theme import DARK
from store.offsets import graphemes
from store.values import Span

NAMES = ("german", "arabic", "hebrew", "thai", "japanese", "emoji", "combining")
BEFORE, AFTER = "Erste Zeile 🎉 vorweg.\n", "\nLetzte Zeile."


def drag(view: ArticleView, start: QPointF, end: QPointF, modifiers: Qt.KeyboardModifier) -> None:
    """Presses at one point of the viewport, moves to another and lets go."""
    viewport = view.viewport()
    QTest.mousePress(viewport, Qt.MouseButton.LeftButton, modifiers, start.toPoint())
    move = QMouseEvent(
        QEvent.Type.MouseMove,
        end,
        viewport.mapToGlobal(end),
        Qt.MouseButton.NoButton,
        Qt.MouseButton.LeftButton,
        modifiers,
    )
    QApplication.sendEvent(viewport, move)
    QTest.mouseRelease(viewport, Qt.MouseButton.LeftButton, modifiers, end.toPoint())


def edge(view: ArticleView, start: int, end: int, *, leading: bool) -> QPointF | None:
    """A point just inside the leading or trailing edge of a grapheme; None where it is not seen."""
    column = view.canvas.column
    for place in places.rows_of(column, start, end):
        offsets, slot = column.paragraphs.offsets, place.slot
        start16, end16 = offsets.utf16(start) - slot.start16, offsets.utf16(end) - slot.start16
        for cell in shaping.visual_cells(slot.lines[place.row.number], [start16, end16]):
            x = cell.left + 0.6 if leading != cell.rtl else cell.right - 0.6
            y = place.top + place.row.baseline - 4 - view.canvas.top
            return QPointF(column.left + x, y) if cell.right - cell.left > 3 else None
    return None


@pytest.mark.parametrize("width", [700, 300])
@pytest.mark.parametrize("name", NAMES)
def test_dragging_from_edge_to_edge_selects_exactly_the_text_between(
    view: ArticleView, make: Any, name: str, width: int
) -> None:
    text = BEFORE + make.texts[name] + AFTER
    view.resize(width, 500)
    make.show(view, make.page(text))
    borders = [len(BEFORE) + border for border in graphemes(make.texts[name])]
    pieces = [(a, b) for a, b in pairwise(borders) if not text[a:b].isspace()]
    chance = random.Random(4)
    tried = 0
    while tried < 25:
        first, last = sorted(chance.sample(range(len(pieces)), 2))
        a, b = pieces[first][0], pieces[last][1]
        start, end = edge(view, *pieces[first], leading=True), edge(view, *pieces[last], leading=False)
        if start is None or end is None or (end - start).manhattanLength() < 12:
            continue
        tried += 1
        drag(view, start, end, Qt.KeyboardModifier.AltModifier)
        focus = view.hand.focus
        assert isinstance(focus, Selection)
        assert text[focus.start : focus.end] == text[a:b]


@pytest.mark.parametrize("width", [2000, 260])
@pytest.mark.parametrize("name", NAMES)
def test_intervals_are_what_qt_itself_paints_as_selected(
    view: ArticleView, make: Any, name: str, width: int
) -> None:
    text = make.texts[name]
    view.set_reading(Reading(column=width))
    view.resize(width + 100, 500)
    make.show(view, make.page(text))
    column = view.canvas.column
    slot, chance = column.stack.slots[0], random.Random(2)
    block = view.document().firstBlock().layout()
    borders = [column.paragraphs.offsets.utf16(border) for border in graphemes(text)]
    bad = 0
    for _ in range(30):
        first, last = sorted(chance.sample(borders, 2))
        for number, shape in enumerate(slot.shapes):
            start, end = max(first, shape.start), min(last, shape.end)
            if start < end:
                painted = _selected_columns(block, number, start, end, width)
                found = column.intervals(slot, number, start, end)
                mine = {x for left, right in found for x in range(round(left + 10), round(right + 10))}
                bad += len(mine ^ painted) > 5
    # One wrapped Arabic range in some hundred is off by a joining stroke.
    assert bad <= (1 if name == "arabic" else 0)


def _selected_columns(block: QTextLayout, number: int, start: int, end: int, width: int) -> set[int]:
    line = block.lineAt(number)
    image = QImage(width + 40, 40, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    chosen, red = QTextLayout.FormatRange(), QTextCharFormat()
    red.setBackground(QColor("red"))
    red.setForeground(QColor("red"))
    chosen.start, chosen.length, chosen.format = start, end - start, red
    with QPainter(image) as painter:
        painter.setPen(QColor("white"))
        block.draw(painter, QPointF(10, 5 - line.y()), [chosen])
    rows = (6, int(3 + line.height()))
    reds = QColor("red").rgb()
    return {x for x in range(image.width()) if any(image.pixel(x, y) == reds for y in rows)}


# --- Boxes ---------------------------------------------------------------------------------------------

LONG = (
    "Nikol Paschinjan besuchte Moskau und führte am Mittwoch Gespräche mit Wladimir Putin. "
    "Das Außenministerium Armeniens kündigte an, die Gebühren zu stoppen. "
) * 3 + "\nأعلنت وزيرة الصحة ليلى حداد يوم 7 أبريل 2025 أن شركة Nordwind GmbH ستبني مسكنا.\nEnde."


@st.composite
def marked(draw: st.DrawFn) -> tuple[Span, ...]:
    places_ = draw(st.lists(st.integers(0, len(LONG) - 2), min_size=1, max_size=14, unique=True))
    found: list[Span] = []
    for number, start in enumerate(places_, 1):
        end = min(len(LONG), start + draw(st.integers(1, 40)))
        if LONG[start:end].strip():
            for level in range(draw(st.sampled_from((1, 1, 1, 2, 8)))):
                found.append(
                    Span(100 * level + number, start, end, draw(st.sampled_from(("PER", "ORG", None))))
                )
    return tuple(found)


few = settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


@few
@given(spans=marked())
def test_a_click_in_the_middle_of_a_box_hits_it_or_one_that_it_holds_or_crosses(
    view: ArticleView, make: Any, spans: tuple[Span, ...]
) -> None:
    make.show(view, make.page(LONG, spans=spans))
    column, chip = view.canvas.column, view.canvas.style.chip_height
    for span in spans:
        for rect in places.rectangles(column, span.start, span.end):
            if rect.width() < 2:
                continue
            hit = picking.mark_at(column, rect.center(), chip_height=chip)
            assert hit is not None
            assert hit.id == span.id or hit.end - hit.start <= span.end - span.start


@few
@given(spans=marked())
def test_every_box_lies_in_its_line_and_no_span_moves_one(
    view: ArticleView, make: Any, spans: tuple[Span, ...]
) -> None:
    make.show(view, make.page(LONG))
    view.canvas.column.show(0, 5000)
    before, tops = _baselines(view), view.canvas.column.stack.tops
    make.show(view, make.page(LONG, spans=spans))
    view.canvas.column.show(0, 5000)
    assert (_baselines(view), view.canvas.column.stack.tops) == (before, tops)
    for place in places.exact_rows(view.canvas.column, 0, 5000):
        line = place.slot.lines[place.row.number].naturalTextRect()
        for piece in place.row.pieces:
            assert all(line.left() - 1 <= x1 <= x2 <= line.right() + 1 for x1, x2 in piece.intervals)


@few
@given(spans=marked())
def test_adding_and_removing_spans_leaves_no_trace_on_the_screen(
    view: ArticleView, make: Any, spans: tuple[Span, ...]
) -> None:
    bare = make.page(LONG)
    make.show(view, bare)
    before = view.viewport().grab().toImage()
    view.update_page(replace(bare, spans=tuple(sorted(spans, key=lambda it: it.start))))
    view.viewport().grab()
    view.update_page(bare)
    assert view.viewport().grab().toImage() == before


def _baselines(view: ArticleView) -> list[float]:
    return [place.top + place.row.baseline for place in places.exact_rows(view.canvas.column, 0, 9000)]


def test_the_first_span_on_a_line_and_its_removal_move_no_line(view: ArticleView, make: Any) -> None:
    page = make.page(LONG)
    make.show(view, page)
    before = _baselines(view)
    for words in ("Paschinjan", "Außenministerium Armeniens", "ليلى حداد", "Ende"):
        page = replace(page, spans=(*page.spans, make.span(LONG, len(page.spans) + 1, words)))
        view.update_page(page)
        assert _baselines(view) == before
    view.update_page(replace(page, spans=()))
    assert _baselines(view) == before


def test_taking_things_in_hand_moves_no_line(view: ArticleView, make: Any) -> None:
    page = make.page(LONG, suggestions=(make.suggested(LONG, 9, "Moskau"),))
    make.show(view, page)
    before = _baselines(view)
    for action in ("next", "edge_end", "caret_right", "back", "caret_right", "select_right"):
        view.trigger(action)
        assert _baselines(view) == before


# --- Work counted instead of timed ---------------------------------------------------------------------


def test_a_change_shapes_no_text_and_decorates_only_the_paragraphs_it_meets(
    view: ArticleView, make: Any
) -> None:
    page = make.page(LONG)
    make.show(view, page)
    column = view.canvas.column
    column.show(0, 5000)
    shaped, decorated = column.shaped, column.decorated
    page = replace(page, spans=(make.span(LONG, 1, "Moskau"),))
    view.update_page(page)
    view.update_page(replace(page, spans=()))
    assert (column.shaped, column.decorated) == (shaped, decorated + 2)


def test_a_change_repaints_only_its_lines(view: ArticleView, make: Any) -> None:
    spans = tuple(Span(n + 1, n * 5, n * 5 + 3, "PER") for n in range(60))
    page = make.page(LONG, spans=spans)
    make.show(view, page)
    view.viewport().repaint()
    QApplication.processEvents()
    view.canvas.painter.rows = 0
    changed = tuple(replace(it, label="ORG") if it.id == 30 else it for it in spans)
    view.update_page(replace(page, spans=changed))
    QApplication.processEvents()
    assert 0 < view.canvas.painter.rows <= 4


def test_opening_a_very_long_text_lays_out_only_what_is_seen(view: ArticleView, make: Any) -> None:
    make.show(view, make.page("\n".join([LONG[:400]] * 2500)))
    QApplication.processEvents()
    assert view.canvas.column.shaped < 30


def test_one_endless_paragraph_is_cut_into_pieces_with_the_same_offsets(view: ArticleView, make: Any) -> None:
    text = ("Moskau schwieg dazu und " * 9000).strip()
    make.show(view, make.page(text))
    assert view.canvas.column.shaped < 5
    middle = text.index("Moskau", 100_000)
    view.go_to(middle, middle + 6)
    assert view.hand.stretch == (middle, middle + 6)
    assert view.canvas.column.shaped < 12


# --- Scrolling -----------------------------------------------------------------------------------------


def test_scrolling_back_through_estimated_text_moves_it_by_exactly_the_step(
    view: ArticleView, make: Any
) -> None:
    paragraphs = [(LONG[:90] * (1 + n % 7)).strip() for n in range(400)]
    text = "\n".join(paragraphs)
    make.show(view, make.page(text * 3))
    bar = view.verticalScrollBar()
    bar.setValue(bar.maximum() * 2 // 3)
    for _ in range(60):
        first = places.exact_rows(view.canvas.column, view.canvas.top, view.canvas.top + 300)[1]
        start = view.canvas.column.paragraphs.offsets.code_point(
            first.slot.start16 + first.slot.shapes[first.row.number].start
        )
        before = view.canvas.rectangles(start, start + 1)[0].top()
        bar.setValue(bar.value() - 60)
        assert view.canvas.rectangles(start, start + 1)[0].top() - before == 60


def test_an_update_leaves_the_page_where_it_is_scrolled(view: ArticleView, make: Any) -> None:
    page = make.page(LONG * 6)
    make.show(view, page)
    bar = view.verticalScrollBar()
    bar.setValue(333)
    view.update_page(replace(page, spans=(Span(1, 5, 12, "PER"), Span(2, 2000, 2020, "ORG"))))
    assert bar.value() == 333


def test_another_width_keeps_the_text_at_the_top(view: ArticleView, make: Any) -> None:
    make.show(view, make.page(LONG * 8))
    view.verticalScrollBar().setValue(600)
    first = view.canvas.visible_range()[0]
    view.resize(420, 500)
    QApplication.processEvents()
    again = view.canvas.visible_range()
    assert again[0] <= first <= again[0] + 90


def test_what_is_taken_off_screen_comes_on_screen(view: ArticleView, make: Any) -> None:
    page = make.page(LONG * 8, suggestions=(make.suggestion(4, 2900, 2910),))
    make.show(view, page)
    view.trigger("next")
    rect = view.canvas.rectangles(2900, 2910)[0]
    assert 0 < rect.top() < rect.bottom() < view.viewport().height()


def test_the_caret_goes_by_line_and_keeps_its_column(view: ArticleView, make: Any) -> None:
    make.show(view, make.page(LONG))
    canvas, x = view.canvas, []
    view.trigger("caret_right")
    view.trigger("caret_right")
    for _ in range(4):
        place = places.place_of(canvas.column, view.hand.caret)
        assert place is not None
        x.append((place.top + place.row.baseline, places.caret_x(canvas.column, place, view.hand.caret)))
        view.trigger("caret_down")
    assert [y for y, _ in x] == sorted({y for y, _ in x})
    assert all(abs(value - x[0][1]) < 70 for _, value in x)
    for _ in range(9):
        view.trigger("caret_up")
    assert view.hand.caret == 0


def test_points_beside_the_text_go_to_the_nearest_place(view: ArticleView, make: Any) -> None:
    make.show(view, make.page("Eins zwei.\nDrei."))
    at: Callable[[float, float], int] = lambda x, y: places.position_at(view.canvas.column, QPointF(x, y))  # noqa: E731
    assert at(0, 0) == 0
    assert at(5000, 5000) == len("Eins zwei.\nDrei.")
    assert view.canvas.layout.hitTest(QPointF(QPoint(5000, 60)), Qt.HitTestAccuracy.ExactHit) == -1


def test_a_crowd_of_labels_moves_no_line_and_only_its_own_is_drawn_again(
    view: ArticleView, make: Any
) -> None:
    page = make.page(LONG)
    make.show(view, page)
    view.viewport().repaint()
    QApplication.processEvents()
    before = _baselines(view)
    view.canvas.painter.rows = 0
    crowd = tuple(Span(n + 1, n, n + 1, "PER") for n in range(12))
    view.update_page(replace(page, spans=crowd))
    QApplication.processEvents()
    assert _baselines(view) == before
    assert 0 < view.canvas.painter.rows <= 3


def test_every_span_of_one_range_can_be_clicked_by_its_chip_and_by_its_box(
    view: ArticleView, make: Any
) -> None:
    labels = ("PER", "ORG", "LOC") * 3
    spans = tuple(Span(n, 6, 16, label) for n, label in enumerate(labels, 1))
    make.show(view, make.page(LONG, spans=spans))
    canvas = view.canvas
    place = places.exact_place(canvas.column, 6)
    assert place is not None
    y = place.top + place.row.box_top - 4 - canvas.top
    for chip in place.row.chips:
        at = QPointF(canvas.column.left + chip.x + chip.width / 2, y)
        QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=at.toPoint())
        assert view.hand.thing is not None
        assert view.hand.thing.id == chip.mark.id
    inside = canvas.rectangles(6, 16)[0].center().toPoint()
    met: set[int] = set()
    for _ in spans:
        QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=inside)
        assert view.hand.thing is not None
        met.add(view.hand.thing.id)
    assert met == set(range(1, 10))


def test_the_shortened_chip_of_what_is_in_hand_is_whole_and_covers_no_other_from_clicks(
    view: ArticleView, make: Any
) -> None:
    spans = tuple(Span(n + 1, n, n + 1, "PER") for n in range(5))
    make.show(view, make.page(LONG, spans=spans))
    column, chip_height = view.canvas.column, view.canvas.style.chip_height
    place = places.exact_place(column, 0)
    assert place is not None
    chips = place.row.chips
    assert chips[0].form
    view._presenter.take(span=1, suggestion=None, stance=None)
    y = place.top + place.row.box_top - 4
    key = view.canvas.painter.emphasis.mark
    for chip in chips:
        middle = QPointF(column.left + chip.x + chip.width / 2, y)
        assert picking.mark_at(column, middle, chip_height=chip_height, in_hand=key) == chip.mark
    gap = QPointF(column.left + chips[0].x + chips[0].width + 1, y)
    assert picking.mark_at(column, gap, chip_height=chip_height, in_hand=key) == chips[0].mark
    assert picking.mark_at(column, gap, chip_height=chip_height) is None
    image = view.viewport().grab().toImage()
    x, ratio = column.left + chips[0].whole[1] - 2, image.devicePixelRatio()
    top = y + 4 - chip_height + 3 - view.canvas.top
    colour = image.pixelColor(round(x * ratio), round(top * ratio))
    assert colour == view.canvas.style.colour("PER")


def test_another_theme_and_size_keep_the_first_line_where_it_is(view: ArticleView, make: Any) -> None:
    make.show(view, make.page(LONG * 6))
    view.verticalScrollBar().setValue(431)
    canvas = view.canvas
    first = places.first_line(canvas.column, canvas.top)
    assert first is not None
    before = places.line_top(canvas.column, first) - canvas.top
    for change in (
        lambda: view.set_theme(DARK),
        lambda: view.set_reading(Reading(size=15)),
        lambda: view.set_reading(Reading(column=380, spacing=1.4)),
    ):
        change()
        assert places.line_top(canvas.column, first) - canvas.top == pytest.approx(before, abs=1)


def test_a_page_of_another_article_comes_too_late(view: ArticleView, make: Any) -> None:
    page = make.page(LONG)
    make.show(view, page)
    view.update_page(replace(page, article=replace(page.article, id=2), spans=(Span(1, 0, 5, "PER"),)))
    assert view.page == page
