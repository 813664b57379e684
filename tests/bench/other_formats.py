"""What every format costs beside native JSONL, both ways: the second half of `./run bench formats`, a table.

Each is measured with a quarter of the articles and with all of them, in processes of their own: memory is the
peak over what the process needed with the store open and spaCy loaded; who streams needs no more of it for
four times the articles, and not more than four times the time.
"""

import csv
import json
import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from functools import partial
from importlib import import_module
from pathlib import Path
from typing import Any

from msgspec import Struct

from desktop.work.errand import ExportWish
from desktop.work.exports import export_options
from store.database import open_store
from store.errors import ExtraMissing
from store.formats import WRITERS
from store.formats.protocol import ReadOptions
from store.formats.records import ArticleRecord
from store.formats.stances.workbook import Workbook
from store.transfer import export_file, import_files
from store.transfer.reading import records
from tests.bench import corpus, raw
from tests.bench.measure import cpu, peak_memory

MOST, GROWTH, BEND = 60.0, 15.0, 1.25
"""MB over idle; MB that four times the articles may cost who streams (the allocator's own ups and downs);
times four times the time that they may take.
"""

_HEAD = f"{'':<8}{'':<20}{'ms each':>9}{'× native':>10}{'MB':>6}{'MB more':>9}{'bend':>7}\n"


class Cost(Struct):
    """CPU seconds, and MB over idle."""

    cpu: float
    memory: float


def table(folder: Path, count: int, only: Sequence[str] = ()) -> Iterator[bool]:
    """A line a format and way; False where one is short. `only`: formats by name."""
    counts = (count // 4, count)
    for number in counts:
        filled = corpus.with_stances(folder, number)
        _imported(corpus.new_store(folder, f"of-{number}.lesart"), filled)
    sys.stdout.write(
        f"{counts[1]:,} articles with 25 spans and 2 stances each, and a quarter of them\n{_HEAD}"
    )
    native: dict[str, float] = {}
    for way, name, works in _works(folder, counts):
        if only and name not in only and name != "jsonl":
            continue
        small, large = works
        try:
            found = (_in_child(way, *small, name), _in_child(way, *large, name))
        except ExtraMissing as error:
            sys.stdout.write(f"{way:<8}{name:<20} needs {error.fields['package']}\n")
            continue
        yield _told(way, name, found, count, native)


def _works(folder: Path, counts: tuple[int, int]) -> Iterator[tuple[str, str, list[tuple[Path, Path]]]]:
    """Way, format, and a store and a file for each count."""
    for writer in WRITERS:
        files = [folder / f"{writer.name}-{count}{writer.suffixes[0]}" for count in counts]
        stores = [folder / f"of-{count}.lesart" for count in counts]
        yield "export", writer.name, list(zip(stores, files, strict=True))
        if files[0].exists() and _holds_articles(files[0]):
            yield "import", writer.name, list(zip(_empty(folder, counts), files, strict=True))
        for file in folder.glob(f"{writer.name}-*"):
            if writer.name != "jsonl":
                file.unlink()
    for name, make in TABLES.items():
        files = [make(corpus.made(folder, count), folder / f"articles-{count}.{name}") for count in counts]
        yield "import", name, list(zip(_empty(folder, counts), files, strict=True))


def _empty(folder: Path, counts: Sequence[int]) -> list[Path]:
    stores = [folder / f"in-{count}.lesart" for count in counts]
    for store in stores:
        corpus.new_store(folder, store.name).close()
    return stores


def _told(way: str, name: str, found: tuple[Cost, Cost], count: int, native: dict[str, float]) -> bool:
    small, large = found
    each = large.cpu * 1000 / count
    native.setdefault(way, each)
    growth, bend = large.memory - small.memory, large.cpu / small.cpu / 4
    reasons = [
        reason
        for reason, is_short in (
            ("memory", large.memory > MOST),
            ("growth", growth > GROWTH),
            ("bend", bend > BEND),
        )
        if is_short
    ]
    verdict = f"short: {', '.join(reasons)}" if reasons else "ok"
    figures = f"{each:>9.3f}{each / native[way]:>10.1f}{large.memory:>6.0f}{growth:>9.0f}{bend:>7.2f}"
    sys.stdout.write(f"{way:<8}{name:<20}{figures}  {verdict}\n")
    sys.stdout.flush()
    return not reasons


def _holds_articles(file: Path) -> bool:
    """Whether articles come in again from a file that we wrote; networks and lists of events hold none."""
    return any(isinstance(it, ArticleRecord) for _, _, it in records([(file, file.name)], ReadOptions()))


def _imported(store: Any, source: Path) -> None:
    result = import_files(store, [source])
    assert not result.skipped, result.skipped[0]
    store.close()


def _as_csv(rows: Path, out: Path) -> Path:
    with out.open("w", encoding="utf-8", newline="") as file:
        written = csv.writer(file)
        written.writerow(("id", "title", "date", "text"))
        written.writerows((it["id"], it["title"], it["date"], it["text"]) for it in raw.rows_of(rows))
    return out


def _as_workbook(rows: Path, out: Path) -> Path:
    with Workbook(out) as book:
        book.row(("id", "title", "date", "text"))
        for it in raw.rows_of(rows):
            book.row((it["id"], it["title"], it["date"], it["text"]))
    return out


def _as_json(rows: Path, out: Path) -> Path:
    """One array, every article over many lines."""
    with out.open("w", encoding="utf-8") as file:
        for number, it in enumerate(raw.rows_of(rows)):
            file.write("[\n" if number == 0 else ",\n")
            file.write(json.dumps({"id": it["id"], "text": it["text"]}, ensure_ascii=False, indent=1))
        file.write("\n]\n")
    return out


TABLES: dict[str, Callable[[Path, Path], Path]] = {"csv": _as_csv, "xlsx": _as_workbook, "json": _as_json}
"""Articles without annotations, as other programs write them."""


# --- In a process of its own -------------------------------------------------------------


def _in_child(way: str, store: Path, file: Path, name: str) -> Cost:
    command = [sys.executable, "-P", "-m", "tests.bench.other_formats", way, str(store), str(file), name]
    done = subprocess.run(command, check=False, capture_output=True, text=True)
    if done.returncode:
        if missing := [line for line in done.stderr.splitlines() if "ExtraMissing" in line]:
            raise ExtraMissing(package=missing[-1], extra="")
        raise RuntimeError(done.stderr)
    return Cost(**json.loads(done.stdout))


def memory_of(way: str, store: Path, file: Path) -> float:
    """MB over idle for importing or exporting native JSONL."""
    return _in_child(way, store, file, "jsonl").memory


def _child(way: str, path: Path, file: Path, name: str) -> None:
    store = open_store(path)
    options = export_options(ExportWish(name, evidence="any"))
    assert options.segment is not None
    options.segment("Ein Satz.", "de")  # spaCy is loaded before anything counts
    if "parquet" in name:
        with suppress(ImportError):
            import_module("pyarrow.parquet")
    idle = peak_memory()
    if way == "export":
        used = cpu(partial(export_file, store, file, format=name, options=options))
    else:
        used = cpu(partial(import_files, store, [file], options=ReadOptions()))
    store.close()
    sys.stdout.write(json.dumps({"cpu": used, "memory": peak_memory() - idle}))


if __name__ == "__main__":
    _child(sys.argv[1], Path(sys.argv[2]), Path(sys.argv[3]), sys.argv[4])
