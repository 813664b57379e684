"""The caret, a selection's head and an edge move by token and by grapheme."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.gui.article_view.caret import edged, extended, moved, nearest, token_at
from desktop.gui.article_view.hand import Selection
from desktop.nlp.segmentation import tokens
from store.offsets import graphemes

TEXT = "Nagorny Karabach, 👩‍👩‍👧‍👦 und Zoe\u0308."
TOKENS = tokens(TEXT)

texts = st.text(st.sampled_from("aZ ß\n\r\u0308\u200d👩🇩🇪漢字ก็אع,.-"), min_size=1, max_size=40)


def test_the_caret_steps_over_whole_tokens() -> None:
    assert moved(TEXT, TOKENS, 0, step=1, unit="token") == TEXT.index("Karabach")
    assert moved(TEXT, TOKENS, TEXT.index("Karabach"), step=-1, unit="token") == 0


def test_from_inside_a_token_the_caret_goes_to_its_beginning_or_to_the_next_one() -> None:
    assert moved(TEXT, TOKENS, 3, step=-1, unit="token") == 0
    assert moved(TEXT, TOKENS, 3, step=1, unit="token") == TEXT.index("Karabach")


def test_a_character_is_a_grapheme() -> None:
    family, end = TEXT.index("👩"), TEXT.index(" und")
    assert moved(TEXT, TOKENS, family, step=1, unit="character") == end
    assert moved(TEXT, TOKENS, end, step=-1, unit="character") == family
    assert moved(TEXT, TOKENS, len(TEXT) - 1, step=-1, unit="character") == len(TEXT) - 3


def test_at_the_ends_the_caret_stays() -> None:
    assert moved(TEXT, TOKENS, 0, step=-1, unit="token") == 0
    assert moved(TEXT, TOKENS, len(TEXT), step=1, unit="character") == len(TEXT)
    assert moved("", [], 0, step=1, unit="token") == 0


@given(text=texts, data=st.data())
def test_steps_by_character_stop_at_exactly_the_borders_of_graphemes(text: str, data: st.DataObject) -> None:
    found, position = [0], 0
    while (following := moved(text, [], position, step=1, unit="character")) != position:
        position = following
        found.append(position)
    assert found == graphemes(text)
    back = data.draw(st.sampled_from(graphemes(text)))
    before = [border for border in graphemes(text) if border < back]
    assert moved(text, [], back, step=-1, unit="character") == (before[-1] if before else 0)


def test_a_selection_grows_and_shrinks_by_tokens() -> None:
    start = TEXT.index("Karabach")
    one = extended(TEXT, TOKENS, Selection(start, start), step=1, unit="token")
    two = extended(TEXT, TOKENS, one, step=1, unit="token")
    assert TEXT[one.start : one.end] == "Karabach"
    assert TEXT[two.start : two.end] == "Karabach,"
    assert extended(TEXT, TOKENS, two, step=-1, unit="token") == one
    assert extended(TEXT, TOKENS, one, step=-1, unit="token") == Selection(start, start)


def test_a_selection_grows_backwards_too() -> None:
    start = TEXT.index("Karabach")
    back = extended(TEXT, TOKENS, Selection(start, start), step=-1, unit="token")
    assert (back.start, back.end) == (0, start)
    assert extended(TEXT, TOKENS, back, step=1, unit="token") == Selection(start, start)


@pytest.mark.parametrize(
    ("side", "step", "expected"),
    [
        ("end", 1, "Nagorny Karabach"),
        ("end", -1, "Nagorny"),
        ("begin", 1, "Nagorny"),
        ("begin", -1, "Nagorny"),
    ],
)
def test_an_edge_moves_by_token_and_never_makes_the_span_empty(side: str, step: int, expected: str) -> None:
    start, end = edged(TEXT, TOKENS, (0, 7), side=side, step=step, unit="token")  # type: ignore[arg-type]
    assert TEXT[start:end] == expected


@given(text=texts, data=st.data())
def test_an_edge_moved_anyhow_leaves_a_range_inside_the_text(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    span = (start, end)
    for _ in range(8):
        span = edged(
            text,
            tokens(text),
            span,
            side=data.draw(st.sampled_from(("begin", "end"))),
            step=data.draw(st.sampled_from((1, -1))),
            unit=data.draw(st.sampled_from(("token", "character"))),
        )
        assert 0 <= span[0] < span[1] <= len(text)


def test_a_dragged_edge_stands_at_the_nearest_border() -> None:
    karabach = TEXT.index("Karabach")
    assert nearest(TOKENS, karabach + 1, "begin") == karabach
    assert nearest(TOKENS, karabach + 7, "end") == karabach + 8
    assert nearest(TOKENS, karabach + 1, "end") == 7


def test_a_position_between_tokens_has_none() -> None:
    assert token_at(TOKENS, 7) is None
    assert token_at(TOKENS, 6) == (0, 7)
