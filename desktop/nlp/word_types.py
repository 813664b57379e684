"""What a word says by itself: form, affixes, shape, Brown cluster, frequency, kinds of name, parts of a
compound.

Part of the features that a trained model belongs with: see `desktop.nlp.features.VERSION`.
"""

import re
from typing import NamedTuple

from desktop.nlp.clusters import ClusterTable
from desktop.nlp.gazetteer import Gazetteer
from desktop.nlp.name_table import NameTable

NEIGHBOURS = (-2, -1, 1, 2)
"""Where a word type says something of another word: so many words on from that one."""

EDGE = "^"
"""What stands beyond the ends of a sentence."""

_UNKNOWN = "?"
_AFFIXES = (1, 2, 3, 4, 5)
_GRAINS = (4, 5, 6, 7, 8, 10, 12)
_MIN_COMPOUND = 8
_MIN_PART = 3
_RARE = -16.0
"""Natural log probability below which a form is too rare to be believed as the head of a compound."""


class Tables(NamedTuple):
    """What is known of words beforehand."""

    clusters: ClusterTable
    gazetteer: Gazetteer
    names: NameTable


class WordType(NamedTuple):
    """Features of the word itself, of the words near it (by offset), and what pairs are made of."""

    own: list[str]
    near: dict[int, list[str]]
    lower: str
    shape: str
    grain6: str
    grain8: str
    head8: str | None
    names: tuple[str, ...]
    is_capitalised: bool


NOTHING = WordType([], {}, EDGE, EDGE, EDGE, EDGE, None, (), is_capitalised=False)
"""Beyond the ends of a sentence."""


def describe(word: str, tables: Tables) -> WordType:
    """The type of a word. Pure."""
    digits = re.sub(r"\d", "0", word.lower())
    pattern = shape(word)
    cluster = tables.clusters.cluster(word)
    compound = _hyphened(word, tables) or _closed(word, tables)
    names = names_of(word, tables.names)
    own = [
        *_forms(word, digits, pattern),
        *_capitals(word),
        *compound,
        *_cluster_grains(cluster),
        *_frequency(word, tables.clusters),
        *(f"n{kind}" for kind in names),
    ]
    far = [
        f"l{digits}",
        f"s{pattern}",
        f"B{grain(cluster, 16)}",
        f"8{grain(cluster, 8)}",
        f"6{grain(cluster, 6)}",
    ]
    far += [f"n{kind}" for kind in names]
    case = "C" if word[:1].isupper() else "c"
    close = [*far, f"p{digits[:3]}", f"q{digits[-3:]}", case, f"t{grain(cluster, 12)}"]
    return WordType(
        own=own,
        near={o: [f"{o}{feature}" for feature in (close if abs(o) == 1 else far)] for o in NEIGHBOURS},
        lower=digits,
        shape=pattern,
        grain6=grain(cluster, 6),
        grain8=grain(cluster, 8),
        head8=next((feature[3:] for feature in compound if feature.startswith("ch8")), None),
        names=names,
        is_capitalised=word[:1].isupper(),
    )


def shape(word: str) -> str:
    """The pattern of capitals, small letters and digits, runs cut to two: „Berlin-Mitte“ -> „Xxx-Xxx“."""
    classes = ("d" if c.isdigit() else "X" if c.isupper() else "x" if c.islower() else c for c in word)
    return re.sub(r"(.)\1{2,}", r"\1\1", "".join(classes), flags=re.DOTALL)


def grain(cluster: int | None, bits: int) -> str:
    """The lowest bits of a cluster: the fewer, the coarser the class."""
    return _UNKNOWN if cluster is None else str(cluster & (1 << bits) - 1)


def names_of(word: str, table: NameTable) -> tuple[str, ...]:
    """The kinds of a word, else of it without genitive -s or without capitals, else of its hyphened parts."""
    found = table.find(word)
    if not found and word.endswith("s") and len(word) > 4:
        found = table.find(word[:-1])
    if not found and word.isupper() and len(word) > 3:
        found = table.find(word.capitalize())
    if not found and "-" in word:
        parts = {*table.find(word.split("-", maxsplit=1)[0]), *table.find(word.rsplit("-", 1)[1])}
        found = tuple(f"h{kind}" for kind in sorted(parts))
    return found


def _forms(word: str, digits: str, pattern: str) -> list[str]:
    found = [f"w{word}", f"l{digits}", f"s{pattern}", "k" + re.sub(r"(.)\1+", r"\1", pattern)]
    for n in _AFFIXES:
        if len(digits) > n:
            found += (f"p{digits[:n]}", f"q{digits[-n:]}")
    return found


def _capitals(word: str) -> list[str]:
    checks = {
        "UP": len(word) > 1 and word.isupper(),
        "Cap": word[:1].isupper(),
        "inCap": any(c.isupper() for c in word[1:]),
    }
    return [name for name, holds in checks.items() if holds]


def _hyphened(word: str, tables: Tables) -> list[str]:
    """First and last part of a hyphen compound: form, cluster, class; which parts have a capital."""
    if "-" not in word or len(word) < 2:
        return []
    parts = word.split("-")
    digits = re.sub(r"\d", "0", word.lower()).split("-")
    features = [f"hf{digits[0]}", f"hl{digits[-1]}", f"hg{tables.gazetteer.find(parts[0])}"]
    features.append("hs" + "".join("X" if part[:1].isupper() else "x" for part in parts))
    for name, part in (("f", parts[0]), ("l", parts[-1])):
        found = tables.clusters.find(part)
        features.append(f"h{name}B{grain(found and found.cluster, 8)}")
    return features


def _closed(word: str, tables: Tables) -> list[str]:
    """Head and first part of a compound written as one word („Landesregierung“), cut at the longest head."""
    if len(word) < _MIN_COMPOUND or not word.isalpha() or not word[0].isupper():
        return []
    for cut in range(_MIN_PART, len(word) - _MIN_PART):
        head = tables.clusters.find(word[cut:].capitalize())
        if head is not None and head.log_probability > _RARE:
            first = f"cp{word[:cut].lower()[:8]}"
            found = [f"ch8{grain(head.cluster, 8)}", f"ch{head.cluster}", f"cw{word[cut:].lower()}", first]
            return found + _first_part(word[:cut], tables)
    return []


def _first_part(part: str, tables: Tables) -> list[str]:
    """What the first part of a compound is known as, with or without the -s that joins it."""
    bare = part.removesuffix("s")
    cluster = tables.clusters.find(part) or tables.clusters.find(bare)
    features = [f"cf8{grain(cluster.cluster, 8)}", f"cf{cluster.cluster}"] if cluster else []
    features += [f"cn{kind}" for kind in tables.names.find(part) or tables.names.find(bare)]
    known = tables.gazetteer.find(part)
    return features + ([f"cg{known}"] if known else [])


def _cluster_grains(cluster: int | None) -> list[str]:
    if cluster is None:
        return ["B?"]
    return [f"B{cluster}", *(f"B{bits}={cluster & (1 << bits) - 1}" for bits in _GRAINS)]


def _frequency(word: str, clusters: ClusterTable) -> list[str]:
    """How common the form is, and how much more common it is in small letters (a noun or a name?)."""
    found = clusters.find(word)
    if found is None:
        return ["pr?"]
    features = [f"pr{int(found.log_probability / 1.5)}"]
    small = clusters.find(word.lower()) if word[:1].isupper() else None
    if small is not None:
        features.append(f"lc{int((small.log_probability - found.log_probability) / 2)}")
    return features
