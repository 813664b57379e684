"""Deciding suggestions."""

import pytest

from store.errors import NotFound, SpanCrosses
from store.operations import articles, spans, stances, suggestions
from store.queries.people import model_id
from store.values import Holder


@pytest.fixture
def article(desk) -> int:
    return desk.article()


@pytest.fixture
def offered(desk, article: int) -> dict[str, int]:
    """Suggestions by their words."""
    words = {"Wladimir Putin": "PER", "Nikol Paschinjan": "PER", "Moskau": "LOC", "EU": "ORG"}
    return dict(zip(words, desk.suggest(article, *words.items()), strict=True))


def test_an_accepted_suggestion_is_ones_own_and_remembers_its_origin(desk, article: int, offered) -> None:
    touched = suggestions.accept(desk.store, desk.work, article, offered["Moskau"])
    (span,) = desk.page(article).spans
    assert (span.id, span.origin, span.made, span.label) == (
        touched.span,
        offered["Moskau"],
        "accepted",
        "LOC",
    )
    assert desk.suggested(article) == ["Wladimir Putin", "Nikol Paschinjan", "EU"]


def test_the_reading_remembers_whose_suggestions_were_shown(desk, article: int, offered) -> None:
    suggestions.accept(desk.store, desk.work, article, offered["EU"])
    with desk.store.read() as conn:
        assert desk.page(article).set.shown_model == model_id(conn, "m", "1")


def test_a_reading_from_before_the_model_remembers_it_once_a_suggestion_is_decided(
    desk, article: int
) -> None:
    start, end = desk.place(article, "Kreml")
    spans.add(desk.store, desk.work, article, start=start, end=end, label="LOC")
    (eu,) = desk.suggest(article, ("EU", "ORG"))
    assert desk.page(article).set.shown_model is None
    suggestions.reject(desk.store, desk.work, article, eu)
    assert desk.page(article).set.shown_model is not None


def test_a_corrected_suggestion_is_settled_though_it_says_something_else(desk, article: int, offered) -> None:
    start, end = desk.place(article, "Putin")
    touched = suggestions.correct(
        desk.store, desk.work, article, offered["Wladimir Putin"], start=start, end=end, label="ORG"
    )
    (span,) = desk.page(article).spans
    assert (span.id, span.made, span.origin) == (touched.span, "corrected", offered["Wladimir Putin"])
    assert desk.spans(article) == {"Putin": "ORG"}
    assert "Wladimir Putin" not in desk.suggested(article)


def test_correcting_into_what_was_suggested_is_accepting(desk, article: int, offered) -> None:
    start, end = desk.place(article, "EU")
    suggestions.correct(desk.store, desk.work, article, offered["EU"], start=start, end=end, label="ORG")
    assert desk.page(article).spans[0].made == "accepted"


def test_correcting_twice_changes_the_one_span(desk, article: int, offered) -> None:
    for word in ("Putin", "Wladimir"):
        start, end = desk.place(article, word)
        suggestions.correct(
            desk.store, desk.work, article, offered["Wladimir Putin"], start=start, end=end, label="PER"
        )
    assert desk.spans(article) == {"Wladimir": "PER"}


def test_a_relabelled_or_moved_span_counts_as_corrected_until_it_is_as_suggested(
    desk, article: int, offered
) -> None:
    span = suggestions.accept(desk.store, desk.work, article, offered["EU"]).span
    spans.relabel(desk.store, desk.work, span, "LOC")
    assert desk.page(article).spans[0].made == "corrected"
    spans.relabel(desk.store, desk.work, span, "ORG")
    assert desk.page(article).spans[0].made == "accepted"


def test_a_rejected_suggestion_is_gone_and_remembered_by_content(desk, article: int, offered) -> None:
    suggestions.reject(desk.store, desk.work, article, offered["EU"])
    assert "EU" not in desk.suggested(article)
    (rejection,) = desk.page(article).rejections
    assert (rejection.start, rejection.end, rejection.label) == (*desk.place(article, "EU"), "ORG")


def test_a_refusal_holds_for_the_next_version_of_the_model(desk, article: int, offered) -> None:
    suggestions.reject(desk.store, desk.work, article, offered["EU"])
    suggestions.accept(desk.store, desk.work, article, offered["Moskau"])
    start, end = desk.place(article, "Paschinjan")
    suggestions.correct(
        desk.store, desk.work, article, offered["Nikol Paschinjan"], start=start, end=end, label="PER"
    )
    words = (("EU", "ORG"), ("Moskau", "LOC"), ("Nikol Paschinjan", "PER"), ("Kreml", "LOC"))
    desk.suggest(article, *words, version="2")
    assert desk.suggested(article) == ["Kreml"]


def test_deleting_an_accepted_span_refuses_its_suggestion(desk, article: int, offered) -> None:
    span = suggestions.accept(desk.store, desk.work, article, offered["EU"]).span
    spans.delete(desk.store, desk.work, span)
    assert "EU" not in desk.suggested(article)
    assert len(desk.page(article).rejections) == 1


def test_making_what_was_refused_withdraws_the_refusal(desk, article: int, offered) -> None:
    suggestions.reject(desk.store, desk.work, article, offered["EU"])
    start, end = desk.place(article, "EU")
    spans.add(desk.store, desk.work, article, start=start, end=end, label="ORG")
    assert desk.page(article).rejections == ()
    assert "EU" not in desk.suggested(article)


