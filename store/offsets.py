"""Positions in a text: code points, and the UTF-16 units, graphemes and tokens of others.

A position is the number of code points before it, `0 <= position <= len(text)`. Everything is pure.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from unicodedata import category

Range = tuple[int, int]
"""A half-open range `(start, end)` of code points."""

_ASTRAL = re.compile("[\U00010000-\U0010ffff]")


class Offsets:
    """Translates positions of one text. A lone surrogate counts as one UTF-16 unit.

    Lookups are O(log n); a text without characters beyond U+FFFF costs one scan and no memory. Both raise
    IndexError for a position outside the text.
    """

    def __init__(self, text: str) -> None:
        self._text = text
        astral = () if text.isascii() else _ASTRAL.finditer(text)
        self._astral = [match.start() for match in astral]
        self._pairs = [position + i for i, position in enumerate(self._astral)]
        self.length = len(text)
        self.utf16_length = len(text) + len(self._astral)

    def utf16(self, code_point: int) -> int:
        """The UTF-16 position, as Qt, Java and JavaScript count."""
        _check(code_point, self.length)
        return code_point + bisect_left(self._astral, code_point)

    def code_point(self, utf16: int) -> int:
        """The position of a UTF-16 position; one inside a surrogate pair goes to the pair's start."""
        _check(utf16, self.utf16_length)
        return utf16 - bisect_left(self._pairs, utf16)


def _check(position: int, length: int) -> None:
    if not 0 <= position <= length:
        raise IndexError(position)


# --- Graphemes --------------------------------------------------------------------------

# One letter a class: R carriage return, N line feed, C control, X extend, M spacing mark, Z joiner, F flag
# letter, P pictograph, L V T Hangul (A, B: syllables LV, LVT), K Indic consonant, I virama, O other.
_SPECIAL = re.compile(
    "(?P<R>\r)|(?P<N>\n)|(?P<Z>\u200d)|(?P<F>[\U0001f1e6-\U0001f1ff])"
    "|(?P<L>[\u1100-\u115f\ua960-\ua97c])|(?P<V>[\u1160-\u11a7\ud7b0-\ud7c6])|(?P<T>[\u11a8-\u11ff\ud7cb-\ud7fb])"
    "|(?P<I>[\u094d\u09cd\u0acd\u0b4d\u0c4d\u0d4d])"
    "|(?P<K>[\u0915-\u0939\u0958-\u095f\u0978-\u097f\u0995-\u09b9\u09dc-\u09df\u09f0\u09f1\u0a95-\u0ab9\u0af9"
    "\u0b15-\u0b39\u0b5c-\u0b5f\u0b71\u0c15-\u0c39\u0c58-\u0c5a\u0d15-\u0d3a])"
    "|(?P<X>[\u200c\uff9e\uff9f\U0001f3fb-\U0001f3ff\U000e0020-\U000e007f])|(?P<M>[\u0e33\u0eb3])"
    "|(?P<P>[\u203c\u2049\u2139\u2194\u25fb-\u25fe\u2934\u2935\u3030])"
    "|(?P<O>[\u102b\u102c\u1038\u1062-\u1064\u1067-\u106d\u1083\u1087-\u108c\u108f\u109a-\u109c"
    "\u1a61\u1a63\u1a64\uaa7b\uaa7d])"
)
_LETTERS = {"Mn": "X", "Me": "X", "Mc": "M", "So": "P"} | dict.fromkeys(("Cc", "Cf", "Cs", "Zl", "Zp"), "C")

# UAX #29, table 1c, over class letters; possessive where it would otherwise try a long run again and again.
_CLUSTER = re.compile("RN|[RNC]|(?:L*(?:V+|AV*|B)T*|L+|T+|FF|P(?:[XI]*+ZP)*|K(?:[XZ]*+I[XIZ]*+K)*|.)[XIZM]*")
_JOINING = re.compile("[RXZMIFLVT]")


class _Classes(dict[int, str]):
    """Code point -> class letter for `str.translate`, worked out once for each character that occurs."""

    def __missing__(self, code_point: int) -> str:
        self[code_point] = letter = _class_of(chr(code_point))
        return letter


def _class_of(character: str) -> str:
    if special := _SPECIAL.match(character):
        return str(special.lastgroup)
    if "\uac00" <= character <= "\ud7a3":
        return "B" if (ord(character) - 0xAC00) % 28 else "A"
    if "\U0001f000" <= character <= "\U0001faff":
        return "P"  # also those that this Python's Unicode does not know yet
    return _LETTERS.get(category(character), "O")


_CLASSES = _Classes()


