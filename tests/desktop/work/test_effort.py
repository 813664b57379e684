"""Effort is counted by article and kind of decision, and kept without any time of day."""

import csv
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from desktop.work.effort import (
    KINDS,
    LONGEST,
    Effort,
    Line,
    Meter,
    Spent,
    by_kind,
    keep,
    kept,
    usual_seconds,
    write_table,
)


class Clock:
    def __init__(self) -> None:
        self.now = 1_000_000.0

    def __call__(self) -> float:
        return self.now


def test_what_led_to_a_decision_belongs_to_it() -> None:
    clock = Clock()
    meter = Meter(clock)
    meter.begin("a")
    clock.now += 2
    meter.stir(acts=True)
    clock.now += 3
    meter.stir(acts=True)
    meter.decide("accepted")
    clock.now += 1
    meter.stir(acts=True)
    meter.decide("refused", 4)
    clock.now += 5
    meter.stir(acts=False)
    assert meter.end() == Line(
        "a", {"accepted": Spent(1, 2, 5.0), "refused": Spent(4, 1, 1.0), "reading": Spent(0, 0, 5.0)}
    )


def test_articles_without_suggestions_can_be_told_apart(tmp_path: Path) -> None:
    for article, unaided in (("a", False), ("b", True)):
        meter = Meter()
        meter.begin(article, unaided=unaided)
        meter.decide("added")
        line = meter.end()
        assert line is not None
        keep(tmp_path / "effort", line)
    assert list(kept(tmp_path / "effort", unaided=True)) == ["b"]
    assert list(kept(tmp_path / "effort", unaided=False)) == ["a"]


def test_a_long_pause_counts_as_a_minute() -> None:
    clock = Clock()
    meter = Meter(clock)
    meter.begin("a")
    clock.now += 3 * 3600
    meter.stir(acts=False)
    assert meter.end() == Line("a", {"reading": Spent(0, 0, LONGEST)})


def test_an_article_that_was_only_opened_leaves_nothing() -> None:
    meter = Meter()
    meter.begin("a")
    assert meter.end() is None
    assert meter.end() is None


def test_visits_add_up_and_broken_lines_cost_only_themselves(tmp_path: Path) -> None:
    path = tmp_path / "folder" / "effort.jsonl"
    keep(path, Line("a", {"accepted": Spent(1, 2, 1.5)}))
    with path.open("ab") as file:
        file.write(b'{"article":"b","spent":{"acc\n')
    keep(path, Line("a", {"accepted": Spent(1, 1, 0.5), "moved": Spent(1, 3, 2)}))
    assert kept(path) == {"a": {"accepted": Spent(2, 3, 2.0), "moved": Spent(1, 3, 2.0)}}
    assert kept(tmp_path / "nothing") == {}


def test_a_folder_that_takes_nothing_stops_nobody(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    keep(tmp_path / "file" / "effort.jsonl", Line("a", {"added": Spent(1, 1, 1)}))
    assert kept(tmp_path / "file" / "effort.jsonl") == {}


SPENT = st.builds(Spent, st.integers(0, 9), st.integers(0, 99), st.integers(0, 900).map(lambda n: n / 10))
EFFORT = st.dictionaries(
    st.text(max_size=5), st.dictionaries(st.sampled_from(KINDS), SPENT, min_size=1), max_size=5
)


@given(EFFORT)
def test_kinds_hold_everything_that_articles_hold(effort: Effort) -> None:
    all_spent = [spent for kinds in effort.values() for spent in kinds.values()]
    totals = by_kind(effort).values()
    assert sum(it.times for it in totals) == sum(it.times for it in all_spent)
    assert sum(it.actions for it in totals) == sum(it.actions for it in all_spent)
    assert abs(sum(it.seconds for it in totals) - sum(it.seconds for it in all_spent)) < 0.1


def test_half_of_the_articles_took_no_longer() -> None:
    found: Effort = {
        name: {"reading": Spent(0, 0, seconds)} for name, seconds in (("a", 10), ("b", 50), ("c", 20))
    }
    assert usual_seconds(found) == 20
    assert usual_seconds({}) is None


def test_the_table_names_no_time_of_day(tmp_path: Path) -> None:
    found: Effort = {
        "b": {"moved": Spent(1, 3, 2.4)},
        "a": {"reading": Spent(0, 1, 0.6), "added": Spent(2, 5, 7)},
    }
    write_table(tmp_path / "effort.csv", found, annotator="ada")
    with (tmp_path / "effort.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.reader(file))
    assert rows == [
        ["annotator", "article", "kind", "decisions", "actions", "active_seconds"],
        ["ada", "a", "added", "2", "5", "7"],
        ["ada", "a", "reading", "0", "1", "1"],
        ["ada", "b", "moved", "1", "3", "2"],
    ]
    assert [file.name for file in tmp_path.iterdir()] == ["effort.csv"]
