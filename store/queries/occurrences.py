"""The same name in other places: where it stands, and what is there already."""

from collections.abc import Iterable, Iterator, Sequence

from sqlalchemy import Connection, select

from store import search
from store.matching import Matching, occurrences, search_terms
from store.offsets import Range
from store.queries.codebook import settings
from store.queries.pages import page
from store.spans import overlap
from store.tables import core as t
from store.values import ArticlePage, Occurrence, Span, Suggestion, Work
from store.vocabulary import PlaceState

AROUND = 100
"""Code points of the text that are shown before and after."""


def candidates(conn: Connection, surface: str, matching: Matching) -> Sequence[int]:
    """The articles in which the words may stand, in the order of ids: those that the full text knows."""
    terms = search_terms(surface, matching)
    if terms is not None and search.parse(terms):
        return search.find(conn, terms)
    return list(conn.scalars(select(t.article.c.id).order_by(t.article.c.id)))


def found(
    conn: Connection, work: Work, surface: str, *, matching: Matching, label: str | None, among: Iterable[int]
) -> list[Occurrence]:
    """The occurrences in these articles, in their order; articles that are left out have none."""
    nested = settings(conn).nested
    listed: list[Occurrence] = []
    for article_id, text in _texts(conn, among):
        if not (places := occurrences(text, surface, matching)):
            continue
        shown = page(conn, work, article_id)
        if shown.set is None or shown.set.status != "excluded":
            listed += [_occurrence(shown, place, label, nested) for place in places]
    return listed


def _texts(conn: Connection, among: Iterable[int]) -> list[tuple[int, str]]:
    c = t.article.c
    rows = conn.execute(select(c.id, c.text).where(c.id.in_(list(among))).order_by(c.id))
    return [(row[0], row[1]) for row in rows]


def _occurrence(shown: ArticlePage, place: Range, label: str | None, nested: bool) -> Occurrence:
    (start, end), text = place, shown.article.text
    there = [it for it in shown.spans if _is_at(it, place)]
    here = next((it for it in there if it.label is not None), next(iter(there), None))
    suggested = next((it for it in shown.suggestions if _is_at(it, place)), None)
    state, other = next(_states(shown, place, label, nested=nested))
    return Occurrence(
        article_id=shown.article.id,
        title=shown.article.title or shown.article.key,
        start=start,
        end=end,
        before=text[max(0, start - AROUND) : start],
        words=text[start:end],
        after=text[end : end + AROUND],
        state=state,
        other=other,
        span=here.id if here is not None and here.label != label else None,
        suggestion=suggested.id if suggested is not None else None,
    )


def _states(
    shown: ArticlePage, place: Range, label: str | None, *, nested: bool
) -> Iterator[tuple[PlaceState, str | None]]:
    """What is there, what speaks most against labelling it first, with the label that it has."""
    own = [it for it in shown.spans if overlap(it, place)]
    here = [it for it in own if _is_at(it, place)]
    labelled = [it for it in here if it.label is not None]
    crossing = [it for it in own if it.label is not None and it not in here]
    offered = [it for it in shown.suggestions if overlap(it, place)]
    if any(it.label == label for it in here):
        yield "same", label
    if labelled:
        yield "other_label", labelled[0].label
    if crossing and not nested and label is not None:
        yield "overlaps", crossing[0].label
    if any(not it.in_scope and overlap(it, place) for it in shown.zones):
        yield "out_of_scope", None
    if any((it.start, it.end, it.label) == (*place, label) for it in shown.rejections):
        yield "rejected", label
    if here:
        yield "mention", None
    if suggested := [it for it in offered if _is_at(it, place)]:
        yield "suggested", suggested[0].label
    if offered:
        yield "within", offered[0].label
    yield "free", None


def _is_at(item: Span | Suggestion, place: Range) -> bool:
    return (item.start, item.end) == place and item.form == "plain"
