"""Kappa and alpha on published data: every value is the exact fraction."""

from collections import Counter
from fractions import Fraction
from itertools import permutations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from store.agreement import alpha, cohen, confusion, fleiss


def read(units: str) -> list[list[int | None]]:
    """Units of one-digit values, * where a coder gave none."""
    return [[None if mark == "*" else int(mark) for mark in unit] for unit in units.split()]


def columns(*coders: str) -> list[list[int | None]]:
    """The same with a row for each coder."""
    return [list(unit) for unit in zip(*read(" ".join(coders)), strict=True)]


K4X12 = read("11*1 2232 3333 3333 2222 1234 4444 1121 2222 *555 **11 **3*")
W3X15 = columns("*****34121133*3", "1*213343*******", "**21344*21133*4")
HK5X40 = read(
    "112*2 1101* 2333* *00*0 000*0 000*0 102*1 1*20* 222*2 2111* *100* 0000* 1222* 33223 111*1 111*1 212*2"
    " 1233* 1101* 000*0 0011* 00*00 2333* 0000* 12*22 0111* 00010 1212* 1122* 112*2 110*0 2121* 22*22"
    " 3222* 222*2 223*2 222*2 22*12 2222* 111*1"
)
K10 = read("00 11 01 00 00 01 00 01 10 00")
K3X9 = read("111 122 222 444 144 222 123 333 222")
K12 = [list(pair) for pair in ("aa", "ab", *["bb"] * 4, "bc", *["cc"] * 5)]
K12B = [list(pair) for pair in zip("aabbdcccedda", "babbbccceddd", strict=True)]

FLEISS_1971 = (
    "444444 222555 233335 555555 222444 113333 333355 113334 114444 555555 144444 124444 222333 144444"
    " 224445 333335 111455 111112 224444 133555 555555 244444 224555 114444 144445 222224 111155 224444"
    " 133333 555555"
)
WIKIPEDIA = (
    (0, 0, 0, 0, 14), (0, 2, 6, 4, 2), (0, 0, 3, 5, 6), (0, 3, 9, 2, 0), (2, 2, 8, 1, 1),
    (7, 7, 0, 0, 0), (3, 2, 6, 3, 0), (2, 5, 3, 2, 2), (6, 5, 2, 1, 0), (0, 2, 2, 3, 7),
)  # fmt: skip


@pytest.mark.parametrize(
    ("units", "level", "value", "published"),
    [
        pytest.param(K4X12, "nominal", "113/152", 0.743, id="Krippendorff 2004 p. 230, nominal"),
        pytest.param(K4X12, "ordinal", "108577/133160", 0.815, id="Krippendorff 2004 p. 230, ordinal"),
        pytest.param(K4X12, "interval", "951/1120", 0.849, id="Krippendorff 2004 p. 230, interval"),
        pytest.param(K4X12, "ratio", "18222619/22852465", 0.797, id="Krippendorff 2004 p. 230, ratio"),
        pytest.param(W3X15, "nominal", "56/81", 0.691, id="Wikipedia, nominal"),
        pytest.param(W3X15, "ordinal", "112173/139048", 0.807, id="Wikipedia, ordinal"),
        pytest.param(W3X15, "interval", "643/793", 0.811, id="Wikipedia, interval"),
        pytest.param(HK5X40, "ordinal", "441835031/581492574", 0.7598, id="Hayes 2007, ordinal"),
        pytest.param(HK5X40, "nominal", "6400/13431", 0.4765, id="Hayes 2007, nominal"),
        pytest.param(HK5X40, "interval", "10111/13350", 0.7574, id="Hayes 2007, interval"),
        pytest.param(K10, "nominal", "2/21", 0.095, id="Krippendorff 1980 p. 133"),
        pytest.param(K3X9, "nominal", "163/254", 0.642, id="Krippendorff 1980 p. 139"),
        pytest.param(K12, "nominal", "127/173", 0.734, id="Krippendorff 2004 p. 227"),
        pytest.param(K12B, "nominal", "155/224", 0.692, id="Computing alpha, section B"),
    ],
)
def test_alpha_is_the_published_one(units, level, value: str, published: float) -> None:
    found = alpha(units, level).value
    assert found == Fraction(value)
    assert abs(float(found) - published) <= 0.0006


def test_alpha_says_what_it_is_made_of() -> None:
    assert alpha(K10).observed == Fraction(2, 5)
    assert alpha(K10).expected == Fraction(42, 95)
    assert alpha(K4X12).observed == Fraction(1, 5)
    assert alpha(K4X12).expected == Fraction(152, 195)


