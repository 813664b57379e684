"""Neither the log nor the report that one copies ever holds what the text said."""

import logging
import sys
from pathlib import Path

from pytestqt.qtbot import QtBot

from desktop.gui.crash import CrashHook, report, start_log
from store.errors import NotFound

SECRET = "Putin begrüßte Paschinjan"


def fail() -> None:
    try:
        [].index(SECRET)  # pyright: ignore[reportArgumentType]
    except ValueError as error:
        raise KeyError(SECRET) from error


def caught() -> KeyError:
    try:
        fail()
    except KeyError as error:
        return error
    raise AssertionError


def test_a_report_says_where_and_what_but_not_what_the_text_said() -> None:
    words = report(caught())
    assert SECRET not in words
    assert "KeyError" in words
    assert "ValueError" in words
    assert "test_crash.py" in words


def test_what_the_interpreter_worded_is_kept_and_fields_of_known_errors_are_only_named() -> None:
    assert "has no attribute" in report(AttributeError("'X' object has no attribute 'y'"))
    words = report(NotFound(what=SECRET, id=3))
    assert SECRET not in words
    assert "S013" in words


def test_the_log_is_as_discreet(tmp_path: Path) -> None:
    handler = start_log(tmp_path / "log" / "lesart.log")
    logging.getLogger("test").error("failed", exc_info=caught())
    logging.getLogger().removeHandler(handler)
    handler.close()
    written = (tmp_path / "log" / "lesart.log").read_text(encoding="utf-8")
    assert "KeyError" in written
    assert SECRET not in written


def test_the_hook_tells_the_window_and_is_given_back(qtbot: QtBot) -> None:
    before = sys.excepthook
    hook = CrashHook()
    error = caught()
    with qtbot.waitSignal(hook.crashed, timeout=30_000) as told:
        sys.excepthook(type(error), error, error.__traceback__)
    assert told.args == [error]
    hook.close()
    assert sys.excepthook is before
