"""What the text itself says about a stance just made: its evidence, cue, form and attribution, as proposals.

Never its label. Taken by a key or left; what is not taken is never stored. The rules are plain: the clauses
from the holder's to the target's, the lexicon's words in them, the quotation marks around them.
"""

from collections.abc import Sequence

from msgspec import Struct

from desktop.nlp.clauses import clauses, quotations
from desktop.nlp.cues import Cue, cues, verb_group
from desktop.nlp.phrases import infinitives
from store.vocabulary import Attribution, StanceForm

Range = tuple[int, int]

TEMPORAL = frozenset(("nachdem", "als", "während", "bevor", "after", "before", "when", "while"))
RELATIVE = frozenset(("der", "die", "das", "den", "dem", "deren", "dessen", "who", "which", "whose"))
NAME = 40
"""Code points before a name („Der Sprecher des Ministeriums, …“) that may belong to it."""


class Proposal(Struct, frozen=True):
    """Ranges in code points and in text order; empty or None where nothing is proposed."""

    evidence: tuple[Range, ...] = ()
    cue: tuple[Range, ...] = ()
    form: StanceForm | None = None
    attribution: Attribution | None = None


class Ends(Struct, frozen=True):
    """Where holder and target stand in a sentence; `by_author`: the holder is who wrote the article.

    `after`: where evidence ends that the same holder's stance before this one has in the sentence.
    """

    holder: Range | None = None
    target: Range | None = None
    by_author: bool = False
    after: int = 0


class _Sentence(Struct, frozen=True):
    text: str
    tokens: Sequence[Range]
    language: str | None

    def words(self, start: int, end: int) -> list[Range]:
        return [it for it in self.tokens if start <= it[0] < end]

    def first(self, start: int, end: int) -> str:
        return next((self.text[slice(*it)].casefold() for it in self.words(start, end)), "")

    def is_relative(self, clause: Range) -> bool:
        """„der … angeklagt hatte“; not „den Dialog fortzusetzen“."""
        return self.first(*clause) in RELATIVE and all(it[0] != clause[0] for it in self.doings)

    @property
    def doings(self) -> list[Range]:
        return infinitives(self.text, self.tokens)

    def cues(self, start: int, end: int) -> list[Cue]:
        return cues(self.text, self.words(start, end), self.language)


def propose(text: str, tokens: Sequence[Range], ends: Ends, language: str | None) -> Proposal:
    """What the sentence with these tokens proposes for a stance. By the author nothing but attribution."""
    if ends.by_author or not tokens:
        return Proposal(attribution="author" if ends.by_author else None)
    sentence = _Sentence(text, tokens, language)
    parts = clauses(text, tokens)
    run = _run(sentence, parts, ends)
    if not run:
        return Proposal()
    start, end = _start(sentence, run, ends), run[-1][1]
    run = [(max(start, left), right) for left, right in run if right > start]
    evidence = _with_doing(sentence, parts, (start, end))
    found = _cues(sentence, run, ends)
    shown = tuple(sorted({part for cue in found if cue.takes_side for part in cue.ranges}))
    shown = shown or verb_group(text, sentence.words(*run[-1]), language)
    form = found[0].form if found else None
    return Proposal(evidence, shown, form, _attribution(sentence, (start, evidence[-1][1]), form))


def _run(sentence: _Sentence, parts: Sequence[Range], ends: Ends) -> list[Range]:
    """The clauses from the holder's to the target's; from the target's alone where that is a relative one."""
    first = _place(parts, ends.holder)
    last = _place(parts, ends.target and (ends.target[1] - 1, ends.target[1]))
    known = [it for it in (first, _place(parts, ends.target), last) if it is not None]
    if not known:
        return list(parts[:1])
    begin, end = min(known), max(known)
    if first is not None and begin == first < end and sentence.is_relative(parts[end]):
        begin = end
    if ends.target is not None and ends.after <= ends.target[0]:
        begin = max(begin, next((i for i, it in enumerate(parts) if it[1] > ends.after), begin))
    return list(parts[min(begin, end) : end + 1])


def _place(parts: Sequence[Range], place: Range | None) -> int | None:
    if place is None:
        return None
    return next((i for i, (start, end) in enumerate(parts) if place[0] < end and start < place[1]), None)


