"""One entrance: the window, the command line or the worker."""

import sys
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from desktop import __main__ as entrance


@pytest.fixture
def called(monkeypatch: pytest.MonkeyPatch) -> list[Any]:
    """Who was called with what, instead of them."""
    calls: list[Any] = []

    def module(name: str, label: str) -> None:
        fake = ModuleType(name)

        def main(*values: Any) -> int:
            calls.append((label, *values))
            return 7

        fake.main = main  # type: ignore[attr-defined]
        fake.Outside = lambda **_: "outside"  # type: ignore[attr-defined]
        monkeypatch.setitem(sys.modules, name, fake)

    module("desktop.gui.app", "window")
    module("desktop.cli.app", "command")
    module("desktop.nlp.worker", "worker")
    return calls


def test_nothing_and_the_sample_open_the_window(called: list[Any]) -> None:
    assert entrance.main([]) == entrance.main(["--sample"]) == 7
    assert called == [("window", []), ("window", ["--sample"])]


def test_a_project_opens_the_window_whether_it_is_there_or_not(called: list[Any], tmp_path: Path) -> None:
    (tmp_path / "check").touch()
    words = ["nowhere.lesart", str(tmp_path / "check"), "postgresql://host/name"]
    for word in words:
        entrance.main([word])
    assert called == [("window", [word]) for word in words]


def test_commands_and_options_go_to_the_command_line(called: list[Any]) -> None:
    for words in (["check", "x.lesart"], ["--help"], ["check"]):
        assert entrance.main(words) == 7
    assert [call[:2] for call in called] == [
        ("command", ["check", "x.lesart"]),
        ("command", ["--help"]),
        ("command", ["check"]),
    ]


def test_the_worker_is_its_own_entrance(called: list[Any]) -> None:
    assert entrance.main(["--worker"]) == 7
    assert called == [("worker",)]
