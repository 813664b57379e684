import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.nlp.name_table import NameTable

KINDS = st.dictionaries(
    st.text(min_size=1, max_size=8), st.sets(st.sampled_from("ABCDEFGH"), min_size=1), max_size=40
)


@given(KINDS)
def test_a_packed_table_finds_what_went_in_also_after_the_file(kinds: dict[str, set[str]]) -> None:
    packed = NameTable.pack(kinds)
    read = NameTable.from_bytes(packed.to_bytes())
    for form, its_kinds in kinds.items():
        assert read.find(form) == packed.find(form) == tuple(sorted(its_kinds))
    assert len(read) == len(kinds)


def test_a_word_that_is_in_no_name_has_no_kinds() -> None:
    assert NameTable.pack({"Anna": ["F"]}).find("anna") == ()


def test_more_kinds_than_bits_are_refused() -> None:
    with pytest.raises(ValueError, match="17 kinds"):
        NameTable.pack({"x": map(str, range(17))})


@pytest.mark.parametrize("damage", [lambda data: data[:-1], lambda data: b"XXXX" + data[4:], lambda _: b""])
def test_a_damaged_table_is_refused(damage: object) -> None:
    with pytest.raises(ValueError, match="name table"):
        NameTable.from_bytes(damage(NameTable.pack({"Anna": ["F"]}).to_bytes()))  # type: ignore[operator]
