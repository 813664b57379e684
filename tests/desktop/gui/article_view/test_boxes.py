"""Boxes lie in their lines, can all be clicked, and coming and going move nothing."""

from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace
from PySide6.QtCore import QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desktop.gui.article_view import picking, places
from desktop.gui.article_view.view import ArticleView
from store.values import Span

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


def test_a_box_may_go_on_below_a_blank_line(view: ArticleView, make: Any) -> None:
    text = "Der Kreml\n\nwar verärgert.\n"
    make.show(view, make.page(text, spans=(Span(1, 0, len(text), None), Span(2, 4, 9, "LOC"))))
    QApplication.processEvents()
    column = view.canvas.column
    column.lay_out_while(0, lambda: True)
    drawn = [
        {piece.mark.id for row in slot.rows or () for piece in row.pieces} for slot in column.stack.slots
    ]
    assert drawn == [{1, 2}, set(), {1}, set()]
