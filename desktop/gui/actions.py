"""One table of all actions: menus, keys, palette and cheat sheet are drawn from it.

Key names are those of `article_view/keys.py` and of `QKeySequence`: "Ctrl+Left", "Shift+Tab", "X", "1". Bare
keys belong to the article view and are never made window shortcuts. `keys` here are the defaults; which ones
count for a person is what `bindings.py` says.
"""

from typing import Literal

from msgspec import Struct
from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

Scope = Literal["article", "half", "statement", "window"]
Group = Literal["move", "select", "decide", "label", "stance", "article", "project", "window"]


class Action(Struct, frozen=True):
    """What a person can do. `scope` says when its keys count; one id may stand in several rows, one a scope.

    article: the article has the focus; half: a stance is half made; statement: a stance is in hand (both win
    over article); window: anywhere.
    """

    id: str
    scope: Scope
    keys: tuple[str, ...]
    text: str
    group: Group

    @property
    def said(self) -> str:
        """The text in the language of the window."""
        return QCoreApplication.translate("Action", self.text)

    @property
    def row(self) -> str:
        """The name of the row, by which other keys for it are kept: "article.accept"."""
        return f"{self.scope}.{self.id}"


Row = tuple[str, Scope, str, object]
"""Id, scope, keys (apart by spaces), text."""


def _digits(name: str, scope: Scope, text: object) -> list[Row]:
    return [(f"{name}_{n}", scope, str(n), text) for n in range(1, 10)]


def _rows(group: Group, *rows: Row) -> tuple[Action, ...]:
    return tuple(
        Action(id=name, scope=scope, keys=tuple(keys.split()), text=str(text), group=group)
        for name, scope, keys, text in rows
    )


