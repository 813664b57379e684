"""Which actor of the codebook the words of a text may mean: „Pashinyans“ is „Nikol Pashinyan“. Pure."""

import re
from collections.abc import Mapping, Sequence

from store.values import Actor

_ENDINGS = ("ern", "en", "er", "es", "em", "'s", "’s", "e", "n", "s")
"""Cut off a word as long as there is one; the same for both sides, so that it need not be right."""

_SMALL = frozenset(
    [
        "der",
        "die",
        "das",
        "den",
        "dem",
        "des",
        "ein",
        "eine",
        "einen",
        "einem",
        "einer",
        "the",
        "a",
        "an",
        "of",
        "von",
        "und",
        "and",
    ]
)


def likely(actors: Sequence[Actor], surface: str, *, linked: Mapping[str, int] | None = None) -> list[Actor]:
    """The actors that these words may mean, the likeliest first.

    `linked` says which actor the same words were linked to before.
    """
    wanted = _stems(surface)
    before = (linked or {}).get(surface)
    scored = [(actor.id == before, _score(wanted, actor), actor) for actor in actors]
    found = [it for it in scored if it[0] or it[1] > 0]
    return [actor for _, _, actor in sorted(found, key=lambda it: (not it[0], -it[1], it[2].name))]


def suggested_name(surface: str) -> str:
    """The name that a new actor is offered under: the words without an article and a genitive."""
    words = " ".join(surface.split())
    first, _, rest = words.partition(" ")
    words = rest if rest and first.casefold() in _SMALL else words
    return re.sub(r"(?<=\w{3})['’]s$", "", words)


def _score(wanted: frozenset[str], actor: Actor) -> float:
    """How much of the words and of a name are the same; 1 where all of both is."""
    return max((_likeness(wanted, _stems(name)) for name in (actor.name, *actor.aliases)), default=0.0)


def _likeness(one: frozenset[str], other: frozenset[str]) -> float:
    return len(one & other) / len(one | other) if one and other else 0.0


def _stems(words: str) -> frozenset[str]:
    found = re.findall(r"[\w'’]+", words.casefold())
    return frozenset(_stem(word) for word in found if word not in _SMALL)


def _stem(word: str) -> str:
    while ending := next((it for it in _ENDINGS if word.endswith(it) and len(word) - len(it) >= 3), ""):
        word = word.removesuffix(ending)
    return word
