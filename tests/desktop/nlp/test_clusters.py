import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.nlp.clusters import ClusterTable, Lexeme

LEXEMES = st.dictionaries(
    st.text(min_size=1, max_size=8),
    st.tuples(st.integers(0, 65_000), st.floats(-20, -1)),
    min_size=1,
    max_size=50,
)


def table(**clusters: int) -> ClusterTable:
    return ClusterTable.pack((form, cluster, -10.0) for form, cluster in clusters.items())


@given(LEXEMES)
def test_a_packed_table_finds_what_went_in(lexemes: dict[str, tuple[int, float]]) -> None:
    packed = ClusterTable.pack((form, *entry) for form, entry in lexemes.items())
    step = max(-p for _, p in lexemes.values()) / 63
    for form, (cluster, log_probability) in lexemes.items():
        found = packed.find(form)
        assert found is not None
        assert found.cluster == cluster
        assert found.log_probability == pytest.approx(log_probability, abs=step / 2 + 1e-9)


@given(LEXEMES)
def test_a_table_survives_the_file(lexemes: dict[str, tuple[int, float]]) -> None:
    packed = ClusterTable.pack((form, *entry) for form, entry in lexemes.items())
    read = ClusterTable.from_bytes(packed.to_bytes())
    assert len(read) == len(packed)
    assert [read.find(form) for form in lexemes] == [packed.find(form) for form in lexemes]


def test_an_unknown_form_has_no_entry() -> None:
    assert table(Putin=40).find("Lavrov") is None


def test_a_genitive_and_the_last_part_of_a_compound_help_to_the_cluster_but_not_to_the_frequency() -> None:
    known = table(Putin=40, Trainer=7)
    assert known.cluster("Putins") == 40
    assert known.cluster("Ex-Trainer") == 7
    assert known.cluster("Merkels") is None
    assert known.find("Putins") is None


def test_of_two_entries_of_one_form_the_more_frequent_stays() -> None:
    packed = ClusterTable.pack([("Bar", 1, -12.0), ("Bar", 2, -3.0), ("Bar", 3, -9.0)])
    assert packed.find("Bar") == Lexeme(2, pytest.approx(-3.0, abs=0.1))


@pytest.mark.parametrize("damage", [lambda data: data[:-1], lambda data: b"XXXX" + data[4:], lambda _: b""])
def test_a_damaged_table_is_refused(damage: object) -> None:
    with pytest.raises(ValueError, match="cluster table"):
        ClusterTable.from_bytes(damage(table(Putin=40).to_bytes()))  # type: ignore[operator]
