"""Refused evidence suggestions: kept by content in a reading, undone in one step, removed with it."""

from typing import Any

import pytest
from msgspec.structs import replace

from store import history
from store.checking import check
from store.errors import SpanOutsideText
from store.operations import cue_refusals
from store.operations.codebook import change_settings
from store.queries import codebook

TEXT = "Der Kreml hat die Vorwürfe zurückgewiesen. 😀 Putin schwieg."


@pytest.fixture
def article(desk: Any) -> int:
    """An article of a project that suggests evidence."""
    return desk.article(TEXT)


def suggesting(desk: Any) -> None:
    """Switch the suggestions on, else a page does not read what was refused."""
    with desk.store.read() as conn:
        settings = codebook.settings(conn)
    change_settings(desk.store, desk.work, replace(settings, suggests_evidence=True))


def test_a_refusal_is_remembered_once_and_undone_in_one_step(desk: Any, article: int) -> None:
    suggesting(desk)
    start, end = desk.place(article, "zurückgewiesen")
    for _ in range(2):
        cue_refusals.refuse(desk.store, desk.work, article, start=start, end=end)
    desk.reopen()
    assert desk.page(article).cue_refusals == ((start, end),)
    history.undo(desk.store, desk.work)
    assert desk.page(article).cue_refusals == ()
    history.redo(desk.store, desk.work)
    assert desk.page(article).cue_refusals == ((start, end),)
    assert list(check(desk.store)) == []


def test_a_page_does_not_ask_for_refusals_while_the_switch_is_off(desk: Any, article: int) -> None:
    cue_refusals.refuse(desk.store, desk.work, article, start=4, end=9)
    assert desk.page(article).cue_refusals == ()


@pytest.mark.parametrize(("start", "end"), [(3, 3), (0, len(TEXT) + 1)])
def test_a_stretch_outside_the_text_is_refused(desk: Any, article: int, start: int, end: int) -> None:
    with pytest.raises(SpanOutsideText):
        cue_refusals.refuse(desk.store, desk.work, article, start=start, end=end)
