"""What the window writes besides the annotator's own commands: a model's answers, topics.

Runs on the write lane.
"""

from collections.abc import Mapping, Sequence
from typing import cast

from desktop.gui.dialogs.topic import TopicDraft
from desktop.gui.model_worker import Answer
from desktop.gui.project import Project
from store.keys import free_key, key_of
from store.operations import codebook, labelling, topics
from store.operations.runs import store_run
from store.queries import codebook as reading
from store.values import Place, ProjectSettings, Topic, Touched
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
    key = free_key(key_of(draft.wording, "topic"), taken)
    touched = topics.add(
        project.store,
        project.work,
        key=key,
        kind=draft.kind,
        wording={language: draft.wording},
        definition=draft.definition,
        digit=draft.digit,
        status=status,
    )
    return cast(int, touched.entry)


def change_topic(project: Project, topic: Topic, draft: TopicDraft, *, language: str) -> None:
    """Spell a topic otherwise, or give it another kind, digit or definition."""
    topics.change(
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
    topics.retire(project.store, project.work, topic)


def label_all(
    project: Project, places: Mapping[int, Sequence[Place]], label: str | None, part_of: int | None
) -> Touched:
    """Label places in several articles; slices of one work are `part_of` the first one's step."""
    return labelling.label_all(project.store, project.work, places, label=label, part_of=part_of)


def change_settings(project: Project, settings: ProjectSettings) -> None:
    """Change the project's switches."""
    codebook.change_settings(project.store, project.work, settings)