def graphemes(text: str) -> list[int]:
    """Borders of the extended grapheme clusters (what a reader takes for one character), from 0 to len(text).

    Rules GB3 to GB9a and GB9c to GB13 of UAX #29: CRLF, Hangul syllables, combining and spacing marks,
    conjuncts of six Indic scripts, emoji joined by ZWJ, flags, skin tones, variation selectors. GB9b (Arabic
    number signs that stand before their number) is left out. Any symbol (So) counts as a pictograph, which
    matters only beside a ZWJ.
    """
    classes = text.translate(_CLASSES)
    if not _JOINING.search(classes):
        return list(range(len(text) + 1))
    return [0, *(match.end() for match in _CLUSTER.finditer(classes))]


# --- Moving among borders and tokens ----------------------------------------------------


def next_border(borders: Sequence[int], position: int) -> int:
    """The first of the sorted borders behind the position; the position itself if there is none."""
    i = bisect_right(borders, position)
    return borders[i] if i < len(borders) else position


def previous_border(borders: Sequence[int], position: int) -> int:
    """The last of the sorted borders before the position; the position itself if there is none."""
    i = bisect_left(borders, position)
    return borders[i - 1] if i else position


def met(borders: Sequence[Range], start: int, end: int) -> range:
    """Indexes of the tokens that share a character with `[start, end)`; empty where it lies between tokens.

    `borders` are the ranges of the tokens, sorted, none overlapping another.
    """
    first = bisect_right(borders, start, key=_end)
    return range(first, max(first, bisect_left(borders, end, key=_start)))


def snap(borders: Sequence[Range], start: int, end: int) -> Range:
    """The whole tokens that `[start, end)` meets: it grows over cut tokens and lets go of space at its edges.

    A range that meets no token stays as it is. An empty range (a caret) becomes the token around it, else the
    one that starts there, else the one that ends there.
    """
    if start == end:
        tokens = met(borders, start, end + 1) or met(borders, start - 1, end)
    else:
        tokens = met(borders, start, end)
    return (borders[tokens[0]][0], borders[tokens[-1]][1]) if tokens else (start, end)


def _start(token: Range) -> int:
    return token[0]


def _end(token: Range) -> int:
    return token[1]


# --- What a widget may show -------------------------------------------------------------

PARAGRAPH_LIMIT = 4000
"""Characters; laying out one paragraph costs time in its length, and only whole paragraphs are lazy."""

_UNSAFE = re.compile("\r\n|[\x00\r\u2029\ufdd0\ufdd1\ufeff\ufffc\ufffe\ud800-\udfff]")
_SAFE = {"\r\n": " \n", "\r": "\n", "\u2029": "\n", "\ufdd0": " ", "\ufdd1": " ", "\ufeff": "\u2060"}
_GAP = re.compile("[ \t\u2000-\u200b\u3000]")
_LONG = re.compile(f"^[^\n]{{{PARAGRAPH_LIMIT + 1},}}", re.MULTILINE)


def display_copy(text: str) -> str:
    """A copy for QTextDocument with the same length in code points and UTF-16 units, one paragraph a line.

    `QTextDocument.setPlainText` shortens CRLF, drops lone surrogates and a first U+FEFF, takes a first U+FFFE
    for a byte order, and starts a paragraph at U+2029 and U+FDD0/1. Here CRLF is " \\n", a lone CR and U+2029
    are "\\n", U+FDD0/1 are spaces, U+FEFF is U+2060 (its twin), and what is no character (NUL, lone
    surrogates, U+FFFE, and U+FFFC, for which Qt would ask for an object) is U+FFFD. U+2028 and bidi controls
    stay: Qt breaks the line at the one and ends the others with the paragraph. A paragraph of more than 4,000
    characters is broken at spaces. What a person selects is read from the text itself, never from this copy.
    """
    safe = _UNSAFE.sub(lambda match: _SAFE.get(match[0], "\ufffd"), text)
    return _LONG.sub(lambda match: _broken(match[0]), safe) if len(safe) > PARAGRAPH_LIMIT else safe


def _broken(paragraph: str) -> str:
    """The paragraph with a line feed for the last gap before each limit, or for the next one behind it."""
    cuts = [*_cuts(paragraph), len(paragraph)]
    starts = [0, *(cut + 1 for cut in cuts)]
    return "\n".join(paragraph[start:cut] for start, cut in zip(starts, cuts, strict=False))


def _cuts(paragraph: str) -> Iterator[int]:
    gaps = [match.start() for match in _GAP.finditer(paragraph)]
    start = 0
    while len(paragraph) - start > PARAGRAPH_LIMIT:
        i = bisect_right(gaps, start + PARAGRAPH_LIMIT) - 1
        if i < 0 or gaps[i] <= start:
            i += 1
        if i == len(gaps):
            return
        yield gaps[i]
        start = gaps[i] + 1
