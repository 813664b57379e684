"""A profile as text, with the first articles as it takes them apart beside it."""

import re
from collections.abc import Callable, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFontDatabase, QSyntaxHighlighter, QTextCharFormat, QTextDocument
from PySide6.QtWidgets import QLabel, QPlainTextEdit, QVBoxLayout, QWidget

from desktop.gui.dialogs.frame import Dialog, hint, new_splitter
from desktop.gui.dialogs.import_preview import ArticlesView
from desktop.gui.look import Look, small
from desktop.gui.looking import Looking
from desktop.gui.telling import sentence, why
from desktop.gui.tips import plain_tip
from store.errors import FileUnwritable, ProfileInvalid
from store.formats.articles.profiles import profile_in
from store.formats.protocol import ReadOptions
from store.formats.seen import Seen


class ProfileEditor(Dialog):
    """`text` is the profile as it was written; `keep` takes it in the end, and only when it holds; where that
    raises OSError it goes on being edited. `paths` are looked at.
    """

    def __init__(
        self,
        text: str,
        *,
        keep: Callable[[str], None],
        paths: Sequence[str],
        options: ReadOptions,
        look: Look,
        command: Sequence[str] = (),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(self.tr("Profile of a press database"), parent)
        self._keep, self._paths, self._options, self._look = keep, tuple(paths), options, look
        self._folder = TemporaryDirectory(prefix="lesart-")
        self._draft = Path(self._folder.name) / "draft.toml"
        self.field, self.articles = QPlainTextEdit(text), ArticlesView(look)
        self.field.setAccessibleName(self.tr("Profile"))
        self.field.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        self.field.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self._colours = _Colours(self.field.document(), look)
        self.problem = QLabel(wordWrap=True)
        self.problem.setTextFormat(Qt.TextFormat.PlainText)
        self.looking = Looking(options.language, command, self)
        self.looking.seen.connect(self._show)
        self.looking.failed.connect(lambda _: self._tell(self.tr("The files could not be looked at.")))
        self._tried = ""
        self._build()
        self.grow(1080, 700)
        self.field.textChanged.connect(self._try)
        self._try()

    @property
    def text(self) -> str:
        """The profile."""
        return self.field.toPlainText()

    def accept(self) -> None:
        """Keep it; what cannot be written is said, and stays to be tried again."""
        try:
            self._keep(self.text)
        except OSError as error:
            self._tell(sentence(FileUnwritable(path=error.filename or "", reason=error.strerror or "")))
            return
        super().accept()

    def done(self, result: int) -> None:
        """Nobody looks any more."""
        self.looking.close()
        self._folder.cleanup()
        super().done(result)

    def _build(self) -> None:
        words = self.tr(
            "Each pattern is tried at the beginning of a paragraph (regular expressions of Python). Labels "
            "say which field the paragraphs behind them belong to."
        )
        self.body.addWidget(hint(words, self._look.dim))
        halves = new_splitter(Qt.Orientation.Horizontal)
        for widget, title in ((self.field, self.tr("Profile")), (self.articles, self.tr("First articles"))):
            half = QWidget()
            column = QVBoxLayout(half)
            column.setContentsMargins(0, 0, 0, 0)
            heading = QLabel(title)
            heading.setFont(small(self.font(), 1.0, strong=True))
            column.addWidget(heading)
            column.addWidget(widget, 1)
            halves.addWidget(half)
        halves.setSizes([560, 480])
        self.body.addWidget(halves, 1)
        self.body.addWidget(self.problem)
        self._ok = self.add_buttons(self.tr("Save as your own profile"))

    def _try(self) -> None:
        """See whether the profile holds, and what it makes of the files. Colours change no text."""
        if self.text == self._tried:
            return
        self._tried = self.text
        try:
            profile = profile_in(self.tr("Profile"), self.text)
        except ProfileInvalid as error:
            words = why(error)
            self._tell(f"{words[:1].upper()}{words[1:]}.", is_problem=True)
            self.problem.setToolTip(plain_tip(str(error.fields["said"])))
            return
        self._tell(self.tr("{name}: looking at the files …").format(name=profile.name) if self._paths else "")
        self._draft.write_text(self.text, "utf-8")
        self.looking.ask(self._paths, replace(self._options, profiles=(str(self._draft),)))

    def _show(self, seen: Seen) -> None:
        self.articles.show_files(seen.files[:8])
        count = sum(it.count for it in seen.files)
        self._tell(self.tr("%Ln article(s)", "", count) if self._paths else "")

    def _tell(self, words: str, *, is_problem: bool = False) -> None:
        self.problem.setText(words)
        self.problem.setToolTip("")
        self.problem.setStyleSheet(f"color: {self._look.con if is_problem else self._look.dim};")
        self._ok.setEnabled(not is_problem)


class _Colours(QSyntaxHighlighter):
    """Remarks are dim, words in quotation marks stand out."""

    def __init__(self, document: QTextDocument, look: Look) -> None:
        super().__init__(document)
        self._formats = [QTextCharFormat(), QTextCharFormat()]
        for kind, colour in zip(self._formats, (look.accent, look.dim), strict=True):
            kind.setForeground(QColor(colour))

    def highlightBlock(self, text: str) -> None:
        for found in re.finditer(r"('[^']*'|\"[^\"]*\")|(#.*)", text):
            self.setFormat(found.start(), len(found[0]), self._formats[0 if found[1] else 1])
