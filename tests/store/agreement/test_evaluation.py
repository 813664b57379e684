from collections.abc import Iterable
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from store.agreement import evaluation
from store.agreement.evaluation import ALL, Evaluation, errors_of, evaluate
from store.agreement.readings import Reading, ReadSpan

Triple = tuple[int, int, str]


def reading(spans: Iterable[Triple], *, article: int = 1, reader: int = 1) -> Reading:
    found = tuple(ReadSpan(n, *span) for n, span in enumerate(spans))
    return Reading(article, 100, reader, found)


def evaluated(*articles: tuple[list[Triple], list[Triple]]) -> Evaluation:
    pairs = [
        (reading(found, article=n), reading(true, article=n, reader=2))
        for n, (found, true) in enumerate(articles)
    ]
    return evaluate(pairs, resamples=50)


def test_precision_recall_and_f1_by_label() -> None:
    found = [(0, 6, "LOC"), (10, 14, "PER"), (20, 25, "ORG")]
    true = [(0, 6, "LOC"), (10, 18, "PER"), (20, 25, "LOC"), (30, 33, "LOC")]
    scores = {one.label: one for one in evaluated((found, true)).scores}
    assert list(scores) == [ALL, "LOC", "ORG", "PER"]
    everything = scores[ALL]
    assert (everything.found, everything.true, everything.hits, everything.halves) == (3, 4, 1, 3)
    assert everything.strict.precision == pytest.approx(1 / 3)
    assert everything.strict.recall == pytest.approx(1 / 4)
    assert everything.strict.f1 == pytest.approx(2 / 7)
    assert everything.partial.f1 == pytest.approx(3 / 7), "half for the person whose end is wrong"
    assert scores["LOC"].strict.recall == pytest.approx(1 / 3)
    assert scores["ORG"].strict.recall is None, "there is none"
    assert scores["PER"].partial.precision == pytest.approx(1 / 2)


def test_the_confusion_says_what_was_taken_for_what() -> None:
    found = [(0, 6, "LOC"), (10, 14, "PER"), (50, 52, "ORG")]
    true = [(0, 6, "ORG"), (10, 14, "PER"), (80, 82, "LOC")]
    assert evaluated((found, true)).confusion == {
        ("LOC", "ORG"): 1,
        ("PER", "PER"): 1,
        ("ORG", "–"): 1,
        ("–", "LOC"): 1,
    }


def test_errors_are_listed_article_by_article() -> None:
    pairs = [
        (reading([(0, 6, "LOC")], article=7), reading([(0, 6, "LOC"), (8, 9, "PER")], article=7)),
        (reading([(3, 5, "LOC")], article=9), reading([(3, 6, "LOC")], article=9)),
    ]
    assert [(it.article, it.kind, it.start, it.end, it.first, it.second) for it in errors_of(pairs)] == [
        (7, "span_missing", 8, 9, "", "PER"),
        (9, "span_edges", 3, 6, "LOC", "LOC"),
    ]


def test_the_interval_holds_the_figure_narrows_with_more_articles_and_is_the_same_each_time() -> None:
    good: tuple[list[Triple], list[Triple]] = ([(0, 6, "LOC")], [(0, 6, "LOC")])
    bad: tuple[list[Triple], list[Triple]] = ([(0, 6, "LOC")], [(0, 6, "PER")])
    few, many = evaluated(*[good, bad] * 3).scores[0], evaluated(*[good, bad] * 100).scores[0]
    assert few.strict.f1 == many.strict.f1 == 0.5
    for one in (few, many):
        low, high = one.intervals["f1"] or (2, 2)
        assert low <= 0.5 <= high
    wide, narrow = (one.intervals["f1"] or (0, 0) for one in (few, many))
    assert narrow[1] - narrow[0] < wide[1] - wide[0]
    assert evaluated(*[good, bad] * 3).scores[0] == few


def test_of_many_articles_heaps_are_drawn_which_vary_as_much(monkeypatch: pytest.MonkeyPatch) -> None:
    source = Random(1)
    articles = [([(0, 6, "LOC")], [(0, 6, source.choice(["LOC", "PER"]))]) for _ in range(600)]

    def width() -> float:
        pairs = [
            (reading(found, article=n), reading(true, article=n)) for n, (found, true) in enumerate(articles)
        ]
        low, high = evaluate(pairs, resamples=1000).scores[0].intervals["f1"] or (0, 0)
        assert low < 0.5 < high
        return high - low

    each = width()
    monkeypatch.setattr(evaluation, "MOST", 200)
    assert width() == pytest.approx(each, rel=0.2)


def test_nothing_at_all_has_no_rates() -> None:
    (score,) = evaluated().scores
    assert (score.strict.f1, score.intervals["f1"]) == (None, None)


SPANS = st.lists(
    st.tuples(st.integers(0, 8), st.integers(1, 4), st.sampled_from(["PER", "LOC"])).map(
        lambda it: (it[0], it[0] + it[1], it[2])
    ),
    unique=True,
    max_size=6,
)


@given(st.lists(st.tuples(SPANS, SPANS), max_size=4))
def test_labels_add_up_and_judging_the_other_way_round_swaps_precision_and_recall(
    articles: list[tuple[list[Triple], list[Triple]]],
) -> None:
    everything, *labels = evaluated(*articles).scores
    for count in ("found", "true", "hits"):
        assert sum(getattr(one, count) for one in labels) == getattr(everything, count)
    swapped = evaluated(*[(true, found) for found, true in articles]).scores[0]
    assert swapped.strict.precision == everything.strict.recall
    assert swapped.strict.f1 == everything.strict.f1
    assert (everything.strict.f1 or 0) <= (everything.partial.f1 or 0)
