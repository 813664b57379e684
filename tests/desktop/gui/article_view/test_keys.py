"""Key events of several keyboards and systems get the names that the grammar knows."""

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent

from desktop.gui.article_view.keys import Keyboard

NONE = Qt.KeyboardModifier.NoModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
CTRL = Qt.KeyboardModifier.ControlModifier
ALT = Qt.KeyboardModifier.AltModifier
EVDEV = dict(zip("1234567890", range(2, 12), strict=True)) | {
    letter: code
    for row, first in (("QWERTYUIOP", 16), ("ASDFGHJKL", 30), ("ZXCVBNM", 44))
    for code, letter in enumerate(row, first)
}


def event(
    text: str,
    *,
    key: int | None = None,
    modifiers: Qt.KeyboardModifier = NONE,
    scan: int = 0,
    virtual: int = 0,
) -> QKeyEvent:
    code = key if key is not None else ord(text.upper()[0])
    return QKeyEvent(QEvent.Type.KeyPress, code, modifiers, scan, virtual, 0, text)


def x11(place: str) -> int:
    """The scan code that X11 and Wayland give for a key of the US keyboard."""
    return EVDEV[place] + 8


@pytest.fixture
def keyboard() -> Keyboard:
    return Keyboard("xcb")


@pytest.mark.parametrize(
    ("key", "modifiers", "name"),
    [
        (Qt.Key.Key_Tab, NONE, "Tab"),
        (Qt.Key.Key_Backtab, SHIFT, "Shift+Tab"),
        (Qt.Key.Key_Return, NONE, "Enter"),
        (Qt.Key.Key_Enter, Qt.KeyboardModifier.KeypadModifier, "Enter"),
        (Qt.Key.Key_Return, CTRL, "Ctrl+Enter"),
        (Qt.Key.Key_Left, CTRL | SHIFT, "Ctrl+Shift+Left"),
        (Qt.Key.Key_PageUp, CTRL, "Ctrl+PgUp"),
        (Qt.Key.Key_Space, SHIFT, "Shift+Space"),
        (Qt.Key.Key_Escape, NONE, "Esc"),
        (Qt.Key.Key_F6, SHIFT, "Shift+F6"),
        (Qt.Key.Key_Shift, SHIFT, ""),
        (Qt.Key.Key_Control, CTRL, ""),
    ],
)
def test_keys_that_write_nothing_have_their_names(
    keyboard: Keyboard, key: Qt.Key, modifiers: Qt.KeyboardModifier, name: str
) -> None:
    assert keyboard.name(event("", key=key.value, modifiers=modifiers)) == name


@pytest.mark.parametrize("scanned", [True, False])
def test_an_american_keyboard_writes_what_is_on_it(keyboard: Keyboard, scanned: bool) -> None:
    for character in "1234567890QWERTYUIOPASDFGHJKLZXCVBNM":
        scan = x11(character) if scanned else 0
        assert keyboard.name(event(character.lower(), scan=scan)) == character
    assert keyboard.name(event("F", modifiers=SHIFT)) == "Shift+F"
    assert keyboard.name(event("/", scan=61)) == "/"
    assert keyboard.name(event("-", scan=20)) == "-"


def test_capitals_without_shift_are_letters(keyboard: Keyboard) -> None:
    assert keyboard.name(event("F")) == "F"


def test_a_german_seven_with_shift_stays_a_slash(keyboard: Keyboard) -> None:
    assert keyboard.name(event("/", modifiers=SHIFT, scan=x11("7"))) == "/"
    assert keyboard.name(event("?", modifiers=SHIFT, scan=20)) == "?"
    assert keyboard.name(event("z", scan=x11("Y"))) == "Z"
    assert keyboard.name(event("ö", scan=47)) == "Ö"


def test_the_french_top_row_counts_by_position(keyboard: Keyboard) -> None:
    for written, digit in zip("&é\"'(-è_çà", "1234567890", strict=True):
        assert keyboard.name(event(written, scan=x11(digit))) == digit
        assert keyboard.name(event(digit, modifiers=SHIFT, scan=x11(digit))) == digit
    assert keyboard.name(event("a", scan=x11("Q"))) == "A"


