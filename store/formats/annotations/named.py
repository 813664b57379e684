"""Topics and actors, which stances only name: carried along in a file of another format, as JSON."""

import msgspec
from msgspec import Struct

from store.formats.records import VERSION
from store.formats.scheme_records import ActorRecord, ProjectRecord, TopicRecord


class _Named(Struct, frozen=True, omit_defaults=True):
    topics: list[TopicRecord] = []
    actors: list[ActorRecord] = []


def named_by(project: ProjectRecord) -> str:
    """What the stances of a project can name; "" where there is nothing."""
    if not project.topics and not project.actors:
        return ""
    return msgspec.json.encode(_Named(project.topics, project.actors)).decode()


def named_in(said: str) -> ProjectRecord | None:
    """A partial project, which is only added to what a store knows; None where a text is something else."""
    try:
        found = msgspec.json.decode(said, type=_Named) if said.startswith("{") else _Named()
    except (msgspec.DecodeError, RecursionError):
        return None
    if not found.topics and not found.actors:
        return None
    return ProjectRecord(VERSION, "", "", "", partial=True, topics=found.topics, actors=found.actors)
