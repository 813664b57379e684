"""Settings survive any file, and only what differs from the defaults is written."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.gui import settings
from desktop.gui.app import Program
from desktop.gui.settings import Settings

NAMES = st.text(st.characters(exclude_categories=["Cs"]), max_size=20)


def test_missing_settings_are_the_defaults(tmp_path: Path) -> None:
    assert settings.load(tmp_path / "none.toml") == Settings()


@given(st.builds(Settings, author=NAMES, font_size=st.floats(9, 20), column=st.sampled_from([0, 480, 1000])))
def test_settings_come_back_as_they_were_saved(
    tmp_path_factory: pytest.TempPathFactory, kept: Settings
) -> None:
    path = tmp_path_factory.mktemp("settings") / "new" / "settings.toml"
    settings.save(kept, path)
    assert settings.load(path) == kept


def test_only_what_differs_from_the_defaults_is_written(tmp_path: Path) -> None:
    path = tmp_path / "settings.toml"
    settings.save(Settings(author="Ada"), path)
    assert path.read_text(encoding="utf-8") == 'author = "Ada"\n'


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (b"\xff\xfe broken", Settings()),
        (b"theme = ", Settings()),
        (b'theme = "pink"\nauthor = "Ada"', Settings(author="Ada")),
        (b'future = 1\nauthor = "Ada"', Settings(author="Ada")),
        (b"font_size = 400", Settings(font_size=20.0)),
        (b"column = 3", Settings(column=480)),
        (b"line_spacing = 9", Settings(line_spacing=1.6)),
        (b'language = "xx"', Settings()),
    ],
)
def test_what_is_broken_unknown_or_out_of_range_falls_back(
    tmp_path: Path, content: bytes, expected: Settings
) -> None:
    path = tmp_path / "settings.toml"
    path.write_bytes(content)
    assert settings.load(path) == expected


def test_settings_that_cannot_be_written_are_told_of_and_hold_all_the_same(
    opened: Program, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(settings, "save", full)
    opened.window.set_settings(Settings(font_size=17.0))
    assert opened.window.settings.font_size == 17.0
    assert "No space left on device" in opened.window.page.messages.text.text()
