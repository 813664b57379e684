"""Tokens by spaCy's own rules, or by ours where spaCy has none."""

from itertools import pairwise

import pytest

from desktop.work.tokens import blank_tokenizers

TEXTS = {
    "de": "Der Kreml-Sprecher kam z. B. am 3. Mai,\r\nund „lobte“ die EU 😀.",
    "ja": "岸田首相は東京で会見した。",
    "xx": "a  b",
    "und": "a  b",
    "tlh": "nuqneH, tera'ngan.",
}


@pytest.mark.parametrize("language", TEXTS)
def test_tokens_cover_all_but_space(language: str) -> None:
    text = TEXTS[language]
    borders = blank_tokenizers()(text, language)
    assert borders == sorted(borders)
    assert all(end <= start for (_, end), (start, _) in pairwise(borders))
    assert "".join(text[start:end] for start, end in borders) == "".join(text.split())


def test_a_token_is_spacy_s_token() -> None:
    text = TEXTS["de"]
    words = [text[start:end] for start, end in blank_tokenizers()(text, "de")]
    assert words[1] == "Kreml-Sprecher"
    assert "z." in words
