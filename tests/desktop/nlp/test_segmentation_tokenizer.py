from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.nlp.segmentation import tokens
from desktop.nlp.segmentation_tokenizer import NAME
from store.alignment import words_and_spaces

LANGUAGES = ("ar", "de", "en", "es", "fr", "id", "ja", "ko", "ms", "pt", "ru", "th", "vi", "zh", "xx")


@given(st.text(max_size=40), st.sampled_from(LANGUAGES))
def test_words_and_spaces_are_the_text(text: str, language: str) -> None:
    words, spaces = words_and_spaces(text, tokens(text, language))
    assert "".join(w + " " * s for w, s in zip(words, spaces, strict=True)) == text
    assert all(words)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_has_a_pipeline_without_extras(spacy: Any, language: str) -> None:
    text = "アルメニア  首相。\n\nก็ดี 총리는 Moskau-dominierten\u00a0x 🎉\r\n"
    nlp = spacy.blank(language, config={"nlp": {"tokenizer": {"@tokenizers": NAME}}})
    assert nlp(text).text == text
    again = spacy.blank(language).from_config(nlp.config) if language == "en" else nlp
    assert again.from_bytes(nlp.to_bytes())(text).text == text
