"""One article page as the hand sees it: what is where, what comes next, what a digit means. Pure."""

from bisect import bisect_left
from collections.abc import Collection, Iterator, Sequence
from typing import NamedTuple

from desktop.gui.article_view.caret import token_at
from desktop.gui.article_view.hand import OwnSpan, SuggestionInHand
from desktop.gui.article_view.marks import Look, Mark, MarkList
from desktop.gui.article_view.paragraphs import Paragraphs
from desktop.gui.article_view.waiting import waiting
from desktop.nlp.evidence import CueSentence, Meeting, cue_sentences, named
from store.offsets import Range, snap
from store.values import ArticlePage, Label, PredictedSpan, Rejection, Stance, Topic, Withheld


class Codebook(NamedTuple):
    """What spans and stances may be labelled with."""

    labels: Sequence[Label] = ()
    stance_labels: Sequence[Label] = ()
    topics: Sequence[Topic] = ()
    nested: bool = False
    """Whether one span may stand in another."""
    suggests_evidence: bool = False
    actors: Sequence[str] = ()
    """Names and other names of the actors; only where evidence is suggested."""
    retired: Sequence[Label] = ()
    """Entity labels that are no longer given; what was marked with them keeps its name and colour."""
    language: str | None = None
    """The project's, for articles whose own is not known."""

    def label(self, code: str | None) -> Label | None:
        """The entity label of a code, a retired one too."""
        return next((label for label in (*self.labels, *self.retired) if label.code == code), None)

    def label_on(self, digit: str) -> Label | None:
        """The entity label on a digit key."""
        return next((label for label in self.labels if label.key == digit), None)

    def chosen(self, action: str) -> tuple[str | None] | None:
        """The label that an action gives, if it gives one: `digit_3`, `label_PER`, `mention` (None)."""
        if action == "mention":
            return (None,)
        kind, _, name = action.partition("_")
        found = self.label_on(name) if kind == "digit" else self.label(name) if kind == "label" else None
        return (found.code,) if found and found in self.labels else None

    def stance_label(self, code: str | None) -> Label | None:
        """The stance label of a code."""
        return next((label for label in self.stance_labels if label.code == code), None)

    def topic_on(self, digit: str) -> Topic | None:
        """The topic pinned to a digit key."""
        return next((topic for topic in self.topics if str(topic.digit) == digit), None)


class Reading(NamedTuple):
    """Sentences with cues of an article, and where names of the codebook's actors stand in it."""

    sentences: Sequence[CueSentence]
    actors: Sequence[Range]


class Segmentation(NamedTuple):
    """Sorted ranges that do not overlap, in code points."""

    tokens: Sequence[Range] = ()
    sentences: Sequence[Range] = ()


