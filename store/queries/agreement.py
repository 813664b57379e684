"""Readings as the agreement compares them: what counts of each annotator's sets, as values."""

from collections import defaultdict
from collections.abc import Hashable, Iterable, Sequence

from msgspec import Struct
from sqlalchemy import Connection, func, select

from store.agreement.readings import Range, Reader, Reading, ReadSpan, ReadStance
from store.agreement.report import AgreementReport, Between, report, uninterrupted
from store.errors import AnnotatorUnknown, ReadersTooFew
from store.guard import unaided
from store.queries.codebook import actors, labels, settings, topics
from store.queries.suggestions import MEMORY
from store.tables import core as t

_OPEN = ("in_progress", "done")


class AgreementOptions(Struct, frozen=True):
    """What counts. By default finished sets, plain spans outside of zones that are out of scope, labels that
    the project suggests, and marked evidence.

    `round` is a name; None: each reader's newest set of an article. `unfinished` lets sets in progress count
    (but for those whose reader is not to see suggestions yet: what differs would tell these), `zones` those
    zones, `default_evidence` the automatic sentence.
    """

    round: str | None = None
    unfinished: bool = False
    zones: bool = False
    default_evidence: bool = False


def readers(conn: Connection, *, memory: bool = False) -> tuple[Reader, ...]:
    """Everybody who has a set, the models included (by name and version).

    What `memory` suggests only repeats a person: it is no reader unless asked for.
    """
    c, s = t.annotator.c, t.annotation_set.c
    rows = select(c.id, c.name, c.kind, c.version).where(c.id.in_(select(s.annotator_id)))
    if not memory:
        rows = rows.where((c.kind != "model") | (c.name != MEMORY))
    order = (c.kind == "model", c.id)
    return tuple(
        Reader(row.id, f"{row.name} {row.version}".strip(), row.kind)
        for row in conn.execute(rows.order_by(*order))
    )


def chosen(conn: Connection, names: Sequence[str]) -> list[Reader]:
    """The readers of these names (a model may go without its version); everybody where none is given.

    Raises AnnotatorUnknown, and ReadersTooFew for fewer than two.
    """
    everyone = readers(conn, memory=bool(names))
    found = list(everyone)
    if names:
        by_name = {reader.name.rpartition(" ")[0]: reader for reader in everyone if reader.kind == "model"}
        by_name |= {reader.name: reader for reader in everyone}
        if missing := [name for name in names if name not in by_name]:
            raise AnnotatorUnknown(name=missing[0], known=[reader.name for reader in everyone])
        found = list(dict.fromkeys(by_name[name] for name in names))
    if len(found) < 2:
        raise ReadersTooFew(count=len(found))
    return found


def agreement(
    conn: Connection,
    names: Sequence[str] = (),
    options: AgreementOptions | None = None,
    between: Between = uninterrupted,
) -> AgreementReport:
    """The agreement of readers by name; `between` is called between articles, and may raise to end it.

    Raises AnnotatorUnknown, ReadersTooFew.
    """
    who = chosen(conn, names)
    scale = {label.code: label.value for label in labels(conn, "stance", all=True)}
    found = readings(conn, who, options or AgreementOptions())
    between()
    return report(who, found, scale, between)


def keys_of(conn: Connection, articles: Iterable[int]) -> dict[int, str]:
    """The keys of articles."""
    c = t.article.c
    keys: dict[int, str] = {}
    for part in _parts(articles):
        keys |= {row[0]: row[1] for row in conn.execute(select(c.id, c.key).where(c.id.in_(part)))}
    return keys


def readings(conn: Connection, who: Iterable[Reader], options: AgreementOptions) -> list[Reading]:
    """What these readers say of the articles that at least two of them have read."""
    sets = _sets(conn, [reader.id for reader in who], options)
    spans, stances = _Spans(conn, sets, options), _Stances(conn, sets, options)
    return [
        Reading(
            article,
            length,
            reader,
            spans.of.get(set_id, ()),
            tuple(stances.of(set_id, spans.outside(article))),
        )
        for set_id, (article, reader, length) in sets.items()
    ]


def paired_readings(
    conn: Connection, first: Reader, second: Reader, options: AgreementOptions
) -> list[tuple[Reading, Reading]]:
    """What each of two readers says of every article that both have read."""
    both: defaultdict[int, dict[int, Reading]] = defaultdict(dict)
    for reading in readings(conn, (first, second), options):
        both[reading.article][reading.reader] = reading
    return [(of_one[first.id], of_one[second.id]) for of_one in both.values()]


