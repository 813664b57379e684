"""A packed table of single words that occur in names: for each, the kinds of name (given name, city …).

Like the cluster table it keeps no word, only 32-bit hashes, and says nothing final: „Bach“ is a surname, a
town and water.

File, little-endian: magic `LSNT`, u16 version, u16 number of kinds, u32 number of forms; the kinds as UTF-8,
each ended by a line feed; then u32 hashes[] (sorted), u16 sets[] (one bit a kind).
"""

import struct
from array import array
from bisect import bisect_left
from collections.abc import Iterable, Mapping
from typing import Self

from desktop.nlp.clusters import form_key, little_endian

_MAGIC = b"LSNT"
_VERSION = 1
_HEADER = struct.Struct("<4sHHI")
_MAX_KINDS = 16


class NameTable:
    """Read-only lookup form -> kinds. Build one with `pack`, read one with `from_bytes`."""

    def __init__(self, *, kinds: tuple[str, ...], hashes: "array[int]", sets: "array[int]") -> None:
        self.kinds = kinds
        self._hashes = hashes
        self._sets = sets

    def __len__(self) -> int:
        return len(self._hashes)

    @classmethod
    def pack(cls, kinds_of: Mapping[str, Iterable[str]]) -> Self:
        """A table of form -> kinds, at most 16 kinds in all; forms with equal hashes share theirs."""
        by_form = {form: frozenset(kinds) for form, kinds in kinds_of.items()}
        kinds = tuple(sorted(frozenset().union(*by_form.values())))
        if len(kinds) > _MAX_KINDS:
            raise ValueError(f"{len(kinds)} kinds of name, at most {_MAX_KINDS} fit")
        sets: dict[int, int] = {}
        for form, its_kinds in by_form.items():
            key = form_key(form)
            sets[key] = sets.get(key, 0) | sum(1 << kinds.index(kind) for kind in its_kinds)
        hashes = array("I", sorted(sets))
        return cls(kinds=kinds, hashes=hashes, sets=array("H", (sets[key] for key in hashes)))

    def find(self, form: str) -> tuple[str, ...]:
        """The kinds of exactly this form, in order; empty where it is in no name."""
        key = form_key(form)
        i = bisect_left(self._hashes, key)
        if i == len(self._hashes) or self._hashes[i] != key:
            return ()
        return tuple(kind for bit, kind in enumerate(self.kinds) if self._sets[i] >> bit & 1)

    def to_bytes(self) -> bytes:
        """The file's content."""
        names = "".join(f"{kind}\n" for kind in self.kinds).encode()
        header = _HEADER.pack(_MAGIC, _VERSION, len(self.kinds), len(self._hashes))
        return header + names + b"".join(little_endian(a).tobytes() for a in (self._hashes, self._sets))

    @classmethod
    def from_bytes(cls, data: bytes) -> Self:
        """The table of a file's content. Raises ValueError where it is none or is cut short."""
        if len(data) < _HEADER.size or data[:4] != _MAGIC:
            raise ValueError("not a name table")
        _, version, n_kinds, n_forms = _HEADER.unpack_from(data)
        *kinds, body = data[_HEADER.size :].split(b"\n", n_kinds)
        if version != _VERSION or len(kinds) != n_kinds or len(body) != 6 * n_forms:
            raise ValueError("name table of another version or cut short")
        hashes, sets = array("I"), array("H")
        hashes.frombytes(body[: 4 * n_forms])
        sets.frombytes(body[4 * n_forms :])
        return cls(
            kinds=tuple(kind.decode() for kind in kinds),
            hashes=little_endian(hashes),
            sets=little_endian(sets),
        )
