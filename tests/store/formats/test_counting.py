"""Positions of other programs are code points of ours, whichever way they were counted."""

import pytest

from store.formats.annotations.counting import counted, ways

TEXT = "😀 Rom.\r\nBonn 😀\r\nund Wien"


def there(words: str, *, in_units: bool, short: bool) -> tuple[int, int, str]:
    """Where words stand for a program that counts so."""
    before = TEXT[: TEXT.index(words)]
    before = before.replace("\r\n", "\n") if short else before

    def length(text: str) -> int:
        return len(text.encode("utf-16-le")) // 2 if in_units else len(text)

    return length(before), length(before) + length(words), words


@pytest.mark.parametrize("in_units", [False, True])
@pytest.mark.parametrize("short", [False, True])
def test_the_words_beside_positions_tell_how_they_were_counted(in_units: bool, short: bool) -> None:
    told = [there(words, in_units=in_units, short=short) for words in ("Rom", "Bonn", "Wien")]
    count = counted(TEXT, told, ways(TEXT))
    assert [TEXT[count(start) : count(end)] for start, end, _ in told] == ["Rom", "Bonn", "Wien"]


def test_without_words_the_usual_way_is_taken() -> None:
    told = [(3, 6, "")]
    assert [counted(TEXT, told, ways(TEXT, utf16=it))(3) for it in (False, True)] == [3, 2]


def test_plain_texts_have_one_way_and_an_end() -> None:
    [way] = ways("Rom und Bonn")
    assert (way(0), way(12)) == (0, 12)
    with pytest.raises(IndexError):
        way(13)
