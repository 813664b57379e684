"""What the benchmarks share: measuring, and one line a figure."""

import gc
import statistics
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path


def report(
    name: str,
    figure: float,
    *,
    at_most: float | None = None,
    at_least: float | None = None,
    note: str = "",
) -> bool:
    """Print a figure beside its goal; False where it falls short. Without a goal it is for information."""
    ok = (at_most is None or figure <= at_most) and (at_least is None or figure >= at_least)
    goals = [f"{sign} {goal:g}" for sign, goal in (("≤", at_most), ("≥", at_least)) if goal is not None]
    verdict = f" (goal {', '.join(goals)}) {'ok' if ok else 'short'}" if goals else ""
    sys.stdout.write(f"{name}: {figure:,.2f}{verdict}{f'  [{note}]' if note else ''}\n")
    sys.stdout.flush()
    return ok


def cpu(work: Callable[[], object]) -> float:
    """CPU seconds of this process, all threads, for one call."""
    gc.collect()
    start = time.process_time()
    work()
    return time.process_time() - start


def interleaved(*works: Callable[[], object], rounds: int) -> list[float]:
    """The least CPU seconds of each work, done in turn so that they meet the same weather."""
    times = [[cpu(work) for work in works] for _ in range(rounds)]
    return [min(column) for column in zip(*times, strict=True)]


def percentile(values: Sequence[float], share: float) -> float:
    """The value that `share` (0…1) of the values do not exceed."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(share * len(ordered)))]


def median(values: Sequence[float]) -> float:
    """The middle value."""
    return statistics.median(values)


def peak_memory() -> float:
    """The most memory that this process has had, in MB (`ru_maxrss` also counts what its parent had)."""
    for line in Path("/proc/self/status").read_text().splitlines():
        if line.startswith("VmHWM:"):
            return int(line.split()[1]) / 1024
    raise RuntimeError("only Linux tells")
