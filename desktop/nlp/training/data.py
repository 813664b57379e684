"""Annotated sentences: one JSON object a line (`t` words, `b` BIO tags, `s` space after), gzipped."""

import gzip
import json
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from desktop.nlp.tagging import SUB_LABELS, runs


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


def is_plain(label: str) -> bool:
    """Whether a label has no sub-label (`LOC`, not `LOCderiv`)."""
    return not label.endswith(SUB_LABELS)
