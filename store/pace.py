"""How many articles a commit of bulk work holds: as many as keep a gesture waiting no longer than it may."""

import time
from collections.abc import Generator
from contextlib import contextmanager

LEAST = 20
"""Articles of a slice at least, and of the first one, when nobody knows yet how long one takes."""

MOST = 200
"""Articles of a slice at most: what a kill or a power cut may cost in work."""

HOLD = 0.015
"""Seconds that the work of a slice should take while it holds the write lock; the commit comes on top,
which takes as long for few articles as for many.
"""


class Pace:
    """Measures each slice and sizes the next one: on a slow disk or a busy machine they get smaller."""

    def __init__(self) -> None:
        self.size = LEAST

    @contextmanager
    def slice(self, count: int) -> Generator[None]:
        """A slice of `count` articles is being written in the block, inside its transaction: waiting for
        the lock and for the disk says nothing of how many it should hold.
        """
        start = time.perf_counter()
        yield
        self.took(time.perf_counter() - start, count)

    def took(self, seconds: float, count: int) -> None:
        """A slice of `count` articles held the lock for so long. The next one is twice as large at most."""
        fitting = int(count * HOLD / max(seconds, 1e-6))
        self.size = max(LEAST, min(fitting, 2 * self.size, MOST))
