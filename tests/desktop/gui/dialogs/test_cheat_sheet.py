"""The page of all keys, on screens of any width."""

from desktop.gui.dialogs.cheat_sheet import COLUMNS, FEWER


def test_a_narrow_screen_shows_the_same_groups_in_fewer_columns() -> None:
    assert len(FEWER) < len(COLUMNS)
    assert sorted(sum(FEWER, ())) == sorted(sum(COLUMNS, ()))
