"""What a reading says of a text, and what it leaves open: what one may learn from it (all pure)."""

from collections.abc import Iterable, Sequence

from store.formats.readings import FORMS
from store.formats.records import ArticleRecord, SetRecord, SpanRecord
from store.spans import longest_only
from store.values import Known, Named, ProjectSettings

_USUAL = ("PER", "ORG", "LOC", "MISC")
"""Labels that a model may know though the project has no span of them."""


def counted(readings: Sequence[SetRecord]) -> SetRecord | None:
    """Of several readings of an article the one that is learnt from: a finished one, of these the first."""
    return min(readings, key=lambda it: it.status != "done", default=None)


def known(record: ArticleRecord, reading: SetRecord, settings: ProjectSettings) -> Known:
    """What a reading says.

    Nothing is learnt from an unsure span, nor from zones that are out of scope; names that the project does
    not suggest may be anywhere that has no span.
    """
    sure = [span for span in reading.spans if span.label is not None and not span.unsure]
    unsure = [(span.start, span.end) for span in reading.spans if span.unsure]
    offered = [(span.start, span.end) for span in undecided(record, reading)]
    return Known(
        text=record.text or "",
        spans=tuple(_named(span) for span in longest_only(sorted(sure, key=lambda it: it.form != "plain"))),
        is_whole=reading.status == "done",
        refused=tuple((it.start, it.end, it.label) for it in reading.rejections),
        unknown=(*((it.start, it.end) for it in record.zones if not it.in_scope), *unsure, *offered),
        open=open_names(settings, {span.label for span in sure if span.label is not None}),
    )


def undecided(record: ArticleRecord, reading: SetRecord) -> list[SpanRecord]:
    """The suggestions that the reader was shown and has not decided."""
    ids = set(reading.undecided)
    return [span for other in record.sets for span in other.spans if span.id in ids]


def open_names(settings: ProjectSettings, labels: Iterable[str]) -> tuple[str, ...]:
    """The names that nobody was shown: of labels and forms that the project does not suggest."""
    bases = (*_USUAL, *sorted(labels))
    plain = dict.fromkeys(settings.labels_off)
    formed = (f"{label}{FORMS[form]}" for label in dict.fromkeys(bases) for form in settings.forms_off)
    return tuple(dict.fromkeys((*plain, *formed)))


def _named(span: SpanRecord) -> Named:
    return span.start, span.end, f"{span.label}{FORMS[span.form]}"
