"""What a file format is: how it is recognised, read and written, and what it cannot hold.

A format is one module with one value that satisfies `Format`. Adding one touches that file, a golden file in
`tests/golden/`, the help page, `register.py` and the names in `store/formats/__init__.py`.
"""

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Literal, Protocol, runtime_checkable

from msgspec import Struct

from store.formats.problems import Loss, Skipped
from store.formats.records import ArticleRecord
from store.formats.scheme_records import ProjectRecord
from store.formats.sources import Source
from store.networks import NetworkOptions

Feature = Literal[
    "metadata",
    "zones",
    "nesting",
    "partial_tokens",
    "provenance",
    "rejections",
    "stances",
    "answers",
    "comments",
    "scheme",
    "mentions",
    "forms",
    "actors",
    "unknown",
]
"""What a format may be unable to hold. "partial_tokens": ranges that end inside a token of its own;
"unknown": that nobody has decided yet, so that unmarked text says "no entity here".
"""

Segment = Callable[[str, str], list[tuple[int, int]]]
"""`segment(text, language)` -> borders of the tokens in code points, sorted, without overlaps."""

Misfit = Literal["leave_out", "widen"]
Overlap = Literal["longest", "shortest"]
"""Which of overlapping spans a format without nesting keeps."""
Scheme = Literal["iob2", "iob1", "bioes"]
Evidence = Literal["marked", "any"]
"""Which evidence of stances counts: what somebody marked, or the automatic sentence, too."""
Stratum = Literal["", "outlet", "language", "month"]
"""What is dealt alike into train, dev and test."""

Item = tuple[int, ArticleRecord | ProjectRecord | Skipped]
"""A record with the line it stands in (1 for a file that is one article)."""


class ReadOptions(Struct, frozen=True):
    """How to read. `columns` maps our field names to the source's where they cannot be guessed.

    `language` and `rights` are given to articles that bring none; `annotator` is the name that simple
    labelled ranges are put under. `beside` are columns that are none of our fields, whatever their names say.
    `profiles` are paths of TOML files that take documents apart (see `profiles.py`).
    """

    columns: dict[str, str] = {}
    language: str | None = None
    rights: str | None = None
    annotator: str = "imported"
    beside: tuple[str, ...] = ()
    profiles: tuple[str, ...] = ()


class Table(Struct, frozen=True):
    """What a table looks like before it is read: its columns, which of our fields they are taken for, and the
    first rows as text.
    """

    columns: tuple[str, ...]
    fields: dict[str, str]
    rows: tuple[tuple[str, ...], ...] = ()


class TrainingFiles(Struct, frozen=True):
    """Names of the files that a trainer learns from and chooses by; `taught` counts articles of the first by
    language.
    """

    train: str
    dev: str
    taught: dict[str | None, int] = {}


class WriteOptions(Struct, frozen=True):
    """How to write. `split` are the shares of train, dev and test, dealt by article with `seed`; None: one
    file.

    `segment` gives the tokens to formats that need them, `sentences` the sentences. `annotators` are the
    names that were asked for, if any. `parts` (by key) deals articles that the hash of their key does not:
    near-duplicates and strata. `misfit`: a span that is no row of whole tokens is left out, or widened to
    them; listed either way. `overlap`: what gives way is listed, too. `scheme` is how token formats write
    ranges. `one_each`: a file an annotator. `in_scope`: tokens in zones out of scope are left out. `network`
    is what becomes a network, `evidence` what evidence formats of statements show. `training`: project and
    files -> what a trainer needs besides, "" where it could not use them.
    """

    annotators: tuple[str, ...] = ()
    split: tuple[float, float, float] | None = None
    seed: int = 0
    segment: Segment | None = None
    sentences: Segment | None = None
    parts: dict[str, str] = {}
    misfit: Misfit = "leave_out"
    overlap: Overlap = "longest"
    scheme: Scheme = "iob2"
    one_each: bool = False
    in_scope: bool = False
    network: NetworkOptions = NetworkOptions()
    evidence: Evidence = "marked"
    training: Callable[[ProjectRecord, TrainingFiles], str] | None = None


class Written(Struct, frozen=True):
    """What a format wrote: names of files in the folder of the draft, and what it could not hold: the first
    losses of each kind, and how many there are of it (see `Losses`).
    """

    files: tuple[str, ...]
    articles: int
    losses: tuple[Loss, ...] = ()
    lost: dict[str, int] = {}


class Format(Protocol):
    """One file format."""

    @property
    def name(self) -> str: ...
    @property
    def suffixes(self) -> tuple[str, ...]: ...
    @property
    def cannot_hold(self) -> tuple[Feature, ...]: ...


class Reader(Format, Protocol):
    """A format that can be read."""

    def sniff(self, head: str, suffix: str) -> float:
        """How sure it is (0…1) that a file that begins with `head` and is called `*suffix` is its own."""
        ...

    def read(self, source: Source, options: ReadOptions) -> Iterator[Item]:
        """The records in the file's order. What is broken comes as `Skipped`; reading goes on behind it."""
        ...


@runtime_checkable
class Tabular(Protocol):
    """A reader of tables, whose columns somebody may name."""

    def table(self, source: Source, options: ReadOptions) -> Table:
        """The columns and the first rows. Raises what reading raises, but not for want of a text."""
        ...


class Writer(Format, Protocol):
    """A format that can be written. `needs_text`: it cannot be written without the texts."""

    @property
    def needs_text(self) -> bool: ...

    def write(
        self, draft: Path, project: ProjectRecord, articles: Iterable[ArticleRecord], options: WriteOptions
    ) -> Written:
        """Write `draft`, or several files beside it that are named after it; the caller moves them into
        place.
        """
        ...
