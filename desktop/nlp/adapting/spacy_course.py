"""A course as spaCy's own training loop takes it: a round an update, judged where the loop evaluates.

The corpus has to come as one batch, and each update has to be followed by an evaluation (see
`desktop.work.spacy_config`). The first update only takes the lessons; its evaluation is that of the tagger as
it was, so that the loop keeps that one where no round is worth more. What comes out is what `lesart train`
makes of the same articles.
"""

from collections.abc import Iterable, Iterator, Sequence

from msgspec import convert
from spacy.tokens import Doc
from spacy.training import Example

from desktop.nlp import models
from desktop.nlp.adapting.adapter import with_labels
from desktop.nlp.adapting.course import Course, Round
from desktop.nlp.adapting.sentences import Sentence, sentences
from desktop.nlp.tagging import Tagger
from store.values import Json, Known

OURS = "lesart"
"""Key of what a Doc of our export says besides in its `user_data`."""

WORTH = "lesart_f"
"""What choosing the best round goes by, as a score of spaCy's: F1 (0…1) on the development articles, but of a
round that is not clearly better than the tagger as it was no more than what that one has.
"""


class Lesson:
    """What an example teaches, cut into the tokens of the pipeline."""

    def __init__(self, example: Example, labels: Sequence[str]) -> None:
        self.known = known_of(example.reference, labels)
        self.language = example.predicted.lang_
        self.borders = [(it.idx, it.idx + len(it)) for it in example.predicted if not it.is_space]

    def sentences(self, tags: Sequence[str]) -> list[Sentence]:
        """As sentences that say which of `tags` each word may have."""
        return sentences(self.known, self.borders, self.language, tags)


class SpacyCourse:
    """Teaches a tagger what spaCy's loop brings."""

    def __init__(self, tagger: Tagger) -> None:
        self._old = tagger
        self._lessons: list[Lesson] = []
        self._texts: list[int] = []
        self._course: Course | None = None
        self._rounds: Iterator[Round] = iter(())
        self._now: Round | None = None

    @property
    def best(self) -> Tagger:
        """The tagger that was worth most so far."""
        return self._course.best if self._course is not None else self._old

    def go_on(self, examples: Sequence[Example]) -> None:
        """Take the lessons, or train a further round with them; after the last nothing changes.

        Raises ValueError where they are others than before.
        """
        texts = sorted(hash(it.reference.text) for it in examples)
        if not self._texts:
            self._texts = texts
            self._lessons = self._taught(examples)
        elif texts != self._texts:
            raise ValueError("lesart_crf learns from a corpus as a whole: give all of it as one batch")
        elif self._now is not None:
            number = self._now.number
            self._now = next((it for it in self._rounds if it.number > number), self._now)

    def worth(self, examples: Iterable[Example]) -> float:
        """What the present round is worth on examples that nothing is learnt from; they stay the same."""
        if self._now is None:
            names = sorted({name for lesson in self._lessons for *_, name in lesson.known.spans})
            tags = with_labels(self._old.chain.tags, names)
            kept = (it for it in self._taught(examples) if it.known.is_whole)
            self._course = Course(self._old, names, _joined(kept, tags))
            self._rounds = self._course.rounds(_joined(self._lessons, tags))
            self._now = next(self._rounds)
        return self._now.worth

    def _taught(self, examples: Iterable[Example]) -> list[Lesson]:
        return [Lesson(it, self._old.labels) for it in taught(examples)]


def taught(examples: Iterable[Example], language: str | None = None) -> Iterator[Example]:
    """The examples in a language, without one in those that the pipeline reads; of several of an article the
    one that counts.
    """
    for example in examples:
        said: Json = example.reference.user_data.get(OURS, {})
        own = language or example.predicted.lang_
        if said.get("counts", True) and models.reader(said.get("language"), {own: own}, default=own):
            yield example


def known_of(doc: Doc, labels: Sequence[str]) -> Known:
    """What a Doc says: all that our export knows, or what the entities of any other do.

    Nothing is known of tokens whose entity is missing, nor of names among `labels` that no Doc could tell.
    """
    said: Json | None = doc.user_data.get(OURS, {}).get("known")
    if said is not None:
        return convert({"text": doc.text, **said}, Known)
    return Known(
        doc.text,
        tuple((it.start_char, it.end_char, it.label_) for it in doc.ents),
        is_whole=True,
        unknown=tuple((it.idx, it.idx + len(it)) for it in doc if not it.ent_iob),
        open=tuple(it for it in labels if it.endswith(("deriv", "part"))),
    )


def _joined(lessons: Iterable[Lesson], tags: Sequence[str]) -> list[Sentence]:
    return [sentence for lesson in lessons for sentence in lesson.sentences(tags)]