Sets = dict[int, tuple[int, int, int]]
"""Set -> article, reader, length of the text."""


def most_read_with(conn: Connection, truth: Reader) -> int | None:
    """The model that has read most of the articles that somebody has finished, of equal ones the newest one;
    None: no model has read any.
    """
    s, theirs, who = t.annotation_set.c, t.annotation_set.alias("theirs"), t.annotator.c
    rows = (
        select(theirs.c.annotator_id)
        .select_from(t.annotation_set.join(theirs, theirs.c.article_id == s.article_id))
        .join(t.annotator, who.id == theirs.c.annotator_id)
        .where(s.annotator_id == truth.id, s.status == "done", who.kind == "model", who.name != MEMORY)
        .group_by(theirs.c.annotator_id)
        .order_by(func.count(theirs.c.article_id.distinct()).desc(), theirs.c.annotator_id.desc())
    )
    return conn.execute(rows.limit(1)).scalar()


def _sets(conn: Connection, who: Sequence[int], options: AgreementOptions) -> Sets:
    """The newest set of each reader for each article that two of them have."""
    s, a = t.annotation_set.c, t.annotator.c
    mine = t.annotation_set.alias("mine").c
    both = select(mine.article_id).where(mine.annotator_id.in_(who)).group_by(mine.article_id)
    rows = (
        select(s.id, s.article_id, s.annotator_id, func.length(t.article.c.text).label("length"))
        .add_columns(s.status, s.shown_model_id, t.article.c.sha256, a.kind, a.uid)
        .join(t.annotator, a.id == s.annotator_id)
        .join(t.article, t.article.c.id == s.article_id)
        .join(t.round_, t.round_.c.id == s.round_id)
        .where(s.annotator_id.in_(who))
        .where(s.article_id.in_(both.having(func.count(mine.annotator_id.distinct()) > 1)))
        .where((a.kind == "model") | (s.status.in_(_OPEN) if options.unfinished else s.status == "done"))
    )
    if options.round is not None:
        rows = rows.where((a.kind == "model") | (t.round_.c.name == options.round))
    share = settings(conn).unaided_share
    newest: dict[tuple[int, int], tuple[int, int]] = {}
    for row in conn.execute(rows.order_by(s.round_id, s.id)):
        if not _is_kept_back(row, share):
            newest[row.article_id, row.annotator_id] = (row.id, row.length)
    count: defaultdict[int, int] = defaultdict(int)
    for article, _ in newest:
        count[article] += 1
    return {
        set_id: (article, reader, length)
        for (article, reader), (set_id, length) in sorted(newest.items())
        if count[article] > 1
    }


def _is_kept_back(row: t.AnyRow, share: int) -> bool:
    """Whether somebody is at work on an article without suggestions, on purpose."""
    if row.kind != "person" or row.status == "done" or row.shown_model_id is not None:
        return False
    return unaided(row.sha256, row.uid, share)


class _Spans:
    """Labelled spans by set, and the zones of each article in which none counts."""

    def __init__(self, conn: Connection, sets: Sets, options: AgreementOptions) -> None:
        self._outside = {} if options.zones else _zones(conn, {article for article, _, _ in sets.values()})
        off = settings(conn).labels_off
        found: defaultdict[int, list[ReadSpan]] = defaultdict(list)
        c = t.span.c
        rows = select(c.set_id, c.id, c.start, c.end, t.label.c.code).join(
            t.label, t.label.c.id == c.label_id
        )
        for part in _parts(sets):
            plain = rows.where(c.set_id.in_(part), c.form == "plain", t.label.c.code.not_in(off))
            for set_id, *span in conn.execute(plain.order_by(c.set_id, c.start, c.end, c.id)):
                one = ReadSpan(*span)
                if not _is_in((one.start, one.end), self.outside(sets[set_id][0])):
                    found[set_id].append(one)
        self.of = {set_id: tuple(spans) for set_id, spans in found.items()}

    def outside(self, article: int) -> Sequence[Range]:
        """Zones that are out of scope, unless they count."""
        return self._outside.get(article, ())


