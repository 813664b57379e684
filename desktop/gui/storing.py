"""What the window writes besides the annotator's own commands: a model's answers, topics.

Runs on the write lane.
"""

import re
import unicodedata

from desktop.gui.dialogs.topic import TopicDraft
from desktop.gui.model_worker import Answer
from desktop.gui.project import Project
from store.operations import codebook
from store.operations.runs import store_run
from store.queries import codebook as reading
from store.values import ProjectSettings, Topic
from store.vocabulary import Lifecycle


def store_answer(project: Project, answer: Answer) -> int | None:
    """Store what a model found in one article as its annotation set, in the labels that the project has."""
    with project.store.read() as conn:
        known = {label.code for label in reading.labels(conn, "entity", all=True)}
    return store_run(
        project.store,
        model=answer.model,
        version=answer.version,
        settings={"source": answer.source},
        items=[(answer.article, [span for span in answer.spans if span.label in known])],
    )


def add_topic(project: Project, draft: TopicDraft, *, language: str, status: Lifecycle = "active") -> int:
    """Add a topic and return its id. Its key is made of the wording and is unique in the project."""
    with project.store.read() as conn:
        taken = {topic.key for topic in reading.topics(conn)}
    key = _free(key_of(draft.wording), taken)
    codebook.add_topic(
        project.store,
        project.work,
        key=key,
        kind=draft.kind,
        wording={language: draft.wording},
        definition=draft.definition,
        digit=draft.digit,
        status=status,
    )
    with project.store.read() as conn:
        return next(topic.id for topic in reading.topics(conn) if topic.key == key)


def change_topic(project: Project, topic: Topic, draft: TopicDraft, *, language: str) -> None:
    """Spell a topic otherwise, or give it another kind, digit or definition."""
    codebook.change_topic(
        project.store,
        project.work,
        topic.id,
        kind=draft.kind,
        wording={**topic.wording, language: draft.wording},
        definition=draft.definition,
        digit=draft.digit,
    )


def retire_topic(project: Project, topic: int) -> None:
    """Offer a topic no longer; what was coded with it keeps it."""
    codebook.retire_topic(project.store, project.work, topic)


def change_settings(project: Project, settings: ProjectSettings) -> None:
    """Change the project's switches."""
    codebook.change_settings(project.store, project.work, settings)


def key_of(wording: str) -> str:
    """A key that may stand in files: Latin letters, digits and hyphens; other scripts stay as they are."""
    plain = unicodedata.normalize("NFKD", wording.casefold().replace("ß", "ss"))
    kept = "".join(it for it in plain if not unicodedata.combining(it))
    return re.sub(r"[^\w]+", "-", kept).strip("-_")[:60] or "topic"


def _free(key: str, taken: set[str]) -> str:
    number, free = 2, key
    while free in taken:
        free, number = f"{key}-{number}", number + 1
    return free
