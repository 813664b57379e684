"""Archives of readings: every member has a name of its own, and no archive more members than one can hold."""

from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest
from PySide6.QtCore import QCollator, QLocale

from store.formats.annotations import reading_archives
from store.formats.annotations.brat import Brat
from store.formats.annotations.sheaf import goes_on
from store.formats.protocol import ReadOptions, WriteOptions
from store.formats.records import VERSION, ArticleRecord
from store.transfer.reading import found_files, records


def written(sample: Any, folder: Path, keys: list[str]) -> list[list[str]]:
    """The names in each archive of articles with these keys."""
    readings = [sample.done(sample.span("s1", "EU", "ORG"))]
    articles = [ArticleRecord(VERSION, key=key, text=f"{sample.text} {key}", sets=readings) for key in keys]
    files = Brat().write(folder / "out.zip", sample.project, articles, WriteOptions()).files
    found: list[list[str]] = []
    for name in files:
        with ZipFile(folder / name) as archive:
            found.append(archive.namelist())
    return found


def test_keys_that_look_alike_as_names_are_numbered(sample: Any, tmp_path: Path) -> None:
    [names] = written(sample, tmp_path, ["a/b", "a?b", "A b", "a_b-2", "a:b"])
    texts = [name for name in names if name.endswith(".txt")]
    assert texts == [f"Ada_B/{it}.txt" for it in ("a_b", "a_b-2", "A_b-3", "a_b-2-2", "a_b-4")]


def test_behind_a_full_archive_comes_another_and_all_come_in_again(
    sample: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reading_archives, "MOST", 7)
    found = written(sample, tmp_path, [f"a{n}" for n in range(5)])
    assert [len(names) for names in found] == [7, 7, 4], "three of each article and annotation.conf"
    assert all("annotation.conf" in names for names in found)
    articles = [
        item
        for _, _, item in records(found_files([tmp_path]), ReadOptions())
        if isinstance(item, ArticleRecord)
    ]
    assert [it.key for it in articles] == [f"a{n}" for n in range(5)], "in the order in which they went out"


@pytest.mark.parametrize("name", ["out.zip", "news-2024.zip", "out-train.spacy", "Größe 1.zip", "a.b.zip"])
def test_files_that_go_on_stand_behind_the_first_in_every_order_of_names(name: str) -> None:
    names = [name, *(goes_on(name, number) for number in range(2, 120))]
    assert len(set(names)) == len(names)
    assert sorted(names) == names, "as Python and the shell sort them"
    for language in ("de_DE", "en_US"):
        order = QCollator(QLocale(language))
        assert sorted(names, key=order.sortKey) == names, "as a file manager sorts them"
