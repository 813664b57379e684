"""What formats of statements and networks can be asked: which evidence counts, and what becomes a network."""

from PySide6.QtCore import QCoreApplication, QObject, Signal
from PySide6.QtWidgets import QComboBox, QFormLayout

from desktop.gui.dialogs.frame import hint
from desktop.gui.eliding_box import ElidingBox
from desktop.gui.look import Look
from store.formats import WITH_EVIDENCE
from store.formats.protocol import Evidence
from store.networks import NetworkOptions


class StatementRows(QObject):
    """Rows of the export form; they show where the format has a use for them. `changed` follows a choice."""

    changed = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.evidence, self.mode, self.measure, self.per = (ElidingBox() for _ in range(4))
        self._explained = hint(
            self.tr(
                "The sentence that stands there until somebody marks the evidence is nobody's judgement."
            ),
            look.dim,
        )
        for box, words in (
            (self.evidence, evidence_words()),
            (self.mode, mode_words()),
            (self.measure, measure_words()),
            (self.per, per_words()),
        ):
            for code, name in words.items():
                box.addItem(name, code)
            box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            box.setMinimumContentsLength(24)
            box.currentIndexChanged.connect(self.changed)

    def add_to(self, form: QFormLayout) -> None:
        """Put the rows into a form."""
        form.addRow(self.tr("Network of"), self.mode)
        form.addRow(self.tr("Weight"), self.measure)
        form.addRow(self.tr("Positions count"), self.per)
        form.addRow(self.tr("Evidence"), self.evidence)
        form.addRow("", self._explained)

    def adapt(self, form: QFormLayout, format_name: str) -> None:
        """Show what this format can be asked."""
        is_network = format_name.startswith("network-")
        for widget, is_asked in (
            (self.mode, is_network),
            (self.measure, is_network and self.mode.currentData() == "one"),
            (self.per, is_network),
            (self.evidence, format_name in WITH_EVIDENCE),
            (self._explained, format_name in WITH_EVIDENCE),
        ):
            form.setRowVisible(widget, is_asked)
            widget.setEnabled(is_asked)

    def wished_evidence(self) -> Evidence:
        """Which evidence counts."""
        return self.evidence.currentData() if self.evidence.isEnabled() else "marked"

    def wished_network(self) -> NetworkOptions:
        """What becomes a network."""
        if not self.mode.isEnabled():
            return NetworkOptions()
        measure = self.measure.currentData() if self.measure.isEnabled() else "subtract"
        return NetworkOptions(mode=self.mode.currentData(), measure=measure, per=self.per.currentData())


def evidence_words() -> dict[str, str]:
    """Which evidence counts."""
    translate = QCoreApplication.translate
    return {
        "marked": translate("ExportWords", "only what somebody marked"),
        "any": translate("ExportWords", "where nothing is marked, the automatic sentence"),
    }


def mode_words() -> dict[str, str]:
    """What a network is made of."""
    translate = QCoreApplication.translate
    return {
        "two": translate("ExportWords", "actors and topics"),
        "one": translate("ExportWords", "actors alone"),
    }


def measure_words() -> dict[str, str]:
    """How two actors are weighed."""
    translate = QCoreApplication.translate
    return {
        "subtract": translate("ExportWords", "agreement less conflict"),
        "congruence": translate("ExportWords", "agreement: how often they take the same side"),
        "conflict": translate("ExportWords", "conflict: how often they take opposite sides"),
    }


def per_words() -> dict[str, str]:
    """How often the same position counts."""
    translate = QCoreApplication.translate
    return {
        "statement": translate("ExportWords", "each time they are stated"),
        "document": translate("ExportWords", "once an article"),
    }
