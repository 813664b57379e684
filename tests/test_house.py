"""What holds for the house as a whole: its front door, its locks, its borders and its papers."""

import importlib.util
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import packaging.version
import pytest
from PySide6.QtGui import QColor

ROOT = Path(__file__).resolve().parent.parent
LOCKS = [*sorted(ROOT.glob("requirements*.lock")), ROOT / "packaging" / "tools.lock"]
SCRIPTS = [ROOT / name for name in ("run", ".ci/run", "packaging/lock", "packaging/macos/keychain")]

# Stand-ins for the tools that `run` calls: they write down how they were called and do next to nothing.
FAKE_UV = """#!/bin/sh
[ "$1" = cache ] && { printf '%s' "$UV_COMPLAINT" >&2; exit; }
echo "uv $*" >>"$CALLS"
[ "$1" = venv ] && mkdir -p .venv/bin && cp "$(dirname "$0")/python3" .venv/bin/python
exit 0
"""
FAKE_PYTHON = """#!/bin/sh
case $1 in
-V) echo "Python $FAKE_VERSION"; exit ;;
-[cI]) exit ;;
-m) [ "$2" = venv ] && { mkdir -p "$3"; cp -R "$(dirname "$0")" "$3"; cp "$0" "$3/bin/python"; } ;;
esac
echo "python $*" >>"$CALLS"
"""


class Door:
    """A copy of the front door in a folder of its own, with stand-ins for uv and Python on its PATH."""

    def __init__(self, folder: Path) -> None:
        self.root = folder / "a clone"
        self.calls = folder / "calls"
        (self.root / "packaging").mkdir(parents=True)
        for file in (ROOT / "run", ROOT / "pyproject.toml", *LOCKS):
            shutil.copy(file, self.root / file.relative_to(ROOT))
        self.variables = {"CALLS": str(self.calls), "FAKE_VERSION": "3.13.1", "UV_COMPLAINT": ""}
        for name, text in (("uv", FAKE_UV), ("python3", FAKE_PYTHON)):
            tool = folder / "bin" / name
            tool.parent.mkdir(exist_ok=True)
            tool.write_text(text)
            tool.chmod(0o755)
        self.variables["PATH"] = f"{folder / 'bin'}:/usr/bin:/bin"

    def opened(self, *arguments: str, by: Path | None = None) -> list[str]:
        """Calls `run`; returns what it called."""
        self.calls.write_text("")
        subprocess.run([by or self.root / "run", *arguments], check=True, env=self.variables, cwd="/")
        return self.calls.read_text().splitlines()


@pytest.fixture
def door(tmp_path: Path) -> Door:
    if sys.platform == "win32":
        pytest.skip("run.ps1 is the door there")
    return Door(tmp_path)


@pytest.mark.parametrize("script", SCRIPTS, ids=lambda script: script.name)
def test_scripts_are_executable_and_plain_posix(script: Path) -> None:
    assert os.access(script, os.X_OK)
    assert script.read_text().startswith("#!/bin/sh\n")
    subprocess.run([shutil.which("dash") or "sh", "-n", script], check=True)


def test_the_environment_is_made_once_and_again_when_its_lock_changes(door: Door) -> None:
    first = door.opened("import", "some.lesart")
    assert [call.split()[1] for call in first[:-1]] == ["venv", "pip", "pip"]
    assert "--require-hashes -r requirements.lock" in first[1]
    assert first[-1] == "python -m desktop import some.lesart"
    assert door.opened("import") == ["python -m desktop import"]
    with (door.root / "requirements.lock").open("a") as lock:
        lock.write("new==1\n")
    assert [call.split()[1] for call in door.opened("import")[:-1]] == ["pip", "pip"]


def test_another_python_or_another_folder_refreshes_the_environment(door: Door) -> None:
    door.opened("import")
    door.variables["FAKE_VERSION"] = "3.14.0"
    assert len(door.opened("import")) == 3
    door.root = door.root.rename(door.root.with_name("moved"))
    assert len(door.opened("import")) == 3


def test_a_uv_that_does_not_fit_is_passed_over_for_one_of_our_own(door: Door) -> None:
    door.variables["UV_COMPLAINT"] = "Required uv version does not match"
    calls = door.opened("import")
    assert calls[0].startswith("python -m venv")
    assert "--require-hashes" in calls[1]
    assert (door.root / ".tools" / "bin" / "uv").exists()


def test_tests_run_on_the_lock_that_holds_the_test_tools(door: Door) -> None:
    calls = door.opened("test", "-q")
    assert "-r requirements-dev.lock" in calls[1]
    assert calls[-1] == "python -m pytest -q"


