"""How long a training on 1,000 articles takes, and that spaCy makes the same of their export: `./run bench
training [ARTICLES]`.

The articles that are timed are sentences of GermEval's training set, twenty-four each (about 400 words); the
embedded model has seen them, so that nothing is said of how good it gets. Those that spaCy learns, too, are
of historical newspapers, where a training gains much. Other work on the machine is told as its load;
a training is one thread, so its minutes of the CPU are those by the clock where it has a core for itself.
"""

import os
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

import msgspec

from desktop.work.exports import ExportWish, export_options
from desktop.work.gains import Trained
from desktop.work.learning import train
from store.database import Store, create
from store.formats.records import VERSION, AnnotatorRecord, ArticleRecord, SetRecord, SpanRecord
from store.transfer import export_file, import_files
from store.values import ProjectSettings
from tests.bench.gold_articles import GoldArticle, joined
from tests.bench.measure import cpu, peak_memory, report

ARTICLES, SENTENCES = 1000, 24
SHORT = 10
MINUTES = 10
SPLIT = (70.0, 10.0, 20.0)
ADA = AnnotatorRecord("0197a000-0000-7000-8000-000000000001", "ada", "person")


def record(number: int, article: GoldArticle) -> ArticleRecord:
    """A finished article."""
    spans = [
        SpanRecord(f"s{i}", start, end, label)
        for i, ((start, end), label) in enumerate(sorted(article.gold.items()))
    ]
    sets = [SetRecord(ADA, status="done", spans=spans)]
    return ArticleRecord(VERSION, key=f"a{number}", text=article.text, language="de", sets=sets)


def filled(folder: Path, articles: Sequence[GoldArticle]) -> Store:
    """A project with these articles."""
    folder.mkdir()
    records = [record(i, it) for i, it in enumerate(articles)]
    (folder / "a.jsonl").write_bytes(b"\n".join(map(msgspec.json.encode, records)))
    store = create(folder / "a.lesart", name="Bench", settings=ProjectSettings(), person="Ada")
    import_files(store, [folder / "a.jsonl"])
    return store


def by_spacy(store: Store, folder: Path) -> Path:
    """The tagger that spaCy's own command makes of the export."""
    options = export_options(ExportWish(format="spacy", split=SPLIT))
    export_file(store, folder / "a.spacy", format="spacy", options=options)
    command = [sys.executable, "-m", "spacy", "train", "a.cfg", "--output", "out"]
    subprocess.run(command, cwd=folder, check=True, stdout=subprocess.DEVNULL)
    return folder / "out" / "model-best" / "lesart_crf"


def trained(store: Store, folder: Path) -> Trained:
    """What Lesart makes of a project."""
    *_, result = train(store, "embedded:de", folder=folder / "models")
    assert isinstance(result, Trained)
    return result


def timed(folder: Path, count: int) -> bool:
    """Print how long so many articles take; False where it is too long."""
    store, results = filled(folder, joined("germeval_train", SENTENCES)[:count]), list[Trained]()
    begun = time.perf_counter()
    seconds = cpu(lambda: results.append(trained(store, folder)))
    minutes = (time.perf_counter() - begun) / 60
    store.close()
    load = ", ".join(f"{it:.1f}" for it in os.getloadavg())
    note = f"{minutes:.1f} by the clock beside other work; {os.cpu_count()} cores, load {load}"
    report("memory at most, MB", peak_memory())
    told = f"training on {count} articles ({results[0].taught} taught), minutes of one core"
    return report(told, seconds / 60, at_most=MINUTES, note=note)


def compared(folder: Path) -> bool:
    """Print whether spaCy makes the same."""
    store = filled(folder, joined("enp_histnews", SHORT))
    result = trained(store, folder)
    before, after = (100 * (it or 0) for it in (result.gains[0].before, result.gains[0].after))
    told = "better" if result.is_better else "not better"
    report("newspapers of the 19th century, F1 after", after, note=f"{before:.2f} before; {told}")
    theirs, ours = by_spacy(store, folder), Path(result.new) / "lesart_crf"
    store.close()
    same = [it.name for it in ours.iterdir() if (theirs / it.name).read_bytes() == it.read_bytes()]
    of = len(list(ours.iterdir()))
    return report("files that spacy train makes alike, %", 100 * len(same) / of, at_least=100)


def main() -> int:
    """Prints the figures; 1 where they are short."""
    if not joined("enp_histnews", SHORT):
        sys.stdout.write("../shared is not there\n")
        return 0
    with TemporaryDirectory() as name:
        good = compared(Path(name) / "compared")
        count = int(sys.argv[1]) if len(sys.argv) > 1 else ARTICLES
        return 0 if timed(Path(name) / "timed", count) and good else 1


if __name__ == "__main__":
    sys.exit(main())
