"""The right panel: entities, stances and comments of the open article, each foldable."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget

from desktop.gui.icons import icon
from desktop.gui.look import GRID, Look
from desktop.gui.panels.comments import CommentsPanel
from desktop.gui.panels.controls import tool
from desktop.gui.panels.entities import EntitiesPanel
from desktop.gui.panels.section import Section
from desktop.gui.panels.stances import StancesPanel


class SidePanel(QWidget):
    """Holds the panels; what they emit is theirs."""

    topicsWanted = Signal()

    def __init__(self, look: Look, language: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.entities = EntitiesPanel(look, language)
        self.stances = StancesPanel(look)
        self.comments = CommentsPanel(look)
        self.sections = (
            Section(self.tr("Entities"), self.entities, look),
            Section(self.tr("Stances"), self.stances, look),
            Section(self.tr("Comments"), self.comments, look),
        )
        self._topics = tool(self.tr("Topics …"), size=16)
        self._topics.clicked.connect(self.topicsWanted)
        self.sections[1].add_action(self._topics)
        self.splitter = QSplitter(Qt.Orientation.Vertical, childrenCollapsible=False, handleWidth=1)
        for section, share in zip(self.sections, (5, 4, 2), strict=True):
            self.splitter.addWidget(section)
            self.splitter.setStretchFactor(self.splitter.indexOf(section), share)
        self.splitter.setSizes([380, 300, 160])
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, GRID // 2, 0, 0)
        layout.addWidget(self.splitter)
        self.set_look(look)

    def set_look(self, look: Look) -> None:
        """Take other colours."""
        self._topics.setIcon(icon("topic", look.dim, size=16))
        for part in (self.entities, self.stances, self.comments, *self.sections):
            part.set_look(look)