def test_the_door_opens_through_a_link_from_anywhere(door: Door) -> None:
    link = door.root.parent / "my lesart"
    link.symlink_to(Path("a clone") / "run")
    assert door.opened("check", "a b.lesart", by=link)[-1] == "python -m desktop check a b.lesart"


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux can be without a display")
def test_without_a_display_the_main_job_is_done_headlessly(door: Door) -> None:
    assert door.opened()[-1] == f"python -m desktop demo {door.root}/out/demo"
    door.variables["DISPLAY"] = ":0"
    assert door.opened()[-1] == "python -m desktop --sample"


def test_the_readme_names_every_command_of_the_front_door() -> None:
    usage = subprocess.run([ROOT / "run", "help"], check=True, capture_output=True, text=True).stdout
    commands = re.findall(r"^\./run(?: [a-z]+)?", usage, re.MULTILINE)
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    assert "./run test" in commands
    assert [command for command in commands if not re.search(rf"{command}[\n` ]", readme)] == []


def test_the_door_for_windows_knows_the_same_commands() -> None:
    usage = subprocess.run([ROOT / "run", "help"], check=True, capture_output=True, text=True).stdout
    commands = set(re.findall(r"^\./run ([a-z-]+)", usage, re.MULTILINE))
    assert {"test", "package"} <= commands
    windows = (ROOT / "run.ps1").read_text(encoding="ascii")
    assert {command for command in commands if f'"{command}"' not in windows} == set()


@pytest.mark.parametrize("door", ["run", "run.ps1"])
def test_what_a_door_starts_is_there(door: str) -> None:
    text = (ROOT / door).read_text(encoding="utf-8")
    modules = set(re.findall(r"-m ((?:desktop)[\w.]*)", text))
    assert "desktop.nlp.training" in modules
    assert [name for name in modules if importlib.util.find_spec(name) is None] == []


def test_a_project_trains_with_what_runs_it_and_an_embedded_model_with_more(door: Door) -> None:
    assert door.opened("train", "news.lesart", "--adopt")[-1] == "python -m desktop train news.lesart --adopt"
    assert door.opened("train", "de")[-1] == "python -m desktop.nlp.training de"


def test_the_actions_of_the_workflows_are_pinned_by_hash() -> None:
    lines = [line for file in (ROOT / ".github" / "workflows").glob("*.yml") for line in file.open()]
    used = [line.strip() for line in lines if "uses:" in line]
    assert len(used) > 4
    assert [line for line in used if not re.search(r"@[0-9a-f]{40} # v\d+\.\d+\.\d+$", line)] == []


@pytest.mark.parametrize("lock", LOCKS, ids=lambda lock: lock.name)
def test_every_pin_has_hashes_and_no_line_an_address(lock: Path) -> None:
    text = lock.read_text()
    pins = re.split(r"\n(?=\S)", text.strip())
    assert len(LOCKS) == 5
    assert all(
        re.match(r"[a-z0-9._-]+(\[.+\])?==\S+( ;.+?)? \\\n", pin) and "--hash=sha256:" in pin for pin in pins
    )
    assert "://" not in text


def test_the_locks_agree_on_what_they_share() -> None:
    pins = [set(re.findall(r"^(\S+==\S+)", lock.read_text(), re.MULTILINE)) for lock in LOCKS[:4]]
    dev, packaging, training, runtime = pins
    assert runtime <= dev
    assert runtime <= packaging
    assert runtime <= training


def test_our_packaging_folder_does_not_shadow_the_library() -> None:
    assert not (ROOT / "packaging" / "__init__.py").exists()
    assert packaging.version.Version("1.10") > packaging.version.Version("1.9")
    assert not Path(packaging.version.__file__).is_relative_to(ROOT / "packaging")


def test_calling_qt_costs_no_reference_to_none() -> None:
    """PySide6 6.12.0 loses one with each call of a void function on Python 3.11, until it crashes."""
    colour, before = QColor(), sys.getrefcount(None)
    for _ in range(200):
        colour.setAlpha(3)
    assert sys.getrefcount(None) > before - 50


def test_imports_point_downward() -> None:
    code = "from importlinter.cli import lint_imports_command; lint_imports_command()"
    done = subprocess.run([sys.executable, "-c", code], check=False, cwd=ROOT, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr


def test_ruff_has_nothing_to_say() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "ruff", "check"], check=False, cwd=ROOT, capture_output=True, text=True
    )
    assert done.returncode == 0, done.stdout
