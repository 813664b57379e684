"""Paragraphs that recur across a corpus at the head or tail of articles, whatever outlet they come from.

A paragraph is compared by the smallest hashes of its pairs of words, so that near-repetitions meet, too; a
line like "Label: a, b" by its label. One counts as repeated when it stands in `LEAST` articles that go on
differently: in those that share one of their first sentences beside it, one story was printed under heads and
with leads of the papers' own, and its body is no boilerplate.
"""

import re
from collections.abc import Iterable, Iterator
from itertools import islice, pairwise
from zlib import crc32

Range = tuple[int, int]

LEAST = 3
"""Articles that tell different stories."""

LONGEST = 800
SHARE = 0.5
"""Code points, and share of an article's, beyond both of which what recurs is a story."""

EDGE = 6
"""Paragraphs at each end that are looked at."""

CAPACITY = 400_000
"""Keys kept; beyond it those seen once are forgotten."""

_HASHES = 6
_NEEDED = 4
"""So many of the smallest hashes have to recur."""

_TOLD = 2
"""Paragraphs of prose, behind a head, by which a story is known."""

_PARAGRAPH = re.compile(r"[^\s](?:[^\r\n\u2028\u2029]*[^\s])?")
_LABELLED = re.compile(
    r"([^\W\d_][^:：\n]{1,28})[:：]\s*[^\"'»«“”„‘’‚「」\n]*[^\"'»«“”„‘’‚「」\n.!?…。！？؟।]"
)
_LABELLED_LENGTH = 160
_OPENING = re.compile(r"[^\n]{2,60}?[)）\]】]?\s*[-–—―]{1,2}\s+")
_PROSE = re.compile(r".{19,}[.!?…。！？؟۔।][\"'»«“”’)\]）」』]*|.{120,}", re.DOTALL)
"""What ends like a sentence, or is too long for a head."""

_WORD = re.compile(r"\w+")
_DIGITS = re.compile(r"\d+")


class Repetition:
    """What recurs in the articles that were added."""

    def __init__(self) -> None:
        self._seen: dict[int, tuple[frozenset[int], ...]] = {}
        """What was told beside a key, by the stories that it stands in."""

    def add(self, text: str) -> None:
        """Take an article into account."""
        paragraphs = _paragraphs(text)
        told = list(islice(_told(text, paragraphs[1:]), _TOLD + 1))
        for start, end in _edges(paragraphs):
            beside = frozenset([story for place, story in told if place != start][:_TOLD])
            for key in set(_keys(text[start:end])) if beside else ():
                self._stands(key, beside)
        beside = frozenset(story for _, story in told[:_TOLD])
        for key in _opening_keys(text, paragraphs) if beside else ():
            self._stands(key, beside)
        if len(self._seen) > CAPACITY:
            self._seen = {key: known for key, known in self._seen.items() if len(known) > 1}

    def _stands(self, key: int, beside: frozenset[int]) -> None:
        known = self._seen.get(key, ())
        if len(known) < LEAST and all(map(beside.isdisjoint, known)):
            self._seen[key] = (*known, beside)

    def paragraphs(self, text: str) -> list[Range]:
        """The repeated paragraphs at the beginning and the end of an article, in text order.

        They hang together with its edge, and never make up the whole article. What is long and the greater
        part of it is a story that several papers print under heads of their own, and no boilerplate.
        """
        whole = _paragraphs(text)
        head = list(_run(self._is_repeated(text, place) for place in whole[:EDGE]))
        tail = list(_run(self._is_repeated(text, place) for place in whole[: -EDGE - 1 : -1]))
        if len(head) + len(tail) >= len(whole):
            return []
        found = [*whole[: len(head)], *whole[len(whole) - len(tail) :]]
        length = _length(found)
        return [] if length > LONGEST and length > SHARE * _length(whole) else found

    def opening(self, text: str) -> Range | None:
        """The words before the first dash, if articles keep beginning with them."""
        keys = list(_opening_keys(text, _paragraphs(text)))
        if not keys or not self._recurs(keys[0]):
            return None
        start = _paragraphs(text)[0][0]
        match = _OPENING.match(text, start)
        return (start, match.end()) if match else None

    def _is_repeated(self, text: str, place: Range) -> bool:
        keys = _keys(text[place[0] : place[1]])
        return sum(map(self._recurs, keys)) >= min(_NEEDED, len(keys))

    def _recurs(self, key: int) -> bool:
        return len(self._seen.get(key, ())) >= LEAST


def _run(repeated: Iterable[bool]) -> Iterator[bool]:
    for one in repeated:
        if not one:
            return
        yield one


def _length(ranges: Iterable[Range]) -> int:
    return sum(end - start for start, end in ranges)


def _paragraphs(text: str) -> list[Range]:
    return [match.span() for match in _PARAGRAPH.finditer(text)]


def _edges(paragraphs: list[Range]) -> list[Range]:
    return paragraphs if len(paragraphs) <= 2 * EDGE else paragraphs[:EDGE] + paragraphs[-EDGE:]


def _plain(paragraph: str) -> str:
    return " ".join(_WORD.findall(_DIGITS.sub("0", paragraph.casefold())))


def _keys(paragraph: str) -> list[int]:
    """What a paragraph is known by: its label, all of a short one, or the smallest hashes of a long one."""
    if label := _label(paragraph):
        return [crc32(f"label {_plain(label[1])}".encode())]
    words = _plain(paragraph).split()
    if len(words) < 2 * _HASHES:
        return [crc32(f"line {' '.join(words)}".encode())]
    return sorted({crc32(f"{a} {b}".encode()) for a, b in pairwise(words)})[:_HASHES]


def _told(text: str, paragraphs: list[Range]) -> Iterator[tuple[int, int]]:
    """What paragraphs of prose say, with their beginnings; lists behind a label are none."""
    for start, end in paragraphs:
        words = text[start:end]
        if _PROSE.fullmatch(words) and not _label(words):
            yield start, crc32(_plain(words).encode())


def _label(paragraph: str) -> re.Match[str] | None:
    """What a list stands behind; "Kern said: “No.”" is none."""
    return _LABELLED.fullmatch(paragraph) if len(paragraph) <= _LABELLED_LENGTH else None


def _opening_keys(text: str, paragraphs: list[Range]) -> Iterator[int]:
    if paragraphs and (match := _OPENING.match(text, paragraphs[0][0])):
        yield crc32(f"opening {match.group().strip()}".encode())
