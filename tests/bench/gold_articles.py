"""Gold annotated German texts as articles, from the folder of data beside the project.

Only what the embedded model was not trained on, and never a test set.
"""

import gzip
import json
from collections.abc import Iterator, Sequence
from itertools import islice
from pathlib import Path
from typing import Any, NamedTuple

from desktop.nlp import segmentation
from store.offsets import Range

SHARED = Path(__file__).resolve().parents[3] / "shared"
DATA = SHARED / "ner-data" / "de"
CORE = ("PER", "ORG", "LOC")

_LEFT = frozenset(".,;:!?)]}”“’…%")
_RIGHT = frozenset("([{„‚")


class GoldArticle(NamedTuple):
    """A text with its entities: range -> label."""

    text: str
    gold: dict[Range, str]


def joined(name: str, sentences: int) -> list[GoldArticle]:
    """The sentences of a file in their order, so many an article; [] where the file is not there."""
    path = DATA / f"{name}.jsonl.gz"
    if not path.exists():
        return []
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        rows = iter([json.loads(line) for line in lines])
    made: list[GoldArticle] = []
    while part := list(islice(rows, sentences)):
        made.append(_article(part))
    return made


def seed() -> GoldArticle | None:
    """The seed article with its core entities in the body."""
    folder = SHARED / "seed"
    if not folder.is_dir():
        return None
    text = (folder / "article.txt").read_bytes().decode()
    entities = json.loads((folder / "gold.json").read_bytes())["entities"]
    gold = {
        (it["start"], it["end"]): it["label"]
        for it in entities
        if it["label"] in CORE and it["zone"] == "body" and not it["derived"] and not it["compound_part"]
    }
    return GoldArticle(text, gold)


def _article(rows: Sequence[dict[str, Any]]) -> GoldArticle:
    text, gold = "", dict[Range, str]()
    for row in rows:
        places, sentence = spaced(row["t"], row.get("s"))
        for first, last, label in _entities(row["b"]):
            place = _trimmed(sentence, places[first][0], places[last][1])
            if label in CORE and place is not None:
                gold[len(text) + place[0], len(text) + place[1]] = label
        text += sentence + "\n"
    return GoldArticle(text, gold)


def _trimmed(sentence: str, start: int, end: int) -> Range | None:
    """A range without what no annotator marks: the tokens of the newspapers end at spaces, „Spanien,“."""
    words = [
        (max(start, first), min(end, last))
        for first, last in segmentation.tokens(sentence, "de")
        if first < end and start < last and any(map(str.isalnum, sentence[first:last]))
    ]
    return (words[0][0], words[-1][1]) if words else None


def spaced(words: Sequence[str], spaces: Sequence[bool] | None) -> tuple[list[Range], str]:
    """The words as a sentence, with their ranges; where nobody says where spaces are, by the usual rules."""
    text, places, glued, quoted = "", list[Range](), True, False
    for number, word in enumerate(words):
        if spaces is not None:
            glued = glued if not number else not spaces[number - 1]
        elif word == '"':
            glued, quoted = glued or quoted, not quoted
        elif word in _LEFT:
            glued = True
        text += "" if glued else " "
        places.append((len(text), len(text) + len(word)))
        text += word
        glued = word in _RIGHT or (word == '"' and quoted)
    return places, text


def _entities(tags: Sequence[str]) -> Iterator[tuple[int, int, str]]:
    """First and last token and label of each entity."""
    start = None
    for number, tag in enumerate((*tags, "O")):
        if start is not None and not tag.startswith("I-"):
            yield start, number - 1, tags[start][2:]
            start = None
        if tag.startswith("B-"):
            start = number
