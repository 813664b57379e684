"""The packaging's X server, for tests and benches: its modules are no package, and lie beside each other."""

import sys
from pathlib import Path

sys.path.append(str(Path(__file__).resolve().parents[1] / "packaging"))

from x_server import x_server

__all__ = ["x_server"]
