"""What to import: files dropped or chosen, looked at before anything is taken in."""

from collections.abc import Sequence
from pathlib import Path

from msgspec import Struct
from PySide6.QtCore import Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFileDialog,
    QHBoxLayout,
    QPushButton,
    QTabWidget,
    QWidget,
)

from desktop.gui.dialogs.frame import Dialog, add_explained, hint, new_splitter
from desktop.gui.dialogs.import_files import FileList
from desktop.gui.dialogs.import_preview import ArticlesView, ColumnsTable, ProblemsTable
from desktop.gui.dialogs.new_project import LANGUAGES
from desktop.gui.dialogs.profile_choice import SHIPPED, ProfileChoice
from desktop.gui.dialogs.profile_editor import ProfileEditor
from desktop.gui.dropping import paths_in
from desktop.gui.look import GRID, Look
from desktop.gui.looking import Looking
from desktop.gui.telling import sentence
from desktop.gui.translating import number
from desktop.gui.wording import language_name
from store.errors import ProfileInvalid
from store.formats import READERS
from store.formats.protocol import ReadOptions
from store.formats.seen import FileSeen, Seen


class ImportDraft(Struct, frozen=True):
    """What was entered."""

    paths: tuple[Path, ...]
    options: ReadOptions


class ImportDialog(Dialog):
    """Takes files and folders, also by drag and drop, and shows what they will be. All else has an answer."""

    def __init__(
        self,
        *,
        folder: Path,
        profiles: Path,
        language: str,
        look: Look,
        command: Sequence[str] = (),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(self.tr("Import articles"), parent)
        self._folder, self._look, self._command = folder, look, command
        self._seen = Seen(())
        self._columns: dict[str, str] = {}
        self._beside: tuple[str, ...] = ()
        self.setAcceptDrops(True)
        self.files = FileList(look)
        self.articles, self.columns, self.problems = ArticlesView(look), ColumnsTable(), ProblemsTable()
        self.tabs = QTabWidget(documentMode=True)
        self.tabs.setAccessibleName(self.tr("What would be imported"))
        self.state = hint("", look.dim)
        self.language = QComboBox()
        self.restricted = QCheckBox(self.tr("The texts must not be passed on"))
        self.profile = ProfileChoice(profiles)
        self.looking = Looking(language, command, self)
        self._build(language)
        self._connect()
        self._show()
        self.grow(880, 760)

    def draft(self) -> ImportDraft:
        """What was entered."""
        return ImportDraft(tuple(map(Path, self.files.paths())), self._options())

    def add(self, paths: Sequence[str]) -> None:
        """Add files and folders, and look at them."""
        self.files.add(*paths)
        self._look_again()

    def edit_profile(self) -> None:
        """Write the chosen profile, or an own one that begins as the chosen one."""
        begin = self.profile.chosen or SHIPPED / "nexis_uni.toml"
        editor = ProfileEditor(
            begin.read_text("utf-8", errors="replace"),
            keep=self.profile.save,
            paths=self.files.paths(),
            options=self._options(),
            look=self._look,
            command=self._command,
            parent=self,
        )
        editor.ask()

    def done(self, result: int) -> None:
        """Whatever is still being looked at is of no use any more."""
        self.looking.close()
        super().done(result)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if paths_in(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        self.add(list(map(str, paths_in(event.mimeData()))))

    def _build(self, language: str) -> None:
        split = new_splitter(Qt.Orientation.Vertical)
        split.addWidget(self.files)
        split.addWidget(self.tabs)
        split.setStretchFactor(1, 2)
        split.setSizes([190, 330])
        self.tabs.addTab(self.articles, self.tr("First articles"))
        self.tabs.addTab(self.columns, self.tr("Columns"))
        self.tabs.addTab(self.problems, self.tr("Problems"))
        self.body.addLayout(self._buttons())
        self.body.addWidget(split, 1)
        self.language.addItem(self.tr("find out for each article"), None)
        for code in LANGUAGES:
            self.language.addItem(language_name(code), code)
        self.language.setCurrentIndex(max(self.language.findData(language), 0))
        form = self.add_form()
        form.addRow(self.tr("Press database"), self.profile)
        form.addRow(self.tr("Language, where not given"), self.language)
        then = hint(self.tr("An export with texts then has to be confirmed."), self._look.dim)
        add_explained(form, "", self.restricted, then)
        self._ok = self.add_buttons(self.tr("Import"))

    def _buttons(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(GRID)
        self._away = QPushButton(self.tr("Remove"))
        for button, act in (
            (QPushButton(self.tr("Add files …")), self._add_files),
            (QPushButton(self.tr("Add folder …")), self._add_folder),
            (self._away, self.files.remove_selected),
        ):
            button.setAutoDefault(False)
            button.clicked.connect(act)
            row.addWidget(button)
        row.addStretch(1)
        self.state.setWordWrap(False)
        self.state.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self.state)
        return row

    def _connect(self) -> None:
        self.looking.began.connect(self._tell)
        self.looking.seen.connect(self._show_seen)
        self.looking.failed.connect(self._fail)
        self.profile.changed.connect(self._look_again)
        self.profile.editWanted.connect(self.edit_profile)
        self.files.chosen.connect(self._show)
        self.files.removed.connect(self._look_again)
        self.columns.changed.connect(self._map)
        self.language.activated.connect(lambda _: self._look_again())
        QShortcut(QKeySequence(QKeySequence.StandardKey.Delete), self.files, self.files.remove_selected)

    def _fail(self, error: Exception) -> None:
        words = self.tr("The files could not be looked at.")
        self.state.setText(sentence(error) if isinstance(error, ProfileInvalid) else words)

    def _options(self) -> ReadOptions:
        return ReadOptions(
            columns=self._columns,
            beside=self._beside,
            language=self.language.currentData(),
            rights="restricted" if self.restricted.isChecked() else None,
            profiles=self.profile.paths(),
        )

    def _map(self) -> None:
        self._columns, self._beside = self.columns.mapping()
        self._look_again()

    def _look_again(self) -> None:
        self.looking.ask(self.files.paths(), self._options())
        self._check()

    def _show_seen(self, seen: Seen) -> None:
        self._seen = seen
        self.files.show_seen(seen)
        self._show()

    def _show(self) -> None:
        """What belongs to the file that is selected, else to all."""
        name = self.files.selected_file()
        files = [it for it in self._seen.files if not name or it.name == name]
        self.articles.show_files(files[:8])
        tables = [it.table for it in files if it.table is not None]
        if tables:
            self.columns.show_table(tables[0])
        self.tabs.setTabEnabled(1, bool(tables))
        problems = [problem for file in files for problem in file.problems]
        self.problems.show_problems(problems)
        self.tabs.setTabEnabled(2, bool(problems))
        self.tabs.setTabText(
            2,
            self.tr("Problems ({count})").format(count=number(len(problems)))
            if problems
            else self.tr("Problems"),
        )
        if tables and not any(file.count for file in files):
            self.tabs.setCurrentIndex(1)  # nobody knows which column is the text: ask
        elif not self.tabs.isTabEnabled(self.tabs.currentIndex()):
            self.tabs.setCurrentIndex(0)
        self._tell()
        self._check()

    def _tell(self) -> None:
        if self.looking.is_under_way:
            self.state.setText(self.tr("Looking at the files …"))
            return
        files = self._seen.files
        if not files:
            self.state.setText("" if not self.files.paths() else self.tr("Nothing in it can be imported."))
            return
        words = [self.tr("%Ln file(s)", "", len(files) + self._seen.more), self._count(files)]
        self.state.setText(" · ".join(filter(None, words)))

    def _count(self, files: Sequence[FileSeen]) -> str:
        """How many articles there are, as far as anybody has counted."""
        count = sum(it.count for it in files)
        is_whole = not self._seen.more and all(it.is_whole for it in files)
        return (
            self.tr("%Ln article(s)", "", count)
            if is_whole
            else self.tr("more than %Ln article(s)", "", count)
        )

    def _add_files(self) -> None:
        suffixes = sorted({f"*{suffix}" for reader in READERS for suffix in reader.suffixes})
        articles, everything = self.tr("Articles"), self.tr("All files")
        kinds = f"{articles} ({' '.join(suffixes)} *.zip *.gz);;{everything} (*)"
        chosen, _ = QFileDialog.getOpenFileNames(self, self.tr("Add files"), str(self._folder), kinds)
        self.add(chosen)

    def _add_folder(self) -> None:
        self.add([QFileDialog.getExistingDirectory(self, self.tr("Add folder"), str(self._folder))])

    def _check(self) -> None:
        self._ok.setEnabled(bool(self.files.paths()))
        self._away.setEnabled(bool(self.files.selectedItems()))
