"""Some articles are read without suggestions, and rubber-stamping shows in the comparison."""

import random
from fractions import Fraction
from hashlib import sha256
from itertools import combinations

from hypothesis import given, settings
from hypothesis import strategies as st

from store.guard import DOUBT, MOST, Compared, guard, unaided

DIGESTS = st.text("0123456789abcdef", min_size=64, max_size=64)
UIDS = st.uuids().map(str)


@given(DIGESTS, UIDS, st.integers(0, MOST), st.integers(0, MOST))
def test_with_a_greater_share_those_of_a_smaller_one_stay(
    digest: str, who: str, one: int, other: int
) -> None:
    if unaided(digest, who, min(one, other)):
        assert unaided(digest, who, max(one, other))
    assert not unaided(digest, who, 0)


def test_about_the_share_is_dealt_and_to_each_reader_others() -> None:
    digests = [sha256(f"{n}".encode()).hexdigest() for n in range(2000)]
    dealt = [{it for it in digests if unaided(it, f"reader {who}", 20)} for who in range(20)]
    assert all(340 < len(it) < 460 for it in dealt)
    assert all(40 < len(one & other) < 120 for one, other in combinations(dealt, 2))


def simulated(seed: int, *, reads: bool) -> list[Compared]:
    """A hundred articles with ten suggestions or so, a tenth of them wrong; a fifth are read without.

    Who reads refuses nine of ten wrong ones on screen, and alone marks what is right but for slips of 2 %;
    who does not read accepts all that is on screen.
    """
    source, found = random.Random(seed), list[Compared]()
    for number in range(100):
        is_unaided = number % 5 == 0
        suggested = source.randint(4, 16)
        right = sum(source.random() < 0.9 for _ in range(suggested))
        if is_unaided:
            said = sum(source.random() < 0.98 for _ in range(right))
        elif reads:
            said = right + sum(source.random() < 0.1 for _ in range(suggested - right))
        else:
            said = suggested
        found.append(Compared(is_unaided, suggested, said))
    return found


def test_a_planted_tenth_of_errors_is_found_within_a_hundred_articles() -> None:
    warned = [guard(simulated(seed, reads=False), draws=2000).warns for seed in range(20)]
    assert warned == [True] * 20


def test_who_reads_what_is_suggested_is_hardly_ever_warned() -> None:
    warned = [guard(simulated(seed, reads=True), draws=2000).warns for seed in range(20)]
    assert sum(warned) <= 1


def test_without_both_kinds_there_is_nothing_to_compare() -> None:
    assert guard([]).chance is None
    assert guard([Compared(False, 5, 5), Compared(True, 0, 0)]).chance is None
    assert not guard([Compared(False, 5, 5)]).warns


@given(st.lists(st.builds(Compared, st.booleans(), st.integers(0, 5), st.just(0)), max_size=12))
def test_what_is_never_said_is_no_difference(articles: list[Compared]) -> None:
    found = guard(articles, draws=20)
    assert found.chance in (None, Fraction(1))
    assert found.chance is None or found.chance >= DOUBT


def share_of_all_deals(articles: list[Compared]) -> Fraction:
    """The exact chance: of all ways to deal the articles, those with as great a difference."""
    places, apart = range(len(articles)), sum(it.is_unaided for it in articles)

    def difference(chosen: set[int]) -> Fraction:
        parts = [[it for at, it in enumerate(articles) if (at in chosen) == is_in] for is_in in (False, True)]
        aided, unaided = (
            Fraction(sum(it.said for it in part), sum(it.suggested for it in part)) for part in parts
        )
        return aided - unaided

    observed = difference({at for at in places if articles[at].is_unaided})
    found = [difference(set(chosen)) >= observed for chosen in combinations(places, apart)]
    return Fraction(sum(found), len(found))


@given(st.integers(0, 5000))
@settings(max_examples=15)
def test_the_chance_is_that_of_all_deals_but_for_what_drawing_them_leaves_open(seed: int) -> None:
    source = random.Random(seed)
    articles = list[Compared]()
    for number in range(9):
        suggested = source.randint(1, 3)
        articles.append(Compared(number < 4, suggested, source.randint(0, suggested)))
    chance, exact = guard(articles, draws=20_000).chance, share_of_all_deals(articles)
    assert chance is not None
    assert abs(float(chance - exact)) < 0.02  # five standard errors


def test_tens_of_thousands_of_articles_are_dealt_kind_by_kind() -> None:
    many = simulated(1, reads=False) * 500
    found = guard(many, draws=50)
    assert found.aided[0] + found.unaided[0] == 50_000
    assert found.warns is False, "fifty deals cannot tell one in a thousand"
    assert found.chance == Fraction(1, 51)
