"""The files and folders of an import, with what they were recognised as."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHeaderView, QTreeWidget, QTreeWidgetItem, QWidget

from desktop.gui.dialogs.saying_tree import SayingTree
from desktop.gui.format_words import format_words
from desktop.gui.look import Look
from desktop.gui.reports import skip_words
from desktop.gui.tips import plain_tip
from desktop.gui.translating import number
from store.formats.companions import wholes
from store.formats.seen import FileSeen, Seen

_FILE = Qt.ItemDataRole.UserRole
_MEASURED = (1, 2, 3)
"""Columns that are as wide as what they hold."""
_NUMBERS = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class FileList(SayingTree):
    """Files and folders that were given, and what they were recognised as. `chosen`: another is to be
    shown.
    """

    chosen = Signal()
    removed = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, parent)
        self.setColumnCount(4)
        self.setHeaderLabels(
            [self.tr("File"), self.tr("Recognised as"), self.tr("Articles"), self.tr("Problems")]
        )
        self.setAccessibleName(self.tr("Files and folders"))
        self.say_when_empty(self.tr("Drop files and folders here, or add them with the buttons above."))
        self.setSelectionMode(QTreeWidget.SelectionMode.ExtendedSelection)
        self.setUniformRowHeights(True)
        self.setRootIsDecorated(False)
        self.setMinimumHeight(130)
        header = self.header()
        header.setStretchLastSection(False)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        for column in _MEASURED:
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.ResizeToContents)
        for column in (2, 3):
            self.headerItem().setTextAlignment(column, _NUMBERS)
        self.itemSelectionChanged.connect(self.chosen)

    def paths(self) -> list[str]:
        """What was given."""
        return [item.data(0, _FILE) for item in self._roots()]

    def add(self, *paths: str) -> None:
        """More files and folders; what is listed already is not listed twice."""
        listed = self.paths()
        kept = set(map(str, wholes(map(Path, (*listed, *filter(None, paths))))))
        before = set(listed)
        new = [path for path in dict.fromkeys(paths) if str(Path(path)) in kept and path not in before]
        self.addTopLevelItems([_root(path) for path in new])
        self.viewport().update()

    def remove_selected(self) -> None:
        """Take away what is selected, with all that is in it."""
        roots = {(it.parent() or it).data(0, _FILE) for it in self.selectedItems()}
        with self._many_changes():
            for row in reversed(range(self.topLevelItemCount())):
                item = self.topLevelItem(row)
                if item is not None and item.data(0, _FILE) in roots:
                    self.takeTopLevelItem(row)
        self.removed.emit()

    def show_seen(self, seen: Seen) -> None:
        """Fill in what was found out."""
        of: dict[str, list[FileSeen]] = {}
        for file in seen.files:
            of.setdefault(file.root, []).append(file)
        last = seen.files[-1].root if seen.more and seen.files else ""
        with self._many_changes():
            for item in self._roots():
                path = item.data(0, _FILE)
                self._fill_root(item, of.get(path, []))
                if path == last and item.childCount():  # where looking ceased
                    item.setText(1, self.tr("more than %Ln file(s)", "", item.childCount()))
        self.setRootIsDecorated(any(item.childCount() for item in self._roots()))
        self.viewport().update()

    @contextmanager
    def _many_changes(self) -> Iterator[None]:
        """Columns are as wide as their contents, for which each change measures a thousand rows: of many
        changes only the last one counts, and what is selected is told once.
        """
        header = self.header()
        for column in _MEASURED:
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.Fixed)
        was_blocked = self.blockSignals(True)
        try:
            yield
        finally:
            self.blockSignals(was_blocked)
            for column in _MEASURED:
                header.setSectionResizeMode(column, QHeaderView.ResizeMode.ResizeToContents)
            self.itemSelectionChanged.emit()

    def _fill_root(self, item: QTreeWidgetItem, files: Sequence[FileSeen]) -> None:
        """What was found in one that was given; nothing in one that was not looked at."""
        path = Path(item.data(0, _FILE))
        item.takeChildren()
        if len(files) == 1 and files[0].name == path.name:
            self._fill(item, files[0])
        elif files:
            self._fill_folder(item, files)
        else:
            for column in _MEASURED:
                item.setText(column, "")

    def _fill_folder(self, item: QTreeWidgetItem, files: Sequence[FileSeen]) -> None:
        for file in files:
            child = _row(file.name)
            self._fill(child, file)
            item.addChild(child)
        item.setText(1, self.tr("%Ln file(s)", "", len(files)))
        item.setText(2, _count(sum(it.count for it in files), all(it.is_whole for it in files)))
        item.setText(3, _said(sum(len(it.problems) for it in files)))
        item.setExpanded(len(files) <= 12)  # which lays out all rows: not for thousands of single files

    def selected_file(self) -> str:
        """The name of the file to show, "" for all; in a folder its name below it."""
        items = self.selectedItems()
        name = items[0].data(1, _FILE) if len(items) == 1 else None
        return name or ""

    def _roots(self) -> list[QTreeWidgetItem]:
        found = (self.topLevelItem(row) for row in range(self.topLevelItemCount()))
        return [item for item in found if item is not None]

    def _fill(self, item: QTreeWidgetItem, file: FileSeen) -> None:
        item.setData(1, _FILE, file.name)
        item.setText(1, format_words(file.format))
        item.setText(2, _count(file.count, file.is_whole) if file.count or file.is_whole else "")
        item.setText(3, _said(len(file.problems)))
        if file.problems and not file.count:
            item.setToolTip(1, skip_words(file.problems[0].reason))


def _row(name: str) -> QTreeWidgetItem:
    item = QTreeWidgetItem([name])
    for column in (2, 3):
        item.setTextAlignment(column, _NUMBERS)
    return item


def _root(path: str) -> QTreeWidgetItem:
    item = _row(Path(path).name or path)
    item.setToolTip(0, plain_tip(path))
    item.setData(0, _FILE, path)
    return item


def _count(count: int, is_whole: bool) -> str:
    return number(count) if is_whole or not count else f"{number(count)} +"


def _said(count: int) -> str:
    return number(count) if count else ""
