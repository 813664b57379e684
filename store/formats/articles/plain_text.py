"""One text file, one article: the text exactly as decoded, the title from the file's name.

Or the many articles of a press database in one file, by a profile.
"""

from collections.abc import Iterator
from pathlib import PurePosixPath

from store.formats.articles.profiles import profile_for, taken_apart, units
from store.formats.protocol import Feature, Item, ReadOptions
from store.formats.records import VERSION, ArticleRecord
from store.formats.sources import Source


class PlainText:
    """`.txt` and `.text`."""

    name = "text"
    suffixes = (".txt", ".text")
    cannot_hold: tuple[Feature, ...] = (
        "metadata", "zones", "nesting", "provenance", "rejections", "stances", "answers", "comments",
        "scheme",
    )  # fmt: skip

    def sniff(self, head: str, suffix: str) -> float:
        """By its suffix alone; without one, whatever has no control characters may be a text."""
        if suffix in self.suffixes:
            return 0.5
        return 0.1 if not suffix and head and "\0" not in head and "\ufffd" not in head else 0.0

    def read(self, source: Source, options: ReadOptions) -> Iterator[Item]:
        """One record. Its key is the file's name below the imported folder, without the suffix.

        A text in which a profile finds several articles is taken apart.
        """
        text = source.text()
        if (profile := profile_for(text.splitlines(), options)) is not None:
            yield from taken_apart(source.name, units(text, profile), profile, options)
            return
        name = PurePosixPath(source.name)
        yield (
            1,
            ArticleRecord(
                VERSION,
                key=str(name.with_suffix("")),
                title=name.stem,
                text=text,
                language=options.language,
                rights=options.rights,
            ),
        )
