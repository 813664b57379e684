"""What could not go out, and what did not come in: all of it counted, as much kept as anybody looks at."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Self

from msgspec.structs import replace

from store.formats.problems import Loss, Skipped
from store.formats.records import ArticleRecord
from store.offsets import graphemes, previous_border

KEPT = 10_000
"""Losses of each kind, and problems of each reason, that are kept; a corpus may have millions."""

QUOTED = 60
"""Characters of the text at the place of a loss that are kept with it."""

_CONTROLS = re.compile(
    "[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]"
)
"""What steers a terminal or turns the direction of what stands beside it; white space is none of it."""


class Losses:
    """Losses as they come: the first `KEPT` of each kind, in their order, with the words at their place, and
    how many there are of it.
    """

    def __init__(self) -> None:
        self._kept: list[Loss] = []
        self._counts: Counter[str] = Counter()
        self._text = ""

    def passing(self, articles: Iterable[ArticleRecord]) -> Iterator[ArticleRecord]:
        """The articles on their way out; losses that come are those of the last one."""
        for article in articles:
            self._text = article.text or ""
            yield article

    def append(self, loss: Loss) -> None:
        """Take in one."""
        self._counts[loss.kind] += 1
        if self._counts[loss.kind] <= KEPT:
            self._kept.append(replace(loss, words=quoted(self._text, loss.start, loss.end)))

    def __iadd__(self, losses: Iterable[Loss]) -> Self:
        for loss in losses:
            self.append(loss)
        return self

    def told(self) -> tuple[tuple[Loss, ...], dict[str, int]]:
        """Those that were kept, and the count of each kind, the most frequent first."""
        return tuple(self._kept), dict(self._counts.most_common())


def quoted(text: str, start: int, end: int) -> str:
    """What stands there, for a list to show: on one line, without controls, cut between two graphemes
    behind `QUOTED` characters, with "…" for the rest.
    """
    end = min(end, len(text))
    room = text[start : min(end, start + 4 * QUOTED)]
    line = " ".join(_CONTROLS.sub("", room).split())
    if len(line) <= QUOTED:
        return line if end - start <= len(room) else f"{line} …".strip()
    return f"{line[: previous_border(graphemes(line), QUOTED + 1)].rstrip()} …"


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
