"""How much of the model's own speed reading a corpus keeps: `./run bench suggest`.

The same articles, in turns: once by spaCy's `nlp.pipe` alone in a process of its own, once by what `lesart
suggest` does (a worker process, its answers into the store).
"""

import subprocess
import sys
import tempfile
import time
from pathlib import Path

from desktop.nlp import models
from desktop.work.suggestion import suggest_by_language
from store.database import create
from store.transfer import import_files
from store.values import ProjectSettings
from tests.bench.measure import report
from tests.bench.nlp import PARAGRAPH

ARTICLES = 100
PARAGRAPHS = 6
ROUNDS = 2
GOAL = 90
"""Percent of the speed of `nlp.pipe`."""

BARE = """
import sys, time
from pathlib import Path
from desktop.nlp.lean import import_spacy
from desktop.nlp.models import folder_of
texts = [path.read_text() for path in sorted(Path(sys.argv[1]).glob("*.txt"))]
nlp = import_spacy().load(folder_of("embedded:de"))
nlp(texts[0])
start = time.perf_counter()
spans = sum(len(doc.spans["lesart"]) for doc in nlp.pipe(texts))
print(time.perf_counter() - start)
"""


def main() -> int:
    """Prints the figures; 1 where they are short."""
    with tempfile.TemporaryDirectory() as folder:
        corpus = Path(folder) / "corpus"
        corpus.mkdir()
        for i in range(ARTICLES):
            text = "".join(PARAGRAPH.format(n=PARAGRAPHS * i + j) for j in range(PARAGRAPHS))
            (corpus / f"{i:04}.txt").write_text(text)
        words = sum(len(path.read_text().split()) for path in corpus.iterdir())
        rounds = [(bare(corpus), suggested(Path(folder) / f"{n}.lesart", corpus)) for n in range(ROUNDS)]
    alone, whole = (min(seconds) for seconds in zip(*rounds, strict=True))
    sys.stdout.write(f"nlp.pipe alone: {words / alone:,.0f} words/s, lesart suggest: {words / whole:,.0f}\n")
    return 0 if report("of the speed of nlp.pipe, %", 100 * alone / whole, at_least=GOAL) else 1


def bare(corpus: Path) -> float:
    """Wall seconds of `nlp.pipe` for all articles, in a process of its own, the model loaded before."""
    done = subprocess.run([sys.executable, "-c", BARE, str(corpus)], capture_output=True, check=True)
    return float(done.stdout)


def suggested(target: Path, corpus: Path) -> float:
    """Wall seconds from the first progress, when the model is loaded, to the last."""
    store = create(target, name="bench", settings=ProjectSettings(), person="bench")
    try:
        import_files(store, [corpus])
        sources = models.by_language(models.available())
        steps = suggest_by_language(store, sources, preset="german")
        next(steps)
        start = time.perf_counter()
        last = list(steps)[-1]
        assert last.done == ARTICLES
        return time.perf_counter() - start
    finally:
        store.close()


if __name__ == "__main__":
    sys.exit(main())
