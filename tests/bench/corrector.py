"""A simulated annotator who reads, puts right what is wrong or missing, and leaves the rest to Done.

As Lesart is meant to be used: a suggestion that is right takes no key, Done records it as seen unchanged.
What the hand holds after each key is told by the window's own pure functions. Pure.
"""

from math import ceil

from msgspec.structs import replace

from desktop.gui.article_view.grammar import react
from desktop.gui.article_view.hand import Hand, Selection
from desktop.gui.article_view.reaction import Screen
from desktop.gui.article_view.scene import Scene
from desktop.gui.article_view.taking import renewed, selected
from store.offsets import Range
from store.values import ArticlePage, Suggestion, Touched
from tests.bench.annotator import KEPT, SCREEN, Annotator, Gold
from tests.bench.travel import way_to, way_to_name


class Corrector(Annotator):
    """One article in reading order: on each screen what is missing, then what is wrong, then a page on."""

    def annotate(self, gold: Gold) -> int:
        """Correct until what stands there and what is suggested are `gold`; the presses, with Done."""
        self._hand = Hand()
        self._read = SCREEN
        while self._correct(gold) or self._read_on():
            pass
        left = {(it.start, it.end): it.label for it in self.page.suggestions}
        assert {**left, **self._own()} == dict(gold), "the simulation did not reach the goal"
        self._finish()
        return self.presses

    def _correct(self, gold: Gold) -> bool:
        """One step on what has been read; False where nothing is left to do there."""
        scene, visible = self._scene(), (self._top, self._top + SCREEN)
        todo = next_step(self.page, gold, max(self._read, visible[1]))
        if isinstance(todo, tuple):
            self._add(todo, gold[todo])
        elif todo:
            way = way_to(scene, self._hand, visible, {it.id for it in todo})
            self.costs["travel"] += len(way.keys)
            self._hand = replace(way.hand, going_on=True)
            thing = way.hand.thing
            self._decide(next(it for it in todo if thing and it.id == thing.id), gold)
        return bool(todo)

    def _read_on(self) -> bool:
        """A page on, if there is more to read."""
        if not self.page.article.text[self._read :].strip():
            return False
        top = self._read - KEPT
        self.costs["read"] += max(1, ceil(abs(top - self._top) / SCREEN))
        self._show(top)
        return True

    def _show(self, top: int) -> None:
        super()._show(top)
        if self._top <= self._read:
            self._read = max(self._read, self._top + SCREEN)

    def _committing(self, presses: int, *, says_label: bool) -> int:
        """What comes next commits a draft; a digit goes on as any decision does."""
        self._hand = replace(self._hand, going_on=says_label)
        return presses + says_label

    def _reaching(self, place: Range) -> int:
        """By letters, or by steps to a name that was nearly suggested where these are fewer."""
        lettered = super()._reaching(place)
        way = way_to_name(self._scene(), self._hand, place)
        return min(lettered, len(way.keys)) if way is not None else lettered

    def _make(self, place: Range, label: str, origin: Suggestion | None) -> None:
        before = self._scene()
        if origin is None:
            self._hand = selected(self._hand, Selection(*place))
        super()._make(place, label, origin)
        self._renew(before, next(it.id for it in self.page.spans if (it.start, it.end) == place))

    def _refuse(self, thing: Suggestion) -> None:
        before = self._scene()
        super()._refuse(thing)
        self._renew(before, None)

    def _renew(self, before: Scene, span: int | None) -> None:
        touched = Touched(0, "", (1,), frozenset(), span)
        self._hand = renewed(self._scene(), self._hand, before=before, touched=touched)
        self._caret = self._hand.caret
        self._reveal(self._hand.place)

    def _finish(self) -> None:
        """As often as the window asks for it; all of the article was on screen."""
        seen = frozenset(it.id for it in self.page.suggestions)
        hand, asked = self._hand, None
        while asked is None:
            reaction = react(self._scene(), hand, "finish", screen=Screen(seen, whole=True))
            hand, asked = reaction.hand, reaction.asked
            self.costs["done"] += 1


def next_step(page: ArticlePage, gold: Gold, bottom: int) -> Range | list[Suggestion]:
    """What to do above a place: add an entity that no suggestion is near, decide one of those that are
    wrong, then add what these stood in the way of; [] if all is right.
    """
    offered = [it for it in page.suggestions if it.start < bottom]
    own = {(it.start, it.end) for it in page.spans}
    there = own | {(it.start, it.end) for it in offered}
    missing = [it for it in sorted(gold) if it[0] < bottom and it not in there]
    wrong = [it for it in offered if gold.get((it.start, it.end)) != it.label or (it.start, it.end) in own]
    apart = (it for it in missing if not any(other.start < it[1] and it[0] < other.end for other in wrong))
    first = next(apart, None)
    return first or wrong or (missing[0] if missing else [])
