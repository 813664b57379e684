"""What stances only name (topics, actors, labels beside the three): carried in other formats, as JSON."""

from collections.abc import Iterable

import msgspec
from msgspec import Struct

from store.formats.annotations.foreign import STANCES
from store.formats.records import VERSION, AnnotatorRecord, StanceRecord
from store.formats.scheme_records import ActorRecord, LabelSetRecord, ProjectRecord, TopicRecord


class _Named(Struct, frozen=True, omit_defaults=True):
    topics: list[TopicRecord] = []
    actors: list[ActorRecord] = []
    label_sets: list[LabelSetRecord] = []
    annotators: list[AnnotatorRecord] = []


def sides_of(project: ProjectRecord) -> frozenset[str]:
    """Codes of the labels that a stance can have: those of the project, and the three that all have."""
    return frozenset(STANCES).union(it.code for group in _stance_sets(project) for it in group.labels)


def named_by(project: ProjectRecord, people: Iterable[AnnotatorRecord] = ()) -> str:
    """What the stances of a project can name, and people; "" where there is nothing others would not know."""
    groups = [it for it in _stance_sets(project) if {label.code for label in it.labels} - set(STANCES)]
    found = _Named(project.topics, project.actors, groups, list(people))
    return "" if found == _Named() else msgspec.json.encode(found).decode()


def narrowed(project: ProjectRecord, stances: Iterable[StanceRecord]) -> ProjectRecord:
    """A project with no more topics, actors and labels than some stances need, for files of one reading."""
    stances = list(stances)
    codes = {stance.label for stance in stances} - set(STANCES)
    groups = [it for it in _stance_sets(project) if codes & {label.code for label in it.labels}]
    topics, actors = {it.key: it for it in project.topics}, {it.uid: it for it in project.actors}
    named = _with_parents({stance.topic for stance in stances}, {it.key: it.parent for it in project.topics})
    who = {uid for it in stances for uid in (it.holder_actor, it.target_actor, it.via_actor)}
    who |= {topics[key].actor for key in named}
    people = _with_parents(who, {it.uid: it.parent for it in project.actors})
    return ProjectRecord(
        VERSION, "", "", "", partial=True, label_sets=groups,
        topics=[it for key, it in topics.items() if key in named],
        actors=[it for uid, it in actors.items() if uid in people],
    )  # fmt: skip


def named_in(said: str) -> ProjectRecord | None:
    """A partial project, which is only added to what a store knows; None where a text is something else."""
    try:
        found = msgspec.json.decode(said, type=_Named) if said.startswith("{") else _Named()
    except (msgspec.DecodeError, RecursionError):
        return None
    if found == _Named():
        return None
    return ProjectRecord(
        VERSION, "", "", "", partial=True,
        label_sets=found.label_sets, topics=found.topics, actors=found.actors,
        annotators=found.annotators,
    )  # fmt: skip


def _stance_sets(project: ProjectRecord) -> list[LabelSetRecord]:
    return [it for it in project.label_sets if it.kind == "stance"]


def _with_parents(names: Iterable[str | None], parents: dict[str, str | None]) -> set[str]:
    """Those of the names that are known, and all above them."""
    found: set[str] = set()
    waiting = list(names)
    while waiting:
        name = waiting.pop()
        if name is not None and name in parents and name not in found:
            found.add(name)
            waiting.append(parents[name])
    return found
