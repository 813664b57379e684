"""What the palette offers by name: every action with its key, and every label."""

from collections.abc import Collection, Sequence

from PySide6.QtCore import QCoreApplication

from desktop.gui.actions import ACTIONS, Group
from desktop.gui.bindings import Bindings
from desktop.gui.dialogs.palette import Choice
from desktop.gui.menus import HIDDEN
from desktop.gui.translating import worded
from store.values import Label

FIRST: tuple[Group, ...] = ("decide", "label", "stance", "article", "window", "project", "move", "select")
DIGITS = ("digit_", "topic_")
"""Offered by what they stand for, not by their number."""


def everything(bindings: Bindings, enabled: Collection[str], *, has_article: bool) -> list[Choice]:
    """All actions that can be done now: those of the menus that are `enabled`, in the order of `FIRST`, and
    last the movements, which stand in none.
    """
    found = {
        row.id: Choice(row.id, row.said, bindings.native(row.id))
        for row in reversed(ACTIONS)
        if row.id != "palette"
        and not row.id.startswith(DIGITS)
        and (row.id in enabled or (has_article and row.id.startswith(HIDDEN)))
    }
    place = {row.id: FIRST.index(row.group) for row in ACTIONS}
    in_order = list(reversed(found.values()))
    return sorted(in_order, key=lambda it: (it.id.startswith(HIDDEN), place[it.id]))


def labels(offered: Sequence[Label], bindings: Bindings, *, language: str) -> list[Choice]:
    """Every label as something to give, with the key of its digit."""
    words = QCoreApplication.translate("Action", "Label: {name} ({code})")
    return [
        Choice(
            f"label_{label.code}",
            words.format(name=worded(label.name, language) or label.code, code=label.code),
            bindings.native(f"digit_{label.key}") if label.key else "",
        )
        for label in offered
    ]
