"""Noun phrases and clauses that a holder or a target may be, found without a parser.

German by capitals, English by function words; other languages get the word itself. A phrase is a proposal
that is shown as one: what it misses costs a key, never data. All ranges are half-open, in code points.
"""

import re
from collections.abc import Callable, Iterator, Sequence

from desktop.nlp.clauses import CLOSERS, clauses

Range = tuple[int, int]
Core = Callable[[Sequence[str], int], "int | None"]

_DETERMINERS_DE = """
der die das den dem des ein eine einen einem einer eines kein keine keinen keinem keiner keines
dieser diese dieses diesen diesem jener jene jenes jenen jenem jeder jede jedes jeden jedem welcher
mein meine dein deine sein seine seinen seinem seiner seines ihr ihre ihren ihrem ihrer ihres
unser unsere unseren unserem unserer euer eure einige einigen einiger mehrere mehreren viele vielen vieler
wenige wenigen alle allen aller beide beiden beider manche solche solchen
zwei drei vier fünf sechs sieben acht neun zehn elf zwölf
"""
_PREPOSITIONS_DE = """
in im an am auf aus bei beim durch für gegen mit nach ohne um unter über vor von vom zu zum zur zwischen
wegen während seit gegenüber trotz
"""
_CONJUNCTIONS_DE = """
gerade auch nun erst dann dabei doch dort hier so nur noch schon zuvor danach daher dennoch allerdings
zugleich zudem jedoch zuletzt bisher ganz nachdem indem seitdem außerdem trotzdem damit bevor obwohl aber
oder über immer wieder gestern heute
"""
_DETERMINERS_EN = """
the a an this that these those my your his her its our their some any no every each all both many several few
"""
_PREPOSITIONS_EN = """
of in on at by for from to with about against between over under after before into toward towards during
without
"""
_STOPPERS_EN = """
is are was were be been being has have had do does did will would can could may might must shall should not
who which that when where while because if as than he she it they we i you and but or said says say told
"""
_ADJECTIVES_DE = """
bestimmte bestimmten letzte letzten erste ersten zweite zweiten dritte dritten gute guten echte echten alte
alten harte harten breite breiten gesamte gesamten rechte rechten leichte leichten schlechte schlechten
späte weite weiten geplante geplanten sogenannte sogenannten beliebte bekannte bekannten
"""
"""They look like past tenses."""

DETERMINERS = {"de": frozenset(_DETERMINERS_DE.split()), "en": frozenset(_DETERMINERS_EN.split())}
PREPOSITIONS = {"de": frozenset(_PREPOSITIONS_DE.split()), "en": frozenset(_PREPOSITIONS_EN.split())}
STOPPERS = frozenset(_STOPPERS_EN.split()) | PREPOSITIONS["en"] | DETERMINERS["en"]
"""English words that no noun phrase goes on over."""

SMALL = DETERMINERS["de"] | PREPOSITIONS["de"] | frozenset(_CONJUNCTIONS_DE.split())
ADJECTIVES = frozenset(_ADJECTIVES_DE.split())
GENITIVES = frozenset(
    ("der", "des", "dieser", "dieses", "einer", "eines", "seiner", "seines", "ihrer", "ihres", "unserer")
)
LINKS = frozenset(("und", "oder", "sowie", "and", "or"))
ENDINGS = ("e", "en", "er", "es", "em")
VERBAL = ("te", "ten", "test", "tet")
"""Endings of past tenses."""

PARTICIPLES = ("ierten", "ierte", "erten", "erte", "igten", "hten", "nnten")
"""Of these endings most are adjectives all the same: „dominierten“, „geplanten“."""

JOINED = "-–/’'"
_INSIDE = re.compile(
    r"(?:ab|an|auf|aus|bei|dar|durch|ein|fort|her|hin|los|mit|nach|nieder|um|vor|weg|weiter|wieder|zu|"
    r"zurück|zusammen|herunter|heraus|herbei|hinaus)zu\w{3,}n$"
)
"""„fortzusetzen“: the infinitive of a separable verb."""


def phrases(text: str, tokens: Sequence[Range], language: str | None) -> list[Range]:
    """What could be an end of a stance in a sentence: phrases as far as they reach, and what is to be done.

    `tokens` are those of the sentence. One phrase for each place where one begins; where an infinitive clause
    follows, also both together („Armeniens Entscheidung, sich … anzuschließen“). In text order.
    """
    found = {readings[-1] for readings in _all(text, tokens, language)}
    doings = infinitives(text, tokens)
    for start, end in sorted(found):
        found.update((start, doing[1]) for doing in doings if text[end : doing[0]] == ", ")
    return sorted({*found, *doings})


def readings_at(text: str, tokens: Sequence[Range], position: int, language: str | None) -> list[Range]:
    """What a caret at `position` may mean, the smallest first: noun phrases, then clauses."""
    around: set[Range] = set()
    sentence_clauses = clauses(text, tokens)
    for readings in _all(text, tokens, language):
        around.update(it for it in readings if it[0] <= position < it[1])
        widest = readings[-1]
        following = next((it for it in sentence_clauses if 0 < it[0] - widest[1] <= 2), None)
        if following is not None and widest[0] <= position < following[1]:
            around.add((widest[0], following[1]))
    around.update(it for it in sentence_clauses if it[0] <= position < it[1])
    return sorted(around, key=lambda it: (it[1] - it[0], it[0]))


