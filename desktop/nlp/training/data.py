"""Annotated sentences: one JSON object a line (`t` words, `b` BIO tags), gzipped."""

import gzip
import json
from pathlib import Path
from typing import NamedTuple

from desktop.nlp.crf import SUB_LABELS, runs


class Sentence(NamedTuple):
    """Words and their BIO tags, one a word."""

    words: list[str]
    tags: list[str]

    def spans(self) -> set[tuple[int, int, str]]:
        """The labelled word ranges."""
        return set(runs(self.tags))


def read(path: Path) -> list[Sentence]:
    """All sentences of a file."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        return [Sentence(line["t"], line["b"]) for line in map(json.loads, lines)]


def is_plain(label: str) -> bool:
    """Whether a label has no sub-label (`LOC`, not `LOCderiv`)."""
    return not label.endswith(SUB_LABELS)
