"""`lesart self-test`, which every installer is tried with."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from desktop.cli import self_test
from desktop.cli.self_test import Step, examples, formats, languages
from desktop.nlp import models
from store.errors import ExtraMissing
from store.formats import READERS, WRITERS

ROOT = Path(__file__).resolve().parents[3]
COMMAND = [sys.executable, "-m", "desktop", "self-test"]

# Python runs this first in every process of the program: what it writes, and to whom it talks, is noted.
WATCHING = """
import os, sys
def watch(event, values):
    if event == "open" and isinstance(values[2], int) and values[2] & (os.O_WRONLY | os.O_RDWR | os.O_CREAT):
        note("writes", values[0])
    elif event in ("os.mkdir", "os.rename", "os.remove", "os.rmdir", "os.chmod", "sqlite3.connect"):
        note("writes", values[0])
    elif event in ("socket.connect", "socket.getaddrinfo", "socket.sendto"):
        note("talks", values)
def note(what, value):
    if not isinstance(value, int):
        name = os.fsdecode(value) if isinstance(value, (str, bytes)) else repr(value)
        os.write(LOG, (what + " " + name + chr(10)).encode())
LOG = os.open(os.environ["WATCHED"], os.O_WRONLY | os.O_APPEND | os.O_CREAT)
sys.addaudithook(watch)
"""


def alone() -> list[str]:
    """What runs a command without any network; nothing where the system allows no network of one's own."""
    found = ["unshare", "--map-root-user", "--net"]
    if shutil.which("unshare") is None or subprocess.run([*found, "true"], check=False).returncode:
        return []
    return found


@pytest.fixture(scope="module")
def watched(tmp_path_factory: pytest.TempPathFactory) -> tuple[subprocess.CompletedProcess[str], list[str]]:
    """A self-test that went through, without any network if possible, and what its processes wrote to and
    talked to.
    """
    folder = tmp_path_factory.mktemp("watched")
    (folder / "sitecustomize.py").write_text(WATCHING)
    path = os.pathsep.join([str(folder), *filter(None, [os.environ.get("PYTHONPATH")])])
    told = {"PYTHONPATH": path, "WATCHED": str(folder / "log"), "PYTHONDONTWRITEBYTECODE": "1"}
    done = subprocess.run(
        [*alone(), *COMMAND], check=False, capture_output=True, encoding="utf-8", env={**os.environ, **told}
    )
    return done, (folder / "log").read_text(encoding="utf-8").splitlines()


def test_the_program_as_it_is_here_passes(
    watched: tuple[subprocess.CompletedProcess[str], list[str]],
) -> None:
    done, _ = watched
    lines = [line.split("\t") for line in done.stdout.splitlines()]
    assert done.returncode == 0, done.stdout + done.stderr
    assert {verdict for verdict, *_ in lines} == {"ok"}
    assert [name for _, name, _ in lines] == [
        "sample", "suggest", "models", "languages", "evidence", "open", "accept", "stance", "export .spacy",
        "export .jsonl", "re-import", "compare", "exports", "imports", "check", "manual", "licences",
        "server", "windows",
    ]  # fmt: skip


def test_it_writes_nothing_where_it_is_installed_and_talks_to_nobody(
    watched: tuple[subprocess.CompletedProcess[str], list[str]],
) -> None:
    noted = [line.split(" ", 1) for line in watched[1]]
    written = {path for what, path in noted if what == "writes"}
    assert any(path.endswith(".lesart") for path in written)  # it is watched
    assert [path for path in written if Path(path).is_relative_to(ROOT)] == []
    assert [it for it in noted if it[0] == "talks"] == []


def test_every_format_that_can_be_read_has_a_file_to_read(tmp_path: Path) -> None:
    made = examples.write(tmp_path)
    assert set(made).isdisjoint(it.name for it in WRITERS)
    assert {it.name for it in READERS} - set(made) - {it.name for it in WRITERS} == {"parquet"}


def test_a_format_that_does_not_work_is_named_and_the_others_are_tried_all_the_same() -> None:
    def works(name: str) -> bool:
        if name == "broken":
            raise ModuleNotFoundError("no module named x")
        return name != "empty"

    step = formats._step("exports", ["good", "broken", "empty", "fine"], works)
    assert not step.is_right
    assert step.outcome == "2 of 4 formats, wrong: broken (ModuleNotFoundError: no module named x) empty"


def test_the_installed_program_may_lack_what_is_an_extra_and_nothing_else(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def works(name: str) -> bool:
        if name in ("parquet", "spans-xlsx"):
            raise ExtraMissing(package="x", extra="y")
        return True

    assert formats._step("imports", ["parquet", "spans-xlsx"], works).is_right
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    assert formats._step("imports", ["parquet", "text"], works).is_right
    assert not formats._step("imports", ["parquet", "spans-xlsx"], works).is_right


def test_every_embedded_model_has_a_sentence_to_read() -> None:
    embedded = {model.language for model in models.available() if model.source.startswith(models.EMBEDDED)}
    assert embedded == set(languages.SENTENCES)


def test_it_ends_at_the_first_thing_that_is_wrong(monkeypatch: pytest.MonkeyPatch) -> None:
    tried = [Step("a", "1", True), Step("b", "2", False), Step("c", "3", True)]
    monkeypatch.setattr(self_test, "steps", lambda *_: iter(tried))
    lines: list[str] = []
    assert not self_test.run(lines.append)
    assert lines == ["ok\ta\t1", "WRONG\tb\t2"]
