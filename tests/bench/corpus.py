"""The corpus of the benchmarks of store and formats: `../shared/bench/make_corpus.py` makes it, about 3,000
characters and 25 spans an article, of one text, so that the vocabulary of the search index is small.
"""

import shutil
import subprocess
import sys
from pathlib import Path

import msgspec

from store import labels
from store.database import Store, create, open_store
from store.formats.records import (
    VERSION,
    AnnotatorRecord,
    ArticleRecord,
    PartRecord,
    SetRecord,
    SpanRecord,
    StanceRecord,
)
from store.formats.scheme_records import ActorRecord, ProjectRecord, TopicRecord
from store.values import ProjectSettings
from tests.bench import raw

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


def with_stances(folder: Path, count: int) -> Path:
    """The same as native JSON Lines; two actors of each article take sides on one of ten topics."""
    who = AnnotatorRecord("", "Ada", "person")
    topics = [
        TopicRecord(f"0197a000-0000-7000-8000-0000000000{n}a", f"t{n}", "issue", {"de": f"Thema {n}"})
        for n in range(10)
    ]
    actors = [ActorRecord(f"0197a000-0000-7000-8000-0000000000{n}b", f"Stadt {n}", "LOC") for n in range(10)]
    first = ProjectRecord(VERSION, "bench", "bench", "2026-01-01", partial=True, topics=topics, actors=actors)
    out = folder / f"native-{count}.jsonl"
    encode = msgspec.json.encode
    with out.open("wb") as file:
        file.write(encode(first) + b"\n")
        for number, row in enumerate(raw.rows_of(made(folder, count))):
            spans = [
                SpanRecord(f"s{i}", *it, actor=actors[i % 10].uid if i < 3 else None, made="imported")
                for i, it in enumerate(row["spans"], 1)
            ]
            stances = [_stance(number, i, spans[i], topics[(number + i) % 10].key) for i in range(2)]
            reading = SetRecord(who, status="done", spans=spans, stances=stances)
            article = ArticleRecord(
                VERSION,
                row["id"],
                title=row["title"],
                text=row["text"],
                language="de",
                published_at=row["date"],
                sets=[reading],
            )
            file.write(encode(article) + b"\n")
    return out


def _stance(article: int, number: int, holder: SpanRecord, topic: str) -> StanceRecord:
    uid = f"0197a000-{article % 10_000:04}-7000-800{number}-00000000{article // 10_000:04}"
    part = PartRecord("evidence", holder.start, holder.end + 20, "marked")
    label = ("FAVOR", "AGAINST", "NEUTRAL")[(article + number) % 3]
    return StanceRecord(f"t{number}", uid, label, "span", holder_span=holder.id, topic=topic, parts=[part])


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
