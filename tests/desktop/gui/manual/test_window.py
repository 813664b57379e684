"""The manual as it is read: pages, links, pictures, the way back, searching; from the Help menu."""

from pathlib import Path

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtGui import QColor, QDesktopServices, QImage, QTextDocument
from pytestqt.qtbot import QtBot

from desktop.gui.app import Program
from desktop.gui.look import look_of
from desktop.gui.manual.pages import read_pages, slug
from desktop.gui.manual.window import ManualWindow, manual_folder
from desktop.gui.theme import DARK, LIGHT, Theme

INDEX = "# Contents\n\n[Second](b.md) and [first](a.md#far-below), [far](https://example.org/x)\n\n![p](pictures/p.png)\n"
WORDS = "Words.\n\n" * 40
PAGES = {
    "index.md": INDEX,
    "a.md": f"# The `A`\n\n{WORDS}A pebble.\n\n{WORDS}" + "## Far below\n\nA needle.\n\n```sh\nlesart\n```\n",
    "b.md": "# B\n\n| Key | Does |\n|---|---|\n| `X` | a needle |\n\n[up](#b)\n",
    "zz.md": "# Unlinked\n",
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name, text in PAGES.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    (tmp_path / "pictures").mkdir()
    for name, colour in (("p.png", "white"), ("p-dark.png", "black")):
        image = QImage(2000, 100, QImage.Format.Format_RGB32)
        image.fill(QColor(colour))
        image.save(str(tmp_path / "pictures" / name))
    return tmp_path


@pytest.fixture
def manual(folder: Path, qtbot: QtBot) -> ManualWindow:
    return shown(folder, LIGHT, qtbot)


def shown(folder: Path, theme: Theme, qtbot: QtBot) -> ManualWindow:
    made = ManualWindow(folder, look_of(theme))
    made.show()
    qtbot.addWidget(made)
    return made


def title(manual: ManualWindow) -> str:
    return manual.view.document().firstBlock().text()


def test_pages_stand_in_the_order_of_the_first_ones_links(manual: ManualWindow) -> None:
    assert [manual.list.item(row).text() for row in range(4)] == ["Contents", "B", "The A", "Unlinked"]
    assert title(manual) == "Contents"
    manual.list.setCurrentRow(3)
    assert title(manual) == "Unlinked"


def test_links_lead_to_pages_and_headings_and_one_finds_the_way_back(manual: ManualWindow) -> None:
    manual.go("a.md#far-below")
    assert title(manual) == "The A"
    assert manual.view.verticalScrollBar().value() > 500
    assert manual.list.currentRow() == 2
    manual.go("b.md")
    manual.go("#b")
    manual.back.click()
    manual.back.click()
    assert title(manual) == "The A"
    manual.forward.click()
    assert title(manual) == "B"
    manual.back.click()
    manual.back.click()
    assert title(manual) == "Contents"
    assert not manual.back.isEnabled()


def test_what_is_not_a_page_is_left_to_the_browser(
    manual: ManualWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[QUrl] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", asked.append)
    manual.view.followed.emit("https://example.org/x")
    assert [url.toString() for url in asked] == ["https://example.org/x"]
    assert title(manual) == "Contents"


def test_searching_goes_through_all_pages_and_round(manual: ManualWindow) -> None:
    manual.field.setText("needle")
    places = []
    for _ in range(3):
        manual.search()
        places.append((title(manual), manual.view.textCursor().selectedText()))
    assert places == [("B", "needle"), ("The A", "needle"), ("B", "needle")]
    manual.field.setText("haystack")
    manual.search()
    assert manual.said.text() == "Not in the manual."


def test_what_is_found_has_lines_before_and_after_it_to_be_seen(manual: ManualWindow) -> None:
    manual.go("a.md")
    manual.field.setText("pebble")
    manual.search()
    place, room = manual.view.cursorRect(), manual.view.viewport().height()
    assert place.top() > 2 * place.height()
    assert place.bottom() < room - 2 * place.height()


@pytest.mark.parametrize(("theme", "colour"), [(LIGHT, "#ffffff"), (DARK, "#000000")])
def test_pictures_are_those_of_the_theme_and_fit_the_column(
    folder: Path, qtbot: QtBot, theme: Theme, colour: str
) -> None:
    manual = shown(folder, theme, qtbot)
    kind = QTextDocument.ResourceType.ImageResource
    image = manual.view.loadResource(kind.value, QUrl("pictures/p.png"))
    assert image.pixelColor(0, 0).name() == colour
    assert image.deviceIndependentSize().width() <= manual.view.viewport().width()
    assert manual.view.loadResource(kind.value, QUrl.fromLocalFile(str(folder / "pictures/p.png"))).isNull()


def test_other_colours_leave_the_page_where_it_is(manual: ManualWindow) -> None:
    manual.go("a.md#far-below")
    place = manual.view.verticalScrollBar().value()
    manual.set_look(look_of(DARK))
    assert title(manual) == "The A"
    assert manual.view.verticalScrollBar().value() == place > 0
    image = manual.view.loadResource(QTextDocument.ResourceType.ImageResource.value, QUrl("pictures/p.png"))
    assert image.pixelColor(0, 0).name() == "#000000"


def test_the_help_menu_opens_the_real_one_once_and_it_ends_with_the_window(
    program: Program, qtbot: QtBot
) -> None:
    program.window.menus.actions["manual"].trigger()
    first = program.window.manual
    assert first is not None
    assert next(iter(first.pages)) == "index.md"
    program.window.trigger("manual")
    assert program.window.manual is first
    with qtbot.waitSignal(first.destroyed):
        first.close()
    program.window.trigger("manual")
    again = program.window.manual
    assert again is not None
    with qtbot.waitSignal(again.destroyed):
        program.window.close()


def test_every_link_to_a_heading_of_the_manual_finds_it() -> None:
    for language in ("en", "de"):
        pages = read_pages(manual_folder(language))
        for page in pages.values():
            for place in _anchors(page.text):
                name, _, anchor = place.partition("#")
                headings = [line.lstrip("# ") for line in pages[name or page.name].text.splitlines()]
                assert anchor in [slug(heading) for heading in headings], place


def _anchors(text: str) -> list[str]:
    return [
        part.split(")")[0] for part in text.split("](")[1:] if "#" in part.split(")")[0] and "://" not in part
    ]


def test_a_language_without_pages_reads_english() -> None:
    assert manual_folder("fr") == manual_folder("en")
