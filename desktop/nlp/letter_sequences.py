"""How words are spelled in which language: a packed table of letter sequences and of frequent words.

Of each sequence of one to four letters (with the borders of the word) and of each frequent word the table
holds, for the languages in which it is common, how much more common than the least that is counted. Added up
over the words of a text they say how likely each language is, in nats, but for a constant.

File, little-endian: magic `LSLQ`, u16 version, u16 languages, u32 sequences, u32 values, f64 step; the
languages as UTF-8, each ended by a line feed; then u32 keys[] (CRC-32 of the sequence, sorted), u8 counts[],
u8 columns[], u8 values[].
"""

import struct
import sys
from array import array
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping
from itertools import accumulate
from typing import Self
from zlib import crc32

LONGEST = 4
"""Letters of the longest sequence."""

_MAGIC = b"LSLQ"
_VERSION = 1
_HEADER = struct.Struct("<4sHHIId")
_BORDER = "^"
_WORD = "="
_LARGEST = 255


def sequences(word: str) -> Iterator[str]:
    """The sequences of a word in small letters, and the word itself, marked."""
    bounded = f"{_BORDER}{word}{_BORDER}"
    for length in range(1, LONGEST + 1):
        for start in range(len(bounded) - length + 1):
            sequence = bounded[start : start + length]
            if sequence != _BORDER:
                yield sequence
    yield _WORD + word


def is_word(sequence: str) -> bool:
    """Whether a sequence stands for a whole word."""
    return sequence.startswith(_WORD)


class SequenceTable:
    """Read-only: words -> how well each language fits. Build with `pack`, read with `from_bytes`."""

    def __init__(
        self,
        *,
        languages: Iterable[str],
        keys: "array[int]",
        counts: bytes,
        columns: bytes,
        values: bytes,
        step: float,
    ) -> None:
        self.languages = tuple(languages)
        self._keys, self._counts, self._columns, self._values = keys, counts, columns, values
        self._step = step
        self._starts = [0, *accumulate(counts)]

    def __len__(self) -> int:
        return len(self._keys)

    @classmethod
    def pack(cls, weights: Mapping[str, Mapping[str, float]]) -> Self:
        """A table of sequence -> language -> weight (> 0)."""
        languages = sorted({language for of_one in weights.values() for language in of_one})
        column = {language: i for i, language in enumerate(languages)}
        step = max((w for of_one in weights.values() for w in of_one.values()), default=1.0) / _LARGEST
        rows: dict[int, list[tuple[int, int]]] = {}
        for sequence in sorted(weights):
            rounded = sorted((column[it], round(w / step)) for it, w in weights[sequence].items())
            rows.setdefault(_key(sequence), [(c, value) for c, value in rounded if value])
        ordered = [rows[key] for key in sorted(rows)]
        return cls(
            languages=languages,
            keys=array("I", sorted(rows)),
            counts=bytes(len(row) for row in ordered),
            columns=bytes(c for row in ordered for c, _ in row),
            values=bytes(value for row in ordered for _, value in row),
            step=step,
        )

    def scores(self, words: Iterable[str]) -> dict[str, float]:
        """The summed weights of each language; `words` in small letters."""
        sums = [0] * len(self.languages)
        for word in words:
            for sequence in sequences(word):
                self._add(sums, _key(sequence))
        return {language: total * self._step for language, total in zip(self.languages, sums, strict=True)}

    def _add(self, sums: list[int], key: int) -> None:
        i = bisect_left(self._keys, key)
        if i < len(self._keys) and self._keys[i] == key:
            for place in range(self._starts[i], self._starts[i + 1]):
                sums[self._columns[place]] += self._values[place]

    def to_bytes(self) -> bytes:
        """The file's content."""
        names = "".join(f"{language}\n" for language in self.languages).encode()
        header = _HEADER.pack(
            _MAGIC, _VERSION, len(self.languages), len(self._keys), len(self._values), self._step
        )
        return header + names + _swapped(self._keys).tobytes() + self._counts + self._columns + self._values

    @classmethod
    def from_bytes(cls, data: bytes) -> Self:
        """The table of a file's content. Raises ValueError where it is none or is cut short."""
        if len(data) < _HEADER.size or data[:4] != _MAGIC:
            raise ValueError("not a table of letter sequences")
        _, version, n_languages, n_keys, n_values, step = _HEADER.unpack_from(data)
        *languages, body = data[_HEADER.size :].split(b"\n", n_languages)
        sizes = (4 * n_keys, n_keys, n_values, n_values)
        if version != _VERSION or len(languages) != n_languages or len(body) != sum(sizes):
            raise ValueError("table of letter sequences of another version or cut short")
        ends = list(accumulate(sizes))
        keys = array("I")
        keys.frombytes(body[: ends[0]])
        return cls(
            languages=[language.decode() for language in languages],
            keys=_swapped(keys),
            counts=body[ends[0] : ends[1]],
            columns=body[ends[1] : ends[2]],
            values=body[ends[2] :],
            step=step,
        )


def _key(sequence: str) -> int:
    return crc32(sequence.encode("utf-8", "surrogatepass"))


def _swapped(numbers: "array[int]") -> "array[int]":
    """The array itself; on a big-endian machine a byte-swapped copy."""
    if sys.byteorder == "little":
        return numbers
    swapped = array(numbers.typecode, numbers)
    swapped.byteswap()
    return swapped
