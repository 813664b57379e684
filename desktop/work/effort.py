"""How much work an article took: active seconds and actions, by kind of decision. No clock time is kept.

What is done up to a decision belongs to that decision; what follows the last one is reading. Kept as lines
of JSON that only add up, so that a broken line costs itself alone.
"""

import csv
import logging
import os
import time
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from statistics import median
from typing import Literal, cast, get_args

import msgspec
from msgspec import Struct

Kind = Literal[
    "accepted", "relabelled", "moved", "added", "refused", "deleted", "seen_unchanged", "stance", "reading"
]
KINDS = cast("tuple[Kind, ...]", get_args(Kind))
"""Decisions in the order of the tables; `reading` is what led to none."""

LONGEST = 60.0
"""Seconds between two actions that count at most: somebody may be reading, or away."""

log = logging.getLogger(__name__)


class Spent(Struct, frozen=True, array_like=True):
    """What went into decisions of one kind: how many there were, key presses and clicks, active seconds."""

    times: int = 0
    actions: int = 0
    seconds: float = 0.0

    def __add__(self, other: "Spent") -> "Spent":
        return Spent(
            self.times + other.times, self.actions + other.actions, round(self.seconds + other.seconds, 3)
        )


class Line(Struct, frozen=True, omit_defaults=True):
    """What went into one visit of an article, which is named by its key; `unaided`: without suggestions."""

    article: str
    spent: dict[Kind, Spent]
    unaided: bool = False


Effort = dict[str, dict[Kind, Spent]]
"""What went into each article so far."""


class Meter:
    """Counts while an article is open. `clock` gives seconds from any beginning."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._article: str | None = None
        self._unaided = False
        self._spent: dict[Kind, Spent] = {}
        self._last = 0.0
        self._seconds, self._actions = 0.0, 0

    def begin(self, article: str, *, unaided: bool = False) -> None:
        """An article was opened, with suggestions or without."""
        self._article, self._unaided, self._spent = article, unaided, {}
        self._seconds, self._actions = 0.0, 0
        self._last = self._clock()

    def stir(self, *, acts: bool) -> None:
        """The person moved or turned something; `acts`: pressed a key or a button."""
        now = self._clock()
        self._seconds += min(now - self._last, LONGEST)
        self._last = now
        self._actions += acts

    def decide(self, kind: Kind, times: int = 1) -> None:
        """What was done since the last decision led to `times` of this kind."""
        self._add(kind, times)

    def end(self) -> Line | None:
        """The article is left: what went into it, None where nothing did."""
        if self._actions or self._seconds:
            self._add("reading", 0)
        article, self._article = self._article, None
        spent, self._spent = self._spent, {}
        return Line(article, spent, self._unaided) if article is not None and spent else None

    def _add(self, kind: Kind, times: int) -> None:
        found = Spent(times, self._actions, self._seconds)
        self._spent[kind] = self._spent.get(kind, Spent()) + found
        self._seconds, self._actions = 0.0, 0


def keep(path: Path, line: Line) -> None:
    """Add what a visit took; what cannot be written is left out, for the work itself goes on."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("ab") as file:
            file.write(msgspec.json.encode(line) + b"\n")
    except OSError as error:
        log.warning("effort not kept: %s", type(error).__name__)


def kept(path: Path, *, unaided: bool | None = None) -> Effort:
    """What was kept, added up by article; lines that say nothing are passed over.

    `unaided`: only articles that were read without suggestions, or only others.
    """
    try:
        lines = path.read_bytes().splitlines()
    except OSError:
        return {}
    found: Effort = {}
    decode = msgspec.json.Decoder(Line).decode
    for line in lines:
        try:
            one = decode(line)
        except msgspec.MsgspecError:
            continue
        if unaided not in (None, one.unaided):
            continue
        known = found.setdefault(one.article, {})
        for kind, spent in one.spent.items():
            known[kind] = known.get(kind, Spent()) + spent
    return found


def by_kind(effort: Effort) -> dict[Kind, Spent]:
    """All articles together, in the order of the kinds."""
    totals: dict[Kind, Spent] = {
        kind: _sum(it[kind] for it in effort.values() if kind in it) for kind in KINDS
    }
    return {kind: total for kind, total in totals.items() if total != Spent()}


def usual_seconds(effort: Effort) -> float | None:
    """The median of the active seconds an article; None where there is none."""
    return median(_sum(it.values()).seconds for it in effort.values()) if effort else None


def write_table(path: Path, effort: Effort, *, annotator: str) -> None:
    """A CSV with a row for each article and kind, in the order of the keys. Raises OSError.

    It is written beside its place and renamed, so that a full disk leaves no half of it.
    """
    draft = path.with_name(f".{path.name}.part")
    with draft.open("w", encoding="utf-8-sig", newline="") as file:
        table = csv.writer(file)
        table.writerow(("annotator", "article", "kind", "decisions", "actions", "active_seconds"))
        for article in sorted(effort):
            table.writerows(_rows(annotator, article, effort[article]))
    os.replace(draft, path)


def _rows(annotator: str, article: str, spent: Mapping[Kind, Spent]) -> Iterable[tuple[str | int, ...]]:
    for kind in KINDS:
        if kind in spent:
            one = spent[kind]
            yield annotator, article, kind, one.times, one.actions, round(one.seconds)


def _sum(spent: Iterable[Spent]) -> Spent:
    return sum(spent, start=Spent())
