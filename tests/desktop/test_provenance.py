"""What the program says of its build and its parts, installed and from the source."""

import json
from pathlib import Path

import pytest

from desktop import __version__, provenance


@pytest.fixture
def licences(tmp_path: Path) -> Path:
    """A folder as the build leaves it beside the program."""
    folder = tmp_path / "licences"
    (folder / "Qt and more").mkdir(parents=True)
    (folder / "Qt and more" / "LGPL.txt").write_text("Lesser", encoding="utf-8")
    (folder / "LICENSE").write_text("Apache", encoding="utf-8")
    (folder / "BUILD.json").write_text(json.dumps({"commit": "abc123", "day": "2026-11-24"}))
    (folder / "PARTS.txt").write_text(
        "Lesart 1.0: Apache-2.0 (LICENSE)\nQt and more 6.11: LGPL-3.0, or (your choice) GPL (Qt and more/)\n"
    )
    return folder


def test_the_installed_program_lists_what_its_build_found(licences: Path) -> None:
    listed = provenance.parts(licences)
    assert [(part.name, part.version, part.licence) for part in listed] == [
        ("Lesart", "1.0", "Apache-2.0"),
        ("Qt and more", "6.11", "LGPL-3.0, or (your choice) GPL"),
    ]
    assert [[text.read_text() for text in part.texts] for part in listed] == [["Apache"], ["Lesser"]]


def test_the_installed_program_knows_its_commit(licences: Path) -> None:
    build = provenance.build(licences)
    assert provenance.identity(build) == f"{__version__} (abc123, 2026-11-24)"
    assert build is not None
    assert build.releases == ""


def test_a_checkout_says_so_and_lists_what_is_installed_but_no_tool_of_its_makers() -> None:
    assert provenance.licences_folder() is None
    assert provenance.build(None) is None
    assert provenance.identity(None) == f"{__version__} (source)"
    listed = {part.name: part for part in provenance.parts(None)}
    assert {"spacy", "SQLAlchemy", "PySide6_Essentials"} <= set(listed)
    names = [part.name.lower().replace("_", "-") for part in provenance.parts(None)]
    assert len(names) == len(set(names))
    assert not {"pytest", "ruff", "lesart"} & set(listed)
    assert "MIT" in listed["spacy"].texts[0].read_text()
