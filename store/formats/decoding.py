"""Bytes to text, exactly: a byte order mark or strict UTF-8 first, a guess only for what fails (all pure).

Nothing is normalised: line ends, NUL, NFC and NFD stay as they are; only a byte order mark is no text.
"""

import re
from codecs import getincrementaldecoder

MARKS = (
    (b"\xef\xbb\xbf", "utf-8-sig"),
    (b"\xff\xfe\x00\x00", "utf-32"),
    (b"\x00\x00\xfe\xff", "utf-32"),
    (b"\xff\xfe", "utf-16"),
    (b"\xfe\xff", "utf-16"),
)
"""Byte order marks; UTF-32's comes before UTF-16's, which it begins with."""

UTF8 = (None, "utf-8", "utf-8-sig")
"""What a file may turn out to be as long as all of it was UTF-8; None: only ASCII so far."""

WESTERN = frozenset(
    ["da", "de", "en", "es", "fi", "fr", "id", "it", "ms", "nl", "no", "nb", "nn", "pt", "sv"]
)
"""Languages whose old files are Windows-1252. No guesser tells it from its Eastern European sister in a
short text.
"""

BINARY = (
    b"PK\x03\x04",
    b"%PDF-",
    b"PAR1",
    b"\xd0\xcf\x11\xe0",
    b"\x89PNG",
    b"\xff\xd8\xff",
    b"GIF8",
    b"7z\xbc\xaf",
)
"""How files begin that are no text: ZIP (and with it office documents), PDF, Parquet, old office."""

_SAMPLE = 131_072
_MAINFRAME = ["cp037", "cp273", "cp424", "cp500", "cp875", "cp1026", "cp1140"]
_WESTERN_LETTERS = re.compile(
    b"[\x00-\x7f\x80\x82\x84\x85\x89\x8b\x8c\x91-\x97\x99\x9b\x9c\xa0\xa1\xa3\xa7-\xac\xae\xb0\xb4\xb7\xbb\xbf-\xff]*"
)
_HIGH = re.compile(b"[\x80-\xff]")
_CONTROL = re.compile(b"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_LETTER = re.compile(b"[A-Za-z]")


def marked(head: bytes) -> str | None:
    """The encoding that a byte order mark names; UTF-16 without a mark is known by its zeros. Else None."""
    for mark, encoding in MARKS:
        if head.startswith(mark):
            return encoding
    even, odd = head[0:4096:2], head[1:4096:2]
    zeros_even, zeros_odd = even.count(0), odd.count(0)
    if max(zeros_even, zeros_odd) * 2 > len(odd) > 0 and min(zeros_even, zeros_odd) * 20 < len(odd):
        return "utf-16-le" if zeros_odd > zeros_even else "utf-16-be"
    return None


def decode(data: bytes, *, language: str | None = None) -> tuple[str, str] | None:
    """The text and the name of its encoding, or None where nothing fits. `language` helps the guess."""
    encoding = marked(data)
    try:
        return data.decode(encoding or "utf-8"), encoding or "utf-8"
    except UnicodeDecodeError:
        guessed = None if encoding else guess(foreign(data), language=language)
    try:
        return (data.decode(guessed), guessed) if guessed else None
    except UnicodeDecodeError:
        return None


def decode_head(data: bytes, *, language: str | None = None) -> str:
    """The beginning of a file, cut anywhere, decoded as well as can be; of a binary file as Latin-1, byte by
    byte.
    """
    if data.startswith(BINARY):
        return data.decode("latin-1")
    encoding = marked(data)
    if encoding is None:
        try:
            return getincrementaldecoder("utf-8")().decode(data)
        except UnicodeDecodeError:
            encoding = guess(foreign(data), language=language) or "utf-8"
    return data.decode(encoding, "replace").removeprefix("\ufeff")


def foreign(data: bytes) -> bytes:
    """The lines that are not ASCII, up to 128 KiB: all that a guess can learn from."""
    lines: list[bytes] = []
    size = 0
    for line in data.split(b"\n"):
        if not line.isascii():
            lines.append(line)
            size += len(line)
        if size > _SAMPLE:
            break
    return b"\n".join(lines)[:_SAMPLE]


def guess(sample: bytes, *, language: str | None = None) -> str | None:
    """The likeliest encoding of bytes that are no UTF-8; None for no text at all, and for UTF-8 that was cut.

    A Latin text in a Western language that has only Western letters is Windows-1252; all else is left to
    charset-normalizer, which is imported here, as few files need it.
    """
    if is_broken_utf8(sample) or len(_CONTROL.findall(sample)) * 50 > len(sample):
        return None
    if language in WESTERN and _is_western(sample):
        return "cp1252"
    from charset_normalizer import from_bytes

    best = from_bytes(sample, cp_exclusion=_MAINFRAME).best()
    return best.encoding if best else None


def is_broken_utf8(sample: bytes) -> bool:
    """Whether most of it is UTF-8, so that what is not was cut or damaged and any guess would garble the
    rest.
    """
    text = sample.decode("utf-8", "replace")
    bad = text.count("\ufffd")
    good = sum(character > "\x7f" for character in text) - bad
    return good > 4 * bad or (good > 0 and bad == 1 and text.endswith("\ufffd"))


def _is_western(sample: bytes) -> bool:
    """Latin letters with a few Western ones among them; in Cyrillic, Greek or Thai nearly every letter is
    high.
    """
    high = len(_HIGH.findall(sample))
    return high <= len(_LETTER.findall(sample)) and _WESTERN_LETTERS.fullmatch(sample) is not None
