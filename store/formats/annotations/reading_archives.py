"""Archives with some members for each reading: by part of a split, then by annotator."""

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Self
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

import msgspec

from store.formats.annotations.foreign import metadata, voice
from store.formats.annotations.sheaf import MAP, Mapped, file_name, goes_on
from store.formats.losses import Losses
from store.formats.problems import Loss
from store.formats.protocol import WriteOptions, Written
from store.formats.readings import chosen, part
from store.formats.records import ArticleRecord, SetRecord
from store.formats.sources import Source

Members = Callable[[ArticleRecord, SetRecord], tuple[dict[str, str], list[Loss]]]
"""What a reading becomes: contents by the ending of their name; and what was lost."""


MOST = 60_000
"""Members of one archive: more need ZIP64, and what is known of each stays in memory until the end."""


def write_archive(
    draft: Path,
    articles: Iterable[ArticleRecord],
    options: WriteOptions,
    members: Members,
    beside: Callable[[], dict[str, str]],
    *,
    named: Callable[[SetRecord], str] = lambda _: "",
) -> Written:
    """One archive: the members of each reading with a map, and at last what lies beside them all. Behind one
    that is full another one, with the same beside it.

    `named` is what the map says that the stances of a reading name.
    """
    losses = Losses()
    count = 0
    with _Archives(draft, beside) as archives:
        for article in losses.passing(articles):
            sets = chosen(article.sets, options.annotators)
            for item in sets:
                folder = [part(article, options), file_name(item.annotator.name)]
                name = "/".join(filter(None, (*folder, file_name(article.key or "article"))))
                contents, lost = members(article, item)
                known = Mapped(1, article.text or "", [], {**metadata(article), **voice(item)}, named(item))
                archives.add(name, {**contents, MAP: msgspec.json.encode(known).decode()})
                losses += lost
            count += bool(sets)
    return Written(tuple(archives.files), count, *losses.told())


class _Archives:
    """As many archives as the members need. Use it in a `with` block."""

    def __init__(self, draft: Path, beside: Callable[[], dict[str, str]]) -> None:
        self.files: list[str] = []
        self._draft, self._beside = draft, beside
        self._open = self._begin()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._finish()

    def add(self, name: str, contents: dict[str, str]) -> None:
        """Add members of one name, numbered if it is taken, by their endings."""
        if self._count + len(contents) > MOST:
            self._finish()
            self._open = self._begin()
        path = self._free(name)
        for ending, content in contents.items():
            add_member(self._open, f"{path}{ending}", content)
        self._count += len(contents)

    def _begin(self) -> ZipFile:
        name = self._draft.name
        self.files.append(goes_on(name, len(self.files) + 1) if self.files else name)
        self._count, self._taken = 0, dict[str, int]()
        return ZipFile(self._draft.with_name(self.files[-1]), "w", ZIP_DEFLATED)

    def _finish(self) -> None:
        with self._open as archive:
            for name, content in self._beside().items():
                add_member(archive, name, content)

    def _free(self, path: str) -> str:
        number, found = self._taken.get(path.casefold(), 0), path
        while number == 0 or found.casefold() in self._taken:
            number += 1
            found = path if number == 1 else f"{path}-{number}"
        self._taken[path.casefold()] = number
        self._taken.setdefault(found.casefold(), 1)
        return found


def mapped(source: Source | None, shown: str, show: Callable[[str], str]) -> Mapped | None:
    """What the map beside a member says, as long as its text is still the one that was written."""
    if source is None:
        return None
    try:
        found = msgspec.json.decode(source.data(), type=Mapped)
    except msgspec.DecodeError:
        return None
    return found if show(found.text) == shown else None


def add_member(archive: ZipFile, name: str, content: str) -> None:
    """A member without a time, so that the same content is the same archive."""
    info = ZipInfo(name)
    info.compress_type = ZIP_DEFLATED
    info.external_attr = 0o644 << 16
    archive.writestr(info, content.encode())
