"""How fast the embedded model starts and reads: `./run bench nlp`."""

import subprocess
import sys
import time
from collections.abc import Callable
from importlib.resources import files
from pathlib import Path

from desktop.nlp import pipelines, segmentation
from desktop.nlp.client import WorkerClient

START = [sys.executable, "-c", "import sys; from desktop.nlp import worker; sys.exit(worker.main())"]
LOAD = "import time; from desktop.nlp.pipelines import load; load('embedded:de'); print(time.process_time())"
MODEL = Path(str(files("resources"))) / "models" / "de"
PARAGRAPH = (
    "Die Außenministerin reiste am Dienstag nach Brüssel, um mit Vertretern der Europäischen Kommission "
    "über den Haushalt zu sprechen. „Wir haben noch {n} offene Fragen“, sagte Anna Berger der Zeitung. "
    "Der Sprecher des Kanzleramts wies die Kritik aus Warschau zurück. In Köln, Leipzig und {n} "
    "weiteren Städten gingen nach Angaben der Gewerkschaft Verdi Tausende auf die Straße; die Polizei "
    "sprach von weniger Teilnehmern.\n"
)
ARTICLE = 3300
"""Code points of an article of about 500 words."""


def main() -> int:
    """Prints every figure; 1 where one is short."""
    text = "".join(PARAGRAPH.format(n=n) for n in range(400))
    first, second = text[:ARTICLE], text[ARTICLE : 2 * ARTICLE]
    start_of_caret = 1000 * cpu(lambda: segmented(first))
    pipeline = pipelines.load("embedded:de")
    pipeline.predict(PARAGRAPH)
    size = sum(file.stat().st_size for file in MODEL.rglob("*") if file.is_file()) / 1e6
    speed = len(text.split()) / cpu(lambda: pipeline.predict(text))
    results = [
        report("model folder, MB", size, at_most=15),
        report("worker, from its start to the first spans, wall s", cold_start(), at_most=5),
        report("model load in a fresh process, CPU s", cpu_of_loading(), at_most=3),
        report("words read, per CPU s", speed, at_least=8_000),
        report("suggestions for 500 words, CPU ms", 1000 * cpu(lambda: pipeline.predict(first)), at_most=80),
        report("tokens and sentences of the first 500 words, CPU ms", start_of_caret, at_most=80),
        report("tokens and sentences of the next, CPU ms", 1000 * cpu(lambda: segmented(second)), at_most=10),
    ]
    return 0 if all(results) else 1


def report(name: str, figure: float, *, at_most: float | None = None, at_least: float | None = None) -> bool:
    """Prints one figure beside its goal."""
    ok = (at_most is None or figure <= at_most) and (at_least is None or figure >= at_least)
    goal = f"≤ {at_most:,}" if at_most is not None else f"≥ {at_least:,}"
    sys.stdout.write(f"{name}: {figure:,.1f} (goal {goal}) {'ok' if ok else 'short'}\n")
    return ok


def cpu(work: Callable[[], object]) -> float:
    """CPU seconds of this process for one call."""
    start = time.process_time()
    work()
    return time.process_time() - start


def segmented(text: str) -> None:
    """What the window does with an article's text."""
    segmentation.tokens(text, "de")
    segmentation.sentences(text, "de")


def cold_start() -> float:
    """Seconds from nothing to the first spans of a new worker."""
    start = time.perf_counter()
    with WorkerClient("embedded:de", command=START) as client:
        client.predict(PARAGRAPH)
        return time.perf_counter() - start


def cpu_of_loading() -> float:
    """CPU seconds of a process that does nothing but load."""
    return float(subprocess.run([sys.executable, "-c", LOAD], capture_output=True, check=True).stdout)


if __name__ == "__main__":
    sys.exit(main())
