"""What of the chosen articles goes out: by article, label and zone, under real names or others; and what was
counted on the way.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence

from msgspec import Struct
from msgspec.structs import replace

from store.formats.readings import chosen
from store.formats.records import ArticleRecord, SetRecord, SpanRecord
from store.formats.scheme_records import ProjectRecord
from store.transfer.validation import Ranged


class Selection(Struct, frozen=True):
    """`keys`: only these articles. `labels`: only these codes, "" being mentions; empty: all of them.

    `in_scope`: nothing that lies in a zone out of scope. `names`: what people are called, by their uid.
    `annotators` are the names that were asked for, as they are called here.
    """

    keys: frozenset[str] | None = None
    labels: frozenset[str] = frozenset()
    in_scope: bool = False
    names: dict[str, str] = {}
    annotators: tuple[str, ...] = ()

    @property
    def is_everything(self) -> bool:
        """Whether records pass as they are."""
        return self.keys is None and not self.labels and not self.in_scope and not self.names


class Tally:
    """What went through: of the readings that go out, and of the articles that stayed behind."""

    def __init__(self, part_of: Callable[[ArticleRecord], str] = lambda _: "") -> None:
        self._part_of = part_of
        self.articles = 0
        self.dated = 0
        self.readings = 0
        self.left_out: Counter[str] = Counter()
        self.excluded: Counter[str] = Counter()
        self.languages: Counter[str] = Counter()
        self.outlets: Counter[str] = Counter()
        self.rights: Counter[str] = Counter()
        self.batches: Counter[str] = Counter()
        self.days: list[str] = []
        self.statuses: Counter[str] = Counter()
        self.rounds: Counter[str] = Counter()
        self.labels: Counter[str] = Counter()
        self.stances: Counter[str] = Counter()
        self.made: Counter[str] = Counter()
        self.annotators: Counter[tuple[str, str, str]] = Counter()
        self.shown: Counter[str] = Counter()
        self.remarks: Counter[str] = Counter()
        """"answer", "comment", and "none" for topics on which no stance was found."""
        self.toward: Counter[tuple[str, str]] = Counter()
        """Stances by topic ("" for none) and label."""
        self.parts: Counter[tuple[str, str]] = Counter()
        """What lies in which part of a split: "article", "reading", "span", "stance"."""

    def add(self, record: ArticleRecord, sets: Sequence[SetRecord]) -> None:
        """Count an article and the readings of it that go out."""
        self.excluded.update(it.excluded_reason or "" for it in record.sets if it.status == "excluded")
        if not sets:
            self.left_out["no_reading"] += 1
            return
        self.articles += 1
        self.readings += len(sets)
        self.languages[record.language or ""] += 1
        self.outlets[record.outlet or ""] += 1
        self.rights[record.rights or ""] += 1
        self.batches[record.batch or ""] += 1
        if day := (record.published_at or "")[:10]:
            self.dated += 1
            self.days = [min([*self.days, day]), max([*self.days, day])]
        part = self._part_of(record)
        self.parts[part, "article"] += 1
        for item in sets:
            who = item.annotator
            self.annotators[who.kind, who.name, who.version] += 1
            self.statuses[item.status] += 1
            self.rounds[item.round] += 1
            self.shown[item.shown_model or ""] += 1
            self.labels.update(span.label or "" for span in item.spans)
            self.made.update(span.made for span in item.spans)
            self.stances.update(stance.label for stance in item.stances)
            self.toward.update((stance.topic or "", stance.label) for stance in item.stances)
            self.remarks["answer"] += len(item.answers)
            self.remarks["comment"] += len(item.comments)
            self.remarks["none"] += sum(mark.mark == "none" for mark in item.topic_marks)
            self.parts[part, "reading"] += 1
            self.parts[part, "span"] += len(item.spans)
            self.parts[part, "stance"] += len(item.stances)


def selected(
    records: Iterable[ArticleRecord], selection: Selection, tally: Tally, *, limit: int | None = None
) -> Iterator[ArticleRecord]:
    """The records with what was asked for left in them; at most `limit` that have a reading."""
    for record in records:
        if selection.keys is not None and record.key not in selection.keys:
            tally.left_out["not_asked_for"] += 1
            continue
        made = record if selection.is_everything else _narrowed(record, selection)
        tally.add(made, chosen(made.sets, selection.annotators))
        yield made
        if limit is not None and tally.articles >= limit:
            return


def renamed(project: ProjectRecord, selection: Selection) -> ProjectRecord:
    """The project with people called as they are called in the records."""
    if not selection.names:
        return project
    people = [replace(it, name=selection.names.get(it.uid, it.name)) for it in project.annotators]
    return replace(project, annotators=people)


def pseudonyms(project: ProjectRecord) -> dict[str, str]:
    """A1, A2 … for the people of a project, by uid, in the order in which they came."""
    people = [it.uid for it in project.annotators if it.kind == "person"]
    return {uid: f"A{number}" for number, uid in enumerate(people, 1)}


def _narrowed(record: ArticleRecord, selection: Selection) -> ArticleRecord:
    out = [(it.start, it.end) for it in record.zones if selection.in_scope and not it.in_scope]
    sets = record.sets
    if selection.labels or out:
        kept = {
            span.id
            for item in sets
            for span in item.spans
            if (not selection.labels or (span.label or "") in selection.labels) and not _lies_in(span, out)
        }
        sets = [_kept(_refused(item, selection.labels, out), kept) for item in sets]
    if selection.names:
        sets = [_called(item, selection.names) for item in sets]
    return replace(record, sets=sets)


def _kept(item: SetRecord, kept: set[str]) -> SetRecord:
    """A reading without spans that were not asked for, and without what hangs on them."""

    def is_kept(*names: str | None) -> bool:
        return all(name is None or name in kept for name in names)

    spans = [_unbound(span, kept) for span in item.spans if span.id in kept]
    stances = [it for it in item.stances if is_kept(it.holder_span, it.target_span)]
    known = {it.id for it in stances}
    return replace(
        item,
        spans=spans,
        undecided=[name for name in item.undecided if name in kept],
        stances=stances,
        answers=[it for it in item.answers if is_kept(it.span) and it.stance in (None, *known)],
        comments=[it for it in item.comments if is_kept(it.span) and it.stance in (None, *known)],
    )


def _refused(item: SetRecord, labels: frozenset[str], out: Sequence[tuple[int, int]]) -> SetRecord:
    """A reading without refusals of what was not asked for."""
    return replace(
        item,
        rejections=[
            it for it in item.rejections if (not labels or it.label in labels) and not _lies_in(it, out)
        ],
        cue_refusals=[it for it in item.cue_refusals if not _lies_in(it, out)],
    )


def _lies_in(place: Ranged, zones: Sequence[tuple[int, int]]) -> bool:
    return any(start < place.end and place.start < end for start, end in zones)


def _unbound(span: SpanRecord, kept: set[str]) -> SpanRecord:
    return span if span.origin is None or span.origin in kept else replace(span, origin=None)


def _called(item: SetRecord, names: dict[str, str]) -> SetRecord:
    who = item.annotator
    return replace(item, annotator=replace(who, name=names[who.uid])) if who.uid in names else item
