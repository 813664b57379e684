"""The export dialog asks what a format can be asked, and shows what would come of it before it is written."""

from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from desktop.gui.app import Program
from desktop.gui.dialogs.export import ExportDialog
from desktop.gui.long_work import LongWork
from desktop.work.errand import Rehearse, Rehearsed
from desktop.work.lessons import SHARES
from store.formats import WRITERS
from store.formats.problems import Loss
from store.networks import NetworkOptions


@pytest.fixture
def rehearsals(monkeypatch: pytest.MonkeyPatch) -> list[Rehearse]:
    """What was rehearsed: the child process is left out, its answer is made up."""
    asked: list[Rehearse] = []

    def start(self: Any, name: str, wanted: Rehearse, *, done: Any, failed: Any) -> None:
        asked.append(wanted)
        loss = Loss("a1", 0, 4, "LOC", "nested", "<i>بون")
        count = wanted.limit or 40
        beginnings = (("export.x", "first line\n"),)
        done(Rehearsed(beginnings, count, ("zones",), (loss,), {loss.kind: 1}, cancelled=False))

    monkeypatch.setattr(LongWork, "start", start)
    return asked


@pytest.fixture
def dialog(opened: Program, qtbot: QtBot, rehearsals: list[Rehearse]) -> ExportDialog:
    """The dialog, as the menu opens it."""
    opened.window.menus.actions["export"].trigger()

    def found() -> list[ExportDialog]:
        return [
            it for it in QApplication.topLevelWidgets() if isinstance(it, ExportDialog) and it.isVisible()
        ]

    qtbot.waitUntil(lambda: bool(found()))
    return found()[0]


def choose(dialog: ExportDialog, name: str) -> None:
    box = dialog.choices.format
    box.setCurrentIndex(box.findData(name))


def test_every_format_is_offered_by_a_name_that_people_know(dialog: ExportDialog) -> None:
    box = dialog.choices.format
    assert [box.itemData(i) for i in range(box.count())] == [item.name for item in WRITERS]
    dialog.reject()


def test_only_what_the_format_can_be_asked_is_asked(dialog: ExportDialog) -> None:
    form = dialog.choices

    def asked() -> list[str]:
        rows = {"text": form.text, "scheme": form.scheme, "misfit": form.misfit, "split": form.split}
        return [name for name, widget in rows.items() if widget.isEnabled()]

    choose(dialog, "jsonl")
    assert asked() == ["text"]
    choose(dialog, "conll2003")
    assert asked() == ["scheme", "misfit", "split"]
    choose(dialog, "label-studio")
    assert asked() == ["split"]
    dialog.reject()


def test_spacy_is_offered_with_the_split_by_which_the_window_trains(dialog: ExportDialog) -> None:
    form = dialog.choices
    choose(dialog, "conll2003")
    assert "spacy train" not in form.explained.text()
    choose(dialog, "spacy")
    assert "spacy train" in form.explained.text()
    form.split.setCurrentIndex(form.split.findText("70/10/20"))
    assert form.wish().split == SHARES
    dialog.reject()


def test_a_few_articles_are_shown_first_and_then_all_losses(
    dialog: ExportDialog, qtbot: QtBot, rehearsals: list[Rehearse]
) -> None:
    choose(dialog, "germeval")
    qtbot.waitUntil(lambda: [it.limit for it in rehearsals if it.wish.format == "germeval"] == [20, None])
    assert dialog.preview.text.toPlainText() == "first line\n"
    top = dialog.preview.losses.topLevelItem(0)
    assert (top.text(1), top.childCount()) == ("1", 1)
    said = top.child(0).text(0)
    assert said == "\u2068LOC\u2069  \u2068“<i>بون”\u2069  \u20680–4\u2069  \u2068a1\u2069"
    dialog.reject()


def test_without_annotators_nothing_can_be_exported(dialog: ExportDialog, qtbot: QtBot) -> None:
    people, whose = dialog.choices.people, dialog.choices.whose
    whose.setCurrentIndex(whose.findData("named"))
    for row in range(people.count()):
        people.item(row).setCheckState(Qt.CheckState.Unchecked)
    assert not dialog._ok.isEnabled()
    assert dialog.preview.state.text() == dialog.choices.lacks
    people.item(0).setCheckState(Qt.CheckState.Checked)
    qtbot.waitUntil(dialog._ok.isEnabled)
    dialog.reject()


def test_models_go_out_only_where_they_are_asked_for(dialog: ExportDialog) -> None:
    form = dialog.choices
    choose(dialog, "germeval")
    assert form.wish().annotators == (), "the gold standard, else everybody"
    assert "gold" in form.whose.currentText()
    form.whose.setCurrentIndex(form.whose.findData("named"))
    rows = [form.people.item(row) for row in range(form.people.count())]
    ticked = {it.text() for it in rows if it.checkState() == Qt.CheckState.Checked}
    models = {it.text() for it in rows} - ticked
    assert models
    assert rows[-1].text() in models, "models stand at the end"
    assert set(form.wish().annotators) == ticked
    choose(dialog, "jsonl")
    form.whose.setCurrentIndex(0)
    assert "models" in form.whose.currentText()
    dialog.reject()


