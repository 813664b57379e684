"""Key events as names that do not depend on the keyboard layout: "1", "F", "Shift+Tab", "Ctrl+Left".

Digits count by position when the top row is pressed bare (French: & é " are 1 2 3), and wherever a key gives
a digit. Letters count by what they write; on layouts without Latin letters by their place on a US keyboard.
What Shift makes of a symbol key is its name ("/" on a German 7).
"""

from unicodedata import decimal, name

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

_Key = Qt.Key
_NAMED: dict[int, str] = {
    _Key.Key_Tab: "Tab",
    _Key.Key_Backtab: "Tab",
    _Key.Key_Return: "Enter",
    _Key.Key_Enter: "Enter",
    _Key.Key_Escape: "Esc",
    _Key.Key_Space: "Space",
    _Key.Key_Delete: "Delete",
    _Key.Key_Backspace: "Backspace",
    _Key.Key_Left: "Left",
    _Key.Key_Right: "Right",
    _Key.Key_Up: "Up",
    _Key.Key_Down: "Down",
    _Key.Key_Home: "Home",
    _Key.Key_End: "End",
    _Key.Key_PageUp: "PgUp",
    _Key.Key_PageDown: "PgDown",
    **{_Key(_Key.Key_F1.value + n): f"F{n + 1}" for n in range(12)},
}

_LETTERS = "QWERTYUIOPASDFGHJKLZXCVBNM"
_SET_1 = dict(
    zip([*range(2, 12), *range(16, 26), *range(30, 39), *range(44, 51)], "1234567890" + _LETTERS, strict=True)
)
"""Scan code -> US key: PC set 1, which Windows gives; Linux's evdev codes are the same, X11's 8 higher."""

_MAC = dict(
    zip(
        [
            *(18, 19, 20, 21, 23, 22, 26, 28, 25, 29),
            *(12, 13, 14, 15, 17, 16, 32, 34, 31, 35),
            *(0, 1, 2, 3, 5, 4, 38, 40, 37, 6, 7, 8, 9, 11, 45, 46),
        ],
        "1234567890" + _LETTERS,
        strict=True,
    )
)
"""macOS virtual key codes (kVK_ANSI_*) -> US key."""

_FRENCH_ROW = dict(zip('&é"(è_çà', "12357890", strict=True))
"""Without scan codes; ' and - (4 and 6) are bare keys on other layouts too and need their place."""

_LAYOUTS = (
    "йцукенгшщзфывапролдячсмить",
    "йцукенгшщзфівапролдячсмить",
    ";ςερτυθιοπασδφγηξκλζχψωβνμ",
    "/'קראטוןםפשדגכעיחלךזסבהנמצ",
    "ضصثقفغعهخحشسيبلاتنمئءؤر ىة",
    "ضصثقفغعهخحشسیبلاتنمظطزرذدپ",
    "ㅂㅈㄷㄱㅅㅛㅕㅑㅐㅔㅁㄴㅇㄹㅎㅗㅓㅏㅣㅋㅌㅊㅍㅠㅜㅡ",
    "ๆไำพะัีรนยฟหกดเ้่าสผปแอิืท",
)
"""Russian, Ukrainian, Greek, Hebrew, Arabic, Persian, Korean, Thai, in the order of `_LETTERS`."""

_BY_TEXT = {
    written: letter
    for layout in reversed(_LAYOUTS)
    for written, letter in zip(layout, _LETTERS, strict=True)
    if ord(written) > 127
} | {"لا": "B"}
"""What stands in for the place where the system gives no scan codes."""


class Keyboard:
    """Names key events. Remembers whether the last letter was Latin: Hebrew has / and ' where Q and W are."""

    def __init__(self, platform: str) -> None:
        """`platform` as `QGuiApplication.platformName()` says it."""
        self._is_mac = platform == "cocoa"
        self._scan_offset = 0 if platform == "windows" else 8
        self._is_latin = True

    def name(self, event: QKeyEvent) -> str:
        """The name of a pressed key, empty for a modifier alone and for what writes nothing."""
        modifiers = event.modifiers()
        shift = bool(modifiers & Qt.KeyboardModifier.ShiftModifier)
        named = _NAMED.get(event.key())
        if named is None and modifiers & (
            Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.MetaModifier
        ):
            base = self._with_control(event)
        else:
            base = named or self._written(event, bare=not shift)
        if not base:
            return ""
        counts_shift = shift and (named is not None or base.isalpha())
        return "".join(
            (
                "Ctrl+" if modifiers & Qt.KeyboardModifier.ControlModifier else "",
                "Alt+" if modifiers & Qt.KeyboardModifier.AltModifier else "",
                "Meta+" if modifiers & Qt.KeyboardModifier.MetaModifier else "",
                "Shift+" if counts_shift else "",
                base,
            )
        )

    def _written(self, event: QKeyEvent, *, bare: bool) -> str:
        text, place = event.text(), self._place(event)
        found = _digit(text, place, bare=bare) or self._letter(text, place)
        return found or (text.upper() if text.isprintable() else "")

    def _letter(self, text: str, place: str) -> str:
        if _is_latin_letter(text):
            self._is_latin = True
            return text.upper()
        if text in _BY_TEXT or (text[:1].isalpha() and not _is_latin_script(text[0])):
            self._is_latin = False
            return place if place.isalpha() else _BY_TEXT.get(text.lower(), "")
        return place if place.isalpha() and not self._is_latin else ""

    def _with_control(self, event: QKeyEvent) -> str:
        """With Ctrl a key writes nothing, so its code counts, and where that is no ASCII its place."""
        key, place = event.key(), self._place(event)
        if ord("!") <= key <= ord("~"):
            return chr(key)
        return place or _BY_TEXT.get(chr(key).lower() if 0 < key <= 0x10FFFF else "", "")

    def _place(self, event: QKeyEvent) -> str:
        """What the key is on a US keyboard; empty where the system does not say."""
        if not event.nativeScanCode():
            return ""
        if self._is_mac:
            return _MAC.get(event.nativeVirtualKey(), "")
        return _SET_1.get(event.nativeScanCode() - self._scan_offset, "")


def _digit(text: str, place: str, *, bare: bool) -> str:
    """The digit that is written, in any script; else that of the key's place in the top row, pressed bare."""
    value = decimal(text, None) if len(text) == 1 else None
    if value is not None:
        return str(value)
    if bare and place.isdigit():
        return place
    return _FRENCH_ROW.get(text, "") if bare and not place else ""


def _is_latin_letter(text: str) -> bool:
    """A to Z, also where capitals are other letters than elsewhere (the Turkish ı is an I)."""
    upper = text.upper()
    return len(upper) == 1 and "A" <= upper <= "Z"


def _is_latin_script(character: str) -> bool:
    return name(character, "").startswith("LATIN")
