"""Paragraphs of what is displayed, and the direction they run in."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.gui.article_view.paragraphs import Paragraphs, is_bidi, is_rtl

hard = st.text(st.sampled_from("ab \n\r\u2028\u2029\u0000\ufdd0\ufeff\ud800é🎉א漢"), max_size=60)


@given(text=hard)
def test_positions_of_the_copy_are_positions_of_the_text(text: str) -> None:
    paragraphs = Paragraphs(text)
    assert len(paragraphs.display) == len(text)
    assert "\n".join(paragraphs.shown(i) for i in range(len(paragraphs))) == paragraphs.display
    for position in range(len(text) + 1):
        index = paragraphs.index(position)
        assert paragraphs.starts[index] <= position <= paragraphs.end(index)


@pytest.mark.parametrize(
    ("text", "bidi", "rtl"),
    [
        ("Köln, 12. März", False, False),
        ("The daily הארץ reported", True, False),
        ("أعلنت وزيرة Nordwind", True, True),
        ("12. קראו", True, True),
        ("漢字かな", False, False),
        ("\u200fabc", True, True),
    ],
)
def test_the_first_strong_character_says_where_a_paragraph_begins(text: str, bidi: bool, rtl: bool) -> None:
    assert (is_bidi(text), is_rtl(text)) == (bidi, rtl)
