"""Files of an open project are left alone by file dialogs.

Qt's own dialogs read what a file is from its content where its ending tells nobody. On Unix a process that
closes a file loses all its locks on it, also those that SQLite holds through another handle
(https://www.sqlite.org/howtocorrupt.html, 2.2): whoever looked into a project's folder had the open project
without locks, and the next program that closed it took the journal away from under the window.
"""

import os

from desktop.gui.paths import RESOURCES

_DIRS = "XDG_DATA_DIRS"
_USUAL = "/usr/local/share:/usr/share"
"""Of the XDG Base Directory Specification."""


def make_known() -> None:
    """Let Qt know the endings of a project's files (`resources/mime`); before it is asked for any."""
    known = (os.environ.get(_DIRS) or _USUAL).split(":")
    if str(RESOURCES) not in known:
        os.environ[_DIRS] = ":".join([*known, str(RESOURCES)])
