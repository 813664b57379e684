"""Hugging Face `datasets`: JSON Lines or Parquet with tokens, tags and spans, and the features beside them.

`ner_tags` are numbers of the classes in the features, -1 where nobody has decided; `spans` hold every span
with its range in code points, also those that tags cannot hold.
"""

from collections.abc import Iterable, Iterator
from importlib import import_module
from pathlib import Path
from typing import Any

import msgspec
from msgspec.structs import replace

from store.errors import ExtraMissing
from store.formats.annotations.foreign import Json, items, metadata, voice
from store.formats.annotations.huggingface_rows import FEATURES, UNKNOWN, article_of, names_beside
from store.formats.annotations.sheaf import Piece, file_name, write_readings
from store.formats.annotations.tokens import borders_of, flat_rows, is_tag, tags, tokens_in
from store.formats.json_lines import SUFFIXES, decoded_lines
from store.formats.losses import Losses
from store.formats.problems import Loss, RecordError, Skipped
from store.formats.protocol import Feature, Item, ReadOptions, WriteOptions, Written
from store.formats.readings import FORMS, chosen, lost, name_of, part, unheld
from store.formats.records import ArticleRecord, SetRecord
from store.formats.scheme_records import ProjectRecord
from store.formats.sources import Source

TEXTS = (
    "key", "title", "outlet", "author", "published_at", "url", "language", "rights", "annotator",
    "annotator_kind", "version", "round", "status", "text",
)  # fmt: skip
_BATCH = 100
"""Rows of Parquet that are in memory, as Python's objects: some 35 MB; 500 needed 100."""
_CANNOT_HOLD: tuple[Feature, ...] = (
    "zones", "provenance", "rejections", "stances", "answers", "comments", "scheme", "mentions", "actors",
)  # fmt: skip


class HuggingFace:
    """`.jsonl` for `load_dataset("json", …)`; the features lie beside it."""

    name = "hf"
    suffixes = SUFFIXES
    needs_text = True
    cannot_hold = _CANNOT_HOLD

    def sniff(self, head: str, suffix: str) -> float:
        """By its tags."""
        start = head.lstrip().replace(" ", "")
        return 0.95 if start.startswith("{") and '"ner_tags":' in start else 0.0

    def read(self, source: Source, options: ReadOptions) -> Iterator[Item]:
        """An article a line: with its spans if it has some, else with what its tags say.

        Tags that are numbers need the features beside the file.
        """
        decoder = msgspec.json.Decoder(dict[str, Any])
        names = names_beside(source)
        for number, row in decoded_lines(source, decoder.decode):
            if isinstance(row, Skipped):
                yield number, row
                continue
            try:
                yield from items(source.name, number, article_of(row, names, options))
            except RecordError as problem:
                yield number, problem.at(source.name, number)

    def write(
        self, draft: Path, project: ProjectRecord, articles: Iterable[ArticleRecord], options: WriteOptions
    ) -> Written:
        """A line a reading."""
        encoder, classes = msgspec.json.Encoder(), classes_of(project)

        def unit(article: ArticleRecord, sets: list[SetRecord]) -> Piece:
            row, losses = _row(article, sets[0], options, classes)
            return Piece(encoder.encode(row) + b"\n", losses)

        written = write_readings(draft, articles, options, unit)
        beside = f"{draft.stem}{FEATURES}"
        described = msgspec.json.format(encoder.encode({"features": features(classes)}), indent=1)
        draft.with_name(beside).write_bytes(described + b"\n")
        return replace(written, files=(*written.files, beside))


class HuggingFaceParquet:
    """`.parquet` that carries its features; written with pyarrow."""

    name = "hf-parquet"
    suffixes = (".parquet",)
    needs_text = True
    cannot_hold = _CANNOT_HOLD

    def write(
        self, draft: Path, project: ProjectRecord, articles: Iterable[ArticleRecord], options: WriteOptions
    ) -> Written:
        """A row a reading. Raises ExtraMissing without pyarrow."""
        classes = classes_of(project)
        files = _ParquetFiles(draft, classes)
        losses = Losses()
        count = 0
        try:
            for name in ("train", "dev", "test") if options.split and not options.one_each else ():
                files.begin(name)
            for article in losses.passing(articles):
                sets = chosen(article.sets, options.annotators)
                for item in sets:
                    row, lost_ = _row(article, item, options, classes)
                    who = file_name(item.annotator.name) if options.one_each else ""
                    files.add("-".join(filter(None, (part(article, options), who))), row)
                    losses += lost_
                count += bool(sets)
        finally:
            names = files.close()
        return Written(names, count, *losses.told())


