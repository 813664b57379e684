"""What holds for every test: no display, no real home, no thread left running.

pytest-qt fails a test on an unexpected Qt warning (`qt_log_level_fail`) and on an exception in a slot.
"""

import os
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("OMP_NUM_THREADS", "1")

# How long an example takes says more about the machine than about the program.
settings.register_profile("lesart", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("lesart")

ROOT = Path(__file__).resolve().parent.parent
SHARED = ROOT.parent / "shared"


@pytest.fixture(autouse=True)
def temporary_home(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Settings, logs and projects of a test never touch the real ones."""
    home = tmp_path_factory.mktemp("home")
    monkeypatch.setenv("HOME", str(home))
    for name, folder in (
        ("CONFIG", ".config"),
        ("DATA", ".local/share"),
        ("STATE", ".local/state"),
        ("CACHE", ".cache"),
    ):
        monkeypatch.setenv(f"XDG_{name}_HOME", str(home / folder))
    return home


@pytest.fixture(autouse=True)
def no_thread_is_left(request: pytest.FixtureRequest) -> Iterator[None]:
    """Lanes and workers end with what started them."""
    before = set(threading.enumerate())
    yield
    deadline = time.monotonic() + 5
    while left := [t for t in threading.enumerate() if t not in before and t.is_alive() and not t.daemon]:
        if time.monotonic() > deadline:
            pytest.fail(f"threads left running: {[t.name for t in left]}")
        time.sleep(0.02)


@pytest.fixture
def no_pipeline_loaded(monkeypatch: pytest.MonkeyPatch) -> None:
    """As in a fresh process: what earlier tests loaded of spaCy is put aside, so that a new import shows."""
    for name in list(sys.modules):
        if name.partition(".")[0] in ("spacy", "thinc", "pycrfsuite"):
            monkeypatch.delitem(sys.modules, name)


@pytest.fixture(scope="session")
def seed() -> Path:
    """The folder with the real wire article and its hand-made gold."""
    folder = SHARED / "seed"
    if not folder.is_dir():
        pytest.skip("the seed article is not beside this checkout")
    return folder


@pytest.fixture
def server_url() -> str:
    """An empty database of a PostgreSQL server."""
    from sqlalchemy import create_engine

    given = os.environ.get("TEST_POSTGRES_URL")
    if not given:
        pytest.skip("TEST_POSTGRES_URL names no PostgreSQL database that may be emptied")
    engine = create_engine(given.replace("postgresql:", "postgresql+psycopg:"))
    with engine.begin() as conn:
        conn.exec_driver_sql("DROP SCHEMA public CASCADE")
        conn.exec_driver_sql("CREATE SCHEMA public")
    engine.dispose()
    return given