def infinitives(text: str, tokens: Sequence[Range]) -> list[Range]:
    """The clauses of a sentence that name a doing: „den Dialog fortzusetzen“, „Truppen zu senden“."""
    found = (
        _infinitive(text, [it for it in tokens if start <= it[0] < end])
        for start, end in clauses(text, tokens)
    )
    return [it for it in found if it is not None]


def _infinitive(text: str, inside: Sequence[Range]) -> Range | None:
    inside = list(inside)
    while inside and text[slice(*inside[-1])] in CLOSERS:
        inside.pop()
    words = [text[slice(*token)] for token in inside]
    if len(words) < 3 or not words[-1].islower() or not words[-1].endswith("n"):
        return None
    return (inside[0][0], inside[-1][1]) if words[-2] == "zu" or _INSIDE.match(words[-1]) else None


def _all(text: str, tokens: Sequence[Range], language: str | None) -> Iterator[list[Range]]:
    """For each place where a phrase begins, its readings from the shortest to the longest."""
    kind = (language or "").split("-")[0]
    words = [text[slice(*token)] for token in tokens]
    core = _german if kind == "de" else _english if kind == "en" else None
    if core is None:
        return
    reached = 0
    for first in range(len(words)):
        last = core(words, first)
        if last is None or (last <= reached and not _begins(words, first, kind)):
            continue
        readings = [(tokens[first][0], tokens[last - 1][1])]
        for end in _extended(words, last, kind, core):
            readings.append((tokens[first][0], tokens[end - 1][1]))
        reached = last
        yield readings


def _begins(words: Sequence[str], first: int, kind: str) -> bool:
    return words[first].casefold() in DETERMINERS[kind]


def _german(words: Sequence[str], first: int) -> int | None:
    """The end of determiner, adjectives and nouns that begin at `first`; None where none does."""
    at, nouns = first, 0
    if words[at].casefold() in DETERMINERS["de"]:
        at += 1
    while at < len(words):
        word = words[at]
        if _is_name(word) and not (at == 0 and word.casefold() in SMALL):
            at += 1
            nouns = at
        elif word in JOINED and nouns and _is_adjective(words[at + 1] if at + 1 < len(words) else ""):
            at, nouns = at + 2, 0  # „Moskau-dominierten“: an adjective after all
        elif (word in JOINED and at > first) or _goes_on(words, first, at, has_noun=bool(nouns)):
            at += 1
        else:
            break
    return nouns or None


def _goes_on(words: Sequence[str], first: int, at: int, *, has_noun: bool) -> bool:
    """Whether a small word or an adjective belongs to the phrase."""
    word = words[at]
    if has_noun:
        return word in LINKS and _links(words, at)
    if word in LINKS:
        return at > first and _is_adjective(words[at - 1])
    return _is_adjective(word) and (at > first or _noun_follows(words, at))


def _links(words: Sequence[str], at: int) -> bool:
    """Whether „und“ joins two nouns of one phrase: „EU und NATO“, „Sicherheits- und Wirtschaftsallianzen“."""
    after = words[at + 1] if at + 1 < len(words) else ""
    return _is_name(after) and (words[at - 1] == "-" or after.isupper() or words[at - 1].isupper())


def _noun_follows(words: Sequence[str], at: int) -> bool:
    while at < len(words) and (_is_adjective(words[at]) or words[at] in JOINED):
        at += 1
    return at < len(words) and _is_name(words[at])


def _is_name(word: str) -> bool:
    return word[:1].isupper()


def _is_adjective(word: str) -> bool:
    if not word.islower() or len(word) < 4 or word in SMALL:
        return False
    past = word.endswith(VERBAL) and not word.endswith(PARTICIPLES)
    return word in ADJECTIVES or (word.endswith(ENDINGS) and not past)


def _english(words: Sequence[str], first: int) -> int | None:
    """The end of determiner and what follows up to a verb, preposition or mark; else of a name."""
    at = first
    determined = words[at].casefold() in DETERMINERS["en"]
    if determined:
        at += 1
    begin = at
    while at < len(words) and at < begin + 6:
        word = words[at]
        if not any(map(str.isalnum, word)) and word not in JOINED and word != "'s":
            break
        if word.casefold() in STOPPERS or (not determined and not _is_name(word)):
            break
        if at > begin and word.endswith("ed") and word.islower():
            break
        at += 1
    return at if at > begin else None


def _extended(words: Sequence[str], end: int, kind: str, core: Core) -> Iterator[int]:
    """Further ends: with the genitive behind a phrase, with each preposition's phrase behind it."""
    while end < len(words):
        word = words[end].casefold()
        if kind == "de" and word in GENITIVES:
            following = core(words, end)
        elif word in PREPOSITIONS[kind] and end + 1 < len(words):
            following = core(words, end + 1)
        else:
            return
        if following is None:
            return
        end = following
        yield end