class _ParquetFiles:
    """Parquet files that are written batch by batch."""

    def __init__(self, draft: Path, classes: Iterable[str]) -> None:
        try:
            pa: Any = import_module("pyarrow")
            parquet: Any = import_module("pyarrow.parquet")
        except ImportError as error:
            raise ExtraMissing(package="pyarrow", extra="parquet") from error
        self._arrow, self._parquet = pa, parquet
        self._draft = draft
        text, whole, texts = pa.string(), pa.int64(), pa.list_(pa.string())
        span = pa.struct([("start", whole), ("end", whole), ("label", text)])
        columns: list[tuple[str, Any]] = [(name, text) for name in TEXTS]
        columns += [("tokens", texts), ("token_start", pa.list_(whole)), ("token_end", pa.list_(whole))]
        columns += [("ner_tags", pa.list_(whole)), ("spans", pa.list_(span))]
        described = msgspec.json.encode({"info": {"features": features(classes)}})
        self._schema = pa.schema(columns, metadata={"huggingface": described})
        self._writers: dict[str, Any] = {}
        self._rows: dict[str, list[Json]] = {}

    def begin(self, name: str) -> None:
        """Open the file of a part."""
        if name not in self._writers:
            path = self._draft.with_name(self._named(name))
            self._writers[name] = self._parquet.ParquetWriter(path, self._schema, compression="zstd")
            self._rows[name] = []

    def add(self, name: str, row: Json) -> None:
        """Add a row to a part."""
        self.begin(name)
        self._rows[name].append(row)
        if len(self._rows[name]) == _BATCH:
            self._flush(name)

    def close(self) -> tuple[str, ...]:
        """Write what is left; the names of the files."""
        if not self._writers:
            self.begin("")
        for name, writer in self._writers.items():
            self._flush(name)
            writer.close()
        return tuple(map(self._named, self._writers))

    def _flush(self, name: str) -> None:
        rows, self._rows[name] = self._rows[name], []
        if rows:
            self._writers[name].write_table(self._arrow.Table.from_pylist(rows, schema=self._schema))

    def _named(self, name: str) -> str:
        return f"{self._draft.stem}-{name}{self._draft.suffix}" if name else self._draft.name


def classes_of(project: ProjectRecord) -> dict[str, int]:
    """The classes of `ner_tags` by number: O, then B and I of each name that a span can have."""
    names = [
        name
        for label_set in project.label_sets
        if label_set.kind == "entity"
        for label in label_set.labels
        for form in FORMS
        if (name := name_of(label.code, form)) and is_tag(f"B-{name}")
    ]
    classes = ["O", *(f"{letter}-{name}" for name in dict.fromkeys(names) for letter in "BI")]
    return {name: number for number, name in enumerate(classes)}


def features(classes: Iterable[str]) -> Json:
    """What `datasets.Features.from_dict` understands."""
    text, whole = {"dtype": "string", "_type": "Value"}, {"dtype": "int64", "_type": "Value"}
    tag = {"names": list(classes), "_type": "ClassLabel"}
    return {
        **dict.fromkeys(TEXTS, text),
        "tokens": {"feature": text, "_type": "Sequence"},
        "token_start": {"feature": whole, "_type": "Sequence"},
        "token_end": {"feature": whole, "_type": "Sequence"},
        "ner_tags": {"feature": tag, "_type": "Sequence"},
        "spans": [{"start": whole, "end": whole, "label": text}],
    }


def _row(
    article: ArticleRecord, item: SetRecord, options: WriteOptions, numbers: dict[str, int]
) -> tuple[Json, list[Loss]]:
    text, borders = article.text or "", borders_of(article, options)
    taggable = [
        span for span in item.spans if span.label and f"B-{name_of(span.label, span.form)}" in numbers
    ]
    kept, named, misfits = flat_rows(article, replace(item, spans=taggable), borders, "leave_out")
    found = [numbers[tag] for tag in tags(named, len(borders))]
    is_done = item.status == "done"
    unknown = tokens_in(borders, _undecided(article, item)) if is_done else set(range(len(borders)))
    covered = tokens_in(borders, ((span.start, span.end) for span in kept))
    for i in unknown - covered:
        if found[i] == 0:
            found[i] = UNKNOWN
    held = [(span, name_of(span.label, span.form)) for span in item.spans]
    losses = [
        lost(article, span, "mention" if span.label is None else "name")
        for span, name in held
        if name is None or span.label is None
    ]
    known = {**metadata(article), **voice(item)}
    row = {
        "ner_tags": found,  # tells the format, as texts may be long
        **{name: str(known.get(name) or "") for name in TEXTS},
        "text": text,
        "tokens": [text[start:end] for start, end in borders],
        "token_start": [start for start, _ in borders],
        "token_end": [end for _, end in borders],
        "spans": [
            {"start": it.start, "end": it.end, "label": name} for it, name in held if name and it.label
        ],
    }
    losses += [replace(it, kind="tags") for it in misfits]
    return row, [*losses, *unheld(article, item, _CANNOT_HOLD)]


def _undecided(article: ArticleRecord, item: SetRecord) -> set[tuple[int, int]]:
    names = set(item.undecided)
    return {(span.start, span.end) for it in article.sets for span in it.spans if span.id in names}
