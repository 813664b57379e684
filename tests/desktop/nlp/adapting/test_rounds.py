"""Which round is kept: one that is better by more than chance, else the model as it was."""

from hypothesis import given
from hypothesis import strategies as st

from desktop.nlp.adapting.rounds import Choice, Score

TEXTS = 40
OLD = Score.of([(1, 4)] * TEXTS)


def better(texts: int) -> Score:
    """One name more is found, and rightly, in so many texts."""
    return Score.of([(2, 5)] * texts + [(1, 4)] * (TEXTS - texts))


def test_f1_counts_what_is_right_twice_among_true_and_found() -> None:
    assert Score.of([(1, 2), (0, 2)]).f1 == 0.5
    assert Score.of([]).f1 == 0.0


def test_a_gain_in_two_texts_may_be_chance_and_one_in_ten_is_not() -> None:
    assert not better(2).is_clearly_above(OLD)
    assert better(10).is_clearly_above(OLD)
    assert not OLD.is_clearly_above(better(10))


def test_gains_and_losses_that_balance_are_no_gain() -> None:
    mixed = Score.of([(2, 4)] * 6 + [(0, 4)] * 5 + [(1, 4)] * (TEXTS - 11))
    assert mixed.f1 > OLD.f1
    assert not mixed.is_clearly_above(OLD)


@given(st.lists(st.tuples(st.integers(0, 3), st.integers(0, 4)), max_size=1))
def test_one_text_alone_says_nothing(counts: list[tuple[int, int]]) -> None:
    scores = [Score.of([(hits, 2 * hits + wrong) for hits, wrong in some]) for some in (counts, [(0, 4)])]
    assert not scores[0].is_clearly_above(scores[1])


def test_the_best_clear_round_is_worth_most_and_the_first_of_equals() -> None:
    choice = Choice(OLD)
    rounds = [choice.begun]
    leads = list[int]()
    for number, score in enumerate((better(2), better(12), better(20), better(20), better(3)), 1):
        rounds.append(choice.judged(number, score))
        if choice.newest_leads:
            leads.append(number)
    assert max(rounds, key=lambda it: it.worth).number == 3
    assert leads == [1, 2, 3]
    assert choice.is_better


def test_where_no_round_is_clear_the_model_as_it_was_is_worth_most() -> None:
    choice = Choice(OLD)
    judged = [choice.judged(number, score) for number, score in enumerate((OLD, better(1), better(2)), 1)]
    assert all(it.worth < choice.begun.worth for it in judged)
    assert choice.newest_leads
    assert not choice.is_better
