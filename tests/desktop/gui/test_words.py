"""Tables of words are translated word by word, when somebody asks for one."""

import pytest
from PySide6.QtCore import QCoreApplication

from desktop.gui.words import Words

TABLE = Words("Table", {"a": "an apple", "b": "a pear"})


def test_what_is_in_no_table_stands_for_itself() -> None:
    assert (TABLE.of("a"), TABLE.of("c"), TABLE.get("c", "?")) == ("an apple", "c", "?")
    assert dict(TABLE) == {"a": "an apple", "b": "a pear"}


def test_one_word_is_one_translation(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[tuple[str, str]] = []

    def translate(context: str, words: str) -> str:
        asked.append((context, words))
        return words.upper()

    monkeypatch.setattr(QCoreApplication, "translate", translate)
    assert TABLE.of("b") == "A PEAR"
    assert asked == [("Table", "a pear")]
