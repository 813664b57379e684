"""What an import would take in: the first articles as they will be, the columns, the problems."""

from collections.abc import Sequence
from html import escape
from itertools import pairwise

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QComboBox,
    QHeaderView,
    QTableWidget,
    QTableWidgetItem,
    QTextBrowser,
    QWidget,
)

from desktop.gui.format_words import FIELDS, field_words
from desktop.gui.look import GRID, Look
from desktop.gui.named_box import NamedBox
from desktop.gui.reports import skip_words
from desktop.gui.wording import language_name, short_date
from store.formats.problems import Skipped
from store.formats.protocol import Table
from store.formats.seen import ArticleSeen, FileSeen
from store.offsets import display_copy

_SAMPLE = 60


class ArticlesView(QTextBrowser):
    """The first articles as they will be."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.setAccessibleName(self.tr("The first articles"))
        self.setOpenLinks(False)
        self.setProperty("boxed", True)
        self.setPlaceholderText(self.tr("The first articles of the files are shown here."))
        self.document().setDocumentMargin(2 * GRID)

    def show_files(self, files: Sequence[FileSeen]) -> None:
        """The articles of some files, one behind the other; nothing where there are no files."""
        parts = [self._article(article) for file in files for article in file.articles]
        rule = f'<hr style="background-color:{self._look.line};">'
        if parts or not files:
            self.setHtml(rule.join(parts))
        else:
            words = escape(self.tr("No article was found here."))
            self.setHtml(f'<p style="color:{self._look.dim}">{words}</p>')

    def _article(self, article: ArticleSeen) -> str:
        facts = [
            article.outlet, article.author, short_date(article.published_at), language_name(article.language),
            article.url,
            self.tr("%Ln character(s)", "", article.length),
            self.tr("%Ln span(s)", "", article.spans) if article.spans else "",
        ]  # fmt: skip
        line = " · ".join(escape(fact) for fact in facts if fact)
        untitled = escape(self.tr("without a title"))
        title = escape(display_copy(article.title)) or f"<i>{untitled}</i>"
        # A headline stands in the text already.
        head = "" if article.zones[:1] and article.zones[0][0] == 0 else f"<p><b>{title}</b></p>"
        text = _marked(article)
        more = " …" if article.length > len(article.text) else ""
        return f'<p style="color:{self._look.dim}">{line}</p>{head}<p>{text}{more}</p>'


class ColumnsTable(QTableWidget):
    """The columns of a table with their first values; what each becomes can be chosen. `changed` says so."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(0, 3, parent)
        self.setHorizontalHeaderLabels([self.tr("Column"), self.tr("First values"), self.tr("Becomes")])
        self.setAccessibleName(self.tr("Columns"))
        self.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QTableWidget.SelectionMode.NoSelection)
        self.verticalHeader().hide()
        self.setShowGrid(False)
        header = self.horizontalHeader()
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(2, QHeaderView.ResizeMode.Fixed)
        self.setColumnWidth(2, 240)
        self._table: Table | None = None
        self._choices: list[QComboBox] = []

    def show_table(self, table: Table) -> None:
        """Show a table; one that is shown already stays as it is under the hand."""
        if table == self._table:
            return
        self._table = table
        self._choices = []
        self.setRowCount(len(table.columns))
        for row, column in enumerate(table.columns):
            values = [cells[row] for cells in table.rows if row < len(cells) and cells[row]]
            sample = " | ".join(" ".join(value.split())[:_SAMPLE] for value in values)
            self.setItem(row, 0, QTableWidgetItem(column))
            self.setItem(row, 1, QTableWidgetItem(display_copy(sample)))
            self.setCellWidget(row, 2, self._choice(column, table.fields.get(column, "")))
            self.setRowHeight(row, 40)

    def mapping(self) -> tuple[dict[str, str], tuple[str, ...]]:
        """Our fields with the columns that they are, and the columns that are none."""
        chosen = [(choice.property("column"), choice.currentData()) for choice in self._choices]
        return (
            {field: column for column, field in chosen if field},
            tuple(column for column, field in chosen if not field),
        )

    def _choice(self, column: str, field: str) -> QComboBox:
        choice = NamedBox(self.tr("What the column {column} becomes").format(column=column))
        choice.setStyleSheet("QComboBox { margin: 3px 0; }")
        choice.setProperty("column", column)
        for name in ("", *FIELDS):
            choice.addItem(field_words(name), name)
        choice.setCurrentIndex(max(choice.findData("text" if field == "body" else field), 0))
        choice.activated.connect(lambda _: self._chosen(choice))
        # The wheel scrolls the table; it must not change what a column becomes on its way.
        choice.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        choice.installEventFilter(self)
        self._choices.append(choice)
        return choice

    def _chosen(self, choice: QComboBox) -> None:
        """A field is one column: another that was it is none now."""
        for other in self._choices:
            if other is not choice and choice.currentData() and other.currentData() == choice.currentData():
                other.setCurrentIndex(0)
        self.changed.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Wheel and isinstance(watched, QComboBox) and not watched.hasFocus():
            event.ignore()
            return True
        return super().eventFilter(watched, event)


class ProblemsTable(QTableWidget):
    """What is wrong with the files so far."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(0, 4, parent)
        self.setHorizontalHeaderLabels(
            [self.tr("File"), self.tr("Line"), self.tr("Reason"), self.tr("Detail")]
        )
        self.setAccessibleName(self.tr("Problems"))
        self.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
        self.verticalHeader().hide()
        self.setShowGrid(False)
        self.horizontalHeader().setStretchLastSection(True)
        self.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft)

    def show_problems(self, problems: Sequence[Skipped]) -> None:
        """List them."""
        self.setRowCount(len(problems))
        for row, item in enumerate(problems):
            reason = skip_words(item.reason)
            words = (
                item.path,
                str(item.line or ""),
                f"{_field(item.field)}: {reason}" if item.field else reason,
                item.detail,
            )
            for column, text in enumerate(words):
                self.setItem(row, column, QTableWidgetItem(display_copy(text)))
        self.resizeColumnsToContents()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.setColumnWidth(0, min(self.columnWidth(0), self.width() // 3))


def _field(name: str) -> str:
    """What a field is called on the screen; one that only the file knows, as there."""
    ours = {"date": "published_at"}.get(name, name)
    return field_words(ours) if ours in FIELDS else name


def _marked(article: ArticleSeen) -> str:
    """The text as HTML, headline and lead in bold, as the article view sets them off."""
    text = article.text
    cuts = sorted({0, len(text), *(at for start, end, _ in article.zones for at in (start, end))})
    parts: list[str] = []
    for start, end in pairwise(cuts):
        piece = escape(display_copy(text[start:end])).replace("\n", "<br>")
        is_zone = any(zone[0] <= start and end <= zone[1] for zone in article.zones)
        parts.append(f"<b>{piece}</b>" if is_zone else piece)
    return "".join(parts)
