"""The dialogs and palettes of the menus and of the article; files brought in and taken out."""

from collections import Counter
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMessageBox, QPushButton

from desktop.gui.app import Program
from desktop.gui.dialogs.about import AboutDialog
from desktop.gui.dialogs.actor import ActorDialog
from desktop.gui.dialogs.cheat_sheet import CheatSheet
from desktop.gui.dialogs.codebook import CodebookDialog
from desktop.gui.dialogs.crash import CrashDialog
from desktop.gui.dialogs.days import DaysDialog
from desktop.gui.dialogs.export import ExportDialog
from desktop.gui.dialogs.import_articles import ImportDialog
from desktop.gui.dialogs.label import LabelDialog
from desktop.gui.dialogs.licences import LicencesDialog
from desktop.gui.dialogs.new_project import NewProjectDialog
from desktop.gui.dialogs.occurrences import OccurrencesDialog
from desktop.gui.dialogs.palette import Palette
from desktop.gui.dialogs.profile_editor import ProfileEditor
from desktop.gui.dialogs.project_settings import ProjectSettingsDialog
from desktop.gui.dialogs.report import ReportDialog
from desktop.gui.dialogs.settings import SettingsDialog
from desktop.gui.dialogs.take_back import TakeBackDialog
from desktop.gui.dialogs.topic import TopicDialog
from desktop.gui.manual.window import ManualWindow
from desktop.gui.reports import Reports
from desktop.work.errand import Exported, Imported
from store.formats.problems import Loss, Skipped
from tests.screens.scene import Kind, Scene, Steps, opened, page_of, shown
from tests.screens.waiting import until

GOLDEN = Path(__file__).parents[1] / "golden"


def of_menu(
    name: str, kind: type[Kind], then: Callable[[Kind], Steps] | None = None, title: str = ""
) -> Scene:
    """The dialog that an entry of the menus opens."""

    def take(program: Program) -> Steps:
        yield from opened(kind, program.window.menus.actions[name].trigger, then)

    return Scene(f"dialog-{title or name}", take)


def _import(dialog: ImportDialog) -> Steps:
    dialog.add([str(GOLDEN / name) for name in ("nexis.txt", "table.csv", "articles.jsonl", "print.pdf")])
    until(lambda: not dialog.looking.is_under_way)
    yield from shown(dialog, "files")
    for number in range(1, dialog.tabs.count()):
        if dialog.tabs.isTabEnabled(number):
            dialog.tabs.setCurrentIndex(number)
            yield from shown(dialog, f"files-{number}")
    dialog.profile.box.setCurrentIndex(dialog.profile.box.count() - 1)
    dialog.tabs.setCurrentIndex(0)
    until(lambda: not dialog.looking.is_under_way)
    yield from shown(dialog, "profile")
    yield from opened(ProfileEditor, dialog.edit_profile, _profile, "profile-editor")


def _profile(editor: ProfileEditor) -> Steps:
    until(lambda: not editor.looking.is_under_way)
    yield from shown(editor, "profile-editor-seen")
    editor.field.insertPlainText("[")
    yield from shown(editor, "profile-editor-broken")


def _export(dialog: ExportDialog) -> Steps:
    until(dialog.preview.text.isEnabled)
    yield from shown(dialog, "seen")
    formats = dialog.choices.format
    for name in ("conll2003", "conllu", "network", "statements"):
        place = next((n for n in range(formats.count()) if name in str(formats.itemData(n))), None)
        if place is not None:
            formats.setCurrentIndex(place)
            yield from _seen(dialog, name)
    formats.setCurrentIndex(0)
    dialog.choices.datasheet.setChecked(True)
    dialog.choices.deposit.setChecked(True)
    yield from _seen(dialog, "deposit")


def _seen(dialog: ExportDialog, more: str) -> Steps:
    until(lambda: not dialog.preview.text.isEnabled(), patience=5)
    until(dialog.preview.text.isEnabled)
    yield from shown(dialog, more)


def _settings(dialog: SettingsDialog) -> Steps:
    for number in range(1, dialog.tabs.count()):
        dialog.tabs.setCurrentIndex(number)
        yield from shown(dialog, str(number))


def _narrowed(palette: Palette) -> Steps:
    QTest.keyClicks(QApplication.focusWidget() or palette, "art")
    yield from shown(palette, "narrowed")
    QTest.keyClicks(QApplication.focusWidget() or palette, "xyz")
    yield from shown(palette, "nothing")


def _manual(window: ManualWindow) -> Steps:
    window.field.setText("ist")
    window.search()
    yield from shown(window, "searched")


def _licences(dialog: AboutDialog) -> Steps:
    yield from opened(LicencesDialog, dialog.licences.click, name="licences")


def _project_settings(program: Program) -> Steps:
    yield from opened(
        ProjectSettingsDialog, lambda: program.window.asked.emit("project_settings"), _model_with_code
    )


def _model_with_code(dialog: ProjectSettingsDialog) -> Steps:
    choice = dialog.models[0]
    files = ("tokenize_news.py", "components/linker.py", "setup.py")
    yield from opened(QMessageBox, lambda: choice._warn(Path("news_model"), files), name="code")


def _take_back(dialog: TakeBackDialog) -> Steps:
    """What may go and what may not, imports and suggestions: a picture of each kind."""
    seen = {_kind(dialog)}
    for row in range(dialog.list.rowCount()):
        dialog.list.selectRow(row)
        if (kind := _kind(dialog)) not in seen:
            seen.add(kind)
            yield from shown(dialog, "-".join(kind))


