"""The manual as web pages."""

import re
from html.parser import HTMLParser
from pathlib import Path

import manual
import pytest
from PySide6.QtGui import QImage


class Links(HTMLParser):
    """What a page links to and shows, and what can be linked to in it."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.to: list[str] = []
        self.ids: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        for name, value in attrs:
            if name in ("href", "src", "srcset") and value:
                self.to.append(value)
            elif name == "id" and value:
                self.ids.append(value)


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return manual.write_all(tmp_path_factory.mktemp("site") / "manual")


def test_every_link_and_picture_of_every_page_is_there(site: Path) -> None:
    pages = {file: Links(file.read_text(encoding="utf-8")) for file in site.rglob("*.html")}
    assert {file.parent.name for file in pages} == {"manual", "en", "de"}
    missing = []
    for file, links in pages.items():
        for link in links.to:
            target, _, anchor = link.partition("#")
            found = (file.parent / target).resolve() if target else file
            if "://" in link or (found.is_file() and (not anchor or anchor in pages[found].ids)):
                continue
            missing.append((file.name, link))
    assert missing == []


def test_nothing_is_fetched_from_elsewhere_and_no_script_runs(site: Path) -> None:
    for file in site.rglob("*.html"):
        text = file.read_text(encoding="utf-8")
        assert "<script" not in text
        assert not re.search(r'(src|srcset)="https?:', text)


def test_each_picture_is_used_and_is_there_in_both_languages_light_and_dark() -> None:
    names: list[set[str]] = []
    for language in manual.LANGUAGES:
        folder = manual.HELP / language
        used = {
            name
            for file in folder.glob("*.md")
            for name in re.findall(r"\]\(pictures/([\w-]+)\.png\)", file.read_text(encoding="utf-8"))
        }
        there = {file.stem for file in (folder / "pictures").glob("*.png")}
        assert there == used | {f"{name}-dark" for name in used}
        names.append(used)
    assert names[0] == names[1]


def test_pictures_are_small() -> None:
    pictures = list(manual.HELP.glob("*/pictures/*.png"))
    assert sum(file.stat().st_size for file in pictures) < 3.5e6
    assert max(QImage(str(file)).width() for file in pictures) <= 1440
