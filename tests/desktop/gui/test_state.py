"""What the window remembers by itself."""

from pathlib import Path

from desktop.gui.filters import Filter
from desktop.gui.state import WindowState
from store.addresses import address


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


def test_the_filter_of_each_project_is_remembered_without_the_words_searched_for(tmp_path: Path) -> None:
    kept, one, other = tmp_path / "window.ini", tmp_path / "a.lesart", tmp_path / "b.lesart"
    WindowState(kept).remember_filter(
        one, Filter(search="Wind", language="de", least=0.6, below=0.8, order="title")
    )
    assert WindowState(kept).narrowed(one) == Filter(language="de", least=0.6, below=0.8)
    assert WindowState(kept).narrowed(other) == Filter()
    WindowState(kept).remember_filter(one, Filter(search="Wind"))
    assert WindowState(kept).narrowed(one) == Filter()


def test_a_filter_of_another_version_is_forgotten(tmp_path: Path) -> None:
    state, project = WindowState(tmp_path / "window.ini"), tmp_path / "a.lesart"
    state.remember_filter(project, Filter(status="done"))
    (key,) = (it for it in state._kept.allKeys() if it.startswith("filter/"))
    state._kept.setValue(key, '{"status": 3}')
    assert state.narrowed(project) == Filter()


def test_a_teams_database_is_offered_again_but_never_its_password(tmp_path: Path) -> None:
    state = WindowState(tmp_path / "window.ini")
    state.remember(Path("postgresql://ada:secret@host/news"))
    state.remember(Path("postgresql://ada@host/news"))
    state.remember(tmp_path / "gone.lesart")
    assert [address(path) for path in state.recent()] == ["postgresql://ada@host/news"]
    assert "secret" not in (tmp_path / "window.ini").read_text("utf-8")
