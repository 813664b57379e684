"""The command line as a process of its own: what it loads, and how it ends when it is stopped."""

import json
import os
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from store.checking import check
from store.database import open_store

ROOT = Path(__file__).resolve().parents[2]


def command(*words: object) -> list[str]:
    return [sys.executable, "-m", "desktop", *map(str, words)]


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    """Articles enough for an import that lasts a while."""
    path = tmp_path / "corpus.jsonl"
    with path.open("w") as file:
        for number in range(3000):
            row = {"text": f"{number} " + "Wort " * 400, "language": "de", "spans": [[0, 1, "PER"]]}
            file.write(json.dumps(row) + "\n")
    return path


def begun(store: Path, process: subprocess.Popen[str]) -> None:
    """Waits until the import has committed something."""
    deadline = time.monotonic() + 60
    while process.poll() is None and time.monotonic() < deadline:
        try:
            with sqlite3.connect(f"file:{store}?mode=ro", uri=True) as conn:
                if conn.execute("SELECT count(*) FROM article").fetchone()[0]:
                    return
        except sqlite3.Error:
            pass
        time.sleep(0.01)
    pytest.fail("the import never began, or ended first")


Started = tuple[subprocess.Popen[str], Path]


@pytest.fixture
def started(corpus: Path, tmp_path: Path) -> Callable[[], Started]:
    """Starts an import and returns when some of it is on disk."""

    def start() -> Started:
        store = tmp_path / "news.lesart"
        process = subprocess.Popen(
            command("import", store, corpus),
            cwd=ROOT,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        begun(store, process)
        return process, store

    return start


def counted(store: Path, table: str = "article") -> int:
    project = open_store(store)
    try:
        assert list(check(project)) == []
        with project.read() as conn:
            return conn.exec_driver_sql(f"SELECT count(*) FROM {table}").scalar_one()
    finally:
        project.close()


def test_an_import_that_is_killed_leaves_whole_articles_and_goes_on(
    started: Callable[[], Started], corpus: Path
) -> None:
    process, store = started()
    os.kill(process.pid, signal.SIGKILL)
    process.communicate()
    kept = counted(store)
    assert 0 < kept < 3000
    assert counted(store, "span") == kept
    again = subprocess.run(
        command("import", store, corpus), cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert again.stdout.splitlines()[0] == f"{3000 - kept} articles imported, {kept} there already"
    assert counted(store) == 3000


def test_ctrl_c_ends_between_two_slices_and_says_what_is_kept(started: Callable[[], Started]) -> None:
    process, store = started()
    os.kill(process.pid, signal.SIGINT)
    out, err = process.communicate(timeout=60)
    assert process.returncode == 130
    assert err.splitlines()[-1].startswith("Stopped. What was finished is kept")
    assert out.splitlines()[0] == f"{counted(store)} articles imported, 0 there already"


def test_a_reader_that_goes_away_is_no_error(tmp_path: Path) -> None:
    (tmp_path / "bad.jsonl").write_text('{"title": 1}\n' * 5000)
    process = subprocess.Popen(
        command("import", tmp_path / "a.lesart", tmp_path / "bad.jsonl"),
        cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
    )  # fmt: skip
    assert process.stdout is not None
    process.stdout.readline()
    process.stdout.close()
    assert process.stderr is not None
    errors = process.stderr.read()
    process.stderr.close()
    assert process.wait(60) == 1
    assert "Traceback" not in errors
    assert "Broken pipe" not in errors


def test_neither_qt_nor_spacy_is_loaded_for_an_import_and_an_export(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Hallo Welt", "utf-8")
    script = (
        "import sys\n"
        "from desktop.__main__ import main\n"
        "assert main(['import', 'a.lesart', 'a.txt', '--language', 'de']) == 0\n"
        "assert main(['export', 'a.lesart', 'o.jsonl']) == 0\n"
        "assert main(['check', 'a.lesart']) == 0\n"
        "heavy = {'PySide6', 'spacy', 'thinc', 'pycrfsuite'} & {name.split('.')[0] for name in sys.modules}\n"
        "assert not heavy, heavy\n"
    )
    environment = os.environ | {"PYTHONPATH": str(ROOT)}
    subprocess.run(
        [sys.executable, "-c", script], cwd=tmp_path, env=environment, check=True, capture_output=True
    )


def test_help_loads_no_database() -> None:
    script = (
        "import sys\n"
        "from desktop.__main__ import main\n"
        "assert main(['--help']) == 0\n"
        "assert not {'sqlalchemy', 'PySide6', 'spacy'} & {name.split('.')[0] for name in sys.modules}\n"
    )
    subprocess.run([sys.executable, "-c", script], cwd=ROOT, check=True, capture_output=True)
