"""Which evidence suggestions still wait on a page: actors by its spans, less what is settled. Pure."""

from collections.abc import Sequence

from desktop.nlp.evidence import CueSentence, Meeting, meetings
from store.offsets import Range
from store.values import ArticlePage

ACTING = ("PER", "ORG", "GPE", "NORP", "LOC")
"""How the codes of labels begin whose names can say and do something; „Moskau“ does, „2024“ does not."""


def waiting(page: ArticlePage, found: Sequence[CueSentence], named: Sequence[Range]) -> list[Meeting]:
    """What is suggested in zones in scope and not answered yet; nothing once the article is done."""
    if page.set is not None and page.set.status not in ("new", "in_progress"):
        return []
    aside = [(zone.start, zone.end) for zone in page.zones if not zone.in_scope]
    made = meetings(page.article.text, found, _actors(page, named), frozenset(page.cue_refusals))
    return [
        it
        for it in made
        if not any(start <= it.start < end for start, end in aside) and not _is_settled(page, it)
    ]


def _actors(page: ArticlePage, named: Sequence[Range]) -> set[Range]:
    """Spans that can act, own ones and suggested ones; names of the codebook where no span is."""
    spans = {
        (it.start, it.end)
        for it in (*page.spans, *page.suggestions)
        if it.form == "plain" and (it.label or "").startswith(ACTING)
    }
    spans |= {(it.start, it.end) for it in page.spans if it.actor_id is not None}
    taken = [*((it.start, it.end) for it in page.spans), *spans]
    return spans | {it for it in named if not any(it[0] < end and start < it[1] for start, end in taken)}


def _is_settled(page: ArticlePage, meeting: Meeting) -> bool:
    """Whether a stance has the cue, or its holder here and evidence around the cue."""
    ranges = {it.id: (it.start, it.end) for it in page.spans}
    for stance in page.stances:
        is_holder = ranges.get(stance.holder_span or -1) == meeting.actor
        for part in stance.parts:
            meets = part.start < meeting.end and meeting.start < part.end
            if meets and (is_holder or part.role == "cue"):
                return True
    return False
