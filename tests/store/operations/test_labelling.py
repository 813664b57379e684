"""One name labelled in many places: what is found, what is spared, and that it is one step."""

from typing import Any

import pytest

from store import history
from store.matching import Matching
from store.operations import articles, spans, suggestions
from store.operations.labelling import label_all
from store.queries.occurrences import candidates, found
from store.values import Occurrence, Place
from store.vocabulary import READY

UNDOABLE_BUT = ("change", "scheme_version")
"""The log itself, and the first use of a scheme, which is nobody's step."""

TEXT = "Putin schwieg. Dann sprach Putin über Putins Pläne."


def occurrences(desk, surface: str = "Putin", *, label: str | None = "PER", **how: Any) -> list[Occurrence]:
    matching = Matching(**how)
    with desk.store.read() as conn:
        among = candidates(conn, surface, matching)
        return found(conn, desk.work, surface, matching=matching, label=label, among=among)


def places(listed: list[Occurrence]) -> dict[int, list[Place]]:
    chosen: dict[int, list[Place]] = {}
    for it in listed:
        chosen.setdefault(it.article_id, []).append(Place(it.start, it.end, it.span, it.suggestion))
    return chosen


def test_a_name_is_labelled_in_a_corpus_and_taken_back_as_one_step(desk) -> None:
    written = [desk.article(TEXT, title="eins"), desk.article("Nichts."), desk.article(TEXT)]
    before = desk.rows(but=UNDOABLE_BUT)
    listed = occurrences(desk, inflected=True)
    assert [(it.article_id, it.words, it.title) for it in listed[:3]] == [
        (written[0], "Putin", "eins"), (written[0], "Putin", "eins"), (written[0], "Putins", "eins"),
    ]  # fmt: skip
    assert listed[1].before.endswith("sprach ")
    assert listed[1].after.startswith(" über")
    touched = label_all(desk.store, desk.work, places(listed), label="PER")
    assert touched.articles == (written[0], written[2])
    assert [span.made for span in desk.page(written[2]).spans] == ["all_occurrences"] * 3
    assert {it.state for it in occurrences(desk)} == {"same"}
    history.undo(desk.store, desk.work)
    assert desk.rows(but=UNDOABLE_BUT) == before


def test_slices_of_one_work_are_undone_together_after_the_store_was_opened_again(desk) -> None:
    written = [desk.article(TEXT) for _ in range(3)]
    before, step = desk.rows(but=UNDOABLE_BUT), None
    for article in written:
        touched = label_all(desk.store, desk.work, {article: [Place(0, 5)]}, label="PER", part_of=step)
        step = step or touched.step
    assert touched.step == step
    history.undo(desk.store, desk.work)
    assert desk.rows(but=UNDOABLE_BUT) == before
    history.redo(desk.store, desk.work)
    assert [desk.spans(it) for it in written] == [{"Putin": "PER"}] * 3


def test_what_somebody_has_said_already_is_told_and_not_ready(desk) -> None:
    texts = (
        "Putin hier",
        "Wladimir Putin",
        "Putin rief",
        "Putin ging",
        "Putin kam",
        "Putin sah",
        "Putin las",
    )
    own, longer, mention, refused, offered, within, out = (desk.article(text) for text in texts)
    spans.add(desk.store, desk.work, own, start=0, end=5, label="LOC")
    spans.add(desk.store, desk.work, longer, start=0, end=14, label="PER")
    spans.add(desk.store, desk.work, mention, start=0, end=5, label=None)
    (putin,) = desk.suggest(refused, ("Putin", "PER"))
    suggestions.reject(desk.store, desk.work, refused, putin)
    desk.suggest(offered, ("Putin", "PER"))
    desk.suggest(within, ("Putin sah", "ORG"))
    articles.set_zones(desk.store, {out: [(0, 9, "byline")]}, "test")
    listed = {it.article_id: it for it in occurrences(desk)}
    states = {own: "other_label", longer: "overlaps", mention: "mention", refused: "rejected",
              offered: "suggested", within: "within", out: "out_of_scope"}  # fmt: skip
    assert {article: it.state for article, it in listed.items()} == states
    assert READY.isdisjoint(states[it] for it in (own, longer, refused, within, out))
    assert (listed[own].other, listed[longer].other, listed[within].other) == ("LOC", "PER", "ORG")


