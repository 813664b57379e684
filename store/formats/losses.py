"""What could not go out, and what did not come in: all of it counted, as much kept as anybody looks at."""

from collections import Counter
from collections.abc import Iterable
from typing import Self

from store.formats.problems import Loss, Skipped

KEPT = 10_000
"""Losses of each kind, and problems of each reason, that are kept; a corpus may have millions."""


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


class Problems:
    """The same of what did not come in, by its reason; whole files are kept in any case."""

    def __init__(self) -> None:
        self._kept: list[Skipped] = []
        self._counts: Counter[str] = Counter()

    def append(self, problem: Skipped) -> None:
        """Take in one."""
        self._counts[problem.reason] += 1
        if self._counts[problem.reason] <= KEPT or not problem.line:
            self._kept.append(problem)

    def told(self) -> tuple[tuple[Skipped, ...], dict[str, int]]:
        """Those that were kept by file and line, and the count of each reason, the most frequent first."""
        in_order = sorted(self._kept, key=lambda it: (it.path, it.line))
        return tuple(in_order), dict(self._counts.most_common())
