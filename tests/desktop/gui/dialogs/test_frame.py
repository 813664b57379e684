"""What all dialogs share."""

from PySide6.QtWidgets import QFormLayout, QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from desktop.gui.dialogs.frame import TITLE_BAR, Dialog, add_explained, hint


def test_a_dialog_is_never_larger_than_the_screen(qtbot: QtBot) -> None:
    dialog = Dialog("Title")
    qtbot.addWidget(dialog)
    room = dialog.screen().availableSize()
    dialog.grow(room.width() + 500, 300)
    assert (dialog.width(), dialog.height()) == (room.width(), 300)
    dialog.grow(400, room.height() + 500)
    assert (dialog.width(), dialog.height()) == (400, room.height() - TITLE_BAR.height())


def test_a_field_with_a_hint_below_it_is_named_by_its_row(qtbot: QtBot) -> None:
    dialog = Dialog("Title")
    qtbot.addWidget(dialog)
    form, field = dialog.add_form(), QLineEdit()
    add_explained(form, "Name", field, hint("As you like.", "#707077"))
    name = form.itemAt(0, QFormLayout.ItemRole.LabelRole).widget()
    assert isinstance(name, QLabel)
    assert (name.text(), name.buddy()) == ("Name", field)


def test_a_dialog_that_was_answered_is_gone_with_all_that_it_listed(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    heard: list[str] = []
    for answer in ("accept", "reject"):
        dialog = Dialog("x", window)
        dialog.accepted.connect(lambda dialog=dialog: heard.append(dialog.windowTitle()))
        dialog.ask()
        assert dialog.isVisible()
        getattr(dialog, answer)()
    qtbot.waitUntil(lambda: not window.findChildren(Dialog))
    assert heard == ["x"]
