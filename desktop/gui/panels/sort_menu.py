"""The menu that sorts the queue."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QMenu, QWidget

from desktop.gui.wording import order_words
from store.vocabulary import QueueOrder


class SortMenu(QMenu):
    """`chosen` says that another order was chosen; `order` says which one it is."""

    chosen = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._group = QActionGroup(self)
        for order, words in order_words().items():
            action = self._group.addAction(words)
            action.setData(order)
            action.setCheckable(True)
            action.setChecked(order == "imported")
            self.addAction(action)
        self.addSeparator()
        said = self.addAction(self.tr("Only at random are the first articles a sample of all"))
        said.setEnabled(False)
        self.setProperty("explains", True)
        self._group.triggered.connect(lambda _: self.chosen.emit())

    @property
    def order(self) -> QueueOrder:
        """The order that is chosen."""
        return self._group.checkedAction().data()
