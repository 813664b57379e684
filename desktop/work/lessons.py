"""The readings of a project as lessons for a tagger: what each says, and whether it is taught or kept apart.

An article is dealt by the hash of its key, near-duplicates by that of the first one (as an export's split
is), so that a model is never measured on what it was taught, and a growing corpus moves nothing.
"""

from collections.abc import Iterator

from msgspec import Struct

from desktop.nlp.adapting.known import Known, Named
from store.database import Store
from store.formats.readings import FORMS, chosen, part_of
from store.formats.records import ArticleRecord, SetRecord, SpanRecord
from store.queries import codebook
from store.spans import longest_only
from store.transfer.assembly import Choice
from store.transfer.dealing import parts
from store.transfer.header import read_header
from store.transfer.stream import articles
from store.values import ProjectSettings

SHARES = (0.7, 0.1, 0.2)
"""Of articles that are taught, that choose between rounds, and on which both models are measured."""

SEED = 0


class Lesson(Struct, frozen=True):
    """An article with its reading; `part` is one of `store.formats.readings.PARTS`."""

    key: str
    part: str
    known: Known


def lessons(store: Store, languages: frozenset[str | None]) -> Iterator[Lesson]:
    """The begun readings of people (gold alone, where there is one) of articles in these languages.

    Of several readings of an article a finished one counts, the first of them.
    """
    with store.read() as conn:
        header = read_header(conn)
        settings = codebook.settings(conn)
        dealt = parts(conn, SHARES, seed=SEED)
    for record in articles(store, header, Choice()):
        readings = sorted(chosen(record.sets, ()), key=lambda it: it.status != "done")
        if record.text and record.language in languages and readings:
            key = record.key or ""
            where = dealt.get(key) or part_of(key, SHARES, SEED)
            yield Lesson(key, where, known(record, readings[0], settings))


def known(record: ArticleRecord, reading: SetRecord, settings: ProjectSettings) -> Known:
    """What a reading says. Pure.

    Nothing is learnt from an unsure span, nor from zones that are out of scope; names that the project does
    not suggest may be anywhere that has no span.
    """
    sure = [span for span in reading.spans if span.label is not None and not span.unsure]
    unsure = [(span.start, span.end) for span in reading.spans if span.unsure]
    undecided = set(reading.undecided)
    offered = [
        (span.start, span.end) for other in record.sets for span in other.spans if span.id in undecided
    ]
    return Known(
        text=record.text or "",
        spans=tuple(_named(span) for span in longest_only(sorted(sure, key=lambda it: it.form != "plain"))),
        is_whole=reading.status == "done",
        refused=tuple((it.start, it.end, it.label) for it in reading.rejections),
        unknown=(*((it.start, it.end) for it in record.zones if not it.in_scope), *unsure, *offered),
        open=open_names(settings, {span.label for span in sure if span.label is not None}),
    )


def open_names(settings: ProjectSettings, labels: set[str]) -> tuple[str, ...]:
    """The names that nobody was shown: of labels and forms that the project does not suggest."""
    bases = ("PER", "ORG", "LOC", "MISC", *labels)
    plain = dict.fromkeys(settings.labels_off)
    formed = (f"{label}{FORMS[form]}" for label in dict.fromkeys(bases) for form in settings.forms_off)
    return tuple(dict.fromkeys((*plain, *formed)))


def _named(span: SpanRecord) -> Named:
    return span.start, span.end, f"{span.label}{FORMS[span.form]}"
