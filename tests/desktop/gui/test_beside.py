"""A list opens where it covers nothing of what it is about."""

from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QRect, QSize

from desktop.gui.app import Program
from desktop.gui.beside import corner_beside, place_in_hand

ROOM = QRect(100, 50, 1200, 800)


@given(
    x=st.integers(100, 1290),
    y=st.integers(50, 830),
    width=st.integers(1, 300),
    size=st.builds(QSize, st.integers(50, 600), st.integers(40, 380)),
)
def test_it_covers_nothing_of_the_place_and_stays_in_the_window(
    x: int, y: int, width: int, size: QSize
) -> None:
    here = QRect(x, y, width, 20).intersected(ROOM)
    found = QRect(corner_beside(size, here, ROOM), size)
    assert ROOM.contains(found)
    assert not found.intersects(here)


def test_a_list_too_high_for_either_side_goes_where_there_is_more_room() -> None:
    size = QSize(300, 700)
    low, high = QRect(300, 600, 90, 20), QRect(300, 150, 90, 20)
    assert corner_beside(size, low, ROOM).y() == ROOM.top()
    assert QRect(corner_beside(size, high, ROOM), size).bottom() == ROOM.bottom()


def test_the_place_in_hand_is_where_its_box_is_on_the_screen(opened: Program) -> None:
    view = opened.window.page.view
    view.trigger("next")
    thing = view.hand.thing
    assert thing is not None
    box = view.canvas.rectangles(thing.start, thing.end)[0].toAlignedRect()
    assert place_in_hand(view).topLeft() == view.viewport().mapToGlobal(box.topLeft())
    view.verticalScrollBar().setMaximum(5000)
    view.verticalScrollBar().setValue(4000)
    assert place_in_hand(view).isNull()
