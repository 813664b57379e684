"""What the window remembers by itself."""

from pathlib import Path

from desktop.gui.state import WindowState


def test_the_model_that_was_loaded_last_is_remembered(tmp_path: Path) -> None:
    state = WindowState(tmp_path / "window.ini")
    assert state.usual_model() is None
    state.remember_model("/Modelle/mein Modell, 2", "german")
    assert WindowState(tmp_path / "window.ini").usual_model() == ("/Modelle/mein Modell, 2", "german")
