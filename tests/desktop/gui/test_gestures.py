"""What a correction costs in key presses, counted at the real window on a real store."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from store.offsets import Range
from store.values import PredictedSpan
from tests.bench.corrector import Corrector
from tests.bench.replay import Replay

TEXT = "Ada Brandt wohnt in Görlitz. Im Mai zog Tim Holz von Zittau nach Polen. Die Neiße sah er selten.\n"


def found(words: str, label: str) -> PredictedSpan:
    return PredictedSpan(*place(words), label, score=0.9)


def place(words: str) -> Range:
    start = TEXT.index(words)
    return start, start + len(words)


GOLD = {
    place("Ada Brandt"): "PER",
    place("Görlitz"): "LOC",
    place("Tim Holz"): "PER",
    place("Zittau"): "LOC",
    place("Polen"): "LOC",
    place("Neiße"): "LOC",
}
WRONG = (
    found("Ada Brandt", "PER"),
    found("Görlitz", "ORG"),
    found("Mai", "LOC"),
    found("Tim", "PER"),
    found("Zittau", "LOC"),
    found("Polen", "LOC"),
)
RIGHT = tuple(PredictedSpan(*it, label, score=0.9) for it, label in GOLD.items())


@pytest.fixture
def replay(qapp: QApplication, tmp_path: Path) -> Iterator[Replay]:
    with Replay(qapp, tmp_path, text=TEXT, suggested=WRONG) as made:
        yield made


def test_every_kind_of_correction_keeps_to_its_budget(replay: Replay) -> None:
    replay.annotate(GOLD)
    assert replay.spans == GOLD
    # Tab to the first suggestion, then Enter for each.
    assert replay.costs["correct"] == [2, 1, 1]
    assert replay.costs["wrong label"] == [1]
    assert replay.costs["wrong boundary"] == [3]
    assert replay.costs["false positive"] == [1]
    assert replay.costs["missed, one word"] == [3]
    assert replay.finish() == 1


def test_what_is_right_costs_nothing_to_who_only_corrects_and_the_simulation_knows(replay: Replay) -> None:
    replay.correct(GOLD)
    assert replay.finish() == 1
    assert replay.spans == GOLD
    made = {TEXT[it.start : it.end]: it.made for it in replay.page.spans}
    assert {name for name, way in made.items() if way == "seen_unchanged"} == {
        "Ada Brandt",
        "Zittau",
        "Polen",
    }
    assert replay.presses == Corrector(TEXT, WRONG, remembers=True).annotate(GOLD)


def test_a_missed_name_costs_four_where_its_letters_are_two(qapp: QApplication, tmp_path: Path) -> None:
    names = "Ort Amt Bahn Rat Wald See Tal Berg Hof Gut"
    text = f"Heute sprach.\n\n{names} {names} {names} Karl.\n"
    start = text.index("Karl")
    with Replay(qapp, tmp_path, text=text, suggested=()) as replay:
        replay.annotate({(start, start + 4): "PER"})
        assert replay.spans == {(start, start + 4): "PER"}
        # Tab finds nothing to decide; Shift+J, two letters, a digit.
        assert replay.costs == {"missed, one word": [4]}


def test_a_clean_article_costs_one_press_and_is_kept_apart_from_what_was_accepted(
    qapp: QApplication, tmp_path: Path
) -> None:
    with Replay(qapp, tmp_path, text=TEXT, suggested=RIGHT) as replay:
        assert replay.finish() == 1
        assert replay.spans == GOLD
        assert {span.made for span in replay.page.spans} == {"seen_unchanged"}


def test_a_clean_article_longer_than_the_screen_costs_two(qapp: QApplication, tmp_path: Path) -> None:
    text = TEXT + "\nEin Absatz ohne Namen.\n" * 60
    with Replay(qapp, tmp_path, text=text, suggested=RIGHT) as replay:
        assert replay.finish() == 2
        assert replay.is_done
