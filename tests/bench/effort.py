"""How many presses of a key an entity takes, from scratch and with what helps: `./run bench effort`.

Simulated annotators replay gold articles, in two ways of working. *Correcting* is what Lesart is made for:
read, put right what is wrong or missing, and leave the suggestions that are right to Done, which records them
as seen unchanged. The goals are about it. *One by one* decides every suggestion, a press for each that is
right; its figures are for comparison. Both are counted by the window's own functions, and on some articles
by pressing the keys in the real window.

GermEval's development set is sentences from everywhere: ten of them make an article, but no two articles are
of one source. The historical newspapers (Europeana, with the noise of their recognition) are texts in their
order, of a few papers: what is remembered or learnt from them comes back. The embedded model has seen
neither.
After so many articles the model is trained on them, as `lesart train` does, and the better of both versions
(on the articles of these that measure) reads the next ones.
"""

import sys
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

from PySide6.QtWidgets import QApplication

from desktop.nlp.client import WorkerClient
from desktop.nlp.memory import Memory
from store.values import PredictedSpan
from tests.bench.annotator import LANGUAGE, Annotator
from tests.bench.corrector import Corrector
from tests.bench.gold_articles import GoldArticle, joined, seed
from tests.bench.measure import report
from tests.bench.replay import Replay
from tests.bench.taught import MODEL, core, taught

ALONE, AFTER = 40, 25
"""Percent of the presses from scratch: with the embedded model alone; after `LEARNT` articles."""

FEW, LEARNT = 50, 200
CHECKED = 3
"""Articles of each source that are replayed in the real window, too, in both ways."""


class Work(NamedTuple):
    """Articles of a source with what a model suggests in each, and the presses from scratch."""

    articles: Sequence[GoldArticle]
    found: Sequence[list[PredictedSpan]]
    scratch: Sequence[int]

    def part(self, first: int, last: int | None = None) -> "Work":
        """Some of the articles."""
        return Work(self.articles[first:last], self.found[first:last], self.scratch[first:last])

    @property
    def entities(self) -> int:
        """How many there are in all."""
        return sum(len(it.gold) for it in self.articles)


def alone(way: type[Annotator], work: Work) -> list[int]:
    """The presses for each article with what the model suggests."""
    return [way(it.text, seen).annotate(it.gold) for it, seen in zip(work.articles, work.found, strict=True)]


def with_memory(way: type[Annotator], work: Work) -> list[int]:
    """The presses for each article, one after the other, with what was decided before."""
    memory, presses = Memory(LANGUAGE), list[int]()
    for number, (article, seen) in enumerate(zip(work.articles, work.found, strict=True)):
        memo = memory.review(article.text, [(it.start, it.end, it.label) for it in seen])
        annotator = way(article.text, seen, memo=memo, remembers=True)
        presses.append(annotator.annotate(article.gold))
        memory.put(number, str(number), annotator.decisions, at=number)
    return presses


def predicted(articles: Sequence[GoldArticle]) -> list[list[PredictedSpan]]:
    """What the embedded model suggests."""
    with WorkerClient(MODEL) as client:
        return [core(client.predict(it.text)) for it in articles]


def tell(work: Work) -> bool:
    """Print the figures of a source; False where one is short of its goal."""
    report("from scratch, presses an entity", sum(work.scratch) / work.entities)
    good = _share("correcting, embedded model", alone(Corrector, work), work, at_most=ALONE)
    _share("one by one, embedded model", alone(Annotator, work), work)
    ways = {"correcting": Corrector, "one by one": Annotator}
    remembered = {name: with_memory(way, work) for name, way in ways.items()}
    for name, presses in remembered.items():
        _share(f"{name}, embedded model and memory", presses, work)
    for done, last in ((FEW, LEARNT), (LEARNT, None)):
        if done >= len(work.articles):
            continue
        later = work.part(done, last)
        sys.stdout.write(f"After {done} articles, the next {len(later.articles)}:\n")
        _share("correcting, embedded model", alone(Corrector, later), later)
        _share("correcting, embedded model and memory", remembered["correcting"][done:last], later)
        before = work.part(0, done)
        new = taught(before.articles, before.found, later.articles)
        sys.stdout.write(f"  training: F1 {new.before:.3f} before, {new.after:.3f} after\n")
        read = Work(later.articles, new.found if new.is_adopted else later.found, later.scratch)
        _share("correcting, better model", alone(Corrector, read), read)
        both = Work([*before.articles, *read.articles], [*before.found, *read.found], ())
        presses = with_memory(Corrector, both)[done:]
        goal = AFTER if done == LEARNT else None
        good = _share("correcting, better model and memory", presses, read, at_most=goal) and good
        _share("one by one, better model and memory", with_memory(Annotator, both)[done:], read)
    return good


def _share(name: str, presses: Sequence[int], work: Work, *, at_most: float | None = None) -> bool:
    note = f"{sum(presses) / work.entities:.2f} an entity"
    return report(f"  {name}, % of from scratch", _percent(presses, work.scratch), at_most=at_most, note=note)


def _percent(some: Sequence[int], of: Sequence[int]) -> float:
    return 100 * sum(some) / sum(of)


def checked(app: QApplication, work: Work) -> bool:
    """Whether the real window takes as many presses as the simulation, in both ways of working."""
    pairs: list[tuple[int, int]] = []
    for article, seen in zip(work.articles, work.found, strict=True):
        for way in (Corrector, Annotator):
            simulated = way(article.text, seen, remembers=True).annotate(article.gold)
            with (
                TemporaryDirectory() as folder,
                Replay(app, Path(folder), text=article.text, suggested=seen) as replay,
            ):
                (replay.correct if way is Corrector else replay.annotate)(article.gold)
                replay.finish()
                assert replay.spans == article.gold, "the window did not reach the goal"
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
        sys.stdout.write(
            f"\n{name}: {len(articles)} articles, {sum(len(it.gold) for it in articles)} entities\n"
        )
        scratch = [Annotator(it.text).annotate(it.gold) for it in articles]
        work = Work(articles, predicted(articles), scratch)
        good = tell(work) and good
        good = checked(app, work.part(0, CHECKED)) and good
    return 0 if good else 1


if __name__ == "__main__":
    sys.exit(main())
