"""The table of actions is complete, consistent, and keeps to the rules of the key grammar."""

import pytest
from PySide6.QtGui import QKeySequence

from desktop.gui.actions import ACTIONS, clashes, keymap, keys_of

DEFAULTS = [
    ("article", "Tab", "next"),
    ("article", "Shift+Tab", "previous"),
    ("article", "Left", "caret_left"),
    ("article", "Ctrl+Right", "caret_right_character"),
    ("article", "Shift+Up", "select_up"),
    ("article", "Enter", "accept"),
    ("article", "1", "digit_1"),
    ("article", "9", "digit_9"),
    ("article", "0", "mention"),
    ("article", "X", "remove"),
    ("article", "Delete", "remove"),
    ("statement", "X", "delete_stance"),
    ("article", "B", "edge_begin"),
    ("article", "E", "edge_end"),
    ("article", "O", "outer"),
    ("article", "Ctrl+L", "label_all"),
    ("article", "U", "unsure"),
    ("statement", "U", "stance_unsure"),
    ("article", "M", "note"),
    ("article", "W", "question"),
    ("article", "F", "stance_FAVOR"),
    ("article", "A", "stance_AGAINST"),
    ("article", "N", "stance_NEUTRAL"),
    ("article", "H", "holder"),
    ("half", "1", "topic_1"),
    ("statement", "9", "topic_9"),
    ("half", "T", "target"),
    ("statement", "T", "target"),
    ("half", "Space", "same_target"),
    ("half", "Tab", "next_candidate"),
    ("half", "Enter", "take_candidate"),
    ("article", "Esc", "back"),
    ("statement", "V", "evidence"),
    ("statement", "C", "cue"),
    ("statement", "I", "implicit"),
    ("statement", "S", "strength"),
    ("statement", "G", "form"),
    ("statement", "Q", "attribution"),
    ("statement", "R", "reverse"),
    ("article", "Ctrl+Enter", "finish"),
    ("window", "Ctrl+PgUp", "previous_article"),
    ("window", "Ctrl+PgDown", "next_article"),
    ("window", "F6", "next_pane"),
    ("window", "Ctrl+F", "find"),
    ("window", "/", "find"),
    ("window", "Ctrl+K", "palette"),
    ("window", "F1", "keys"),
    ("window", "?", "keys"),
    ("window", "Ctrl+Z", "undo"),
    ("window", "Ctrl+Y", "redo"),
    ("window", "Ctrl+Shift+Z", "redo"),
    ("article", "Space", "scroll_down"),
    ("article", "PgUp", "scroll_up"),
]


@pytest.mark.parametrize(("scope", "key", "action"), DEFAULTS)
def test_the_default_keys_are_those_of_the_grammar(scope: str, key: str, action: str) -> None:
    assert keymap()[scope, key] == action  # type: ignore[index]


def test_no_two_actions_of_a_scope_share_a_key() -> None:
    assert list(clashes({})) == []


def test_a_clash_that_a_person_makes_is_named() -> None:
    assert list(clashes({("article", "outer"): ("E",)})) == [("article", "E", ("outer", "edge_end"))]


def test_no_default_needs_alt_or_more_than_two_keys_besides_selecting() -> None:
    for row in ACTIONS:
        for key in row.keys:
            parts = key.replace("++", "+plus").split("+")
            assert "Alt" not in parts
            assert "Meta" not in parts
            assert len(parts) <= 2 or row.group == "select" or row.id == "redo"


def test_every_key_is_one_that_qt_can_show() -> None:
    for row in ACTIONS:
        for key in row.keys:
            assert QKeySequence(key).count() == 1, key


def test_bare_keys_are_no_shortcuts_of_the_window() -> None:
    bare = {key for row in ACTIONS if row.scope == "window" for key in row.keys if len(key) == 1}
    assert bare == {"/", "?"}


def test_other_keys_replace_the_default_ones_of_a_row() -> None:
    keys = keymap({("article", "accept"): ("K",)})
    assert keys["article", "K"] == "accept"
    assert ("article", "Enter") not in keys
    assert keys["half", "Enter"] == "take_candidate"
    assert keys_of("accept", {("article", "accept"): ("K",)}) == ("K",)
    assert keys_of("remove") == ("X", "Delete")


def test_every_action_has_words() -> None:
    assert all(row.text.strip() and row.said for row in ACTIONS)
