"""The store into files: drafts beside the target, put in place when they are whole."""

import os
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import Event

from msgspec.structs import replace
from sqlalchemy import Connection, func, select

from store.agreement import AgreementReport
from store.database import Store
from store.errors import (
    AnnotatorUnknown,
    ExportEmpty,
    FileUnwritable,
    FormatUnknown,
    RestrictedArticles,
    StoreLocked,
)
from store.formats import WHOLE, writer_named
from store.formats.protocol import Writer, Written
from store.formats.readings import part
from store.formats.records import ArticleRecord
from store.formats.scheme_records import ProjectRecord
from store.garbage import collected_rarely
from store.tables import core as t
from store.tables import now
from store.transfer.agreed import agreement_of
from store.transfer.assembly import Choice
from store.transfer.beginnings import beginning
from store.transfer.datasheet import datasheet
from store.transfer.deposit import write_bag
from store.transfer.export_options import ExportOptions, circumstances, selection, write_options
from store.transfer.header import HeaderOutdatedError, read_header
from store.transfer.reports import ExportReport, Rehearsal
from store.transfer.sampling import Sampling, sampling_of
from store.transfer.selection import Tally, pseudonyms, renamed, selected
from store.transfer.stream import articles
from store.values import Progress

_ATTEMPTS = 5
_STEP = 100


@collected_rarely()
def export_file(
    store: Store,
    out: Path,
    *,
    format: str = "jsonl",  # noqa: A002
    options: ExportOptions | None = None,
    progress: Callable[[Progress], None] | None = None,
    cancelled: Event | None = None,
) -> ExportReport:
    """Export to `out`, which is replaced only when everything is written. `progress` counts articles.

    Raises FormatUnknown, AnnotatorUnknown, RestrictedArticles, ExportEmpty, FileUnwritable, and StoreLocked
    where the scheme kept growing while it was being written.
    """
    options = options or ExportOptions()
    options = replace(options, datasheet=options.datasheet or options.deposit)
    writer = writer_named(format)
    if writer is None or (options.text == "none" and writer.needs_text):
        raise FormatUnknown(path=format)
    with store.read() as conn:
        choice = _choice(conn, options)
        total = _count(conn, choice, options)
    meter = _Meter(progress, cancelled or Event(), total)
    try:
        with TemporaryDirectory(prefix=f".{out.name}.", dir=out.parent) as folder:
            draft = Path(folder) / (f"{out.stem}{writer.suffixes[0]}" if options.deposit else out.name)
            written = _written(store, draft, writer, choice=choice, options=options, meter=meter)
            if options.deposit:
                files = (_in_place(_bag(draft, written, options), out.with_suffix(".zip")),)
            else:
                files = tuple(_in_place(Path(folder) / name, out.parent / name) for name in written.files)
    except _CancelledError:
        return ExportReport((), 0, writer.cannot_hold, (), {}, cancelled=True)
    except OSError as error:
        raise FileUnwritable(path=str(out), reason=error.strerror or type(error).__name__) from error
    told = (written.articles, writer.cannot_hold, written.losses, written.lost)
    return ExportReport(files, *told, cancelled=False)


def rehearse(
    store: Store,
    *,
    format: str,  # noqa: A002
    options: ExportOptions,
    limit: int | None = None,
    progress: Callable[[Progress], None] | None = None,
    cancelled: Event | None = None,
) -> Rehearsal:
    """The same, with nothing written but for a moment: how the files begin and what would be lost.

    `limit`: only so many articles that have a reading. Nothing to export is a rehearsal without articles.
    Raises FormatUnknown, AnnotatorUnknown and StoreLocked.
    """
    writer = writer_named(format)
    if writer is None or (options.text == "none" and writer.needs_text):
        raise FormatUnknown(path=format)
    shown = replace(options, restricted=True, datasheet=options.datasheet and limit is None)
    with store.read() as conn:
        choice = _choice(conn, shown)
        meter = _Meter(progress, cancelled or Event(), _count(conn, choice, shown))
    try:
        with TemporaryDirectory(prefix="lesart-") as folder:
            draft = Path(folder) / f"export{writer.suffixes[0]}"
            written = _written(store, draft, writer, choice=choice, options=shown, meter=meter, limit=limit)
            beginnings = tuple((name, beginning(Path(folder) / name)) for name in written.files)
    except ExportEmpty:
        return Rehearsal((), 0, writer.cannot_hold, (), {}, cancelled=False)
    except _CancelledError:
        return Rehearsal((), 0, writer.cannot_hold, (), {}, cancelled=True)
    told = (written.articles, writer.cannot_hold, written.losses, written.lost)
    return Rehearsal(beginnings, *told, cancelled=False)


