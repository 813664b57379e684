"""What a reading says of an article's words, with everything it does not say left open (all pure).

A word of a finished article that has no span is outside of all names; of an article that is not finished
only its spans and refusals are known. What was never asked for stays open too: labels that the project does
not suggest may be anywhere, and nothing is known of zones out of scope.
"""

from collections.abc import Iterable, Sequence

from store.alignment import Aligned, align_all
from store.offsets import Range, met
from store.values import Known, Named

OUTSIDE = "O"
PART = "part"
"""End of the name of a span that lies inside a compound: a tagger gives it to the whole word."""

Tags = frozenset[str] | None
"""The tags that a word may have; None: any."""


def allowed(known: Known, borders: Sequence[Range], tags: Iterable[str]) -> list[Tags]:
    """The tags that each token may have. A span that is no row of whole tokens leaves those it meets open."""
    every = frozenset(tags)
    free = frozenset((OUTSIDE, *(f"{letter}-{name}" for name in known.open for letter in "BI")))
    found: list[Tags] = [free if known.is_whole else None] * len(borders)
    for start, end in known.unknown:
        for i in met(borders, start, end):
            found[i] = None
    for i, name in _refused(known, borders):
        before = found[i]
        found[i] = (every if before is None else before) - {f"B-{name}", f"I-{name}"}
    for tokens, name in placed(known.spans, borders):
        for i in tokens:
            found[i] = None if name is None else frozenset((f"{'B' if i == tokens[0] else 'I'}-{name}",))
    return found


def placed(spans: Sequence[Named], borders: Sequence[Range]) -> list[tuple[range, str | None]]:
    """Spans as tokens; without a name where the tokens do not fit. A part stands for its whole token."""
    found: list[tuple[range, str | None]] = []
    for (start, end, name), fit in zip(
        spans, align_all([(start, end) for start, end, _ in spans], borders), strict=True
    ):
        if isinstance(fit, Aligned):
            found.append((range(fit.first, fit.last + 1), name))
        else:
            tokens = met(borders, start, end)
            found.append((tokens, name if name.endswith(PART) and len(tokens) == 1 else None))
    return [(tokens, name) for tokens, name in found if tokens]


def _refused(known: Known, borders: Sequence[Range]) -> Iterable[tuple[int, str]]:
    """Single words whose name was refused; of longer ones only the edges may have been wrong."""
    for tokens, name in placed(known.refused, borders):
        if name is not None and len(tokens) == 1:
            yield tokens[0], name
