"""Makes the table by which languages are told apart by their spelling: `./run train languages`.

Of what: the function words of `desktop.nlp.function_words`, the names of languages, countries, months, units
… in CLDR (Unicode-3.0), the frequent words of German, English and Spanish (spacy-lookups-data, MIT), the stop
words of spaCy and the words of Faker (both MIT), and of the Portuguese sentences of Universal NER (CC BY-SA
4.0), so that the table is under CC BY-SA 4.0 itself.
"""

import importlib
import math
import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from babel import Locale  # pyright: ignore[reportMissingImports]  # of the training extra

from desktop.nlp.function_words import FUNCTION_WORDS, FUNCTION_WORDS_OF_OTHER_SCRIPTS
from desktop.nlp.letter_sequences import LONGEST, SequenceTable, is_word, sequences
from desktop.nlp.training import lookups
from desktop.nlp.training.data import read

_FREQUENT = ("de", "en", "es")
"""Languages whose word frequencies spacy-lookups-data has."""

SENTENCES = {"pt": "pt/uner_bosque_train"}
"""Of near relatives either both or none are here: the other would lose its words to the one that has more."""

_SCRIPTS = {
    "ru": r"[а-яё]", "uk": r"[а-яіїєґ]", "bg": r"[а-я]", "be": r"[а-яіўё]", "sr": r"[а-шђјљњћџ]",
    "ar": r"[\u0621-\u06ff]", "fa": r"[\u0621-\u06ff\u200c]", "ur": r"[\u0621-\u06ff]",
}  # fmt: skip
"""Languages that are told apart within their script; all others of the table are written in Latin letters."""

_FAKER = {
    "de": ("de_DE", "de_AT"), "en": ("en_US",), "fr": ("fr_FR",), "es": ("es_ES", "es_AR"), "it": ("it_IT",),
    "nl": ("nl_NL", "nl_BE"), "pl": ("pl_PL",), "cs": ("cs_CZ",), "tl": ("tl_PH", "fil_PH"), "vi": ("vi_VN",),
    "ru": ("ru_RU",), "uk": ("uk_UA",), "ar": ("ar_AA",), "fa": ("fa_IR",),
}  # fmt: skip
"""Where Faker has words of a language; not Danish, since there are none of its near relatives."""

_SPACY = {"no": "nb"}
_NOT_IN_SPACY = ("be",)
_LOCALES = {"no": "nb", "tl": "fil", "sr": "sr_Cyrl"}
_CLDR = (
    "languages", "territories", "scripts", "currencies", "days", "months", "quarters", "eras", "variants",
    "meta_zones",
)  # fmt: skip
_MOST_WORDS = 8_000
_SHARES = {"function": 0.4, "cldr": 0.4, "frequent": 0.3, "stop": 0.6, "common": 0.3}
_LEAST = {length: -(10.0 + length) for length in range(1, LONGEST + 1)}
"""Natural logarithm of the least relative frequency that is counted, by the length of the sequence."""

_LEAST_WORD = -9.0
_LEAST_WEIGHT = 0.3
"""Smaller weights are left out: they are many and say little."""


CARD = """\
# Spelling of 28 languages

Frequencies of letter sequences and words, by which Lesart tells the language of a headline; made by

    ./run train languages

Distributed under CC BY-SA 4.0. Made of names in Unicode CLDR (Unicode-3.0), word frequencies of
spacy-lookups-data (MIT), words of Faker (MIT) and stop words of spaCy (MIT), see `LICENSES.txt`, of the
Portuguese sentences of Universal NER (Bosque; S. Mayhew et al., NAACL 2024; CC BY-SA 4.0), and of lists of
function words that are ours.
"""


def table(data: Path) -> SequenceTable:
    """The table; `data` holds the files of `SENTENCES`."""
    weights: defaultdict[str, dict[str, float]] = defaultdict(dict)
    for language in (*FUNCTION_WORDS, *_SCRIPTS):
        for sequence, weight in _weights(_words(language, data)):
            if weight >= _LEAST_WEIGHT:
                weights[sequence][language] = weight
    return SequenceTable.pack(weights)


def write(data: Path, out: Path) -> None:
    """The table with where it comes from, into a folder."""
    out.mkdir(parents=True, exist_ok=True)
    (out / "sequences.bin").write_bytes(table(data).to_bytes())
    (out / "README.md").write_text(CARD, encoding="utf-8")
    (out / "LICENSES.txt").write_text(lookups.licences(clusters=True, stop_words=True), encoding="utf-8")


def _words(language: str, data: Path) -> dict[str, float]:
    """Word -> relative frequency, mixed from what there is."""
    listed = (FUNCTION_WORDS | FUNCTION_WORDS_OF_OTHER_SCRIPTS)[language].split()
    found = {
        "function": Counter({word: 1 / (i + 4) for i, word in enumerate(listed)}),
        "cldr": Counter({word: math.sqrt(n) for word, n in Counter(_cldr(language)).items()}),
        "frequent": Counter(_frequent(language) or _sentences(language, data)),
        "stop": Counter(sorted(_stop_words(language))),
        "common": Counter(sorted(_common_words(language))),
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
    if language not in _FREQUENT:
        return {}
    found: defaultdict[str, float] = defaultdict(float)
    ordered = sorted(lookups.probabilities(language).items(), key=lambda item: (-item[1], item[0]))
    for form, log_probability in ordered[:_MOST_WORDS]:
        for word in _spelled(form, language):
            found[word] += math.exp(log_probability)
    return dict(found)


def _stop_words(language: str) -> set[str]:
    """The words that spaCy calls so."""
    if language in _NOT_IN_SPACY:
        return set()
    code = _SPACY.get(language, language)
    words: set[str] = importlib.import_module(f"spacy.lang.{code}.stop_words").STOP_WORDS
    return {word for text in words for word in _spelled(text, language)}


def _common_words(language: str) -> set[str]:
    """The words that Faker makes sentences of."""
    found: set[str] = set()
    for locale in _FAKER.get(language, ()):
        provider = importlib.import_module(f"faker.providers.lorem.{locale}").Provider
        lists = [provider.word_list, *getattr(provider, "parts_of_speech", {}).values()]
        found.update(word for words in lists for text in words for word in _spelled(text, language))
    return found


def _sentences(language: str, data: Path) -> dict[str, float]:
    if language not in SENTENCES:
        return {}
    words = (word for sentence in read(data / f"{SENTENCES[language]}.jsonl.gz") for word in sentence.words)
    return dict(Counter(it for word in words for it in _spelled(word, language)).most_common(_MOST_WORDS))


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
