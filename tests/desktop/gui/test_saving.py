"""A file that is to be written gets its ending, and none is overwritten that nobody was asked about."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desktop.gui.saving import ask_where, with_ending


class Person:
    """Somebody in front of the file dialog, who enters these names one after another."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, *names: Path | str) -> None:
        self._names = list(map(str, names))
        self.proposed: list[str] = []
        monkeypatch.setattr("desktop.gui.saving.QFileDialog.getSaveFileName", self._ask)

    def _ask(self, _parent: QWidget, _title: str, proposed: str, _kinds: str) -> tuple[str, str]:
        self.proposed.append(Path(proposed).name)
        return self._names.pop(0), ""


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    return made


def test_a_name_without_an_ending_gets_the_first_one(
    monkeypatch: pytest.MonkeyPatch, window: QWidget, tmp_path: Path
) -> None:
    Person(monkeypatch, tmp_path / "news 30.11")
    chosen = ask_where(window, "", tmp_path / "x.png", "", endings=(".png", ".svg"))
    assert chosen == tmp_path / "news 30.11.png"


def test_a_name_that_becomes_an_existing_one_is_shown_again_whole(
    monkeypatch: pytest.MonkeyPatch, window: QWidget, tmp_path: Path
) -> None:
    (tmp_path / "news.csv").touch()
    person = Person(monkeypatch, tmp_path / "news", tmp_path / "news.csv")
    assert ask_where(window, "", tmp_path / "x.csv", "", endings=(".csv",)) == tmp_path / "news.csv"
    assert person.proposed == ["x.csv", "news.csv"], "the dialog itself asks about a name that was entered"


def test_who_thinks_better_of_it_writes_nothing(
    monkeypatch: pytest.MonkeyPatch, window: QWidget, tmp_path: Path
) -> None:
    (tmp_path / "news.csv").touch()
    Person(monkeypatch, tmp_path / "news", "")
    assert ask_where(window, "", tmp_path / "x.csv", "", endings=(".csv",)) is None


@pytest.mark.parametrize(
    ("name", "whole"),
    [("a", "a.csv"), ("a.b", "a.b.csv"), ("a.csv", "a.csv"), ("A.CSV", "A.CSV"), (".csv", ".csv.csv")],
)
def test_only_the_ending_itself_is_one(name: str, whole: str) -> None:
    assert with_ending(Path(name), (".csv",)) == Path(whole)
