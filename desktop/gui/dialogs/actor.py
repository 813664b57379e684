"""A new actor, or an existing one to change."""

from msgspec import Struct
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget

from desktop.gui.dialogs.frame import Dialog
from store.values import Actor

WIKIDATA = "wikidata"


class ActorDraft(Struct, frozen=True):
    """What was entered."""

    name: str
    type: str
    aliases: tuple[str, ...]
    external_ids: dict[str, str]


class ActorDialog(Dialog):
    """Asks for name, kind, other names (one a line) and the item in Wikidata."""

    def __init__(self, actor: Actor | None = None, *, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Actor") if actor is not None else self.tr("New actor"), parent)
        self._known = actor.external_ids if actor is not None else {}
        self.name = QLineEdit(actor.name if actor is not None else "")
        self.type = QLineEdit(actor.type if actor is not None else "")
        self.type.setPlaceholderText(self.tr("state, party, person …"))
        self.aliases = QPlainTextEdit(
            "\n".join(actor.aliases) if actor is not None else "", tabChangesFocus=True
        )
        self.aliases.setMaximumHeight(96)
        self.wikidata = QLineEdit(self._known.get(WIKIDATA, ""))
        self.wikidata.setPlaceholderText("Q159")
        form = self.add_form()
        form.addRow(self.tr("Name"), self.name)
        form.addRow(self.tr("Kind"), self.type)
        form.addRow(self.tr("Other names, one a line"), self.aliases)
        form.addRow("Wikidata", self.wikidata)
        self._ok = self.add_buttons(self.tr("Save") if actor is not None else self.tr("Add actor"))
        self.name.textChanged.connect(self._check)
        self._check()
        self.setMinimumWidth(440)

    def draft(self) -> ActorDraft:
        """What was entered."""
        names = (line.strip() for line in self.aliases.toPlainText().splitlines())
        ids = {key: value for key, value in self._known.items() if key != WIKIDATA}
        if item := self.wikidata.text().strip():
            ids[WIKIDATA] = item
        return ActorDraft(
            name=self.name.text().strip(),
            type=self.type.text().strip(),
            aliases=tuple(dict.fromkeys(filter(None, names))),
            external_ids=ids,
        )

    def _check(self) -> None:
        self._ok.setEnabled(bool(self.name.text().strip()))
