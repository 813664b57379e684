"""Rows, boxes and chips of a paragraph, from widths alone."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from desktop.gui.article_view.layout import (
    CHIP_GAP,
    Measure,
    Metrics,
    Placed,
    Shape,
    decorate,
    height,
    place_chips,
)
from desktop.gui.article_view.marks import Mark

METRICS = Metrics(ascent=17, descent=5, up=16, down=5, lane=14, gap=4, paragraph_gap=11, char_width=8)
CELL = 8.0
LINE = 60


def measure(*, chip: float = 28, rtl: bool = False) -> Measure:
    """Characters of one width; lines of sixty of them."""

    def intervals(number: int, start: int, end: int) -> list[tuple[float, float]]:
        left, right = (start - number * LINE) * CELL, (end - number * LINE) * CELL
        return [(LINE * CELL - right, LINE * CELL - left)] if rtl else [(left, right)]

    return Measure(intervals, lambda mark: 0 if mark.label is None else chip, rtl)


def placed(*spans: tuple[int, int, str | None]) -> list[Placed]:
    return [
        Placed(Mark(i, start, end, code, "own" if code else "mention"), start, end, begins=True, ends=True)
        for i, (start, end, code) in enumerate(spans)
    ]


def shapes(count: int) -> list[Shape]:
    return [Shape(n * LINE, (n + 1) * LINE, 17, 5) for n in range(count)]


spans = st.lists(
    st.tuples(st.integers(0, 170), st.integers(1, 40), st.sampled_from(("PER", "ORG", None))), max_size=15
).map(lambda found: [(start, min(180, start + length), code) for start, length, code in found])


@given(spans=spans, rtl=st.booleans())
def test_chips_of_one_lane_never_overlap(spans: list[tuple[int, int, str | None]], rtl: bool) -> None:
    for row in decorate(shapes(3), placed(*spans), metrics=METRICS, measure=measure(rtl=rtl)):
        for lane in {chip.lane for chip in row.chips}:
            chips = sorted((chip.x, chip.x + chip.width) for chip in row.chips if chip.lane == lane)
            assert all(before[1] <= after[0] for before, after in pairwise(chips))


@given(spans=spans)
def test_every_label_is_shown_once_where_its_span_begins(spans: list[tuple[int, int, str | None]]) -> None:
    rows = decorate(shapes(3), placed(*spans), metrics=METRICS, measure=measure())
    shown = sorted(chip.mark.id for row in rows for chip in row.chips)
    assert shown == [i for i, (_, _, code) in enumerate(spans) if code]
    for row in rows:
        assert all(row.number * LINE <= chip.mark.start < (row.number + 1) * LINE for chip in row.chips)


@given(spans=spans)
def test_a_box_that_holds_another_is_drawn_around_it_and_before_it(
    spans: list[tuple[int, int, str | None]],
) -> None:
    for row in decorate(shapes(3), placed(*spans), metrics=METRICS, measure=measure()):
        for i, outer in enumerate(row.pieces):
            for inner in row.pieces[:i]:
                assert inner.level >= outer.level
        for outer in row.pieces:
            for inner in row.pieces:
                holds = outer.mark.start <= inner.mark.start and inner.mark.end <= outer.mark.end
                longer = outer.mark.end - outer.mark.start > inner.mark.end - inner.mark.start
                if holds and longer:
                    assert outer.level > inner.level


@given(spans=spans)
def test_boxes_and_chips_stay_inside_their_row(spans: list[tuple[int, int, str | None]]) -> None:
    for row in decorate(shapes(3), placed(*spans), metrics=METRICS, measure=measure()):
        lanes = max((chip.lane for chip in row.chips), default=0) + 1
        assert row.top <= row.box_top - lanes * METRICS.lane + 1
        assert row.box_top < row.baseline < row.box_bottom <= row.bottom


@given(start=st.integers(0, 50), length=st.integers(1, 9))
def test_the_first_box_on_a_line_moves_nothing(start: int, length: int) -> None:
    bare = decorate(shapes(3), [], metrics=METRICS, measure=measure())
    with_box = decorate(shapes(3), placed((start, start + length, "PER")), metrics=METRICS, measure=measure())
    assert [row.text_y for row in bare] == [row.text_y for row in with_box]
    assert height(bare, METRICS) == height(with_box, METRICS)


def test_three_nested_boxes_and_two_neighbours_move_nothing_either() -> None:
    bare = decorate(shapes(1), [], metrics=METRICS, measure=measure())
    nested = placed((0, 30, "ORG"), (0, 15, "PER"), (0, 5, "LOC"), (40, 42, "ORG"), (43, 45, "ORG"))
    full = decorate(shapes(1), nested, metrics=METRICS, measure=measure())
    assert bare[0].text_y == full[0].text_y


def test_an_outer_chip_gives_way_along_its_own_box() -> None:
    row = decorate(shapes(1), placed((0, 30, "ORG"), (0, 5, "PER")), metrics=METRICS, measure=measure())[0]
    inner, outer = sorted(row.chips, key=lambda chip: chip.x)
    assert (inner.mark.label, outer.mark.label) == ("PER", "ORG")
    assert outer.x == inner.x + inner.width + CHIP_GAP
    assert inner.lane == outer.lane == 0


def test_where_labels_find_no_room_the_line_grows_by_a_lane() -> None:
    crowd = placed(*((n, n + 1, "PER") for n in range(8)))
    row = decorate(shapes(1), crowd, metrics=METRICS, measure=measure())[0]
    lanes = max(chip.lane for chip in row.chips)
    assert lanes > 0
    assert row.baseline == 14 * (lanes + 1) + 16


def test_tall_glyphs_of_another_font_get_their_room() -> None:
    tall = [Shape(0, 60, 24, 9)]
    row = decorate(tall, [], metrics=METRICS, measure=measure())[0]
    assert row.baseline - row.box_top == 24 - (METRICS.ascent - METRICS.up)
    assert row.box_bottom - row.baseline == 9


@given(
    wanted=st.lists(st.tuples(st.floats(0, 500), st.floats(1, 200), st.floats(10, 50)), max_size=20).map(
        lambda found: sorted((begin, begin + length, width) for begin, length, width in found)
    )
)
def test_a_chip_never_moves_far_from_its_box(wanted: list[tuple[float, float, float]]) -> None:
    for (begin, end, width), (x, _) in zip(wanted, place_chips(wanted), strict=True):
        assert begin <= x <= max(end - width, begin + width * 0.6)
