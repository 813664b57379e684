"""A simulated annotator: the presses of keys that an article takes, counted without a window.

Does what `tests.bench.replay.Replay` does at the real window, by the same pure functions: letters of jumps,
tokens, what follows in the article. `tests/bench/effort.py` compares both on some articles. Pure.
"""

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from msgspec.structs import replace

from desktop.gui.article_view.hand import SuggestionInHand
from desktop.gui.article_view.hints import jumps
from desktop.gui.article_view.scene import Codebook, Scene, Segmentation
from desktop.nlp import segmentation
from desktop.nlp.following import MEMORY, following
from desktop.nlp.memory import Decision, Undecided, around
from desktop.nlp.unmarked import unmarked
from store.offsets import Range
from store.values import Article, ArticlePage, Memo, PredictedSpan, Rejection, Span, Suggestion
from tests.bench.travel import drafting

Gold = Mapping[Range, str]

LANGUAGE = "de"
SCREEN = 800
"""Code points on a screen of 1360 x 860 pixels in the usual font (measured on articles of short paragraphs:
750 to 910).
"""

KEPT = 60
"""Code points of a line that paging keeps in sight."""


class Annotator:
    """One article, from what is suggested to what is to stand there; `costs` has the presses by what they
    were for and by who caused them.

    `variants`: what the model nearly suggested; `remembers`: what follows from a decision for the same name
    in the article is suggested.
    """

    def __init__(
        self,
        text: str,
        suggested: Iterable[PredictedSpan] = (),
        *,
        variants: Sequence[PredictedSpan] = (),
        memo: Memo | None = None,
        remembers: bool = False,
    ) -> None:
        self.costs: Counter[str] = Counter()
        self.decisions: list[Decision] = []
        self._remembers, self._variants = remembers, variants
        self._tokens = segmentation.tokens(text, LANGUAGE)
        self._ids = 0
        self._caret = self._top = 0
        self._known: dict[tuple[int, int, str], Suggestion] = {}
        article = Article(1, "a", "", LANGUAGE, *[None] * 7, "", {}, text)
        self.page = ArticlePage(article, (), None, (), (), (), (), (), predicted=True)
        offered = [
            Suggestion((self._id(),), it.start, it.end, it.label, "plain", it.score, ("m",))
            for it in suggested
        ]
        self._offer(offered)
        if memo is not None:
            self._take(memo)

    @property
    def presses(self) -> int:
        """All of them."""
        return self.costs.total()

    @property
    def undecided(self) -> Undecided:
        """What memory learns from what was left: a model's suggestions, and words that nothing stands for."""
        text, offered = self.page.article.text, self.page.suggestions
        left = tuple((text[it.start : it.end], it.label) for it in offered if MEMORY not in it.models)
        marked = [(it.start, it.end) for it in (*offered, *self.page.spans)]
        return Undecided(left, tuple(unmarked(text, marked)))

    # --- The work --------------------------------------------------------------------------------------

    def annotate(self, gold: Gold) -> int:
        """Decide every suggestion, add what is missing; returns the presses, with the one that finishes."""
        self._decide_all(gold)
        for place, label in sorted(gold.items()):
            if place not in self._own():
                self._add(place, label)
                self._decide_all(gold)
        assert self._own() == dict(gold), "the simulation did not reach the goal"
        self.costs["done"] += 1
        return self.presses

    def _decide_all(self, gold: Gold) -> None:
        if not self.page.suggestions:
            return
        self.costs["travel"] += 1  # Tab
        thing = self._next()
        self._caret = thing.start if thing is not None else self._caret
        while thing is not None:
            if thing.start < self._caret:
                self.costs["travel"] += 1  # a decision goes on to the end, Tab round it
            self._caret = thing.start
            self._reveal((thing.start, thing.end))
            self._decide(thing, gold)
            thing = self._next()

    def _next(self) -> Suggestion | None:
        """The next suggestion from the caret on, round the end."""
        offered = self.page.suggestions
        first = bisect_left(offered, self._caret, key=lambda it: it.start)
        return next(iter((*offered[first:], *offered[:first])), None)

    def _decide(self, thing: Suggestion, gold: Gold) -> None:
        place = thing.start, thing.end
        meant = place if place in gold else self._meant(place, gold)
        whose = "memory" if MEMORY in thing.models else "model"
        if meant is None:
            self.costs[f"refused, {whose}"] += 1
            self._refuse(thing)
            return
        if meant != place:
            in_hand = SuggestionInHand(thing.id, thing.start, thing.end, thing.label, thing.score)
            draft = drafting(self._scene(), in_hand, meant, gold[meant])
            self.costs[f"moved, {whose}"] += self._committing(draft.presses, says_label=draft.says_label)
        else:
            kind = "relabelled" if gold[meant] != thing.label else "confirmed"
            self.costs[f"{kind}, {whose}"] += 1
        self._make(meant, gold[meant], thing)

    def _committing(self, presses: int, *, says_label: bool) -> int:
        """The presses of a draft with the one that commits it: Enter, or the digit of another label."""
        return presses + 1

    def _meant(self, place: Range, gold: Gold) -> Range | None:
        other = {(it.start, it.end) for it in self.page.suggestions} | set(self._own())
        return next(
            (it for it in sorted(gold) if it[0] < place[1] and place[0] < it[1] and it not in other), None
        )

    # --- What is missing -------------------------------------------------------------------------------

    def _add(self, place: Range, label: str) -> None:
        self._scroll_to(place)
        self.costs[f"added, {self._missing(place)}"] += self._reaching(place) + 1
        self._caret = place[0]
        self._make(place, label, None)

    def _missing(self, place: Range) -> str:
        """Why it has to be added."""
        if any((it.start, it.end) == place for it in self.page.withheld):
            return "kept back by memory"
        nearly = any((it.start, it.end) == place for it in self._variants)
        return "nearly suggested" if nearly else "not suggested"

    def _reaching(self, place: Range) -> int:
        """The presses until it is selected, by letters."""
        scene = self._scene()
        visible = self._top, self._top + SCREEN
        words = jumps(scene, visible, words=True, near=self._caret).places
        steps = len(self._between(*place))
        hint = next((it for it in words if it.start == place[0]), None)
        if hint is not None:
            return 1 + len(hint.letters) + abs(steps - len(self._between(hint.start, hint.end)))
        boxes = jumps(scene, visible, words=False, near=self._caret).places
        ways = [
            (len(self._between(*sorted((it.start, place[0])))), len(it.letters)) for it in (*boxes, *words)
        ]
        away, letters = min(ways, default=(len(self._between(*sorted((self._caret, place[0])))), -1))
        return 1 + letters + away + steps

    def _scroll_to(self, place: Range) -> None:
        """By pages, each of which keeps a line in sight."""
        while place[1] > self._top + SCREEN:
            self.costs["read"] += 1
            self._show(self._top + SCREEN - KEPT)
        while place[0] < self._top:
            self.costs["read"] += 1
            self._show(self._top - SCREEN + KEPT)

    def _reveal(self, place: Range) -> None:
        """As the view does: what is in hand stands at a third of the height where it was out of sight."""
        if place[0] < self._top or place[1] > self._top + SCREEN:
            self._show(place[0] - SCREEN // 3)

    def _show(self, top: int) -> None:
        self._top = max(0, min(top, len(self.page.article.text) - SCREEN))

    def _between(self, start: int, end: int) -> Sequence[Range]:
        first, last = (bisect_left(self._tokens, (at, at)) for at in (start, end))
        return self._tokens[first:last]

    def _scene(self) -> Scene:
        segmentation = Segmentation(self._tokens, ())
        scene = Scene(self.page, codebook=Codebook(nested=True), segmentation=segmentation)
        return scene.with_variants(self._variants)

    # --- What the store would do -----------------------------------------------------------------------

    def _make(self, place: Range, label: str, origin: Suggestion | None) -> None:
        words, before = self.page.article.text[slice(*place)], ""
        self._say(place, label)
        if origin is not None and (origin.start, origin.end) != place:
            before = self.page.article.text[origin.start : origin.end]
            self._say((origin.start, origin.end), None)
        made = Span(self._id(), *place, label)
        spans = sorted((*self.page.spans, made), key=lambda it: (it.start, it.end))
        self.page = replace(self.page, spans=tuple(spans))
        self._offer(it for it in self.page.suggestions if it is not origin)
        self._follow([words], before, min(place[0], origin.start if origin else place[0]))

    def _refuse(self, thing: Suggestion) -> None:
        place = thing.start, thing.end
        self._say(place, None)
        refused = (*self.page.rejections, Rejection(*place, thing.label))
        self.page = replace(self.page, rejections=refused)
        self._offer(it for it in self.page.suggestions if it is not thing)
        self._follow([self.page.article.text[slice(*place)]], "", place[0])

    def _say(self, place: Range, label: str | None) -> None:
        text = self.page.article.text
        if label is not None or place not in self._own():
            self.decisions.append(Decision(text[slice(*place)], label, *around(text, *place, LANGUAGE)))

    def _follow(self, names: list[str], replaced: str, since: int) -> None:
        if self._remembers:
            self._take(following(self.page, names, LANGUAGE, replaced, since=since))

    def _take(self, memo: Memo) -> None:
        """What memory says is shown: more is suggested, less is."""
        kept_back = {(it.start, it.end, it.label) for it in memo.withheld}
        back = [self._known[it.start, it.end, it.label] for it in memo.released]
        recalled = [
            Suggestion((self._id(),), it.start, it.end, it.label, "plain", it.score, (MEMORY,), it.evidence)
            for it in memo.recalled
        ]
        there = {(it.start, it.end, it.label) for it in self.page.suggestions}
        fresh = [it for it in (*back, *recalled) if (it.start, it.end, it.label) not in there]
        withheld = (*(it for it in self.page.withheld if it not in memo.released), *memo.withheld)
        self.page = replace(self.page, withheld=withheld)
        left = (it for it in self.page.suggestions if (it.start, it.end, it.label) not in kept_back)
        self._offer((*left, *fresh))

    def _offer(self, suggestions: Iterable[Suggestion]) -> None:
        """Suggest these, less what is settled."""
        own = {(it.start, it.end, it.label) for it in self.page.spans}
        own |= {(it.start, it.end, it.label) for it in self.page.rejections}
        offered = sorted(suggestions, key=lambda it: (it.start, it.end))
        self._known.update(((it.start, it.end, it.label), it) for it in offered)
        left = tuple(it for it in offered if (it.start, it.end, it.label) not in own)
        self.page = replace(self.page, suggestions=left)

    def _own(self) -> dict[Range, str]:
        return {(it.start, it.end): it.label or "" for it in self.page.spans}

    def _id(self) -> int:
        self._ids += 1
        return self._ids
