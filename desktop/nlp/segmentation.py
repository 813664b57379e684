"""Tokens and sentences of a text without a pipeline: what the caret steps over and what default evidence is.

Tokens are a convenience, never a constraint: an annotator may end a span at any character. They are small
on purpose, so that a name inside „Moskau-dominierten“ or 「プーチン氏」 can be reached: hyphens stand
alone, and Han, kana, Hangul and Thai give one token a character or cluster. All ranges are half-open and
count code points.
"""

import re
import unicodedata
from collections.abc import Iterator
from functools import cache
from itertools import chain, pairwise, starmap

from desktop.nlp import abbreviations

NAME = "lesart-segmentation"
VERSION = "1"

Range = tuple[int, int]

_ONE_EACH = (
    r"\u3005-\u3007\u3021-\u3029\u3031-\u3035\u303b\u3041-\u3096\u309d-\u30ff\u3105-\u312f\u31a0-\u31bf\u31f0-\u31ff"
    r"\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\uff66-\uff9f\uac00-\ud7a3\U0001b000-\U0001b16f\U00020000-\U0003ffff"
)
"""Han, kana, bopomofo, Hangul syllables."""

_JAMO = r"\u1100-\u11ff\ua960-\ua97f\ud7b0-\ud7ff"
_CLUSTERED = r"\u0e00-\u0e7f\u0e80-\u0eff\u1000-\u109f\u1780-\u17ff"
"""Thai, Lao, Burmese, Khmer: written without spaces."""

_CLUSTER_MARKS = (
    r"\u0e31\u0e34-\u0e3a\u0e47-\u0e4e\u0eb1\u0eb4-\u0ebc\u0ec8-\u0ece\u102b-\u103e\u1056-\u1059\u105e-\u1060"
    r"\u1071-\u1074\u1082-\u108d\u17b4-\u17d3\u17dd"
)
_MARK_BLOCKS = (
    (0x300, 0x370), (0x483, 0x48A), (0x591, 0x1CFA), (0x1DC0, 0x1E00), (0x20D0, 0x20F1), (0x2CEF, 0x2E00),
    (0x302A, 0x309B), (0xA66F, 0xABEE), (0xFB1E, 0xFB1F), (0xFE20, 0xFE30), (0x101FD, 0x10380),
    (0x10A01, 0x11FFF), (0x16AF0, 0x16FF2), (0x1BC9D, 0x1BC9F), (0x1CF00, 0x1DAB0), (0x1E000, 0x1E94B),
)  # fmt: skip
"""Where combining marks are; looking through all of Unicode would take a tenth of a second."""

_ELIDING = frozenset(("fr", "it", "ca"))
_LINE_END = re.compile(r"[\n\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]+")
_CLOSERS = "\"'”’»«“)]}】』」）〉》›‹"
_ENDS = re.compile(
    rf"(?P<wide>[。！？｡।॥։።]+)[{re.escape(_CLOSERS)}]*|(?P<narrow>[.!?…؟۔]+)[{re.escape(_CLOSERS)}]*(?=\s|$)"
)
_LAST_WORD = re.compile(r"[\w.’'-]*\w$")
_NEXT_WORD = re.compile(r"\s*[\W_]*?(\w+|$)")
_ROMAN = re.compile(r"[IVX]{1,5}$")
_THAI_GAP = re.compile(r"(?<=[\u0e00-\u0e4e])[ \u00a0]+(?=[\u0e01-\u0e44])")
_SIGHT = 60
"""Code points looked at on either side of a full stop."""

_THAI_MIN = 20
"""Shorter stretches between Thai spaces are names and list items, not sentences."""


def tokens(text: str, language: str | None = None) -> list[Range]:
    """The tokens of a text: sorted, disjoint, without white space, all else in exactly one."""
    eliding = language is not None and language.split("-")[0] in _ELIDING
    return [match.span() for match in _token_pattern(eliding=eliding).finditer(text)]


def sentences(text: str, language: str | None = None) -> list[Range]:
    """The sentences of a text, without the white space around them. A line end always ends a sentence."""
    found: list[Range] = []
    for start, end in _lines(text):
        borders = [start, *_borders(text, start, end, language), end]
        for left, right in pairwise(borders):
            found += _trimmed(text, left, right)
    return found


