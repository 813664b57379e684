"""What importing and exporting cost, format by format: `./run bench formats [--articles N] [--rounds R]`.

Native JSONL is measured with N articles of 25 spans, CPU against that of hand-written sqlite3 and msgspec
(`raw.py`). Memory is the peak of a process that does nothing else, over what it needed with the store open
and spaCy loaded. The other formats are measured with N/100 articles and with four times as many: who streams
needs no more memory for these. Where a file is one value by its nature, the line says so.
"""

import argparse
import json
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from functools import partial
from pathlib import Path

from desktop.work.errand import ExportWish
from desktop.work.exports import export_options
from store import search
from store.database import open_store
from store.errors import ExtraMissing
from store.formats import WRITERS
from store.formats.problems import Skipped
from store.formats.protocol import ReadOptions
from store.transfer import export_file, import_files
from store.transfer.reading import recognised
from tests.bench import corpus, raw
from tests.bench.measure import cpu, interleaved, peak_memory, report

ONE_VALUE = {"spacy": "one DocBin", "hf-parquet": "one table", "dna": "one database in memory"}
GROWTH = 15.0
"""MB that four times as many articles may cost somebody who streams: the allocator's own ups and downs."""


def main() -> int:
    """Print every figure; 1 where one is short."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--articles", type=int, default=100_000)
    parser.add_argument("--rounds", type=int, default=2)
    given = parser.parse_args()
    if not corpus.is_there():
        return 1
    with tempfile.TemporaryDirectory() as folder:
        native = Native(Path(folder), given.articles, given.rounds)
        ok = [*native.speed(), *native.memory(), *others(Path(folder), max(given.articles // 100, 100))]
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
            found = _in_child(way, self.folder / "memory.lesart", self.file, "jsonl")
            note = f"{self.count:,} articles, {self.file.stat().st_size >> 20:,} MB"
            yield report(f"native {way}, MB over idle", found["memory"], at_most=60, note=note)

    def _each(self, seconds: float) -> str:
        return f"{seconds * 1000 / self.count:.3f} ms an article, {self.count:,} articles"

    def _without_index(self) -> None:
        index, search.index = search.index, lambda _conn, _rows: None
        try:
            filled(self.folder, "plain.lesart", self.file)
        finally:
            search.index = index


def others(folder: Path, few: int) -> Iterator[bool]:
    """Every other format out and, where it can be read, in again."""
    counts = (few, 4 * few)
    for count in counts:
        filled(folder, f"of-{count}.lesart", corpus.made(folder, count))
    for name, suffix in ((it.name, it.suffixes[0]) for it in WRITERS if it.name != "jsonl"):
        files = [folder / f"{name}-{count}{suffix}" for count in counts]
        stores = [folder / f"of-{count}.lesart" for count in counts]
        try:
            _child("export", stores[0], folder / f"tried{suffix}", name)
        except ExtraMissing as error:
            sys.stdout.write(f"export {name}: needs {error.fields['package']}, which is not installed\n")
            continue
        yield _compared("export", name, counts, list(zip(stores, files, strict=True)))
        if not _holds_articles(files[0]):
            continue
        stores = [folder / f"in-{count}.lesart" for count in counts]
        for store in stores:
            corpus.new_store(folder, store.name).close()
        yield _compared("import", name, counts, list(zip(stores, files, strict=True)))


def _holds_articles(file: Path) -> bool:
    """Whether articles come in again from a file that we wrote; networks and lists of events hold none."""
    for source, reader in recognised([(file, file.name)]):
        if not isinstance(reader, Skipped):
            return any(True for _ in reader.read(source, ReadOptions()))
    return False


def _compared(way: str, name: str, counts: tuple[int, int], pairs: list[tuple[Path, Path]]) -> bool:
    small, large = (_in_child(way, store, file, name) for store, file in pairs)
    each = large["cpu"] * 1000 / counts[1]
    note = f"{each:.2f} ms an article, {counts[1]:,} articles, {large['memory']:.0f} MB over idle"
    growth = large["memory"] - small["memory"]
    why = ONE_VALUE.get(name)
    return report(
        f"{way} {name}, MB more for 4 × the articles",
        growth,
        at_most=None if why else GROWTH,
        note=f"{note}; {why}" if why else note,
    )


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


def _in_child(way: str, store: Path, file: Path, name: str) -> dict[str, float]:
    command = [sys.executable, "-P", __file__, "--child", way, str(store), str(file), name]
    return json.loads(subprocess.run(command, check=True, capture_output=True).stdout)


def _child(way: str, path: Path, file: Path, name: str) -> dict[str, float]:
    """In a process of its own: CPU seconds, and MB over what opening and loading needs."""
    store = open_store(path)
    options = export_options(ExportWish(name))
    assert options.segment is not None
    options.segment("Ein Satz.", "xx")  # spaCy is loaded before anything counts
    idle = peak_memory()
    if way == "export":
        used = cpu(partial(export_file, store, file, format=name, options=options))
    else:
        used = cpu(partial(import_files, store, [file], options=ReadOptions()))
    store.close()
    return {"cpu": used, "memory": peak_memory() - idle}


if __name__ == "__main__":
    if sys.argv[1:2] == ["--child"]:
        sys.stdout.write(json.dumps(_child(sys.argv[2], Path(sys.argv[3]), Path(sys.argv[4]), sys.argv[5])))
        sys.exit(0)
    sys.exit(main())
