"""The accessibility bus (AT-SPI 2) as a screen reader uses it: the tree, the texts, the events, the keys.

The interfaces are described by the XML files of at-spi2-core.
"""

import time
from collections import deque
from collections.abc import Callable, Iterator
from typing import Any, NamedTuple, Self

from jeepney import DBusAddress, HeaderFields, MatchRule, Message, MessageType, message_bus, new_method_call
from jeepney.io.blocking import DBusConnection, open_dbus_connection

SPI = "org.a11y.atspi."
REGISTRY = "org.a11y.atspi.Registry"
ROOT = "/org/a11y/atspi/accessible/root"
PATIENCE = 30.0
"""Seconds that anything may take; nothing is measured by it."""

STATES = (
    "invalid", "active", "armed", "busy", "checked", "collapsed", "defunct", "editable", "enabled",
    "expandable", "expanded", "focusable", "focused", "has tooltip", "horizontal", "iconified", "modal",
    "multi line", "multiselectable", "opaque", "pressed", "resizable", "selectable", "selected",
    "sensitive", "showing", "single line", "stale", "transient", "vertical", "visible",
    "manages descendants", "indeterminate", "required", "truncated", "animated", "invalid entry",
    "supports autocompletion", "selectable text", "default", "visited", "checkable", "has popup",
    "read only",
)  # fmt: skip
"""AtspiStateType, in its order."""

KEYS = {
    "Tab": 0xFF09,
    "Enter": 0xFF0D,
    "Esc": 0xFF1B,
    "Home": 0xFF50,
    "Right": 0xFF53,
    "Down": 0xFF54,
    "PgUp": 0xFF55,
    "PgDown": 0xFF56,
    "Space": 0x20,
}
"""Key symbols of X11; those of letters and digits are their code points."""
HELD = {"Ctrl": 37, "Shift": 50, "Alt": 64}
"""Key codes of what is held, as every Linux keyboard has them."""
LABELLED_BY = 2
"""ATSPI_RELATION_LABELLED_BY"""
DOWN, UP, SYMBOL = 0, 1, 3
"""How a key is pressed: by its code, or down and up by its symbol."""


class Refused(Exception):
    """The program answered with an error: most often the thing is gone."""


class Bus:
    """A connection to the bus, as a screen reader has it; `prepare` is called before each key and look."""

    def __init__(self, session: str, prepare: Callable[[], None]) -> None:
        with open_dbus_connection(session) as connection:
            where = DBusAddress("/org/a11y/bus", "org.a11y.Bus", "org.a11y.Bus")
            (address,) = _answered(connection, new_method_call(where, "GetAddress"))
        self._connection = open_dbus_connection(address)
        self._prepare = prepare
        self._signals: deque[Message] = deque()
        self._filter = self._connection.filter(MatchRule(type="signal"), queue=self._signals)
        self.said: list[str] = []
        """What was announced."""
        self.focused: Node | None = None
        """What told last that it has the focus."""

    def __enter__(self) -> Self:
        self._filter.__enter__()
        self.send(message_bus.AddMatch(MatchRule(type="signal")))
        for kind in ("object:", "window:"):
            self._registry("/org/a11y/atspi/registry", "Registry", "RegisterEvent", "sass", (kind, [], ""))
        return self

    def __exit__(self, *_: object) -> None:
        self._filter.close()
        self._connection.close()

    def send(self, message: Message) -> tuple[Any, ...]:
        """The answer to a call; raises Refused."""
        return _answered(self._connection, message)

    def applications(self) -> list["Node"]:
        """The programs that can be read."""
        return Node(self, REGISTRY, ROOT).children

    def press(self, *keys: str) -> None:
        """Press keys one after another: "Tab", "Ctrl+K", "f"."""
        for key in keys:
            *held, last = key.split("+")
            self._prepare()
            for name in held:
                self._key(HELD[name], DOWN)
            self._key(KEYS.get(last) or ord(last.lower()), SYMBOL)
            for name in reversed(held):
                self._key(HELD[name], UP)

    def until(self, ask: Callable[[], Any], what: str = "an answer") -> Any:
        """What `ask` says as soon as it says something; what happens meanwhile is heard."""
        deadline = time.monotonic() + PATIENCE
        while time.monotonic() < deadline:
            self._prepare()
            self._listen(0.02)
            try:
                if found := ask():
                    return found
            except Refused:
                pass
        raise TimeoutError(f"{what} did not come; focus: {self.focused}; said: {self.said}")

    def _listen(self, seconds: float) -> None:
        """Takes in what has come, and what comes within that time."""
        try:
            while True:
                message = self._connection.recv_until_filtered(self._signals, timeout=seconds)
                self._take(message)
        except TimeoutError:
            pass

    def _take(self, message: Message) -> None:
        fields = message.header.fields
        match fields[HeaderFields.member], message.body:
            case "Announcement", (_, _, _, (_, words), *_):
                self.said.append(words)
            case "PropertyChange", ("accessible-description", _, _, (_, words), *_):
                self.said.append(words)  # as Orca does where it has the focus
            case "StateChanged", ("focused", 1, *_):
                self.focused = Node(self, fields[HeaderFields.sender], fields[HeaderFields.path])

    def _key(self, code: int, how: int) -> None:
        path = "/org/a11y/atspi/registry/deviceeventcontroller"
        self._registry(path, "DeviceEventController", "GenerateKeyboardEvent", "isu", (code, "", how))

    def _registry(
        self, path: str, interface: str, method: str, signature: str, body: tuple[Any, ...]
    ) -> None:
        where = DBusAddress(path, REGISTRY, SPI + interface)
        self.send(new_method_call(where, method, signature, body))


