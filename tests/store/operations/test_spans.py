"""What an annotator does with spans of their own."""

import pytest

from store.errors import LabelUnknown, NotFound, SetClosed, SpanCrosses, SpanExists, SpanOutsideText
from store.operations import articles, comments, spans, stances
from store.values import Holder


@pytest.fixture
def article(desk) -> int:
    return desk.article()


def add(desk, article: int, word: str, label: str | None = "PER") -> int:
    start, end = desk.place(article, word)
    return spans.add(desk.store, desk.work, article, start=start, end=end, label=label).span


def test_the_first_touch_begins_the_reading(desk, article: int) -> None:
    assert desk.page(article).set is None
    add(desk, article, "Putin")
    reading = desk.page(article).set
    assert (reading.status, reading.shown_model) == ("in_progress", None)


def test_a_span_is_there_as_it_was_made(desk, article: int) -> None:
    start, end = desk.place(article, "Moskau")
    touched = spans.add(desk.store, desk.work, article, start=start, end=end, label="LOC")
    assert touched.articles == (article,)
    assert touched.nouns == {"annotation_set", "span", "scheme_version"}
    (span,) = desk.page(article).spans
    assert (span.id, span.start, span.end, span.label, span.made) == (
        touched.span,
        start,
        end,
        "LOC",
        "typed",
    )


@pytest.mark.parametrize(("start", "end"), [(-1, 3), (3, 3), (5, 4), (0, 10_000)])
def test_a_span_lies_within_its_text(desk, article: int, start: int, end: int) -> None:
    with pytest.raises(SpanOutsideText) as caught:
        spans.add(desk.store, desk.work, article, start=start, end=end, label="PER")
    assert caught.value.fields["length"] == len(desk.page(article).article.text)
    assert desk.page(article).set is None


def test_a_text_with_a_nul_in_it_is_as_long_as_python_says(file_desk) -> None:
    article = file_desk.article("vor\x00nach")
    spans.add(file_desk.store, file_desk.work, article, start=4, end=8, label="PER")
    with pytest.raises(SpanOutsideText):
        spans.add(file_desk.store, file_desk.work, article, start=4, end=9, label="LOC")


def test_code_points_beyond_the_first_plane_count_once(desk) -> None:
    article = desk.article("👩‍👩‍👧 Ада")
    spans.add(desk.store, desk.work, article, start=6, end=9, label="PER")
    assert desk.spans(article) == {"Ада": "PER"}


def test_the_same_span_twice_is_refused(desk, article: int) -> None:
    add(desk, article, "Putin")
    with pytest.raises(SpanExists) as caught:
        add(desk, article, "Putin")
    assert caught.value.fields["label"] == "PER"


@pytest.mark.parametrize("word", ["Wladimir", "Putin", "Putin traf"])
def test_labelled_spans_do_not_overlap(desk, article: int, word: str) -> None:
    add(desk, article, "Wladimir Putin")
    with pytest.raises(SpanCrosses):
        add(desk, article, word, "ORG")
    assert desk.spans(article) == {"Wladimir Putin": "PER"}


def test_a_mention_may_stand_anywhere(desk, article: int) -> None:
    add(desk, article, "Wladimir Putin")
    add(desk, article, "Putin traf", None)
    assert desk.spans(article) == {"Wladimir Putin": "PER", "Putin traf": None}


def test_spans_that_touch_do_not_overlap(desk, article: int) -> None:
    add(desk, article, "Kreml", "LOC")
    add(desk, article, "-Sprecher")
    assert len(desk.spans(article)) == 2


def test_a_project_may_let_spans_overlap(nesting_desk) -> None:
    article = nesting_desk.article()
    add(nesting_desk, article, "Kreml-Sprecher")
    add(nesting_desk, article, "Kreml", "LOC")
    assert nesting_desk.spans(article) == {"Kreml-Sprecher": "PER", "Kreml": "LOC"}


@pytest.mark.parametrize("label", ["NOBODY", "FAVOR"])
def test_a_label_has_to_be_one_for_entities(desk, article: int, label: str) -> None:
    with pytest.raises(LabelUnknown):
        add(desk, article, "Putin", label)


def test_an_unknown_article_is_not_found(desk) -> None:
    with pytest.raises(NotFound):
        spans.add(desk.store, desk.work, 99, start=0, end=1, label="PER")


