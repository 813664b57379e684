"""What two readers say differently, in the order of the text."""

from collections.abc import Iterator

from store.agreement import span_scores, stance_matches
from store.agreement.readings import Difference, DifferenceKind, Range, Reading, ReadSpan, ReadStance


def differences(first: Reading, second: Reading) -> list[Difference]:
    """Every span and stance that the two do not share in full."""
    found = [*_spans(first, second), *_stances(first, second)]
    return sorted(found, key=lambda item: (item.start, item.end, item.kind))


def _spans(first: Reading, second: Reading) -> Iterator[Difference]:
    for a, b in span_scores.paired(first.spans, second.spans):
        if (kind := _kind(a, b)) is None:
            continue
        places = [(span.start, span.end) for span in (a, b) if span is not None]
        one = a or b
        yield Difference(
            kind,
            first.article,
            min(start for start, _ in places),
            max(end for _, end in places),
            a.label if a else "",
            b.label if b else "",
            span=one.id if one else None,
        )


def _kind(a: ReadSpan | None, b: ReadSpan | None) -> DifferenceKind | None:
    if a is None or b is None:
        return "span_missing"
    if (a.start, a.end) != (b.start, b.end):
        return "span_edges"
    return "span_label" if a.label != b.label else None


def _stances(first: Reading, second: Reading) -> Iterator[Difference]:
    for a, b in stance_matches.paired(first.stances, second.stances):
        kind: DifferenceKind
        if a is None or b is None:
            kind = "stance_missing"
        elif a.label != b.label:
            kind = "stance_label"
        elif a.evidence and b.evidence and set(a.evidence) != set(b.evidence):
            kind = "evidence"
        else:
            continue
        start, end = _place(a) or _place(b) or (0, 0)
        one = a or b
        yield Difference(
            kind,
            first.article,
            start,
            end,
            a.label if a else "",
            b.label if b else "",
            what=" → ".join(one.names) if one else "",
            stance=one.id if one else None,
        )


def _place(stance: ReadStance | None) -> Range | None:
    return stance.place if stance else None
