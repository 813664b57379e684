"""Letters over the page: for jumps, for words of evidence and cue, and for targets of the stance in hand."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from desktop.gui.article_view import fields, statements, taking, varying
from desktop.gui.article_view.aiming import aims
from desktop.gui.article_view.hand import HalfMade, MadeStance
from desktop.gui.article_view.hints import Hint, Hints

if TYPE_CHECKING:
    from desktop.gui.article_view.player import Player


class Letters(QObject):
    """`hints` wait for bare letters; `aims` stand beside a stance and are taken with Shift and letters.

    `hinted` and `aimed` carry what is shown now, None for nothing.
    """

    hinted = Signal(object)
    aimed = Signal(object)

    def __init__(self, player: "Player") -> None:
        super().__init__(player)
        self._player = player
        self.hints: Hints | None = None
        self.aims: Hints | None = None

    def hint(self, hints: Hints | None) -> None:
        """Shows letters to choose by, or none."""
        if hints != self.hints:
            self.hints = hints
            self.hinted.emit(hints)

    def choose(self, key: str) -> None:
        """A key while letters are shown: takes their place, or does nothing but leave."""
        player, asked = self._player, self.hints
        if asked is None or player.scene is None:
            return
        found = asked.after(key.removeprefix("Shift+"))
        self.hint(found if isinstance(found, Hints) else None)
        if not isinstance(found, Hint):
            return
        if asked.purpose == "jump":
            scene, hand = player.scene, taking.put_down(player.hand)
            word = varying.select(scene, hand, found.start, found.end)
            player.put(taking.chosen(hand, found.mark) if found.mark else word)
        else:
            player.apply(fields.picked(player.scene, player.hand, asked, found))

    @property
    def is_aiming(self) -> bool:
        """Whether Shift and a letter mean a target now."""
        statement = self._player.hand.statement
        return isinstance(statement, MadeStance) or (isinstance(statement, HalfMade) and statement.is_ready)

    def follow(self, *, again: bool = False) -> None:
        """Shows letters for what the stance in hand could be toward; `again`: also where it has a target."""
        scene, hand = self._player.scene, self._player.hand
        self._aim(aims(scene, hand, all_stances=again) if scene is not None else None)

    def put_away(self) -> None:
        """Shows no letters."""
        self.hint(None)
        self._aim(None)

    def aims_at(self, key: str) -> bool:
        """Shift and a letter while a stance is in hand: the target, or the first of its letters."""
        scene, letter = self._player.scene, key.removeprefix("Shift+")
        if letter == key or len(letter) != 1 or scene is None or not self.is_aiming:
            return False
        shown = self.aims or aims(scene, self._player.hand, all_stances=True)
        found = shown.after(letter) if shown is not None else None
        if isinstance(found, Hint):
            self.take(found)
        elif found is not None:
            self._aim(found)
        else:
            self.follow()
            self._player.noticed.emit("no_target_on_letter")
        return True

    def take(self, hint: Hint) -> None:
        """A candidate is the target."""
        if self._player.scene is not None:
            self._player.apply(statements.aimed(self._player.scene, self._player.hand, hint))

    def _aim(self, found: Hints | None) -> None:
        if found != self.aims:
            self.aims = found
            self.aimed.emit(found)
