"""The corpus of the benchmarks of store and formats: `../shared/bench/make_corpus.py` makes it, about 3,000
characters and 25 spans an article, of one text, so that the vocabulary of the search index is small.
"""

import shutil
import subprocess
import sys
from pathlib import Path

from store import labels
from store.database import Store, create, open_store
from store.values import ProjectSettings

MAKER = Path(__file__).resolve().parents[3] / "shared" / "bench" / "make_corpus.py"
LABELS = b"""
key = "bench"
kind = "entity"
name = { en = "Bench" }
labels = [
    { code = "PER", name = { en = "PER" } },
    { code = "LOC", name = { en = "LOC" } },
    { code = "ORG", name = { en = "ORG" } },
    { code = "DATE", name = { en = "DATE" } },
    { code = "EVENT", name = { en = "EVENT" } },
]
"""


def is_there() -> bool:
    """Whether the corpus can be made; says so where not."""
    if not MAKER.exists():
        sys.stderr.write(f"The corpus is made by {MAKER.name}, which is not beside this checkout.\n")
    return MAKER.exists()


def made(folder: Path, count: int) -> Path:
    """`count` articles as JSON Lines with their spans as triples."""
    command = [sys.executable, str(MAKER), str(count), str(folder), "--formats", "canon"]
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    return folder / f"canon-{count}.jsonl"


def new_store(folder: Path, name: str) -> Store:
    """An empty store with the corpus' labels, copied, since founding one is not what is measured."""
    founded, path = folder / "founded.lesart", folder / name
    if not founded.exists():
        sets = (labels.load(LABELS), labels.preset("stance3"))
        settings = ProjectSettings(labels_off=(), nested=True)
        create(founded, name="bench", settings=settings, person="Ada", label_sets=sets).close()
    for suffix in ("-wal", "-shm"):
        Path(f"{path}{suffix}").unlink(missing_ok=True)
    shutil.copy(founded, path)
    return open_store(path)
