"""Arrays of numbers in few bytes: the lowest bytes of all numbers come first, then the second lowest …, and
zlib writes frequent bytes shorter. Sorted numbers are best given as the steps between them.

In a file: u32 length of what zlib wrote, then that. Numbers are little-endian, as their dtype must say.
"""

import struct
import zlib

import numpy as np

from desktop.nlp.keyed import Array

_LENGTH = struct.Struct("<I")
_MEMORY = 9


def packed(numbers: Array) -> bytes:
    """The content of an array; `Unpacking.array` needs its dtype and shape to read it."""
    by_place = numbers.reshape(-1, 1).view(np.uint8).T
    # Told that the bytes are filtered, zlib looks for no repeated words, of which numbers have few.
    squeeze = zlib.compressobj(9, zlib.DEFLATED, zlib.MAX_WBITS, _MEMORY, zlib.Z_FILTERED)
    content = squeeze.compress(by_place.tobytes()) + squeeze.flush()
    return _LENGTH.pack(len(content)) + content


def differences(ascending: Array) -> Array:
    """The first of sorted whole numbers and the step to each next one, of the same dtype."""
    return np.concatenate((ascending[:1], ascending[1:] - ascending[:-1]))


def summed(steps: Array) -> Array:
    """Inverse of `differences`."""
    return np.cumsum(steps, dtype=steps.dtype)


class Unpacking:
    """Reads packed arrays, one after the other."""

    def __init__(self, data: bytes, offset: int = 0) -> None:
        self._data = data
        self._at = offset

    def array(self, kind: str, shape: tuple[int, ...]) -> Array:
        """The next array. Raises ValueError where the content is damaged, cut short or of another size."""
        dtype = np.dtype(kind)
        count = int(np.prod(shape, dtype=np.int64))
        begin = self._at + _LENGTH.size
        if begin > len(self._data):
            raise ValueError("packed numbers are cut short")
        (length,) = _LENGTH.unpack_from(self._data, self._at)
        self._at = begin + length
        squeezed = zlib.decompressobj()
        try:
            content = squeezed.decompress(self._data[begin : self._at], count * dtype.itemsize + 1)
        except zlib.error as error:
            raise ValueError(f"packed numbers are damaged: {error}") from error
        if len(content) != count * dtype.itemsize or not squeezed.eof:
            raise ValueError("packed numbers are cut short or of another size")
        by_place = np.frombuffer(content, dtype=np.uint8).reshape(dtype.itemsize, count)
        return np.ascontiguousarray(by_place.T).view(dtype).reshape(shape)

    def end(self) -> None:
        """Raises ValueError unless everything was read, and nothing was missing."""
        if self._at != len(self._data):
            raise ValueError("packed numbers end too early or too late")
