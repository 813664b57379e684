"""The check for Qt's system libraries, on machines that are made up."""

import runpy
from pathlib import Path
from types import SimpleNamespace

import pytest

SCRIPT = Path(__file__).resolve().parents[2] / "packaging" / "system_libraries.py"
check = SimpleNamespace(**runpy.run_path(str(SCRIPT)))


@pytest.mark.parametrize(
    ("environment", "wanted"),
    [
        ({}, check.ALWAYS),
        ({"DISPLAY": ":0"}, check.ALWAYS | check.X11),
        ({"WAYLAND_DISPLAY": "wayland-0"}, check.ALWAYS | check.WAYLAND),
        ({"DISPLAY": ":0", "WAYLAND_DISPLAY": "wayland-0"}, check.ALWAYS | check.X11 | check.WAYLAND),
        ({"DISPLAY": ":0", "QT_QPA_PLATFORM": "offscreen"}, check.ALWAYS),
    ],
)
def test_each_display_needs_its_own_libraries(environment: dict[str, str], wanted: dict[str, str]) -> None:
    assert check.needed(environment) == wanted


def test_only_what_does_not_load_is_missing() -> None:
    found = check.missing(
        {"libthere.so.1": "there", "libgone.so.1": "gone"}, loads=lambda name: "there" in name
    )
    assert found == {"libgone.so.1": "gone"}


def test_a_library_that_is_nowhere_does_not_load() -> None:
    assert not check.loads("libnowhere-at-all.so.9")


def test_the_command_installs_exactly_the_missing_packages() -> None:
    update, install = check.commands({"libEGL.so.1": "libegl1", "libGL.so.1": "libgl1"})
    assert update == "apt-get update"
    assert install.split()[:2] == ["apt-get", "install"]
    assert [word for word in install.split() if word.startswith("lib")] == ["libegl1", "libgl1"]


def test_dejavu_alone_is_not_enough_for_all_scripts(tmp_path: Path) -> None:
    fonts = tmp_path / "truetype"
    fonts.mkdir()
    (fonts / "DejaVuSans.ttf").touch()
    (fonts / "fonts.conf").touch()
    assert check.only_dejavu([tmp_path, tmp_path / "missing"])
    (fonts / "NotoSansCJK-Regular.ttc").touch()
    assert not check.only_dejavu([tmp_path])


def test_a_machine_without_a_screen_reader_gets_one_and_another_is_left_alone(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    here, gone = tmp_path / "Xvfb", tmp_path / "org.a11y.Bus.service"
    here.touch()
    wanted: list[dict[str, str]] = []
    functions = check.install_for_screen_reader.__globals__
    monkeypatch.setitem(functions, "X11", {})
    monkeypatch.setitem(functions, "install", wanted.append)
    monkeypatch.setitem(functions, "SCREEN_READER", {str(here): "xvfb", str(gone): "at-spi2-core"})
    check.install_for_screen_reader()
    gone.touch()
    check.install_for_screen_reader()
    assert wanted == [{str(gone): "at-spi2-core"}]
