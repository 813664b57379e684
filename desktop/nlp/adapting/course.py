"""A course of training: rounds of an `Adapter`, each measured on articles that it does not learn from.

Two are tried, one that trusts the old weights whole and one that trusts them less, since articles of another
kind are read better by a model that forgets (measured on newspapers of the 19th century: F1 48 and 50 after
50 articles, 43 before; on news like those that the embedded model was made of the first is better). The best
round is kept, or the tagger as it was where no round is clearly better: few articles that are like those it
knows already make it worse more often than better.
"""

from collections.abc import Iterator, Sequence

from desktop.nlp.adapting.adapter import Adapter, Example, keys_of_words
from desktop.nlp.adapting.held_out import HeldOut
from desktop.nlp.adapting.rounds import Choice, Round
from desktop.nlp.adapting.sentences import Sentence, extractor, ordered
from desktop.nlp.tagging import Tagger

TRUSTS = (1.0, 0.4)
ROUNDS = 5
LAST = len(TRUSTS) * ROUNDS
"""The number of the last round."""

SLICE = 200
"""Sentences whose features are made between two looks at whether it was cancelled."""


class Course:
    """Teaches a tagger. `labels` are names that it may not know yet.

    What is learnt does not depend on the order of sentences. `best` is the tagger of the round that is worth
    most so far (0: the old one), `learnt` that of the best round after it.
    """

    def __init__(self, tagger: Tagger, labels: Sequence[str], kept: Sequence[Sentence]) -> None:
        self._old, self._labels = tagger, labels
        self._extract = extractor(tagger)
        self._held_out = HeldOut(kept, self._extract)
        self._choice = Choice(self._held_out.of_tagger(tagger))
        self.best: Tagger = tagger
        self.learnt: Tagger = tagger

    @property
    def is_better(self) -> bool:
        """Whether a round was clearly better than the tagger as it was."""
        return self._choice.is_better

    def rounds(self, taught: Sequence[Sentence]) -> Iterator[Round]:
        """Train. Round 0 comes again while the sentences are being prepared, so that one can stop."""
        yield self._choice.begun
        examples: list[Example] = []
        for at, sentence in enumerate(ordered(taught)):
            examples.append(Example(keys_of_words(self._extract(sentence)), sentence.allowed))
            if at % SLICE == SLICE - 1:
                yield self._choice.begun
        for place, trust in enumerate(TRUSTS):
            yield from self._trusting(trust, examples, place * ROUNDS + 1)

    def _trusting(self, trust: float, examples: Sequence[Example], first: int) -> Iterator[Round]:
        """The rounds with this trust, numbered from `first`; what they need in memory goes with them."""
        chain, networks = self._old.chain, self._old.networks
        adapter = Adapter(chain, examples, networks=networks, labels=self._labels, trust=trust)
        scores = self._held_out.of_adapter(adapter)
        for number, _ in zip(range(first, first + ROUNDS), adapter.rounds(), strict=False):
            found = self._choice.judged(number, next(scores))
            if self._choice.newest_leads:
                self.learnt = self._tagger(adapter, trust)
                self.best = self.learnt if self.is_better else self._old
            yield found

    def _tagger(self, adapter: Adapter, trust: float) -> Tagger:
        old = self._old
        networks = [network.weighted(trust) for network in old.networks]
        raw = Tagger(kind=old.kind, chain=adapter.chain(), tables=old.tables, networks=networks)
        raw.calibration = self._held_out.calibration(raw) or old.calibration
        return raw
