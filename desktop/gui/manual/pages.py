"""The pages of the manual as they lie on disk: one Markdown file each, in a folder a language.

Their order is that of the links on the first page; a page that nothing links to comes last.
"""

import re
from pathlib import Path

from msgspec import Struct

FIRST = "index.md"
PICTURES = "pictures"
_HEADING = re.compile(r"^# +(.+?) *$", re.MULTILINE)
_LINK = re.compile(r"(?<!!)\[[^]]*\]\(([\w-]+\.md)[)#]")


class Page(Struct, frozen=True):
    """One page: the name of its file, its first heading, its whole text."""

    name: str
    title: str
    text: str


def read_pages(folder: Path) -> dict[str, Page]:
    """All pages of a language by name, in order."""
    texts = {file.name: file.read_text(encoding="utf-8") for file in sorted(folder.glob("*.md"))}
    linked = [name for name in _LINK.findall(texts.get(FIRST, "")) if name in texts]
    order = dict.fromkeys([*(name for name in [FIRST] if name in texts), *linked, *texts])
    return {name: Page(name, _title(name, texts[name]), texts[name]) for name in order}


def slug(heading: str) -> str:
    """What a link calls a heading, as forges do: `#coming-from-doccano`."""
    return re.sub(r"\s", "-", re.sub(r"[^\w\s-]", "", heading.strip().casefold()))


def picture(folder: Path, name: str, *, dark: bool) -> Path:
    """The file of a picture; dark ones are named `…-dark`, and where there is none the light one serves."""
    light = folder / name
    other = light.with_stem(f"{light.stem}-dark")
    return other if dark and other.is_file() else light


def _title(name: str, text: str) -> str:
    found = _HEADING.search(text)
    return re.sub(r"[*_`]", "", found[1]) if found else name
