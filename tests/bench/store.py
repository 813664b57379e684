"""What the store costs beside hand-written sqlite3: `./run bench store [--articles N] [--rounds R]`.

CPU seconds decide, since other programs share the machine.
"""

import argparse
import json
import os
import random
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from functools import partial
from pathlib import Path

from desktop.nlp import protocol
from desktop.work.errand import Export, ExportWish, Import, errand_command
from store import search
from store.database import Store, open_store
from store.formats.protocol import ReadOptions
from store.operations import runs, spans
from store.queries import articles, people
from store.transfer import export_file, import_files
from store.values import PredictedSpan, Work
from tests.bench import corpus, raw
from tests.bench.measure import cpu, interleaved, median, peak_memory, percentile, report

SMALL = 1000


def main() -> int:
    """Print every figure; 1 where one is short."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--articles", type=int, default=10_000)
    parser.add_argument("--rounds", type=int, default=3)
    given = parser.parse_args()
    if not corpus.is_there():
        return 1
    with tempfile.TemporaryDirectory() as folder:
        bench = Bench(Path(folder), given.articles, given.rounds)
        ok = [*bench.bulk(), *bench.pages(), *bench.gestures(), bench.memory()]
    return 0 if all(ok) else 1


class Bench:
    """The measurements, on one corpus in one folder."""

    def __init__(self, folder: Path, count: int, rounds: int) -> None:
        self.folder, self.count, self.rounds = folder, count, rounds
        self.corpus, self.small = corpus.made(folder, count), corpus.made(folder, SMALL)

    def new(self, name: str) -> Store:
        """An empty store."""
        return corpus.new_store(self.folder, name)

    def imported(self, articles: Path, name: str = "ours.lesart") -> None:
        """Import into a new store and close it."""
        store = self.new(name)
        result = import_files(store, [articles])
        assert not result.skipped, result.skipped[0]
        store.close()

    def bulk(self) -> Iterator[bool]:
        """Import, export, storing suggestions, disk."""
        ours, theirs = self.folder / "ours.lesart", self.folder / "raw.db"
        plain, own, own_plain = interleaved(
            partial(raw.bring_in, theirs, self.corpus, indexed=False),
            partial(self.imported, self.corpus),
            self._imported_without_index,
            rounds=self.rounds,
        )
        each = 1000 / self.count
        yield report(
            "import, CPU × raw", own_plain / plain, at_most=2.5, note=f"{own_plain * each:.3f} ms an article"
        )
        yield report(
            "import with full text, CPU × raw",
            own / plain,
            at_most=3.5,
            note=f"{own * each:.3f} ms an article",
        )
        yield self._export(theirs, ours)
        raw.bring_in(theirs, self.corpus, indexed=True)
        size = ours.stat().st_size
        note = f"{size / self.count / 1000:.2f} KB an article"
        yield report("disk, × raw with its index", size / theirs.stat().st_size, at_most=1.2, note=note)
        yield self._suggestions(theirs, ours)

    def each(self, seconds: float) -> str:
        """What that is for one article."""
        return f"{seconds * 1000 / self.count:.3f} ms an article"

    def _imported_without_index(self) -> None:
        index, search.index = search.index, lambda _conn, _rows: None
        try:
            self.imported(self.corpus, "plain.lesart")
        finally:
            search.index = index

    def _export(self, theirs: Path, ours: Path) -> bool:
        store = open_store(ours)
        plain, own = interleaved(
            partial(raw.bring_out, theirs, self.folder / "raw.jsonl"),
            partial(export_file, store, self.folder / "ours.jsonl"),
            rounds=self.rounds,
        )
        store.close()
        return report("export, CPU × raw", own / plain, at_most=2, note=self.each(own))

    def _suggestions(self, theirs: Path, ours: Path) -> bool:
        found = [
            (number, [PredictedSpan(start, end, label) for start, end, label in row["spans"]])
            for number, row in enumerate(raw.rows_of(self.corpus), 1)
        ]
        flat = [(number, one.start, one.end, one.label) for number, items in found for one in items]

        def store_theirs() -> None:
            connection = raw.connect(theirs)
            raw.put_spans(connection, flat)
            connection.close()

        store, versions = open_store(ours), iter(range(100))

        def store_ours() -> None:
            runs.store_run(store, model="m", version=str(next(versions)), settings={}, items=found)

        plain, own = interleaved(store_theirs, store_ours, rounds=self.rounds)
        store.close()
        return report("storing suggestions, CPU × raw", own / plain, at_most=2.5, note=self.each(own))

    def pages(self) -> Iterator[bool]:
        """An article with its spans and suggestions, in a small and a large corpus."""
        self.imported(self.small, "small.lesart")
        small, large = open_store(self.folder / "small.lesart"), open_store(self.folder / "ours.lesart")
        for store, source in ((small, self.small), (large, self.corpus)):
            rows = enumerate(raw.rows_of(source), 1)
            found = ((number, [PredictedSpan(*span) for span in row["spans"]]) for number, row in rows)
            runs.store_run(store, model="last", version="1", settings={}, items=found)
        few, many = (_reading(store, count) for store, count in ((small, SMALL), (large, self.count)))
        in_small, in_large = interleaved(few, many, rounds=max(self.rounds, 5))
        connection = raw.connect(self.folder / "page.db")
        connection.close()
        raw.bring_in(self.folder / "page.db", self.corpus, indexed=False)
        connection = raw.sqlite3.connect(self.folder / "page.db")
        chosen = random.Random(1).sample(range(self.count), 200)
        plain = cpu(lambda: [raw.page(connection, number) for number in chosen])
        connection.close()
        yield report(
            f"next article, CPU in {self.count:,} × in {SMALL:,}",
            in_large / in_small,
            at_most=1.5,
            note=f"{in_large * 5:.2f} ms, raw {plain * 5:.3f} ms",
        )
        small.close()
        large.close()

    def gestures(self) -> Iterator[bool]:
        """A gesture, idle and while one corpus is imported and another exported."""
        self.imported(self.small, "busy.lesart")
        store = open_store(self.folder / "busy.lesart")
        with store.read() as conn:
            work = people.work_of(conn)
        idle = [one for _, one in zip(range(200), _gestures(store, work, "PER"), strict=False)]
        yield report("gesture, idle, p50 ms", median(idle), note=f"an fsync {_fsync(self.folder):.1f} ms")
        importing = Import(str(self.folder / "busy.lesart"), (str(self.corpus),), ReadOptions())
        wish = ExportWish("jsonl")
        exporting = Export(str(self.folder / "ours.lesart"), str(self.folder / "busy.jsonl"), wish)
        children = [_sent(importing), _sent(exporting)]
        busy: list[float] = []
        for one in _gestures(store, work, "LOC"):
            busy.append(one)
            if children[0].poll() is not None:
                break
        for child in children:
            assert child.wait() == 0
        note = f"p50 {median(busy):.1f} ms, max {max(busy):.0f} ms, {len(busy)} gestures"
        yield report(
            "gesture during import and export, p99 ms", percentile(busy, 0.99), at_most=50, note=note
        )
        store.close()

    def memory(self) -> bool:
        """What a process needs over idle for importing and exporting the corpus."""
        self.new("memory.lesart").close()
        command = [sys.executable, "-P", __file__, "--memory-of", str(self.folder), str(self.corpus)]
        found = json.loads(subprocess.run(command, check=True, capture_output=True).stdout)
        return report("memory of import and export over idle, MB", found["peak"] - found["idle"], at_most=60)


def _reading(store: Store, count: int) -> "partial[None]":
    """Reads the pages of 200 articles."""
    chosen = random.Random(1).sample(range(1, count + 1), 200)
    with store.read() as conn:
        work = people.work_of(conn)
    return partial(_read, store, work, chosen)


def _read(store: Store, work: Work, chosen: list[int]) -> None:
    for article in chosen:
        with store.read() as conn:
            assert articles.page(conn, work, article).suggestions


def _gestures(store: Store, work: Work, label: str) -> Iterator[float]:
    """Make one span after another, as somebody does; the milliseconds that each takes."""
    for article in range(1, SMALL + 1):
        for place in range(0, 1000, 10):
            start = time.perf_counter()
            spans.add(store, work, article, start=place, end=place + 4, label=label)
            yield (time.perf_counter() - start) * 1000
            time.sleep(0.02)


def _fsync(folder: Path) -> float:
    times: list[float] = []
    with (folder / "fsync").open("wb") as file:
        for _ in range(30):
            file.write(b"x" * 4096)
            file.flush()
            start = time.perf_counter()
            os.fsync(file.fileno())
            times.append((time.perf_counter() - start) * 1000)
    return median(times)


def _memory_of(folder: Path, source: Path) -> None:
    """In a process of its own: the peaks in MB, with a store open and after importing and exporting."""
    store = open_store(folder / "memory.lesart")
    with store.read() as conn:
        work = people.work_of(conn)
        articles.heads(conn, work)
    idle = peak_memory()
    import_files(store, [source])
    export_file(store, folder / "memory.jsonl")
    store.close()
    sys.stdout.write(json.dumps({"idle": idle, "peak": peak_memory()}))


def _sent(wanted: Import | Export) -> "subprocess.Popen[bytes]":
    """A child with this errand, as the window sends one; it goes on as long as its input is open."""
    child = subprocess.Popen(errand_command(), stdin=subprocess.PIPE, stdout=subprocess.DEVNULL)
    assert child.stdin is not None
    child.stdin.write(protocol.framed(wanted))
    child.stdin.flush()
    return child


if __name__ == "__main__":
    if sys.argv[1:2] == ["--memory-of"]:
        _memory_of(Path(sys.argv[2]), Path(sys.argv[3]))
        sys.exit(0)
    sys.exit(main())
