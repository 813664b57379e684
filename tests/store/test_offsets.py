"""Positions in a text, graphemes, tokens, and the copy a widget may show."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtGui import QTextCursor, QTextDocument

from store.offsets import (
    PARAGRAPH_LIMIT,
    Offsets,
    display_copy,
    graphemes,
    met,
    next_border,
    previous_border,
    snap,
)

FAMILY = "\U0001f469\u200d\U0001f469\u200d\U0001f467"
AWKWARD = (
    "aä \n\r\t\0\u00a0\u00ad\u0301\u0308\u200b\u200c\u200d\u200e\u200f\u2028\u2029\u202e\u202c\u2066\u2069"
    "\ufdd0\ufdd1\ufeff\ufffc\ufffe\uffff\ud800\udbff\udc00\udfff日本カ가\u1100\u1161\u11a8กำे्कषאبλ٣€₿\U0001f469\U0001f3fd"
    "\ufe0f\U0001f1e9\U0001f1ea\u20e3\U00020000\U0010ffff"
)
texts = st.text(st.one_of(st.sampled_from(AWKWARD), st.characters()))


def utf16_length(text: str) -> int:
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


@given(texts)
def test_every_position_is_the_length_of_what_is_encoded_before_it(text: str):
    offsets = Offsets(text)
    for position in range(len(text) + 1):
        assert offsets.utf16(position) == utf16_length(text[:position])
    assert offsets.utf16_length == offsets.utf16(len(text))


@given(texts)
def test_every_unit_belongs_to_the_character_that_contains_it(text: str):
    offsets = Offsets(text)
    for position in range(len(text)):
        for unit in range(offsets.utf16(position), offsets.utf16(position + 1)):
            assert offsets.code_point(unit) == position
    assert offsets.code_point(offsets.utf16_length) == len(text)


def test_two_lone_surrogates_are_not_taken_for_a_pair():
    offsets = Offsets("a\ud83d\ude00b")
    assert [offsets.utf16(i) for i in range(5)] == [0, 1, 2, 3, 4]


@pytest.mark.parametrize("position", [-1, 4])
def test_a_position_outside_the_text_is_refused(position: int):
    offsets = Offsets("abc")
    for translate in (offsets.utf16, offsets.code_point):
        with pytest.raises(IndexError):
            translate(position)


@pytest.mark.parametrize(
    "cluster",
    [
        pytest.param("\r\n", id="CRLF"),
        pytest.param("e\u0301\u0323", id="combining marks"),
        pytest.param("1\ufe0f\u20e3", id="keycap"),
        pytest.param(FAMILY, id="joined emoji"),
        pytest.param("\U0001f44d\U0001f3fd", id="skin tone"),
        pytest.param("\U0001f642\u200d\u2194\ufe0f", id="joined to an arrow"),
        pytest.param("\U0001f1e9\U0001f1ea", id="flag"),
        pytest.param("\U0001f3f4\U000e0067\U000e0062\U000e007f", id="tag sequence"),
        pytest.param("\u1100\u1161\u11a8", id="Hangul letters"),
        pytest.param("\uac00\u11a8", id="Hangul syllable and final"),
        pytest.param("กำ", id="Thai am"),
        pytest.param("ที่", id="Thai marks"),
        pytest.param("कि", id="Devanagari vowel"),
        pytest.param("क्षि", id="Devanagari conjunct"),
        pytest.param("க்", id="Tamil virama"),
        pytest.param("בּ", id="Hebrew point"),
    ],
)
def test_what_a_reader_takes_for_one_character_is_one_grapheme(cluster: str):
    assert graphemes(f"a{cluster}b") == [0, 1, 1 + len(cluster), 2 + len(cluster)]


@pytest.mark.parametrize(
    ("text", "borders"),
    [
        ("", [0]),
        ("Kreml", [0, 1, 2, 3, 4, 5]),
        ("a\n\rb", [0, 1, 2, 3, 4]),
        ("\u0301a", [0, 1, 2]),
        ("\n\u0301", [0, 1, 2]),
        ("\U0001f1e9\U0001f1ea\U0001f1eb\U0001f1f7\U0001f1e9", [0, 2, 4, 5]),
        ("a\u200db", [0, 2, 3]),
        ("க்ஷ", [0, 2, 3]),
        ("가나", [0, 1, 2]),
        ("\u00ad\ud800\u2028", [0, 1, 2, 3]),
    ],
)
def test_what_stands_side_by_side_stays_apart(text: str, borders: list[int]):
    assert graphemes(text) == borders


@given(texts)
def test_graphemes_cover_the_text_and_a_mark_never_starts_one_after_a_letter(text: str):
    borders = graphemes(text)
    assert borders[0] == 0
    assert borders[-1] == len(text)
    assert all(a < b for a, b in pairwise(borders))
    assert not any(text[b] == "\u0301" and text[b - 1] in "aä日אب" for b in borders[1:-1])


@given(texts, texts)
def test_a_line_feed_ends_every_grapheme(before: str, after: str):
    head = graphemes(before + "\n")
    assert graphemes(f"{before}\n{after}") == head + [len(before) + 1 + b for b in graphemes(after)[1:]]


@pytest.mark.parametrize(
    "text", ["क" + "\u094d" * 50_000, "\u1100" * 50_000, "\U0001f469" + "\u0301" * 50_000]
)
def test_a_long_run_of_one_class_is_one_grapheme(text: str):
    assert graphemes(text) == [0, len(text)]


# 0         1
# 0123456789012345
# Der  Kreml sagt.
TOKENS = [(0, 3), (5, 10), (11, 15), (15, 16)]


@pytest.mark.parametrize(
    ("selected", "snapped"),
    [
        ((5, 10), (5, 10)),
        ((6, 9), (5, 10)),
        ((6, 12), (5, 15)),
        ((3, 11), (5, 10)),
        ((2, 6), (0, 10)),
        ((3, 5), (3, 5)),
        ((10, 11), (10, 11)),
        ((15, 16), (15, 16)),
        ((0, 16), (0, 16)),
    ],
)
def test_a_selection_snaps_to_the_whole_tokens_it_meets(selected: tuple[int, int], snapped: tuple[int, int]):
    assert snap(TOKENS, *selected) == snapped


@pytest.mark.parametrize(
    ("caret", "token"),
    [
        (0, (0, 3)),
        (2, (0, 3)),
        (3, (0, 3)),
        (4, (4, 4)),
        (5, (5, 10)),
        (10, (5, 10)),
        (15, (15, 16)),
        (16, (15, 16)),
    ],
)
def test_a_caret_snaps_to_the_token_at_it(caret: int, token: tuple[int, int]):
    assert snap(TOKENS, caret, caret) == token


def test_without_tokens_nothing_snaps():
    assert snap([], 2, 5) == (2, 5)
    assert snap([], 2, 2) == (2, 2)


borders_of_tokens = (
    st.sets(st.integers(0, 30)).map(sorted).map(lambda p: list(zip(p[::2], p[1::2], strict=False)))
)


@given(borders_of_tokens, st.integers(0, 30), st.integers(1, 30))
def test_met_tokens_are_those_that_share_a_character(tokens: list[tuple[int, int]], start: int, length: int):
    end = start + length
    assert list(met(tokens, start, end)) == [i for i, (s, e) in enumerate(tokens) if s < end and start < e]


@given(borders_of_tokens, st.integers(0, 30), st.integers(1, 30))
def test_snapping_twice_changes_nothing_more(tokens: list[tuple[int, int]], start: int, length: int):
    once = snap(tokens, start, start + length)
    assert snap(tokens, *once) == once


@given(st.lists(st.integers(0, 30)).map(sorted), st.integers(0, 30))
def test_borders_are_found_on_both_sides(borders: list[int], position: int):
    assert next_border(borders, position) == min((b for b in borders if b > position), default=position)
    assert previous_border(borders, position) == max((b for b in borders if b < position), default=position)


def document(text: str) -> QTextDocument:
    shown = QTextDocument()
    shown.setPlainText(display_copy(text))
    return shown


@given(texts)
def test_a_document_keeps_every_offset_of_the_text(text: str):
    offsets, copy, shown = Offsets(text), display_copy(text), document(text)
    assert len(copy) == len(text)
    assert shown.characterCount() - 1 == offsets.utf16_length
    assert shown.blockCount() == copy.count("\n") + 1
    cursor = QTextCursor(shown)
    for position, character in enumerate(copy):
        cursor.setPosition(offsets.utf16(position))
        cursor.setPosition(offsets.utf16(position + 1), QTextCursor.MoveMode.KeepAnchor)
        assert cursor.selectedText() == character.replace("\n", "\u2029")


@given(texts)
def test_a_document_shows_every_ordinary_character_as_it_is(text: str):
    special = set("\r\0\u2029\ufdd0\ufdd1\ufeff\ufffc\ufffe")
    for ours, shown in zip(text, display_copy(text), strict=True):
        assert shown == ours or ours in special or "\ud800" <= ours <= "\udfff"


def test_line_ends_of_all_systems_break_the_paragraph():
    assert display_copy("a\r\nb\rc\nd\u2029e\u2028f") == "a \nb\nc\nd\ne\u2028f"


def test_a_giant_paragraph_is_broken_at_spaces_only():
    text = "Wort " * 5_000
    copy = display_copy(text)
    assert max(map(len, copy.split("\n"))) <= PARAGRAPH_LIMIT
    assert copy.replace("\n", " ") == text
    assert copy.count("\n") <= len(text) // (PARAGRAPH_LIMIT - 5)


def test_a_giant_paragraph_without_spaces_is_broken_at_the_next_one_or_not_at_all():
    unbroken = "x" * (PARAGRAPH_LIMIT * 2)
    assert display_copy(unbroken) == unbroken
    assert display_copy(f" {unbroken} {unbroken}") == f" {unbroken}\n{unbroken}"


def test_paragraphs_up_to_the_limit_stay_whole():
    text = "\n".join(["x " * (PARAGRAPH_LIMIT // 2)] * 3)
    assert display_copy(text) == text
