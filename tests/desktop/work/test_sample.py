"""The sample corpus as a project."""

from pathlib import Path

import pytest

from desktop.work import sample
from store import database
from store.checking import check
from store.database import open_store
from store.errors import DiskFull, StoreExists
from store.queries import articles, codebook
from tests.store.store_files import leave_a_log


def test_it_bears_the_name_that_the_window_gives_it_and_holds_everything(tmp_path: Path) -> None:
    path = tmp_path / "sample.lesart"
    sample.create(path, person="Ada", name="Beispielkorpus").close()
    assert [file.name for file in tmp_path.iterdir()] == ["sample.lesart"]
    store = open_store(path)
    with store.read() as conn:
        assert codebook.project(conn).name == "Beispielkorpus"
        assert len(codebook.topics(conn)) == 6
        assert len(articles.languages(conn)) == 7
    store.close()
    with pytest.raises(StoreExists):
        sample.create(path, person="Ada")


def test_an_interrupted_first_start_leaves_nothing_in_the_next_one(tmp_path: Path) -> None:
    leave_a_log(tmp_path / ".sample.lesart.unfinished")
    store = sample.create(tmp_path / "sample.lesart", person="Ada")
    with store.read() as conn:
        assert codebook.project(conn).name == "Sample corpus"
    assert list(check(store)) == []
    store.close()
    assert [file.name for file in tmp_path.iterdir()] == ["sample.lesart"]


def test_an_error_names_the_project_and_not_its_passing_name(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(path: Path, **_: object) -> None:
        raise DiskFull(path=str(path))

    monkeypatch.setattr(database, "create", full)
    with pytest.raises(DiskFull) as told:
        sample.create(tmp_path / "sample.lesart", person="Ada")
    assert told.value.fields["path"] == str(tmp_path / "sample.lesart")