def test_rejecting_what_was_accepted_takes_the_span_away(desk, article: int, offered) -> None:
    suggestions.accept(desk.store, desk.work, article, offered["EU"])
    suggestions.reject(desk.store, desk.work, article, offered["EU"])
    assert desk.spans(article) == {}


def test_rejecting_what_carries_a_stance_leaves_a_mention(desk, article: int, offered) -> None:
    span = suggestions.accept(desk.store, desk.work, article, offered["EU"]).span
    stances.add(desk.store, desk.work, article, holder=Holder("author"), label="FAVOR", target_span=span)
    touched = suggestions.reject(desk.store, desk.work, article, offered["EU"])
    assert touched.notice == "kept_as_mention"
    assert desk.spans(article) == {"EU": None}
    assert "EU" not in desk.suggested(article)


def test_a_span_of_ones_own_settles_the_same_suggestion(desk, article: int) -> None:
    start, end = desk.place(article, "EU")
    span = spans.add(desk.store, desk.work, article, start=start, end=end, label="ORG").span
    (eu,) = desk.suggest(article, ("EU", "ORG"))
    assert desk.suggested(article) == []
    assert suggestions.accept(desk.store, desk.work, article, eu).span == span
    assert desk.spans(article) == {"EU": "ORG"}
    assert desk.page(article).spans[0].made == "typed"


def test_correcting_into_a_span_that_is_there_settles_the_suggestion(desk, article: int) -> None:
    start, end = desk.place(article, "Wladimir Putin")
    span = spans.add(desk.store, desk.work, article, start=start, end=end, label="PER").span
    (putin,) = desk.suggest(article, ("Putin", "PER"))
    touched = suggestions.correct(desk.store, desk.work, article, putin, start=start, end=end, label="PER")
    assert touched.span == span
    assert desk.suggested(article) == []


def test_accepting_twice_makes_one_span(desk, article: int, offered) -> None:
    first = suggestions.accept(desk.store, desk.work, article, offered["EU"])
    again = suggestions.accept(desk.store, desk.work, article, offered["EU"])
    assert (again.span, again.step) == (first.span, 0)


def test_a_suggestion_without_room_is_not_taken_over(desk, article: int, offered) -> None:
    start, end = desk.place(article, "Putin traf")
    spans.add(desk.store, desk.work, article, start=start, end=end, label="ORG")
    with pytest.raises(SpanCrosses):
        suggestions.accept(desk.store, desk.work, article, offered["Wladimir Putin"])
    assert "Wladimir Putin" in desk.suggested(article)


def test_only_a_models_span_on_this_article_is_a_suggestion(desk, article: int, offered) -> None:
    own = suggestions.accept(desk.store, desk.work, article, offered["EU"]).span
    for place, wrong in ((article, own), (article, 999), (desk.article(), offered["EU"])):
        with pytest.raises(NotFound):
            suggestions.accept(desk.store, desk.work, place, wrong)


def test_labels_and_forms_that_are_off_are_not_suggested(desk, article: int) -> None:
    desk.suggest(article, ("EU", "MISC"), ("Moskau", "LOC"))
    assert desk.suggested(article) == ["Moskau"]
    desk.suggest(article, ("Kreml", "LOC"), model="other", form="part")
    assert desk.suggested(article) == []


def test_the_model_that_read_the_article_last_suggests(desk, article: int, offered) -> None:
    desk.suggest(article, ("EU", "ORG"), version="2", score=0.5)
    assert desk.suggested(article) == ["EU"]


def test_everybody_decides_alone(desk, article: int, offered) -> None:
    bela = desk.colleague()
    suggestions.accept(desk.store, desk.work, article, offered["EU"])
    assert desk.suggested(article, work=bela) == list(offered)
    assert desk.spans(article, work=bela) == {}


# Done


def test_done_settles_what_was_seen_and_leaves_the_rest_undecided(desk, article: int, offered) -> None:
    suggestions.reject(desk.store, desk.work, article, offered["EU"])
    seen = [offered["Moskau"], offered["EU"], offered["Wladimir Putin"]]
    articles.finish(desk.store, desk.work, article, seen=seen)
    page = desk.page(article)
    assert page.set.status == "done"
    assert [(span.made, span.origin) for span in page.spans] == [
        ("seen_unchanged", offered["Wladimir Putin"]),
        ("seen_unchanged", offered["Moskau"]),
    ]
    assert page.suggestions == ()
    articles.reopen(desk.store, desk.work, article)
    assert desk.suggested(article) == ["Nikol Paschinjan"]


def test_what_was_seen_but_has_no_room_stays_undecided(desk, article: int, offered) -> None:
    start, end = desk.place(article, "Putin traf")
    spans.add(desk.store, desk.work, article, start=start, end=end, label="ORG")
    articles.finish(desk.store, desk.work, article, seen=list(offered.values()))
    assert "Wladimir Putin" not in desk.spans(article)
    articles.reopen(desk.store, desk.work, article)
    assert desk.suggested(article) == ["Wladimir Putin"]


def test_done_with_nothing_seen_begins_and_ends_the_reading(desk, article: int, offered) -> None:
    touched = articles.finish(desk.store, desk.work, article, seen=[])
    assert desk.page(article).set.status == "done"
    assert touched.nouns == {"annotation_set", "scheme_version"}
    assert articles.finish(desk.store, desk.work, article, seen=list(offered.values())).step == 0
    assert desk.spans(article) == {}
