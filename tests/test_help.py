"""The help pages say what the program does, in both languages, and lead somewhere."""

import re
from pathlib import Path

import pytest
from PySide6.QtGui import QTextDocument, QTextTable

from desktop.gui.actions import ACTIONS

HELP = Path(__file__).resolve().parent.parent / "resources" / "help"
PAGES = sorted(HELP.glob("*/*.md"))
ARROWS = {"Left": "←", "Right": "→", "Up": "↑", "Down": "↓"}
GERMAN = {
    "Ctrl": "Strg",
    "Shift": "Umschalt",
    "Enter": "Eingabe",
    "Space": "Leertaste",
    "Delete": "Entf",
    "Home": "Pos1",
    "End": "Ende",
    "PgUp": "Bild↑",
    "PgDown": "Bild↓",
}


def shown(key: str, names: dict[str, str]) -> str:
    """A key of the table of actions as the help pages write it."""
    return re.sub(r"[A-Za-z]{2,}", lambda match: names.get(match[0], match[0]), key)


@pytest.mark.parametrize(("language", "names"), [("en", ARROWS), ("de", ARROWS | GERMAN)])
def test_the_page_of_keys_and_the_table_of_actions_agree(language: str, names: dict[str, str]) -> None:
    page = (HELP / language / "keys.md").read_text(encoding="utf-8")
    cells = [line.split("|")[1] for line in page.splitlines() if line.startswith("| `")]
    written = {key for cell in cells for key in re.findall(r"`([^`]+)`", cell)}
    digits = {str(digit) for digit in range(1, 10)}
    assert {"1", "9"} <= written
    assert written | digits == {shown(key, names) for action in ACTIONS for key in action.keys}


def test_both_languages_have_the_same_pages_with_the_same_parts() -> None:
    def outline(language: str) -> dict[str, list[int]]:
        pages = {page.name: page.read_text(encoding="utf-8") for page in (HELP / language).glob("*.md")}
        return {name: [len(mark) for mark in re.findall(r"^#+", text, re.M)] for name, text in pages.items()}

    assert outline("de") == outline("en")


@pytest.mark.parametrize("page", PAGES, ids=lambda page: f"{page.parent.name}/{page.name}")
def test_links_lead_to_pages_that_exist(page: Path) -> None:
    links = re.findall(r"\]\(([^)#]+)", page.read_text(encoding="utf-8"))
    assert [link for link in links if not (page.parent / link).exists()] == []


@pytest.mark.parametrize("page", PAGES, ids=lambda page: f"{page.parent.name}/{page.name}")
def test_qt_shows_headings_and_tables_as_such(page: Path, qapp: object) -> None:
    text = page.read_text(encoding="utf-8")
    document = QTextDocument()
    document.setMarkdown(text)
    tables = [frame for frame in document.rootFrame().childFrames() if isinstance(frame, QTextTable)]
    assert len(tables) == len(re.findall(r"^\|[-|: ]+\|$", text, re.MULTILINE))
    assert not re.search(r"^#|\|-|\*\*|`", document.toPlainText(), re.MULTILINE)
