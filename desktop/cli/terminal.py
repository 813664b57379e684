"""How the command line speaks: results on stdout, progress and errors on stderr, Ctrl+C that ends cleanly."""

import os
import signal
import sys
import time
from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from threading import Event
from types import FrameType
from typing import TYPE_CHECKING

import typer

from store.values import Progress

if TYPE_CHECKING:  # the transfer package brings the database with it
    from store.transfer import ExportReport, ImportReport

INTERRUPTED = 130
"""Exit code after Ctrl+C (128 + SIGINT), as shells have it."""

_INTERVAL = 0.1
_TENTHS = 10


class Meter:
    """One quiet line of progress: rewritten in a terminal, a new one each tenth of the way where stderr is
    a file.
    """

    def __init__(self, name: str) -> None:
        self._name = name
        self._is_terminal = sys.stderr.isatty()
        self._shown_at = 0.0
        self._tenth = -1
        self._width = 0

    def __call__(self, progress: Progress) -> None:
        """Show it, unless the last one was shown a moment ago."""
        if not self._is_terminal:
            self._append(progress)
        elif time.monotonic() - self._shown_at >= _INTERVAL:
            self._shown_at = time.monotonic()
            self._rewrite(_line(self._name, progress))

    def close(self) -> None:
        """Take the line away."""
        if self._width:
            self._rewrite("")
            self._width = 0

    def _rewrite(self, line: str) -> None:
        sys.stderr.write(f"\r{line.ljust(self._width)}\r{line}")
        sys.stderr.flush()
        self._width = len(line)

    def _append(self, progress: Progress) -> None:
        tenth = progress.done * _TENTHS // progress.total if progress.total else 0
        if tenth > self._tenth:
            self._tenth = tenth
            typer.echo(_line(self._name, progress), err=True)


def _line(name: str, progress: Progress) -> str:
    share = f"{min(100, progress.done * 100 // progress.total)} %" if progress.total else str(progress.done)
    return f"{name} {share}  {progress.note}".rstrip()


@contextmanager
def metered(name: str) -> Iterator[Meter]:
    """A line of progress for as long as the block runs."""
    meter = Meter(name)
    try:
        yield meter
    finally:
        meter.close()


def drained(name: str, steps: Iterable[Progress]) -> None:
    """Carry out long work, and show how far it is."""
    with metered(name) as meter:
        for step in steps:
            meter(step)


@contextmanager
def interruptible(*, goes_on: bool = True) -> Iterator[Event]:
    """An event that Ctrl+C sets, so that what is under way ends between two articles; a second Ctrl+C ends
    at once.

    If it was set, the command ends with code 130, and says that nothing that was finished is lost, or (not
    `goes_on`) that it begins anew the next time.
    """
    cancelled = Event()

    def stop(_number: int, _frame: FrameType | None) -> None:
        cancelled.set()
        signal.signal(signal.SIGINT, signal.default_int_handler)

    before = signal.signal(signal.SIGINT, stop)
    try:
        yield cancelled
    finally:
        signal.signal(signal.SIGINT, before)
    if cancelled.is_set():
        kept = "What was finished is kept; the same command goes on from there."
        typer.echo(f"Stopped. {kept if goes_on else 'Nothing was written.'}", err=True)
        raise typer.Exit(INTERRUPTED)


def counted(count: int, noun: str, nouns: str = "") -> str:
    """How many, with the word for one or for several of them: "1 article", "2 articles", "0 stories"."""
    return f"{count} {noun if count == 1 else nouns or f'{noun}s'}"


def leave_quietly() -> None:
    """After the reader of stdout has gone: nothing more is written, not even by the last flush."""
    with suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def tell_import(report: "ImportReport") -> None:
    """What came in, and one line for each thing that did not. Duplicates are only counted."""
    typer.echo(f"{counted(report.added, 'article')} imported, {report.duplicates} there already")
    if report.sets_added:
        typer.echo(f"{counted(report.sets_added, 'annotation set')} added to articles that were there")
    if report.new_labels:
        typer.echo(f"new labels: {', '.join(report.new_labels)}")
    for name, encoding in report.encodings.items():
        typer.echo(f"{name}\t{encoding}")
    for item in report.skipped:
        if item.reason != "duplicate":
            place = f"{item.path}:{item.line}" if item.line else item.path
            typer.echo(
                "\t".join(filter(None, (place, item.field, item.reason.replace("_", " "), item.detail)))
            )
    _tell_more(Counter(item.reason for item in report.skipped), report.problems, err=False)


def tell_export(report: "ExportReport") -> None:
    """What was written; what the format could not hold goes to stderr."""
    typer.echo(f"{counted(report.articles, 'article')} exported")
    for path in report.files:
        typer.echo(str(path))
    if report.cannot_hold:
        words = ", ".join(feature.replace("_", " ") for feature in report.cannot_hold)
        typer.echo(f"the format cannot hold: {words}", err=True)
    for loss in report.losses:
        said = (loss.article, f"{loss.start}-{loss.end}", loss.what, loss.kind.replace("_", " "), loss.words)
        typer.echo("\t".join(said).rstrip("\t"), err=True)
    _tell_more(Counter(loss.kind for loss in report.losses), report.lost, err=True)


def _tell_more(listed: Counter[str], counts: dict[str, int], *, err: bool) -> None:
    """What a report only counts, since it would be longer than anybody reads."""
    for kind, count in counts.items():
        if count > listed[kind] and kind != "duplicate":
            typer.echo(f"{count - listed[kind]} more: {kind.replace('_', ' ')}", err=err)
