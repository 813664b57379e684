"""From which score on suggestions are shown, with what was right from there on."""

from collections.abc import Sequence

from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QWidget

from desktop.gui.named_box import NamedBox
from desktop.nlp import models
from store.errors import LesartError
from store.values import Precision

ENOUGH = 50
"""Decisions of a project from which its own counts say more than the model's development data."""

THRESHOLDS = (0.0, 0.5, 0.6, 0.7, 0.8, 0.9)


class ScoreChoice(NamedBox):
    """`threshold` is what was chosen; `is_own` says whether the shares were counted in this project.

    `known` are the shares of the model's development data.
    """

    def __init__(
        self, chosen: float, *, known: Sequence[Precision] = (), parent: QWidget | None = None
    ) -> None:
        super().__init__(parent=parent)
        self._known = known
        self.is_own = self.has_shares = False
        for threshold in sorted({*THRESHOLDS, chosen}):
            self.addItem("", threshold)
        self.setCurrentIndex(self.findData(chosen))
        self.setAccessibleName(self.tr("Suggestions are shown from this score on"))
        self.show_measured(())

    def show_measured(self, measured: Sequence[Precision]) -> None:
        """Take the project's own shares, if they are enough."""
        self.is_own = bool(measured) and measured[0].decided >= ENOUGH
        shares = {it.threshold: it for it in (measured if self.is_own else self._known)}
        self.has_shares = any(it.decided for it in shares.values())
        for row in range(self.count()):
            threshold: float = self.itemData(row)
            self.setItemText(row, self._words(threshold, shares.get(threshold)))

    @property
    def threshold(self) -> float:
        """The lowest score that is shown, 0…1."""
        return self.currentData()

    def _words(self, threshold: float, found: Precision | None) -> str:
        name = (
            self.tr("from {score} %").format(score=round(100 * threshold))
            if threshold
            else self.tr("all suggestions")
        )
        if found is None or found.share is None:
            return name
        count = QLocale().toString(found.decided)
        right = self.tr("{share} % of {count} were right").format(share=round(100 * found.share), count=count)
        return f"{name}  ·  {right}"


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
