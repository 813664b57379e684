"""The dialog after an error nobody expected."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPlainTextEdit, QPushButton, QWidget

from desktop.gui.crash import report
from desktop.gui.dialogs.frame import Dialog


class CrashDialog(Dialog):
    """Says what is safe, shows the report and copies it. It is not modal: the work goes on."""

    def __init__(self, error: BaseException, log: str, parent: QWidget | None = None) -> None:
        super().__init__(
            self.tr("Something went wrong"),
            parent,
            text=self.tr(
                "Everything that the strip showed as saved is on disk. "
                "The report below holds no article text; the log file is {log}."
            ).format(log=log),
        )
        self.setModal(False)
        self.report = report(error)
        view = QPlainTextEdit(self.report, readOnly=True)
        view.setAccessibleName(self.tr("Report"))
        copy = QPushButton(self.tr("Copy report"))
        copy.clicked.connect(self.copy)
        self.body.addWidget(view, 1)
        self.body.addWidget(copy, 0, Qt.AlignmentFlag.AlignLeft)
        self.add_buttons(self.tr("Close"), cancel=False)
        self.grow(560, 400)

    def copy(self) -> None:
        """Put the report on the clipboard."""
        QGuiApplication.clipboard().setText(self.report)
