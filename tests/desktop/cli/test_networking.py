"""`lesart network` writes what was asked for, by the ending of the file."""

from pathlib import Path
from typing import Any

import pytest

from store.database import create
from store.transfer import import_files
from store.values import ProjectSettings


@pytest.fixture
def store(seed: Path, tmp_path: Path) -> Path:
    project = create(tmp_path / "x.lesart", name="x", settings=ProjectSettings(), person="Ada")
    import_files(project, [seed / "gold.json"])
    project.close()
    return tmp_path / "x.lesart"


def test_the_ending_says_the_form_and_losses_are_told(run: Any, store: Path, tmp_path: Path) -> None:
    code, out, err = run("network", store, tmp_path / "net.gexf", "--mode", "one", "--per", "document")
    assert code == 0
    assert out.splitlines()[1:] == [str(tmp_path / "net.gexf"), str(tmp_path / "net.gexf.statements.csv")]
    assert err.count("no actor") == 2
    assert 'weight="-2"' in (tmp_path / "net.gexf").read_text("utf-8")


def test_another_ending_is_refused(run: Any, store: Path, tmp_path: Path) -> None:
    assert run("network", store, tmp_path / "net.txt")[0] == 2
    assert run("network", store, tmp_path / "net.txt", "--format", "graphml")[0] == 0
