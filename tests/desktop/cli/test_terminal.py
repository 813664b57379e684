"""Progress is one quiet line; Ctrl+C sets an event."""

import io
import os
import signal

import pytest
import typer

from desktop.cli.terminal import INTERRUPTED, Meter, counted, drained, interruptible, tell_export, tell_import
from store.formats.problems import Loss, Skipped
from store.transfer import ExportReport, ImportReport
from store.values import Progress


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_a_file_gets_a_line_a_tenth(capsys: pytest.CaptureFixture[str]) -> None:
    meter = Meter("Reading")
    for done in range(101):
        meter(Progress(done, 100, "a.jsonl"))
    meter.close()
    lines = capsys.readouterr().err.splitlines()
    assert len(lines) == 11
    assert (lines[0], lines[-1]) == ("Reading 0 %  a.jsonl", "Reading 100 %  a.jsonl")


def test_a_terminal_gets_one_line_that_goes_away(monkeypatch: pytest.MonkeyPatch) -> None:
    terminal = Terminal()
    monkeypatch.setattr("sys.stderr", terminal)
    monkeypatch.setattr("desktop.cli.terminal._INTERVAL", 0)
    drained("Reading", [Progress(1, 4, "langer Name"), Progress(2, 4, "kurz")])
    text = terminal.getvalue()
    assert "\n" not in text
    assert "Reading 25 %  langer Name" in text
    assert text.endswith("\r" + " " * len("Reading 50 %  kurz") + "\r")


def test_without_a_known_end_it_counts(capsys: pytest.CaptureFixture[str]) -> None:
    drained("Zones", [Progress(50, 0), Progress(100, 0)])
    assert capsys.readouterr().err.splitlines() == ["Zones 50"]


def press_ctrl_c(times: int, finished: list[str]) -> None:
    """What a command does while somebody presses Ctrl+C."""
    with interruptible() as cancelled:
        for _ in range(times):
            os.kill(os.getpid(), signal.SIGINT)
            assert cancelled.wait(5)
        finished.append("the slice under way")


def test_ctrl_c_is_an_event_and_then_the_exit_code(capsys: pytest.CaptureFixture[str]) -> None:
    before = signal.getsignal(signal.SIGINT)
    finished: list[str] = []
    with pytest.raises(typer.Exit) as caught:
        press_ctrl_c(1, finished)
    assert caught.value.exit_code == INTERRUPTED
    assert finished == ["the slice under way"]
    assert "is kept" in capsys.readouterr().err
    assert signal.getsignal(signal.SIGINT) is before


def test_what_begins_anew_does_not_promise_to_go_on(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(typer.Exit), interruptible(goes_on=False):
        os.kill(os.getpid(), signal.SIGINT)
    assert capsys.readouterr().err == "Stopped. Nothing was written.\n"


def test_a_second_ctrl_c_ends_at_once() -> None:
    finished: list[str] = []
    with pytest.raises(KeyboardInterrupt):
        press_ctrl_c(2, finished)
    assert finished == []


def test_what_a_report_only_counts_is_said(capsys: pytest.CaptureFixture[str]) -> None:
    skipped = (Skipped("a.jsonl", 1, "", "not_json"), Skipped("a.jsonl", 2, "", "not_json"))
    problems = {"not_json": 12_000, "duplicate": 70_000}
    tell_import(ImportReport(1, 3, 0, (), skipped, problems, {}, cancelled=False))
    lines = capsys.readouterr().out.splitlines()
    assert lines == [
        "3 articles imported, 70000 there already",
        "a.jsonl:1\tnot json",
        "a.jsonl:2\tnot json",
        "11998 more: not json",
    ]
    losses = (Loss("a1", 0, 4, "PER", "inside_token", "Köln"), Loss("a1", 0, 0, "eu", "topic_mark"))
    counts = {"inside_token": 501, "topic_mark": 1}
    tell_export(ExportReport((), 3, (), losses, counts, cancelled=False))
    assert capsys.readouterr().err.splitlines() == [
        "a1\t0-4\tPER\tinside token\tKöln",
        "a1\t0-0\teu\ttopic mark",
        "500 more: inside token",
    ]


def test_one_is_no_plural() -> None:
    assert [counted(n, "article") for n in (0, 1, 2)] == ["0 articles", "1 article", "2 articles"]
    assert [counted(n, "story", "stories") for n in (0, 1, 2)] == ["0 stories", "1 story", "2 stories"]
