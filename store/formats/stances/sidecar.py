"""What a format cannot hold, kept beside it: `NAME.sidecar.jsonl`, the exported articles in the native form.

With its sidecar a lossy file comes back whole: the sidecar gives everything, and the file itself the labels
of its statements, which it names by their uid. A row that is missing in the file is no deletion.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path, PurePosixPath
from typing import Self

import msgspec
from msgspec.structs import replace

from store.formats.native_jsonl import NativeJsonl
from store.formats.problems import RecordError
from store.formats.protocol import Feature, Item, ReadOptions
from store.formats.readings import PARTS
from store.formats.records import ArticleRecord, StanceRecord
from store.formats.scheme_records import ProjectRecord
from store.formats.sources import Source
from store.formats.stances.statements import Codebook

SUFFIX = ".sidecar.jsonl"

_BUFFER = 1 << 18

Named = Callable[[ArticleRecord, StanceRecord], str]
"""What the row of a stance is called in a file."""

Told = Callable[[Codebook, str], str | None]
"""What a format calls a label, None for one that it cannot hold."""


class Sidecar:
    """Writes the sidecar of a draft as its articles pass. Use it in a `with` block."""

    def __init__(self, draft: Path, project: ProjectRecord) -> None:
        self.name = draft.name + SUFFIX
        self._file = draft.with_name(self.name).open("wb", buffering=_BUFFER)
        self._encoder = msgspec.json.Encoder()
        self._put(project)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._file.close()

    def passing(self, articles: Iterable[ArticleRecord]) -> Iterator[ArticleRecord]:
        """The articles, each written down on its way."""
        for article in articles:
            self._put(article)
            yield article

    def _put(self, record: ProjectRecord | ArticleRecord) -> None:
        self._file.write(self._encoder.encode(record) + b"\n")


class Rowless:
    """A blank file beside its sidecar: its form could hold none of the statements."""

    name = "sidecar"
    suffixes: tuple[str, ...] = ()
    cannot_hold: tuple[Feature, ...] = ()

    def sniff(self, head: str, suffix: str) -> float:
        """Never by its beginning, since it has none."""
        return 0.0

    def read(self, source: Source, options: ReadOptions) -> Iterator[Item]:
        """What the sidecar holds."""
        if (sidecar := sidecar_of(source)) is not None:
            yield from NativeJsonl().read(sidecar, options)


def sidecar_of(source: Source) -> Source | None:
    """The sidecar of a file; a part of a split (`x-train.tsv`) has that of the whole (`x.tsv`)."""
    name = PurePosixPath(source.name)
    parts = (f"{name.stem.removesuffix(f'-{part}')}{name.suffix}" for part in PARTS)
    for whole in dict.fromkeys((name.name, *parts)):
        if (found := source.sibling(whole + SUFFIX)) is not None:
            return found
    return None


def by_uid(_article: ArticleRecord, stance: StanceRecord) -> str:
    """A row is called as the stance is."""
    return stance.uid


def restored(
    sidecar: Source,
    options: ReadOptions,
    labels: Mapping[str, str],
    told: Told,
    *,
    code_of: Told,
    named: Named = by_uid,
) -> Iterator[Item]:
    """The articles of a sidecar; statements (as `named`) whose label the file changed have the new one.

    `told` is what the format calls a label of ours, `code_of` our label for one of its own.
    """
    codebook = Codebook(ProjectRecord(1, "", "", ""))

    def said(article: ArticleRecord, stance: StanceRecord) -> str | None:
        return labels.get(named(article, stance))

    for number, item in NativeJsonl().read(sidecar, options):
        if isinstance(item, ProjectRecord):
            codebook = Codebook(item)
            yield number, item
        elif isinstance(item, ArticleRecord):
            try:
                yield number, _changed(item, said, codebook, told, code_of)
            except RecordError as problem:
                yield number, problem.at(sidecar.name, number)
        else:
            yield number, item


def _changed(
    article: ArticleRecord,
    said: Callable[[ArticleRecord, StanceRecord], str | None],
    codebook: Codebook,
    told: Told,
    code_of: Told,
) -> ArticleRecord:
    def fresh(stance: StanceRecord) -> StanceRecord:
        label = said(article, stance)
        if label is None or label == told(codebook, stance.label):
            return stance
        code = code_of(codebook, label)
        if code is None:
            raise RecordError("label", "unknown_reference", label)
        return replace(stance, label=code)

    return replace(
        article, sets=[replace(item, stances=list(map(fresh, item.stances))) for item in article.sets]
    )
