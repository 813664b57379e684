"""Which keys carry out which action: those of the table, or others that the person chose."""

import re
from collections.abc import Iterator, Mapping
from functools import cached_property

from desktop.gui.actions import ACTIONS, Action, Scope
from desktop.gui.translating import native

Keymap = Mapping[tuple[Scope, str], str]
"""`(scope, key) -> id` of an action."""

ROWS: Mapping[str, Action] = {action.row: action for action in ACTIONS}

_HELD = ("Ctrl+", "Alt+", "Meta+")
_FUNCTION_KEY = re.compile(r"(Shift\+)?F\d+")


class Bindings:
    """`chosen` replaces the keys of rows, named as `Action.row` does; what names no row is left out."""

    def __init__(self, chosen: Mapping[str, tuple[str, ...]] | None = None) -> None:
        known = {row: tuple(keys) for row, keys in (chosen or {}).items() if row in ROWS}
        self.chosen = {row: keys for row, keys in known.items() if keys != ROWS[row].keys}

    def keys(self, action: Action) -> tuple[str, ...]:
        """The keys of one row of the table."""
        return self.chosen.get(action.row, action.keys)

    def of(self, action_id: str) -> tuple[str, ...]:
        """The keys of an action in all scopes it stands in, the one to be shown first."""
        found = [key for action in ACTIONS if action.id == action_id for key in self.keys(action)]
        return tuple(dict.fromkeys(found))

    def first(self, action_id: str) -> str:
        """The key to show beside an action, "" for none."""
        return next(iter(self.of(action_id)), "")

    def native(self, action_id: str) -> str:
        """The key to show, as platform and language write it."""
        return native(self.first(action_id))

    @cached_property
    def keymap(self) -> Keymap:
        """What each key does; where two actions of a scope claim one, the first of the table has it."""
        return {(action.scope, key): action.id for action in reversed(ACTIONS) for key in self.keys(action)}

    def with_keys(self, action: Action, keys: tuple[str, ...]) -> "Bindings":
        """The same, with these keys for one row."""
        return Bindings(self.chosen | {action.row: tuple(dict.fromkeys(keys))})

    def claimants(self, action: Action, key: str) -> list[Action]:
        """Other actions that have `key` where `action` would need it.

        A key of the window is taken in every scope and needs all of them; those of a stance in hand only
        stand before those of the article, as they are meant to.
        """
        return [
            other
            for other in ACTIONS
            if other is not action and key in self.keys(other) and _meet(action.scope, other.scope)
        ]

    def clashes(self) -> Iterator[tuple[Action, str, Action]]:
        """Pairs of actions that claim one key, each pair once."""
        for number, action in enumerate(ACTIONS):
            for key in self.keys(action):
                for other in self.claimants(action, key):
                    if ACTIONS.index(other) > number:
                        yield action, key, other


class KeyNames(dict[str, str]):
    """What a sentence says of keys: the key of each action that it names."""

    def __init__(self, bindings: Bindings) -> None:
        super().__init__()
        self._bindings = bindings

    def __missing__(self, action_id: str) -> str:
        return self._bindings.native(action_id) or "–"


def is_bare(key: str) -> bool:
    """Whether it writes or moves in a text field: such keys are only ever the article's."""
    return not key.startswith(_HELD) and _FUNCTION_KEY.fullmatch(key) is None


def _meet(one: Scope, other: Scope) -> bool:
    return one == other or "window" in (one, other)
