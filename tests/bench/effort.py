"""How many presses of a key an entity takes, from scratch and with what helps: `./run bench effort`.

Simulated annotators replay gold articles, in two ways of working. *Correcting* is what Lesart is made for:
read, put right what is wrong or missing, and leave the suggestions that are right to Done, which records them
as seen unchanged. The goals are about it. *One by one* decides every suggestion, a press for each that is
right; its figures are for comparison. Both are counted by the window's own functions, and on some articles
by pressing the keys in the real window.

GermEval's development set is sentences from everywhere: ten of them make an article, but no two articles are
of one source. The historical newspapers (Europeana, with the noise of their recognition) are texts in their
order, of a few papers: what is remembered or learnt from them comes back. No goal is set for them: where
their gold ends a name („Grafen von Jtzenplitz“, but „Radetzky“), and whether a box in a table of numbers is
a place, is noise itself. The embedded model has seen neither; its scores are fitted to GermEval's
development set, though.

After so many articles the next ones are measured: with what is remembered, and with the model trained on
the first ones, as `lesart train` does, where it is the better one on those of them that measure. The next
ones are few. *Crossed* measures all articles: each with what is remembered of the others but those around it,
so that it comes after as many as the step says. The step of 500 is GermEval's again, four sentences an
article.
"""

import sys
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

from PySide6.QtWidgets import QApplication

from desktop.nlp.client import WorkerClient
from desktop.nlp.memory import Memory
from store.values import Memo, PredictedSpan
from tests.bench.annotator import LANGUAGE, Annotator
from tests.bench.corrector import Corrector
from tests.bench.gold_articles import GoldArticle, joined, seed
from tests.bench.measure import report
from tests.bench.replay import Replay
from tests.bench.taught import MODEL, core, taught

FEW, LEARNT, MANY = 50, 200, 500
CHECKED = 3
"""Articles of each source that are replayed in the real window, too, in both ways."""

Costs = list[Counter[str]]
"""The presses in each article, by what they were for."""


class Goals(NamedTuple):
    """Percent of the presses from scratch: with the embedded model alone; after `LEARNT` articles."""

    alone: int | None = 40
    after: int | None = 25


NONE = Goals(None, None)


class Source(NamedTuple):
    """Articles of one origin, after how many of them the next ones are measured, and its goals."""

    name: str
    articles: Sequence[GoldArticle]
    steps: Sequence[int] = ()
    goals: Goals = Goals()


class Work(NamedTuple):
    """Articles with what a model suggests and nearly suggests in each, and the presses from scratch."""

    articles: Sequence[GoldArticle]
    found: Sequence[list[PredictedSpan]]
    variants: Sequence[list[PredictedSpan]]
    scratch: Sequence[int]

    def part(self, first: int, last: int | None = None) -> "Work":
        """Some of the articles."""
        return Work(*(whole[first:last] for whole in self))

    @property
    def entities(self) -> int:
        """How many there are in all."""
        return sum(len(it.gold) for it in self.articles)


def worked(way: type[Annotator], work: Work, number: int, memo: Memo | None = None) -> Annotator:
    """One article after it was annotated; without a memo nothing is remembered."""
    text, gold = work.articles[number]
    variants, remembers = work.variants[number], memo is not None
    made = way(text, work.found[number], variants=variants, memo=memo, remembers=remembers)
    made.annotate(gold)
    return made


def alone(way: type[Annotator], work: Work) -> Costs:
    """What each article costs with what the model suggests."""
    return [worked(way, work, number).costs for number in range(len(work.articles))]


def with_memory(way: type[Annotator], work: Work) -> Costs:
    """What each article costs, one after the other, with what was decided before."""
    memory, costs = Memory(LANGUAGE), Costs()
    for number in range(len(work.articles)):
        made = worked(way, work, number, reviewed(memory, work, number))
        costs.append(made.costs)
        memory.put(number, str(number), made.decisions, at=number, undecided=made.undecided)
    return costs


def crossed(work: Work, after: int) -> Costs:
    """What each article costs with what was decided in `after` others, or as many as there are."""
    made = [worked(Corrector, work, number, Memo()) for number in range(len(work.articles))]
    size, costs = max(1, len(made) - after), Costs()
    for first in range(0, len(made), size):
        memory, part = Memory(LANGUAGE), range(first, min(first + size, len(made)))
        for number, it in enumerate(made):
            if number not in part:
                memory.put(number, str(number), it.decisions, at=number, undecided=it.undecided)
        costs += [worked(Corrector, work, it, reviewed(memory, work, it)).costs for it in part]
    return costs


def reviewed(memory: Memory, work: Work, number: int) -> Memo:
    """What memory says of an article."""
    offered = [(it.start, it.end, it.label) for it in work.found[number]]
    return memory.review(work.articles[number].text, offered)


