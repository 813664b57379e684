"""Loading a model and reading texts with it. spaCy is imported by `load`, not by this module."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from desktop.nlp import label_map, models, segmentation
from desktop.nlp.errors import ModelBroken, ModelCarriesCode
from desktop.nlp.lean import import_spacy
from desktop.nlp.name_forms import is_name
from store.values import PredictedSpan

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc, Span

Range = tuple[int, int]

_OWN_SPANS, _OWN_TAGGER = "lesart", "lesart_crf"
_CHUNK = 100_000
_CHUNKS = {"ja": 15_000}
"""Code points read at once; SudachiPy, spaCy's Japanese tokenizer, refuses more than 49,149 bytes."""


class Pipeline:
    """A loaded model: text -> spans, in code points of the text."""

    def __init__(
        self, nlp: Language, info: models.ModelInfo, mapping: Mapping[str, label_map.Meaning | None]
    ) -> None:
        self._nlp = nlp
        self._mapping = mapping
        self._chunk = min(_CHUNKS.get(info.language, _CHUNK), nlp.max_length)
        self.name = info.name
        self.version = info.version
        self.language = info.language

    @property
    def labels(self) -> tuple[str, ...]:
        """The label codes it can give, after mapping."""
        given = (
            label for name in self._nlp.pipe_names if self._finds_spans(name) for label in self._labels(name)
        )
        meanings = (label_map.meaning(label, self._mapping) for label in given)
        return tuple(sorted({meaning[0] for meaning in meanings if meaning}))

    def predict(self, text: str) -> list[PredictedSpan]:
        """The spans found in a text of any length, in text order, each range, label and form once."""
        return self._found(text, lambda chunk: _scored(self._nlp(chunk)))

    def variants(self, text: str) -> list[PredictedSpan]:
        """All that may be names, found or nearly, in text order with their probabilities; [] where the model
        cannot tell.
        """
        if not self._nlp.has_pipe(_OWN_TAGGER):
            return []
        tagger: Any = self._nlp.get_pipe(_OWN_TAGGER)
        told = self._found(text, lambda chunk: tagger.variants(self._nlp.make_doc(chunk)))
        return [it for it in told if is_name(text[it.start : it.end])]

    def tokens(self, text: str) -> list[Range]:
        """The ranges of the pipeline's own tokens, white space left out."""
        return [
            (start + token.idx, start + token.idx + len(token))
            for start, end in chunks(text, self._chunk)
            for token in self._nlp.make_doc(text[start:end])
            if not token.is_space
        ]

    def sentences(self, text: str) -> list[Range]:
        """The ranges of the sentences, as our own rules find them for the pipeline's language."""
        return segmentation.sentences(text, self.language)

    def _found(
        self, text: str, read: Callable[[str], Iterable[tuple[Span, float | None]]]
    ) -> list[PredictedSpan]:
        found: dict[tuple[int, int, str, str], PredictedSpan] = {}
        for start, end in chunks(text, self._chunk):
            for span in self._mapped(text[start:end], start, read):
                found.setdefault((span.start, span.end, span.label, span.form), span)
        return sorted(found.values(), key=lambda span: (span.start, -span.end, span.label, span.form))

    def _mapped(
        self, chunk: str, offset: int, read: Callable[[str], Iterable[tuple[Span, float | None]]]
    ) -> Iterator[PredictedSpan]:
        for span, score in read(chunk):
            meaning = label_map.meaning(span.label_, self._mapping)
            if meaning is None:
                continue
            label, form = meaning
            start, end = _trimmed(chunk, span.start_char, span.end_char)
            if form == "part":
                left, right = label_map.named_part(chunk[start:end])
                start, end = start + left, start + right
            if start < end:
                yield PredictedSpan(offset + start, offset + end, label, form, score)

    def _finds_spans(self, component: str) -> bool:
        assigns = self._nlp.get_pipe_meta(component).assigns
        return any(target == "doc.ents" or target.startswith("doc.spans") for target in assigns)

    def _labels(self, component: str) -> Iterable[str]:
        return self._nlp.pipe_labels.get(component, ())


