"""spaCy's tokens as our own segmentation cuts them: for scripts without spaces, and without heavy extras.

spaCy's tokenizers for Japanese, Korean, Thai and Vietnamese need dictionaries that are not there; a model
that reads characters needs none.
"""

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Self

from spacy.language import Language
from spacy.tokens import Doc
from spacy.util import registry
from spacy.vocab import Vocab

from desktop.nlp import segmentation
from store.alignment import words_and_spaces

NAME = "lesart.Segmentation.v1"


class SegmentationTokenizer:
    """Text -> Doc; has nothing to store."""

    def __init__(self, vocab: Vocab, language: str | None) -> None:
        self.vocab = vocab
        self._language = language

    def __call__(self, text: str) -> Doc:
        """A Doc whose text is exactly `text`."""
        words, spaces = words_and_spaces(text, segmentation.tokens(text, self._language))
        return Doc(self.vocab, words=words, spaces=spaces)

    def to_disk(self, path: str | Path, *, exclude: Iterable[str] = ()) -> None:
        """Nothing."""

    def from_disk(self, path: str | Path, *, exclude: Iterable[str] = ()) -> Self:
        """Nothing."""
        return self

    def to_bytes(self, *, exclude: Iterable[str] = ()) -> bytes:
        """Nothing."""
        return b""

    def from_bytes(self, data: bytes, *, exclude: Iterable[str] = ()) -> Self:
        """Nothing."""
        return self


@registry.tokenizers(NAME)
def make_tokenizer() -> Callable[[Language], SegmentationTokenizer]:
    """For a config: `[nlp.tokenizer] @tokenizers = "lesart.Segmentation.v1"`."""

    def create(nlp: Language) -> SegmentationTokenizer:
        return SegmentationTokenizer(nlp.vocab, nlp.lang)

    return create