def _start(sentence: _Sentence, run: Sequence[Range], ends: Ends) -> int:
    """Where evidence begins: at the clause, or where in it the holder's own doing begins."""
    start, end = run[0]
    holder = ends.holder
    if holder is None or not (start <= holder[0] < end):
        return start
    behind = sentence.words(holder[1], end)
    if _is_genitive(sentence, holder, behind) or sentence.first(start, end) in TEMPORAL:
        return holder[0]
    if len(run) > 1 and holder[0] - start <= NAME and not _says_something(sentence, start, end, holder):
        return next((it[0] for it in run[1:] if not sentence.is_relative(it)), start)
    saying = next((it for it in sentence.cues(start, end) if it.form == "verbal"), None)
    if saying is None:
        return start
    if saying.start < holder[0]:
        return saying.start
    is_quoted = any(left < run[-1][1] and right > start for left, right in _quotations(sentence))
    return saying.start if is_quoted and behind and behind[0][0] == saying.start else start


def _is_genitive(sentence: _Sentence, holder: Range, behind: Sequence[Range]) -> bool:
    """„Armeniens Entscheidung“: whose doing it is stands before the doing."""
    text = sentence.text
    follows = bool(behind) and text[behind[0][0]].isupper()
    return (sentence.language or "").startswith("de") and follows and text[holder[1] - 1] == "s"


def _says_something(sentence: _Sentence, start: int, end: int, holder: Range) -> bool:
    """Whether a clause says something of its holder, rather than only naming it."""
    others = [it for it in sentence.words(start, end) if not holder[0] <= it[0] < holder[1]]
    words = [sentence.text[slice(*it)] for it in others]
    return any(word.islower() and len(word) > 3 for word in words)


def _with_doing(sentence: _Sentence, parts: Sequence[Range], evidence: Range) -> tuple[Range, ...]:
    """With the infinitive clause behind it („…, zu handeln“); a relative clause between is skipped."""
    text, doings = sentence.text, sentence.doings
    behind = [it for it in parts if it[0] >= evidence[1]]
    skipped = [it for it in behind[:1] if sentence.is_relative(it)]
    following = behind[len(skipped) :][:1]
    if (
        not following
        or all(it[0] != following[0][0] for it in doings)
        or text[following[0][0] - 2 : following[0][0]] != ", "
    ):
        return (evidence,)
    return (evidence, following[0]) if skipped else ((evidence[0], following[0][1]),)


def _cues(sentence: _Sentence, run: Sequence[Range], ends: Ends) -> list[Cue]:
    """What the lexicon knows of the first clause, nearest to its beginning, and of the target's.

    A noun („Besorgnis“) comes with the verb of saying that carries it („geäußert“).
    """
    found: list[Cue] = []
    for clause in (run[0], run[-1])[: len(run)]:
        here = [it for it in sentence.cues(*clause) if not _stands_in(it, ends)]
        best = next((it for it in here if it.takes_side), here[0] if here else None)
        if best is None or best in found:
            continue
        if sentence.text[best.start].isupper():
            carrying = next((it for it in here if not it.takes_side), None)
            best = Cue((*best.ranges, *carrying.ranges), "verbal") if carrying else best
        found.append(best)
    return found


def _stands_in(cue: Cue, ends: Ends) -> bool:
    return any(
        place is not None and place[0] <= start and end <= place[1]
        for place in (ends.holder, ends.target)
        for start, end in cue.ranges
    )


def _attribution(sentence: _Sentence, evidence: Range, form: StanceForm | None) -> Attribution:
    """By quotation marks; without any, what was said is indirect and all else the author's narration."""
    quoted = [it for it in _quotations(sentence) if it[0] < evidence[1] and evidence[0] < it[1]]
    if not quoted:
        return "indirect_quote" if form == "verbal" else "author_narration"
    inside = sum(min(end, evidence[1]) - max(start, evidence[0]) for start, end in quoted)
    words = sentence.text[evidence[0] : evidence[1]]
    return "direct_quote" if inside >= len(words) - 2 or ":" in words else "mixed_quote"


def _quotations(sentence: _Sentence) -> list[Range]:
    return quotations(sentence.text, sentence.tokens)
