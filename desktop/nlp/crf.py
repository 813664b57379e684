"""The spaCy component `lesart_crf`: a linear-chain CRF (CRFsuite) over the features of
`desktop.nlp.features`.

Importing this module registers the component; `spacy.load` then reads any folder that uses it. The component
keeps its weights and its tables as bytes, never a path, so a model folder may be copied, renamed or
read-only.

Results: `doc.spans["lesart"]` holds all spans, labelled as GermEval labels them (`LOC`, `LOCderiv`,
`LOCpart`), with one score each in `attrs["scores"]`, as spaCy's own span categorizer has it; `doc.ents` holds
the plain ones.
"""

import json
import math
from collections.abc import Iterable, Iterator, Sequence
from hashlib import sha256
from pathlib import Path
from typing import Any, NamedTuple, Self

import pycrfsuite
import srsly
from spacy.language import Language
from spacy.tokens import Doc, Span, SpanGroup

from desktop.nlp import features, segmentation
from desktop.nlp.clusters import ClusterTable
from desktop.nlp.gazetteer import Gazetteer

SPANS_KEY = "lesart"
SUB_LABELS = ("deriv", "part")
_MODEL, _CLUSTERS, _GAZETTEER, _META = "model.crfsuite", "clusters.bin", "gazetteer.json", "meta.json"
_ALMOST = 1e-6


def sigmoid(log_odds: float) -> float:
    """The probability of log odds, written so that no size of them overflows."""
    return (1 + math.tanh(log_odds / 2)) / 2


def logit(probability: float) -> float:
    """Log odds of a probability, which is kept off 0 and 1."""
    p = min(max(probability, _ALMOST), 1 - _ALMOST)
    return math.log(p / (1 - p))


class Tagged(NamedTuple):
    """A labelled run of words [start, end) of one sentence, with its score 0…1."""

    start: int
    end: int
    label: str
    score: float


class Calibration(NamedTuple):
    """score = sigmoid(slope * logit(p) + intercept): turns the CRF's over-sure p into the share that is
    right.
    """

    slope: float = 1.0
    intercept: float = 0.0

    def __call__(self, probability: float) -> float:
        """The score of a raw probability 0…1."""
        return sigmoid(self.slope * logit(probability) + self.intercept)


_UNCALIBRATED = Calibration()


class CrfTagger:
    """Words of a sentence -> `Tagged` runs. Knows nothing of spaCy, so that training and tests can use it
    alone.
    """

    def __init__(
        self,
        *,
        model: bytes,
        clusters: ClusterTable,
        gazetteer: Gazetteer,
        calibration: Calibration = _UNCALIBRATED,
    ) -> None:
        """`model` is the content of a CRFsuite file. Raises ValueError where it is none."""
        self.features = features.FeatureExtractor(clusters=clusters, gazetteer=gazetteer)
        self.calibration = calibration
        self._tables = clusters, gazetteer
        self._model = model  # CRFsuite reads from this buffer as long as the tagger lives
        self._tagger: Any = pycrfsuite.Tagger()  # pyright: ignore[reportAttributeAccessIssue]
        self._tagger.open_inmemory(model)

    @property
    def labels(self) -> tuple[str, ...]:
        """All span labels, sub-labels included."""
        return tuple(sorted({tag[2:] for tag in self._tagger.labels() if tag != "O"}))

    def tag(self, words: list[str]) -> list[Tagged]:
        """The labelled runs of one sentence, in order."""
        if not words:
            return []
        self._tagger.set(self.features(words))
        tags: list[str] = self._tagger.tag()
        return [
            Tagged(start, end, label, self.calibration(self._probability(tags, start, end)))
            for start, end, label in runs(tags)
        ]

    def _probability(self, tags: list[str], start: int, end: int) -> float:
        """The lowest marginal of the run's tags: a span is as sure as its least sure border."""
        return min(self._tagger.marginal(tags[i], i) for i in range(start, end))

    def to_parts(self) -> dict[str, bytes]:
        """File name -> content, with a checksum of each in the meta file."""
        clusters, gazetteer = self._tables
        parts = {_MODEL: self._model, _CLUSTERS: clusters.to_bytes(), _GAZETTEER: gazetteer.to_bytes()}
        meta = {
            "features": features.VERSION,
            "calibration": list(self.calibration),
            "sha256": {name: sha256(content).hexdigest() for name, content in parts.items()},
        }
        return {**parts, _META: (json.dumps(meta, indent=1) + "\n").encode()}

    @classmethod
    def from_parts(cls, parts: dict[str, bytes]) -> Self:
        """Inverse of `to_parts`. Raises ValueError where a part is damaged or made by another feature
        version.
        """
        meta = json.loads(parts[_META])
        if meta["features"] != features.VERSION:
            raise ValueError(f"features version {meta['features']}, this program has {features.VERSION}")
        for name, checksum in meta["sha256"].items():
            if sha256(parts[name]).hexdigest() != checksum:  # CRFsuite would crash on a file cut short
                raise ValueError(f"{name} is damaged")
        return cls(
            model=parts[_MODEL],
            clusters=ClusterTable.from_bytes(parts[_CLUSTERS]),
            gazetteer=Gazetteer.from_bytes(parts[_GAZETTEER]),
            calibration=Calibration(*meta["calibration"]),
        )


