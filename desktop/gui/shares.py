"""How often suggestions of a score are right: counted in the project, until then as its model's card says."""

from msgspec import Struct

from desktop.nlp import models
from store.errors import LesartError
from store.values import Precision

ENOUGH = 50
"""Decisions of a project from which its own counts say more than the model's development data."""

THRESHOLDS = (0.0, 0.5, 0.6, 0.7, 0.8, 0.9)
"""Scores from which on is counted. The models' cards know every other one."""


class Shares(Struct, frozen=True):
    """`counted` in the project, `known` of the model; both from thresholds on, the lowest first."""

    counted: tuple[Precision, ...] = ()
    known: tuple[Precision, ...] = ()

    @property
    def are_own(self) -> bool:
        """Whether the project's own counts are used."""
        return bool(self.counted) and self.counted[0].decided >= ENOUGH

    @property
    def are_there(self) -> bool:
        """Whether anything is known."""
        return any(it.decided for it in self._used)

    def between(self, least: float | None, below: float | None) -> tuple[int, int] | None:
        """How many suggestions with such a score were right, of how many; None: not known."""
        from_on = {it.threshold: it for it in self._used}
        lower, upper = from_on.get(least or 0.0), from_on.get(below) if below else Precision(1.0, 0, 0)
        if lower is None or upper is None or lower.decided == upper.decided:
            return None
        return lower.right - upper.right, lower.decided - upper.decided

    def staying(self, threshold: float) -> float | None:
        """The share of the project's suggestions that has such a score, 0…1; None: there are none."""
        whole = self.counted[0].suggested if self.counted else 0
        stays = next((it.suggested for it in self.counted if it.threshold == threshold), None)
        return stays / whole if whole and stays is not None else None

    @property
    def _used(self) -> tuple[Precision, ...]:
        return self.counted if self.are_own else self.known


def known_precision(source: str | None) -> tuple[Precision, ...]:
    """What the card of a model says of its scores, summed from each threshold on where its table has it."""
    try:
        rows = models.reliability(source) if source else []
    except LesartError:
        return ()
    found: list[Precision] = []
    for threshold in dict.fromkeys((0.0, *(low for low, _, _ in rows))):
        above = [(count, share) for low, count, share in rows if low >= threshold]
        found.append(
            Precision(threshold, sum(n for n, _ in above), round(sum(n * share for n, share in above)))
        )
    return tuple(found) if rows else ()