def _kind(dialog: TakeBackDialog) -> tuple[str, str]:
    assert dialog.chosen is not None
    return dialog.chosen.kind, "kept" if dialog.chosen.worked_on else "removed"


def _days(program: Program) -> Steps:
    yield from opened(DaysDialog, program.window.page.queue._ask_days)


def _codebook(program: Program) -> Steps:
    doors, book = program.doors, program.workbench.codebook
    assert book is not None
    editor = doors.editor

    def inside(dialog: CodebookDialog) -> Steps:
        label, topic = book.labels[0], book.topics[0]
        yield from opened(LabelDialog, lambda: editor._ask_label(dialog, label), name="label")
        yield from opened(LabelDialog, lambda: editor._ask_label(dialog, None), name="label-new")
        yield from opened(Palette, lambda: editor._merge_label(dialog, label), name="label-merge")
        dialog.tabs.setCurrentWidget(dialog.topics)
        yield from shown(dialog, "topics")
        yield from opened(TopicDialog, lambda: doors.topics.ask(topic, dialog), name="topic")
        yield from opened(TopicDialog, lambda: doors.topics.ask(None, dialog), name="topic-new")
        dialog.tabs.setCurrentWidget(dialog.actors)
        yield from shown(dialog, "actors")
        if book.actors:
            yield from opened(ActorDialog, lambda: editor._ask_actor(dialog, book.actors[0]), name="actor")
        yield from opened(ActorDialog, lambda: editor._ask_actor(dialog, None), name="actor-new")

    yield from opened(CodebookDialog, editor.show_labels, inside)


def _no_actors(program: Program) -> Steps:
    editor = program.doors.editor
    yield from opened(CodebookDialog, editor.show_actors, name="actors")
    yield from opened(CodebookDialog, editor.show_topics, name="topics")


def _asked_in_article(name: str, key: Qt.Key) -> Scene:
    """A palette that a key opens while a span is in hand."""

    def take(program: Program) -> Steps:
        _take_commonest(program)
        yield from opened(Palette, lambda: QTest.keyClick(program.window.page.view, key))

    return Scene(f"dialog-{name}", take)


def _nothing_to_take_back(program: Program) -> Steps:
    yield from opened(TakeBackDialog, program.window.menus.actions["take_back"].trigger)


def _label_all(program: Program) -> Steps:
    def everywhere(dialog: OccurrencesDialog) -> Steps:
        dialog.everywhere.click()
        yield from shown(dialog, "everywhere")

    _take_commonest(program)
    yield from opened(OccurrencesDialog, program.doors.labelling.begin, everywhere)


def _take_commonest(program: Program) -> None:
    """Take the span into the hand whose words stand most often in the article."""
    view, page = program.window.page.view, page_of(program)
    own = max(page.spans, key=lambda it: page.article.text.count(page.article.text[it.start : it.end]))
    view.go_to(own.start, own.end)
    view.setFocus()


def _reports(program: Program) -> Steps:
    skipped = tuple(
        Skipped("news/2025-10.jsonl", 120 + n, field, reason, detail)
        for n, (field, reason, detail) in enumerate(
            (("date", "date_unread", "31.02.2025"), ("text", "empty_text", ""), ("", "not_json", "{"))
        )
    )
    window, reports = program.window, Reports(program.window, GOLDEN)
    found = Counter(it.reason for it in skipped)
    imported = Imported(1200, 0, 14, ("DATE",), skipped, dict(found), False, id=1)
    more = "Printed more than once: %Ln stories in {articles} articles."
    more = QCoreApplication.translate("Stories", more, "", 12).format(articles=27)
    reports.show_import(imported, more, take_back=lambda _: None)
    yield from shown(window, "told")
    button: QPushButton = window.page.messages.button
    yield from opened(ReportDialog, button.click, name="import")
    losses = (
        Loss("news-12", 10, 24, "ORG Stadtwerke Isen", "ends_inside"),
        Loss("news-40", 0, 9, "PER", "nested"),
    )
    reports.show_export(
        Exported(
            ("/home/ada/news.conll",),
            1200,
            ("zones", "nesting"),
            losses,
            dict(Counter(it.kind for it in losses)),
            False,
        )
    )
    yield from opened(ReportDialog, button.click, name="export")


def _crash(program: Program) -> Steps:
    yield from opened(CrashDialog, lambda: program.telling.crash(ValueError("for the picture")))


EMPTY = (
    Scene("dialog-codebook-empty", _no_actors, "empty"),
    Scene("dialog-take_back-empty", _nothing_to_take_back, "empty"),
)
DIALOGS = (
    of_menu("new", NewProjectDialog),
    of_menu("import", ImportDialog, _import),
    of_menu("export", ExportDialog, _export),
    Scene("dialog-project_settings", _project_settings),
    Scene("dialog-codebook", _codebook),
    of_menu("settings", SettingsDialog, _settings),
    of_menu("keys", CheatSheet),
    of_menu("palette", Palette, _narrowed),
    of_menu("about", AboutDialog, _licences),
    of_menu("manual", ManualWindow, _manual),
    of_menu("take_back", TakeBackDialog, _take_back),
    Scene("dialog-days", _days),
    _asked_in_article("label-picker", Qt.Key.Key_P),
    _asked_in_article("link", Qt.Key.Key_L),
    _asked_in_article("holder", Qt.Key.Key_H),
    Scene("dialog-label-all", _label_all),
    Scene("report", _reports),
    Scene("dialog-crash", _crash),
)
