"""Who made this, under which licence, with what."""

import platform

from PySide6.QtCore import Qt, qVersion
from PySide6.QtWidgets import QLabel, QPushButton, QWidget

from desktop import provenance
from desktop.gui.dialogs.frame import Dialog
from desktop.gui.dialogs.licences import LicencesDialog
from desktop.gui.icons import picture


class AboutDialog(Dialog):
    """Name, version, build, licence and the libraries it stands on; where later versions are, as a link."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("About Lesart"), parent)
        self._folder = provenance.licences_folder()
        build = provenance.build(self._folder)
        mark = QLabel()
        mark.setPixmap(picture("lesart", "", size=56, ratio=self.devicePixelRatioF()))
        self.words = QLabel(textInteractionFlags=Qt.TextInteractionFlag.TextSelectableByMouse)
        self.words.setText(
            self.tr("Lesart {version}: annotate news, entities and stances.").format(
                version=provenance.identity(build)
            )
            + "\n\n"
            + self.tr("Free software under the Apache License 2.0.")
            + "\n"
            + self.tr("Stands on Python {python}, Qt {qt} (LGPL), spaCy, SQLModel and SQLite.").format(
                python=platform.python_version(), qt=qVersion()
            )
        )
        self.licences = QPushButton(self.tr("Licences …"))
        self.licences.clicked.connect(self._show_licences)
        self.body.addWidget(mark)
        self.body.addWidget(self.words)
        if build is not None and build.releases:
            self.body.addWidget(self._link(build.releases))
        self.body.addWidget(self.licences, 0, Qt.AlignmentFlag.AlignLeft)
        self.body.addStretch(1)
        self.add_buttons(self.tr("Close"), cancel=False)
        self.setMinimumWidth(480)

    def _link(self, address: str) -> QLabel:
        """Lesart never looks for a later version by itself: a browser may."""
        words = self.tr("Later versions, in the browser")
        link = QLabel(f'<a href="{address}">{words}</a>')
        link.setOpenExternalLinks(True)
        link.setToolTip(address)
        return link

    def _show_licences(self) -> None:
        LicencesDialog(provenance.parts(self._folder), self).ask()
