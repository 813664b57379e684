"""What records call by name, found in the store: labels by code, actors and annotators by uid, topics by
key …

Label codes, annotators, rounds and batches that the store does not know are added, topics as proposed ones;
actors and fields are not, as nobody knows what they are called: what names an unknown one is left out
(`leaving_out.py`).
"""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Connection, Table, func, insert, select

from store.colours import colours
from store.formats.problems import RecordError
from store.formats.records import AnnotatorRecord
from store.formats.scheme_records import ProjectRecord
from store.queries import codebook
from store.tables import core as t
from store.uids import new_uid


class References:
    """Row ids by the names that records use; `new_labels` are the codes that had to be added.

    `runs` are those of the file that is being read, in its order.
    """

    def __init__(self, conn: Connection, runs: Sequence[int] = (), new_labels: Sequence[str] = ()) -> None:
        self.labels = ids_of(conn, t.label, "code")
        self.rounds = ids_of(conn, t.round_, "name")
        self.batches = ids_of(conn, t.batch, "name")
        self.fields = ids_of(conn, t.field, "key")
        self.actors = ids_of(conn, t.actor, "uid")
        self.topics = ids_of(conn, t.topic, "key")
        self.annotators = ids_of(conn, t.annotator, "uid")
        self.runs = list(runs)
        self.new_labels = list(new_labels)
        self._named = {(row.kind, row.name, row.version): row.id for row in conn.execute(select(t.annotator))}

    def label(self, conn: Connection, code: str) -> int:
        """A label of any set; an unknown one joins the store's first set of entity labels."""
        if code not in self.labels:
            self.labels[code] = _add_label(conn, code)
            self.new_labels.append(code)
        return self.labels[code]

    def annotator(self, conn: Connection, record: AnnotatorRecord) -> int:
        """By uid; a model also by name and version, and anybody without a uid by name."""
        found = self.annotators.get(record.uid) if record.uid else None
        if found is not None:
            return found
        content = (record.kind, record.name, record.version)
        found = self._named.get(content) if record.kind == "model" or not record.uid else None
        if found is None:
            uid = record.uid or new_uid()
            values = {"uid": uid, "kind": record.kind, "name": record.name, "version": record.version}
            found = self._named[content] = _added(conn, t.annotator, **values)
        if record.uid:
            self.annotators[record.uid] = found
        return found

    def round(self, conn: Connection, name: str) -> int:
        """A round by name, the first one for no name; an unknown one runs under the newest scheme version."""
        if not name and self.rounds:
            return min(self.rounds.values())
        if name not in self.rounds:
            scheme = conn.execute(select(func.max(t.scheme_version.c.id))).scalar_one()
            self.rounds[name] = _added(conn, t.round_, name=name, purpose="main", scheme_version_id=scheme)
        return self.rounds[name]

    def batch(self, conn: Connection, name: str | None) -> int | None:
        """A sample by name."""
        if name is not None and name not in self.batches:
            self.batches[name] = _added(conn, t.batch, name=name, filter={})
        return None if name is None else self.batches[name]

    def have(self, project: ProjectRecord) -> bool:
        """Whether all topics, actors, labels and people of a project are known."""
        labels = {label.code for group in project.label_sets for label in group.labels}
        return (
            {topic.key for topic in project.topics} <= self.topics.keys()
            and {actor.uid for actor in project.actors} <= self.actors.keys()
            and labels <= self.labels.keys()
            and {person.uid for person in project.annotators} <= self.annotators.keys()
        )

    def proposed(self, conn: Connection, key: str) -> bool:
        """Add a topic that only its key is known of, for the lead to word; False if it is there."""
        if key in self.topics:
            return False
        wording = {codebook.settings(conn).language: key}
        values = {"kind": "issue", "wording": wording, "status": "proposed"}
        self.topics[key] = _added(conn, t.topic, uid=new_uid(), key=key, **values)
        return True

    def run(self, number: int | None) -> int | None:
        """The run that the file's project counts as `number`."""
        return self.runs[number - 1] if number is not None and 0 < number <= len(self.runs) else None


def known(ids: dict[str, int], name: str | None, where: str) -> int | None:
    """The row of a name that must be there, None for no name. Raises RecordError."""
    if name is None:
        return None
    if name not in ids:
        raise RecordError(where, "unknown_reference", name)
    return ids[name]


def ids_of(conn: Connection, table: Table, column: str) -> dict[Any, int]:
    """The row ids of a table by one of its columns."""
    return {row[0]: row[1] for row in conn.execute(select(table.c[column], table.c.id))}


def _added(conn: Connection, table: Table, **values: object) -> int:
    key = conn.execute(insert(table).values(**values)).inserted_primary_key
    return key[0] if key else 0


def _add_label(conn: Connection, code: str) -> int:
    entities = select(t.label_set.c.id).where(t.label_set.c.kind == "entity").order_by(t.label_set.c.id)
    set_id = conn.execute(entities).scalars().first()
    if set_id is None:
        set_id = _added(conn, t.label_set, key="imported", kind="entity", name={"en": "Imported"})
    labels = conn.execute(select(t.label).where(t.label.c.label_set_id == set_id)).all()
    light, dark = colours(1, beside=[(label.color_light, label.color_dark) for label in labels])[0]
    position = max((label.position for label in labels), default=-1) + 1
    return _added(
        conn,
        t.label,
        label_set_id=set_id,
        position=position,
        code=code,
        name={"en": code},
        description={},
        color_light=light,
        color_dark=dark,
    )
