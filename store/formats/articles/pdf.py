"""PDF with text in it, parsed by PDFium (BSD and Apache 2.0) and put together again as paragraphs.

A PDF knows lines and no paragraphs: where a line is short, indented or further away than the others, a new
one begins. What stands at the top or foot of most pages is left out.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise
from statistics import median
from typing import Any

from msgspec import Struct

from store.formats.articles.documents import Line, document
from store.formats.problems import RecordError
from store.formats.protocol import Feature, Item, ReadOptions
from store.formats.sources import LIMIT, Source

PAGES = 2000
"""Pages that are read; no article has more."""

_ENDS = (".", "!", "?", "\u201c", "\u201d", '"', "\u00bb", ":", "\u2026")
_HYPHENS = ("\u00ad", "\u2010", "\ufffe", "\x02")
"""What files and PDFium put where a word was divided."""

_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")


class Stretch(Struct, frozen=True):
    """A line of a column: its text and its box in points, with the origin at the lower left of the page."""

    text: str
    left: float
    bottom: float
    right: float
    top: float


class Pdf:
    """`.pdf` whose text can be selected; pictures of pages are named."""

    name = "pdf"
    suffixes = (".pdf",)
    cannot_hold: tuple[Feature, ...] = (
        "metadata", "zones", "nesting", "provenance", "rejections", "stances", "answers", "comments",
        "scheme",
    )  # fmt: skip

    def sniff(self, head: str, suffix: str) -> float:
        """By its first word, which may stand behind a little rubbish."""
        return 0.95 if "%PDF-" in head[:1024] else 0.0

    def read(self, source: Source, options: ReadOptions) -> Iterator[Item]:
        """The paragraphs of all pages as one article, or as what a database of press articles put into it."""
        pages = list(_pages(source.data()))
        kept = without_margins(pages)
        texts = paragraphs(kept)
        if not texts:
            raise RecordError("text", "no_text_layer")
        lines = [Line(texts[0], _is_headed(kept)), *map(Line, texts[1:])]
        yield from document(source, lines, options, {"pages": len(pages)})


def _pages(data: bytes) -> Iterator[list[Stretch]]:
    import pypdfium2 as pdfium  # pyright: ignore[reportMissingTypeStubs]

    opened: Any = pdfium.PdfDocument
    try:
        with opened(data) as found:
            size = 0
            for page in list(range(len(found)))[:PAGES]:
                stretches = _stretches(found[page])
                size += sum(len(it.text) for it in stretches)
                if size > LIMIT:
                    raise RecordError("", "too_long", str(LIMIT))
                yield stretches
    except pdfium.PdfiumError as error:
        locked = getattr(error, "err_code", None) == pdfium.raw.FPDF_ERR_PASSWORD
        raise RecordError("", "protected" if locked else "damaged", str(error)) from error


def _stretches(page: Any) -> list[Stretch]:
    """The boxes of text of a page in the order of the file, with those on one line put together."""
    text = page.get_textpage()
    found: list[Stretch] = []
    for index in range(text.count_rects()):
        item = _stretch(text, text.get_rect(index))
        if item is None:
            continue
        last = found[-1] if found else None
        if last and _is_same_line(last, item):
            gap = " " if item.left - last.right > 0.15 * (item.top - item.bottom) else ""
            words = f"{last.text}{gap}{item.text}"
            found[-1] = Stretch(words, last.left, last.bottom, item.right, max(last.top, item.top))
        else:
            found.append(item)
    return found


def _stretch(text: Any, box: tuple[float, float, float, float]) -> Stretch | None:
    """A box of text. As high as its font: the box itself is lower where no letter goes up or down."""
    left, bottom, right, top = box
    words: str = text.get_text_bounded(left - 0.1, bottom, right + 0.1, top)
    for sign in _HYPHENS:
        words = words.replace(sign, "-")
    words = " ".join(_CONTROL.sub("", words).split())
    if not words:
        return None
    at = text.get_index(left + 0.5, (bottom + top) / 2, 2, 2)
    if at is not None:
        _, bottom, _, top = text.get_charbox(at, loose=True)
    return Stretch(words, left, bottom, right, top)


def _is_same_line(last: Stretch, item: Stretch) -> bool:
    height = item.top - item.bottom
    return abs(last.bottom - item.bottom) < 0.5 * height and -2 < item.left - last.right < 2 * height


def without_margins(pages: Sequence[list[Stretch]]) -> list[list[Stretch]]:
    """Pages without what the first and the last lines of most of them say, numbers aside."""
    if len(pages) < 3:
        return [list(page) for page in pages]
    ends = [{_shape(it.text) for it in (*page[:2], *page[-2:])} for page in pages]
    often = {
        shape
        for shape, count in Counter(it for page in ends for it in page).items()
        if count * 2 > len(pages)
    }
    return [
        [
            it
            for at, it in enumerate(page)
            if not ((at < 2 or at >= len(page) - 2) and _shape(it.text) in often)
        ]
        for page in pages
    ]


def _is_headed(pages: Sequence[list[Stretch]]) -> bool:
    """Whether it begins in a larger font than most of it has."""
    heights = [it.top - it.bottom for page in pages for it in page]
    return heights[0] > 1.25 * median(heights)


def paragraphs(pages: Sequence[list[Stretch]]) -> list[str]:
    """Lines put together: a word that was divided becomes whole if it goes on in lower case."""
    found: list[str] = []
    current: list[Stretch] = []
    stretches = [it for page in pages for it in page]
    normal = _distance(pages)
    for item in stretches:
        if current and _begins(current, item, normal):
            found.append(_joined(current))
            current = []
        current.append(item)
    return [*found, _joined(current)] if current else found


def _distance(pages: Sequence[list[Stretch]]) -> float:
    """From one line to the next, as it mostly is, in heights of a line."""
    steps = [
        (above.bottom - below.bottom) / (above.top - above.bottom)
        for page in pages
        for above, below in pairwise(page)
        if above.top > above.bottom and above.bottom > below.bottom
    ]
    return median(steps) if steps else 1.3


def _begins(current: list[Stretch], item: Stretch, normal: float) -> bool:
    """Whether a line is the first of a new paragraph."""
    last = current[-1]
    height = last.top - last.bottom or 1.0
    step = (last.bottom - item.bottom) / height
    if abs((item.top - item.bottom) / height - 1) > 0.25:
        return True
    ended = last.text.endswith(_ENDS)
    if step < 0:  # another column or page: the sentence may go on there
        return ended and last.right < max(it.right for it in current) - 2 * height
    if step > 1.4 * normal:
        return True
    is_short = last.right < max([it.right for it in current] + [item.right]) - 3 * height
    is_indented = item.left > last.left + 0.8 * height and len(current) > 1
    return ended and (is_short or is_indented)


def _joined(lines: list[Stretch]) -> str:
    text = lines[0].text
    for line in lines[1:]:
        if text.endswith("-") and text[-2:-1].isalpha() and line.text[:1].islower():
            text = text[:-1] + line.text
        else:
            text = f"{text} {line.text}"
    return text


def _shape(text: str) -> str:
    return re.sub(r"\d+", "0", text)