def test_an_own_span_is_labelled_anew_only_where_a_place_names_it(desk) -> None:
    article = desk.article(TEXT)
    own = spans.add(desk.store, desk.work, article, start=0, end=5, label="LOC").span
    blind = label_all(desk.store, desk.work, {article: [Place(0, 5)]}, label="PER")
    assert (blind.notice, desk.spans(article)) == ("some_left_out", {"Putin": "LOC"})
    label_all(desk.store, desk.work, {article: [Place(0, 5, span=own)]}, label="PER")
    assert [(it.id, it.label) for it in desk.page(article).spans] == [(own, "PER")]


def test_a_suggestion_in_the_same_place_is_settled_even_where_its_label_was_another(desk) -> None:
    article = desk.article(TEXT)
    desk.suggest(article, ("Putin", "LOC"))
    listed = occurrences(desk)
    label_all(desk.store, desk.work, places(listed[:1]), label="PER")
    assert desk.suggested(article) == []
    assert desk.spans(article) == {"Putin": "PER"}


def test_where_spans_may_lie_within_each_other_a_longer_one_is_no_hindrance(nesting_desk) -> None:
    desk = nesting_desk
    article = desk.article("Wladimir Putin")
    spans.add(desk.store, desk.work, article, start=0, end=14, label="PER")
    assert [it.state for it in occurrences(desk)] == ["free"]


def test_articles_that_are_left_out_stay_as_they_are(desk) -> None:
    article = desk.article(TEXT)
    articles.exclude(desk.store, desk.work, article, reason="stub")
    assert occurrences(desk) == []
    touched = label_all(desk.store, desk.work, {article: [Place(0, 5)], 4711: [Place(0, 1)]}, label="PER")
    assert (touched.step, touched.notice) == (0, "some_left_out")


@pytest.mark.parametrize(("how", "count"), [({"whole_words": False}, 1), ({"any_case": True}, 1)])
def test_what_the_full_text_cannot_know_is_looked_for_in_every_article(
    desk, how: dict[str, bool], count: int
) -> None:
    desk.article("Der Altkremlherr. PUTIN.")
    surface = "kreml" if "whole_words" in how else "Putin"
    assert len(occurrences(desk, surface, **how)) == count


def test_a_group_is_decided_in_one_step(desk) -> None:
    article = desk.article("Putin traf Merkel in Moskau. Wladimir Putin schwieg.")
    own = spans.add(desk.store, desk.work, article, start=29, end=43, label="PER").span
    first, merkel, moskau = desk.suggest(article, ("Putin", "PER"), ("Merkel", "PER"), ("Moskau", "LOC"))
    before = desk.rows(but=UNDOABLE_BUT)
    suggestions.decide_all(
        desk.store, desk.work, article, accepted=[first, merkel], refused=[moskau], deleted=[own]
    )
    assert desk.spans(article) == {"Putin": "PER", "Merkel": "PER"}
    assert [span.made for span in desk.page(article).spans] == ["accepted", "accepted"]
    assert desk.suggested(article) == []
    history.undo(desk.store, desk.work)
    assert desk.rows(but=UNDOABLE_BUT) == before


def test_what_has_no_room_in_a_group_stays_undecided(desk) -> None:
    article = desk.article("Wladimir Putin")
    spans.add(desk.store, desk.work, article, start=0, end=14, label="PER")
    (putin,) = desk.suggest(article, ("Putin", "PER"))
    touched = suggestions.decide_all(desk.store, desk.work, article, accepted=[putin])
    assert touched.notice == "some_left_out"
    assert desk.suggested(article) == ["Putin"]
