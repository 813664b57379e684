"""A new project: name, place, labels, language. Everything but the name has an answer already."""

import re
from pathlib import Path

from msgspec import Struct
from PySide6.QtWidgets import QComboBox, QFileDialog, QHBoxLayout, QLineEdit, QPushButton, QWidget

from desktop.gui.dialogs.frame import Dialog, add_explained, hint
from desktop.gui.look import GRID, Look
from desktop.gui.translating import worded
from desktop.gui.wording import language_name
from store.labels import LabelSetSpec, preset, presets

SUFFIX = ".lesart"
LANGUAGES = (
    "de",
    "en",
    "fr",
    "es",
    "it",
    "nl",
    "pl",
    "cs",
    "ru",
    "uk",
    "tr",
    "ar",
    "fa",
    "he",
    "zh",
    "ja",
    "ko",
    "th",
    "vi",
    "pt",
)
FIRST = "german"


class ProjectDraft(Struct, frozen=True):
    """What was entered. `preset` is the key of a label set that comes with the program."""

    name: str
    path: Path
    preset: str
    language: str
    author: str


class NewProjectDialog(Dialog):
    """The file's name follows the project's name until it is chosen by hand."""

    def __init__(
        self, *, folder: Path, author: str, language: str, look: Look, parent: QWidget | None = None
    ) -> None:
        super().__init__(self.tr("New project"), parent)
        self._folder, self._own_path = folder, False
        self._language = language
        self.name = QLineEdit(placeholderText=self.tr("News on the energy transition"))
        self.path = QLineEdit()
        self.path.textEdited.connect(self._keep_path)
        self.choose = QPushButton(self.tr("Choose …"))
        self.choose.setAutoDefault(False)
        self.choose.clicked.connect(self._choose)
        self.preset, self.language = QComboBox(), QComboBox()
        self.author = QLineEdit(author)
        self.explained, self.problem = hint("", look.dim), hint("", look.con)
        self._specs = {key: spec for key in presets() if (spec := preset(key)).kind == "entity"}
        self._fill()
        self._build()
        self.name.textChanged.connect(self._name_changed)
        self.preset.currentIndexChanged.connect(self._explain)
        self._explain()
        self._check()
        self.setMinimumWidth(560)

    def draft(self) -> ProjectDraft:
        """What was entered."""
        path = Path(self.path.text().strip()).expanduser()
        return ProjectDraft(
            name=self.name.text().strip(),
            path=path if path.suffix == SUFFIX else path.with_name(path.name + SUFFIX),
            preset=self.preset.currentData(),
            language=self.language.currentData(),
            author=self.author.text().strip(),
        )

    def _fill(self) -> None:
        for key, spec in self._specs.items():
            self.preset.addItem(worded(spec.name, self._language), key)
        self.preset.setCurrentIndex(max(self.preset.findData(FIRST), 0))
        for code in LANGUAGES:
            self.language.addItem(language_name(code), code)
        self.language.setCurrentIndex(max(self.language.findData("de"), 0))

    def _build(self) -> None:
        place = QHBoxLayout()
        place.setSpacing(GRID)
        place.addWidget(self.path, 1)
        place.addWidget(self.choose)
        form = self.add_form()
        form.addRow(self.tr("Name"), self.name)
        self.path.setAccessibleName(self.tr("File"))
        form.addRow(self.tr("File"), place)
        add_explained(form, self.tr("Labels"), self.preset, self.explained)
        form.addRow(self.tr("Language of the articles"), self.language)
        form.addRow(self.tr("Your name or pseudonym"), self.author)
        self.body.addWidget(self.problem)
        self.body.addStretch(1)
        self._ok = self.add_buttons(self.tr("Create project"))
        self.path.textChanged.connect(self._check)
        self.author.textChanged.connect(self._check)

    def _name_changed(self, name: str) -> None:
        if not self._own_path:
            self.path.setText(str(self._folder / file_name(name)) if name.strip() else "")
        self._check()

    def _keep_path(self) -> None:
        self._own_path = True

    def _choose(self) -> None:
        start = self.path.text() or str(self._folder / file_name(self.name.text() or self.tr("project")))
        chosen, _ = QFileDialog.getSaveFileName(
            self,
            self.tr("Where to keep the project"),
            start,
            self.tr("Lesart projects (*.lesart)"),
            options=QFileDialog.Option.DontConfirmOverwrite,
        )
        if chosen:
            self._own_path = True
            self.path.setText(chosen)

    def _explain(self) -> None:
        spec: LabelSetSpec = self._specs[self.preset.currentData()]
        self.explained.setText(worded(spec.description, self._language))

    def _check(self) -> None:
        entered = bool(self.name.text().strip() and self.path.text().strip() and self.author.text().strip())
        exists = entered and self.draft().path.exists()
        self.problem.setText(
            self.tr("There is a file of this name already; choose another one.") if exists else ""
        )
        self.problem.setVisible(exists)
        self._ok.setEnabled(entered and not exists)


def file_name(name: str) -> str:
    """A file name for a project's name: what no file system likes becomes a hyphen."""
    kept = re.sub(r'[\\/:*?"<>|\x00-\x1f]+', "-", name).strip(" .-")
    return f"{kept or 'project'}{SUFFIX}"
