"""The modules of packaging/ lie beside each other, and are found like those of a script."""

import sys
from collections.abc import Callable
from pathlib import Path

import pytest

Twice = Callable[[Callable[[], Path]], tuple[bytes, bytes]]

ROOT = Path(__file__).resolve().parents[2]
sys.path.append(str(ROOT / "packaging"))


@pytest.fixture
def bundle(tmp_path: Path) -> Path:
    """A frozen folder in small: a program (a real one, whose libraries can be read), a library, data."""
    folder = tmp_path / "lesart"
    (folder / "_internal" / "resources").mkdir(parents=True)
    program = folder / "lesart"
    program.write_bytes(Path("/bin/true").read_bytes() if Path("/bin/true").exists() else b"MZ")
    program.chmod(0o755)
    (folder / "_internal" / "libxcb-cursor.so.0").write_bytes(b"a helper")
    (folder / "_internal" / "resources" / "words.txt").write_text("Wörter", encoding="utf-8")
    (folder / "licences").mkdir()
    return folder


@pytest.fixture
def twice(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Twice:
    """Builds something two times at different moments of the clock, but for one commit."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")

    def build(make: Callable[[], Path]) -> tuple[bytes, bytes]:
        first = make().read_bytes()
        for path in tmp_path.rglob("*"):
            if path.is_file() and not path.is_symlink():
                path.touch()
        return first, make().read_bytes()

    return build