COHEN_1960 = [[88, 14, 18], [10, 40, 10], [2, 6, 12]]


def test_kappa_is_cohens() -> None:
    found = cohen(COHEN_1960)
    assert (found.observed, found.expected, found.value) == (
        Fraction(7, 10),
        Fraction(41, 100),
        Fraction(29, 59),
    )
    assert cohen(COHEN_1960, "linear").value == Fraction(9, 19)
    assert cohen(COHEN_1960, "quadratic").value == Fraction(5, 11)


@pytest.mark.parametrize(
    ("matrix", "value"),
    [
        ([[12, 9, 9], [9, 14, 9], [9, 9, 20]], "154/829"),
        ([[12, 18, 18], [0, 14, 18], [0, 0, 20]], "47/182"),
    ],
)
def test_kappa_is_that_of_krippendorff_2004(matrix: list[list[int]], value: str) -> None:
    assert cohen(matrix).value == Fraction(value)


def test_the_weights_of_stances_are_their_values() -> None:
    """From FAVOR to AGAINST is twice as far as to NEUTRAL, in whatever order they stand."""
    matrix = [[5, 2, 1], [1, 4, 0], [0, 2, 6]]
    ordered = [[matrix[i][j] for j in (0, 2, 1)] for i in (0, 2, 1)]
    stance3 = cohen(matrix, "linear", values=[1.0, -1.0, 0.0])
    assert stance3.value == cohen(ordered, "linear").value
    assert stance3.value != cohen(matrix, "linear").value


def test_fleiss_kappa_is_the_published_one() -> None:
    table = [[unit.count(str(label)) for label in range(1, 6)] for unit in FLEISS_1971.split()]
    found = fleiss(table)
    assert found.value == Fraction(5437, 12637)
    assert (found.observed, found.expected) == (Fraction(5, 9), Fraction(3563, 16200))
    assert alpha([list(unit) for unit in FLEISS_1971.split()]).value == Fraction(5477, 12637)
    found = fleiss(WIKIPEDIA)
    assert (found.observed, found.expected) == (Fraction(172, 455), Fraction(417, 1960))
    assert found.value == Fraction(4211, 20059)
    assert float(found.value) == pytest.approx(0.209931, abs=5e-7), "as printed"


def test_fleiss_wants_the_same_number_of_raters_everywhere() -> None:
    for table in ([[1, 1], [2, 1]], [[1, 0], [0, 1]]):
        with pytest.raises(ValueError, match="raters"):
            fleiss(table)


@pytest.mark.parametrize("level", ["nominal", "ordinal", "interval", "ratio"])
def test_one_label_alone_is_undefined_and_never_perfect(level) -> None:
    assert alpha([[1, 1], [1, 1]], level).value is None
    assert alpha([], level).value is None
    assert alpha([[1, None], [None, 2]], level).value is None
    assert cohen([[7, 0], [0, 0]]).value is None
    assert cohen([]).value is None
    assert cohen([[0, 0], [0, 0]], "linear").value is None
    assert fleiss([[3, 0], [3, 0]]).value is None
    assert fleiss([]).value is None


def test_perfect_agreement_on_two_labels_is_one() -> None:
    assert alpha([[1, 1], [2, 2]], "ordinal").value == 1
    assert cohen([[3, 0], [0, 4]], "quadratic").value == 1
    assert fleiss([[2, 0], [0, 2]]).value == 1


values = st.lists(
    st.lists(st.one_of(st.none(), st.integers(1, 4)), min_size=2, max_size=4), min_size=1, max_size=8
).map(lambda units: [unit[: min(map(len, units))] for unit in units])


@settings(max_examples=60, deadline=None)
@given(values, st.sampled_from(["nominal", "ordinal", "interval", "ratio"]))
def test_alpha_knows_no_first_coder_and_no_order_of_units(units, level) -> None:
    found = alpha(units, level)
    assert alpha(units[::-1], level) == found
    for order in list(permutations(range(len(units[0]))))[:6]:
        assert alpha([[unit[k] for k in order] for unit in units], level) == found
    assert found.value is None or found.value <= 1


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(st.integers(0, 2), st.integers(0, 2)), min_size=1, max_size=20))
def test_kappa_of_pairs_is_symmetric(pairs) -> None:
    there = cohen(confusion(pairs, range(3)), "linear")
    back = cohen(confusion([(b, a) for a, b in pairs], range(3)), "linear")
    assert there == back
    assert (there.value is None) == (len({*Counter(a for a, _ in pairs), *Counter(b for _, b in pairs)}) == 1)