class CrfComponent:
    """Runs a `CrfTagger` over the sentences of a Doc."""

    def __init__(self, tagger: CrfTagger | None = None) -> None:
        self.tagger = tagger

    @property
    def labels(self) -> tuple[str, ...]:
        """All span labels; empty before a model is loaded."""
        return self.tagger.labels if self.tagger else ()

    def __call__(self, doc: Doc) -> Doc:
        """Sets `doc.spans["lesart"]` and `doc.ents`."""
        set_spans(doc, list(self._spans(doc, self.tagger)) if self.tagger else [])
        return doc

    @staticmethod
    def _spans(doc: Doc, tagger: CrfTagger) -> Iterator[tuple[Span, float]]:
        for indices in _sentences(doc):
            for run in tagger.tag([doc[i].text for i in indices]):
                yield Span(doc, indices[run.start], indices[run.end - 1] + 1, label=run.label), run.score

    def to_disk(self, path: str | Path, *, exclude: Iterable[str] = ()) -> None:
        """Writes the model and its tables into a folder of their own."""
        folder = Path(path)
        folder.mkdir(parents=True, exist_ok=True)
        for name, content in self._parts().items():
            (folder / name).write_bytes(content)

    def from_disk(self, path: str | Path, *, exclude: Iterable[str] = ()) -> Self:
        """Reads what `to_disk` wrote; nothing is read again later."""
        names = (_MODEL, _CLUSTERS, _GAZETTEER, _META)
        self.tagger = CrfTagger.from_parts({name: (Path(path) / name).read_bytes() for name in names})
        return self

    def to_bytes(self, *, exclude: Iterable[str] = ()) -> bytes:
        """The same as one string of bytes."""
        return srsly.msgpack_dumps(self._parts())

    def from_bytes(self, data: bytes, *, exclude: Iterable[str] = ()) -> Self:
        """Inverse of `to_bytes`."""
        parts: Any = srsly.msgpack_loads(data)
        self.tagger = CrfTagger.from_parts(parts) if parts else None
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


def runs(tags: Iterable[str]) -> Iterator[tuple[int, int, str]]:
    """The labelled runs of a BIO sequence; an I- that continues nothing starts a run."""
    start, label, i = 0, None, -1
    for i, tag in enumerate(tags):
        if label is not None and (tag[0] != "I" or tag[2:] != label):
            yield start, i, label
            label = None
        if tag != "O" and label is None:
            start, label = i, tag[2:]
    if label is not None:
        yield start, i + 1, label


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
