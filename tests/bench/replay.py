"""An annotator at the real window: presses keys, counts them, looks only at what the screen shows."""

import time
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from typing import Self

from PySide6.QtCore import QSize
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desktop.gui import app as gui
from desktop.gui.article_view.hand import Edge, Selection, SuggestionInHand
from desktop.gui.article_view.hints import Hint, Hints, jumps
from desktop.gui.article_view.scene import Scene
from desktop.gui.article_view.view import ArticleView
from desktop.gui.paths import paths_under
from store.database import create
from store.offsets import Range
from store.operations.runs import store_run
from store.transfer import import_files
from store.values import ArticlePage, PredictedSpan, ProjectSettings
from tests.bench.corrector import next_step
from tests.bench.travel import drafting, way_to, way_to_name

WINDOW = QSize(1360, 860)
PATIENCE = 60.0
"""Seconds: a busy machine may take its time; nothing is measured by it."""

Gold = Mapping[Range, str]
"""What is to stand in the end: range -> label."""


class Replay:
    """One article open in the whole program, with a store of its own, no model and one annotator.

    `presses` counts every key, a key held with Shift or Ctrl as one; `costs` has them by what they were for.
    """

    def __init__(
        self,
        app: QApplication,
        folder: Path,
        *,
        text: str = "",
        suggested: Iterable[PredictedSpan] = (),
        variants: Sequence[PredictedSpan] = (),
        store: Path | None = None,
    ) -> None:
        self.presses = 0
        self.costs: dict[str, list[int]] = defaultdict(list)
        self._app = app
        self._program = gui.compose(app, paths_under(folder / "home"))
        self._program.preparing.paused = True
        self._program.window.resize(WINDOW)
        self._program.window.show()
        self._program.workbench.arrivals.open(store or _stored(folder, text, suggested), "ada")
        self._wait(lambda: self._program.workbench.page is not None)
        self.view.setFocus()
        self.view.set_variants(self.page.article.id, variants)
        self._read = self.view.canvas.visible_range()[1]

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._program.window.hide()
        self._program.close()
        self._program.window.deleteLater()

    @property
    def view(self) -> ArticleView:
        """The article."""
        return self._program.window.page.view

    @property
    def page(self) -> ArticlePage:
        """The page as it is stored."""
        assert self._program.workbench.page is not None
        return self._program.workbench.page

    @property
    def is_done(self) -> bool:
        """Whether the article is finished."""
        return self.page.set is not None and self.page.set.status == "done"

    @property
    def spans(self) -> Gold:
        """What the annotator has made so far."""
        return {(span.start, span.end): span.label or "" for span in self.page.spans}

    # --- The work --------------------------------------------------------------------------------------

    def annotate(self, gold: Gold) -> None:
        """Decide every suggestion, add what is missing, so that `gold` is what stands there."""
        before = self.presses
        while self.page.suggestions:
            self.press("Tab")
            while isinstance(self.view.hand.thing, SuggestionInHand):
                kind = self._decide(self.view.hand.thing, gold)
                self.costs[kind].append(self.presses - before)
                before = self.presses
        for place, label in sorted(gold.items()):
            if self.spans.get(place) is None:
                before = self.presses
                self._add(place, label)
                words = len(self._tokens(*place))
                self.costs["missed, one word" if words == 1 else "missed, more words"].append(
                    self.presses - before
                )

    def correct(self, gold: Gold) -> None:
        """Read all; put right what is wrong or missing and leave what is right to Done."""
        while True:
            visible = self.view.canvas.visible_range()
            todo = next_step(self.page, gold, max(self._read, visible[1]))
            if isinstance(todo, tuple):
                self._add(todo, gold[todo], steps=True)
            elif todo:
                self.press(*way_to(self._scene, self.view.hand, visible, {it.id for it in todo}).keys)
                thing = self.view.hand.thing
                assert isinstance(thing, SuggestionInHand)
                self._decide(thing, gold, lets_go=True)
            elif self.page.article.text[self._read :].strip():
                self.press("PgDown")
            else:
                return

    def finish(self) -> int:
        """Finish the article; how many presses that takes."""
        before = self.presses
        while not self.is_done and self.presses < before + 5:
            self.press("Ctrl+Return")
        return self.presses - before

    def press(self, *keys: str) -> None:
        """Press keys, named as `QKeySequence` names them; each is played out before the next."""
        for key in keys:
            combination = QKeySequence(key)[0]  # pyright: ignore[reportIndexIssue]
            QTest.keyClick(self.view, combination.key(), combination.keyboardModifiers())
            self.presses += 1
            self._wait(lambda: not self._program.workbench.gestures.is_busy)
            self._read = max(self._read, self.view.canvas.visible_range()[1])

    # --- Suggestions -----------------------------------------------------------------------------------

    def _decide(self, thing: SuggestionInHand, gold: Gold, *, lets_go: bool = False) -> str:
        place = (thing.start, thing.end)
        if place in gold:
            self._settle(thing, gold[place])
            return "correct" if gold[place] == thing.label else "wrong label"
        meant = self._meant(place, gold)
        if meant is None:
            self.press("X")
            return "false positive"
        if self._draft(thing, meant, gold[meant]):
            self.press(self._digit(gold[meant]))
        elif lets_go:
            self.view.take()  # what the next key does first, without that key
            self._wait(lambda: not self._program.workbench.gestures.is_busy)
        else:
            self.press("Return")
        return "wrong boundary"

    def _draft(self, thing: SuggestionInHand, meant: Range, label: str) -> bool:
        """Give a suggestion other edges; whether a digit still has to say its label."""
        draft = drafting(self._scene, thing, meant, label)
        if draft.varies:
            self.press(*["V"] * draft.presses)
        else:
            self._move("B", lambda edge: edge.start, to=meant[0])
            self._move("E", lambda edge: edge.end, to=meant[1])
        return draft.says_label

    def _settle(self, thing: SuggestionInHand, label: str) -> None:
        self.press("Return" if label == thing.label else self._digit(label))

    def _meant(self, place: Range, gold: Gold) -> Range | None:
        """The entity that a suggestion is about, if it is about one that nothing else stands for."""
        other = {(it.start, it.end) for it in self.page.suggestions} | set(self.spans)
        return next(
            (it for it in sorted(gold) if it[0] < place[1] and place[0] < it[1] and it not in other), None
        )

    def _move(self, key: str, edge_of: Callable[[Edge], int], *, to: int) -> None:
        """An edge to its place, by words as long as it does not pass it."""
        focus = self.view.hand.focus
        if isinstance(focus, Edge):
            at = edge_of(focus)
        else:
            at = self.view.hand.stretch[key == "E"] if self.view.hand.stretch else to
        if at == to:
            return
        self.press(key)
        while isinstance(focus := self.view.hand.focus, Edge) and (now := edge_of(focus)) != to:
            passed = (now > to) != (at > to)
            self.press(("Ctrl+" if passed else "") + ("Left" if now > to else "Right"))

    # --- What is missing -------------------------------------------------------------------------------

    def _add(self, place: Range, label: str, *, steps: bool = False) -> None:
        """By the letters of its first word; where it has none, from the nearest place that has some. `steps`:
        by steps to a name that was nearly suggested where these are fewer.
        """
        self._scroll_to(place)
        hint = _at(self._hints(words=True), place[0])
        way = way_to_name(self._scene, self.view.hand, place) if steps else None
        if way is not None and (hint is None or len(way.keys) < self._letters(hint, place)):
            self.press(*way.keys)
        elif hint is not None:
            self._jump("Shift+J", hint)
        else:
            self._travel(place[0])
        while not isinstance(focus := self.view.hand.focus, Selection) or focus.end < place[1]:
            self.press("Shift+Right")
        while isinstance(focus := self.view.hand.focus, Selection) and focus.end > place[1]:
            self.press("Shift+Left")
        self.press(self._digit(label))

    def _letters(self, hint: Hint, place: Range) -> int:
        """The presses until a place is selected by the letters of its first word."""
        return (
            1 + len(hint.letters) + abs(len(self._tokens(*place)) - len(self._tokens(hint.start, hint.end)))
        )

    def _scroll_to(self, place: Range) -> None:
        for _ in range(100):
            start, end = self.view.canvas.visible_range()
            if start <= place[0] < place[1] <= end:
                return
            self.press("PgDown" if place[1] > end else "PgUp")

    def _travel(self, start: int) -> None:
        """From the nearest box or name with letters, on by words."""
        ways = [
            (len(self._tokens(*sorted((hint.start, start)))), key, hint)
            for key, words in (("J", False), ("Shift+J", True))
            for hint in self._hints(words=words).places
        ]
        _, key, hint = min(ways, key=lambda way: (way[0], way[1]))
        self._jump(key, hint)
        while isinstance(self.view.hand.focus, Selection) or self.view.hand.caret != start:
            self.press("Right" if hint.start < start else "Left")

    def _hints(self, *, words: bool) -> Hints:
        return jumps(self._scene, self.view.canvas.visible_range(), words=words, near=self.view.hand.caret)

    def _jump(self, key: str, hint: Hint) -> None:
        self.press(key, *hint.letters)

    def _tokens(self, start: int, end: int) -> list[Range]:
        return [it for it in self._scene.segmentation.tokens if start <= it[0] < end]

    @property
    def _scene(self) -> Scene:
        scene = self.view.canvas.scene
        assert scene is not None
        return scene

    def _digit(self, label: str) -> str:
        found = self._scene.codebook.label(label)
        assert found is not None
        return found.key or ""

    def _wait(self, until: Callable[[], bool]) -> None:
        deadline = time.monotonic() + PATIENCE
        while not until():
            if time.monotonic() > deadline:
                raise TimeoutError
            self._app.processEvents()
            time.sleep(0.0005)


def _at(hints: Hints, start: int) -> Hint | None:
    return next((hint for hint in hints.places if hint.start == start), None)


def _stored(folder: Path, text: str, suggested: Iterable[PredictedSpan]) -> Path:
    """A project with this one article, read by a model that found what is suggested."""
    folder.mkdir(parents=True, exist_ok=True)
    path, source = folder / "replay.lesart", folder / "article.txt"
    source.write_bytes(text.encode())
    store = create(path, name="Replay", settings=ProjectSettings(nested=True), person="ada")
    import_files(store, [source])
    store_run(store, model="planted", version="1", settings={}, items=[(1, list(suggested))])
    store.close()
    return path
