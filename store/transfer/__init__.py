"""Articles and annotations into the store and out of it: formats joined with rows."""

from store.formats.protocol import ReadOptions as ImportOptions
from store.transfer.exporting import ExportOptions, export_file
from store.transfer.importing import import_files
from store.transfer.rejoining import rejoin
from store.transfer.reports import ExportReport, ImportReport, RejoinReport

__all__ = [
    "ExportOptions", "ExportReport", "ImportOptions", "ImportReport", "RejoinReport", "export_file",
    "import_files", "rejoin",
]  # fmt: skip
