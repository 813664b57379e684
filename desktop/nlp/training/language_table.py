"""Makes the table by which languages are told apart by their spelling: `./run train languages`.

Of what: the function words of `desktop.nlp.function_words`, the names of languages, countries, months, units
… in CLDR (Unicode-3.0), and how frequent words are, by wordfreq (CC BY-SA 4.0), so that the table is under CC
BY-SA 4.0 itself.
"""

import math
import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from importlib.metadata import metadata
from pathlib import Path
from typing import Any

import wordfreq  # pyright: ignore[reportMissingImports]  # of the training extra
from babel import Locale  # pyright: ignore[reportMissingImports]

from desktop.nlp.function_words import FUNCTION_WORDS, FUNCTION_WORDS_OF_OTHER_SCRIPTS
from desktop.nlp.letter_sequences import LONGEST, SequenceTable, is_word, sequences
from desktop.nlp.training import lookups

_SCRIPTS = {
    "ru": r"[а-яё]", "uk": r"[а-яіїєґ]", "bg": r"[а-я]", "be": r"[а-яіўё]", "sr": r"[а-шђјљњћџ]",
    "ar": r"[\u0621-\u06ff]", "fa": r"[\u0621-\u06ff\u200c]", "ur": r"[\u0621-\u06ff]",
}  # fmt: skip
"""Languages that are told apart within their script; all others of the table are written in Latin letters."""

_WORDFREQ = {"no": "nb", "tl": "fil"}
_NOT_IN_WORDFREQ = ("be", "sr")
"""It has Serbian in Latin letters only."""

_LOCALES = {"no": "nb", "tl": "fil", "sr": "sr_Cyrl"}
_CLDR = (
    "languages", "territories", "scripts", "currencies", "days", "months", "quarters", "eras", "variants",
    "meta_zones",
)  # fmt: skip
_MOST_WORDS = 7_000
_SHARES = {"function": 0.4, "cldr": 0.4, "frequent": 6.0}
_LEAST = {length: -(10.0 + length) for length in range(1, LONGEST + 1)}
"""Natural logarithm of the least relative frequency that is counted, by the length of the sequence."""

_LEAST_WORD = -11.5
_LEAST_WEIGHT = 0.8
"""Smaller weights are left out: they are many and say little. So the table stays under 2 MB."""


CARD = """\
# Spelling of 28 languages

Frequencies of letter sequences and words, by which Lesart tells the language of a headline; made by

    ./run train languages

Distributed under CC BY-SA 4.0. Made of names in Unicode CLDR (Unicode-3.0), of the word frequencies of
wordfreq (R. Speer 2022, https://doi.org/10.5281/zenodo.7199437; CC BY-SA 4.0) and what that is built on, see
`LICENSES.txt`, and of lists of function words that are ours.
"""


def table() -> SequenceTable:
    """The table."""
    weights: defaultdict[str, dict[str, float]] = defaultdict(dict)
    for language in (*FUNCTION_WORDS, *_SCRIPTS):
        for sequence, weight in _weights(_words(language)):
            if weight >= _LEAST_WEIGHT:
                weights[sequence][language] = weight
    return SequenceTable.pack(weights)


def write(out: Path) -> None:
    """The table with where it comes from, into a folder."""
    out.mkdir(parents=True, exist_ok=True)
    (out / "sequences.bin").write_bytes(table().to_bytes())
    (out / "README.md").write_text(CARD, encoding="utf-8")
    (out / "LICENSES.txt").write_text(f"{lookups.cldr_licence()}\n{_wordfreq_licence()}", encoding="utf-8")


def _wordfreq_licence() -> str:
    """What wordfreq says of its data, and whose work they are."""
    said = str(metadata("wordfreq").json["description"])
    terms, _, citations = said[said.index("## License") :].partition("## Citing wordfreq")
    built_on = citations[citations.index("## Citations to work") :]
    return f"Word frequencies (wordfreq)\n\n{terms.strip()}\n\n{built_on.strip()}\n"


def _words(language: str) -> dict[str, float]:
    """Word -> relative frequency, mixed from what there is."""
    listed = (FUNCTION_WORDS | FUNCTION_WORDS_OF_OTHER_SCRIPTS)[language].split()
    found = {
        "function": Counter({word: 1 / (i + 4) for i, word in enumerate(listed)}),
        "cldr": Counter({word: math.sqrt(n) for word, n in Counter(_cldr(language)).items()}),
        "frequent": Counter(_frequent(language)),
    }
    mixed: defaultdict[str, float] = defaultdict(float)
    parts = {name: words for name, words in found.items() if words}
    whole = sum(_SHARES[name] for name in parts)
    for name, words in parts.items():
        total = sum(words.values())
        for word, n in words.items():
            mixed[word] += _SHARES[name] / whole * n / total
    return dict(mixed)


def _weights(words: Mapping[str, float]) -> Iterator[tuple[str, float]]:
    """Sequence -> how much more frequent it is than the least counted; the lengths count alike together."""
    sums: defaultdict[str, float] = defaultdict(float)
    totals: defaultdict[int, float] = defaultdict(float)
    for word, share in words.items():
        for sequence in sequences(word):
            sums[sequence] += share
            if not is_word(sequence):
                totals[len(sequence)] += share
    for sequence, share in sums.items():
        if is_word(sequence):
            yield sequence, math.log(share) - _LEAST_WORD
        else:
            length = len(sequence)
            yield sequence, (math.log(share / totals[length]) - _LEAST[length]) / LONGEST


def _cldr(language: str) -> Iterator[str]:
    locale = Locale.parse(_LOCALES.get(language, language))
    for attribute in _CLDR:
        for text in _strings(getattr(locale, attribute)):
            yield from _spelled(text, language)
    for text in _strings({key: locale._data.get(key) for key in ("unit_patterns", "date_fields")}):
        yield from _spelled(text, language)


def _frequent(language: str) -> dict[str, float]:
    """The most frequent words and how frequent they are."""
    if language in _NOT_IN_WORDFREQ:
        return {}
    known: dict[str, float] = wordfreq.get_frequency_dict(_WORDFREQ.get(language, language))
    found: defaultdict[str, float] = defaultdict(float)
    ordered = sorted(known.items(), key=lambda item: (-item[1], item[0]))
    for form, share in ordered[:_MOST_WORDS]:
        for word in _spelled(form, language):
            found[word] += share
    return dict(found)


def _spelled(text: str, language: str) -> list[str]:
    """The words of a text that are in the language's letters, small."""
    letters = _SCRIPTS.get(language, r"[a-z\u00df-\u024f\u1e00-\u1eff]")
    small = unicodedata.normalize("NFC", text).lower()
    return [word for word in re.findall(r"[^\W\d_]+", small) if re.fullmatch(f"{letters}+", word)]


def _strings(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif hasattr(value, "values"):
        for inner in value.values():
            yield from _strings(inner)
    elif isinstance(value, list | tuple):
        for inner in value:
            yield from _strings(inner)
