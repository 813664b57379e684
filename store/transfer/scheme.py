"""The project line of a file into a store: labels, topics, actors, rounds and all else that articles refer
to.

A store without articles takes the project over as it is. In any other, what has the same name stays as it
is and the rest is added: a project at work is never rewritten by an import.
"""

from collections.abc import Iterable, Mapping
from typing import Any

from sqlalchemy import Connection, Table, delete, exists, func, insert, select, update

from store.formats.problems import RecordError
from store.formats.scheme_records import FieldRecord, LabelRecord, LabelSetRecord, ProjectRecord
from store.queries.codebook import above
from store.tables import core as t
from store.transfer.references import References, ids_of
from store.transfer.rows import moment_of


def check(project: ProjectRecord) -> None:
    """Raise RecordError where the project line names something twice, or something that it does not hold."""
    names = {
        "label_sets": [item.key for item in project.label_sets],
        "labels": [label.code for item in project.label_sets for label in item.labels],
        "scheme_versions": [item.number for item in project.scheme_versions],
        "rounds": [item.name for item in project.rounds],
        "fields": [item.key for item in project.fields],
        "actors": [item.uid for item in project.actors],
        "topics": [name for item in project.topics for name in (item.key, item.uid)],
        "annotators": [item.uid for item in project.annotators],
        "batches": [item.name for item in project.batches],
    }
    for noun, listed in names.items():
        if len(set(listed)) != len(listed):
            raise RecordError(noun, "repeated")
    used = (
        ("rounds", {item.scheme_version for item in project.rounds}, names["scheme_versions"]),
        ("runs", {item.annotator for item in project.runs}, names["annotators"]),
    )
    for noun, wanted, listed in used:
        if missing := wanted - set(listed):
            raise RecordError(noun, "unknown_reference", str(min(missing)))


def adopt(conn: Connection, project: ProjectRecord, references: References) -> None:
    """Make the store know everything that the file's articles refer to, and `references` know it too.

    Raises RecordError, before anything is written.
    """
    check(project)
    fresh = not project.partial and not conn.execute(select(exists(select(t.article.c.id)))).scalar_one()
    if fresh:
        _take_over(conn, project)
    schemes = _scheme_versions(conn, project, fresh=fresh)
    rounds = (
        {"name": r.name, "purpose": r.purpose, "scheme_version_id": schemes[r.scheme_version]}
        for r in project.rounds
    )
    references.rounds = _merged(conn, t.round_, "name", rounds, fresh=fresh)
    if fresh:
        _drop_missing(conn, project)
    for item in project.label_sets:
        _label_set(conn, item)
    references.labels = ids_of(conn, t.label, "code")
    references.fields = _merged(conn, t.field, "key", map(_columns, project.fields))
    for record in project.annotators:
        references.annotator(conn, record)
    _actors(conn, project, references)
    _topics(conn, project, references)
    _samples(conn, project, references)


def _take_over(conn: Connection, project: ProjectRecord) -> None:
    """Name, uid and settings of the file's project; the labels that the store began with make room for its
    own.
    """
    values = {"uid": project.uid, "name": project.name, "created_at": moment_of(project.created_at)}
    conn.execute(update(t.project).values(settings=project.settings, **values))
    conn.execute(delete(t.label))
    conn.execute(delete(t.label_set))


def _drop_missing(conn: Connection, project: ProjectRecord) -> None:
    """Rounds and scheme versions that a new store began with and the file does not have."""
    if project.rounds and project.scheme_versions:
        conn.execute(delete(t.round_).where(t.round_.c.name.not_in([r.name for r in project.rounds])))
        numbers = [scheme.number for scheme in project.scheme_versions]
        conn.execute(delete(t.scheme_version).where(t.scheme_version.c.number.not_in(numbers)))


def _scheme_versions(conn: Connection, project: ProjectRecord, *, fresh: bool) -> dict[int, int]:
    rows = (
        {
            "number": scheme.number,
            "at": moment_of(scheme.at),
            "frozen_at": scheme.frozen_at and moment_of(scheme.frozen_at),
            "guideline": scheme.guideline,
            "content": scheme.content,
        }
        for scheme in project.scheme_versions
    )
    return _merged(conn, t.scheme_version, "number", rows, fresh=fresh)


