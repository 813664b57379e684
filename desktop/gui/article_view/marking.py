"""Evidence and cue by letters: words of the stance's sentence, without selecting any text first. Pure.

Evidence is asked for by its first and its last word; the words at the borders of clauses, of the holder and
of the target get the short codes. A cue is taken word by word; words side by side are one.
"""

from collections.abc import Iterable

from desktop.gui.article_view.aiming import span_range
from desktop.gui.article_view.hints import Hint, Hints, Purpose, hinted
from desktop.gui.article_view.proposing import home
from desktop.gui.article_view.scene import Scene
from desktop.nlp.clauses import CLOSERS, clauses
from desktop.nlp.cues import cues
from store.offsets import Range
from store.values import Stance
from store.vocabulary import PartRole


def letters(scene: Scene, stance: Stance, purpose: Purpose, *, since: int = 0) -> Hints | None:
    """Letters for the words that may be meant; None where the stance stands in no sentence."""
    sentence = home(scene, stance)
    if sentence is None:
        return None
    words = [it for it in scene.tokens_in(*sentence) if it[0] >= since and _is_word(scene, it)]
    if purpose == "cue":
        likely = _cue_words(scene, sentence, words)
    else:
        likely = _borders(scene, stance, sentence, at_end=purpose == "last")
    ranks = [
        number + (0 if _is_near(word, likely, purpose) else len(words)) for number, word in enumerate(words)
    ]
    made = hinted([(*word, None) for word in words], ranks, purpose=purpose)
    return made._replace(since=since) if words else None


def picked(
    scene: Scene, stance: Stance, hints: Hints, hint: Hint
) -> Hints | tuple[PartRole, tuple[Range, ...]] | None:
    """What a place that was taken means: the next question, or the ranges that the part has then."""
    if hints.purpose == "first":
        return letters(scene, stance, "last", since=hint.start)
    if hints.purpose == "last":
        end = _with_closers(scene, hint.end)
        return "evidence", merged([*marked(stance, "evidence"), (_with_opener(scene, hints.since), end)])
    ranges = marked(stance, "cue")
    if (hint.start, hint.end) in ranges:
        return "cue", tuple(it for it in ranges if it != (hint.start, hint.end))
    return "cue", merged([*ranges, (hint.start, hint.end)], joining=scene.text)


def marked(stance: Stance, role: PartRole) -> list[Range]:
    """The ranges of a part that somebody marked."""
    return [(part.start, part.end) for part in stance.parts if part.role == role and part.made == "marked"]


def merged(ranges: Iterable[Range], *, joining: str = "") -> tuple[Range, ...]:
    """In text order, overlapping ones made one; of the text `joining` also those with a space between."""
    made: list[Range] = []
    for start, end in sorted(ranges):
        if made and (start <= made[-1][1] or (joining and joining[made[-1][1] : start] == " ")):
            made[-1] = (made[-1][0], max(end, made[-1][1]))
        else:
            made.append((start, end))
    return tuple(made)


def _borders(scene: Scene, stance: Stance, sentence: Range, *, at_end: bool) -> set[int]:
    """Where evidence is likely to begin (or end): at clauses, at the holder and behind it, at the target."""
    ends = [it for it in (span_range(scene, stance.holder_span), span_range(scene, stance.target_span)) if it]
    parts = clauses(scene.text, scene.tokens_in(*sentence))
    if at_end:
        return {it[1] for it in (*parts, *ends)}
    behind = [token[0] for it in ends for token in scene.tokens_in(it[1], sentence[1])[:1]]
    return {*(it[0] for it in (*parts, *ends)), *behind}


def _cue_words(scene: Scene, sentence: Range, words: list[Range]) -> set[int]:
    """The lexicon's words, and the lower-case ones at the ends of clauses, where German verbs stand."""
    tokens = scene.tokens_in(*sentence)
    known = {
        start for cue in cues(scene.text, tokens, scene.page.article.language) for start, _ in cue.ranges
    }
    ends = {end for _, end in clauses(scene.text, tokens)}
    return known | {start for start, end in words if end in ends or end + 1 in ends}


def _is_near(word: Range, likely: set[int], purpose: Purpose) -> bool:
    if purpose != "last":
        return word[0] in likely or word[0] - 1 in likely
    return word[1] in likely or word[1] + 1 in likely


def _is_word(scene: Scene, token: Range) -> bool:
    return any(map(str.isalnum, scene.text[slice(*token)]))


def _with_opener(scene: Scene, start: int) -> int:
    """With the quotation mark that opens right before it."""
    return start - 1 if start and scene.text[start - 1] in '„“»«"‚' else start


def _with_closers(scene: Scene, end: int) -> int:
    """With the quotation mark that closes right behind it."""
    return end + 1 if scene.text[end : end + 1] in CLOSERS else end
