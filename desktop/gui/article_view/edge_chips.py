"""Chips at the upper and lower border of the page: where the ends of the stance in hand are, out of sight."""

from typing import NamedTuple

from PySide6.QtCore import QCoreApplication, QObject, Signal
from PySide6.QtWidgets import QTextEdit, QToolButton

from desktop.gui.article_view.canvas import Canvas
from desktop.gui.article_view.emphasis import Emphasis
from store.offsets import Range

MOST = 26
"""Code points of an end that a chip shows."""

INSET = 6


class End(NamedTuple):
    """An end of the stance in hand that is out of sight; `up`: above what is seen."""

    role: str
    place: Range
    up: bool


def ends_out_of_sight(emphasis: Emphasis, visible: Range) -> list[End]:
    """Holder, target and evidence, as far as no line of them is on screen."""
    evidence = (emphasis.evidence[0][0], emphasis.evidence[-1][1]) if emphasis.evidence else None
    known = (("holder", emphasis.holder), ("target", emphasis.target), ("evidence", evidence))
    return [
        End(role, place, place[1] <= visible[0])
        for role, place in known
        if emphasis.stance is not None
        and place is not None
        and (place[1] <= visible[0] or place[0] >= visible[1])
    ]


class EdgeChips(QObject):
    """Buttons over the page; a click brings the end on screen. `wanted` carries its range."""

    wanted = Signal(int, int)

    def __init__(self, edit: QTextEdit, canvas: Canvas) -> None:
        super().__init__(edit)
        self._edit, self._canvas = edit, canvas
        self._chips: dict[str, QToolButton] = {}
        self._foot = 0

    @property
    def shown(self) -> list[str]:
        """What the chips say now."""
        return [chip.text() for chip in self._chips.values() if not chip.isHidden()]

    def keep_clear(self, foot: int) -> None:
        """Leave so many pixels at the foot of the page to something else."""
        self._foot = foot
        self.follow()

    def follow(self) -> None:
        """Shows what is out of sight now, and nothing else."""
        emphasis, found = self._canvas.painter.emphasis, list[End]()
        if self._canvas.scene is not None and emphasis.stance is not None:
            found = ends_out_of_sight(emphasis, self._canvas.visible_range())
        for role, chip in self._chips.items():
            chip.setVisible(any(it.role == role for it in found))
        x = {True: self._canvas.column.left, False: self._canvas.column.left}
        for end in found:
            x[end.up] = self._show(end, x[end.up])

    def _show(self, end: End, x: float) -> float:
        """Shows a chip with its left border at `x`; returns where the next one may begin."""
        scene = self._canvas.scene
        assert scene is not None
        chip = self._chips.get(end.role) or self._make(end.role)
        words = " ".join(scene.text[end.place[0] : min(end.place[1], end.place[0] + MOST)].split())
        cut = "…" if end.place[1] - end.place[0] > MOST else ""
        chip.setText(f"{'↑' if end.up else '↓'} {words}{cut}")
        chip.setToolTip(role_words()[end.role])
        chip.setAccessibleName(f"{role_words()[end.role]}: {words}")
        chip.setProperty("place", end.place)
        self._dress(chip)
        chip.adjustSize()
        y = INSET if end.up else self._edit.viewport().height() - self._foot - chip.height() - INSET
        chip.move(round(x), y)
        chip.show()
        chip.raise_()
        return x + chip.width() + INSET

    def _make(self, role: str) -> QToolButton:
        chip = QToolButton(self._edit.viewport())
        chip.setFocusPolicy(chip.focusPolicy().NoFocus)
        chip.clicked.connect(lambda: self.wanted.emit(*chip.property("place")))
        self._chips[role] = chip
        return chip

    def _dress(self, chip: QToolButton) -> None:
        style = self._canvas.style
        colour = style.side(self._canvas.painter.emphasis.label).name()
        chip.setFont(style.small)
        ground = f"background: {style.theme.bg}; color: {style.theme.fg};"
        chip.setStyleSheet(
            f"QToolButton {{ {ground} border: 1px solid {colour}; border-radius: 9px; padding: 2px 8px; }}"
            "QToolButton:hover { border-width: 2px; padding: 1px 7px; }"
        )


def role_words() -> dict[str, str]:
    """What the ends are called."""
    translate = QCoreApplication.translate
    return {
        "holder": translate("ArticleView", "Holder"),
        "target": translate("ArticleView", "Target"),
        "evidence": translate("ArticleView", "Evidence"),
    }
