"""From which score on suggestions are shown, with what was right from there on and how many stay."""

from PySide6.QtWidgets import QWidget

from desktop.gui.named_box import NamedBox
from desktop.gui.shares import THRESHOLDS, Shares
from desktop.gui.wording import right_words, score_words


class ScoreChoice(NamedBox):
    """`threshold` is what was chosen, `shares` what is said beside each choice."""

    def __init__(self, chosen: float, shares: Shares | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        for threshold in sorted({*THRESHOLDS, chosen}):
            self.addItem("", threshold)
        self.setCurrentIndex(self.findData(chosen))
        self.setAccessibleName(self.tr("Suggestions are shown from this score on"))
        self.show_shares(shares or Shares())

    def show_shares(self, shares: Shares) -> None:
        """Say this beside each choice."""
        self.shares = shares
        for row in range(self.count()):
            self.setItemText(row, self._words(self.itemData(row)))

    @property
    def threshold(self) -> float:
        """The lowest score that is shown, 0…1."""
        return self.currentData()

    def _words(self, threshold: float) -> str:
        words = [score_words(threshold, None) if threshold else self.tr("all suggestions")]
        if (found := self.shares.between(threshold, None)) is not None:
            words.append(right_words(*found))
        if threshold and (staying := self.shares.staying(threshold)) is not None:
            words.append(self.tr("{share} % stay").format(share=round(100 * staying)))
        return "  ·  ".join(words)
