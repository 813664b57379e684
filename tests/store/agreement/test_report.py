"""Readers compared: spans, stances, evidence, and the list of differences."""

from fractions import Fraction

from hypothesis import given, settings
from hypothesis import strategies as st

from store.agreement import Reader, Reading, ReadSpan, ReadStance, compare_spans, report

ADA, BEA, CEM = (Reader(n, name, "person") for n, name in ((1, "Ada"), (2, "Bea"), (3, "Cem")))
SCALE = {"FAVOR": 1.0, "AGAINST": -1.0, "NEUTRAL": 0.0, "UNRELATED": None}


def span(start: int, end: int, label: str = "PER", row: int = 0) -> ReadSpan:
    return ReadSpan(row or start * 1000 + end, start, end, label)


def stance(row: int, holder: str, target: str, label: str, *evidence: tuple[int, int]) -> ReadStance:
    place = evidence[0] if evidence else (row, row + 1)
    return ReadStance(row, holder, target, (holder, target), label, SCALE.get(label), evidence, place)


def reading(reader: Reader, *items: ReadSpan | ReadStance, article: int = 1) -> Reading:
    spans = tuple(it for it in items if isinstance(it, ReadSpan))
    return Reading(article, 1000, reader.id, spans, tuple(it for it in items if isinstance(it, ReadStance)))


def test_two_exact_and_three_half_right_spans() -> None:
    """The figures of nervaluate for such a pair: strict .40, exact .40, partial .70, type 1.00."""
    truth = [span(0, 5), span(10, 15), span(20, 30), span(40, 50), span(60, 70)]
    found = [span(0, 5), span(10, 15), span(20, 28), span(42, 50), span(55, 75)]
    scores = compare_spans(truth, found)
    assert [scores.f1(match) for match in ("strict", "exact", "partial", "type")] == [
        Fraction(2, 5),
        Fraction(2, 5),
        Fraction(7, 10),
        1,
    ]


def test_a_span_is_matched_once_and_with_its_best_counterpart() -> None:
    scores = compare_spans([span(0, 20)], [span(0, 4), span(5, 20), span(30, 31)])
    assert (scores.hits["partial"], scores.f1("strict")) == (Fraction(1, 2), 0)
    scores = compare_spans([span(0, 5, "ORG")], [span(0, 5, "PER")])
    assert [scores.f1(match) for match in ("strict", "exact", "partial", "type")] == [0, 1, 1, 0]
    assert compare_spans([], []).f1() is None


spans = st.lists(
    st.tuples(st.integers(0, 20), st.integers(1, 5), st.sampled_from(["PER", "ORG"])), unique=True, max_size=7
).map(lambda items: [span(a, a + n, label, row) for row, (a, n, label) in enumerate(items, 1)])


@settings(max_examples=80, deadline=None)
@given(spans, spans)
def test_scores_are_symmetric_and_between_nothing_and_all(first, second) -> None:
    there, back = compare_spans(first, second), compare_spans(second, first)
    for match in ("strict", "exact", "partial", "type"):
        value = there.f1(match)
        assert value is None or 0 <= value <= 1
    assert there.f1("strict") == back.f1("strict")
    assert there.f1("exact") == back.f1("exact")
    assert compare_spans(first, first).f1("strict") in (1, None)


def test_stances_match_on_holder_and_target_whatever_their_label() -> None:
    result = report(
        [ADA, BEA],
        [
            reading(ADA, stance(1, "Kreml", "West", "AGAINST", (0, 10)), stance(2, "Peskow", "Rel", "FAVOR")),
            reading(BEA, stance(3, "Kreml", "West", "NEUTRAL", (0, 20)), stance(4, "Moskau", "Rel", "FAVOR")),
        ],
        SCALE,
    )
    (pair,) = result.pairs
    assert (pair.articles, pair.matched, pair.detection) == (1, 1, Fraction(1, 2))
    assert pair.matrix[pair.labels.index("AGAINST")][pair.labels.index("NEUTRAL")] == 1
    assert pair.evidence == Fraction(20, 30)
    assert [(it.kind, it.what, it.first, it.second) for it in pair.differences] == [
        ("stance_label", "Kreml → West", "AGAINST", "NEUTRAL"),
        ("stance_missing", "Peskow → Rel", "FAVOR", ""),
        ("stance_missing", "Moskau → Rel", "", "FAVOR"),
    ]


