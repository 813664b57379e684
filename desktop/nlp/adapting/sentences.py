"""Readings as the sentences that a tagger learns from."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

import numpy as np

from desktop.nlp import segmentation
from desktop.nlp.adapting.known import Known, Tags, allowed
from desktop.nlp.characters import CharacterExtractor
from desktop.nlp.features import FeatureExtractor
from desktop.nlp.tagging import Tagger
from store.offsets import Range


class Sentence(NamedTuple):
    """Its words, whether a space follows each, and the tags that each may have."""

    words: list[str]
    spaces: list[bool]
    allowed: list[Tags]


Extract = Callable[[Sentence], Sequence[Sequence[str]]]
"""A sentence -> the features of each of its words."""


def extractor(tagger: Tagger) -> Extract:
    """What a tagger sees of a sentence."""
    if tagger.kind == "characters":
        characters = CharacterExtractor(tagger.tables)
        return lambda sentence: characters(sentence.words, sentence.spaces)
    words = FeatureExtractor(tagger.tables)
    return lambda sentence: words(sentence.words)


def sentences(known: Known, borders: Sequence[Range], language: str, tags: Sequence[str]) -> list[Sentence]:
    """A reading as sentences of its tokens, cut as the tagger will cut them."""
    ends = [end for _, end in segmentation.sentences(known.text, language)]
    may_be = allowed(known, borders, tags)
    found: list[Sentence] = []
    current = -1
    for i, (start, end) in enumerate(borders):
        place = int(np.searchsorted(ends, start, side="right"))
        if place != current:
            current = place
            found.append(Sentence([], [], []))
        found[-1].words.append(known.text[start:end])
        found[-1].spaces.append(known.text[end : end + 1] == " ")
        found[-1].allowed.append(may_be[i])
    return found


def ordered(some: Sequence[Sentence]) -> list[Sentence]:
    """The same in an order that depends on nothing but the sentences; those without words are left out."""
    return sorted((it for it in some if it.words), key=_order)


def _order(sentence: Sentence) -> tuple[int, list[str], list[bool], list[list[str]]]:
    may_be = [sorted(tags) if tags is not None else [] for tags in sentence.allowed]
    return len(sentence.words), sentence.words, sentence.spaces, may_be
