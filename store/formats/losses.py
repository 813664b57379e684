"""What an export could not hold: all of it counted, as much of it kept as somebody may want to look at."""

from collections import Counter
from collections.abc import Iterable
from typing import Self

from store.formats.problems import Loss

KEPT = 10_000
"""Losses of each kind that are kept; a corpus may lose millions."""


class Losses:
    """Losses as they come: the first `KEPT` of each kind, in their order, and how many there are of it."""

    def __init__(self) -> None:
        self._kept: list[Loss] = []
        self._counts: Counter[str] = Counter()

    def append(self, loss: Loss) -> None:
        """Take in one."""
        self._counts[loss.kind] += 1
        if self._counts[loss.kind] <= KEPT:
            self._kept.append(loss)

    def __iadd__(self, losses: Iterable[Loss]) -> Self:
        for loss in losses:
            self.append(loss)
        return self

    def told(self) -> tuple[tuple[Loss, ...], dict[str, int]]:
        """Those that were kept, and the count of each kind, the most frequent first."""
        return tuple(self._kept), dict(self._counts.most_common())
