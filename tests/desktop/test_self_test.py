"""`lesart self-test`, which every installer is tried with."""

import subprocess
import sys

import pytest

from desktop import self_test
from desktop.self_test import Step


def test_the_program_as_it_is_here_passes() -> None:
    command = [sys.executable, "-m", "desktop", "self-test"]
    done = subprocess.run(command, check=False, capture_output=True, text=True, encoding="utf-8")
    lines = [line.split("\t") for line in done.stdout.splitlines()]
    assert done.returncode == 0, done.stdout + done.stderr
    assert {verdict for verdict, *_ in lines} == {"ok"}
    assert [name for _, name, _ in lines] == [
        "sample", "suggest", "open", "accept", "stance", "export .spacy", "export .jsonl", "re-import",
        "compare", "check", "window",
    ]  # fmt: skip


def test_it_ends_at_the_first_thing_that_is_wrong(monkeypatch: pytest.MonkeyPatch) -> None:
    tried = [Step("a", "1", True), Step("b", "2", False), Step("c", "3", True)]
    monkeypatch.setattr(self_test, "steps", lambda *_: iter(tried))
    lines: list[str] = []
    assert not self_test.run(lines.append)
    assert lines == ["ok\ta\t1", "WRONG\tb\t2"]