def test_without_scan_codes_the_french_row_is_known_by_what_it_writes(keyboard: Keyboard) -> None:
    for written, digit in zip('&é"(è_ç', "1235789", strict=True):
        assert keyboard.name(event(written)) == digit
    # These two are bare keys elsewhere: a hyphen must not label anything.
    assert keyboard.name(event("-")) == "-"
    assert keyboard.name(event("'")) == "'"


@pytest.mark.parametrize("scanned", [True, False])
@pytest.mark.parametrize(
    ("layout", "written"),
    [
        ("russian", "йцукенгшщзфывапролдячсмить"),
        ("ukrainian", "йцукенгшщзфівапролдячсмить"),
        ("greek", " ςερτυθιοπασδφγηξκλζχψωβνμ"),
        ("korean", "ㅂㅈㄷㄱㅅㅛㅕㅑㅐㅔㅁㄴㅇㄹㅎㅗㅓㅏㅣㅋㅌㅊㅍㅠㅜㅡ"),
        ("arabic", "ضصثقفغعهخحشسيبلاتنمئءؤر ىة"),
        ("thai", "ๆไำพะัีรนยฟหกดเ้่าสผปแอิืท"),
    ],
)
def test_letters_of_other_scripts_count_by_their_place(
    keyboard: Keyboard, layout: str, written: str, scanned: bool
) -> None:
    for character, place in zip(written, "QWERTYUIOPASDFGHJKLZXCVBNM", strict=True):
        if character != " ":
            scan = x11(place) if scanned else 0
            assert keyboard.name(event(character, scan=scan)) == place, (layout, character)


def test_a_russian_capital_is_a_letter_with_shift(keyboard: Keyboard) -> None:
    assert keyboard.name(event("А", modifiers=SHIFT, scan=x11("F"))) == "Shift+F"


def test_hebrew_has_signs_where_two_letters_are(keyboard: Keyboard) -> None:
    assert keyboard.name(event("/", scan=x11("Q"))) == "/"
    assert keyboard.name(event("ש", scan=x11("A"))) == "A"
    assert keyboard.name(event("/", scan=x11("Q"))) == "Q"
    assert keyboard.name(event("'", scan=x11("W"))) == "W"
    assert keyboard.name(event("f", scan=x11("F"))) == "F"
    assert keyboard.name(event("'", scan=x11("W"))) == "'"


def test_digits_of_other_scripts_and_of_the_keypad_are_digits(keyboard: Keyboard) -> None:
    assert keyboard.name(event("٣")) == "3"
    assert keyboard.name(event("7", modifiers=Qt.KeyboardModifier.KeypadModifier, scan=79)) == "7"


def test_with_ctrl_a_key_counts_by_its_code_or_its_place(keyboard: Keyboard) -> None:
    assert keyboard.name(event("\x0c", key=Qt.Key.Key_L.value, modifiers=CTRL)) == "Ctrl+L"
    assert keyboard.name(event("", key=0x0414, modifiers=CTRL, scan=x11("L"))) == "Ctrl+L"
    assert keyboard.name(event("", key=0x0414, modifiers=CTRL)) == "Ctrl+L"
    assert keyboard.name(event("+", key=Qt.Key.Key_Plus.value, modifiers=CTRL | SHIFT)) == "Ctrl++"


def test_alt_gr_is_never_a_bare_key(keyboard: Keyboard) -> None:
    assert keyboard.name(event("2", modifiers=CTRL | ALT, key=Qt.Key.Key_2.value)) == "Ctrl+Alt+2"


def test_a_turkish_i_without_a_dot_is_an_i(keyboard: Keyboard) -> None:
    assert keyboard.name(event("ı", scan=x11("I"))) == "I"


def test_windows_and_mac_count_places_in_their_own_way() -> None:
    windows, mac = Keyboard("windows"), Keyboard("cocoa")
    assert windows.name(event("é", scan=EVDEV["2"])) == "2"
    assert windows.name(event("ф", scan=EVDEV["A"])) == "A"
    assert mac.name(event("é", scan=1, virtual=19)) == "2"
    assert mac.name(event("ф", scan=1, virtual=0)) == "A"