def test_a_pair_that_recurs_is_matched_label_by_label_first() -> None:
    result = report(
        [ADA, BEA],
        [
            reading(ADA, stance(1, "K", "W", "FAVOR"), stance(2, "K", "W", "AGAINST")),
            reading(
                BEA,
                stance(3, "K", "W", "AGAINST"),
                stance(4, "K", "W", "FAVOR"),
                stance(5, "K", "W", "FAVOR"),
            ),
        ],
        SCALE,
    )
    (pair,) = result.pairs
    assert (pair.matched, pair.kappa.value, pair.detection) == (2, 1, Fraction(4, 5))
    assert [it.kind for it in pair.differences] == ["stance_missing"]


def test_one_label_alone_leaves_agreement_undefined() -> None:
    same = [reading(who, stance(n, "K", "W", "FAVOR")) for n, who in enumerate((ADA, BEA), 1)]
    result = report([ADA, BEA], same, SCALE)
    (pair,) = result.pairs
    assert (pair.kappa.value, pair.linear.value, result.nominal.value, result.presence.value) == (None,) * 4
    assert (pair.detection, pair.evidence) == (1, None)


def test_three_readers_with_gaps() -> None:
    result = report(
        [ADA, BEA, CEM],
        [
            reading(ADA, stance(1, "K", "W", "FAVOR"), stance(2, "P", "R", "AGAINST")),
            reading(BEA, stance(3, "K", "W", "FAVOR"), stance(4, "P", "R", "AGAINST")),
            reading(CEM, stance(5, "K", "W", "NEUTRAL")),
            reading(ADA, stance(6, "K", "W", "AGAINST"), article=2),
            reading(BEA, stance(7, "K", "W", "AGAINST"), article=2),
            reading(CEM, stance(8, "K", "W", "AGAINST"), article=3),
        ],
        SCALE,
    )
    assert (result.articles, [pair.articles for pair in result.pairs]) == (2, [2, 1, 1])
    assert result.fleiss.value is not None
    assert result.nominal.value == Fraction(4, 7)
    assert result.ordinal.value > result.nominal.value, "FAVOR and NEUTRAL are near"


def test_what_has_no_place_on_the_scale_counts_for_labels_but_not_for_distances() -> None:
    readings = [
        reading(
            ADA,
            stance(1, "K", "W", "FAVOR"),
            stance(2, "K", "X", "UNRELATED"),
            stance(3, "K", "Y", "AGAINST"),
        ),
        reading(
            BEA, stance(4, "K", "W", "FAVOR"), stance(5, "K", "X", "FAVOR"), stance(6, "K", "Y", "AGAINST")
        ),
    ]
    (pair,) = report([ADA, BEA], readings, SCALE).pairs
    assert pair.linear.value == 1
    assert pair.kappa.value < 1


def test_spans_that_differ_are_listed_in_the_order_of_the_text() -> None:
    first = reading(ADA, span(0, 5), span(10, 15), span(20, 25), span(40, 45, row=9))
    second = reading(BEA, span(0, 5), span(10, 18), span(20, 25, "ORG"), span(60, 65))
    result = report([ADA, BEA], [first, second], SCALE)
    assert [(it.kind, it.start, it.end, it.first, it.second) for it in result.pairs[0].differences] == [
        ("span_edges", 10, 18, "PER", "PER"),
        ("span_label", 20, 25, "PER", "ORG"),
        ("span_missing", 40, 45, "PER", ""),
        ("span_missing", 60, 65, "", "PER"),
    ]
    assert result.units.value is not None
    assert result.evidence_units.value is None


def test_a_model_without_stances_is_compared_by_its_spans_alone() -> None:
    model = Reader(9, "m", "model")
    result = report(
        [ADA, BEA, model],
        [
            reading(ADA, span(0, 5), stance(1, "K", "W", "FAVOR"), stance(2, "K", "X", "AGAINST")),
            reading(BEA, span(0, 5), stance(3, "K", "W", "FAVOR"), stance(4, "K", "X", "AGAINST")),
            reading(model, span(0, 5), span(7, 9)),
        ],
        SCALE,
    )
    people, with_model, _ = result.pairs
    assert (people.detection, result.nominal.value, result.fleiss.value) == (1, 1, 1)
    assert (with_model.spans.f1(), with_model.detection) == (Fraction(2, 3), None)
    assert [it.kind for it in with_model.differences] == ["span_missing"]
    assert result.presence.value is None, "both have all: there is nothing that varies"
