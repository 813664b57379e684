"""What a reading says of words: whole, begun, with labels that nobody was asked for."""

from desktop.nlp.adapting.known import allowed
from store.values import Known

TEXT = "Anna traf Bea Stein im Kreml-Palast"
BORDERS = [(0, 4), (5, 9), (10, 13), (14, 19), (20, 22), (23, 35)]
TAGS = ("O", "B-PER", "I-PER", "B-LOC", "I-LOC", "B-LOCpart", "I-LOCpart")
OUTSIDE = frozenset("O")


def tags_of(known: Known) -> list[frozenset[str] | None]:
    return allowed(known, BORDERS, TAGS)


def test_a_word_without_a_span_is_outside_in_a_whole_reading_and_open_in_another() -> None:
    spans = ((10, 19, "PER"),)
    whole, begun = (tags_of(Known(TEXT, spans, is_whole=it)) for it in (True, False))
    assert whole == [OUTSIDE, OUTSIDE, {"B-PER"}, {"I-PER"}, OUTSIDE, OUTSIDE]
    assert begun == [None, None, {"B-PER"}, {"I-PER"}, None, None]


def test_a_name_that_is_not_suggested_may_be_anywhere_without_a_span() -> None:
    found = tags_of(Known(TEXT, ((0, 4, "PER"),), is_whole=True, open=("LOC",)))
    assert found[0] == {"B-PER"}
    assert found[1] == {"O", "B-LOC", "I-LOC"}


def test_of_a_begun_reading_a_refused_word_is_anything_but_that() -> None:
    found = tags_of(Known(TEXT, (), is_whole=False, refused=((0, 4, "LOC"), (10, 19, "LOC"))))
    assert found[0] == set(TAGS) - {"B-LOC", "I-LOC"}
    assert found[2] is None  # of a longer one only an edge may have been wrong


def test_a_part_stands_for_its_compound_and_another_piece_of_a_word_says_nothing() -> None:
    part = tags_of(Known(TEXT, ((23, 28, "LOCpart"),), is_whole=True))
    piece = tags_of(Known(TEXT, ((23, 28, "LOC"),), is_whole=True))
    assert part[5] == {"B-LOCpart"}
    assert piece[5] is None


def test_nothing_is_known_of_zones_out_of_scope() -> None:
    assert tags_of(Known(TEXT, (), is_whole=True, unknown=((0, 9),)))[:3] == [None, None, OUTSIDE]
