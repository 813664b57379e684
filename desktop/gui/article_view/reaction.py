"""What an action does: the hand after it, and at most one command to ask for."""

from msgspec import Struct

from desktop.gui.article_view.hand import Hand
from desktop.gui.article_view.hints import Hints
from desktop.gui.commands import Command


class Reaction(Struct, frozen=True):
    """`notice` is a code for the status line, `navigated` a place the window should go to or open.

    `hints`: letters are shown next, and one of them is awaited. `again`: once the command is committed, the
    same action is to be done again, with what is in hand then.
    """

    hand: Hand
    asked: Command | None = None
    notice: str | None = None
    navigated: str | None = None
    again: bool = False
    hints: Hints | None = None


class Screen(Struct, frozen=True):
    """What the person has had before their eyes since the article was opened.

    `seen` are ids of suggestions; `whole`: all of the article was on screen.
    """

    seen: frozenset[int] = frozenset()
    whole: bool = False


NOTHING_SEEN = Screen()
