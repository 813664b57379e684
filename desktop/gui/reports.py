"""Shows what an import left out and what an export could not hold."""

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from PySide6.QtCore import QT_TRANSLATE_NOOP, QLocale, QObject

from desktop.gui.dialogs.report import ReportDialog
from desktop.gui.main_window import MainWindow
from desktop.gui.panels.message_bar import Offer
from desktop.gui.words import Words
from desktop.work.errand import Exported, Imported
from store.formats.losses import KEPT
from store.formats.problems import Loss


class Reports(QObject):
    """Says it over the foot of the article; what was left out or lost is a click away."""

    def __init__(self, window: MainWindow, folder: Path) -> None:
        super().__init__(window)
        self._window, self._folder = window, folder

    def show_import(
        self, report: Imported, more: str = "", *, take_back: Callable[[int], None] | None = None
    ) -> None:
        """Tell what an import did, and what was found out afterwards; `take_back` is offered where it
        brought something.
        """
        columns = [self.tr("File"), self.tr("Line"), self.tr("Field"), self.tr("Reason"), self.tr("Detail")]
        rows = [
            (it.path, str(it.line or ""), it.field, skip_words(it.reason), it.detail) for it in report.skipped
        ]
        summary = self.import_summary(report)
        if more:
            summary.insert(1, more)
        number = report.id if report.added or report.sets_added else None
        offer = (
            Offer(self.tr("Take back …"), lambda: take_back(number))
            if take_back is not None and number is not None
            else None
        )
        self._tell(self.tr("Import"), summary, columns, rows, offer)

    def show_export(self, report: Exported) -> None:
        """Tell what an export wrote."""
        columns = [
            self.tr("Article"), self.tr("Range"), self.tr("Text"), self.tr("What"), self.tr("Reason"),
        ]  # fmt: skip
        rows = [
            (it.article, place_words(it), it.words, lost_words(it), loss_words(it.kind))
            for it in report.losses
        ]
        self._tell(self.tr("Export"), self.export_summary(report), columns, rows)

    def import_summary(self, report: Imported) -> list[str]:
        """What an import did, in sentences."""
        lines = [self.tr("%Ln article(s) imported.", "", report.added)]
        if report.sets_added:
            lines.append(
                self.tr("%Ln annotation set(s) added to articles that were there.", "", report.sets_added)
            )
        if report.duplicates:
            lines.append(self.tr("%Ln article(s) were there already.", "", report.duplicates))
        if report.new_labels:
            lines.append(self.tr("New labels: {labels}.").format(labels=", ".join(report.new_labels)))
        if report.cancelled:
            lines.append(self.tr("Cancelled: this is kept, and the same import again takes the rest."))
        return [*lines, *self._how_many(report.problems)]

    def export_summary(self, report: Exported) -> list[str]:
        """What an export wrote, in sentences."""
        if report.cancelled:
            return [self.tr("Cancelled: nothing was written.")]
        lines = [self.tr("%Ln article(s) exported.", "", report.articles), *report.files]
        if report.cannot_hold:
            kinds = ", ".join(feature_words(it) for it in report.cannot_hold)
            lines.append(self.tr("The format cannot hold: {kinds}.").format(kinds=kinds))
        if report.lost:
            lines.append(self.tr("%Ln annotation(s) were lost or changed.", "", sum(report.lost.values())))
        return [*lines, *self._how_many(report.lost)]

    def _how_many(self, counts: Mapping[str, int]) -> list[str]:
        """That the list is not the whole, where it is not."""
        if all(count <= KEPT for count in counts.values()):
            return []
        first = QLocale().toString(KEPT)
        return [self.tr("Of each reason the first {count} are listed.").format(count=first)]

    def _tell(
        self,
        title: str,
        summary: Sequence[str],
        columns: Sequence[str],
        rows: Sequence[Sequence[str]],
        other: Offer | None = None,
    ) -> None:
        def show() -> None:
            ReportDialog(title, summary, columns, rows, folder=self._folder, parent=self._window).ask()

        self._window.page.messages.tell(
            " ".join(summary[:2]), button=self.tr("Details …"), act=show, other=other
        )


