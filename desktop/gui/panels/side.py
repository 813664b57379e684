"""The right panel: entities, stances and comments of the open article, and the guideline, each foldable."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget

from desktop.gui.drafts import Drafts
from desktop.gui.icons import icon
from desktop.gui.look import GRID, Look
from desktop.gui.panels.comments import CommentsPanel
from desktop.gui.panels.controls import tool
from desktop.gui.panels.entities import EntitiesPanel
from desktop.gui.panels.guideline import GuidelinePanel
from desktop.gui.panels.section import Section
from desktop.gui.panels.stances import StancesPanel


class SidePanel(QWidget):
    """Holds the panels; what they emit is theirs."""

    topicsWanted = Signal()
    labelsWanted = Signal()
    positionsWanted = Signal()

    def __init__(self, look: Look, language: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.entities = EntitiesPanel(look, language)
        self.stances = StancesPanel(look)
        self.comments = CommentsPanel(look)
        self.guideline = GuidelinePanel(look)
        self.sections = (
            Section(self.tr("Entities"), self.entities, look),
            Section(self.tr("Stances"), self.stances, look),
            Section(self.tr("Comments"), self.comments, look),
            Section(self.tr("Guideline"), self.guideline, look),
        )
        self._topics = tool(self.tr("Topics …"), size=16)
        self._topics.clicked.connect(self.topicsWanted)
        self._positions = tool(self.tr("Positions: matrix and network"), size=16)
        self._positions.clicked.connect(self.positionsWanted)
        self.sections[1].add_action(self._positions)
        self.sections[1].add_action(self._topics)
        self._labels = tool(self.tr("Labels …"), size=16)
        self._labels.clicked.connect(self.labelsWanted)
        self.sections[0].add_action(self._labels)
        self.sections[3].add_action(self.guideline.edit)
        self.guideline.edit.clicked.connect(self.sections[3].unfold)
        self.splitter = QSplitter(Qt.Orientation.Vertical, childrenCollapsible=False, handleWidth=1)
        for section, share in zip(self.sections, (5, 4, 2, 3), strict=True):
            self.splitter.addWidget(section)
            self.splitter.setStretchFactor(self.splitter.indexOf(section), share)
        self.splitter.setSizes([380, 300, 160, 32])
        self.sections[3].fold()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, GRID // 2, 0, 0)
        layout.addWidget(self.splitter)
        self.set_look(look)

    def show_article(self, shown: bool) -> None:
        """Offer what is done to an article only where one is open."""
        self.comments.field.setVisible(shown)
        self.stances.set_open(shown)

    @property
    def drafts(self) -> Drafts:
        """What is being written here."""
        return Drafts(self.comments.drafts, self.guideline.draft)

    def resume(self, drafts: Drafts) -> None:
        """Go on with what was being written in another project."""
        self.comments.resume(drafts.comments)
        self.guideline.resume(drafts.guideline)
        if drafts.guideline is not None:
            self.sections[3].unfold()

    def set_look(self, look: Look) -> None:
        """Take other colours."""
        self._topics.setIcon(icon("topic", look.dim, size=16))
        self._positions.setIcon(icon("matrix", look.dim, size=16))
        self._labels.setIcon(icon("settings", look.dim, size=16))
        for part in (self.entities, self.stances, self.comments, self.guideline, *self.sections):
            part.set_look(look)
