"""Every format is written and read once: each loads modules of its own, some of them late and by name."""

import sys
from collections.abc import Callable, Iterator
from pathlib import Path

from desktop.cli.self_test import examples
from desktop.cli.self_test.step import Step
from desktop.nlp import segmentation
from desktop.work.tokens import blank_tokenizers
from store.database import Store
from store.errors import ExtraMissing
from store.formats.protocol import ReadOptions
from store.formats.records import ArticleRecord
from store.formats.register import READERS, WRITERS
from store.transfer import ExportOptions, export_file
from store.transfer.reading import records

LEFT_OUT = frozenset(("parquet", "hf-parquet"))
"""Formats that the installed program does not have (packaging/README.md)."""


def steps(store: Store, folder: Path, person: str) -> Iterator[Step]:
    """Each format of a register once; what only reads gets a file of its own. `folder` is empty."""
    written: dict[str, Path] = {}
    yield _step(
        "exports", [it.name for it in WRITERS], lambda name: _written(store, folder, name, person, written)
    )
    made = folder / "made"
    made.mkdir()
    known = {**examples.write(made), **written}
    if "hf-parquet" in written:
        known["parquet"] = written["hf-parquet"]
    yield _step("imports", [it.name for it in READERS], lambda name: _is_read(name, known))


def _step(title: str, names: list[str], works: Callable[[str], bool]) -> Step:
    """Which formats work; one whose library is not there is told, and right only where that is known."""
    missing: list[str] = []
    broken: list[str] = []
    for name in names:
        try:
            if not works(name):
                broken.append(name)
        except ExtraMissing:
            missing.append(name)
        except Exception as error:  # whatever it is, the others are still tried
            broken.append(f"{name} ({type(error).__name__}: {error})")
    may_miss = LEFT_OUT if getattr(sys, "frozen", False) else set(names)
    broken += [name for name in missing if name not in may_miss]
    outcome = f"{len(names) - len({*missing, *broken})} of {len(names)} formats"
    outcome += f", without {' '.join(missing)}" if missing else ""
    outcome += f", wrong: {' '.join(broken)}" if broken else ""
    return Step(title, outcome, not broken)


def _written(store: Store, folder: Path, name: str, person: str, written: dict[str, Path]) -> bool:
    """Whether a format can be written; its file is noted in `written`."""
    writer = next(it for it in WRITERS if it.name == name)
    out = folder / f"{name}{writer.suffixes[0]}"
    options = ExportOptions(
        annotators=(person,), segment=blank_tokenizers(), sentences=segmentation.sentences, evidence="any"
    )
    report = export_file(store, out, format=name, options=options)
    written[name] = next(iter(report.files), out)
    return bool(report.files) and all(file.stat().st_size > 0 for file in report.files)


def _is_read(name: str, known: dict[str, Path]) -> bool:
    """Whether a format reads articles in its file, and the sentence in one that was made for it."""
    if name not in known:  # what would have written its file is not there either
        raise ExtraMissing(package="pyarrow", extra="parquet")
    found = records([(known[name], known[name].name)], ReadOptions(language="de"), format=name)
    texts = [item.text for _, _, item in found if isinstance(item, ArticleRecord)]
    return bool(texts) and (known[name].parent.name != "made" or examples.SENTENCE in (texts[0] or ""))
