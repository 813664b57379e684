"""About and the licences in it."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from desktop import __version__, provenance
from desktop.gui.dialogs.about import AboutDialog
from desktop.gui.dialogs.licences import LicencesDialog
from desktop.provenance import Build, Part


def test_about_says_version_build_and_shows_the_licences(qtbot: QtBot) -> None:
    about = AboutDialog()
    qtbot.addWidget(about)
    assert f"Lesart {__version__} (source)" in about.words.text()
    about.licences.click()
    (licences,) = about.findChildren(LicencesDialog)
    rows = [licences.list.item(row).text() for row in range(licences.list.count())]
    licences.list.setCurrentRow(next(n for n, row in enumerate(rows) if row.startswith("msgspec ")))
    assert "Redistribution" in licences.text.toPlainText()


def test_a_published_build_links_to_later_versions_and_asks_nobody(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = Build("abc123", "2026-11-24", "https://example.org/lesart/releases")
    monkeypatch.setattr(provenance, "build", lambda _: made)
    about = AboutDialog()
    qtbot.addWidget(about)
    assert "abc123" in about.words.text()
    links = [label for label in about.findChildren(QLabel) if "href" in label.text()]
    assert [label.openExternalLinks() for label in links] == [True]
    assert made.releases in links[0].text()


def test_a_part_without_a_text_says_so(qtbot: QtBot, tmp_path: Path) -> None:
    dialog = LicencesDialog([Part("a", "1", "MIT", ())])
    qtbot.addWidget(dialog)
    assert dialog.text.toPlainText().startswith("MIT\n\nThe package brings no text")
