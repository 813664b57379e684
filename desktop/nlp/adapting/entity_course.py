"""A course of training for spaCy's own entity recognizer: its updates, the rounds and the choice ours.

Only the recognizer learns; what the other components give stays as it is. Against forgetting, steps are
small, and what a project does not ask for is rehearsed (see `entity_lessons`).
"""

from collections.abc import Iterator, Sequence
from random import Random
from typing import Any

from spacy.language import Language
from spacy.training import Example
from spacy.util import minibatch
from thinc.api import fix_random_seed

from desktop.nlp.adapting.entity_lessons import EntityLessons, Labels
from desktop.nlp.adapting.rounds import Choice, Round
from store.values import Known

LAST = 10
"""The number of the last round."""

BATCH = 8
"""Articles of one update."""

RATE, DROPOUT = 0.0005, 0.2
"""With steps twice as long a small German recognizer gained less from 35 old newspapers (F1 45 to 49, here
52) and lost on the news that it had learnt from (51 to 50, here 54).
"""

SHARED = "model.tok2vec"
"""Where a recognizer listens to layers that it shares."""


class EntityCourse:
    """Teaches the entity recognizer `name` of a pipeline; `labels` are those that a project uses.

    `mapping` says what the pipeline's labels mean there. Afterwards the pipeline has the best round.
    """

    def __init__(
        self, nlp: Language, name: str, *, mapping: Labels, labels: frozenset[str], kept: Sequence[Known]
    ) -> None:
        self._nlp, self._name, self._kept = nlp, name, kept
        self._lessons = EntityLessons(nlp, name, mapping=mapping, labels=labels)

    def rounds(self, taught: Sequence[Known]) -> Iterator[Round]:
        """Train. A round comes again after each update, so that one can stop."""
        fix_random_seed(0)
        _free(self._nlp, self._name)
        with self._nlp.select_pipes(enable=[self._name]):
            choice = Choice(self._lessons.score(self._kept))
            now = choice.begun
            examples: list[Example] = []
            for known in taught:
                yield now
                examples.append(self._lessons.example(known))
            recognizer: Any = self._nlp.get_pipe(self._name)
            optimizer: Any = self._nlp.resume_training()
            optimizer.learn_rate = RATE
            best, order = recognizer.to_bytes(exclude=["vocab"]), Random(0)
            for number in range(1, LAST + 1):
                order.shuffle(examples)
                for batch in minibatch(examples, BATCH):
                    self._nlp.update(_by_length(batch), sgd=optimizer, drop=DROPOUT)
                    yield now
                now = choice.judged(number, self._lessons.score(self._kept))
                if choice.newest_leads:
                    best = recognizer.to_bytes(exclude=["vocab"])
                yield now
            recognizer.from_bytes(best)


def _by_length(batch: Sequence[Example]) -> list[Example]:
    """As spaCy's own loop orders a batch: sums of floats depend on it."""
    return sorted(batch, key=lambda it: len(it.predicted))


def _free(nlp: Language, name: str) -> None:
    """Give the recognizer a copy of the layers that it shares, so that nothing else changes."""
    for shared, component in nlp.pipeline:
        if name in getattr(component, "listening_components", ()):
            nlp.replace_listeners(shared, name, [SHARED])
