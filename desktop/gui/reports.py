"""Shows what an import left out and what an export could not hold."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QObject

from desktop.gui.dialogs.report import ReportDialog
from desktop.gui.main_window import MainWindow
from desktop.work.errand import Exported, Imported


class Reports(QObject):
    """Says it over the foot of the article; what was left out or lost is a click away."""

    def __init__(self, window: MainWindow, folder: Path) -> None:
        super().__init__(window)
        self._window, self._folder = window, folder

    def show_import(self, report: Imported, more: str = "") -> None:
        """Tell what an import did, and what was found out afterwards."""
        columns = [self.tr("File"), self.tr("Line"), self.tr("Field"), self.tr("Reason"), self.tr("Detail")]
        rows = [
            (it.path, str(it.line or ""), it.field, skip_words(it.reason), it.detail) for it in report.skipped
        ]
        summary = self.import_summary(report)
        if more:
            summary.insert(1, more)
        self._tell(self.tr("Import"), summary, columns, rows)

    def show_export(self, report: Exported) -> None:
        """Tell what an export wrote."""
        columns = [self.tr("Article"), self.tr("Range"), self.tr("What"), self.tr("Reason")]
        rows = [(it.article, f"{it.start}–{it.end}", it.what, loss_words(it.kind)) for it in report.losses]
        self._tell(self.tr("Export"), self.export_summary(report), columns, rows)

    def import_summary(self, report: Imported) -> list[str]:
        """What an import did, in sentences."""
        lines = [self.tr("%n article(s) imported.", "", report.added)]
        if report.sets_added:
            lines.append(
                self.tr("%n annotation set(s) added to articles that were there.", "", report.sets_added)
            )
        if report.duplicates:
            lines.append(self.tr("%n article(s) were there already.", "", report.duplicates))
        if report.new_labels:
            lines.append(self.tr("New labels: {labels}.").format(labels=", ".join(report.new_labels)))
        if report.cancelled:
            lines.append(self.tr("Cancelled: what is listed here was kept."))
        return lines

    def export_summary(self, report: Exported) -> list[str]:
        """What an export wrote, in sentences."""
        if report.cancelled:
            return [self.tr("Cancelled: nothing was written.")]
        lines = [self.tr("%n article(s) exported.", "", report.articles), *report.files]
        if report.cannot_hold:
            kinds = ", ".join(feature_words(it) for it in report.cannot_hold)
            lines.append(self.tr("The format cannot hold: {kinds}.").format(kinds=kinds))
        return lines

    def _tell(
        self, title: str, summary: Sequence[str], columns: Sequence[str], rows: Sequence[Sequence[str]]
    ) -> None:
        def show() -> None:
            ReportDialog(title, summary, columns, rows, folder=self._folder, parent=self._window).open()

        self._window.page.messages.tell(" ".join(summary[:2]), button=self.tr("Details …"), act=show)


def feature_words(code: str) -> str:
    """What a format may be unable to hold."""
    translate = QCoreApplication.translate
    words = {
        "metadata": translate("Reports", "metadata"),
        "zones": translate("Reports", "zones"),
        "nesting": translate("Reports", "nested spans"),
        "partial_tokens": translate("Reports", "spans that end inside a token"),
        "provenance": translate("Reports", "provenance"),
        "rejections": translate("Reports", "rejections"),
        "stances": translate("Reports", "stances"),
        "answers": translate("Reports", "answers"),
        "comments": translate("Reports", "comments"),
        "scheme": translate("Reports", "label sets and topics"),
        "mentions": translate("Reports", "mentions without a label"),
        "forms": translate("Reports", "adjectives and parts of compounds as such"),
        "actors": translate("Reports", "links to actors"),
        "unknown": translate("Reports", "that something is not decided yet"),
    }
    return words.get(code, code)


def loss_words(code: str) -> str:
    """Why a format could not hold an annotation."""
    translate = QCoreApplication.translate
    words = {
        "inside_token": translate("Reports", "lies within a token"),
        "starts_inside": translate("Reports", "starts within a token"),
        "ends_inside": translate("Reports", "ends within a token"),
        "between_tokens": translate("Reports", "ends between tokens"),
        "widened": translate("Reports", "widened to whole tokens"),
        "nested": translate("Reports", "lies in a longer span or crosses it"),
        "mention": translate("Reports", "has no label"),
        "name": translate("Reports", "label cannot be written there"),
        "stance": translate("Reports", "stance"),
        "stance_details": translate("Reports", "topic, evidence or other details of a stance"),
        "topic_mark": translate("Reports", "said of a topic: no stance found, or look again"),
        "answer": translate("Reports", "answer to a question"),
        "comment": translate("Reports", "comment"),
        "rejection": translate("Reports", "refused suggestion"),
        "cue_refusal": translate("Reports", "refused evidence suggestion"),
        "undecided": translate("Reports", "suggestion that nobody has decided; it looks like no entity"),
        "cell": translate("Reports", "words too long for a cell"),
        "tags": translate("Reports", "only in the list of spans, not in the tags"),
        "blank": translate("Reports", "begins or ends with a blank"),
        "no_topic": translate("Reports", "has no topic"),
        "no_actor": translate("Reports", "its holder is no actor"),
        "label": translate("Reports", "its label has no place there"),
        "holder": translate("Reports", "not the author's stance"),
        "no_target_in_text": translate("Reports", "its target is not in the text"),
        "across_sentences": translate("Reports", "its target crosses sentences"),
        "whole_text": translate("Reports", "has no place, stands for the whole text"),
        "envelope": translate("Reports", "evidence in pieces became one stretch"),
        "ends": translate("Reports", "no marked evidence, stands from holder to target"),
        "no_evidence": translate("Reports", "no marked evidence"),
        "shortened": translate("Reports", "name or words too long, cut"),
        "side": translate("Reports", "only the side of its label"),
        "replaced": translate("Reports", "characters that have no place there, replaced"),
        "no_stance_found": translate("Reports", "answer that no stance was found"),
        "character": translate("Reports", "holds a character that XML does not allow"),
    }
    return words.get(code, code)


def skip_words(code: str) -> str:
    """Why something was not taken over as it is."""
    translate = QCoreApplication.translate
    words = {
        "unreadable": translate("Reports", "cannot be read"),
        "format_unknown": translate("Reports", "unknown format"),
        "encoding_unknown": translate("Reports", "unknown encoding"),
        "broken_utf8": translate("Reports", "broken UTF-8"),
        "too_long": translate("Reports", "too long"),
        "half_written": translate("Reports", "line is cut off"),
        "not_json": translate("Reports", "no JSON"),
        "newer_format": translate("Reports", "written by a newer Lesart"),
        "wrong_type": translate("Reports", "wrong kind of value"),
        "missing_text": translate("Reports", "no text"),
        "empty_text": translate("Reports", "empty text"),
        "unstorable_text": translate("Reports", "text cannot be stored"),
        "hash_differs": translate("Reports", "hash differs"),
        "wrong_offset": translate("Reports", "offset outside of the text"),
        "repeated": translate("Reports", "twice"),
        "unknown_reference": translate("Reports", "points to nothing"),
        "contradiction": translate("Reports", "contradicts itself"),
        "columns": translate("Reports", "wrong number of columns"),
        "quoting": translate("Reports", "quotation mark not closed"),
        "date_unread": translate("Reports", "date not understood, kept as it is"),
        "duplicate": translate("Reports", "there already"),
        "key_taken": translate("Reports", "key taken, imported under another"),
        "protected": translate("Reports", "locked with a password"),
        "damaged": translate("Reports", "file is damaged"),
        "bomb": translate("Reports", "unpacks to far more than its size"),
        "unsafe_path": translate("Reports", "name leads out of the archive"),
        "not_xml": translate("Reports", "no well-formed XML"),
        "forbidden_markup": translate("Reports", "XML that declares entities"),
        "no_text_layer": translate("Reports", "pictures of pages, no text in them"),
        "cell_cut": translate("Reports", "the cell is full: the end may be missing"),
        "not_installed": translate("Reports", "needs a package that is not installed"),
        "withdrawn": translate("Reports", "withdrawn by the agency"),
        "length_differs": translate("Reports", "shorter than the source says"),
        "discontinuous": translate("Reports", "in pieces, taken as one stretch"),
        "no_records": translate("Reports", "nothing in it to import"),
    }
    return words.get(code, code)
