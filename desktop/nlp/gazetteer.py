"""Names that are known beforehand, by class (COUNTRY, CITY, REGION, LANGUAGE), and the longest match over
tokens.

The classes are features of a model, never an answer: „Essen“ is a city and a meal.
"""

import json
from collections.abc import Iterable, Mapping, Sequence
from typing import Self

MAX_TOKENS = 5
"""Longer names are not looked for."""


class Gazetteer:
    """Class of a name, given as its tokens joined by one space."""

    def __init__(self, names: Mapping[str, Iterable[str]]) -> None:
        """`names`: class -> names. A name of two classes keeps the first."""
        self._class: dict[str, str] = {}
        for kind, of_kind in names.items():
            for name in of_kind:
                self._class.setdefault(name, kind)

    def __len__(self) -> int:
        return len(self._class)

    def find(self, name: str) -> str | None:
        """The class of the name or None."""
        return self._class.get(name)

    def names(self, kind: str) -> set[str]:
        """All names of one class."""
        return {name for name, its_kind in self._class.items() if its_kind == kind}

    def classes(self, words: Sequence[str]) -> list[str | None]:
        """The class of each word: that of the longest name it belongs to, found from left to right."""
        found: list[str | None] = [None] * len(words)
        i = 0
        while i < len(words):
            length, kind = self._longest(words, i)
            found[i : i + length] = [kind] * length
            i += length
        return found

    def _longest(self, words: Sequence[str], i: int) -> tuple[int, str | None]:
        for length in range(min(MAX_TOKENS, len(words) - i), 0, -1):
            kind = self._class.get(" ".join(words[i : i + length]))
            if kind is not None:
                return length, kind
        return 1, None

    def to_bytes(self) -> bytes:
        """JSON: class -> sorted names."""
        by_kind: dict[str, list[str]] = {}
        for name, kind in self._class.items():
            by_kind.setdefault(kind, []).append(name)
        tidy = {kind: sorted(names) for kind, names in by_kind.items()}
        return json.dumps(tidy, ensure_ascii=False, indent=0).encode()

    @classmethod
    def from_bytes(cls, data: bytes) -> Self:
        """Inverse of `to_bytes`. Raises ValueError where the data is not such JSON."""
        names = json.loads(data)
        if not isinstance(names, dict):
            raise ValueError("not a gazetteer")
        return cls(names)