_FEATURES = Words(
    "Reports",
    {
        "metadata": QT_TRANSLATE_NOOP("Reports", "metadata"),
        "zones": QT_TRANSLATE_NOOP("Reports", "zones"),
        "nesting": QT_TRANSLATE_NOOP("Reports", "nested spans"),
        "partial_tokens": QT_TRANSLATE_NOOP("Reports", "spans that end inside a token"),
        "provenance": QT_TRANSLATE_NOOP("Reports", "provenance"),
        "rejections": QT_TRANSLATE_NOOP("Reports", "rejections"),
        "stances": QT_TRANSLATE_NOOP("Reports", "stances"),
        "answers": QT_TRANSLATE_NOOP("Reports", "answers"),
        "comments": QT_TRANSLATE_NOOP("Reports", "comments"),
        "scheme": QT_TRANSLATE_NOOP("Reports", "label sets and topics"),
        "mentions": QT_TRANSLATE_NOOP("Reports", "mentions without a label"),
        "forms": QT_TRANSLATE_NOOP("Reports", "adjectives and parts of compounds as such"),
        "actors": QT_TRANSLATE_NOOP("Reports", "links to actors"),
        "unknown": QT_TRANSLATE_NOOP("Reports", "that something is not decided yet"),
    },
)


def feature_words(code: str) -> str:
    """What a format may be unable to hold."""
    return _FEATURES.of(code)


_LOSSES = Words(
    "Reports",
    {
        "inside_token": QT_TRANSLATE_NOOP("Reports", "lies within a token"),
        "starts_inside": QT_TRANSLATE_NOOP("Reports", "starts within a token"),
        "ends_inside": QT_TRANSLATE_NOOP("Reports", "ends within a token"),
        "between_tokens": QT_TRANSLATE_NOOP("Reports", "ends between tokens"),
        "widened": QT_TRANSLATE_NOOP("Reports", "widened to whole tokens"),
        "nested": QT_TRANSLATE_NOOP("Reports", "lies in a longer span or crosses it"),
        "mention": QT_TRANSLATE_NOOP("Reports", "has no label"),
        "name": QT_TRANSLATE_NOOP("Reports", "label cannot be written there"),
        "stance": QT_TRANSLATE_NOOP("Reports", "stance"),
        "stance_details": QT_TRANSLATE_NOOP("Reports", "topic, evidence or other details of a stance"),
        "topic_mark": QT_TRANSLATE_NOOP("Reports", "said of a topic: no stance found, or look again"),
        "answer": QT_TRANSLATE_NOOP("Reports", "answer to a question"),
        "comment": QT_TRANSLATE_NOOP("Reports", "comment"),
        "rejection": QT_TRANSLATE_NOOP("Reports", "refused suggestion"),
        "cue_refusal": QT_TRANSLATE_NOOP("Reports", "refused evidence suggestion"),
        "undecided": QT_TRANSLATE_NOOP(
            "Reports", "suggestion that nobody has decided; it looks like no entity"
        ),
        "cell": QT_TRANSLATE_NOOP("Reports", "words too long for a cell"),
        "tags": QT_TRANSLATE_NOOP("Reports", "only in the list of spans, not in the tags"),
        "blank": QT_TRANSLATE_NOOP("Reports", "begins or ends with a blank"),
        "no_topic": QT_TRANSLATE_NOOP("Reports", "has no topic"),
        "no_actor": QT_TRANSLATE_NOOP("Reports", "its holder is no actor"),
        "label": QT_TRANSLATE_NOOP("Reports", "its label has no place there"),
        "holder": QT_TRANSLATE_NOOP("Reports", "not the author's stance"),
        "no_target_in_text": QT_TRANSLATE_NOOP("Reports", "its target is not in the text"),
        "across_sentences": QT_TRANSLATE_NOOP("Reports", "its target crosses sentences"),
        "whole_text": QT_TRANSLATE_NOOP("Reports", "has no place, stands for the whole text"),
        "envelope": QT_TRANSLATE_NOOP("Reports", "evidence in pieces became one stretch"),
        "ends": QT_TRANSLATE_NOOP("Reports", "no marked evidence, stands from holder to target"),
        "no_evidence": QT_TRANSLATE_NOOP("Reports", "no marked evidence"),
        "shortened": QT_TRANSLATE_NOOP("Reports", "name or words too long, cut"),
        "side": QT_TRANSLATE_NOOP("Reports", "only the side of its label"),
        "replaced": QT_TRANSLATE_NOOP("Reports", "characters that have no place there, replaced"),
        "no_stance_found": QT_TRANSLATE_NOOP("Reports", "answer that no stance was found"),
        "character": QT_TRANSLATE_NOOP("Reports", "holds a character that XML does not allow"),
    },
)


def loss_words(code: str) -> str:
    """Why a format could not hold an annotation."""
    return _LOSSES.of(code)


