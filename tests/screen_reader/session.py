"""A session of its own: screen, message bus, accessibility bus, and the real program beside this process."""

import ctypes
import importlib.util
import os
import shutil
import signal
import subprocess
import sys
from contextlib import ExitStack, suppress
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Self

from tests.screen_reader.screen import Screen

ROOT = Path(__file__).resolve().parents[2]
SERVICE = Path("/usr/share/dbus-1/services/org.a11y.Bus.service")
LIBRARIES = (
    "libX11.so.6",
    "libxcb-cursor.so.0",
    "libxcb-icccm.so.4",
    "libxcb-keysyms.so.1",
    "libxkbcommon-x11.so.0",
)

CONFIGURATION = """<busconfig>
  <type>session</type>
  <listen>unix:dir={folder}</listen>
  <auth>EXTERNAL</auth>
  <servicedir>{services}</servicedir>
  <policy context="default">
    <allow send_destination="*" eavesdrop="true"/>
    <allow eavesdrop="true"/>
    <allow own="*"/>
  </policy>
</busconfig>
"""
"""Only the accessibility bus can be started from this one: no portal, no settings of the person."""


def lacking() -> list[str]:
    """What a session needs and this machine does not have; empty where everything is there."""
    return [
        *(name for name in ("Xvfb", "dbus-daemon") if shutil.which(name) is None),
        *(["at-spi2-core"] if not SERVICE.is_file() else []),
        *(["jeepney"] if importlib.util.find_spec("jeepney") is None else []),
        *(name for name in LIBRARIES if not _loads(name)),
    ]


class Session:
    """All processes of a session; they end with it."""

    def __enter__(self) -> Self:
        with ExitStack() as stack:
            self.screen = stack.enter_context(Screen())
            # A path of a socket has at most 107 bytes: the folders of tests may be too deep.
            self._folder = Path(
                stack.enter_context(TemporaryDirectory(prefix="lesart-", ignore_cleanup_errors=True))
            )
            self._daemon = self._begin_bus()
            stack.callback(_end, self._daemon)
            self._stack = stack.pop_all()
        return self

    def __exit__(self, *_: object) -> None:
        self._stack.close()

    def start(self, *arguments: str) -> subprocess.Popen[bytes]:
        """The program in this session, and whatever it starts; ends with the session at the latest."""
        program = subprocess.Popen(
            [sys.executable, "-m", "desktop", *arguments],
            cwd=ROOT,
            env=self._environment | {"PYTHONPATH": str(ROOT), "PYTHONSAFEPATH": "1"},
            start_new_session=True,
        )
        self._stack.callback(_end, program)
        return program

    @property
    def _environment(self) -> dict[str, str]:
        home = self._folder / "home"
        return {
            "PATH": os.environ["PATH"],
            "HOME": str(home),
            "XDG_RUNTIME_DIR": str(self._folder),
            "LANG": "C.UTF-8",
            "DISPLAY": self.screen.name,
            "GSETTINGS_BACKEND": "memory",
            "QT_QPA_PLATFORM": "xcb",
            "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1",
            "OMP_NUM_THREADS": "1",
            **({"DBUS_SESSION_BUS_ADDRESS": self.address} if hasattr(self, "address") else {}),
        }

    def _begin_bus(self) -> subprocess.Popen[str]:
        services = self._folder / "services"
        for folder in (services, self._folder / "home"):
            folder.mkdir()
        shutil.copy(SERVICE, services)
        configuration = self._folder / "bus.conf"
        configuration.write_text(CONFIGURATION.format(folder=self._folder, services=services))
        daemon = subprocess.Popen(
            ["dbus-daemon", "--nofork", "--print-address", f"--config-file={configuration}"],
            env=self._environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
            start_new_session=True,
        )
        assert daemon.stdout is not None
        self.address = daemon.stdout.readline().strip()
        return daemon


def _end(process: subprocess.Popen[bytes] | subprocess.Popen[str]) -> None:
    """Ends a process and whatever it started: all of it is one process group."""
    with suppress(ProcessLookupError), process:
        os.killpg(process.pid, signal.SIGTERM)
        process.wait()
        os.killpg(process.pid, signal.SIGKILL)


def _loads(library: str) -> bool:
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True
