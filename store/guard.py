"""The guard against rubber-stamping: some articles are read without suggestions, and both groups compared.

Which ones is dealt by chance (a hash), so a permutation test is exact: were suggestions taken on their
merits, it would not matter which articles had them on screen.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from fractions import Fraction
from hashlib import sha256

from msgspec import Struct

MOST = 50
"""Per cent of the articles that may be read without suggestions."""

DOUBT = Fraction(1, 1000)
"""A chance below this is a warning. Who reads suggestions agrees a little more with them than who never saw
them, which is no fault: in a simulation 1 : 100 warned a fifth of such readers, this one two in a hundred.
"""

DIGITS = 7
"""Hexadecimal digits of an article's hash that are dealt by."""

PRIME = 2**31 - 1
"""Above every number of so many digits, and small enough for products in 64 bits."""

_DRAWS = 4000


def lot(annotator_uid: str) -> tuple[int, int]:
    """An annotator's function from the family of J. Carter and M. Wegman (1979): factor and summand.

    So whoever deals needs no more than a product, which a database can work out for a whole corpus.
    """
    drawn = sha256(annotator_uid.encode()).digest()
    factor, summand = (int.from_bytes(drawn[at : at + 8], "big") for at in (0, 8))
    return 1 + factor % (PRIME - 1), summand % PRIME


def unaided(article_sha256: str, annotator_uid: str, share: int) -> bool:
    """Whether an annotator reads an article without suggestions where `share` per cent are read so.

    By the text and the reader alone: in a merged project, after an import and on a server it is dealt the
    same. With a greater share, those of a smaller one stay so.
    """
    factor, summand = lot(annotator_uid)
    drawn = (int(article_sha256[:DIGITS], 16) * factor + summand) % PRIME
    return drawn * 100 < share * PRIME


class Compared(Struct, frozen=True):
    """A finished article: how many suggestions there are, and how many of them the annotator says, too."""

    is_unaided: bool
    suggested: int
    said: int


class Guard(Struct, frozen=True):
    """How often an annotator says what a model says, with it on screen (`aided`) and without (`unaided`).

    Each is articles, suggestions, and those of them that the annotator says. `chance` is how often dealing
    the articles anew gives as great a difference; None where a group has no suggestions.
    """

    aided: tuple[int, int, int]
    unaided: tuple[int, int, int]
    chance: Fraction | None

    @property
    def warns(self) -> bool:
        """Whether suggestions seem to be accepted because they are there."""
        return self.chance is not None and self.chance < DOUBT


def guard(articles: Iterable[Compared], *, draws: int = _DRAWS) -> Guard:
    """Compare the two groups of one annotator's articles; articles without suggestions say nothing.

    One-sided permutation test of the shares' difference over articles (they are what was dealt), with the
    observed deal counted in: (1 + greater or equal) / (1 + draws). Fisher 1935; Phipson and Smyth 2010.
    """
    told = [it for it in articles if it.suggested]
    with_, without = _total(told, False), _total(told, True)
    if not with_[1] or not without[1]:
        return Guard(with_, without, None)
    suggested, said = with_[1] + without[1], with_[2] + without[2]

    def difference(own: int, of_them: int) -> Fraction:
        """The share said where suggestions are on screen, less that where `own` of all are not."""
        rest = suggested - own
        return Fraction(said - of_them, rest) - Fraction(of_them, own) if own and rest else Fraction(0)

    observed = difference(*without[1:])
    as_great = sum(difference(*sums) >= observed for sums in _dealt(told, without[0], draws))
    return Guard(with_, without, Fraction(1 + as_great, 1 + draws))


def _dealt(told: Sequence[Compared], unaided: int, draws: int) -> Iterator[tuple[int, int]]:
    """The suggestions, and those said, of so many articles without them, dealt at random each time.

    Only how many articles there are of a kind counts, so that each kind is dealt at once, for all draws:
    tens of thousands of articles take as long as hundreds.
    """
    import numpy as np

    source, left = np.random.default_rng(0), np.full(draws, unaided)
    own, of_them = np.zeros(draws, np.int64), np.zeros(draws, np.int64)
    others = len(told)
    for (suggested, said), count in sorted(Counter((it.suggested, it.said) for it in told).items()):
        others -= count
        drawn = source.hypergeometric(count, others, left)
        left, own, of_them = left - drawn, own + drawn * suggested, of_them + drawn * said
    return zip(own.tolist(), of_them.tolist(), strict=True)


def _total(articles: Sequence[Compared], is_unaided: bool) -> tuple[int, int, int]:
    own = [it for it in articles if it.is_unaided == is_unaided]
    return len(own), sum(it.suggested for it in own), sum(it.said for it in own)
