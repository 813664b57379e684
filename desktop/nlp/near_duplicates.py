"""Near-duplicates: articles that are one wire story, reprinted with another head, a cut end, edits (pure).

Texts are compared by their shingles (runs of three words, of eight characters where words are not parted).
MinHash signatures in bands find which pairs are worth a look (Broder 1997; Leskovec, Rajaraman and Ullman,
Mining of Massive Datasets, 3.4); whether a pair is one story is decided on the shingles themselves.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from hashlib import blake2b

import numpy as np
from numpy.typing import NDArray

WORDS = 3
CHARACTERS = 8
"""Length of a shingle."""

HASHES = 128
ROWS = 4
"""Hashes of a signature, and how many make a band: pairs meet in a band from about 0.4 likeness on."""

REPRINT = 0.7
"""Jaccard likeness from which two texts are one story."""

EXCERPT = 0.8
"""Share of the shorter text's shingles in the longer from which one is an excerpt of the other."""

FEWEST = 8
"""Shingles below which a text is too short to be compared."""

_WORD = re.compile(r"\w+")
_NUMBER = re.compile(r"\d+([.,:/-]\d+)*")
_UNPARTED = re.compile("[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]")
_PRIME = np.uint64((1 << 31) - 1)
_SEEDS = np.random.default_rng(1997)
_FACTORS = _SEEDS.integers(1, int(_PRIME), HASHES, dtype=np.uint64)
_SUMMANDS = _SEEDS.integers(0, int(_PRIME), HASHES, dtype=np.uint64)

Shingles = NDArray[np.uint64]
Signature = NDArray[np.uint32]


def shingles(text: str) -> Shingles:
    """The shingles of a text as sorted hashes without doubles; case, punctuation and numbers do not count."""
    plain = _NUMBER.sub("0", unicodedata.normalize("NFKC", text).casefold())
    letters = "".join(_WORD.findall(plain))
    if len(_UNPARTED.findall(letters)) * 3 > len(letters):
        pieces = [letters[at : at + CHARACTERS] for at in range(len(letters) - CHARACTERS + 1)]
    else:
        words = _WORD.findall(plain)
        pieces = [" ".join(words[at : at + WORDS]) for at in range(len(words) - WORDS + 1)]
    hashes = b"".join(
        blake2b(piece.encode(errors="replace"), digest_size=8).digest() for piece in set(pieces)
    )
    return np.sort(np.frombuffer(hashes, dtype=np.uint64))


def signature(found: Shingles) -> Signature:
    """The MinHash of some shingles; at least one is needed."""
    small = (found % _PRIME)[:, None]
    return ((small * _FACTORS + _SUMMANDS) % _PRIME).min(axis=0).astype(np.uint32)


def candidates(signatures: Signature) -> Iterator[tuple[int, int]]:
    """Pairs of rows that agree in a whole band, the lower first, each once.

    Of rows that agree in a band each is paired with the first of them and with the one before it: those are
    the links that a group needs, where all pairs would be too many.
    """
    seen: set[tuple[int, int]] = set()
    for start in range(0, HASHES, ROWS):
        band = np.ascontiguousarray(signatures[:, start : start + ROWS]).view(f"V{4 * ROWS}").ravel()
        order = np.argsort(band, kind="stable")
        ordered = band[order]
        first = 0
        for at in range(1, len(order)):
            if ordered[at] != ordered[at - 1]:
                first = at
                continue
            for other in (int(order[first]), int(order[at - 1])):
                pair = (min(other, int(order[at])), max(other, int(order[at])))
                if pair not in seen:
                    seen.add(pair)
                    yield pair


def is_same_story(one: Shingles, other: Shingles) -> bool:
    """Whether two texts are reprints of each other, or one an excerpt of the other."""
    shorter = min(len(one), len(other))
    if shorter < FEWEST:
        return False
    common = len(np.intersect1d(one, other, assume_unique=True))
    return common >= REPRINT * (len(one) + len(other) - common) or common >= EXCERPT * shorter


def groups(pairs: Iterable[tuple[int, int]]) -> list[list[int]]:
    """Numbers that pairs link, directly or over others: groups by their first number, each sorted."""
    parent: dict[int, int] = {}

    def root(number: int) -> int:
        parent.setdefault(number, number)
        while parent[number] != number:
            parent[number] = parent[parent[number]]
            number = parent[number]
        return number

    for one, other in pairs:
        low, high = sorted((root(one), root(other)))
        parent[high] = low
    found: dict[int, list[int]] = {}
    for number in sorted(parent):
        found.setdefault(root(number), []).append(number)
    return list(found.values())