def load(
    source: str,
    *,
    mapping: Mapping[str, label_map.Meaning | None] = label_map.NEWS,
    allow_code: bool = False,
) -> Pipeline:
    """The pipeline of a source (see `models`). Raises what `opened` raises."""
    nlp, info = opened(source, allow_code=allow_code)
    return Pipeline(nlp, info, mapping)


def opened(source: str, *, allow_code: bool = False) -> tuple[Language, models.ModelInfo]:
    """What spaCy loads of a source, and what is known of it.

    A folder with code of its own, or one whose config names functions that nobody registered, is refused;
    with `allow_code` the Python files beside its config are run first. Raises ModelMissing, ModelBroken,
    ModelCarriesCode.
    """
    folder = models.folder_of(source)
    if folder is not None and not allow_code:
        models.refuse_code(folder)
    spacy = import_spacy()
    try:
        if folder is None:
            nlp = spacy.load(source)
            return nlp, models.ModelInfo(source, source, nlp.meta["version"], nlp.lang)
        info = models.meta_of(folder)
        if allow_code:
            _run_code(folder)
        _refuse_unknown_functions(folder)
        return spacy.load(folder), info
    except (ModelBroken, ModelCarriesCode):
        raise
    except Exception as error:  # a foreign model may fail in any way
        raise ModelBroken(name=source, reason=f"{type(error).__name__}: {error}") from error


def chunks(text: str, limit: int) -> Iterator[Range]:
    """Ranges of at most `limit` code points that cover the text, cut at line ends, else at spaces, else
    anywhere.
    """
    start = 0
    while len(text) - start > limit:
        cut = max(text.rfind("\n", start, start + limit), text.rfind("\r", start, start + limit)) + 1
        if cut <= start:
            cut = text.rfind(" ", start, start + limit) + 1
        if cut <= start:
            cut = start + limit
        yield start, cut
        start = cut
    yield start, len(text)


def _scored(doc: Doc) -> Iterator[tuple[Span, float | None]]:
    """Every span of a read Doc: those of our own component, else entities and all span groups."""
    if _OWN_SPANS in doc.spans:
        yield from zip(doc.spans[_OWN_SPANS], doc.spans[_OWN_SPANS].attrs["scores"], strict=True)
        return
    yield from ((span, None) for span in doc.ents)
    for group in doc.spans.values():
        scores: Any = group.attrs.get("scores", ())
        known = list(map(float, scores)) if len(scores) == len(group) else [None] * len(group)
        yield from zip(group, known, strict=True)


def _trimmed(text: str, start: int, end: int) -> Range:
    stretch = text[start:end]
    left = start + len(stretch) - len(stretch.lstrip())
    return left, max(left, start + len(stretch.rstrip()))


def _run_code(folder: Path) -> None:
    from spacy.util import import_file  # after the stub of `lean`

    for file in sorted(folder.glob("*.py")):
        import_file(file.stem, file)


def _refuse_unknown_functions(folder: Path) -> None:
    """Only what loading resolves is looked at: a training section may name loggers that nobody has here."""
    from spacy.pipeline.factories import register_factories
    from spacy.util import get_lang_class, load_config

    register_factories()  # spaCy itself does this only when it makes its first pipeline
    config = load_config(folder / "config.cfg", interpolate=False)
    language = get_lang_class(config["nlp"]["lang"])
    resolved = {key: config.get(key, {}) for key in ("nlp", "components")}
    unknown = sorted(set(_unknown_functions(resolved, language)))
    if unknown:
        raise ModelCarriesCode(path=str(folder), files=unknown)


def _unknown_functions(section: Mapping[str, Any], language: type[Language]) -> Iterator[str]:
    from spacy.util import registry

    for key, value in section.items():
        if isinstance(value, Mapping):
            yield from _unknown_functions(value, language)
        elif (key.startswith("@") and not registry.has(key[1:], value)) or (
            key == "factory" and not language.has_factory(value)
        ):
            yield f"{key} = {value}"
