import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as of_numpy

from desktop.nlp.packing import Unpacking, differences, packed, summed

KINDS = ("<u4", "<u2", "i1", "<f2", "<f4")
SHAPES = of_numpy.array_shapes(min_dims=1, max_dims=2, min_side=0, max_side=9)
ARRAYS = st.sampled_from(KINDS).flatmap(lambda kind: of_numpy.arrays(kind, SHAPES))


@given(st.lists(ARRAYS, max_size=4))
def test_what_is_read_is_what_was_written(arrays: list[np.ndarray]) -> None:
    unpacking = Unpacking(b"head" + b"".join(map(packed, arrays)), offset=4)
    for array in arrays:
        read = unpacking.array(array.dtype.str, array.shape)
        assert (read.dtype, read.shape) == (array.dtype, array.shape)
        assert read.tobytes() == array.tobytes()
    unpacking.end()


@given(st.lists(st.integers(0, 2**32 - 1), max_size=30).map(sorted))
def test_steps_add_up_to_the_sorted_numbers(numbers: list[int]) -> None:
    ascending = np.array(numbers, dtype="<u4")
    steps = differences(ascending)
    assert steps.dtype == ascending.dtype
    assert summed(steps).tolist() == numbers


def test_numbers_near_to_each_other_take_less_room() -> None:
    ascending = np.arange(0, 1_000_000, 100, dtype="<u4")
    assert len(packed(differences(ascending))) < len(ascending)
    assert len(packed(ascending)) < ascending.nbytes


@pytest.mark.parametrize("count", [9, 11])
def test_numbers_of_another_count_are_refused(count: int) -> None:
    with pytest.raises(ValueError, match="another size"):
        Unpacking(packed(np.arange(10, dtype="<u4"))).array("<u4", (count,))


@given(st.integers(0, 40))
def test_a_file_that_is_cut_short_is_refused(length: int) -> None:
    whole = packed(np.arange(300, dtype="<u2"))
    with pytest.raises(ValueError, match="packed numbers"):
        Unpacking(whole[:length]).array("<u2", (300,))


def test_bytes_that_nobody_asked_for_are_refused() -> None:
    unpacking = Unpacking(packed(np.arange(3, dtype="<u2")) + b"?")
    unpacking.array("<u2", (3,))
    with pytest.raises(ValueError, match="too late"):
        unpacking.end()
