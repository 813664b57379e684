"""Tokens for training data: those of spaCy's own rules for a language, which a trained pipeline will use
again.
"""

from functools import cache
from importlib.metadata import PackageNotFoundError, version
from typing import Any

from desktop.nlp import segmentation
from store.formats.protocol import Segment

ANY_LANGUAGE = "xx"


def tokens_by() -> str:
    """Name and version of the rules that make the tokens."""
    try:
        number = version("spacy")
    except PackageNotFoundError:  # a frozen program keeps no metadata of packages
        number = ""
    return f"spaCy {number}, blank pipelines ({segmentation.NAME} {segmentation.VERSION} elsewhere)"


def blank_tokenizers() -> Segment:
    """`segment(text, language)` by spaCy's blank pipelines, each made at its first text.

    Where spaCy needs a library that is not there (Japanese, Korean, Thai, Vietnamese), our own rules take
    over.
    """

    @cache
    def tokenizer(language: str) -> Any:
        import spacy

        try:
            return spacy.blank(language).tokenizer
        except ImportError:  # also a language that spaCy does not know
            return None

    def segment(text: str, language: str) -> list[tuple[int, int]]:
        cut = tokenizer(ANY_LANGUAGE if language == "und" else language)
        if cut is None:
            return segmentation.tokens(text, language)
        return [(token.idx, token.idx + len(token)) for token in cut(text) if not token.is_space]

    return segment
