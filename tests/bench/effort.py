"""How many presses of a key an entity takes, from scratch and with what helps: `./run bench effort`.

A simulated annotator replays gold articles and decides every suggestion one by one. GermEval's development
set is sentences from everywhere: ten of them make an article, but no two articles are of one source. The
historical newspapers (Europeana, with the noise of their recognition) are texts in their order, of a few
papers: what is remembered or learnt from them comes back. The embedded model has seen neither.
"""

import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

from PySide6.QtWidgets import QApplication

from desktop.nlp.client import WorkerClient
from desktop.nlp.memory import Memory
from store.values import PredictedSpan
from tests.bench.annotator import LANGUAGE, Annotator
from tests.bench.gold_articles import CORE, GoldArticle, joined, seed
from tests.bench.measure import report
from tests.bench.replay import Replay

ALONE, AFTER = 40, 25
"""Percent of the presses from scratch: with the embedded model alone; after `LEARNT` articles."""

FEW, LEARNT = 50, 200
CHECKED = 3
"""Articles of each source that are replayed in the real window, too."""


class Effort(NamedTuple):
    """The presses for each article of a source."""

    scratch: list[int]
    model: list[int]
    memory: list[int]


def replayed(articles: Sequence[GoldArticle], found: Sequence[list[PredictedSpan]]) -> Effort:
    """All articles in their order, each time from the beginning."""
    scratch = [Annotator(it.text).annotate(it.gold) for it in articles]
    model = [Annotator(it.text, seen).annotate(it.gold) for it, seen in zip(articles, found, strict=True)]
    return Effort(scratch, model, list(_with_memory(articles, found)))


def _with_memory(articles: Sequence[GoldArticle], found: Sequence[list[PredictedSpan]]) -> Iterator[int]:
    memory = Memory(LANGUAGE)
    for number, (article, seen) in enumerate(zip(articles, found, strict=True)):
        memo = memory.review(article.text, [(it.start, it.end, it.label) for it in seen])
        annotator = Annotator(article.text, seen, memo=memo, remembers=True)
        yield annotator.annotate(article.gold)
        memory.put(number, str(number), annotator.decisions, at=number)


def predicted(articles: Sequence[GoldArticle]) -> list[list[PredictedSpan]]:
    """What the embedded model suggests."""
    with WorkerClient("embedded:de") as client:
        return [
            [it for it in client.predict(one.text) if it.label in CORE and it.form == "plain"]
            for one in articles
        ]


def tell(name: str, articles: Sequence[GoldArticle], effort: Effort) -> bool:
    """Print the figures of a source; False where one is short."""
    entities = [len(it.gold) for it in articles]
    sys.stdout.write(f"\n{name}: {len(articles)} articles, {sum(entities)} entities\n")
    report("from scratch, presses an entity", sum(effort.scratch) / sum(entities))
    report("with the embedded model", sum(effort.model) / sum(entities))
    good = report("  % of those from scratch", _percent(effort.model, effort.scratch), at_most=ALONE)
    for done in (0, FEW, LEARNT):
        last = 2 * FEW if done == FEW else len(articles)
        if done < len(articles):
            memory, scratch = effort.memory[done:last], effort.scratch[done:last]
            report(f"with memory, after {done} articles", sum(memory) / sum(entities[done:last]))
            goal = AFTER if done == LEARNT else None
            good = report("  % of those from scratch", _percent(memory, scratch), at_most=goal) and good
    return good


def _percent(some: Sequence[int], of: Sequence[int]) -> float:
    return 100 * sum(some) / sum(of)


def checked(app: QApplication, articles: Sequence[GoldArticle], found: Sequence[list[PredictedSpan]]) -> bool:
    """Whether the real window takes as many presses as the simulation."""
    pairs: list[tuple[int, int]] = []
    with TemporaryDirectory() as folder:
        for number, (article, seen) in enumerate(zip(articles, found, strict=True)):
            with Replay(app, Path(folder) / str(number), text=article.text, suggested=seen) as replay:
                replay.annotate(article.gold)
                replay.finish()
                simulated = Annotator(article.text, seen, remembers=True).annotate(article.gold)
                pairs.append((replay.presses, simulated))
    told = ", ".join(f"{window} and {simulated}" for window, simulated in pairs)
    sys.stdout.write(f"presses in the window and in the simulation: {told}\n")
    return all(window == simulated for window, simulated in pairs)


def main() -> int:
    """Prints the figures; 1 where they are short."""
    app = QApplication.instance() or QApplication([])
    assert isinstance(app, QApplication)
    sources = {
        "GermEval, development set": joined("germeval_dev", 10),
        "Historical newspapers": joined("enp_histnews", 10),
        "Seed": [it for it in (seed(),) if it is not None],
    }
    good = True
    for name, articles in sources.items():
        if not articles:
            sys.stdout.write(f"{name}: ../shared is not there\n")
            continue
        found = predicted(articles)
        good = tell(name, articles, replayed(articles, found)) and good
        good = checked(app, articles[:CHECKED], found[:CHECKED]) and good
    return 0 if good else 1


if __name__ == "__main__":
    sys.exit(main())
