"""One's own effort, from the question to the table beside an export."""

from pathlib import Path
from typing import TYPE_CHECKING

import msgspec
from PySide6.QtCore import QObject

from desktop.gui.effort_meter import EffortMeter
from desktop.gui.main_window import MainWindow
from desktop.gui.saving import ask_where
from desktop.gui.settings import Settings, system_user
from desktop.gui.workbench import Workbench
from desktop.work.effort import Effort, write_table
from store.errors import FileUnwritable

if TYPE_CHECKING:
    from desktop.gui.dialogs.effort import EffortDialog


class EffortKeeper(QObject):
    """Switches the meter as the settings say, shows what it found, and shares it where that is wanted."""

    def __init__(self, window: MainWindow, workbench: Workbench, *, folder: Path, documents: Path) -> None:
        super().__init__(window)
        self._window, self._workbench, self._documents = window, workbench, documents
        self.meter = EffortMeter(window, workbench, folder)
        window.settingsChanged.connect(self._follow)
        self._follow(window.settings)

    def show(self) -> None:
        """Ask whether effort is measured, and show what was."""
        from desktop.gui.dialogs.effort import EffortDialog  # tables are heavy before the first paint

        dialog = EffortDialog(self._window.settings.effort, self._window.look, self._window)
        dialog.show_effort(self.meter.found(), self.meter.found(unaided=True))
        dialog.chosen.connect(self._choose)
        dialog.savingAsked.connect(self._save)
        dialog.forgettingAsked.connect(lambda: self._forget(dialog))
        dialog.ask()

    def share(self, exported: Path) -> None:
        """Put the table beside an export, if that is wanted and there is something in it."""
        if self._window.settings.effort == "shared" and (found := self.meter.found()):
            self._write(exported.with_name(f"{exported.stem}.effort.csv"), found)

    def _follow(self, settings: Settings) -> None:
        self.meter.switch(settings.effort != "off")

    def _choose(self, choice: str) -> None:
        self._window.set_settings(msgspec.structs.replace(self._window.settings, effort=choice))

    def _save(self) -> None:
        proposed, title = self._documents / "effort.csv", self.tr("Save as a table")
        path = ask_where(self._window, title, proposed, "CSV (*.csv)", endings=(".csv",))
        if path is not None:
            self._write(path, self.meter.found())

    def _forget(self, dialog: "EffortDialog") -> None:
        self.meter.forget()
        dialog.show_effort(self.meter.found())

    def _write(self, path: Path, found: Effort) -> None:
        try:
            write_table(path, found, annotator=self._window.settings.author or system_user())
        except OSError as error:
            self._workbench.failed.emit(FileUnwritable(path=str(path), reason=error.strerror or ""))
