"""The keys in the strip: words are cut only as far as there is no room."""

from collections.abc import Sequence

from hypothesis import given
from hypothesis import strategies as st

from desktop.gui.panels.key_caps import LONGEST, longest

WIDTHS = st.lists(st.integers(0, 400), max_size=15)


@given(WIDTHS, st.integers(0, 3000))
def test_what_is_kept_fits_and_no_pixel_more_could_be(widths: Sequence[int], room: int) -> None:
    kept = longest(widths, room)
    assert sum(min(width, kept) for width in widths) <= room
    more = sum(min(width, kept + 1) for width in widths)
    assert kept == LONGEST or more > room


def test_short_words_stay_whole_where_long_ones_give() -> None:
    assert longest([20, 300, 30, 200], 350) == 150


def test_with_room_for_all_nothing_is_cut() -> None:
    assert longest([20, 300], 320) == LONGEST