def _label_set(conn: Connection, item: LabelSetRecord) -> None:
    row = {"key": item.key, "kind": item.kind, "name": item.name}
    set_id = _merged(conn, t.label_set, "key", [row])[item.key]
    taken = set(conn.scalars(select(t.label.c.code)))
    last = select(func.coalesce(func.max(t.label.c.position), -1)).where(t.label.c.label_set_id == set_id)
    first = conn.execute(last).scalar_one() + 1
    new = [label for label in item.labels if label.code not in taken]
    for position, label in enumerate(new, first):
        conn.execute(insert(t.label).values(label_set_id=set_id, position=position, **_columns(label)))


def _columns(record: LabelRecord | FieldRecord) -> dict[str, Any]:
    """A record whose fields are columns; `to_builtins` would leave out those at their default."""
    return {name: getattr(record, name) for name in record.__struct_fields__}


def _actors(conn: Connection, project: ProjectRecord, references: References) -> None:
    new = [actor for actor in project.actors if actor.uid not in references.actors]
    rows = (
        {"uid": a.uid, "name": a.name, "type": a.type, "aliases": a.aliases, "external_ids": a.external_ids}
        for a in new
    )
    references.actors = _merged(conn, t.actor, "uid", rows)
    for actor in new:
        links = {"parent_id": actor.parent, "merged_into_id": actor.merged_into}
        _link(conn, t.actor, references.actors[actor.uid], links, references.actors)


def _topics(conn: Connection, project: ProjectRecord, references: References) -> None:
    """Topics are known by uid; one whose key stands for another here is that one. Digits never move."""
    c = t.topic.c
    by_uid = ids_of(conn, t.topic, "uid")
    by_key = ids_of(conn, t.topic, "key")
    digits = set(conn.scalars(select(c.digit)))
    new = [topic for topic in project.topics if topic.uid not in by_uid and topic.key not in by_key]
    for topic in new:
        values = {
            name: getattr(topic, name) for name in ("uid", "key", "kind", "wording", "definition", "status")
        }
        digit = None if topic.digit in digits else topic.digit
        digits.add(digit)
        row = conn.execute(insert(t.topic).values(digit=digit, **values)).inserted_primary_key
        by_uid[topic.uid] = row[0] if row else 0
    references.topics |= {topic.key: by_uid.get(topic.uid) or by_key[topic.key] for topic in project.topics}
    for topic in new:
        links = {"parent_id": topic.parent, "merged_into_id": topic.merged_into}
        _link(conn, t.topic, by_uid[topic.uid], links, references.topics)
        _link(conn, t.topic, by_uid[topic.uid], {"actor_id": topic.actor}, references.actors)


def _samples(conn: Connection, project: ProjectRecord, references: References) -> None:
    """Batches by name; a run is always a new one, as runs have no name."""
    rows = (
        {
            "name": b.name,
            "drawn_by": references.annotators.get(b.drawn_by or ""),
            "filter": b.filter,
            "seed": b.seed,
        }
        for b in project.batches
    )
    references.batches = _merged(conn, t.batch, "name", rows)
    for run in project.runs:
        values = {
            "annotator_id": references.annotators[run.annotator],
            "at": moment_of(run.at),
            "settings": run.settings,
        }
        row = conn.execute(insert(t.run).values(values)).inserted_primary_key
        references.runs.append(row[0] if row else 0)


def _merged(
    conn: Connection, table: Table, name: str, rows: Iterable[Mapping[str, Any]], *, fresh: bool = False
) -> dict[Any, int]:
    """Add the rows whose `name` is new (in a fresh store also set the others); all row ids by name."""
    ids = ids_of(conn, table, name)
    for values in rows:
        if values[name] not in ids:
            row = conn.execute(insert(table).values(values)).inserted_primary_key
            ids[values[name]] = row[0] if row else 0
        elif fresh:
            conn.execute(update(table).where(table.c[name] == values[name]).values(values))
    return ids


def _link(
    conn: Connection, table: Table, row_id: int, links: dict[str, str | None], ids: dict[str, int]
) -> None:
    """Set foreign keys of a row by the names of what they point to; unknown names are left out, and a parent
    that is below the row.
    """
    values = {column: ids[name] for column, name in links.items() if name is not None and name in ids}
    if row_id in above(conn, table, values.get("parent_id")):
        del values["parent_id"]
    if values:
        conn.execute(update(table).where(table.c.id == row_id).values(values))
