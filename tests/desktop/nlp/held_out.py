"""How far proposals and suggestions are right on sentences that they were not written for.

`python tests/desktop/nlp/held_out.py` prints the figures that the manual names.
"""

from collections.abc import Iterator
from fractions import Fraction
from pathlib import Path
from typing import NamedTuple

from desktop.nlp.evidence import cue_sentences, meetings
from desktop.nlp.proposals import Ends, propose
from desktop.nlp.segmentation import sentences, tokens

Range = tuple[int, int]


class Read(NamedTuple):
    """A sentence as a person read it."""

    language: str
    text: str
    holder: str
    target: str
    evidence: tuple[str, ...]
    cue: tuple[str, ...]
    attribution: str
    acting: tuple[str, ...]
    others: tuple[str, ...]

    def place(self, words: str) -> Range:
        """Where words stand; they are found once."""
        start = self.text.index(words)
        return start, start + len(words)


class Figures(NamedTuple):
    """Shares of sentences, but for `overlap` and the two of suggestions."""

    evidence: Fraction
    overlap: Fraction
    cue: Fraction
    cue_met: Fraction
    attribution: Fraction
    precision: Fraction
    recall: Fraction


def load() -> list[Read]:
    """All sentences."""
    lines = (Path(__file__).parent / "held_out.txt").read_text("utf-8").splitlines()
    found: list[Read] = []
    for line in lines:
        if line and not line.startswith("#"):
            language, text, holder, target, evidence, cue, attribution, acting, others = line.split(" | ")
            pieces = tuple(tuple(it.split(" // ")) for it in (evidence, cue))
            names = tuple(tuple(it.split("; ")) if it != "-" else () for it in (acting, others))
            found.append(Read(language, text, holder, target, *pieces, attribution, *names))
    return found


def figures(read: list[Read]) -> Figures:
    """What is proposed against what was read: whole evidence, its characters' F1, cues, attributions; and
    suggested actors against those who take a stance.
    """
    whole = cue = met = attribution = same = characters = 0
    right = suggested = wanted = 0
    for it in read:
        words = tokens(it.text, it.language)
        made = propose(it.text, words, Ends(it.place(it.holder), it.place(it.target)), it.language)
        places = [it.place(part) for part in it.evidence]
        ours, theirs = _characters(made.evidence), _characters(places)
        whole += _told(it.text, made.evidence) == list(it.evidence)
        same, characters = same + 2 * len(ours & theirs), characters + len(ours) + len(theirs)
        cue += _told(it.text, made.cue) == list(it.cue)
        met += bool(_characters(made.cue) & _characters([it.place(part) for part in it.cue]))
        attribution += made.attribution == it.attribution
        found = set(_suggested(it))
        right += len(found & set(it.acting))
        suggested += len(found)
        wanted += len(it.acting)
    count = len(read)
    shares = [Fraction(it, count) for it in (cue, met, attribution)]
    return Figures(
        Fraction(whole, count),
        Fraction(same, characters),
        *shares,
        Fraction(right, suggested),
        Fraction(right, wanted),
    )


def _suggested(it: Read) -> Iterator[str]:
    actors = [it.place(name) for name in (*it.acting, *it.others)]
    cut = tokens(it.text, it.language)
    known = cue_sentences(it.text, cut, sentences(it.text, it.language), it.language)
    for meeting in meetings(it.text, known, actors, ()):
        yield it.text[slice(*meeting.actor)]


def _told(text: str, ranges: tuple[Range, ...]) -> list[str]:
    return [text[slice(*it)] for it in ranges]


def _characters(ranges: tuple[Range, ...] | list[Range]) -> set[int]:
    return {place for start, end in ranges for place in range(start, end)}


if __name__ == "__main__":
    for language in ("de", "en", ""):
        some = [it for it in load() if it.language.startswith(language)]
        print(language or "all", len(some))
        for name, value in figures(some)._asdict().items():
            print(f"  {name}: {float(value):.2f}")
