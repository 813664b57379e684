"""What an import would take in: values for whoever asks before it does."""

from msgspec import Struct

from store.formats.problems import Skipped
from store.formats.protocol import Table


class ArticleSeen(Struct, frozen=True):
    """An article as it will be: `text` is its beginning, `length` counts all of it in code points."""

    title: str
    text: str
    length: int
    outlet: str | None
    author: str | None
    published_at: str | None
    language: str | None
    url: str | None
    zones: tuple[tuple[int, int, str], ...]
    spans: int


class FileSeen(Struct, frozen=True):
    """A file: its format ("" for none), its first articles, what is wrong with it so far.

    `root` is what was given to look at: the file, or the folder or archive that it is in. `count` are the
    articles that were met; `is_whole`: there are no others.
    """

    root: str
    name: str
    format: str
    articles: tuple[ArticleSeen, ...] = ()
    problems: tuple[Skipped, ...] = ()
    count: int = 0
    is_whole: bool = False
    table: Table | None = None


class Seen(Struct, frozen=True):
    """All files that were looked at, and how many there are besides."""

    files: tuple[FileSeen, ...]
    more: int = 0
