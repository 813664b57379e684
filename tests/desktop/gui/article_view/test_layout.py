"""Rows, boxes and chips of a paragraph, from widths alone."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from desktop.gui.article_view import layout
from desktop.gui.article_view.chips import FAR, GAP, Chip, Wanted, fit
from desktop.gui.article_view.layout import Measure, Metrics, Placed, Row, Shape, height
from desktop.gui.article_view.marks import Mark

METRICS = Metrics(ascent=17, descent=5, up=16, down=5, lane=14, gap=4, paragraph_gap=11, char_width=8)
CELL = 8.0
LINE = 60
TICK = 5.0


def measure(*, chip: float = 28, rtl: bool = False) -> Measure:
    """Characters of one width; lines of sixty of them."""

    def intervals(number: int, start: int, end: int) -> list[tuple[float, float]]:
        left, right = (start - number * LINE) * CELL, (end - number * LINE) * CELL
        return [(LINE * CELL - right, LINE * CELL - left)] if rtl else [(left, right)]

    return Measure(intervals, lambda mark: () if mark.label is None else (chip, 14, TICK), LINE * CELL, rtl)


def decorate(shapes: list[Shape], placed: list[Placed], *, measure: Measure) -> tuple[Row, ...]:
    """Rows with what stands on them."""
    rows = layout.rows(shapes, METRICS)
    return layout.decorate(rows, shapes, placed, metrics=METRICS, measure=measure)


def placed(*spans: tuple[int, int, str | None]) -> list[Placed]:
    return [
        Placed(Mark(i, start, end, code, "own" if code else "mention"), start, end, begins=True, ends=True)
        for i, (start, end, code) in enumerate(spans)
    ]


def shapes(count: int) -> list[Shape]:
    return [Shape(n * LINE, (n + 1) * LINE, 17, 5) for n in range(count)]


codes = st.sampled_from(("PER", "ORG", None))
spans = st.lists(st.tuples(st.integers(0, 170), st.integers(1, 40), codes), max_size=15).map(
    lambda found: [(start, min(180, start + length), code) for start, length, code in found]
)
towers = st.tuples(st.integers(0, 170), st.integers(1, 40), st.integers(1, 8), st.integers(0, 3)).map(
    lambda it: [(it[0], min(180, it[0] + it[1] + n * it[3]), ("PER", "ORG")[n % 2]) for n in range(it[2])]
)
"""Up to eight levels from one place on, of one range or each wider than the one in it."""
crowds = st.lists(st.one_of(towers, spans), max_size=4).map(
    lambda found: [it for part in found for it in part]
)


def is_tick(chip: Chip) -> bool:
    return chip.width == TICK


@given(spans=crowds, rtl=st.booleans())
def test_no_span_moves_any_line(spans: list[tuple[int, int, str | None]], rtl: bool) -> None:
    bare = layout.rows(shapes(3), METRICS)
    for before, row in zip(bare, decorate(shapes(3), placed(*spans), measure=measure(rtl=rtl)), strict=True):
        assert row._replace(pieces=(), chips=(), over=before.over, under=before.under) == before
    assert height(bare, METRICS) == 3 * METRICS.pitch + METRICS.paragraph_gap


@given(spans=crowds, rtl=st.booleans())
def test_chips_of_one_line_overlap_only_where_they_are_ticks(
    spans: list[tuple[int, int, str | None]], rtl: bool
) -> None:
    for row in decorate(shapes(3), placed(*spans), measure=measure(rtl=rtl)):
        chips = sorted(row.chips, key=lambda chip: (chip.x, chip.x + chip.width))
        for before, after in pairwise(chips):
            assert before.x + before.width <= after.x or (is_tick(before) and is_tick(after))


@given(spans=crowds, rtl=st.booleans())
def test_chips_stay_in_the_column_and_so_do_whole_ones(
    spans: list[tuple[int, int, str | None]], rtl: bool
) -> None:
    for row in decorate(shapes(3), placed(*spans), measure=measure(rtl=rtl)):
        stands_out = 1 + max((piece.level for piece in row.pieces), default=0)
        for chip in row.chips:
            assert -stands_out <= chip.x < chip.x + chip.width <= LINE * CELL + stands_out
            assert -stands_out <= chip.whole[0] < chip.whole[1] <= LINE * CELL + stands_out
            assert chip.whole[1] - chip.whole[0] == 28


@given(spans=spans)
def test_every_label_is_shown_once_where_its_span_begins(spans: list[tuple[int, int, str | None]]) -> None:
    rows = decorate(shapes(3), placed(*spans), measure=measure())
    shown = sorted(chip.mark.id for row in rows for chip in row.chips)
    assert shown == [i for i, (_, _, code) in enumerate(spans) if code]
    for row in rows:
        assert all(row.number * LINE <= chip.mark.start < (row.number + 1) * LINE for chip in row.chips)


@given(spans=spans)
def test_a_box_that_holds_another_is_drawn_around_it_and_before_it(
    spans: list[tuple[int, int, str | None]],
) -> None:
    for row in decorate(shapes(3), placed(*spans), measure=measure()):
        for i, outer in enumerate(row.pieces):
            for inner in row.pieces[:i]:
                assert inner.level >= outer.level
        for outer in row.pieces:
            for inner in row.pieces:
                holds = outer.mark.start <= inner.mark.start and inner.mark.end <= outer.mark.end
                longer = outer.mark.end - outer.mark.start > inner.mark.end - inner.mark.start
                if holds and longer:
                    assert outer.level > inner.level


@given(spans=crowds)
def test_boxes_stay_clear_of_those_of_the_next_line(spans: list[tuple[int, int, str | None]]) -> None:
    rows = decorate(shapes(3), placed(*spans), measure=measure())
    for row in rows:
        shared = METRICS.lane * layout.SHARED
        for piece in row.pieces:
            top, bottom = row.extent(piece.level)
            assert row.top + shared - 0.01 <= top <= row.box_top
            assert row.box_bottom <= bottom <= row.bottom + shared + 0.01
        assert row.top < row.box_top < row.baseline < row.box_bottom <= row.bottom


def test_six_levels_of_boxes_are_told_apart_on_the_screen() -> None:
    row = decorate(shapes(1), placed(*((0, 6 * n, "PER") for n in range(1, 7))), measure=measure())[0]
    for side in (0, 1):
        edges = {round(row.extent(piece.level)[side]) for piece in row.pieces}
        assert len(edges) == 6


def test_an_outer_chip_gives_way_along_its_own_box() -> None:
    row = decorate(shapes(1), placed((0, 30, "ORG"), (0, 5, "PER")), measure=measure())[0]
    inner, outer = sorted(row.chips, key=lambda chip: chip.x)
    assert (inner.mark.label, outer.mark.label) == ("PER", "ORG")
    assert outer.x == inner.x + inner.width + GAP
    assert inner.form == outer.form == 0


def test_labels_of_one_short_range_stand_side_by_side_in_the_order_of_nesting() -> None:
    row = decorate(shapes(1), placed(*((10, 12, "PER") for _ in range(6))), measure=measure())[0]
    assert [chip.form for chip in row.chips] == [0] * 6
    assert all(after.x == before.x + 28 + GAP for before, after in pairwise(row.chips))
    levels = {piece.mark.id: piece.level for piece in row.pieces}
    assert [levels[chip.mark.id] for chip in row.chips] == list(range(6))


def test_where_labels_find_no_room_they_are_shortened() -> None:
    row = decorate(shapes(1), placed((0, 1, "PER"), (3, 4, "PER"), (20, 25, "PER")), measure=measure())[0]
    assert [(chip.form, chip.width) for chip in row.chips] == [(0, 28), (0, 28), (0, 28)]
    row = decorate(shapes(1), placed((0, 1, "PER"), (1, 2, "PER"), (20, 25, "PER")), measure=measure())[0]
    assert [(chip.form, chip.width) for chip in row.chips] == [(1, 14), (0, 28), (0, 28)]


def test_at_the_end_of_a_line_chips_go_back_instead_of_out_of_the_column() -> None:
    row = decorate(shapes(1), placed((59, 60, "PER"), (59, 60, "ORG")), measure=measure())[0]
    assert [chip.form for chip in row.chips] == [0, 0]
    assert row.chips[-1].x + 28 == LINE * CELL


def test_tall_glyphs_of_another_font_get_their_room() -> None:
    tall = [Shape(0, 60, 24, 9)]
    row = decorate(tall, [], measure=measure())[0]
    assert row.baseline - row.box_top == 24 - (METRICS.ascent - METRICS.up)
    assert row.box_bottom - row.baseline == 9


@given(
    wanted=st.lists(st.tuples(st.integers(0, 57), st.integers(1, 3)), max_size=30, unique_by=lambda it: it[0])
)
def test_a_chip_never_moves_far_from_a_box_of_its_own(wanted: list[tuple[int, int]]) -> None:
    boxes = [Wanted(start * CELL, start * CELL + length, (28, 14, TICK)) for start, length in sorted(wanted)]
    for item, (x, _) in zip(boxes, fit(boxes, room=(0, LINE * CELL)), strict=True):
        assert item.begin - 28 <= x <= max(item.end - 28, item.begin + 28 * FAR)
