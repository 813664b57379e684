"""Somebody who reads the program by ear: finds things by role and name, and goes everywhere by keys."""

from collections.abc import Callable, Iterator
from typing import Any

from tests.screen_reader.bus import Bus, Node, Refused

OPERATED = {
    "button menu", "check box", "combo box", "list", "list item", "menu item", "page tab",
    "page tab list", "push button", "radio button", "slider", "spin button", "table", "table cell",
    "text", "toggle button", "tree", "tree item",
}  # fmt: skip
"""Roles of what can be operated. Those of other things say nothing of what can be done with them."""
PLAIN = {"filler", "panel", "unknown", "invalid", "layered pane"}
PALETTE = "What do you want to do?"


class Reader:
    """Reads the one program on a bus."""

    def __init__(self, bus: Bus) -> None:
        self.bus = bus
        self.program: Node = bus.until(bus.applications)[0]
        self.article: Node = self.found("text", "Article")

    def found(self, role: str, name: str) -> Node:
        """What has that role and name, once it is on the screen."""
        return self.until(lambda: self.program.find(role, name), f"{role} “{name}”")

    def until(self, ask: Callable[[], Any], what: str) -> Any:
        """What `ask` says as soon as it says something."""
        return self.bus.until(ask, what)

    def hears(self, words: str) -> None:
        """Waits until that is announced."""
        self.until(lambda: words in self.bus.said, f"announced: {words}")
        self.bus.said.clear()

    def opens(self, action: str) -> Node:
        """The dialog or window that an action of the palette opens."""
        here, field = self.bus.focused, self.opens_palette()
        self.bus.press(*("Space" if letter == " " else letter for letter in action))
        self.until(lambda: field.text == action, f"“{action}” in the palette")
        self.bus.press("Enter")

        def is_elsewhere(it: Node) -> bool:
            return it not in (field, here) and it.window != self.article.window

        return self.until(lambda: self._focus(is_elsewhere), f"a window for “{action}”").window

    def opens_palette(self) -> Node:
        """The field of the palette."""
        self.bus.press("Ctrl+K")
        return self.until(lambda: self._focus(lambda it: it.name == PALETTE), "the palette")

    def leaves(self, window: Node) -> None:
        """Closes a dialog by Escape, back to the article."""
        self.bus.press("Esc")
        self.until(lambda: not window.is_shown, "the dialog's end")
        self.article.focus()
        self.until(lambda: self.bus.focused == self.article, "the article")

    def _focus(self, fits: Callable[[Node], bool]) -> Node | None:
        return self.bus.focused if self.bus.focused is not None and fits(self.bus.focused) else None


def unspoken(window: Node) -> list[str]:
    """What of a window can be operated, and has no name or no role that says how."""
    return [f"{it.role} in {it.window.name}" for it in _operated(window) if not _is_said(it)]


def _operated(window: Node) -> Iterator[Node]:
    for it in window.walk():
        try:
            if "focusable" in it.states or it.role in OPERATED:
                yield it
        except Refused:
            continue  # it went while we looked


def _is_said(it: Node) -> bool:
    words = it.label if it.role == "combo box" else it.name
    # A tab widget takes the focus only in order to hand it to its tabs.
    return bool(words.strip()) and (it.role not in PLAIN or _is_tab_widget(it))


def _is_tab_widget(it: Node) -> bool:
    return any(child.role == "page tab list" for child in it.children)
