"""Spans on the tokens of a format that knows nothing else: what fits, and what is lost (all pure)."""

import re
from collections.abc import Iterable, Sequence

from msgspec.structs import replace

from store.alignment import Aligned, align_all
from store.formats.problems import Loss
from store.formats.protocol import Misfit, Overlap, Scheme, Segment, WriteOptions
from store.formats.readings import lost, name_of
from store.formats.records import ArticleRecord, SetRecord, SpanRecord, ZoneRecord
from store.offsets import Range, met
from store.spans import longest_only, shortest_only

_TAG = re.compile(r"O|[BIMESLUW]-\S+")
_ENDS = frozenset("ESLUW")
_BEGINS = frozenset("BSUW")


def on_tokens(
    article: ArticleRecord,
    spans: Sequence[SpanRecord],
    borders: Sequence[Range],
    misfit: Misfit = "leave_out",
) -> tuple[list[SpanRecord], list[Loss]]:
    """Spans that are whole tokens; lost are those that are not, and listed those that were widened."""
    kept: list[SpanRecord] = []
    losses: list[Loss] = []
    for span, found in zip(spans, align_all([(s.start, s.end) for s in spans], borders), strict=True):
        if isinstance(found, Aligned):
            kept.append(span)
        elif misfit == "widen" and found.nearest is not None:
            kept.append(replace(span, start=found.nearest[0], end=found.nearest[1]))
            losses.append(lost(article, span, "widened"))
        else:
            losses.append(lost(article, span, found.kind))
    return kept, losses


def flat(
    article: ArticleRecord, spans: Sequence[SpanRecord], overlap: Overlap = "longest"
) -> tuple[list[SpanRecord], list[Loss]]:
    """Without overlaps, the longest or the shortest first; what had to give way is lost."""
    kept = longest(spans) if overlap == "longest" else shortest_only(_plain_first(spans))
    ids = {id(span) for span in kept}
    return kept, [lost(article, span, "nested") for span in spans if id(span) not in ids]


def longest(spans: Sequence[SpanRecord]) -> list[SpanRecord]:
    """The spans without overlaps (see `store.spans.longest_only`); of equal ranges a plain one stays."""
    return longest_only(_plain_first(spans))


def _plain_first(spans: Sequence[SpanRecord]) -> list[SpanRecord]:
    return sorted(spans, key=lambda it: it.form != "plain")


def flat_rows(
    article: ArticleRecord,
    item: SetRecord,
    borders: Sequence[Range],
    misfit: Misfit,
    *,
    overlap: Overlap = "longest",
    forbidden: str = "",
) -> tuple[list[SpanRecord], list[tuple[int, int, str]], list[Loss]]:
    """What a format of one tag a token can hold: the spans, these as (first, last, name), and the losses."""
    held, losses = nameable(article, item.spans, forbidden)
    fitting, misfits = on_tokens(article, held, borders, misfit)
    kept, nested = flat(article, fitting, overlap)
    return kept, numbered(kept, borders), [*losses, *misfits, *nested]


def nameable(
    article: ArticleRecord, spans: Sequence[SpanRecord], forbidden: str = ""
) -> tuple[list[SpanRecord], list[Loss]]:
    """Spans with a label that can be a cell without `forbidden` characters; the others are lost."""
    kept: list[SpanRecord] = []
    losses: list[Loss] = []
    for span in spans:
        name = None if span.label is None else name_of(span.label, span.form)
        if name is not None and is_tag(f"B-{name}") and not set(name) & set(forbidden):
            kept.append(span)
        else:
            losses.append(lost(article, span, "mention" if span.label is None else "name"))
    return kept, losses


def numbered(spans: Sequence[SpanRecord], borders: Sequence[Range]) -> list[tuple[int, int, str]]:
    """Spans that are whole tokens as (first, last, name), both included."""
    first = {start: i for i, (start, _) in enumerate(borders)}
    last = {end: i for i, (_, end) in enumerate(borders)}
    return [(first[it.start], last[it.end], name_of(it.label, it.form) or "") for it in spans]


def in_scope(borders: Sequence[Range], zones: Sequence[ZoneRecord]) -> list[Range]:
    """The tokens that no zone out of scope holds."""
    out = tokens_in(borders, ((zone.start, zone.end) for zone in zones if not zone.in_scope))
    return [it for i, it in enumerate(borders) if i not in out]


def tokens_in(borders: Sequence[Range], ranges: Iterable[Range]) -> set[int]:
    """The tokens (indexes) that share a character with one of the ranges."""
    return {i for start, end in ranges for i in met(borders, start, end)}


def borders_of(article: ArticleRecord, options: WriteOptions) -> list[Range]:
    """The tokens of an article that are to be written. Raises ValueError where nobody says what they are."""
    if options.segment is None:
        raise ValueError("tokens are needed")
    borders = options.segment(article.text or "", article.language or "und")
    return in_scope(borders, article.zones) if options.in_scope else borders


def sentences_of(
    article: ArticleRecord, borders: Sequence[Range], spans: Sequence[SpanRecord], sentences: Segment | None
) -> list[range]:
    """The tokens (indexes) of each sentence; none ends within a span. Without `sentences` all are one."""
    if not borders:
        return []
    ends = [end for _, end in sentences(article.text or "", article.language or "und")] if sentences else []
    inside: set[int] = set()
    for span in spans if ends else ():
        inside.update(i for i in met(borders, span.start, span.end) if borders[i][0] > span.start)
    cuts = [0]
    position = 0
    for i, (start, _) in enumerate(borders):
        is_over = position < len(ends) and start >= ends[position]
        while position < len(ends) and start >= ends[position]:
            position += 1
        if is_over and i not in inside and i > cuts[-1]:
            cuts.append(i)
    return [range(first, last) for first, last in zip(cuts, [*cuts[1:], len(borders)], strict=True)]


# --- Tags --------------------------------------------------------------------------------


def tags(
    spans: Sequence[tuple[int, int, str]], count: int, scheme: Scheme = "iob2", within: Sequence[range] = ()
) -> list[str]:
    """A tag for each of `count` tokens; `spans` are (first, last, name), both included, without overlaps.

    In IOB1 a range begins with B only directly behind one of its name in the same sentence (`within`).
    """
    found = ["O"] * count
    starts = {sentence.start for sentence in within} | {0}
    for first, last, name in sorted(spans):
        follows = first not in starts and first > 0 and found[first - 1][2:] == name
        begin = "I" if scheme == "iob1" and not follows else "B"
        found[first : last + 1] = [f"{begin}-{name}", *[f"I-{name}"] * (last - first)]
        if scheme == "bioes":
            found[last] = f"{'S' if first == last else 'E'}-{name}"
    return found


def ranges(found: Sequence[str]) -> list[tuple[int, int, str]]:
    """(first, last, name) of the tags of one sentence, in whatever scheme: IOB1, IOB2, BIOES, BILOU, BMEWO.

    An I without anything before it begins a range, as in IOB1 and in careless files.
    """
    result: list[tuple[int, int, str]] = []
    open_ = False
    for i, tag in enumerate(found):
        letter, name = tag[:1], tag[2:]
        if letter == "O":
            open_ = False
            continue
        if open_ and letter not in _BEGINS and result[-1][2] == name:
            result[-1] = (result[-1][0], i, name)
        else:
            result.append((i, i, name))
        open_ = letter not in _ENDS
    return result


def is_tag(cell: str) -> bool:
    """Whether a cell is a tag of one of these schemes."""
    return _TAG.fullmatch(cell) is not None