_MOVING = _rows(
    "move",
    ("next", "article", "Tab", QT_TRANSLATE_NOOP("Action", "Next undecided suggestion")),
    ("previous", "article", "Shift+Tab", QT_TRANSLATE_NOOP("Action", "Previous undecided suggestion")),
    ("caret_left", "article", "Left", QT_TRANSLATE_NOOP("Action", "One word to the left")),
    ("caret_right", "article", "Right", QT_TRANSLATE_NOOP("Action", "One word to the right")),
    ("caret_up", "article", "Up", QT_TRANSLATE_NOOP("Action", "One line up")),
    ("caret_down", "article", "Down", QT_TRANSLATE_NOOP("Action", "One line down")),
    (
        "caret_left_character",
        "article",
        "Ctrl+Left",
        QT_TRANSLATE_NOOP("Action", "One character to the left"),
    ),
    (
        "caret_right_character",
        "article",
        "Ctrl+Right",
        QT_TRANSLATE_NOOP("Action", "One character to the right"),
    ),
    ("caret_paragraph_up", "article", "Ctrl+Up", QT_TRANSLATE_NOOP("Action", "One paragraph up")),
    ("caret_paragraph_down", "article", "Ctrl+Down", QT_TRANSLATE_NOOP("Action", "One paragraph down")),
    ("caret_line_start", "article", "Home", QT_TRANSLATE_NOOP("Action", "Start of the line")),
    ("caret_line_end", "article", "End", QT_TRANSLATE_NOOP("Action", "End of the line")),
    ("caret_text_start", "article", "Ctrl+Home", QT_TRANSLATE_NOOP("Action", "Start of the article")),
    ("caret_text_end", "article", "Ctrl+End", QT_TRANSLATE_NOOP("Action", "End of the article")),
    ("next_own", "article", "D", QT_TRANSLATE_NOOP("Action", "Next span of your own")),
    ("previous_own", "article", "Shift+D", QT_TRANSLATE_NOOP("Action", "Previous span of your own")),
    ("next_doubtful", "article", "K", QT_TRANSLATE_NOOP("Action", "Least sure suggestion, then the next")),
    (
        "previous_doubtful",
        "article",
        "Shift+K",
        QT_TRANSLATE_NOOP("Action", "Surest suggestion, then the one before"),
    ),
    ("next_unsure", "article", "Z", QT_TRANSLATE_NOOP("Action", "Next span marked as unsure")),
    ("previous_unsure", "article", "Shift+Z", QT_TRANSLATE_NOOP("Action", "Previous span marked as unsure")),
    ("outer", "article", "O", QT_TRANSLATE_NOOP("Action", "Outer or inner span at this place")),
    ("jump", "article", "J", QT_TRANSLATE_NOOP("Action", "Jump to a span by its letters")),
    ("jump_word", "article", "Shift+J", QT_TRANSLATE_NOOP("Action", "Jump to a name without a span")),
    ("scroll_down", "article", "PgDown Space", QT_TRANSLATE_NOOP("Action", "Scroll down")),
    ("scroll_up", "article", "PgUp Shift+Space", QT_TRANSLATE_NOOP("Action", "Scroll up")),
    ("back", "article", "Esc", QT_TRANSLATE_NOOP("Action", "One step back")),
)
_SELECTING = _rows(
    "select",
    ("select_left", "article", "Shift+Left", QT_TRANSLATE_NOOP("Action", "Select a word to the left")),
    ("select_right", "article", "Shift+Right", QT_TRANSLATE_NOOP("Action", "Select a word to the right")),
    ("select_up", "article", "Shift+Up", QT_TRANSLATE_NOOP("Action", "Select a line up")),
    ("select_down", "article", "Shift+Down", QT_TRANSLATE_NOOP("Action", "Select a line down")),
    (
        "select_left_character",
        "article",
        "Ctrl+Shift+Left",
        QT_TRANSLATE_NOOP("Action", "Select a character to the left"),
    ),
    (
        "select_right_character",
        "article",
        "Ctrl+Shift+Right",
        QT_TRANSLATE_NOOP("Action", "Select a character to the right"),
    ),
    ("select_line_start", "article", "Shift+Home", QT_TRANSLATE_NOOP("Action", "Select to the line's start")),
    ("select_line_end", "article", "Shift+End", QT_TRANSLATE_NOOP("Action", "Select to the line's end")),
    (
        "select_text_start",
        "article",
        "Ctrl+Shift+Home",
        QT_TRANSLATE_NOOP("Action", "Select to the article's start"),
    ),
    (
        "select_text_end",
        "article",
        "Ctrl+Shift+End",
        QT_TRANSLATE_NOOP("Action", "Select to the article's end"),
    ),
    ("select_all", "article", "Ctrl+A", QT_TRANSLATE_NOOP("Action", "Select the whole text")),
    ("copy", "article", "Ctrl+C", QT_TRANSLATE_NOOP("Action", "Copy")),
)
_DECIDING = _rows(
    "decide",
    ("accept", "article", "Enter", QT_TRANSLATE_NOOP("Action", "Accept and go on")),
    ("remove", "article", "X Delete", QT_TRANSLATE_NOOP("Action", "Not this: reject or delete")),
    ("edge_begin", "article", "B", QT_TRANSLATE_NOOP("Action", "Move the beginning, then ← →")),
    ("edge_end", "article", "E", QT_TRANSLATE_NOOP("Action", "Move the end, then ← →")),
    ("variant", "article", "V", QT_TRANSLATE_NOOP("Action", "Other reading of the suggestion")),
    (
        "next_variant",
        "article",
        "Shift+V",
        QT_TRANSLATE_NOOP("Action", "Next name that was nearly suggested"),
    ),
    ("unsure", "article", "U", QT_TRANSLATE_NOOP("Action", "Unsure")),
    ("attribute", "article", "G", QT_TRANSLATE_NOOP("Action", "Yes to what the label asks")),
    ("hide_label", "article", "", QT_TRANSLATE_NOOP("Action", "Hide this label of this model")),
    ("note", "article", "M", QT_TRANSLATE_NOOP("Action", "Note")),
    ("question", "article", "W", QT_TRANSLATE_NOOP("Action", "Question to the lead")),
)
_LABELLING = _rows(
    "label",
    *_digits("digit", "article", QT_TRANSLATE_NOOP("Action", "Label with this key")),
    ("pick_label", "article", "P", QT_TRANSLATE_NOOP("Action", "Label by name")),
    ("mention", "article", "0", QT_TRANSLATE_NOOP("Action", "Mention without a label")),
    ("phrase", "article", "Y", QT_TRANSLATE_NOOP("Action", "Select the phrase at the caret, then wider")),
    ("link", "article", "L", QT_TRANSLATE_NOOP("Action", "Link to an actor")),
    ("label_all", "article", "Ctrl+L", QT_TRANSLATE_NOOP("Action", "Label all occurrences")),
)
_STANCES = _rows(
    "stance",
    ("stance_FAVOR", "article", "F", QT_TRANSLATE_NOOP("Action", "Stance in favour by the span in hand")),
    ("stance_AGAINST", "article", "A", QT_TRANSLATE_NOOP("Action", "Stance against by the span in hand")),
    ("stance_NEUTRAL", "article", "N", QT_TRANSLATE_NOOP("Action", "Neutral stance by the span in hand")),
    ("holder", "article", "H", QT_TRANSLATE_NOOP("Action", "Holder: the selection, or from the list")),
    *_digits("topic", "half", QT_TRANSLATE_NOOP("Action", "Topic with this key")),
    *_digits("topic", "statement", QT_TRANSLATE_NOOP("Action", "Topic with this key")),
    ("target", "half", "T", QT_TRANSLATE_NOOP("Action", "Target: the selection, or by name")),
    ("target", "statement", "T", QT_TRANSLATE_NOOP("Action", "Target: the selection, or by name")),
    ("same_target", "half", "Space", QT_TRANSLATE_NOOP("Action", "Same target as last time")),
    ("next_candidate", "half", "Tab", QT_TRANSLATE_NOOP("Action", "Next span that could be the target")),
    (
        "previous_candidate",
        "half",
        "Shift+Tab",
        QT_TRANSLATE_NOOP("Action", "Previous span that could be the target"),
    ),
    ("take_candidate", "half", "Enter", QT_TRANSLATE_NOOP("Action", "The span in hand is the target")),
    ("take_proposed", "statement", "Enter", QT_TRANSLATE_NOOP("Action", "Take what is proposed")),
    ("delete_stance", "statement", "X Delete", QT_TRANSLATE_NOOP("Action", "Delete the stance")),
    ("evidence", "statement", "V", QT_TRANSLATE_NOOP("Action", "The selection is the evidence")),
    ("cue", "statement", "C", QT_TRANSLATE_NOOP("Action", "The selection is the cue")),
    ("implicit", "statement", "I", QT_TRANSLATE_NOOP("Action", "Implicit or explicit")),
    ("strength", "statement", "S", QT_TRANSLATE_NOOP("Action", "Strength")),
    ("form", "statement", "G", QT_TRANSLATE_NOOP("Action", "Form: verbal, act, emotion, inferred")),
    ("attribution", "statement", "Q", QT_TRANSLATE_NOOP("Action", "Attribution: author, quote")),
    ("reverse", "statement", "R", QT_TRANSLATE_NOOP("Action", "Reverse the direction")),
    ("stance_unsure", "statement", "U", QT_TRANSLATE_NOOP("Action", "Unsure about the stance")),
    ("looked_again", "article", "Ctrl+T", QT_TRANSLATE_NOOP("Action", "Looked again: a topic was reworded")),
)
_ARTICLE = _rows(
    "article",
    ("finish", "article", "Ctrl+Enter", QT_TRANSLATE_NOOP("Action", "Done and next article")),
    ("flag", "article", "", QT_TRANSLATE_NOOP("Action", "Flag this article, or take the flag off")),
    ("exclude", "article", "", QT_TRANSLATE_NOOP("Action", "Exclude this article …")),
    ("reopen", "article", "", QT_TRANSLATE_NOOP("Action", "Reopen this article")),
    ("previous_article", "window", "Ctrl+PgUp", QT_TRANSLATE_NOOP("Action", "Previous article")),
    ("next_article", "window", "Ctrl+PgDown", QT_TRANSLATE_NOOP("Action", "Next article")),
)
_PROJECT = _rows(
    "project",
    ("new", "window", "Ctrl+N", QT_TRANSLATE_NOOP("Action", "New project …")),
    ("open", "window", "Ctrl+O", QT_TRANSLATE_NOOP("Action", "Open …")),
    ("sample", "window", "", QT_TRANSLATE_NOOP("Action", "Sample corpus")),
    ("import", "window", "Ctrl+I", QT_TRANSLATE_NOOP("Action", "Import articles …")),
    ("take_back", "window", "", QT_TRANSLATE_NOOP("Action", "Take back an import …")),
    ("export", "window", "Ctrl+E", QT_TRANSLATE_NOOP("Action", "Export …")),
    ("suggest_all", "window", "", QT_TRANSLATE_NOOP("Action", "Suggest in all articles")),
    ("find_stories", "window", "", QT_TRANSLATE_NOOP("Action", "Look for reprints")),
    ("train", "window", "", QT_TRANSLATE_NOOP("Action", "Train a model …")),
    ("evaluate", "window", "", QT_TRANSLATE_NOOP("Action", "Evaluate a model …")),
    ("labels", "window", "", QT_TRANSLATE_NOOP("Action", "Labels …")),
    ("actors", "window", "", QT_TRANSLATE_NOOP("Action", "Actors …")),
    ("agreement", "window", "", QT_TRANSLATE_NOOP("Action", "Agreement …")),
    ("effort", "window", "", QT_TRANSLATE_NOOP("Action", "My effort …")),
    ("topics", "window", "", QT_TRANSLATE_NOOP("Action", "Topics …")),
    ("positions", "window", "", QT_TRANSLATE_NOOP("Action", "Positions: matrix and network …")),
    ("project_settings", "window", "", QT_TRANSLATE_NOOP("Action", "Project settings …")),
    ("close", "window", "Ctrl+W", QT_TRANSLATE_NOOP("Action", "Close project")),
)
_WINDOW = _rows(
    "window",
    ("undo", "window", "Ctrl+Z", QT_TRANSLATE_NOOP("Action", "Undo")),
    ("redo", "window", "Ctrl+Y Ctrl+Shift+Z", QT_TRANSLATE_NOOP("Action", "Redo")),
    ("find", "window", "Ctrl+F /", QT_TRANSLATE_NOOP("Action", "Find in the article")),
    ("find_next", "window", "F3", QT_TRANSLATE_NOOP("Action", "Find next")),
    ("find_previous", "window", "Shift+F3", QT_TRANSLATE_NOOP("Action", "Find previous")),
    ("search", "window", "Ctrl+G Ctrl+Shift+F", QT_TRANSLATE_NOOP("Action", "Search articles")),
    ("palette", "window", "Ctrl+K", QT_TRANSLATE_NOOP("Action", "All actions")),
    ("keys", "window", "F1 ?", QT_TRANSLATE_NOOP("Action", "Keys")),
    ("next_pane", "window", "F6", QT_TRANSLATE_NOOP("Action", "Next pane")),
    ("previous_pane", "window", "Shift+F6", QT_TRANSLATE_NOOP("Action", "Previous pane")),
    ("list_wider", "window", "F7", QT_TRANSLATE_NOOP("Action", "Articles wider")),
    ("list_narrower", "window", "Shift+F7", QT_TRANSLATE_NOOP("Action", "Articles narrower")),
    ("side_wider", "window", "F8", QT_TRANSLATE_NOOP("Action", "Entities and stances wider")),
    ("side_narrower", "window", "Shift+F8", QT_TRANSLATE_NOOP("Action", "Entities and stances narrower")),
    ("part_higher", "window", "F9", QT_TRANSLATE_NOOP("Action", "Part with the focus higher")),
    (
        "part_lower",
        "window",
        "Shift+F9",
        QT_TRANSLATE_NOOP("Action", "Part with the focus lower"),
    ),
    ("context_menu", "window", "Shift+F10", QT_TRANSLATE_NOOP("Action", "Menu of what has the focus")),
    ("larger", "window", "Ctrl++ Ctrl+=", QT_TRANSLATE_NOOP("Action", "Larger text")),
    ("smaller", "window", "Ctrl+-", QT_TRANSLATE_NOOP("Action", "Smaller text")),
    ("usual_size", "window", "Ctrl+0", QT_TRANSLATE_NOOP("Action", "Usual text size")),
    ("show_queue", "window", "", QT_TRANSLATE_NOOP("Action", "Articles")),
    ("show_side", "window", "", QT_TRANSLATE_NOOP("Action", "Entities and stances")),
    ("show_rejected", "window", "Ctrl+R", QT_TRANSLATE_NOOP("Action", "Rejected suggestions")),
    ("settings", "window", "", QT_TRANSLATE_NOOP("Action", "Settings …")),
    ("manual", "window", "", QT_TRANSLATE_NOOP("Action", "Manual")),
    ("log", "window", "", QT_TRANSLATE_NOOP("Action", "Show the log file")),
    ("about", "window", "", QT_TRANSLATE_NOOP("Action", "About Lesart")),
    ("quit", "window", "Ctrl+Q", QT_TRANSLATE_NOOP("Action", "Quit")),
)

ACTIONS: tuple[Action, ...] = (
    *_MOVING,
    *_SELECTING,
    *_DECIDING,
    *_LABELLING,
    *_STANCES,
    *_ARTICLE,
    *_PROJECT,
    *_WINDOW,
)
