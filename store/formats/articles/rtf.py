"""Rich Text (`.rtf`), parsed by striprtf (BSD): the paragraphs."""

import re
from collections.abc import Callable, Iterator
from typing import cast

from store.formats.articles.documents import Line, document
from store.formats.problems import RecordError, Skipped
from store.formats.protocol import Feature, Item, ReadOptions
from store.formats.sources import Source

_LINE = re.compile(r"\\line(?![a-z]) ?")
_CODE_PAGE = re.compile(r"\\ansicpg(\d+)")


class Rtf:
    """`.rtf`: one article, or what a database of press articles put into one file."""

    name = "rtf"
    suffixes = (".rtf",)
    cannot_hold: tuple[Feature, ...] = (
        "metadata", "zones", "nesting", "provenance", "rejections", "stances", "answers", "comments",
        "scheme",
    )  # fmt: skip

    def sniff(self, head: str, suffix: str) -> float:
        """By its first word."""
        return 0.95 if head.startswith("{\\rtf") else 0.0

    def read(self, source: Source, options: ReadOptions) -> Iterator[Item]:
        """The paragraphs. A file that was cut is read as far as it goes, and named."""
        from striprtf import striprtf

        data = source.data()
        if not data.startswith(b"{\\rtf"):
            raise RecordError("", "damaged")
        # striprtf makes paragraphs of line ends; a vertical tab comes through.
        markup = _LINE.sub(r"\\'0b", data.decode("latin-1"))
        page = _CODE_PAGE.search(markup)
        convert = cast("Callable[..., str]", striprtf.rtf_to_text)  # pyright: ignore[reportUnknownMemberType]
        try:
            text = convert(markup, encoding=f"cp{page[1]}" if page else "cp1252", errors="replace")
        except (ValueError, IndexError, LookupError, TypeError, OverflowError) as error:
            raise RecordError("", "damaged", str(error)) from error
        if not markup.rstrip("\0 \r\n\t").endswith("}"):
            yield 1, Skipped(source.name, 1, "", "half_written")
        text = text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
        yield from document(source, [Line(line.replace("\v", "\n")) for line in lines_of(text)], options)


def lines_of(text: str) -> list[str]:
    """The paragraphs of a text with one on a line; tabs and line ends inside stay."""
    return [line for piece in text.split("\n") if (line := piece.strip())]