def test_a_span_gets_another_label_or_none(desk, article: int) -> None:
    span = add(desk, article, "Moskau")
    spans.relabel(desk.store, desk.work, span, "LOC")
    assert desk.spans(article) == {"Moskau": "LOC"}
    spans.relabel(desk.store, desk.work, span, None)
    assert desk.spans(article) == {"Moskau": None}


def test_a_mention_that_gets_a_label_has_to_have_room(desk, article: int) -> None:
    add(desk, article, "Wladimir Putin")
    mention = add(desk, article, "Putin", None)
    with pytest.raises(SpanCrosses):
        spans.relabel(desk.store, desk.work, mention, "LOC")


def test_edges_move_by_code_points(desk, article: int) -> None:
    span = add(desk, article, "Putin")
    start, end = desk.place(article, "Wladimir Putin")
    touched = spans.move_edges(desk.store, desk.work, span, start=start, end=end)
    assert touched.span == span
    assert desk.spans(article) == {"Wladimir Putin": "PER"}


def test_edges_stop_at_another_span(desk, article: int) -> None:
    span = add(desk, article, "Wladimir")
    add(desk, article, "Putin")
    with pytest.raises(SpanCrosses):
        spans.move_edges(desk.store, desk.work, span, start=0, end=10)


def test_a_span_that_is_deleted_is_gone(desk, article: int) -> None:
    touched = spans.delete(desk.store, desk.work, add(desk, article, "Putin"))
    assert (touched.span, touched.notice) == (None, None)
    assert desk.spans(article) == {}


def test_a_span_with_a_stance_stays_as_a_mention_and_says_so(desk, article: int) -> None:
    span, target = add(desk, article, "Wladimir Putin"), add(desk, article, "EU", "ORG")
    holder = Holder("span", span=span)
    stances.add(desk.store, desk.work, article, holder=holder, label="AGAINST", target_span=target)
    touched = spans.delete(desk.store, desk.work, span)
    assert (touched.span, touched.notice) == (span, "kept_as_mention")
    assert desk.spans(article) == {"Wladimir Putin": None, "EU": "ORG"}
    assert spans.delete(desk.store, desk.work, span).notice == "kept_as_mention"
    assert desk.page(article).stances[0].holder_span == span


def test_a_mention_at_the_same_place_takes_the_stance_over(desk, article: int) -> None:
    span, mention = add(desk, article, "EU", "ORG"), add(desk, article, "EU", None)
    holder = Holder("author")
    stances.add(desk.store, desk.work, article, holder=holder, label="FAVOR", target_span=span)
    touched = spans.delete(desk.store, desk.work, span)
    assert (touched.span, touched.notice) == (mention, "kept_as_mention")
    assert desk.page(article).stances[0].target_span == mention
    assert desk.spans(article) == {"EU": None}


def test_the_comments_of_a_deleted_span_stay_with_the_article(desk, article: int) -> None:
    span = add(desk, article, "Putin")
    comments.add(desk.store, desk.work, article, text="Welcher?", kind="question", span_id=span)
    spans.delete(desk.store, desk.work, span)
    (comment,) = desk.page(article).comments
    assert (comment.text, comment.span_id) == ("Welcher?", None)


def test_a_span_can_be_marked_as_unsure(desk, article: int) -> None:
    span = add(desk, article, "Putin")
    spans.set_unsure(desk.store, desk.work, span, True)
    assert desk.page(article).spans[0].unsure is True
    assert spans.set_unsure(desk.store, desk.work, span, True).step == 0


def test_somebody_elses_span_is_not_found(desk, article: int) -> None:
    span, bela = add(desk, article, "Putin"), desk.colleague()
    for change in (
        lambda: spans.relabel(desk.store, bela, span, "LOC"),
        lambda: spans.move_edges(desk.store, bela, span, start=0, end=1),
        lambda: spans.delete(desk.store, bela, span),
        lambda: spans.set_unsure(desk.store, bela, span, True),
    ):
        with pytest.raises(NotFound):
            change()


def test_an_article_that_is_left_out_is_closed(desk, article: int) -> None:
    span = add(desk, article, "Putin")
    articles.exclude(desk.store, desk.work, article, reason="stub")
    for change in (
        lambda: add(desk, article, "Moskau", "LOC"),
        lambda: spans.relabel(desk.store, desk.work, span, "LOC"),
        lambda: spans.delete(desk.store, desk.work, span),
    ):
        with pytest.raises(SetClosed):
            change()
