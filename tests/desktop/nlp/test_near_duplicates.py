"""Reprints are found by what they share; articles of one wire with the same footer are no reprints."""

import random

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.nlp.near_duplicates import (
    HASHES,
    candidates,
    groups,
    is_same_story,
    shingles,
    signature,
)

WORDS = [f"{head}{tail}" for head in "abcdefghijklm" for tail in ("an", "ers", "ing", "ot", "um")]


def story(seed: int, length: int = 150) -> list[str]:
    return random.Random(seed).choices(WORDS, k=length)


def text(words: list[str]) -> str:
    return " ".join(words)


@pytest.mark.parametrize(
    ("name", "changed"),
    [
        ("another dateline", lambda words: ["berlin", "dpa", *words]),
        ("a cut end", lambda words: words[:125]),
        ("words replaced", lambda words: [*words[:40], "neu", *words[41:90], "anders", *words[91:]]),
        ("a brief of it", lambda words: words[:60]),
    ],
)
def test_a_reprint_is_the_same_story(name: str, changed: object) -> None:
    words = story(1)
    other = changed(words)  # type: ignore[operator]
    assert is_same_story(shingles(text(words)), shingles(text(other))), name


def test_two_stories_and_short_texts_are_not() -> None:
    assert not is_same_story(shingles(text(story(1))), shingles(text(story(2))))
    assert not is_same_story(shingles("Kurz gemeldet"), shingles("Kurz gemeldet"))
    footer = story(3, 40)
    assert not is_same_story(shingles(text(story(1) + footer)), shingles(text(story(2) + footer)))


def test_case_numbers_and_punctuation_do_not_count() -> None:
    one = "Der Rat gab am 8. Mai 2024 rund 3,5 Millionen Euro frei, sagte Rühmann."
    other = "DER RAT gab am 9. Mai 2024 rund 3,7 Millionen Euro frei – sagte Rühmann"
    assert np.array_equal(shingles(one), shingles(other))


def test_texts_without_blanks_are_compared_by_characters() -> None:
    one = "亚美尼亚总理帕希尼扬星期三在莫斯科会见了俄罗斯总统普京双方讨论了两国关系以及地区局势"
    assert len(shingles(one)) == len(one) - 7
    assert is_same_story(shingles(one), shingles(one + "。完"))


@settings(max_examples=40)
@given(st.integers(0, 10_000), st.floats(0.0, 1.0))
def test_a_signature_tells_about_how_alike_two_texts_are(seed: int, share: float) -> None:
    words, others = story(seed), story(seed + 20_000)
    kept = round(share * len(words))
    one, other = shingles(text(words)), shingles(text(words[:kept] + others[kept:]))
    common = len(np.intersect1d(one, other))
    likeness = common / (len(one) + len(other) - common)
    agreed = float((signature(one) == signature(other)).mean())
    assert abs(agreed - likeness) < 0.25  # six standard deviations of 128 tosses at one half


def test_planted_reprints_are_among_the_candidates_and_strangers_seldom() -> None:
    texts = [story(number) for number in range(200)] + [["dpa", *story(number)[:140]] for number in range(40)]
    found = set(candidates(np.stack([signature(shingles(text(words))) for words in texts])))
    assert {(number, 200 + number) for number in range(40)} <= found
    assert len(found) < 60
    assert all(one < other for one, other in found)


def test_many_copies_of_one_text_need_few_pairs() -> None:
    same = np.tile(signature(shingles(text(story(5)))), (300, 1))
    pairs = list(candidates(same))
    assert len(pairs) < 2 * 300
    assert groups(pairs) == [list(range(300))]


@given(st.lists(st.tuples(st.integers(0, 30), st.integers(0, 30)), max_size=40))
def test_groups_are_what_pairs_link(pairs: list[tuple[int, int]]) -> None:
    found = groups(pairs)
    members = [number for group in found for number in group]
    assert sorted(members) == sorted({number for pair in pairs for number in pair})
    place = {number: at for at, group in enumerate(found) for number in group}
    assert all(place[one] == place[other] for one, other in pairs)
    assert [group[0] for group in found] == sorted(group[0] for group in found)
    # Nothing is in a group that no chain of pairs leads to.
    for group in found:
        reached = {group[0]}
        for _ in group:
            reached |= {n for pair in pairs if reached & set(pair) for n in pair}
        assert reached == set(group)


def test_a_signature_has_its_length() -> None:
    assert signature(shingles(text(story(1)))).shape == (HASHES,)
