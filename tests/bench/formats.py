"""What importing and exporting cost, format by format:
`./run bench formats [--articles N] [--rounds R] [--others M] [--only NAME …]`.

Native JSONL is measured with N articles of 25 spans, CPU against that of hand-written sqlite3 and msgspec
(`raw.py`), and memory as the peak of a process that does nothing else. Then every format with M articles, as
a table (`other_formats.py`).
"""

import argparse
import tempfile
from collections.abc import Iterator
from functools import partial
from pathlib import Path

from store import search
from store.database import open_store
from store.transfer import export_file, import_files
from tests.bench import corpus, other_formats, raw
from tests.bench.measure import interleaved, report


def main() -> int:
    """Print every figure; 1 where one is short."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--articles", type=int, default=100_000)
    parser.add_argument("--rounds", type=int, default=2)
    parser.add_argument("--others", type=int, default=4000)
    parser.add_argument("--only", nargs="*", default=())
    given = parser.parse_args()
    if not corpus.is_there():
        return 1
    ok: list[bool] = []
    with tempfile.TemporaryDirectory() as folder:
        if not given.only:
            native = Native(Path(folder), given.articles, given.rounds)
            ok = [*native.speed(), *native.memory()]
    with tempfile.TemporaryDirectory() as folder:
        ok += other_formats.table(Path(folder), given.others, given.only)
    return 0 if all(ok) else 1


class Native:
    """Native JSONL, as Lesart itself writes it: spans with id, provenance and set."""

    def __init__(self, folder: Path, count: int, rounds: int) -> None:
        self.folder, self.count, self.rounds = folder, count, rounds
        self.file = folder / "native.jsonl"
        filled(folder, "first.lesart", corpus.made(folder, count))
        _exported(folder / "first.lesart", self.file)

    def speed(self) -> Iterator[bool]:
        """Import without and with the full text, and export."""
        theirs, ours = self.folder / "raw.db", self.folder / "ours.lesart"
        plain, own, own_plain = interleaved(
            partial(raw.bring_in_native, theirs, self.file),
            partial(filled, self.folder, ours.name, self.file),
            self._without_index,
            rounds=self.rounds,
        )
        yield report("native import, CPU × raw", own_plain / plain, at_most=2.5, note=self._each(own_plain))
        yield report(
            "native import with full text, CPU × raw", own / plain, at_most=3.5, note=self._each(own)
        )
        plain, own = interleaved(
            partial(raw.bring_out, theirs, self.folder / "raw.jsonl"),
            partial(_exported, ours, self.folder / "ours.jsonl"),
            rounds=self.rounds,
        )
        yield report("native export, CPU × raw", own / plain, at_most=2, note=self._each(own))

    def memory(self) -> Iterator[bool]:
        """Peaks over idle."""
        corpus.new_store(self.folder, "memory.lesart").close()
        for way in ("import", "export"):
            over = other_formats.memory_of(way, self.folder / "memory.lesart", self.file)
            note = f"{self.count:,} articles, {self.file.stat().st_size >> 20:,} MB"
            yield report(f"native {way}, MB over idle", over, at_most=other_formats.MOST, note=note)

    def _each(self, seconds: float) -> str:
        return f"{seconds * 1000 / self.count:.3f} ms an article, {self.count:,} articles"

    def _without_index(self) -> None:
        index, search.index = search.index, lambda _conn, _rows: None
        try:
            filled(self.folder, "plain.lesart", self.file)
        finally:
            search.index = index


def filled(folder: Path, name: str, source: Path) -> None:
    """A new store with what a file holds."""
    store = corpus.new_store(folder, name)
    result = import_files(store, [source])
    assert not result.skipped, result.skipped[0]
    store.close()


def _exported(path: Path, out: Path) -> None:
    store = open_store(path)
    export_file(store, out)
    store.close()


if __name__ == "__main__":
    raise SystemExit(main())
