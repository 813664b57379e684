"""What an export is asked for, and what follows of it for the format."""

from collections.abc import Callable
from typing import Literal

from msgspec import Struct
from sqlalchemy import Connection, select

from store.formats import FLAT, WITH_EVIDENCE
from store.formats.protocol import (
    Evidence,
    Misfit,
    Overlap,
    Scheme,
    Segment,
    Stratum,
    TrainingFiles,
    WriteOptions,
)
from store.formats.scheme_records import ProjectRecord
from store.networks import NetworkOptions
from store.tables import core as t
from store.tables import now
from store.transfer.datasheet import Circumstances
from store.transfer.dealing import parts
from store.transfer.selection import Selection, pseudonyms


class ExportOptions(Struct, frozen=True):
    """What leaves the store. `annotators` are names; none means everybody.

    `text` "none" leaves out texts, titles and quotes. `restricted` lets articles out whose `rights` begin
    with "restricted". `articles` are row ids, None: all. `labels`, `in_scope`: see `Selection`. `pseudonyms`:
    people are called A1, A2 …. `stratify`: outlets, languages or months are dealt alike. `datasheet`: a page
    beside the data says what they are; `deposit`: both in one ZIP that is a bag. `made_by` and `tokens_by`
    name programs there. The others are those of `WriteOptions`, for formats for training.
    """

    text: Literal["full", "none"] = "full"
    annotators: tuple[str, ...] = ()
    only_done: bool = False
    restricted: bool = False
    split: tuple[float, float, float] | None = None
    seed: int = 0
    segment: Segment | None = None
    sentences: Segment | None = None
    misfit: Misfit = "leave_out"
    overlap: Overlap = "longest"
    scheme: Scheme = "iob2"
    one_each: bool = False
    network: NetworkOptions = NetworkOptions()
    evidence: Evidence = "marked"
    articles: frozenset[int] | None = None
    labels: frozenset[str] = frozenset()
    in_scope: bool = False
    pseudonyms: bool = False
    stratify: Stratum = ""
    datasheet: bool = False
    deposit: bool = False
    training: Callable[[ProjectRecord, TrainingFiles], str] | None = None
    made_by: str = "Lesart"
    tokens_by: str = ""


def selection(conn: Connection, project: ProjectRecord, options: ExportOptions) -> Selection:
    """Which articles and spans were asked for, and what people are called."""
    keys = None
    if options.articles is not None:
        rows = conn.execute(select(t.article.c.id, t.article.c.key))
        keys = frozenset(key for row_id, key in rows if row_id in options.articles)
    names = pseudonyms(project) if options.pseudonyms else {}
    asked = [names.get(it.uid, it.name) for it in project.annotators if it.name in options.annotators]
    return Selection(keys, options.labels, options.in_scope, names, tuple(dict.fromkeys(asked)))


def write_options(conn: Connection, chosen: Selection, options: ExportOptions) -> WriteOptions:
    """What the format is told."""
    dealt: dict[str, str] = {}
    if options.split is not None:
        dealt = parts(
            conn, options.split, seed=options.seed, by=options.stratify, keys=chosen.keys,
            annotators=options.annotators, only_done=options.only_done,
        )  # fmt: skip
    return WriteOptions(
        annotators=chosen.annotators,
        split=options.split,
        seed=options.seed,
        segment=options.segment,
        sentences=options.sentences,
        parts=dealt,
        misfit=options.misfit,
        overlap=options.overlap,
        scheme=options.scheme,
        one_each=options.one_each,
        network=options.network,
        evidence=options.evidence,
        in_scope=options.in_scope,
        training=options.training,
    )


def circumstances(format: str, options: ExportOptions, *, has_tokens: bool) -> Circumstances:  # noqa: A002
    """What the datasheet says of the export."""
    return Circumstances(
        format=format,
        day=now()[:10],
        made_by=options.made_by,
        tokens_by=options.tokens_by if has_tokens else "",
        text=options.text,
        only_done=options.only_done,
        labels=tuple(sorted(options.labels)),
        in_scope=options.in_scope,
        overlap=options.overlap if format in FLAT else "",
        has_pseudonyms=options.pseudonyms,
        misfit=options.misfit,
        scheme=options.scheme if format.startswith("conll") else "",
        split=options.split,
        seed=options.seed,
        stratify=options.stratify,
        evidence=options.evidence if format in WITH_EVIDENCE else "",
    )
