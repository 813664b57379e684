"""Lists of features as numbers: a feature is known by the CRC-32 of its text, so that no text is stored."""

from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple, Self
from zlib import crc32

import numpy as np

Array = np.ndarray[Any, np.dtype[Any]]


class Keyed(NamedTuple):
    """The keys of all features, the list that each is in (ascending), and how many lists there are."""

    owners: Array
    keys: Array
    lists: int

    @classmethod
    def of(cls, features: Sequence[Iterable[str]]) -> Self:
        """The keys of some lists of features."""
        return cls.of_keys([keys_of(of_one) for of_one in features])

    @classmethod
    def of_keys(cls, lists: Sequence[Sequence[int] | Array]) -> Self:
        """The same of features that are keys already."""
        owners = np.repeat(np.arange(len(lists)), [len(keys) for keys in lists])
        return cls(owners, np.array([it for keys in lists for it in keys], dtype=np.uint32), len(lists))

    def found_in(self, known: Array) -> tuple[Array, Array]:
        """Of the features whose keys are in `known` (sorted): their lists and their places in `known`."""
        at = np.minimum(np.searchsorted(known, self.keys), max(len(known) - 1, 0))
        hits = known[at] == self.keys if len(known) else np.zeros(len(self.keys), dtype=bool)
        return self.owners[hits], at[hits]


def keys_of(features: Iterable[str]) -> list[int]:
    """What some features are known by."""
    return [key(feature) for feature in features]


def key(feature: str) -> int:
    """What a feature is known by."""
    return crc32(feature.encode("utf-8", "surrogatepass"))
