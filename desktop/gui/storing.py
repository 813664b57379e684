"""What the window writes besides the annotator's own commands: a model's answers, the codebook.

Runs on the write lane.
"""

from collections.abc import Mapping, Sequence
from typing import cast

from msgspec.structs import asdict

from desktop.gui.dialogs.actor import ActorDraft
from desktop.gui.dialogs.label import LabelDraft
from desktop.gui.dialogs.topic import TopicDraft
from desktop.gui.model_worker import Answer
from desktop.gui.project import Project
from store.operations import actors, codebook, guideline, labelling, labels, stories, topics
from store.operations.runs import store_run
from store.queries import codebook as reading
from store.values import Json, Label, Place, ProjectSettings, Topic, Touched
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
    """Add a topic and return its id."""
    touched = topics.add(
        project.store,
        project.work,
        kind=draft.kind,
        wording={language: draft.wording},
        definition=draft.definition,
        digit=draft.digit,
        status=status,
    )
    return cast(int, touched.entry)


def change_topic(project: Project, topic: Topic, draft: TopicDraft, *, language: str) -> Touched:
    """Spell a topic otherwise, or give it another meaning, kind, digit or definition: one step.

    One that was only proposed is the project's from then on.
    """
    store, work = project.store, project.work
    wording = {**topic.wording, language: draft.wording}
    change = topics.reword if draft.reworded else topics.change
    adopted: Json = {"status": "active"} if topic.status == "proposed" else {}
    return change(
        store,
        work,
        topic.id,
        kind=draft.kind,
        wording=wording,
        definition=draft.definition,
        digit=draft.digit,
        **adopted,
    )


def merge_topic(project: Project, topic: int, into: int) -> Touched:
    """Make one topic of two."""
    return topics.merge(project.store, project.work, topic, into=into)


def add_label(project: Project, draft: LabelDraft, *, language: str) -> None:
    """Add an entity label; English is the name that all have."""
    name = {"en": draft.name, language: draft.name}
    labels.add(project.store, project.work, code=draft.code, name=name, key=draft.key)


def change_label(project: Project, label: Label, draft: LabelDraft, *, language: str) -> None:
    """Spell a label otherwise, or give it another digit or other colours."""
    name = {**label.name, language: draft.name}
    colours = {"color_light": draft.color_light, "color_dark": draft.color_dark}
    labels.change(project.store, project.work, label.id, name=name, key=draft.key, **colours)


def sort_labels(project: Project, order: Sequence[int]) -> None:
    """Put the labels in another order."""
    labels.sort(project.store, project.work, order)


def merge_label(project: Project, label: int, into: int) -> None:
    """Make one label of two."""
    labels.merge(project.store, project.work, label, into=into)


def retire_label(project: Project, label: int) -> None:
    """Offer a label no longer."""
    labels.retire(project.store, project.work, label)


def restore_label(project: Project, label: int) -> None:
    """Offer a label again."""
    labels.restore(project.store, project.work, label)


def add_actor(project: Project, draft: ActorDraft) -> None:
    """Add an actor."""
    actors.add(project.store, project.work, **asdict(draft))


def change_actor(project: Project, actor: int, draft: ActorDraft) -> None:
    """Change an actor."""
    actors.change(project.store, project.work, actor, **asdict(draft))


def merge_actor(project: Project, actor: int, into: int) -> None:
    """Make one actor of two."""
    actors.merge(project.store, project.work, actor, into=into)


def change_guideline(project: Project, text: str) -> None:
    """Write the guideline anew."""
    guideline.change(project.store, project.work, text)


def retire_topic(project: Project, topic: int) -> None:
    """Offer a topic no longer; what was coded with it keeps it."""
    topics.retire(project.store, project.work, topic)


def restore_topic(project: Project, topic: int) -> None:
    """Offer a topic again."""
    topics.restore(project.store, project.work, topic)


def label_all(
    project: Project, places: Mapping[int, Sequence[Place]], label: str | None, part_of: int | None
) -> Touched:
    """Label places in several articles; slices of one work are `part_of` the first one's step."""
    return labelling.label_all(project.store, project.work, places, label=label, part_of=part_of)


def change_settings(project: Project, settings: ProjectSettings) -> None:
    """Change the project's switches."""
    codebook.change_settings(project.store, project.work, settings)


def stand_alone(project: Project, article: int) -> Touched:
    """An article is not the same story as those that it was put together with."""
    return stories.stand_alone(project.store, project.work, article)


def take_back_stories(project: Project) -> int:
    """Undo the last search for reprints; how many articles that changed."""
    return stories.take_back_search(project.store)