def test_a_loss_leads_to_its_place_and_the_export_waits(
    dialog: ExportDialog, opened: Program, qtbot: QtBot
) -> None:
    choose(dialog, "germeval")
    qtbot.waitUntil(lambda: dialog.preview.losses.topLevelItemCount() == 1)
    with qtbot.waitSignal(dialog.placeChosen) as chosen:
        dialog.preview.losses.itemActivated.emit(dialog.preview.losses.topLevelItem(0).child(0), 0)
    assert (chosen.args[0].article, chosen.args[0].start) == ("a1", 0)
    assert not dialog.isVisible()
    opened.window.page.messages.button.click()
    assert dialog.isVisible(), "what was chosen is still there"
    assert dialog.choices.format.currentData() == "germeval"
    dialog.reject()


def test_what_could_be_done_instead_of_losing_something_is_one_click_away(
    dialog: ExportDialog, qtbot: QtBot
) -> None:
    def offered() -> dict[str, QPushButton]:
        return {it.text(): it for it in dialog.preview.findChildren(QPushButton) if it.isVisible()}

    whose, people = dialog.choices.whose, dialog.choices.people
    whose.setCurrentIndex(whose.findData("named"))
    for row in range(people.count()):
        people.item(row).setCheckState(Qt.CheckState.Checked)
    choose(dialog, "conll2003")
    qtbot.waitUntil(lambda: "Keep the innermost" in offered())
    offered()["Keep the innermost"].click()
    assert dialog.choices.wish().overlap == "shortest"
    qtbot.waitUntil(lambda: list(offered()) == ["A file for each annotator"])
    offered()["A file for each annotator"].click()
    assert dialog.choices.wish().one_each
    qtbot.waitUntil(lambda: not offered())
    choose(dialog, "germeval")
    assert dialog.choices.wish().overlap == "longest", "a format with room for both is not asked"
    dialog.reject()


def test_the_draft_says_what_was_chosen(
    dialog: ExportDialog, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    choose(dialog, "conll2002")
    form = dialog.choices
    form.split.setCurrentIndex(1)
    form.seed.setValue(7)
    form.scheme.setCurrentIndex(1)
    form.labels.item(0).setCheckState(Qt.CheckState.Unchecked)
    monkeypatch.setattr(
        "desktop.gui.saving.QFileDialog.getSaveFileName", lambda *_: (str(tmp_path / "a.conll"), "")
    )
    assert dialog.choose_path()
    draft = dialog.draft()
    assert draft.path == tmp_path / "a.conll"
    assert (draft.wish.split, draft.wish.seed, draft.wish.scheme) == ((0.8, 0.1, 0.1), 7, "iob1")
    assert "PER" not in draft.wish.labels
    assert "LOC" in draft.wish.labels
    dialog.reject()


def test_a_dot_in_a_name_is_no_ending(
    dialog: ExportDialog, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    choose(dialog, "jsonl")
    proposed: list[str] = []

    def ask(_parent: object, _title: str, name: str, *_: object) -> tuple[str, str]:
        proposed.append(Path(name).name)
        return str(tmp_path / "Stand 30.11"), ""

    monkeypatch.setattr("desktop.gui.saving.QFileDialog.getSaveFileName", ask)
    monkeypatch.setattr(dialog, "_path", tmp_path / "SPD vs. CDU")
    assert dialog.choose_path()
    assert proposed == ["SPD vs. CDU.jsonl"]
    assert dialog.draft().path == tmp_path / "Stand 30.11.jsonl"
    dialog.reject()


def test_evidence_and_networks_are_asked_for_where_a_format_knows_them(dialog: ExportDialog) -> None:
    rows = dialog.choices.statements

    def asked() -> list[str]:
        boxes = {"evidence": rows.evidence, "mode": rows.mode, "measure": rows.measure, "per": rows.per}
        return [name for name, box in boxes.items() if box.isVisibleTo(dialog)]

    choose(dialog, "newsmtsc")
    assert asked() == []
    choose(dialog, "xstance")
    assert asked() == ["evidence"]
    assert dialog.choices.wish().evidence == "marked"
    rows.evidence.setCurrentIndex(1)
    assert dialog.choices.wish().evidence == "any"
    choose(dialog, "network-gexf")
    assert asked() == ["evidence", "mode", "per"]
    rows.mode.setCurrentIndex(1)
    rows.measure.setCurrentIndex(2)
    rows.per.setCurrentIndex(1)
    assert asked() == ["evidence", "mode", "measure", "per"]
    assert dialog.choices.wish().network == NetworkOptions(mode="one", measure="conflict", per="document")
    choose(dialog, "conll2003")
    assert dialog.choices.wish().evidence == "marked"
    assert dialog.choices.wish().network == NetworkOptions()
    dialog.reject()
