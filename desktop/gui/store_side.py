"""The modules that work on a store, loaded on a lane at the first need.

With them comes SQLAlchemy, which costs 0.7 seconds; the window is painted before that.
"""

from importlib import import_module
from types import ModuleType
from typing import Any


def reading() -> Any:
    """What is read for the window."""
    return _loaded("reading")


def opening() -> Any:
    """How projects are opened and made."""
    return _loaded("opening")


def executing() -> Any:
    """Commands as operations."""
    return _loaded("executing")


def storing() -> Any:
    """What is written besides the annotator's commands."""
    return _loaded("storing")


def _loaded(name: str) -> ModuleType:
    return import_module(f"desktop.gui.{name}")
