"""The topics of the project: add, change, retire."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QListWidgetItem, QPushButton, QWidget

from desktop.gui.dialogs.frame import Dialog, hint
from desktop.gui.look import GRID, Look
from desktop.gui.translating import worded
from desktop.gui.wording import topic_kind
from store.values import Topic


class TopicsDialog(Dialog):
    """Lists the topics with their digits. What is wanted is emitted; `show_topics` shows what came of it."""

    addWanted = Signal()
    changeWanted = Signal(object)
    retireWanted = Signal(object)

    def __init__(self, look: Look, language: str, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Topics"), parent)
        self._language = language
        explained = self.tr(
            "A topic is what a stance is toward: an issue, a claim or an actor. "
            "The digit chooses it while a stance is half made. "
            "A retired topic stays on what was coded with it."
        )
        self.body.addWidget(hint(explained, look.dim))
        self.list = QListWidget()
        self.list.setAccessibleName(self.tr("Topics"))
        self.list.itemSelectionChanged.connect(self._check)
        self.list.itemDoubleClicked.connect(lambda _: self._change())
        self.body.addWidget(self.list, 1)
        self._add, self._edit, self._away = (
            QPushButton(self.tr("Add …")), QPushButton(self.tr("Change …")), QPushButton(self.tr("Retire")),
        )  # fmt: skip
        row = QHBoxLayout()
        row.setSpacing(GRID)
        for button, act in (
            (self._add, self.addWanted.emit),
            (self._edit, self._change),
            (self._away, self._retire),
        ):
            button.setAutoDefault(False)
            button.clicked.connect(act)
            row.addWidget(button)
        row.addStretch(1)
        self.body.addLayout(row)
        self.add_buttons(self.tr("Close"), cancel=False)
        self.resize(560, 440)
        self._check()

    def show_topics(self, topics: Sequence[Topic]) -> None:
        """List these topics."""
        self.list.clear()
        for topic in topics:
            digit = str(topic.digit) if topic.digit is not None else "–"
            item = QListWidgetItem(
                f"{digit}   {worded(topic.wording, self._language)}   ({topic_kind(topic.kind)})"
            )
            item.setData(Qt.ItemDataRole.UserRole, topic)
            item.setToolTip(topic.definition)
            self.list.addItem(item)
        self._check()

    def _chosen(self) -> Topic | None:
        item = self.list.currentItem()
        return item.data(Qt.ItemDataRole.UserRole) if item is not None else None

    def _change(self) -> None:
        if (topic := self._chosen()) is not None:
            self.changeWanted.emit(topic)

    def _retire(self) -> None:
        if (topic := self._chosen()) is not None:
            self.retireWanted.emit(topic)

    def _check(self) -> None:
        for button in (self._edit, self._away):
            button.setEnabled(self._chosen() is not None)