class _Stances:
    """Stances by set, holder and target named so that two readers' can be compared."""

    def __init__(self, conn: Connection, sets: Sets, options: AgreementOptions) -> None:
        self._values = {label.code: label.value for label in labels(conn, "stance", all=True)}
        self._topics = {it.id: next(iter(it.wording.values()), it.key) for it in topics(conn)}
        everyone = actors(conn)
        self._actors = {actor.id: actor.name for actor in everyone}
        self._named = {
            name.casefold(): actor.id for actor in everyone for name in (*actor.aliases, actor.name)
        }
        self._rows: defaultdict[int, list[t.AnyRow]] = defaultdict(list)
        self._parts: defaultdict[int, list[Range]] = defaultdict(list)
        self._spans: dict[int, t.AnyRow] = {}
        self._texts: dict[int, str] = {}
        for part in _parts(sets):
            self._read(conn, part, options)
        self._sets = sets

    def _read(self, conn: Connection, part: Sequence[int], options: AgreementOptions) -> None:
        c, p, s, a = t.stance.c, t.stance_part.c, t.span.c, t.article.c
        stances = select(t.stance, t.label.c.code).join(t.label, t.label.c.id == c.label_id)
        stances = stances.where(c.set_id.in_(part)).order_by(c.id)
        for row in conn.execute(stances):
            self._rows[row.set_id].append(row)
        ids = select(c.id).where(c.set_id.in_(part))
        parts = select(p.stance_id, p.start, p.end).where(p.stance_id.in_(ids), p.role == "evidence")
        parts = parts if options.default_evidence else parts.where(p.made == "marked")
        for stance, start, end in conn.execute(parts.order_by(p.stance_id, p.position)):
            self._parts[stance].append((start, end))
        ends = [select(c[name]).where(c.set_id.in_(part)) for name in ("holder_span_id", "target_span_id")]
        spans = select(s.id, s.start, s.end, s.actor_id).where(s.id.in_(ends[0]) | s.id.in_(ends[1]))
        self._spans |= {row.id: row for row in conn.execute(spans)}
        here = select(t.annotation_set.c.article_id).where(
            t.annotation_set.c.id.in_(select(c.set_id).where(c.set_id.in_(part)))
        )
        self._texts |= {row[0]: row[1] for row in conn.execute(select(a.id, a.text).where(a.id.in_(here)))}

    def of(self, set_id: int, outside: Sequence[Range]) -> Iterable[ReadStance]:
        """The stances of a set, but for those whose place lies in a zone that is out of scope."""
        text = self._texts.get(self._sets[set_id][0], "")
        for row in self._rows.get(set_id, ()):
            holder, target = self._holder(row, text), self._target(row, text)
            evidence = tuple(self._parts.get(row.id, ()))
            span = self._spans.get(row.holder_span_id) or self._spans.get(row.target_span_id)
            place = evidence[0] if evidence else (span.start, span.end) if span else None
            if place is None or not _is_in(place, outside):
                names = (holder[1], target[1])
                value = self._values.get(row.code)
                yield ReadStance(row.id, holder[0], target[0], names, row.code, value, evidence, place)

    def _holder(self, row: t.AnyRow, text: str) -> tuple[Hashable, str]:
        if row.holder_kind == "span":
            return self._end(row.holder_span_id, text)
        if row.holder_kind == "actor":
            return ("actor", row.holder_actor_id), self._actors.get(row.holder_actor_id, "")
        return (row.holder_kind,), row.holder_kind

    def _target(self, row: t.AnyRow, text: str) -> tuple[Hashable, str]:
        if row.topic_id is not None:
            return ("topic", row.topic_id), self._topics.get(row.topic_id, "")
        if row.target_actor_id is not None:
            return ("actor", row.target_actor_id), self._actors.get(row.target_actor_id, "")
        return self._end(row.target_span_id, text)

    def _end(self, span_id: int, text: str) -> tuple[Hashable, str]:
        """An end in the text: the actor it is linked to or called like, else its words."""
        span = self._spans[span_id]
        words = text[span.start : span.end]
        actor = span.actor_id or self._named.get(words.casefold())
        if actor is None:
            return ("text", words.casefold()), words
        return ("actor", actor), self._actors.get(actor, words)


def _zones(conn: Connection, articles: Iterable[int]) -> dict[int, list[Range]]:
    found: defaultdict[int, list[Range]] = defaultdict(list)
    c = t.zone.c
    for part in _parts(articles):
        rows = select(c.article_id, c.start, c.end).where(c.article_id.in_(part), c.in_scope.is_(False))
        for article, start, end in conn.execute(rows):
            found[article].append((start, end))
    return found


def _is_in(place: Range, zones: Sequence[Range]) -> bool:
    return any(start < place[1] and place[0] < end for start, end in zones)


def _parts(ids: Iterable[int], size: int = 500) -> Iterable[list[int]]:
    """Ids in lists that a database takes as parameters."""
    whole = list(ids)
    return (whole[at : at + size] for at in range(0, len(whole), size))
