"""What a model that `spacy train` makes says of the texts that it has learnt from, as one of ours does."""

from collections.abc import Callable, Iterator
from pathlib import Path

from spacy.language import Language
from spacy.training import Corpus

from desktop.nlp.adapting.spacy_course import known_of, taught
from desktop.nlp.learnt import LEARNT_FROM, Learnt, learnt_from
from store.errors import LesartError


def make_learnt_from(
    base: str, train: Path, dev: Path, language: str | None = None
) -> Callable[[Language], Language]:
    """The callback `lesart.LearntFrom.v1`, before a model is written: it notes what that was taught, and
    what `base` says. The files are read once, also where many rounds are written.
    """
    found: list[Learnt] = []

    def noted(nlp: Language) -> Language:
        if not found:
            found.append(_said(base).and_from(_texts(nlp, train, dev, language)))
        nlp.meta[LEARNT_FROM] = found[0].as_json()
        return nlp

    return noted


def _said(base: str) -> Learnt:
    try:
        return learnt_from(base)
    except (LesartError, OSError, ValueError):  # spaCy knows further ways to name a pipeline
        return Learnt(is_all=False)


def _texts(nlp: Language, train: Path, dev: Path, language: str | None) -> Iterator[str]:
    """Those that are taught, and those that choose the round: whole readings only."""
    for example in taught(Corpus(train)(nlp), language):
        yield example.reference.text
    for example in taught(Corpus(dev)(nlp), language):
        if known_of(example.reference, ()).is_whole:
            yield example.reference.text