class Scene:
    """A page with its codebook and its tokens; a change makes a new scene by `with_page`."""

    def __init__(
        self,
        page: ArticlePage,
        *,
        codebook: Codebook,
        segmentation: Segmentation,
        shows_rejected: bool = False,
    ) -> None:
        self.page = page
        self.codebook = codebook
        self.segmentation = segmentation
        self.text = page.article.text
        self.paragraphs = Paragraphs(self.text)
        self.own = MarkList(page.spans)
        self.suggested = MarkList(page.suggestions)
        self.shows_rejected = shows_rejected
        self.rejected = MarkList(refused(page) if shows_rejected else ())
        self._aside = [(zone.start, zone.end) for zone in page.zones if not zone.in_scope]
        self.variants: Sequence[PredictedSpan] = ()
        self._read: Reading | None = None
        self._evidence: list[Meeting] | None = None

    def with_page(self, page: ArticlePage) -> tuple["Scene", list[Mark], list[Mark]]:
        """The scene of the same article after a change, with the marks that went and those that came."""
        made = Scene.__new__(Scene)
        made.__dict__.update(self.__dict__)
        made.page = page
        made.own, gone, came = self.own.updated(page.spans)
        made.suggested, gone_too, came_too = self.suggested.updated(page.suggestions)
        made._aside = [(zone.start, zone.end) for zone in page.zones if not zone.in_scope]
        made._evidence = None
        made, old, new = made.with_rejected(self.shows_rejected)
        return made, [*gone, *gone_too, *old], [*came, *came_too, *new]

    def with_rejected(self, shown: bool) -> tuple["Scene", list[Mark], list[Mark]]:
        """The same page with rejected suggestions or without, with the marks that went and that came."""
        made = Scene.__new__(Scene)
        made.__dict__.update(self.__dict__)
        made.shows_rejected = shown
        made.rejected, gone, came = self.rejected.updated(refused(self.page) if shown else ())
        return made, gone, came

    def with_variants(self, variants: Sequence[PredictedSpan]) -> "Scene":
        """The same page with what the model nearly suggested."""
        made = Scene.__new__(Scene)
        made.__dict__.update(self.__dict__)
        made.variants = variants
        return made

    def with_codebook(self, codebook: Codebook) -> "Scene":
        """The same page under changed labels or topics."""
        made = Scene.__new__(Scene)
        made.__dict__.update(self.__dict__)
        made.codebook = codebook
        made._read, made._evidence = None, None
        return made

    @property
    def evidence(self) -> Sequence[Meeting]:
        """The evidence suggestions that wait for an answer; computed when first asked for, and only if on."""
        if not self.codebook.suggests_evidence:
            return ()
        if self._evidence is None:
            read = self._read = self._read or self._look_up()
            self._evidence = waiting(self.page, read.sentences, read.actors)
        return self._evidence

    def _look_up(self) -> "Reading":
        """What of the evidence suggestions does not change with what is annotated."""
        tokens, sentences = self.segmentation
        language = self.page.article.language or self.codebook.language
        found = cue_sentences(self.text, tokens, sentences, language)
        return Reading(found, named(self.text, tokens, self.codebook.actors))

    def is_aside(self, mark: Mark) -> bool:
        """Whether it starts in a zone out of scope; the hand passes over it."""
        return self.is_outside(mark.start)

    def is_outside(self, position: int) -> bool:
        """Whether a place is in a zone out of scope."""
        return any(start <= position < end for start, end in self._aside)

    def is_dimmed(self, start: int, end: int) -> bool:
        """Whether anything of a range is in such a zone."""
        return any(first < end and start < last for first, last in self._aside)

    def mark(self, thing: OwnSpan | SuggestionInHand | None) -> Mark | None:
        """The box of what is in hand."""
        if thing is None:
            return None
        marks = self.suggested if isinstance(thing, SuggestionInHand) else self.own
        return marks.find(thing.id, near=thing.start)

    def at(self, position: int) -> list[Mark]:
        """All boxes that hold the code point at `position`, innermost first, own ones before suggestions."""
        here = [*self.own.at(position), *self.suggested.at(position)]
        return sorted(here, key=lambda mark: mark.end - mark.start)

    def meeting(self, start: int, end: int) -> list[Mark]:
        """All boxes that share a character with `[start, end)`; a rejected one not where one stands again."""
        found = [*self.own.meeting(start, end), *self.suggested.meeting(start, end)]
        if self.rejected.items:
            standing = {(mark.start, mark.end) for mark in found}
            rejected = self.rejected.meeting(start, end)
            found += [mark for mark in rejected if (mark.start, mark.end) not in standing]
        return found

    def in_scope(self) -> list[Mark]:
        """All boxes in scope, own ones and suggestions, in text order."""
        marks = (*self.own.items, *self.suggested.items)
        return sorted(
            (mark for mark in marks if not self.is_aside(mark)),
            key=lambda mark: (mark.start, mark.end, mark.is_suggestion, mark.id),
        )

    def undecided(self) -> Iterator[Mark]:
        """The suggestions in scope that wait for a decision."""
        return (mark for mark in self.suggested.items if not self.is_aside(mark))

    def next_undecided(
        self, thing: OwnSpan | SuggestionInHand | None, position: int, step: int
    ) -> Mark | None:
        """The nearest undecided suggestion in that direction, round the end of the article."""
        return self._next(
            self.suggested, thing if isinstance(thing, SuggestionInHand) else None, position, step
        )

    def next_doubtful(self, thing: OwnSpan | SuggestionInHand | None, step: int) -> Mark | None:
        """The undecided suggestion that comes after (before) this one when the least sure comes first.

        Without one in hand the least sure one (the surest). Those without a score count as sure.
        """
        marks = sorted(self.undecided(), key=_doubt)
        if not marks:
            return None
        if not isinstance(thing, SuggestionInHand):
            return marks[0 if step > 0 else -1]
        here = _doubt(thing)
        if step > 0:
            return next((mark for mark in marks if _doubt(mark) > here), marks[0])
        return next((mark for mark in reversed(marks) if _doubt(mark) < here), marks[-1])

    def next_unsure(self, thing: OwnSpan | SuggestionInHand | None, position: int, step: int) -> Mark | None:
        """The nearest own span in that direction that is marked as unsure, round the end of the article."""
        return self._next(
            self.own, thing if isinstance(thing, OwnSpan) else None, position, step, looks=("unsure",)
        )

    def next_own(self, thing: OwnSpan | SuggestionInHand | None, position: int, step: int) -> Mark | None:
        """The nearest own span or mention in that direction, round the end of the article."""
        return self._next(self.own, thing if isinstance(thing, OwnSpan) else None, position, step)

    def _next(
        self,
        marks: MarkList,
        thing: OwnSpan | SuggestionInHand | None,
        position: int,
        step: int,
        *,
        looks: Collection[Look] = (),
    ) -> Mark | None:
        here = marks.find(thing.id, near=thing.start) if thing else None
        way = marks.onward(here, position) if step > 0 else marks.backward(here, position)
        return next(
            (mark for mark in way if not self.is_aside(mark) and (not looks or mark.look in looks)), None
        )

    def token(self, position: int) -> Range | None:
        """The token at the caret, else the one that ends there."""
        tokens = self.segmentation.tokens
        return token_at(tokens, position) or (token_at(tokens, position - 1) if position else None)

    def word(self, position: int) -> Range | None:
        """The token at the caret, if a label could be meant for it: not a full stop."""
        token = self.token(position)
        if token is None or not any(map(str.isalnum, self.text[slice(*token)])):
            return None
        return token

    def tokens_in(self, start: int, end: int) -> Sequence[Range]:
        """The tokens that begin in a range."""
        tokens = self.segmentation.tokens
        return tokens[bisect_left(tokens, (start, start)) : bisect_left(tokens, (end, end))]

    def snapped(self, start: int, end: int) -> Range:
        """The whole tokens that a range meets."""
        return snap(self.segmentation.tokens, start, end)

    def sentence(self, start: int, end: int) -> Range | None:
        """The sentences around a range, without a dateline or the like beside it: default evidence."""
        if not self.segmentation.sentences:
            return None
        first, last = snap(self.segmentation.sentences, start, end)
        for left, right in self._aside:
            first = right if left <= first < right <= start else first
            last = left if end <= left < last <= right else last
        return first, last

    def stance(self, stance_id: int) -> Stance | None:
        """A stance of the page."""
        return next((stance for stance in self.page.stances if stance.id == stance_id), None)


def refused(page: ArticlePage) -> Sequence[Rejection | Withheld]:
    """What the annotator refused here and what earlier decisions keep back, in text order."""
    if not page.withheld:
        return page.rejections
    return sorted((*page.rejections, *page.withheld), key=lambda it: (it.start, it.end))


def _doubt(mark: Mark | SuggestionInHand) -> tuple[float, int, int, int]:
    """The order from the least sure suggestion to the surest."""
    return (1.0 if mark.score is None else mark.score, mark.start, mark.end, mark.id)


def in_hand(mark: Mark) -> OwnSpan | SuggestionInHand:
    """A box taken in hand."""
    if not mark.is_suggestion:
        return OwnSpan(mark.id, mark.start, mark.end, mark.label, unsure=mark.look == "unsure")
    return SuggestionInHand(mark.id, mark.start, mark.end, mark.label or "", mark.score)
