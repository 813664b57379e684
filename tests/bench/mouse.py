"""The gold statements of the seed article made with the mouse alone: `./run bench mouse`.

The same work as in the bench `stance`, and in the end the same reading: no key is pressed. Clicks, drags and
turns of the wheel are counted.
"""

import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from PySide6.QtWidgets import QApplication

from desktop.gui.article_view.hand import MadeStance
from desktop.gui.article_view.proposing import in_hand
from desktop.gui.stance_wording import said as worded
from desktop.nlp.proposals import Proposal
from store.offsets import Range
from store.values import Stance
from tests.bench import gold
from tests.bench.measure import report
from tests.bench.pointing import Pointing
from tests.bench.stance import imported, names_of, said, stored

ANSWERS = ("form", "attribution", "explicit", "intensity", "confidence")
ACTOR = "Link to an actor"

Json = dict[str, Any]


class MouseReplay(Pointing):
    """Makes the gold statements one after the other."""

    def __init__(self, app: QApplication, folder: Path, store: Path) -> None:
        super().__init__(app, folder, store=store)
        self._gold = gold.load()
        self._places = {
            it["id"]: (it["start"], it["end"]) for it in (*self._gold["entities"], *self._gold["mentions"])
        }
        book = self._program.workbench.codebook
        assert book is not None
        self._topics = {topic.key: f"topic_{topic.digit}" for topic in book.topics}

    @property
    def stance(self) -> Stance:
        """The one in hand."""
        statement = self.view.hand.statement
        assert isinstance(statement, MadeStance)
        return next(it for it in self.page.stances if it.id == statement.id)

    @property
    def reading(self) -> set[tuple[Any, ...]]:
        """What the article says now, with names."""
        book = self._program.workbench.codebook
        assert book is not None
        return said(self.page, names_of(book.topics, book.actors))

    def bare(self, count: int | None = None) -> None:
        """Holder, label, and topic or else target."""
        for statement in self._gold["statements"][:count]:
            self.make(statement)

    def full(self, count: int | None = None) -> None:
        """All of it; `count`: the first statements only, and no mentions beyond theirs."""
        for statement in self._gold["statements"][:count]:
            self.make(statement)
            target = statement["target"]
            if target["topic"] and target["span"]:
                self.drag_over(self._places[target["span"]])
                self.bar("target")
            self.answer(statement)
        if count is None:
            self._mentions()

    # --- One statement ---------------------------------------------------------------------------------

    def make(self, statement: Json) -> None:
        """Holder, label, topic; where it has no topic, the target in the text."""
        label = f"stance_{statement['label']}"
        if statement["holder"]["kind"] == "span":
            self.hold(self._places[statement["holder"]["span"]])
            self.bar(label)
        else:
            self.click_in_margin()
            self.cap("holder")
            self.pick()
            self.cap(label)
        target = statement["target"]
        if target["topic"]:
            self.cap(self._topics[target["topic"]])
        else:
            self.drag_over(self._places[target["span"]])
            self.bar("target")

    def hold(self, place: Range) -> None:
        """The box there, also under another one; where there is none, the words."""
        if any((it.start, it.end) == place for it in self.page.spans):
            self.click_on(self.bare_word(place))
            assert self.view.hand.stretch == place
        else:
            self.click_in_margin()
            self.drag_over(place)

    def bare_word(self, place: Range) -> Range:
        """A word of a box that lies in no smaller one: a click there means this box."""
        inner = [it for it in self.page.spans if it.end - it.start < place[1] - place[0]]
        return next(
            word
            for word in self._tokens(*place)
            if not any(it.start < word[1] and word[0] < it.end for it in inner)
        )

    def answer(self, statement: Json) -> None:
        """Evidence, cue and all that is asked: what is proposed, where it is right, and the rest."""
        wanted = {role: [(it["start"], it["end"]) for it in statement[role]] for role in ("evidence", "cue")}
        if (proposed := in_hand(self.view.canvas.scene, self.view.hand)) != Proposal() and all(
            _is_part(getattr(proposed, role), wanted[role]) for role in wanted
        ):
            self.cap("take_proposed")
        for role, ranges in wanted.items():
            there = [
                (it.start, it.end) for it in self.stance.parts if it.role == role and it.made == "marked"
            ]
            for place in ranges:
                if place not in there:
                    self.drag_over(place)
                    self.bar(role)
        for field in ANSWERS:
            value = statement[field]
            if value is not None and getattr(self.stance, field) != value:
                self.choose(self.link(self.stance.id, field), worded(field, value))

    def _mentions(self) -> None:
        """Mentions that no statement needed, and whom mentions stand for."""
        names = {it["id"]: it["name"] for it in self._gold["actors"]}
        for mention in self._gold["mentions"]:
            place = (mention["start"], mention["end"])
            if all((it.start, it.end) != place for it in self.page.spans):
                self.click_in_margin()
                self.drag_over(place)
                self.bar("mention")
            if mention["actor"] is not None:
                self.hold(place)
                self.choose(self.menu_of(self.bare_word(place)), ACTOR)
                self.pick(names[mention["actor"]])


def _is_part(some: tuple[Range, ...], wanted: list[Range]) -> bool:
    """Whether everything of `some` is right: it stands within what is wanted."""
    return all(any(start <= a and b <= end for start, end in wanted) for a, b in some)


def main() -> int:
    """Replay both; 1 where the reading is not that of the gold."""
    if not gold.SEED.is_dir():
        sys.stdout.write("seed: ../shared/seed is not there\n")
        return 0
    app = QApplication([])
    with TemporaryDirectory() as folder:
        home = Path(folder)
        with MouseReplay(app, home / "bare", stored(home / "bare")) as replay:
            replay.bare()
            made = len(replay.page.stances)
            report("bare, clicks and drags", replay.clicks, note=f"{made} statements")
            report("bare, notches of the wheel", replay.turns)
        with MouseReplay(app, home / "full", stored(home / "full")) as replay:
            replay.full()
            differing = imported(home / "gold") ^ replay.reading
            for line in sorted(map(str, differing)):
                sys.stdout.write(f"differs: {line}\n")
            report("full, clicks and drags", replay.clicks)
            report("full, notches of the wheel", replay.turns)
            good = report("full, differences from the imported gold", len(differing), at_most=0)
    return 0 if good and made == len(gold.load()["statements"]) else 1


if __name__ == "__main__":
    sys.exit(main())
