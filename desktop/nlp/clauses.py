"""The clauses of a sentence and its quotations, found by punctuation and a few small words.

No parser: a clause ends at a comma, a colon, a dash or before a conjunction that joins clauses. Good enough
to propose evidence; never a constraint. All ranges are half-open and count code points.
"""

from collections.abc import Iterator, Sequence

Range = tuple[int, int]

BREAKS = frozenset(",;:–—")
QUOTES = {"„": "“", "“": "”", "»": "«", "«": "»", '"': '"', "‚": "‘", "「": "」"}
"""Opening -> usual closing mark; „…“, “…”, »…«, «…» and "…" are all met in German news."""

CLOSERS = frozenset('“”«»"‘」')
JOINING = frozenset(("und", "aber", "oder", "sondern", "doch", "denn", "and", "but", "or", "yet"))
"""Words that join clauses; they belong to none of both."""

UNMARKED = frozenset(("und", "oder", "and", "or", "but"))
"""Those that also do so without a comma before them („fügte aber hinzu“ is one clause)."""

ENDS = frozenset(".!?…")


def clauses(text: str, tokens: Sequence[Range]) -> list[Range]:
    """The clauses that the tokens of one sentence make, each without the marks and conjunctions around it."""
    found: list[Range] = []
    run: list[Range] = []
    quoted = quotations(text, tokens)
    for place, token in enumerate(tokens):
        word = text[slice(*token)]
        if word in BREAKS or _joins(text, tokens, place, quoted):
            found += _trimmed(text, run)
            run = []
        else:
            run.append(token)
    return [*found, *_trimmed(text, run)]


def quotations(text: str, tokens: Sequence[Range]) -> list[Range]:
    """What stands between quotation marks in a sentence, the marks included."""
    found: list[Range] = []
    opened: tuple[int, str] | None = None
    for start, end in tokens:
        word = text[start:end]
        if opened is not None and (word == opened[1] or (word in CLOSERS and opened[1] in "“«»")):
            found.append((opened[0], end))
            opened = None
        elif opened is None and word in QUOTES:
            opened = (start, QUOTES[word])
    return found


def _joins(text: str, tokens: Sequence[Range], place: int, quoted: Sequence[Range]) -> bool:
    """Whether a conjunction joins clauses here: not two nouns, two adjectives or the halves of a compound."""
    word = text[slice(*tokens[place])].casefold()
    if word not in UNMARKED or place == 0 or place + 1 == len(tokens):
        return False
    before, after = text[slice(*tokens[place - 1])], text[slice(*tokens[place + 1])]
    if any(start < tokens[place][0] < end for start, end in quoted) or before in "-,":
        return False
    return before.islower() and len(before) > 3 and not (after.islower() and after[-2:] == before[-2:])


def _trimmed(text: str, run: Sequence[Range]) -> Iterator[Range]:
    """From the first to the last word; a conjunction before and a full stop behind are left out."""
    run = list(run)
    while run and text[slice(*run[0])].casefold() in JOINING:
        run.pop(0)
    while run and text[slice(*run[-1])] in ENDS:
        run.pop()
    if any(any(map(str.isalnum, text[start:end])) for start, end in run):
        yield run[0][0], run[-1][1]