_NOUNS = Words(
    "Reports",
    {
        "suggestion": QT_TRANSLATE_NOOP("Reports", "suggestion"),
        "mention": QT_TRANSLATE_NOOP("Reports", "mention"),
        "note": QT_TRANSLATE_NOOP("Reports", "note"),
        "question": QT_TRANSLATE_NOOP("Reports", "question"),
        "answer": QT_TRANSLATE_NOOP("Reports", "answer"),
    },
)


def lost_words(loss: Loss) -> str:
    """What was lost: a noun of ours, or a label or topic as the project calls it."""
    return _NOUNS.of(loss.what)


def place_words(loss: Loss) -> str:
    """Where it was; "" for what has no place in the text."""
    return f"{loss.start}–{loss.end}" if loss.end else ""


_SKIPS = Words(
    "Reports",
    {
        "unreadable": QT_TRANSLATE_NOOP("Reports", "cannot be read"),
        "format_unknown": QT_TRANSLATE_NOOP("Reports", "unknown format"),
        "encoding_unknown": QT_TRANSLATE_NOOP("Reports", "unknown encoding"),
        "broken_utf8": QT_TRANSLATE_NOOP("Reports", "broken UTF-8"),
        "too_long": QT_TRANSLATE_NOOP("Reports", "too long"),
        "half_written": QT_TRANSLATE_NOOP("Reports", "line is cut off"),
        "not_json": QT_TRANSLATE_NOOP("Reports", "no JSON"),
        "newer_format": QT_TRANSLATE_NOOP("Reports", "written by a newer Lesart"),
        "wrong_type": QT_TRANSLATE_NOOP("Reports", "wrong kind of value"),
        "missing_text": QT_TRANSLATE_NOOP("Reports", "no text"),
        "empty_text": QT_TRANSLATE_NOOP("Reports", "empty text"),
        "unstorable_text": QT_TRANSLATE_NOOP("Reports", "text cannot be stored"),
        "hash_differs": QT_TRANSLATE_NOOP("Reports", "hash differs"),
        "wrong_offset": QT_TRANSLATE_NOOP("Reports", "offset outside of the text"),
        "repeated": QT_TRANSLATE_NOOP("Reports", "twice"),
        "unknown_reference": QT_TRANSLATE_NOOP("Reports", "points to nothing"),
        "contradiction": QT_TRANSLATE_NOOP("Reports", "contradicts itself"),
        "columns": QT_TRANSLATE_NOOP("Reports", "wrong number of columns"),
        "quoting": QT_TRANSLATE_NOOP("Reports", "quotation mark not closed"),
        "date_unread": QT_TRANSLATE_NOOP("Reports", "date not understood, kept as it is"),
        "duplicate": QT_TRANSLATE_NOOP("Reports", "there already"),
        "key_taken": QT_TRANSLATE_NOOP("Reports", "key taken, imported under another"),
        "protected": QT_TRANSLATE_NOOP("Reports", "locked with a password"),
        "damaged": QT_TRANSLATE_NOOP("Reports", "file is damaged"),
        "bomb": QT_TRANSLATE_NOOP("Reports", "unpacks to far more than its size"),
        "unsafe_path": QT_TRANSLATE_NOOP("Reports", "name leads out of the archive"),
        "not_xml": QT_TRANSLATE_NOOP("Reports", "no well-formed XML"),
        "forbidden_markup": QT_TRANSLATE_NOOP("Reports", "XML that declares entities"),
        "no_text_layer": QT_TRANSLATE_NOOP("Reports", "pictures of pages, no text in them"),
        "cell_cut": QT_TRANSLATE_NOOP("Reports", "the cell is full: the end may be missing"),
        "not_installed": QT_TRANSLATE_NOOP("Reports", "needs a package that is not installed"),
        "withdrawn": QT_TRANSLATE_NOOP("Reports", "withdrawn by the agency"),
        "length_differs": QT_TRANSLATE_NOOP("Reports", "shorter than the source says"),
        "discontinuous": QT_TRANSLATE_NOOP("Reports", "in pieces, taken as one stretch"),
        "no_records": QT_TRANSLATE_NOOP("Reports", "nothing in it to import"),
        "topic_proposed": QT_TRANSLATE_NOOP("Reports", "topic unknown here, added as proposed"),
        "junk": QT_TRANSLATE_NOOP("Reports", "belongs to no record, passed over"),
    },
)


def skip_words(code: str) -> str:
    """Why something was not taken over as it is."""
    return _SKIPS.of(code)
