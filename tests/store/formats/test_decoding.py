"""Bytes become text exactly, and a guess is made only where there is no other way."""

import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from store.formats.decoding import decode, guess, is_broken_utf8, marked

GERMAN = "Die Gespräche über Köln, Zürich und „größere“ Fragen dauerten – so hieß es – länger als erwartet."
POLISH = "Prezydent powiedział wczoraj, że rząd nie zgadza się na żadne ustępstwa wobec związków zawodowych."
RUSSIAN = "Президент России Владимир Путин провёл в Москве переговоры с премьер-министром Армении."
CHINESE = "北京总理李强周一在人民大会堂会见了德国总理。双方就经济合作、气候变化以及乌克兰局势交换了意见。"


@given(st.text(alphabet=st.characters(exclude_categories=["Cs"])))
def test_whatever_is_utf_8_comes_back_as_it_was(text: str) -> None:
    data = text.encode()
    if marked(data) is None:
        assert decode(data) == (text, "utf-8")


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-32"])
def test_a_byte_order_mark_is_believed_and_is_no_text(encoding: str) -> None:
    assert decode(GERMAN.encode(encoding)) == (GERMAN, encoding)


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_utf_16_without_a_mark_is_known_by_its_zeros(encoding: str) -> None:
    assert decode(GERMAN.encode(encoding)) == (GERMAN, encoding)


def test_line_ends_nul_and_decomposed_letters_stay() -> None:
    text = "a\r\nb\rc\u2028d\x00e\u00a0f u\u0308\ufeff"
    assert decode(text.encode()) == (text, "utf-8")


@pytest.mark.parametrize(
    ("text", "encoding", "language"),
    [
        (GERMAN, "cp1252", "de"),
        ("Müller grüßt Zoë", "latin-1", "de"),
        (POLISH, "cp1250", "pl"),
        (RUSSIAN, "cp1251", "de"),
        (RUSSIAN, "koi8-r", "ru"),
        (CHINESE, "gb18030", "zh"),
    ],
)
def test_old_encodings_are_recognised(text: str, encoding: str, language: str) -> None:
    found = decode(text.encode(encoding), language=language)
    assert found is not None
    assert found[0] == text


def test_utf_8_that_was_cut_is_not_taken_for_something_else() -> None:
    cut = GERMAN.encode()[: GERMAN.encode().index("ü".encode()) + 1]
    assert is_broken_utf8(cut)
    assert decode(cut) is None


def test_bytes_that_are_no_text_are_refused() -> None:
    assert guess(bytes(range(256)) * 40) is None


def test_the_guesser_is_not_loaded_for_utf_8() -> None:
    sys.modules.pop("charset_normalizer", None)
    decode(GERMAN.encode())
    decode(GERMAN.encode("cp1252"), language="de")
    assert "charset_normalizer" not in sys.modules
