"""Which stretches of a sentence are one clause, and which are embedded: German and English, by small words.

„Vogt, den Hartmann kritisiert hatte, begrüßte den Plan“ is a clause about Vogt with one about Hartmann in it.
No parser: a stretch between two marks is embedded if it begins like a subordinate clause, and what comes
behind it goes on with the clause around it. All ranges are half-open and count code points.
"""

from collections.abc import Sequence
from typing import Literal, NamedTuple

from desktop.nlp.clauses import BREAKS

Range = tuple[int, int]
Kind = Literal["main", "relative", "other"]

SUBJECTS = frozenset(("der", "die", "das", "who", "which", "that", "welcher", "welche", "welches"))
"""Relative pronouns that can be the subject of their clause."""
OBJECTS = frozenset(("den", "dem", "denen", "deren", "dessen", "whom", "whose", "welchen", "welchem"))
CONJUNCTIONS = frozenset(
    (
        *("dass", "weil", "da", "obwohl", "obgleich", "wenn", "falls", "als", "nachdem", "während", "bevor"),
        *("ob", "damit", "indem", "sodass", "sobald", "solange", "wie", "wo", "was", "wer", "bis", "seit"),
        *("because", "although", "though", "if", "whether", "when", "while", "after", "before", "since"),
        *("unless", "until", "where", "what", "how", "as"),
    )
)
PREPOSITIONS = frozenset(
    (
        *(
            "an",
            "auf",
            "aus",
            "bei",
            "für",
            "gegen",
            "in",
            "mit",
            "nach",
            "ohne",
            "über",
            "um",
            "unter",
            "von",
        ),
        *("vor", "zu", "zwischen", "gegenüber", "of", "to", "with", "for", "from", "in", "on", "by", "about"),
    )
)


class Part(NamedTuple):
    """A stretch between two marks. Those of one `clause` (a number) belong together.

    `has_subject`: a relative clause whose pronoun may be its subject: it speaks of what stands before it.
    """

    start: int
    end: int
    clause: int
    kind: Kind = "main"
    has_subject: bool = False


def parts(text: str, tokens: Sequence[Range]) -> list[Part]:
    """The stretches of the sentence that these tokens make, in text order; clause 0 is the main one."""
    found: list[Part] = []
    clauses = 0
    for run in _runs(text, tokens):
        start, end = run[0][0], run[-1][1]
        kind, has_subject = _opening([text[slice(*it)] for it in run], is_first=not found)
        if kind != "main":
            clauses += 1
        found.append(Part(start, end, clauses if kind != "main" else 0, kind, has_subject))
    return found


def _runs(text: str, tokens: Sequence[Range]) -> list[list[Range]]:
    """Tokens between marks; an English „who“ begins a stretch without a mark, too."""
    runs: list[list[Range]] = [[]]
    for token in tokens:
        word = text[slice(*token)]
        if word in BREAKS:
            runs.append([])
            continue
        if word in ("who", "whose", "whom") and runs[-1]:
            runs.append([])
        runs[-1].append(token)
    return [run for run in runs if any(any(map(str.isalnum, text[start:end])) for start, end in run)]


def _opening(words: Sequence[str], *, is_first: bool) -> tuple[Kind, bool]:
    """What kind of clause begins with these words, and whether its pronoun may be the subject."""
    plain = [word for word in words if any(map(str.isalnum, word))]
    first = plain[0].casefold()
    if first in CONJUNCTIONS:
        return "other", False
    if not is_first and len(plain) > 2 and _is_relative(first, plain):
        return "relative", first in SUBJECTS
    return "main", False


def _is_relative(first: str, words: Sequence[str]) -> bool:
    """„der Minister“ behind a comma is a name for what stands before it, „der Kritik übte“ a clause.

    A German clause ends with its verb, and verbs are written small; „den Dialog fortzusetzen“ is none.
    """
    if first in ("who", "which", "whom", "whose"):
        return True
    pronoun = words[1].casefold() if first in PREPOSITIONS and len(words) > 3 else first
    return pronoun in (SUBJECTS | OBJECTS) - {"that"} and words[-1].islower() and words[-2] != "zu"
