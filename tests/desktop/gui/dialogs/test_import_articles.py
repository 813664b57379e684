"""Before an import one drops files, sees what they are, says which column is what, and sees the problems."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QLocale, QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QTextDocument
from PySide6.QtWidgets import QComboBox
from pytestqt.qtbot import QtBot

from desktop.gui.dialogs.import_articles import ImportDialog
from desktop.gui.dialogs.import_files import FileList
from desktop.gui.look import look_of
from desktop.gui.theme import LIGHT
from desktop.gui.translating import number
from desktop.gui.wording import short_date
from store.formats.problems import Skipped
from store.formats.protocol import Table
from store.formats.seen import ArticleSeen, FileSeen, Seen

PATIENCE = 30_000


@pytest.fixture
def dialog(qtbot: QtBot, tmp_path: Path) -> Iterator[ImportDialog]:
    made = ImportDialog(folder=tmp_path, profiles=tmp_path / "profiles", language="de", look=look_of(LIGHT))
    qtbot.addWidget(made)
    made.show()
    yield made
    made.done(0)


def seen_as(dialog: ImportDialog, *files: FileSeen, more: int = 0) -> None:
    """What a child would say, without one."""
    for root in dict.fromkeys(it.root for it in files):
        dialog.files.add(root)
    dialog.looking.seen.emit(Seen(files, more))


def article(title: str, text: str, **more: object) -> ArticleSeen:
    known = {"outlet": None, "author": None, "published_at": None, "language": None, "url": None}
    return ArticleSeen(title=title, text=text, length=len(text), zones=(), spans=0, **{**known, **more})  # type: ignore[arg-type]


def choice(dialog: ImportDialog, row: int) -> QComboBox:
    found = dialog.columns.cellWidget(row, 2)
    assert isinstance(found, QComboBox)
    return found


def choose(dialog: ImportDialog, row: int, field: str) -> None:
    box = choice(dialog, row)
    box.setCurrentIndex(box.findData(field))
    box.activated.emit(box.currentIndex())


def test_dropped_files_are_looked_at_and_a_column_that_is_named_changes_what_is_seen(
    dialog: ImportDialog, qtbot: QtBot, tmp_path: Path
) -> None:
    path = tmp_path / "a.csv"
    path.write_text("Notiz;Wert\nEin ganzer Artikel;7\n", "utf-8")
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    buttons, keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(QPoint(5, 5), Qt.DropAction.CopyAction, data, buttons, keys)
    dialog.dragEnterEvent(enter)
    assert enter.isAccepted()
    dialog.dropEvent(QDropEvent(QPoint(5, 5), Qt.DropAction.CopyAction, data, buttons, keys))
    assert dialog.state.text() == "Looking at the files …"
    qtbot.waitUntil(lambda: not dialog.looking.is_under_way, timeout=PATIENCE)
    assert dialog.tabs.currentWidget() is dialog.columns, "nobody knows the text: the columns are asked for"
    assert "No article" in dialog.articles.toPlainText()
    choose(dialog, 0, "text")
    qtbot.waitUntil(lambda: "Ein ganzer Artikel" in dialog.articles.toPlainText(), timeout=PATIENCE)
    draft = dialog.draft()
    assert draft.paths == (path,)
    assert (draft.options.columns, draft.options.beside) == ({"text": "Notiz"}, ("Wert",))
    assert draft.options.language == "de"


def test_files_stand_with_their_format_and_how_many_articles_they_hold(dialog: ImportDialog) -> None:
    problem = Skipped("kaputt.docx", 0, "", "damaged")
    seen_as(
        dialog,
        FileSeen("/x/a.html", "a.html", "html", (article("Kopf", "Text eins"),), count=1, is_whole=True),
        FileSeen("/x/b", "c.jsonl", "articles", (article("", "Text zwei"),), count=60),
        FileSeen("/x/b", "kaputt.docx", "docx", problems=(problem,), is_whole=True),
    )
    one, two = dialog.files.topLevelItem(0), dialog.files.topLevelItem(1)
    assert one is not None
    assert two is not None
    assert [one.text(column) for column in range(4)] == ["a.html", "Web page", "1", ""]
    assert [two.text(column) for column in range(4)] == ["b", two.text(1), "60 +", "1"]
    assert two.text(1) in ("2 file(s)", "2 files")  # with and without the English plurals
    assert two.childCount() == 2
    assert "more than 61" in dialog.state.text()
    assert dialog.tabs.tabText(2) == "Problems (1)"
    assert [it.text() for column in range(3) if (it := dialog.problems.item(0, column))] == [
        "kaputt.docx", "", "file is damaged",
    ]  # fmt: skip
    shown = dialog.articles.toPlainText()
    assert "Text eins" in shown
    assert "Text zwei" in shown
    one.setSelected(True)
    assert "Text zwei" not in dialog.articles.toPlainText()
    assert not dialog.tabs.isTabEnabled(2)


@pytest.fixture
def in_english() -> Iterator[None]:
    """Numbers as the English window writes them; without a locale they have no groups."""
    before = QLocale()
    QLocale.setDefault(QLocale("en"))
    yield
    QLocale.setDefault(before)


@pytest.mark.usefixtures("in_english")
def test_dates_are_written_as_in_the_rest_of_the_window_and_long_numbers_in_groups(
    dialog: ImportDialog,
) -> None:
    dated = article("Kopf", "Text", published_at="2024-05-09T09:20:00+00:00", outlet="Valley Wire")
    seen_as(dialog, FileSeen("/x/a.jsonl", "a.jsonl", "jsonl", (dated,), count=12_345, is_whole=True))
    line = dialog.articles.toPlainText().splitlines()[0]
    assert line.startswith(f"Valley Wire · {short_date('2024-05-09')} · ")
    assert "2024-05" not in line
    row = dialog.files.topLevelItem(0)
    assert row is not None
    assert row.text(2) == number(12_345)
    assert number(12_345) in dialog.state.text()
    assert number(12_345) != "12345"


def test_a_problem_names_its_field_as_the_columns_do(dialog: ImportDialog) -> None:
    problems = tuple(
        Skipped("a.csv", line, field, "date_unread") for line, field in ((2, "date"), (3, "ressort"))
    )
    seen_as(dialog, FileSeen("/x/a.csv", "a.csv", "csv", problems=problems, is_whole=True))
    said = [it.text() for row in range(2) if (it := dialog.problems.item(row, 2))]
    assert [words.partition(":")[0] for words in said] == ["Date", "ressort"]


def test_a_field_is_one_column(dialog: ImportDialog) -> None:
    table = Table(("a", "b", "c"), {"a": "text", "b": "title"}, (("x", "y", "z"),))
    seen_as(
        dialog,
        FileSeen("/x/a.csv", "a.csv", "csv", (article("y", "x"),), count=1, is_whole=True, table=table),
    )
    choose(dialog, 2, "text")
    assert [choice(dialog, row).currentData() for row in range(3)] == ["", "title", "text"]
    options = dialog.draft().options
    assert (options.columns, options.beside) == ({"title": "b", "text": "c"}, ("a",))


def test_what_is_shown_is_the_text_and_no_markup_of_it(dialog: ImportDialog) -> None:
    text = "<b>kein</b> & Markup\n\n\ufeffzweiter"
    seen_as(
        dialog, FileSeen("/x/a.txt", "a.txt", "text", (article("<i>T</i>", text),), count=1, is_whole=True)
    )
    shown = dialog.articles.toPlainText()
    assert "<i>T</i>" in shown
    assert "<b>kein</b> & Markup" in shown
    assert "zweiter" in shown


def test_what_is_removed_is_not_imported(dialog: ImportDialog) -> None:
    seen_as(dialog, FileSeen("/x/a.txt", "a.txt", "text"), FileSeen("/x/b.txt", "b.txt", "text"))
    item = dialog.files.topLevelItem(0)
    assert item is not None
    item.setSelected(True)
    dialog.files.remove_selected()
    assert dialog.draft().paths == (Path("/x/b.txt"),)


def test_a_later_question_takes_the_place_of_an_earlier_one(
    dialog: ImportDialog, qtbot: QtBot, tmp_path: Path
) -> None:
    for name in ("a", "b"):
        (tmp_path / f"{name}.txt").write_text(f"Text {name}")
    heard: list[Seen] = []
    dialog.looking.seen.connect(heard.append)
    dialog.add([str(tmp_path / "a.txt")])
    dialog.add([str(tmp_path / "b.txt")])
    qtbot.waitUntil(lambda: bool(heard), timeout=PATIENCE)
    assert [[file.name for file in seen.files] for seen in heard] == [["a.txt", "b.txt"]]


def test_thousands_of_files_are_listed_once_each_without_reading_the_list_for_each(
    dialog: ImportDialog, monkeypatch: pytest.MonkeyPatch
) -> None:
    looks = 0
    paths = dialog.files.paths

    def counted() -> list[str]:
        nonlocal looks
        looks += 1
        return paths()

    monkeypatch.setattr(dialog.files, "paths", counted)
    monkeypatch.setattr(dialog.looking, "ask", lambda *_: None)
    names = [f"/news/{number}.txt" for number in range(3000)]
    dialog.add([*names, *names[:10], ""])
    dialog.add(names[:5])
    assert paths() == names
    assert looks < 10


class Measured(FileList):
    """Counts how often the width of a column is measured, which looks at up to a thousand rows."""

    times = 0

    def sizeHintForColumn(self, column: int) -> int:
        self.times += 1
        return super().sizeHintForColumn(column)


def test_thousands_of_files_are_shown_and_taken_away_without_measuring_them_for_each(qtbot: QtBot) -> None:
    files = Measured(look_of(LIGHT))
    qtbot.addWidget(files)
    files.resize(700, 300)
    files.show()
    names = [f"/news/{number}.txt" for number in range(2000)]
    files.add(*names)
    before = Measured.times
    looked_at = [FileSeen(it, Path(it).name, "text", count=1, is_whole=True) for it in names[:300]]
    files.show_seen(Seen(tuple(looked_at), 1700))
    rows = [[files.topLevelItem(row).text(column) for column in range(3)] for row in (0, 299, 300)]
    assert rows == [["0.txt", "Plain text", "1"], ["299.txt", "Plain text", "1"], ["300.txt", "", ""]]
    told: list[str] = []
    files.chosen.connect(lambda: told.append(files.selected_file()))
    files.selectAll()
    files.topLevelItem(7).setSelected(False)
    told.clear()
    files.remove_selected()
    assert (files.paths(), told) == ([names[7]], [""])
    assert Measured.times - before < 100


def test_a_folder_of_which_not_all_was_looked_at_says_so(qtbot: QtBot, tmp_path: Path) -> None:
    files = FileList(look_of(LIGHT))
    qtbot.addWidget(files)
    files.add(str(tmp_path), "/news/behind.txt")
    looked_at = [FileSeen(str(tmp_path), f"{n}.txt", "text") for n in range(3)]
    files.show_seen(Seen(tuple(looked_at), 40))
    folder, behind = files.topLevelItem(0), files.topLevelItem(1)
    assert folder.text(1).startswith("more than 3 file")
    assert behind.text(1) == ""
    files.show_seen(Seen(tuple(looked_at)))
    assert folder.text(1).startswith("3 file")


def test_a_file_name_is_no_markup(qtbot: QtBot) -> None:
    files = FileList(look_of(LIGHT))
    qtbot.addWidget(files)
    files.add("/news/<b>fett</b> & mehr.txt")
    shown = QTextDocument()
    shown.setHtml(files.topLevelItem(0).toolTip(0))
    assert shown.toPlainText() == "/news/<b>fett</b> & mehr.txt"
