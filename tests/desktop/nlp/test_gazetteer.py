import pytest

from desktop.nlp.gazetteer import Gazetteer

NAMES = Gazetteer(
    {"COUNTRY": ["Neuseeland", "Vereinigte Staaten"], "CITY": ["York", "New York", "Neuseeland"]}
)


def test_the_longest_name_wins() -> None:
    assert NAMES.classes(["in", "New", "York", "und", "York"]) == [None, "CITY", "CITY", None, "CITY"]


def test_a_name_of_two_classes_keeps_the_first() -> None:
    assert NAMES.find("Neuseeland") == "COUNTRY"


def test_an_unfinished_name_is_none() -> None:
    assert NAMES.classes(["Vereinigte"]) == [None]
    assert NAMES.classes([]) == []


def test_it_survives_the_file() -> None:
    read = Gazetteer.from_bytes(NAMES.to_bytes())
    assert read.names("CITY") == {"York", "New York"}
    assert len(read) == len(NAMES)


def test_other_json_is_refused() -> None:
    with pytest.raises(ValueError, match="gazetteer"):
        Gazetteer.from_bytes(b"[1]")
