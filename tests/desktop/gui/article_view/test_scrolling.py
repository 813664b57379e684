"""Long texts, other widths and sizes: what is seen stays where it is, and only that is laid out."""

from collections.abc import Callable
from typing import Any

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtWidgets import QApplication

from desktop.gui.article_view import places
from desktop.gui.article_view.style import Reading
from desktop.gui.article_view.view import ArticleView
from desktop.gui.theme import DARK
from store.values import Span

LONG = (
    "Nikol Paschinjan besuchte Moskau und führte am Mittwoch Gespräche mit Wladimir Putin. "
    "Das Außenministerium Armeniens kündigte an, die Gebühren zu stoppen. "
) * 3 + "\nأعلنت وزيرة الصحة ليلى حداد يوم 7 أبريل 2025 أن شركة Nordwind GmbH ستبني مسكنا.\nEnde."


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
