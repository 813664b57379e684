"""What the window remembers by itself."""

from pathlib import Path

from desktop.gui.state import WindowState


def test_the_model_that_was_loaded_last_is_remembered(tmp_path: Path) -> None:
    state = WindowState(tmp_path / "window.ini")
    assert state.usual_model() is None
    state.remember_model("/Modelle/mein Modell, 2", "german")
    assert WindowState(tmp_path / "window.ini").usual_model() == ("/Modelle/mein Modell, 2", "german")


def test_the_options_that_were_ticked_are_remembered_none_of_them_too(tmp_path: Path) -> None:
    state = WindowState(tmp_path / "window.ini")
    assert state.options("label_all") is None
    for ticked in ({"everywhere", "any_case"}, {"everywhere"}, set[str]()):
        state.remember_options("label_all", ticked)
        del state
        state = WindowState(tmp_path / "window.ini")
        assert state.options("label_all") == ticked
