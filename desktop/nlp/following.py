"""In one article the second mention follows the first: what a decision means for a name elsewhere. Pure.

What was decided about a name here counts for its other places that wait for a decision, in all its forms; a
full name speaks for its surname, too. Where one's own decisions on a name disagree nothing follows. What is
suggested before the place of the decision was read and left: nothing speaks against it there, and a name is
only added where none is suggested. All ranges are half-open and count code points.
"""

from collections import Counter
from collections.abc import Iterable, Sequence

from desktop.nlp import segmentation
from desktop.nlp.name_forms import places
from store.values import ArticlePage, Evidence, Memo, Recalled, Span, Suggestion, Withheld

Range = tuple[int, int]

MEMORY = "memory"
"""The name of memory among the models of a suggestion."""

_PERSON = "PER"
_MIN_SURNAME = 3
_PRIOR = 0.5
"""As in `desktop.nlp.memory`: one decision makes 0.75."""


def following(
    page: ArticlePage, decided: Iterable[str], language: str | None, replaced: str = "", *, since: int = 0
) -> Memo:
    """What follows in the article of a page from what was just decided about these names.

    `replaced` are the words of a suggestion whose edges were moved to the first of the names. What is
    suggested before `since` stays as it is.
    """
    text = page.article.text
    state = _State(page, segmentation.tokens(text, language), language, since)
    for name in dict.fromkeys(decided):
        state.settle(name, replaced)
    return state.memo()


class _State:
    """The page while what follows is collected."""

    def __init__(self, page: ArticlePage, tokens: Sequence[Range], language: str | None, since: int) -> None:
        self.page, self.tokens, self.language, self.since = page, tokens, language, since
        self.text = page.article.text
        self.recalled: dict[Range, Recalled] = {}
        self.withheld: dict[Withheld, None] = {}
        self.released: dict[Withheld, None] = {}

    def memo(self) -> Memo:
        """All that follows."""
        return Memo(tuple(self.recalled.values()), tuple(self.withheld), tuple(self.released))

    def settle(self, name: str, replaced: str) -> None:
        """What follows for one name, and for the surname in it."""
        found = places(self.text, self.tokens, name, self.language)
        votes = self._votes(found)
        if len(votes) > 1 and votes.most_common(2)[0][1] == votes.most_common(2)[1][1]:
            return
        label, count = next(iter(votes.most_common(1)), (None, 0))
        for place in found:
            self._place(place, label, count, replaced=replaced)
        surname = self._surname(name) if label == _PERSON else ""
        if surname:
            apart = places(self.text, self.tokens, surname, self.language)
            if set(self._votes(apart)) <= {_PERSON}:
                for place in apart:
                    self._place(place, _PERSON, count, replaced="")

    def _votes(self, found: Sequence[Range]) -> Counter[str | None]:
        """How often which label was given at these places; None: it was refused there."""
        at = set(found)
        said = {
            (it.start, it.end): it.label for it in self.page.spans if it.label and (it.start, it.end) in at
        }
        votes: Counter[str | None] = Counter(said.values())
        votes[None] = len({(it.start, it.end) for it in self.page.rejections} & at - set(said))
        return +votes

    def _place(self, place: Range, label: str | None, count: int, *, replaced: str) -> None:
        if self._is_decided(place) or (place[0] < self.since and self._is_suggested(place)):
            return
        here = [it for it in self.page.suggestions if (it.start, it.end) == place]
        if label is None:
            # Taken back without a word against the name: what only followed from it goes with it.
            self._withhold(here if count else (it for it in here if it.models == (MEMORY,) and _followed(it)))
            return
        released = Withheld(*place, label)
        if any(it.label == label for it in here):
            pass
        elif released in self.page.withheld:
            self.released[released] = None
        elif not self._suggest(place, label, count, replaced):
            return
        self._withhold(it for it in here if it.label != label)

    def _suggest(self, place: Range, label: str, count: int, replaced: str) -> bool:
        """A suggestion where there was none, or in the place of one that was corrected to this name."""
        crossing = [
            it
            for it in self.page.suggestions
            if (it.start, it.end) != place and it.start < place[1] and place[0] < it.end
        ]
        if any(self.text[it.start : it.end] != replaced for it in crossing) or not self._is_name(place):
            return False
        self._withhold(crossing)
        score = (count + _PRIOR) / (count + 2 * _PRIOR)
        self.recalled[place] = Recalled(*place, label, score, Evidence(count, here=True))
        return True

    def _withhold(self, offered: Iterable[Suggestion]) -> None:
        self.withheld.update((Withheld(it.start, it.end, it.label), None) for it in offered)

    def _is_decided(self, place: Range) -> bool:
        own: Iterable[Span] = (it for it in self.page.spans if it.label is not None)
        meets = any(it.start < place[1] and place[0] < it.end for it in own)
        return meets or any((it.start, it.end) == place for it in self.page.rejections)

    def _is_suggested(self, place: Range) -> bool:
        return any(it.start < place[1] and place[0] < it.end for it in self.page.suggestions)

    def _is_name(self, place: Range) -> bool:
        """What nobody suggested is a name only if it is not written small."""
        return not self.text[place[0] : place[1]].islower()

    def _surname(self, name: str) -> str:
        words = segmentation.tokens(name, self.language)
        last = name[slice(*words[-1])] if len(words) > 1 else ""
        return last if len(last) >= _MIN_SURNAME and last[0].isupper() else ""


def _followed(suggestion: Suggestion) -> bool:
    return suggestion.evidence is not None and suggestion.evidence.here
