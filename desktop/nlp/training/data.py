"""Annotated sentences: one JSON object a line (`t` words, `b` BIO tags, `s` space after), gzipped.

A model that will read the tokens of our own segmentation is made of those, whatever the data have: „Нью-Йорк“
and „А. М.“ are one token there and three or four here, Thai vowels stand apart there („ไ|ท|ย“, here „ไท|ย“).
Made of the one, a model reads the other badly (Thai: F1 50, not 66).
"""

import gzip
import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from desktop.nlp import segmentation
from desktop.nlp.tagging import SUB_LABELS, runs
from store.offsets import Range, met

_CLOSING = frozenset(".,;:!?)]}%…")


class Sentence(NamedTuple):
    """Words, their BIO tags, and whether a space follows each (empty where the file does not say)."""

    words: list[str]
    tags: list[str]
    spaces: list[bool] = []  # noqa: RUF012  # of a tuple, never changed

    def spans(self) -> set[tuple[int, int, str]]:
        """The labelled word ranges."""
        return set(runs(self.tags))


def read(path: Path) -> list[Sentence]:
    """All sentences of a file."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        return [Sentence(line["t"], line["b"], line.get("s", [])) for line in map(json.loads, lines)]


def split(sentences: Sequence[Sentence], *, every: int) -> tuple[list[Sentence], list[Sentence]]:
    """Sentences to train on, and every `every`-th to measure on."""
    held = list(sentences[every - 1 :: every])
    return [sentence for i, sentence in enumerate(sentences, start=1) if i % every], held


def cut_anew(sentence: Sentence, language: str) -> Iterator[Sentence]:
    """The sentences and tokens that our segmentation makes of the same text, with the same names.

    A name that is no row of whole tokens is widened to them.
    """
    text, places = _joined(sentence)
    borders = segmentation.tokens(text, language)
    tags = ["O"] * len(borders)
    for first, last, label in sorted(sentence.spans()):
        inside = met(borders, places[first][0], places[last - 1][1])
        for i in inside:
            tags[i] = f"{'B' if i == inside[0] else 'I'}-{label}"
    for start, end in segmentation.sentences(text, language):
        own = met(borders, start, end)
        yield Sentence(
            [text[slice(*borders[i])] for i in own],
            [tags[i] for i in own],
            [text[borders[i][1] : borders[i][1] + 1] == " " for i in own],
        )


def _joined(sentence: Sentence) -> tuple[str, list[Range]]:
    """The text, and where in it the words are; where nobody says which stand close, only closing signs do."""
    text, places = "", list[Range]()
    following = (word not in _CLOSING for word in (*sentence.words[1:], ""))
    for word, spaced in zip(sentence.words, sentence.spaces or following, strict=False):
        places.append((len(text), len(text) + len(word)))
        text += word + " " * spaced
    return text, places


def is_plain(label: str) -> bool:
    """Whether a label has no sub-label (`LOC`, not `LOCderiv`)."""
    return not label.endswith(SUB_LABELS)
