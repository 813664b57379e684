"""Archives with some members for each reading: by part of a split, then by annotator."""

from collections.abc import Callable, Iterable
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

import msgspec

from store.formats.annotations.foreign import metadata, voice
from store.formats.annotations.sheaf import MAP, Mapped, file_name
from store.formats.losses import Losses
from store.formats.problems import Loss
from store.formats.protocol import WriteOptions, Written
from store.formats.readings import chosen, part
from store.formats.records import ArticleRecord, SetRecord
from store.formats.sources import Source

Members = Callable[[ArticleRecord, SetRecord], tuple[dict[str, str], list[Loss]]]
"""What a reading becomes: contents by the ending of their name; and what was lost."""


def write_archive(
    draft: Path,
    articles: Iterable[ArticleRecord],
    options: WriteOptions,
    members: Members,
    beside: Callable[[], dict[str, str]],
    *,
    named: Callable[[SetRecord], str] = lambda _: "",
) -> Written:
    """One archive: the members of each reading with a map, and at last what lies beside them all.

    `named` is what the map says that the stances of a reading name.
    """
    losses = Losses()
    count = 0
    taken: set[str] = set()
    with ZipFile(draft, "w", ZIP_DEFLATED) as archive:
        for article in articles:
            sets = chosen(article.sets, options.annotators)
            for item in sets:
                folder = [part(article, options), file_name(item.annotator.name)]
                name = "/".join(filter(None, (*folder, file_name(article.key or "article"))))
                path = _free(name, taken)
                contents, lost = members(article, item)
                for ending, content in contents.items():
                    add_member(archive, f"{path}{ending}", content)
                known = Mapped(1, article.text or "", [], {**metadata(article), **voice(item)}, named(item))
                add_member(archive, f"{path}{MAP}", msgspec.json.encode(known).decode())
                losses += lost
            count += bool(sets)
        for name, content in beside().items():
            add_member(archive, name, content)
    return Written((draft.name,), count, *losses.told())


def mapped(source: Source | None, shown: str, show: Callable[[str], str]) -> Mapped | None:
    """What the map beside a member says, as long as its text is still the one that was written."""
    if source is None:
        return None
    try:
        found = msgspec.json.decode(source.data(), type=Mapped)
    except msgspec.DecodeError:
        return None
    return found if show(found.text) == shown else None


def _free(path: str, taken: set[str]) -> str:
    """The path, numbered if it is taken."""
    number, found = 1, path
    while found.casefold() in taken:
        number += 1
        found = f"{path}-{number}"
    taken.add(found.casefold())
    return found


def add_member(archive: ZipFile, name: str, content: str) -> None:
    """A member without a time, so that the same content is the same archive."""
    info = ZipInfo(name)
    info.compress_type = ZIP_DEFLATED
    info.external_attr = 0o644 << 16
    archive.writestr(info, content.encode())
