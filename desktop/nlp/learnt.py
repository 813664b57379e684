"""From which texts a trained model has learnt, as its meta.json says: hashes, no text and no name.

Two versions of one project, or a copy of its articles in another one, name a text alike, whatever its key.
"""

import json
from collections.abc import Iterable
from contextlib import suppress
from hashlib import sha256
from typing import Self

from msgspec import Struct, ValidationError, convert

from desktop.nlp import models
from store.values import Json

LEARNT_FROM = "learnt_from"
"""Key of a meta.json: a `Learnt`."""

DIGITS = 16
"""Of the hash (hex, of the UTF-8 text) that stand for a text: 64 bits, the first ones."""


class Learnt(Struct, frozen=True):
    """What a model has learnt from, and those that it was made of: `texts` are taught or chose a round.

    `is_all` is False where it may have learnt from others of a project's texts, too.
    """

    texts: frozenset[str] = frozenset()
    is_all: bool = True

    def __or__(self, other: Self) -> "Learnt":
        return Learnt(self.texts | other.texts, self.is_all and other.is_all)

    def and_from(self, texts: Iterable[str]) -> "Learnt":
        """The same, and from these texts besides."""
        return Learnt(self.texts | set(map(digest, texts)), self.is_all)

    def as_json(self) -> Json:
        """What stands in a meta.json."""
        return {"texts": sorted(self.texts), "is_all": self.is_all}


def digest(text: str) -> str:
    """What stands for a text: the first digits of an article's `sha256`."""
    return sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:DIGITS]


def learnt_from(source: str) -> Learnt:
    """What a model says of itself. Raises ModelMissing, OSError, ValueError.

    One that says nothing was made elsewhere if it came with Lesart or as a package; a folder may be a version
    of a project from before this was noted.
    """
    folder = models.files_of(source)
    meta = json.loads((folder / "meta.json").read_bytes())
    with suppress(ValidationError):
        if LEARNT_FROM in meta:
            return convert(meta[LEARNT_FROM], Learnt)
    came = models.is_embedded(folder) or models.folder_of(source) is None
    return Learnt(is_all=came and not {LEARNT_FROM, "parent"} & meta.keys())
