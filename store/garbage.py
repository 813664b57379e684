"""Python's garbage collector during bulk work."""

import gc
from collections.abc import Generator
from contextlib import contextmanager

_YOUNG = 20_000
"""New objects between two collections; Python's own 700 are the tuples of thirty articles."""


@contextmanager
def collected_rarely() -> Generator[None]:
    """In the block, make rows and records by the thousand without looking through them again and again.

    They hold no cycles, so counting references frees them all; each look costs a twentieth of an import.
    """
    before = gc.get_threshold()
    gc.set_threshold(max(_YOUNG, before[0]) if before[0] else 0, *before[1:])
    try:
        yield
    finally:
        gc.set_threshold(*before)
