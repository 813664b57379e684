"""A profile for a press database is chosen, written and tried out where its files are imported."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QDialogButtonBox
from pytestqt.qtbot import QtBot

from desktop.gui.dialogs.import_articles import ImportDialog
from desktop.gui.dialogs.profile_editor import ProfileEditor
from desktop.gui.look import look_of
from desktop.gui.theme import LIGHT

PATIENCE = 30_000
CLIPPINGS = """@@ Talbote
Titel: Haushalt steht
Text:
Der Rat stimmte zu.

@@ Kreisblatt
Titel: Zwei
Text:
Noch einer.
"""
OWN = """name = "Talarchiv"
signs = ['@@ ', 'Titel:']
first = '@@ '
[labels]
'Titel:' = "headline"
'Text:' = "body"
"""


@pytest.fixture
def dialog(qtbot: QtBot, tmp_path: Path) -> Iterator[ImportDialog]:
    made = ImportDialog(folder=tmp_path, profiles=tmp_path / "own", language="de", look=look_of(LIGHT))
    qtbot.addWidget(made)
    made.show()
    path = tmp_path / "clippings.txt"
    path.write_text(CLIPPINGS, "utf-8")
    made.add([str(path)])
    yield made
    made.done(0)


def edited(dialog: ImportDialog) -> ProfileEditor:
    dialog.profile.edit.click()
    return next(it for it in dialog.findChildren(ProfileEditor) if it.isVisible())


def test_a_profile_is_tried_as_it_is_written_and_kept_as_an_own_one(
    dialog: ImportDialog, qtbot: QtBot
) -> None:
    editor = edited(dialog)
    assert "Nexis Uni" in editor.text, "one begins with a profile that explains itself"
    editor.field.setPlainText(OWN)
    qtbot.waitUntil(lambda: "Noch einer." in editor.articles.toPlainText(), timeout=PATIENCE)
    assert "Haushalt steht" in editor.articles.toPlainText()
    editor.accept()
    assert (dialog.profile.box.currentText(), dialog.profile.is_own) == ("Talarchiv (own)", True)
    qtbot.waitUntil(lambda: "2 article" in dialog.state.text(), timeout=PATIENCE)
    (kept,) = dialog.draft().options.profiles
    assert Path(kept).read_text("utf-8") == OWN


def test_a_profile_that_does_not_hold_cannot_be_saved_and_says_why(dialog: ImportDialog) -> None:
    editor = edited(dialog)
    editor.field.setPlainText(OWN.replace("'@@ ', 'Titel:'", "'(@@', 'Titel:'"))
    button = editor.findChildren(QDialogButtonBox)[0].buttons()[0]
    assert not button.isEnabled()
    assert editor.problem.text() == "“(@@” is no regular expression."
    assert "at position 0" in editor.problem.toolTip(), "what the parser said is at hand"
    editor.field.setPlainText(OWN.replace("signs", "sings"))
    assert editor.problem.text() == "“signs” is missing."
    editor.field.setPlainText(OWN.replace("name = ", "text_after = 7\nname = "))
    assert editor.problem.text() == "“text_after” holds another kind of value than it should."
    editor.field.setPlainText(OWN)
    assert button.isEnabled()
    editor.reject()


def test_a_profile_that_is_no_toml_says_where_in_the_windows_words(dialog: ImportDialog) -> None:
    editor = edited(dialog)
    editor.field.setPlainText("[" + OWN)
    assert editor.problem.text().startswith("Line 1, column ")
    assert "at line" in editor.problem.toolTip(), "what the parser said is at hand"
    editor.field.setPlainText(OWN)
    assert not editor.problem.toolTip()
    editor.reject()


def test_own_profiles_are_tried_by_themselves_changed_and_deleted(dialog: ImportDialog, qtbot: QtBot) -> None:
    dialog.profile.save(OWN)
    dialog.profile.box.setCurrentIndex(0)
    assert len(dialog.draft().options.profiles) == 1, "what fits is found without being chosen"
    dialog.profile.box.setCurrentIndex(1)
    dialog.profile.save(OWN.replace("Talarchiv", "Kreisarchiv"))
    assert [it.name for it in (Path(dialog.draft().options.profiles[0]).parent).iterdir()] == [
        "talarchiv.toml"
    ]
    assert dialog.profile.box.currentText() == "Kreisarchiv (own)"
    dialog.profile.remove.click()
    assert dialog.draft().options.profiles == ()
    assert not dialog.profile.remove.isVisible()


def test_a_profile_of_lesart_is_chosen_and_never_overwritten(dialog: ImportDialog, tmp_path: Path) -> None:
    box = dialog.profile.box
    box.setCurrentIndex(box.findText("Factiva"))
    (shipped,) = dialog.draft().options.profiles
    before = Path(shipped).read_text("utf-8")
    dialog.profile.save(before.replace('name = "Factiva"', 'name = "Mein Factiva"'))
    assert Path(shipped).read_text("utf-8") == before
    assert (tmp_path / "own" / "mein_factiva.toml").exists()


def test_a_second_own_profile_of_the_same_name_overwrites_no_first_one(
    dialog: ImportDialog, tmp_path: Path
) -> None:
    dialog.profile.save(OWN)
    dialog.profile.offer("")
    dialog.profile.save(OWN.replace("Titel:", "Title:"))
    kept = [path.read_text("utf-8") for path in sorted((tmp_path / "own").iterdir())]
    assert kept == [OWN, OWN.replace("Titel:", "Title:")]


def test_a_profile_that_cannot_be_written_is_not_lost(dialog: ImportDialog, tmp_path: Path) -> None:
    (tmp_path / "own").touch()  # where the folder should be
    editor = edited(dialog)
    editor.field.setPlainText(OWN)
    editor.accept()
    assert editor.isVisible()
    assert editor.text == OWN
    assert "cannot be written" in editor.problem.text()
    (tmp_path / "own").unlink()
    editor.accept()
    assert not editor.isVisible()
    assert dialog.profile.is_own


def test_files_that_could_not_be_looked_at_are_not_waited_for(dialog: ImportDialog) -> None:
    editor = edited(dialog)
    assert "looking" in editor.problem.text()
    editor.looking.failed.emit(RuntimeError())
    assert editor.problem.text() == "The files could not be looked at."
    editor.reject()
