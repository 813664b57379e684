"""Before an import one sees what it would take in; nothing is taken."""

import json
from pathlib import Path
from threading import Event

import pytest

from store.formats.protocol import ReadOptions
from store.transfer import previewing
from store.transfer.previewing import preview


def test_files_are_named_with_their_format_their_first_articles_and_their_problems(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Ein Text.")
    rows = [{"headline": "Kopf", "text": f"Text {n}", "date": "2024-05-08"} for n in range(5)]
    lines = [*map(json.dumps, rows), '{"text": ']
    (tmp_path / "b.jsonl").write_text("\n".join(lines))
    (tmp_path / "c.html").write_text("<html></html>")
    seen = preview([tmp_path], ReadOptions())
    assert [(it.name, it.format, it.count, it.is_whole) for it in seen.files] == [
        ("a.txt", "text", 1, True),
        ("b.jsonl", "articles", 5, True),
        ("c.html", "html", 0, True),
    ]
    first = seen.files[1].articles[0]
    assert (first.title, first.text, first.published_at) == ("Kopf", "Kopf\n\nText 0", "2024-05-08")
    assert first.zones == ((0, 4, "headline"),)
    assert len(seen.files[1].articles) == 3
    assert [[it.reason for it in file.problems] for file in seen.files] == [
        [],
        ["half_written"],
        ["empty_text"],
    ]


@pytest.mark.parametrize("kind", ["csv", "json"])
def test_a_table_shows_its_columns_and_what_they_are_taken_for(tmp_path: Path, kind: str) -> None:
    path = tmp_path / f"a.{kind}"
    rows = [{"Fulltext": f"T{n}", "Notiz": f"N{n}", "Titel": f"K{n}"} for n in range(5)]
    if kind == "csv":
        path.write_text("Fulltext;Notiz;Titel\n" + "".join(";".join(row.values()) + "\n" for row in rows))
    else:
        path.write_text(json.dumps(rows))
    [file] = preview([path], ReadOptions()).files
    assert file.table is not None
    assert file.table.columns == ("Fulltext", "Notiz", "Titel")
    assert file.table.fields == {"Fulltext": "text", "Titel": "title"}
    assert file.table.rows[0] == ("T0", "N0", "K0")
    [file] = preview([path], ReadOptions(columns={"text": "Notiz"}, beside=("Titel", "Fulltext"))).files
    assert file.table is not None
    assert file.table.fields == {"Notiz": "text"}
    assert (file.articles[0].text, file.articles[0].title) == ("N0", "")


def test_a_table_whose_text_nobody_knows_shows_its_columns_all_the_same(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text("a,b\n1,2\n")
    [file] = preview([path], ReadOptions()).files
    assert [it.reason for it in file.problems] == ["missing_text"]
    assert file.table is not None
    assert file.table.columns == ("a", "b")


def test_of_many_files_only_some_are_read_and_the_rest_counted(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(previewing, "FILES", 4)
    monkeypatch.setattr(previewing, "READ", 2)
    for number in range(6):
        (tmp_path / f"{number}.txt").write_text(f"Text {number}")
    seen = preview([tmp_path], ReadOptions())
    assert [(it.name, it.count) for it in seen.files] == [
        ("0.txt", 1), ("1.txt", 1), ("2.txt", 0), ("3.txt", 0),
    ]  # fmt: skip
    assert seen.more == 2


def test_looking_can_be_cancelled(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Text")
    cancelled = Event()
    cancelled.set()
    assert preview([tmp_path], ReadOptions(), cancelled=cancelled).files == ()
