"""Who made this, under which licence, with what."""

import platform

from PySide6.QtCore import Qt, qVersion
from PySide6.QtWidgets import QLabel, QWidget

from desktop import __version__
from desktop.gui.dialogs.frame import Dialog
from desktop.gui.icons import picture


class AboutDialog(Dialog):
    """Name, version, licence and the libraries it stands on."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("About Lesart"), parent)
        mark = QLabel()
        mark.setPixmap(picture("lesart", "", size=56, ratio=self.devicePixelRatioF()))
        words = QLabel(wordWrap=True, textInteractionFlags=Qt.TextInteractionFlag.TextSelectableByMouse)
        words.setText(
            self.tr("Lesart {version}: annotate news, entities and stances.").format(version=__version__)
            + "\n\n"
            + self.tr("Free software under the Apache License 2.0.")
            + "\n"
            + self.tr("Stands on Python {python}, Qt {qt} (LGPL), spaCy, SQLModel and SQLite.").format(
                python=platform.python_version(), qt=qVersion()
            )
        )
        self.body.addWidget(mark)
        self.body.addWidget(words)
        self.body.addStretch(1)
        self.add_buttons(self.tr("Close"), cancel=False)
        self.setMinimumWidth(440)
