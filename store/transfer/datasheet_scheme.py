"""What people were asked to do, for the page beside exported data: labels, topics, questions, guideline."""

from msgspec import Struct, ValidationError, convert

from store.formats.scheme_records import ProjectRecord, SchemeVersionRecord
from store.transfer.markdown import code, inline, said, table
from store.values import Json


def scheme(project: ProjectRecord) -> str:
    """The section of the scheme, and one for each of its versions."""
    rounds = [(inline(it.name), it.purpose, str(it.scheme_version)) for it in project.rounds]
    parts = ["## Scheme and guideline", table(("Round", "Purpose", "Scheme version"), rows=rounds)]
    for label_set in project.label_sets:
        rows = [
            (code(it.code), inline(said(it.name)), inline(said(it.description)), it.status)
            for it in label_set.labels
        ]
        parts.append(table((f"Label ({inline(label_set.key)})", "Name", "Meaning", "Status"), rows))
    if project.topics:
        topics = [
            (code(it.key), it.kind, inline(said(it.wording)), inline(it.definition), it.status)
            for it in project.topics
        ]
        parts.append(table(("Topic", "Kind", "Wording", "Definition", "Status"), topics))
    if project.fields:
        asked = [
            (code(it.key), inline(said(it.name)), it.on, it.kind, inline(", ".join(it.options)))
            for it in project.fields
        ]
        parts.append(table(("Question", "Wording", "Of", "Kind", "Answers"), asked))
    if project.actors:
        parts.append(f"The codebook has {len(project.actors)} actors.")
    wording = {it.key: said(it.wording) for it in project.topics}
    parts += [_version(it, wording) for it in project.scheme_versions]
    return "\n\n".join(parts)


class _Topic(Struct):
    key: str
    wording: dict[str, str]


class _Then(Struct):
    """A version as it was when it was frozen, and why it followed the one before."""

    topics: list[_Topic] = []
    because: Json = {}


def _version(version: SchemeVersionRecord, now: dict[str, str]) -> str:
    frozen = f", frozen {version.frozen_at}" if version.frozen_at else ", not frozen"
    guideline = version.guideline.strip() or "No guideline was written down."
    quoted = "\n".join(f"> {line}".rstrip() for line in guideline.splitlines())
    try:
        then = convert(version.content, _Then)
    except ValidationError:
        then = _Then()
    otherwise = [
        f"- {code(it.key)}: {inline(words)}"
        for it in then.topics
        if (words := said(it.wording)) != now.get(it.key, words)
    ]
    parts = [f"### Version {version.number} ({version.at}{frozen})", _why(then.because)]
    if otherwise:
        parts.append("Topics that were worded otherwise then:\n\n" + "\n".join(otherwise))
    return "\n\n".join(filter(None, [*parts, quoted]))


def _why(because: Json) -> str:
    """Why a version followed the one before, as `operations.scheme.next_version` notes it."""
    if key := because.get("reworded"):
        return f"Why: the topic {code(str(key))} was reworded."
    if key := because.get("merged"):
        return f"Why: {code(str(key))} was merged into {code(str(because.get('into', '')))}."
    return "Why: the guideline was changed." if "guideline" in because else ""
