"""The course of `entity_course` in spaCy's own training loop: what it reads, and how it judges.

spaCy's recognizer updates itself; ours are the corpus and the score, which a config names (see
`desktop.work.foreign_config`). The loop evaluates after its first update and then after each round, if a
round has as many updates as the config says. What comes out is what `lesart train` makes of the same
articles.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from random import Random
from typing import Any

from spacy.language import Language
from spacy.training import Corpus, Example

from desktop.nlp import label_map
from desktop.nlp.adapting.entity_lessons import EntityLessons
from desktop.nlp.adapting.rounds import Choice
from desktop.nlp.adapting.spacy_course import WORTH, known_of, taught
from store.values import Known


class Rounds:
    """A corpus that is streamed: a round each time it is asked for, in another order each time.

    The first time it is an example that teaches nothing, so that the loop judges the recognizer as it was.
    """

    def __init__(self, path: Path, lessons: Callable[[Language], EntityLessons], told: "Told") -> None:
        self._path, self._lessons, self._told = path, lessons, told
        self._examples: list[Example] = []
        self._order = Random(0)

    def __call__(self, nlp: Language) -> Iterator[Example]:
        if not self._examples:
            lessons = self._lessons(nlp)
            self._examples = [lessons.example(it) for it in self._told(Corpus(self._path)(nlp))]
            yield Example(nlp.make_doc(""), nlp.make_doc(""))
            return
        self._order.shuffle(self._examples)
        yield from self._examples


class Judge:
    """A scorer of spaCy's: what the present round is worth on whole readings that nothing is learnt from."""

    def __init__(self, lessons: EntityLessons, told: "Told") -> None:
        self._lessons, self._told = lessons, told
        self._choice: Choice | None = None
        self._number = 0

    def __call__(self, examples: Iterable[Example], **_: Any) -> dict[str, float]:
        score = self._lessons.score([it for it in self._told(examples) if it.is_whole])
        if self._choice is None:
            self._choice = Choice(score)
            return {WORTH: self._choice.begun.worth}
        self._number += 1
        return {WORTH: self._choice.judged(self._number, score).worth}


class Told:
    """Examples -> what they say, of articles in a language and of those whose language nobody knows."""

    def __init__(self, language: str, labels: Sequence[str]) -> None:
        self._language, self._labels = language, labels

    def __call__(self, examples: Iterable[Example]) -> Iterator[Known]:
        return (known_of(it.reference, self._labels) for it in taught(examples, self._language))


def make_rounds(path: Path, component: str, language: str, labels: list[str], preset: str) -> Rounds:
    """The reader `lesart.EntityRounds.v1`."""
    return Rounds(path, _lessons(component, labels, preset), Told(language, labels))


def make_judge(
    component: str, language: str, labels: list[str], preset: str
) -> Callable[[Language], Language]:
    """The callback `lesart.EntityJudge.v1`; what is written later has the scorer of its config."""

    def judged(nlp: Language) -> Language:
        recognizer: Any = nlp.get_pipe(component)
        recognizer.scorer = Judge(_lessons(component, labels, preset)(nlp), Told(language, labels))
        return nlp

    return judged


def _lessons(component: str, labels: Sequence[str], preset: str) -> Callable[[Language], EntityLessons]:
    mapping = label_map.mapping_for(preset)
    return lambda nlp: EntityLessons(nlp, component, mapping=mapping, labels=frozenset(labels))
