"""Files into the store: read, decoded and checked outside of any transaction, written in slices."""

import time
from collections.abc import Callable, Sequence
from pathlib import Path
from threading import Event

from msgspec import to_builtins
from sqlalchemy.exc import DataError

from store.database import Store
from store.errors import ValueTooLong
from store.formats.decoding import UTF8
from store.formats.losses import Problems
from store.formats.problems import RecordError, Skipped
from store.formats.protocol import ReadOptions
from store.formats.scheme_records import ProjectRecord
from store.formats.sources import Source
from store.garbage import collected_rarely
from store.pace import Pace
from store.queries import codebook
from store.transfer.intake import Intake, Place
from store.transfer.reading import Record, found_files, records
from store.transfer.reports import ImportReport
from store.transfer.validation import Checked, checked
from store.values import Progress

PAUSE = 0.01
"""Seconds after each commit. SQLite's write lock is not fair: without a pause another program's gesture
starves.
"""

UNSTORABLE = (UnicodeEncodeError, DataError, ValueTooLong)
"""What databases say to half a surrogate pair, and PostgreSQL to a NUL or to what its indexes have no room
for.
"""


@collected_rarely()
def import_files(
    store: Store,
    paths: Sequence[Path],
    *,
    options: ReadOptions | None = None,
    format: str | None = None,  # noqa: A002
    progress: Callable[[Progress], None] | None = None,
    cancelled: Event | None = None,
) -> ImportReport:
    """Import files and folders as one step, which `operations.imports.undo_import` takes back.

    An article and its annotations are one unit: taken in whole, or named in the report with the reason.
    After a kill or a cancel what was committed stays, and the same import again takes the rest. `progress`
    counts bytes. Raises FormatUnknown if no format is called `format`.
    """
    options = options or ReadOptions()
    files = list(found_files(paths))
    meter = _Meter(progress, total=sum(_size(path) for path, _ in files))
    label = ", ".join(path.name for path in paths)
    taking = _Taking(store, Intake(label, to_builtins(options)), cancelled or Event())
    with store.read() as conn:
        language = codebook.settings(conn).language
    for source, number, item in records(files, options, format=format, language=language):
        if taking.next(source, number, item) or number == 0:
            meter.show(source)
        if taking.is_cancelled:
            break
    else:
        taking.commit()
    return taking.report(meter.encodings())


class _Meter:
    """Counts bytes over all files."""

    def __init__(self, progress: Callable[[Progress], None] | None, *, total: int) -> None:
        self._progress = progress
        self._total = total
        self._before = 0
        self._source: Source | None = None
        self._encodings: dict[str, str] = {}

    def show(self, source: Source) -> None:
        if self._source is not source:
            self._ends()
            self._source = source
        if self._progress:
            self._progress(Progress(self._before + source.position, self._total, source.name))

    def encodings(self) -> dict[str, str]:
        """Those of the files that were not UTF-8."""
        self._ends()
        return self._encodings

    def _ends(self) -> None:
        """The file under way has been read; of a hundred thousand none may be kept, nor counted again."""
        source, self._source = self._source, None
        if source is not None:
            self._before += source.position
            if source.encoding and source.encoding not in UTF8:
                self._encodings[source.name] = source.encoding


class _Taking:
    """Collects records into slices and commits them."""

    def __init__(self, store: Store, intake: Intake, cancelled: Event) -> None:
        self._pace = Pace()
        self._store = store
        self._intake = intake
        self._cancelled = cancelled
        self._waiting: list[tuple[Place, Checked]] = []
        self._problems = Problems()

    @property
    def is_cancelled(self) -> bool:
        return self._cancelled.is_set()

    def next(self, source: Source, number: int, item: Record | None) -> bool:
        """Take up a record; True if that filled a slice, which is then on disk."""
        if item is None:
            self.commit()
            self._intake.begin_file()
        elif isinstance(item, Skipped):
            self._problems.append(item)
        elif isinstance(item, ProjectRecord):
            self._adopt(source, number, item)
        else:
            try:
                self._waiting.append(((source.name, number), checked(item)))
            except RecordError as problem:
                self._problems.append(problem.at(source.name, number))
            if len(self._waiting) >= self._pace.size:
                self.commit()
                return True
        return False

    def _adopt(self, source: Source, number: int, project: ProjectRecord) -> None:
        if self._intake.knows(project):
            return
        self.commit()
        try:
            with self._store.write(bulk=True) as conn:
                self._intake.adopt(conn, project)
        except RecordError as problem:
            self._problems.append(problem.at(source.name, number))

    def commit(self) -> None:
        """Write what is waiting."""
        if self._waiting:
            try:
                self._write(self._waiting)
            except UNSTORABLE:
                for one in self._waiting:
                    self._write_alone(one)
            self._waiting = []
            time.sleep(PAUSE)

    def _write(self, records: list[tuple[Place, Checked]]) -> None:
        with self._store.write(bulk=True) as conn, self._pace.slice(len(records)):
            problems = self._intake.take(conn, records)
        for problem in problems:
            self._problems.append(problem)

    def _write_alone(self, record: tuple[Place, Checked]) -> None:
        """So that one which the database refuses keeps no other out."""
        try:
            self._write([record])
        except UNSTORABLE as error:
            known = isinstance(error, ValueTooLong)
            problem = RecordError("", "too_long" if known else "unstorable_text")
            self._problems.append(problem.at(*record[0]))

    def report(self, encodings: dict[str, str]) -> ImportReport:
        intake = self._intake
        skipped, counts = self._problems.told()
        return ImportReport(
            import_id=intake.import_id if intake.is_begun else None,
            added=intake.added,
            sets_added=intake.sets_added,
            new_labels=intake.new_labels,
            skipped=skipped,
            problems=counts,
            encodings=encodings,
            cancelled=self.is_cancelled,
        )


def _size(path: Path) -> int:
    """Bytes, 0 where nobody can say."""
    try:
        return path.stat().st_size
    except OSError:
        return 0
