"""An X server for a program in the bare system, and a person in front of it: windows, keys, pictures."""

import os
import subprocess
import time
from collections.abc import Callable
from contextlib import ExitStack
from pathlib import Path
from typing import Self

from bare_system import RESULTS, TREE, user_command
from project import run
from x_server import x_server

SOCKETS = Path("/tmp/.X11-unix")  # noqa: S108  # where X11 has them

PATIENCE = 60.0
"""Seconds that anything may take."""

AGAIN = 5.0
"""Seconds after which keys are pressed again."""


class Display:
    """An X server for the program in the tree; outside of it, so that nothing helps the program there."""

    def __enter__(self) -> Self:
        with ExitStack() as stack:
            self._name = stack.enter_context(x_server())
            sockets = TREE / SOCKETS.relative_to("/")
            sockets.mkdir()
            stack.callback(sockets.rmdir)
            run(["mount", "--bind", SOCKETS, sockets])
            stack.callback(run, ["umount", sockets])
            self._open = stack.pop_all()
        return self

    def __exit__(self, *_: object) -> None:
        self._open.close()

    def opened(self, project: str) -> "Window":
        """The program with a project, once its window is there."""
        before = self._windows()
        program = subprocess.Popen(user_command("lesart", project, network=False, DISPLAY=self._name))
        wait("the window", lambda: bool(self._windows() - before))
        (number,) = self._windows() - before
        return Window(self, program, number)

    def picture(self, name: str) -> None:
        """What is on the screen, in the results."""
        run(["import", "-window", "root", RESULTS / name], DISPLAY=self._name)

    def do(self, *words: str) -> str:
        """What xdotool says to that."""
        command = ["xdotool", *words]
        environment = {**os.environ, "DISPLAY": self._name}
        return subprocess.run(command, check=False, env=environment, capture_output=True, text=True).stdout

    def _windows(self) -> set[str]:
        return set(self.do("search", "--onlyvisible", "--name", "Lesart").split())


class Window:
    """One running program with a window."""

    def __init__(self, display: Display, program: subprocess.Popen[bytes], number: str) -> None:
        self._display, self._program, self._number = display, program, number

    def keys(self, *keys: str) -> None:
        """Press keys one after another, as a quick typist does; no window manager gives the focus."""
        self._display.do("windowfocus", "--sync", self._number, "key", "--delay", "120", *keys)

    def keys_until(self, what: str, is_there: Callable[[], bool], *keys: str) -> None:
        """Press keys, and again where nothing came of it: the article was not there yet."""

        def pressed() -> bool:
            self.keys(*keys)
            deadline = time.monotonic() + AGAIN
            while not is_there() and time.monotonic() < deadline:
                time.sleep(0.05)
            return is_there()

        wait(what, pressed)

    def title(self) -> str:
        """What stands above the window."""
        return self._display.do("getwindowname", self._number)

    def close(self) -> int:
        """Close it by its key; returns the exit code of the program."""
        self.keys("ctrl+q")
        return self._program.wait(PATIENCE)


def wait(what: str, is_there: Callable[[], bool]) -> None:
    deadline = time.monotonic() + PATIENCE
    while not is_there():
        if time.monotonic() > deadline:
            raise TimeoutError(f"{what} did not come")
        time.sleep(0.05)