def read(source: Source) -> Work:
    """The articles with what the embedded model makes of them."""
    articles = source.articles
    with WorkerClient(MODEL) as client:
        found = [core(client.predict(it.text)) for it in articles]
        variants = [core(client.variants(it.text)) for it in articles]
    scratch = [Annotator(it.text).annotate(it.gold) for it in articles]
    return Work(articles, found, variants, scratch)


def tell(work: Work, source: Source) -> bool:
    """Print the figures of a source; False where one is short of its goal."""
    report("from scratch, presses an entity", sum(work.scratch) / work.entities)
    good = _share("correcting, embedded model", alone(Corrector, work), work, at_most=source.goals.alone)
    _share("one by one, embedded model", alone(Annotator, work), work)
    remembered = with_memory(Corrector, work)
    _share("correcting, embedded model and memory", remembered, work)
    _share("one by one, embedded model and memory", with_memory(Annotator, work), work)
    for step, last in zip(source.steps, (*source.steps[1:], None), strict=False):
        goal = source.goals.after if step == LEARNT else None
        good = tell_after(work, step, last, remembered, goal=goal) and good
    return good


def tell_after(work: Work, step: int, last: int | None, remembered: Costs, *, goal: int | None) -> bool:
    """Print the figures of the articles after so many others."""
    later, before = work.part(step, last), work.part(0, step)
    sys.stdout.write(f"After {step} articles, the next {len(later.articles)}:\n")
    _share("correcting, embedded model", alone(Corrector, later), later)
    good = _share("correcting, embedded model and memory", remembered[step:last], later, at_most=goal)
    new = taught(before.articles, before.found, later.articles)
    sys.stdout.write(f"  training: F1 {new.before:.3f} before, {new.after:.3f} after\n")
    taken = Work(later.articles, new.found, new.variants, later.scratch) if new.is_adopted else later
    _share("correcting, better model", alone(Corrector, taken), taken)
    both = Work(*([*some, *others] for some, others in zip(before, taken, strict=True)))
    costs = with_memory(Corrector, both)[step:]
    good = _share("correcting, better model and memory", costs, taken, at_most=goal) and good
    table(costs, taken)
    if last is None:
        sys.stdout.write(f"After {step} articles, crossed, all {len(work.articles)}:\n")
        costs = crossed(work, step)
        good = _share("correcting, embedded model and memory", costs, work, at_most=goal) and good
        table(costs, work)
    return good


def table(costs: Costs, work: Work) -> None:
    """Print where the presses go, in percent of those from scratch."""
    total, scratch = sum(costs, Counter[str]()), sum(work.scratch)
    for name, presses in total.most_common():
        sys.stdout.write(f"    {name:32} {presses:6} {100 * presses / scratch:6.2f}\n")


def _share(name: str, costs: Costs, work: Work, *, at_most: float | None = None) -> bool:
    presses = sum(it.total() for it in costs)
    note = f"{presses / work.entities:.2f} an entity"
    percent = 100 * presses / sum(work.scratch)
    return report(f"  {name}, % of from scratch", percent, at_most=at_most, note=note)


def checked(app: QApplication, work: Work) -> bool:
    """Whether the real window takes as many presses as the simulation, in both ways of working."""
    pairs: list[tuple[int, int]] = []
    for number, (text, gold) in enumerate(work.articles):
        found, variants = work.found[number], work.variants[number]
        for way in (Corrector, Annotator):
            simulated = worked(way, work, number, Memo()).presses
            with (
                TemporaryDirectory() as folder,
                Replay(app, Path(folder), text=text, suggested=found, variants=variants) as replay,
            ):
                (replay.correct if way is Corrector else replay.annotate)(gold)
                replay.finish()
                assert replay.spans == gold, "the window did not reach the goal"
                pairs.append((replay.presses, simulated))
    told = ", ".join(f"{window} and {simulated}" for window, simulated in pairs)
    sys.stdout.write(f"presses in the window and in the simulation: {told}\n")
    return all(window == simulated for window, simulated in pairs)


def main() -> int:
    """Prints the figures; 1 where they are short."""
    app = QApplication.instance() or QApplication([])
    assert isinstance(app, QApplication)
    sources = (
        Source("GermEval, development set", joined("germeval_dev", 10), (FEW, LEARNT)),
        Source("GermEval, development set, four sentences an article", joined("germeval_dev", 4), (MANY,)),
        Source("Historical newspapers", joined("enp_histnews", 10), (FEW, LEARNT), goals=NONE),
        Source("Seed", [it for it in (seed(),) if it is not None]),
    )
    good = True
    for source in sources:
        if not source.articles:
            sys.stdout.write(f"{source.name}: ../shared is not there\n")
            continue
        work = read(source)
        sys.stdout.write(f"\n{source.name}: {len(work.articles)} articles, {work.entities} entities\n")
        good = tell(work, source) and good
        good = checked(app, work.part(0, CHECKED)) and good
        sys.stdout.flush()
    return 0 if good else 1


if __name__ == "__main__":
    sys.exit(main())
