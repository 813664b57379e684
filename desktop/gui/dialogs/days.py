"""From which day to which: the days of publication that the queue is narrowed to."""

from datetime import date

from PySide6.QtCore import QDate
from PySide6.QtWidgets import QCheckBox, QDateEdit, QWidget

from desktop.gui.dialogs.frame import Dialog
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
        form = self.add_form()
        for box, day in self._borders:
            form.addRow(box, day)
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
        box.setMinimumHeight(day.sizeHint().height())  # so that both stand on one line
        day.setAccessibleName(words)
        day.setDate(QDate.fromString(at or date.today().isoformat(), FORMAT))
        box.setChecked(at is not None)
        day.setEnabled(at is not None)
        box.toggled.connect(day.setEnabled)
        return box, day


def _day(box: QCheckBox, day: QDateEdit) -> str | None:
    return day.date().toString(FORMAT) if box.isChecked() else None