class Node(NamedTuple):
    """One thing of the tree: a window, a button, a row of a list. Asked anew each time."""

    bus: Bus
    service: str
    path: str

    @property
    def role(self) -> str:
        return self._ask("Accessible", "GetRoleName")

    @property
    def name(self) -> str:
        return self._property("Accessible", "Name")

    @property
    def description(self) -> str:
        return self._property("Accessible", "Description")

    @property
    def states(self) -> set[str]:
        low, high = self._ask("Accessible", "GetState")
        return {state for bit, state in enumerate(STATES) if (low | high << 32) >> bit & 1}

    @property
    def children(self) -> list["Node"]:
        return [Node(self.bus, *it) for it in self._ask("Accessible", "GetChildren")]

    @property
    def is_shown(self) -> bool:
        try:
            return "showing" in self.states
        except Refused:
            return False

    @property
    def label(self) -> str:
        """What the labels beside it say: Qt names a combo box by what is chosen in it."""
        relations = self._ask("Accessible", "GetRelationSet")
        labels = [Node(self.bus, *it) for kind, targets in relations if kind == LABELLED_BY for it in targets]
        return " ".join(it.name for it in labels)

    @property
    def window(self) -> "Node":
        """The window, dialog or list that it is part of. Qt lists none of those that pop up."""
        parent = Node(self.bus, *self._property("Accessible", "Parent"))
        return self if parent.path == ROOT else parent.window

    @property
    def text(self) -> str:
        return self._ask("Text", "GetText", "ii", (0, -1))

    @property
    def length(self) -> int:
        return self._property("Text", "CharacterCount")

    @property
    def caret(self) -> int:
        return self._property("Text", "CaretOffset")

    @property
    def selections(self) -> list[tuple[int, int]]:
        count = self._ask("Text", "GetNSelections")
        return [self.bus.send(self._call("Text", "GetSelection", "i", (n,))) for n in range(count)]

    def part(self, start: int, end: int) -> str:
        return self._ask("Text", "GetText", "ii", (start, end))

    def focus(self) -> None:
        self._ask("Component", "GrabFocus")

    def do(self, action: str) -> None:
        """What a screen reader does by itself, without keys: "Press"."""
        count = self._property("Action", "NActions")
        names = [self._ask("Action", "GetName", "i", (n,)) for n in range(count)]
        self._ask("Action", "DoAction", "i", (names.index(action),))

    def walk(self, *, hidden: bool = False) -> Iterator["Node"]:
        """This and everything in it that is on the screen, or also what is not."""
        try:
            if not hidden and "showing" not in self.states:
                return
            children = self.children
        except Refused:
            return
        yield self
        for child in children:
            yield from child.walk(hidden=hidden)

    def find(self, role: str, name: str) -> "Node | None":
        """The first one on the screen with that role and name."""
        return next((it for top in self.children for it in top.walk() if it._is(role, name)), None)

    def _is(self, role: str, name: str) -> bool:
        try:
            return self.name == name and self.role == role
        except Refused:
            return False

    def _ask(
        self, interface: str, method: str, signature: str | None = None, body: tuple[Any, ...] = ()
    ) -> Any:
        return self.bus.send(self._call(interface, method, signature, body))[0]

    def _property(self, interface: str, name: str) -> Any:
        where = DBusAddress(self.path, self.service, "org.freedesktop.DBus.Properties")
        ((_, value),) = self.bus.send(new_method_call(where, "Get", "ss", (SPI + interface, name)))
        return value

    def _call(self, interface: str, method: str, signature: str | None, body: tuple[Any, ...]) -> Message:
        return new_method_call(DBusAddress(self.path, self.service, SPI + interface), method, signature, body)


def _answered(connection: DBusConnection, message: Message) -> tuple[Any, ...]:
    reply = connection.send_and_get_reply(message, timeout=PATIENCE)
    if reply.header.message_type is MessageType.error:
        raise Refused(reply.header.fields[HeaderFields.error_name], *reply.body)
    return reply.body
