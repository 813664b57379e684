"""The command line does what the window does, and says what it did."""

import json
import re
import sqlite3
from pathlib import Path
from typing import Any

import pytest

from desktop import __version__
from desktop.cli import app as cli
from desktop.cli.app import Outside
from desktop.work.demo import Demo
from store.errors import LesartError, StoreLocked
from store.transfer import importing

Result = tuple[int, str, str]


@pytest.fixture(autouse=True)
def no_pause(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(importing, "PAUSE", 0)


@pytest.fixture
def texts(tmp_path: Path) -> Path:
    folder = tmp_path / "texts"
    folder.mkdir()
    (folder / "a.txt").write_text(
        "Die Kanzlerin sprach am Dienstag in Köln mit der Presse über das Gesetz.", "utf-8"
    )
    (folder / "b.txt").write_bytes(
        "Der Präsident reiste am Mittwoch für Gespräche nach Zürich.".encode("cp1252")
    )
    return folder


@pytest.fixture
def store(run: Any, texts: Path, tmp_path: Path) -> Path:
    """A project with two articles."""
    assert run("import", tmp_path / "news.lesart", texts)[0] == 0
    return tmp_path / "news.lesart"


def test_importing_makes_a_project_and_tells_what_came_in(run: Any, texts: Path, tmp_path: Path) -> None:
    code, out, err = run("import", tmp_path / "news.lesart", texts, "--language", "de")
    assert code == 0
    assert out.splitlines() == ["2 articles imported, 0 there already", "b.txt\tcp1252"]
    assert f"New project: {tmp_path / 'news.lesart'}" in err
    code, out, err = run("import", tmp_path / "news.lesart", texts)
    assert (code, out.splitlines()[0]) == (0, "0 articles imported, 2 there already")
    assert "New project" not in err


def test_what_was_left_out_is_listed_with_its_place(run: Any, store: Path, tmp_path: Path) -> None:
    lines = ['{"text": "gut", "spans": [[0, 3, "DATE"]]}', '{"text": "x", "spans": [[0, 9, "PER"]]}', '{"te']
    (tmp_path / "a.jsonl").write_text("\n".join(lines))
    code, out, _ = run("import", store, tmp_path / "a.jsonl")
    assert code == 0
    assert out.splitlines()[1:] == [
        "new labels: DATE",
        "a.jsonl:2\tsets[0].ranges[0]\twrong offset\t0, 9 / 1",
        "a.jsonl:3\thalf written\tInput data was truncated",
    ]


def test_a_file_that_cannot_be_read_makes_the_exit_code_one(run: Any, store: Path, tmp_path: Path) -> None:
    code, out, _ = run("import", store, tmp_path / "nowhere.txt")
    assert code == 1
    assert "nowhere.txt\tunreadable" in out


def test_columns_are_named_by_pairs(run: Any, store: Path, tmp_path: Path) -> None:
    (tmp_path / "t.csv").write_text("a;b\n1;Text aus Spalte b\n")
    assert run("import", store, tmp_path / "t.csv", "--column", "text=b")[1].startswith("1 article imported")
    code, _, err = run("import", store, tmp_path / "t.csv", "--column", "text")
    assert code == 2
    assert "FIELD=COLUMN" in err


def test_an_export_is_written_and_named(run: Any, store: Path, tmp_path: Path) -> None:
    code, out, err = run("export", store, tmp_path / "out.jsonl")
    assert (code, out.splitlines()) == (0, ["2 articles exported", str(tmp_path / "out.jsonl")])
    assert "cannot hold" not in err
    first = json.loads((tmp_path / "out.jsonl").read_bytes().splitlines()[0])
    assert (first["kind"], first["name"]) == ("project", "news")


def test_texts_leave_and_come_back(run: Any, store: Path, texts: Path, tmp_path: Path) -> None:
    out_file = tmp_path / "out.jsonl"
    run("export", store, out_file, "--text", "none")
    (texts / "b.txt").write_text("verändert")
    code, out, err = run("rejoin", out_file, texts)
    assert code == 1
    assert out.splitlines()[0] == "1 text joined"
    assert re.fullmatch(r"b\tanother text\t[0-9a-f]{64}", out.splitlines()[1])
    assert err.startswith("error[F006]: ")


def test_spacy_files_are_split_and_losses_listed(run: Any, store: Path, tmp_path: Path) -> None:
    labelled = {
        "text": "Der Kremlsprecher lobte die EU.",
        "spans": [[4, 9, "LOC"], [28, 30, "ORG"]],
        "language": "de",
    }
    (tmp_path / "a.jsonl").write_text(json.dumps({"id": "x1"} | labelled))
    run("import", store, tmp_path / "a.jsonl")
    code, out, err = run("export", store, tmp_path / "c.spacy", "--format", "spacy", "--split", "0/1/0")
    assert code == 0
    assert [Path(line).name for line in out.splitlines()[1:]] == [
        "c-train.spacy",
        "c-dev.spacy",
        "c-test.spacy",
        "c.cfg",
    ]
    assert "x1\t4-9\tLOC\tinside token" in err
    assert "cannot hold: zones" in err
    assert run("export", store, tmp_path / "c.spacy", "--format", "spacy", "--split", "1/2")[0] == 2


def test_upgrading_what_is_up_to_date_says_so(run: Any, store: Path) -> None:
    assert run("upgrade", store)[:2] == (0, "up to date already\n")


def test_check_and_backup(run: Any, store: Path, tmp_path: Path) -> None:
    assert run("check", store)[:2] == (0, "no problems\n")
    copy = tmp_path / "copy.lesart"
    assert run("backup", store, copy)[:2] == (0, f"{copy}\n")
    assert run("check", copy)[:2] == (0, "no problems\n")
    code, _, err = run("backup", store, copy)
    assert code == 1
    assert err.splitlines() == [
        f"error[S002]: There is a file at {copy} already.",
        "Choose another name; nothing was overwritten.",
    ]


def test_a_damaged_project_is_one_line(run: Any, store: Path) -> None:
    with sqlite3.connect(store) as damaged:
        damaged.execute("UPDATE article SET sha256 = 'x' WHERE id = 1")
    code, out, _ = run("check", store)
    assert code == 1
    assert out.splitlines() == ["hash\tarticle 1\t", "1 problem"]


@pytest.mark.parametrize("command", ["export", "suggest", "check", "backup"])
def test_a_project_that_is_not_there(run: Any, tmp_path: Path, command: str) -> None:
    more = [tmp_path / "out"] if command in ("export", "backup") else []
    code, out, err = run(command, tmp_path / "nowhere.lesart", *more)
    assert (code, out) == (1, "")
    first, second = err.splitlines()
    assert re.fullmatch(r"error\[S001\]: There is no project at .*nowhere.lesart\.", first)
    assert second == "Look whether it was moved or renamed."


def test_every_known_error_is_a_line_what_to_do_another_and_code_one(
    run: Any, monkeypatch: pytest.MonkeyPatch, store: Path
) -> None:
    def refuse(*_: object) -> None:
        raise StoreLocked(path="x.lesart")

    monkeypatch.setattr("store.database.open_store", refuse)
    code, out, err = run("check", store)
    assert (code, out) == (1, "")
    assert err.splitlines() == [
        "error[S006]: Another program is writing to x.lesart.",
        "Wait for it or close it, then try again. Nothing was changed.",
    ]
    assert issubclass(StoreLocked, LesartError)


def test_a_model_that_is_not_there(run: Any, store: Path) -> None:
    code, _, err = run("suggest", store, "--model", "nowhere")
    assert code == 1
    assert err.splitlines()[-2].startswith("error[M001]: ")


def test_the_demo_asks_for_a_picture_if_somebody_can_paint_one(
    tmp_path: Path, capsys: Any, monkeypatch: Any
) -> None:
    def steps(self: Demo, _cancelled: object) -> Any:
        self.store.parent.mkdir(parents=True)
        self.store.touch()
        return iter(())

    monkeypatch.setattr(Demo, "steps", steps)
    painted: list[tuple[Path, Path]] = []

    def paint(store: Path, picture: Path) -> None:
        painted.append((store, picture))
        picture.touch()

    assert cli.main(["demo", str(tmp_path / "out")], Outside(screenshot=paint)) == 0
    assert painted == [(tmp_path / "out" / "sample.lesart", tmp_path / "out" / "window.png")]
    assert [Path(line).name for line in capsys.readouterr().out.splitlines()] == [
        "sample.lesart",
        "window.png",
    ]


def test_version_and_help(run: Any) -> None:
    assert run("--version") == (0, f"lesart {__version__}\n", "")
    code, out, _ = run("--help")
    assert code == 0
    for command in ("import", "suggest", "export", "rejoin", "check", "backup", "demo"):
        assert command in out
    assert run("nonsense")[0] == 2


def test_reprints_are_grouped_and_listed(run: Any, tmp_path: Path) -> None:
    text = "Der Rat von Talheim hat am Montag nach langer Debatte den Haushalt der Stadt beschlossen."
    for number in (1, 2):
        (tmp_path / f"{number}.txt").write_text(f"{text} Nummer {number}.")
    (tmp_path / "3.txt").write_text(
        "Das Freibad öffnet am Samstag um neun Uhr, und der Eintritt bleibt günstig."
    )
    assert run("import", tmp_path / "a.lesart", *(tmp_path / f"{number}.txt" for number in (1, 2, 3)))[0] == 0
    code, out, err = run("stories", tmp_path / "a.lesart")
    assert code == 0
    assert [line.split("\t")[:2] for line in out.splitlines()] == [["1", "1"], ["1", "2"]]
    assert "1 story in 2 articles" in err
