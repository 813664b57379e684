"""The spaCy component `lesart_crf`: runs a `desktop.nlp.tagging.Tagger` over the sentences of a Doc.

Importing this module registers the component; `spacy.load` then reads any folder that uses it. The component
keeps its weights and its tables as bytes, never a path, so a model folder may be copied, renamed or
read-only.

Results: `doc.spans["lesart"]` holds all spans, labelled as GermEval labels them (`LOC`, `LOCderiv`,
`LOCpart`), with one score each in `attrs["scores"]`, as spaCy's own span categorizer has it; `doc.ents` holds
the plain ones.

It learns: `update` and `score` carry out the course of `lesart train` in spaCy's own loop (see
`desktop.nlp.adapting.spacy_course`).
"""

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, Self

import srsly
from spacy.language import Language
from spacy.tokens import Doc, Span, SpanGroup

from desktop.nlp import segmentation
from desktop.nlp.tagging import SUB_LABELS, Tagger

if TYPE_CHECKING:
    from spacy.training import Example

    from desktop.nlp.adapting.spacy_course import SpacyCourse

SPANS_KEY = "lesart"


class CrfComponent:
    """Runs a `Tagger` over the sentences of a Doc."""

    def __init__(self, tagger: Tagger | None = None) -> None:
        self.tagger = tagger
        self._course: SpacyCourse | None = None

    @property
    def labels(self) -> tuple[str, ...]:
        """All span labels; empty before a model is loaded."""
        return self.tagger.labels if self.tagger else ()

    def __call__(self, doc: Doc) -> Doc:
        """Sets `doc.spans["lesart"]` and `doc.ents`."""
        set_spans(doc, list(self._spans(doc, self.tagger)) if self.tagger else [])
        return doc

    def update(
        self,
        examples: Iterable["Example"],
        *,
        drop: float = 0.0,
        sgd: Any = None,
        losses: dict[str, float] | None = None,
    ) -> dict[str, float]:
        """Train a round; `examples` are the whole corpus each time. The first time it is only taken.

        Raises ValueError where there is no model to go on from, or where the corpus has changed.
        """
        if self.tagger is None:
            raise ValueError("lesart_crf goes on training a model: take it from one by `source`")
        if self._course is None:
            from desktop.nlp.adapting.spacy_course import SpacyCourse  # nothing of it is needed for reading

            self._course = SpacyCourse(self.tagger)
        self._course.go_on(list(examples))
        return losses if losses is not None else {}

    def score(self, examples: Iterable["Example"], **_: Any) -> dict[str, Any]:
        """Scores of `doc.ents`; in a training also what the present round is worth, and the best is taken."""
        from spacy.scorer import get_ner_prf

        some = list(examples)
        scores: dict[str, Any] = get_ner_prf(some)
        if self._course is not None:
            from desktop.nlp.adapting.spacy_course import WORTH

            scores[WORTH] = self._course.worth(some)
            self.tagger = self._course.best
        return scores

    @staticmethod
    def _spans(doc: Doc, tagger: Tagger) -> Iterator[tuple[Span, float]]:
        for indices in _sentences(doc):
            spaces = [bool(doc[i].whitespace_) for i in indices]
            for run in tagger.tag([doc[i].text for i in indices], spaces):
                yield Span(doc, indices[run.start], indices[run.end - 1] + 1, label=run.label), run.score

    def variants(self, doc: Doc) -> Iterator[tuple[Span, float]]:
        """All spans of a Doc that may be names, each with its probability; the Doc stays as it is."""
        for indices in _sentences(doc) if self.tagger else ():
            spaces = [bool(doc[i].whitespace_) for i in indices]
            for run in self.tagger.variants([doc[i].text for i in indices], spaces) if self.tagger else ():
                yield Span(doc, indices[run.start], indices[run.end - 1] + 1, label=run.label), run.score

    def to_disk(self, path: str | Path, *, exclude: Iterable[str] = ()) -> None:
        """Writes the model and its tables into a folder of their own."""
        folder = Path(path)
        folder.mkdir(parents=True, exist_ok=True)
        for name, content in self._parts().items():
            (folder / name).write_bytes(content)

    def from_disk(self, path: str | Path, *, exclude: Iterable[str] = ()) -> Self:
        """Reads what `to_disk` wrote; nothing is read again later."""
        self.tagger = Tagger.from_folder(Path(path))
        return self

    def to_bytes(self, *, exclude: Iterable[str] = ()) -> bytes:
        """The same as one string of bytes."""
        return srsly.msgpack_dumps(self._parts())

    def from_bytes(self, data: bytes, *, exclude: Iterable[str] = ()) -> Self:
        """Inverse of `to_bytes`."""
        parts: Any = srsly.msgpack_loads(data)
        self.tagger = Tagger.from_parts(parts) if parts else None
        return self

    def _parts(self) -> dict[str, bytes]:
        return self.tagger.to_parts() if self.tagger else {}


@Language.factory("lesart_crf", assigns=["doc.ents", "doc.spans"])
def make_crf(nlp: Language, name: str) -> CrfComponent:
    """An empty component; its model comes from `from_disk` or by setting `tagger`."""
    return CrfComponent()


def set_spans(doc: Doc, spans: Sequence[tuple[Span, float]]) -> None:
    """Stores scored spans in the group `lesart` and the plain ones in `doc.ents`."""
    attrs: dict[str, Any] = {"scores": [score for _, score in spans]}
    doc.spans[SPANS_KEY] = SpanGroup(doc, name=SPANS_KEY, spans=[span for span, _ in spans], attrs=attrs)
    doc.set_ents([span for span, _ in spans if not span.label_.endswith(SUB_LABELS)])


def _sentences(doc: Doc) -> Iterator[list[int]]:
    """The indices of the tokens of each sentence, white space left out."""
    borders = [end for _, end in segmentation.sentences(doc.text, doc.lang_)]
    indices: list[int] = []
    current = 0
    for token in doc:
        while current < len(borders) and token.idx >= borders[current]:
            current += 1
            if indices:
                yield indices
                indices = []
        if not token.is_space:
            indices.append(token.i)
    if indices:
        yield indices
