"""A datasheet says whether what was read looks like drawn at random from the project."""

from itertools import product
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from store.operations import articles, codebook
from store.transfer import ExportOptions, export_file
from store.transfer.sampling import compared
from store.values import ProjectSettings

scored = st.lists(st.tuples(st.sampled_from((0.1, 0.4, 0.5, 0.9)), st.booleans()), max_size=20)


@given(scored)
def test_the_share_is_that_of_all_pairs_with_ties_half(known: list[tuple[float, bool]]) -> None:
    read, unread = ([score for score, is_read in known if is_read == wanted] for wanted in (True, False))
    found = compared(len(known), len(read), known).doubtful
    pairs = list(product(read, unread))
    if not pairs:
        assert found is None
    else:
        assert found == pytest.approx(sum((a < b) + (a == b) / 2 for a, b in pairs) / len(pairs))


def test_what_was_read_by_doubt_is_apart_and_what_was_drawn_is_not() -> None:
    by_doubt = compared(200, 40, [(place / 200, place < 40) for place in range(200)])
    drawn = compared(200, 40, [(place / 200, place % 5 == 2) for place in range(200)])
    assert by_doubt.doubtful == 1
    assert by_doubt.is_apart
    assert not drawn.is_apart
    assert not compared(10, 10, [(0.5, True)] * 10).is_apart


def sheet(desk: Any, path: Path) -> str:
    return export_file(desk.store, path, options=ExportOptions(datasheet=True)).files[-1].read_text("utf-8")


def test_the_datasheet_says_so(desk: Any, tmp_path: Path) -> None:
    listed = [desk.article(f"Putin kam, zum {number}. Mal.") for number in range(30)]
    for number, article in enumerate(listed):
        desk.suggest(article, ("Putin", "PER"), score=(number + 1) / 40)
    for article in listed[:10]:
        articles.finish(desk.store, desk.work, article, seen=[])
    page = sheet(desk, tmp_path / "a.jsonl")
    assert "- Read to the end by somebody: 10 of the project's 30 articles (33 %)" in page
    assert "in 100 % of all pairs (at random: 50 ± 22 %): they are no random sample" in page
    for article in listed[10:]:
        articles.finish(desk.store, desk.work, article, seen=[])
    page = sheet(desk, tmp_path / "b.jsonl")
    assert "30 of the project's 30 articles (100 %)" in page
    assert "Drawn by doubt" not in page


def test_the_datasheet_says_what_is_suggested(desk: Any, tmp_path: Path) -> None:
    desk.suggest(desk.article(), ("Putin", "PER"), score=0.9)
    chosen = ProjectSettings(least_score=0.8, unaided_share=20, memory="off", forms_off=("part",))
    codebook.change_settings(desk.store, desk.work, chosen)
    assert (
        "as the project stands: scores from 80 %, not MISC; part, earlier decisions: none, "
        "nothing in 20 % of the articles, drawn by chance for each reader"
    ) in sheet(desk, tmp_path / "a.jsonl")
