"""The list of entities beside the text: the same spans in another order, also for screen readers."""

from collections.abc import Sequence

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QColor, QContextMenuEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QListView, QMenu, QWidget

from desktop.gui.commands import DecideAll
from desktop.gui.look import GRID, Look, small
from desktop.gui.panels.controls import bare
from desktop.gui.panels.entity_delegate import ROW_ROLE, EntityDelegate, Mark
from desktop.gui.panels.entity_rows import Group, Range, Row, Surface, following, grouped, rows
from desktop.gui.translating import worded
from store.values import ArticlePage, Label, Suggestion

Index = QModelIndex | QPersistentModelIndex


class EntityModel(QAbstractListModel):
    """Rows as they are shown; a change that keeps their number resets nothing."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.rows: list[Row] = []
        self.names: dict[str | None, str] = {}

    def show_rows(self, listed: list[Row]) -> None:
        """Show these rows."""
        if [row.key for row in listed] == [row.key for row in self.rows]:
            self.rows = listed
            if listed:
                self.dataChanged.emit(self.index(0), self.index(len(listed) - 1))
            return
        self.beginResetModel()
        self.rows = listed
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 (Qt's own signature)
        return 0 if parent.isValid() else len(self.rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        row = self.rows[index.row()]
        if role == ROW_ROLE:
            return row
        if role == Qt.ItemDataRole.DisplayRole:
            return row.text if isinstance(row, Surface) else self.names.get(row.label, row.label)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._spoken(row)
        if role == Qt.ItemDataRole.ToolTipRole and isinstance(row, Surface):
            return row.text
        return None

    def _spoken(self, row: Row) -> str:
        name = row.text if isinstance(row, Surface) else self.names.get(row.label, row.label)
        own = self.tr("%n decided", "", row.own)
        suggested = self.tr("%n suggested", "", row.suggested)
        return ", ".join(filter(None, (name, own if row.own else "", suggested if row.suggested else "")))


class EntitiesPanel(QListView):
    """Goes to a place in the text by click or Enter; a group folds by click, left and right.

    What is suggested of a row is accepted or rejected together, by its marks or in the context menu.
    `hideWanted`: a model, and the label that it is bad at.
    """

    placeChosen = Signal(int, int)
    asked = Signal(object)
    hideWanted = Signal(str, str)

    def __init__(self, look: Look, language: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Entities"))
        self._language = language
        self._model, self._delegate = EntityModel(self), EntityDelegate(look, self.font())
        self._groups: Sequence[Group] = ()
        self._order: tuple[str, ...] = ()
        self._folded: set[str | None] = set()
        self._last: Range | None = None
        self._shows_page = False
        self._models: dict[str | None, tuple[str, ...]] = {}
        self.setModel(self._model)
        self.setItemDelegate(self._delegate)
        bare(self)
        self.clicked.connect(self._act)

    def set_look(self, look: Look) -> None:
        """Take other colours."""
        self._delegate.look = look
        self.viewport().update()

    def show_labels(self, labels: Sequence[Label]) -> None:
        """Take the labels of the project: their order, names and colours."""
        self._order = tuple(label.code for label in labels)
        self._delegate.labels = {label.code: label for label in labels}
        self._model.names = {label.code: worded(label.name, self._language) or label.code for label in labels}
        self._model.names[None] = self.tr("Mentions")

    def show_page(self, page: ArticlePage | None) -> int:
        """List what is in a page; returns how many spans and suggestions there are."""
        self._shows_page = page is not None
        self._groups = grouped(page, self._order) if page is not None else ()
        self._models = _models_by_label(page.suggestions if page is not None else ())
        self._relist()
        return sum(group.own + group.suggested for group in self._groups)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        row = self.currentIndex().data(ROW_ROLE)
        key = event.key()
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and row is not None:
            self._act(self.currentIndex())
        elif key in (Qt.Key.Key_Left, Qt.Key.Key_Right) and isinstance(row, Group):
            self._fold(row.label, folded=key == Qt.Key.Key_Left)
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._model.rows or not self._shows_page:
            return
        with QPainter(self.viewport()) as painter:
            painter.setFont(small(self.font()))
            painter.setPen(QColor(self._delegate.look.dim))
            room = self.viewport().rect().adjusted(2 * GRID, GRID, -2 * GRID, -GRID)
            wrapped = int(Qt.TextFlag.TextWordWrap) | int(Qt.AlignmentFlag.AlignTop)
            painter.drawText(
                room,
                wrapped,
                self.tr("Nothing is marked here yet: select a name and press the digit of its label."),
            )

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        index = self.indexAt(event.position().toPoint())
        row = index.data(ROW_ROLE)
        mark = self._delegate.mark_at(self.visualRect(index), row, event.position().toPoint())
        if mark is not None:
            self.asked.emit(_decision(row, mark))
            event.accept()
            return
        super().mouseReleaseEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        index = self.currentIndex() if event.reason() == event.Reason.Keyboard else self.indexAt(event.pos())
        row = index.data(ROW_ROLE)
        if row is None:
            return
        menu = QMenu(self)
        if row.suggestions:
            count = len(row.suggestions)
            menu.addAction(self.tr("Accept %n suggestion(s)", "", count), lambda: self._decide(row, "accept"))
            menu.addAction(self.tr("Reject %n suggestion(s)", "", count), lambda: self._decide(row, "reject"))
            for model in self._models.get(row.label, ()):
                menu.addAction(
                    self.tr("Hide “{label}” of {model}").format(
                        label=self._model.names.get(row.label, row.label), model=model
                    ),
                    lambda model=model: self.hideWanted.emit(model, row.label),
                )
        if row.spans:
            words = self.tr("Delete %n of your own", "", len(row.spans))
            menu.addAction(words, lambda: self._decide(row, "delete"))
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(self.viewport().mapToGlobal(self.visualRect(index).bottomLeft()))

    def _decide(self, row: Row, mark: Mark) -> None:
        self.asked.emit(_decision(row, mark))

    def keyboardSearch(self, search: str) -> None:
        """Nothing: letters belong to the article."""

    def sizeHint(self) -> QSize:
        return QSize(240, 240)

    def _act(self, index: QModelIndex) -> None:
        row = index.data(ROW_ROLE)
        if isinstance(row, Group):
            self._fold(row.label, folded=row.label not in self._folded)
        elif isinstance(row, Surface):
            self._last = following(row.ranges, self._last)
            self.placeChosen.emit(*self._last)

    def _fold(self, label: str | None, *, folded: bool) -> None:
        (self._folded.add if folded else self._folded.discard)(label)
        self._relist()

    def _relist(self) -> None:
        current = self.currentIndex().data(ROW_ROLE)
        key = current.key if current is not None else None
        scrolled = self.verticalScrollBar().value()
        self._delegate.folded = self._folded
        self._model.show_rows(rows(self._groups, self._folded))
        row = next((n for n, it in enumerate(self._model.rows) if it.key == key), None)
        if row is not None:
            self.setCurrentIndex(self._model.index(row))
        self.verticalScrollBar().setValue(scrolled)
        self.viewport().update()


def _models_by_label(suggestions: Sequence[Suggestion]) -> dict[str | None, tuple[str, ...]]:
    """Label -> the models that suggest it."""
    found: dict[str | None, dict[str, None]] = {}
    for it in suggestions:
        found.setdefault(it.label, {}).update(dict.fromkeys(it.models))
    return {label: tuple(models) for label, models in found.items()}


def _decision(row: Row, mark: Mark) -> DecideAll:
    if mark == "accept":
        return DecideAll(accepted=row.suggestions)
    if mark == "reject":
        return DecideAll(refused=row.suggestions)
    return DecideAll(deleted=row.spans)
