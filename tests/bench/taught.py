"""The embedded model after a project has taught it: by the code behind `lesart train`."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from desktop.nlp import label_map
from desktop.nlp.adapting.rounds import Score
from desktop.work.lessons import SEED, SHARES, Lesson
from desktop.work.teaching import Teaching
from store.formats.known import open_names
from store.formats.readings import part_of
from store.values import Known, PredictedSpan, ProjectSettings
from tests.bench.gold_articles import CORE, GoldArticle

MODEL = "embedded:de"
SETTINGS = ProjectSettings()
OPEN = open_names(SETTINGS, set(CORE))
"""What the project does not suggest, and so nobody was asked for."""


class Taught(NamedTuple):
    """What the trained model suggests and nearly suggests, the F1 of the old and the new one on the articles
    that measure, and whether the new one was clearly better on these and those that chose.
    """

    found: list[list[PredictedSpan]]
    variants: list[list[PredictedSpan]]
    before: float
    after: float
    is_clear: bool

    @property
    def is_adopted(self) -> bool:
        """Whether the new version is what the window offers first: see `desktop.work.gains.Trained`."""
        return self.is_clear and self.after > self.before


def taught(
    done: Sequence[GoldArticle], suggested: Sequence[list[PredictedSpan]], unread: Sequence[GoldArticle]
) -> Taught:
    """What the model suggests in unread articles once it has learnt from those that are done, in which it
    `suggested` this.

    As a project deals them: seven in ten are learnt from, one in ten chooses the round, two in ten measure.
    """
    lessons = [_lesson(number, article) for number, article in enumerate(done)]
    teaching = Teaching(MODEL)
    learnt, chose = ([it for it in lessons if it.part == part] for part in ("train", "dev"))
    for _ in teaching.rounds(learnt, chose):
        pass
    pipeline = teaching.pipeline(label_map.mapping_for(SETTINGS.preset))
    both = [sorted(n for n, it in enumerate(lessons) if it.part == part) for part in ("test", "dev")]
    old, new = (
        [_scored((done[n], read(n)) for n in part) for part in (both[0], [*both[0], *both[1]])]
        for read in (lambda n: suggested[n], lambda n: core(pipeline.predict(done[n].text)))
    )
    return Taught(
        [core(pipeline.predict(it.text)) for it in unread],
        [core(pipeline.variants(it.text)) for it in unread],
        old[0].f1,
        new[0].f1,
        new[1].is_clearly_above(old[1]),
    )


def core(found: Iterable[PredictedSpan]) -> list[PredictedSpan]:
    """What a project shows of it."""
    return [it for it in found if it.label in CORE and it.form == "plain"]


def _scored(pairs: Iterable[tuple[GoldArticle, list[PredictedSpan]]]) -> Score:
    return Score.of(
        (
            sum(article.gold.get((it.start, it.end)) == it.label for it in spans),
            len(article.gold) + len(spans),
        ) for article, spans in pairs
    )  # fmt: skip


def _lesson(number: int, article: GoldArticle) -> Lesson:
    spans = tuple((start, end, label) for (start, end), label in sorted(article.gold.items()))
    known = Known(article.text, spans, is_whole=True, open=OPEN)
    key = f"{number:06}"
    return Lesson(key, part_of(key, SHARES, SEED), known)