@cache
def _token_pattern(*, eliding: bool) -> re.Pattern[str]:
    marks = _marks()
    letter = rf"[^\W\d_{_ONE_EACH}{_JAMO}{_CLUSTERED}]"
    word = rf"(?:{letter}|\d)(?:{letter}|[\d{marks}\u00ad\u200c])*"
    joint = r"['’](?!s(?!\w))|·|(?<=[\u05d0-\u05ea])[\"״׳]"
    body = rf"{word}(?:['’](?={letter}))?" if eliding else rf"{word}(?:(?:{joint}){word})*"
    attached = rf"[{marks}\ufe00-\ufe0f\U0001f3fb-\U0001f3ff\U000e0020-\U000e007f\U000e0100-\U000e01ef]*"
    alternatives = (
        r"(?:https?://|ftp://|www\.)[!#-;=?-~\u00a1-\u024f]+(?<![.,;:!?)\]}'’»])",
        r"[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63})+",
        rf"(?:{letter}\.){{2,}}",
        r"[0-9#*]\ufe0f?\u20e3",
        r"\d+(?:[.,:'’]\d+)+",
        body,
        r"['’]s(?!\w)",
        r"[\u1100-\u115f\ua960-\ua97c]+[\u1160-\u11a7\ud7b0-\ud7c6]*[\u11a8-\u11ff\ud7cb-\ud7fb]*",
        rf"[\u0e40-\u0e44\u0ec0-\u0ec4]?[{_CLUSTERED}][{_CLUSTER_MARKS}]*[\u0e30\u0e32\u0e33\u0e45\u0eb0\u0eb2\u0eb3]?",
        r"[\U0001f1e6-\U0001f1ff]{2}",
        rf"\S{attached}(?:\u200d\S{attached})*",
    )
    return re.compile("|".join(alternatives))


@cache
def _marks() -> str:
    """A character class of all combining marks (category M) but the variation selectors."""
    ranges: list[list[int]] = []
    for code in chain.from_iterable(starmap(range, _MARK_BLOCKS)):
        if unicodedata.category(chr(code)).startswith("M"):
            if ranges and ranges[-1][1] == code - 1:
                ranges[-1][1] = code
            else:
                ranges.append([code, code])
    return "".join(f"{chr(first)}-{chr(last)}" for first, last in ranges)


def _lines(text: str) -> Iterator[Range]:
    start = 0
    for match in _LINE_END.finditer(text):
        yield start, match.start()
        start = match.end()
    yield start, len(text)


def _borders(text: str, start: int, end: int, language: str | None) -> Iterator[int]:
    for match in _ENDS.finditer(text, start, end):
        before = text[max(start, match.start() - _SIGHT) : match.start()]
        after = text[match.end() : min(end, match.end() + _SIGHT)]
        if match["wide"] or _ends_sentence(before, match["narrow"], after, language):
            yield match.end()
    if language is not None and language.startswith("th"):
        yield from _thai_borders(text, start, end)


def _ends_sentence(before: str, mark: str, after: str, language: str | None) -> bool:
    """Whether a full stop and the like between two stretches of a line ends a sentence."""
    following = _NEXT_WORD.match(after)
    next_word = following.group(1) if following else ""
    if not next_word:
        return True
    if next_word[0].islower():
        return False
    return mark != "." or _period_ends_sentence(before, next_word, language)


def _period_ends_sentence(before: str, next_word: str, language: str | None) -> bool:
    last = _LAST_WORD.search(before)
    word = last.group() if last else ""
    lower = word.lower().strip(".’'-")
    starts = next_word.lower() in abbreviations.starters(language)
    if _is_ordinal(word, language) or lower in abbreviations.soft(language):
        return starts
    if lower in abbreviations.hard(language):
        return False
    if lower in abbreviations.NUMBERED:
        return not next_word[0].isdecimal()
    if len(word) == 1 and word.isalpha():
        return not word.isascii() and not word.isupper() and not word.islower()
    return starts if re.fullmatch(r"(?:\w\.)+\w", word) else True


def _is_ordinal(word: str, language: str | None) -> bool:
    if language is None or language.split("-")[0] not in abbreviations.ORDINAL_LANGUAGES:
        return False
    number = word.rsplit("-", 1)[-1]
    return (number.isdecimal() and len(number) <= 2) or _ROMAN.match(number) is not None


def _thai_borders(text: str, start: int, end: int) -> Iterator[int]:
    previous = start
    gaps = [match.span() for match in _THAI_GAP.finditer(text, start, end)]
    for i, (left, right) in enumerate(gaps):
        following = gaps[i + 1][0] if i + 1 < len(gaps) else end
        if left - previous >= _THAI_MIN and following - right >= _THAI_MIN:
            yield right
            previous = right


def _trimmed(text: str, start: int, end: int) -> list[Range]:
    stretch = text[start:end]
    body = stretch.strip()
    if not body:
        return []
    left = start + len(stretch) - len(stretch.lstrip())
    return [(left, left + len(body))]
