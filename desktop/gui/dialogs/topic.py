"""A new topic, or an existing one to change."""

from collections.abc import Collection

from msgspec import Struct
from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit, QPlainTextEdit, QWidget

from desktop.gui.dialogs.frame import Dialog
from desktop.gui.translating import worded
from desktop.gui.wording import topic_kind
from store.values import Topic
from store.vocabulary import TopicKind, choices

DIGITS = tuple(range(1, 10))


class TopicDraft(Struct, frozen=True):
    """What was entered. `wording` is that of the window's language; `reworded`: it has another meaning."""

    wording: str
    kind: TopicKind
    digit: int | None
    definition: str
    reworded: bool = False


class TopicDialog(Dialog):
    """Asks for wording, kind, digit and definition.

    Digits of other topics are not offered: a digit never moves.
    """

    def __init__(
        self,
        *,
        taken: Collection[int],
        language: str,
        topic: Topic | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(self.tr("Topic") if topic is not None else self.tr("New topic"), parent)
        self.wording = QLineEdit(worded(topic.wording, language) if topic is not None else "")
        self.wording.setPlaceholderText(self.tr("Supply of weapons to Ukraine"))
        self.kind, self.digit = QComboBox(), QComboBox()
        for code in choices(TopicKind):
            self.kind.addItem(topic_kind(code), code)
        self.digit.addItem(self.tr("none"), None)
        for digit in DIGITS:
            if digit not in taken or (topic is not None and topic.digit == digit):
                self.digit.addItem(str(digit), digit)
        self.definition = QPlainTextEdit(topic.definition if topic is not None else "", tabChangesFocus=True)
        self.definition.setMaximumHeight(88)
        self.reworded = QCheckBox(self.tr("Another meaning: look again at what was coded"))
        form = self.add_form()
        form.addRow(self.tr("Wording"), self.wording)
        form.addRow(self.tr("Kind"), self.kind)
        form.addRow(self.tr("Digit"), self.digit)
        form.addRow(self.tr("What belongs to it"), self.definition)
        if topic is not None:
            self.body.addWidget(self.reworded)
        self._ok = self.add_buttons(self.tr("Save") if topic is not None else self.tr("Add topic"))
        self.wording.textChanged.connect(lambda: self._ok.setEnabled(bool(self.wording.text().strip())))
        self._ok.setEnabled(bool(self.wording.text().strip()))
        first_free = (
            topic.digit if topic is not None else next((it for it in DIGITS if it not in taken), None)
        )
        self.digit.setCurrentIndex(self.digit.findData(first_free))
        self.kind.setCurrentIndex(self.kind.findData(topic.kind if topic is not None else "issue"))
        self.setMinimumWidth(460)

    def draft(self) -> TopicDraft:
        """What was entered."""
        return TopicDraft(
            wording=self.wording.text().strip(),
            kind=self.kind.currentData(),
            digit=self.digit.currentData(),
            definition=self.definition.toPlainText().strip(),
            reworded=self.reworded.isChecked(),
        )
