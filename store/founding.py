"""The first rows of a new store: project, scheme version 1, label sets, round "main", first annotator."""

from collections.abc import Iterable

from msgspec import to_builtins
from sqlalchemy import Connection, Insert, insert

from store.labels import LabelSetSpec, preset
from store.tables import core as t
from store.tables import now
from store.uids import new_uid
from store.values import ProjectSettings


def found(
    conn: Connection, *, name: str, settings: ProjectSettings, person: str, label_sets: Iterable[LabelSetSpec]
) -> None:
    """Write the first rows into an empty schema."""
    at = now()
    conn.execute(
        insert(t.project).values(
            id=1, uid=new_uid(), name=name, created_at=at, settings=to_builtins(settings)
        )
    )
    version = _added(conn, insert(t.scheme_version).values(number=1, at=at, content={}))
    conn.execute(insert(t.round_).values(name="main", purpose="main", scheme_version_id=version))
    conn.execute(insert(t.annotator).values(uid=new_uid(), name=person, kind="person"))
    for draft in label_sets:
        add_label_set(conn, draft)


def add_label_set(conn: Connection, spec: LabelSetSpec) -> None:
    """Write a label set and its labels, in their order."""
    set_id = _added(conn, insert(t.label_set).values(key=spec.key, kind=spec.kind, name=spec.name))
    for position, label in enumerate(spec.labels):
        columns = to_builtins(label)
        del columns["suggested"]  # the project's settings say what is suggested
        conn.execute(insert(t.label).values(label_set_id=set_id, position=position, **columns))


def preset_label_sets(settings: ProjectSettings) -> tuple[LabelSetSpec, ...]:
    """The label sets that a project starts with: the entities and the stances of its presets."""
    return preset(settings.preset), preset(settings.stances)


def _added(conn: Connection, statement: Insert) -> int:
    key = conn.execute(statement).inserted_primary_key
    return key[0] if key else 0
