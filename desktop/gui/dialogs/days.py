"""From which day to which: the days of publication that the queue is narrowed to."""

from datetime import date

from PySide6.QtCore import QDate
from PySide6.QtWidgets import QCheckBox, QDateEdit, QGridLayout, QWidget

from desktop.gui.dialogs.frame import Dialog
from desktop.gui.look import GRID
from desktop.gui.wording import day_format

FORMAT = "yyyy-MM-dd"


class DaysDialog(Dialog):
    """Each border counts only where it is ticked; `since` and `until` say which (ISO 8601)."""

    def __init__(self, since: str | None, until: str | None, *, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Days of publication"), parent)
        self._borders = (
            self._border(self.tr("From"), since),
            self._border(self.tr("To"), until),
        )
        rows = QGridLayout()
        rows.setHorizontalSpacing(2 * GRID)
        rows.setVerticalSpacing(GRID + 4)
        for row, (box, day) in enumerate(self._borders):
            rows.addWidget(box, row, 0)
            rows.addWidget(day, row, 1)
        rows.setColumnStretch(1, 1)
        self.body.addLayout(rows)
        self.add_buttons(self.tr("Show"))
        self.setMinimumWidth(320)

    @property
    def since(self) -> str | None:
        """The first day, None: no border."""
        return _day(*self._borders[0])

    @property
    def until(self) -> str | None:
        """The last day, None: no border."""
        return _day(*self._borders[1])

    def _border(self, words: str, at: str | None) -> tuple[QCheckBox, QDateEdit]:
        box, day = QCheckBox(words), QDateEdit()
        day.setCalendarPopup(True)
        day.setDisplayFormat(day_format())
        day.setAccessibleName(words)
        day.setDate(QDate.fromString(at or date.today().isoformat(), FORMAT))
        box.setChecked(at is not None)
        day.setEnabled(at is not None)
        box.toggled.connect(day.setEnabled)
        return box, day


def _day(box: QCheckBox, day: QDateEdit) -> str | None:
    return day.date().toString(FORMAT) if box.isChecked() else None
