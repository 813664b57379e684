"""The program's one entrance: the window, the command line, the model worker, or a child with long work."""

import os
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path


def main(argv: Sequence[str] | None = None) -> int:
    """Nothing, `--sample` or a project: the window; `--worker`: the model worker; else the command line."""
    arguments = list(sys.argv[1:] if argv is None else argv)
    if arguments[:1] == ["--worker"]:
        from desktop.nlp.worker import main as work

        return work()
    if arguments[:1] == ["--errand"]:
        from desktop.work.errand_process import main as carry_out

        return carry_out()
    if not arguments or arguments == ["--sample"] or _is_project(arguments):
        from desktop.gui.app import main as show

        return show(arguments)
    from desktop.cli.app import Outside
    from desktop.cli.app import main as run

    return run(arguments, Outside(screenshot=_screenshot, portraits=_portraits))


def _is_project(arguments: list[str]) -> bool:
    """One word that is a file, or is called like one; a command's name is neither."""
    if len(arguments) != 1 or arguments[0].startswith("-"):
        return False
    from store.addresses import is_server

    word = arguments[0]
    return word.endswith(".lesart") or is_server(word) or Path(word).is_file()


def _screenshot(store: Path, picture: Path) -> None:
    """Paint the window on a project, on no display; without Qt there is no picture."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    try:
        from desktop.gui.app import render_screenshot
    except ImportError:
        return
    render_screenshot(store, picture)


def _portraits(store: Path) -> Mapping[str, bool]:
    """Paint every kind of window on a project, on no display; without Qt there is none."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    try:
        from desktop.gui.portraits import painted
    except ImportError:
        return {"Qt": False}
    return painted(store)


if __name__ == "__main__":
    sys.exit(main())