def _written(
    store: Store,
    draft: Path,
    writer: Writer,
    *,
    choice: Choice,
    options: ExportOptions,
    meter: "_Meter",
    limit: int | None = None,
) -> Written:
    """Write the drafts, anew where the header turns out to be older than the articles."""
    for _ in range(_ATTEMPTS):
        with store.read() as conn:
            header = read_header(conn, text=options.text)
            picked = selection(conn, header.project, options)
            dealt = write_options(conn, picked, options)
        project, tally = renamed(header.project, picked), Tally(lambda it, to=dealt: part(it, to))
        names = pseudonyms(header.project)
        records = meter.counted(articles(store, header, choice))
        if not picked.is_everything or options.datasheet or limit is not None:
            records = selected(records, picked, tally, limit=limit)
        try:
            written = writer.write(draft, project, records, dealt)
        except HeaderOutdatedError:
            continue
        is_partial = choice.annotators is not None or choice.only_done or picked.keys is not None
        if not written.articles and (writer.needs_text or is_partial):
            raise ExportEmpty()
        if options.datasheet:
            called = {row: names.get(uid, "") for row, uid in header.uids.items() if row and uid in names}
            about = (project, tally, *_measured(store, options, meter), called)
            return _described(written, draft, writer, options, about)
        return written
    raise StoreLocked(path=store.target)


def _described(
    written: Written,
    draft: Path,
    writer: Writer,
    options: ExportOptions,
    about: tuple[ProjectRecord, Tally, AgreementReport | None, Sampling, dict[int, str]],
) -> Written:
    """With the datasheet beside the data."""
    options = replace(options, split=None) if writer.name in WHOLE else options
    facts = circumstances(writer.name, options, has_tokens="partial_tokens" in writer.cannot_hold)
    paths = [draft.with_name(name) for name in written.files]
    project, tally, found, sampling, called = about
    page = datasheet(
        project, tally, facts,
        lost=written.lost, cannot_hold=writer.cannot_hold, files=paths, agreement=found, called=called,
        sampling=sampling,
    )  # fmt: skip
    name = f"{draft.stem}.datasheet.md"
    draft.with_name(name).write_text(page, "utf-8")
    return replace(written, files=(*written.files, name))


def _measured(
    store: Store, options: ExportOptions, meter: "_Meter"
) -> tuple[AgreementReport | None, Sampling]:
    with store.read() as conn:
        return agreement_of(conn, options, meter.heed), sampling_of(conn)


def _bag(draft: Path, written: Written, options: ExportOptions) -> Path:
    """All files in one, beside them."""
    folder = draft.parent / "bag"
    folder.mkdir()
    out = folder / f"{draft.stem}.zip"
    files = [draft.with_name(name) for name in written.files]
    about = f"{written.articles} annotated articles"
    write_bag(out, files, day=now()[:10], made_by=options.made_by, about=about)
    return out


def _in_place(draft: Path, out: Path) -> Path:
    """Give a draft its name once its content is on disk."""
    with draft.open("rb+") as file:
        os.fsync(file.fileno())
    os.replace(draft, out)
    return out


def _choice(conn: Connection, options: ExportOptions) -> Choice:
    c = t.annotator.c
    if not options.annotators:
        return Choice(text=options.text, only_done=options.only_done)
    found = conn.execute(select(c.id, c.name).where(c.name.in_(options.annotators))).all()
    missing = set(options.annotators) - {row.name for row in found}
    if missing:
        everyone = sorted(
            conn.scalars(select(c.name).where(c.id.in_(select(t.annotation_set.c.annotator_id))))
        )
        raise AnnotatorUnknown(name=min(missing), known=everyone)
    return Choice(
        text=options.text, annotators=frozenset(row.id for row in found), only_done=options.only_done
    )


def _count(conn: Connection, choice: Choice, options: ExportOptions) -> int:
    """Articles that the export will look at. Raises RestrictedArticles for those whose text would leave."""
    c, s = t.article.c, t.annotation_set.c
    chosen = select(s.article_id)
    if choice.annotators is not None:
        chosen = chosen.where(s.annotator_id.in_(choice.annotators))
    if choice.only_done:
        chosen = chosen.where(s.status == "done")
    is_partial = choice.annotators is not None or choice.only_done
    conditions = [c.id.in_(chosen)] if is_partial else []
    if options.text == "full" and not options.restricted:
        restricted = func.lower(c.rights).like("restricted%")
        found = set(conn.scalars(select(c.id).where(restricted, *conditions)))
        count = len(found if options.articles is None else found & options.articles)
        if count:
            raise RestrictedArticles(count=count)
    return conn.execute(select(func.count()).select_from(t.article)).scalar_one()


class _CancelledError(Exception):
    pass


class _Meter:
    """Counts the articles that pass, and lets none pass once the export was cancelled."""

    def __init__(self, progress: Callable[[Progress], None] | None, cancelled: Event, total: int) -> None:
        self._progress = progress
        self._cancelled = cancelled
        self._total = total

    def counted(self, records: Iterable[ArticleRecord]) -> Iterator[ArticleRecord]:
        for number, record in enumerate(records, 1):
            if number % _STEP == 0:
                if self._progress:
                    self._progress(Progress(number, self._total))
                self.heed()
            yield record

    def heed(self) -> None:
        """End the export if it was cancelled."""
        if self._cancelled.is_set():
            raise _CancelledError
