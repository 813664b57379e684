"""Articles and annotations into the store and out of it: formats joined with rows."""

from store.formats.protocol import ReadOptions as ImportOptions
from store.transfer.export_options import ExportOptions
from store.transfer.exporting import export_file, rehearse
from store.transfer.importing import import_files
from store.transfer.rejoining import rejoin
from store.transfer.reports import ExportReport, ImportReport, Rehearsal, RejoinReport

__all__ = [
    "ExportOptions", "ExportReport", "ImportOptions", "ImportReport", "Rehearsal", "RejoinReport",
    "export_file", "import_files", "rehearse", "rejoin",
]  # fmt: skip
