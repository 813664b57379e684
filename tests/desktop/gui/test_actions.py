"""The table of actions is complete, consistent, and keeps to the rules of the key grammar."""

import pytest
from PySide6.QtGui import QKeySequence

from desktop.gui.actions import ACTIONS
from desktop.gui.bindings import ROWS, Bindings, is_bare

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
    assert Bindings().keymap[scope, key] == action  # type: ignore[index]


def test_no_two_actions_share_a_key_where_both_could_be_meant() -> None:
    assert list(Bindings().clashes()) == []


@pytest.mark.parametrize(
    ("row", "key", "other"),
    [
        ("article.outer", "E", "article.edge_end"),
        ("window.search", "Ctrl+L", "article.label_all"),
        ("statement.evidence", "Ctrl+K", "window.palette"),
    ],
)
def test_a_clash_that_a_person_makes_is_named(row: str, key: str, other: str) -> None:
    made = Bindings({row: (key,)})
    assert [claimant.row for claimant in made.claimants(ROWS[row], key)] == [other]
    assert {(one.row, key, two.row) for one, key, two in made.clashes()} <= {
        (row, key, other),
        (other, key, row),
    }
    assert len(list(made.clashes())) == 1


def test_a_key_of_a_stance_in_hand_may_stand_before_one_of_the_article() -> None:
    assert Bindings().claimants(ROWS["statement.evidence"], "O") == []


def test_what_equals_the_default_or_names_no_row_is_not_kept() -> None:
    kept = Bindings({"article.outer": ("O",), "article.nothing": ("K",), "window.undo": ("Ctrl+U",)})
    assert kept.chosen == {"window.undo": ("Ctrl+U",)}
    assert kept.with_keys(ROWS["window.undo"], ("Ctrl+Z",)).chosen == {}


@pytest.mark.parametrize("key", ["X", "Space", "Shift+J", "Delete", "/", "Tab"])
def test_bare_keys_are_those_that_mean_something_in_a_text_field(key: str) -> None:
    assert is_bare(key)


@pytest.mark.parametrize("key", ["Ctrl+X", "F6", "Shift+F6", "Alt+1", "Meta+K"])
def test_all_other_keys_may_be_shortcuts_of_the_window(key: str) -> None:
    assert not is_bare(key)


def test_no_default_needs_alt_or_more_than_two_keys_besides_selecting() -> None:
    for row in ACTIONS:
        for key in row.keys:
            parts = key.replace("++", "+plus").split("+")
            assert "Alt" not in parts
            assert "Meta" not in parts
            assert len(parts) <= 2 or row.group == "select" or row.id in ("redo", "search")


def test_every_key_is_one_that_qt_can_show() -> None:
    for row in ACTIONS:
        for key in row.keys:
            assert QKeySequence(key).count() == 1, key


def test_bare_keys_are_no_shortcuts_of_the_window() -> None:
    bare = {key for row in ACTIONS if row.scope == "window" for key in row.keys if len(key) == 1}
    assert bare == {"/", "?"}


def test_other_keys_replace_the_default_ones_of_a_row() -> None:
    made = Bindings({"article.accept": ("Y",)})
    assert made.keymap["article", "Y"] == "accept"
    assert ("article", "Enter") not in made.keymap
    assert made.keymap["half", "Enter"] == "take_candidate"
    assert made.of("accept") == ("Y",)
    assert made.of("remove") == ("X", "Delete")
    assert made.first("sample") == ""


def test_every_action_has_words() -> None:
    assert all(row.text.strip() and row.said for row in ACTIONS)
