"""The spaCy pipeline that a project goes on training: lessons into it, and a folder out of it."""

import shutil
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from desktop.nlp import label_map, models
from desktop.nlp.adapting import course
from desktop.nlp.adapting.adapter import with_labels
from desktop.nlp.adapting.rounds import Round
from desktop.nlp.adapting.sentences import Sentence, sentences
from desktop.nlp.errors import ModelCannotLearn
from desktop.nlp.learnt import LEARNT_FROM, learnt_from
from desktop.nlp.pipelines import Pipeline, opened
from desktop.work.lessons import Lesson

FEWEST = 5
"""Articles to be taught at least: less says nothing."""

OWN, FOREIGN = "lesart_crf", "ner"
"""Factories of the components that can learn here."""


class Teaching:
    """A pipeline with a tagger of our own, or with spaCy's entity recognizer.

    `mapping` says what its labels mean in the project, `labels` which ones that uses. Raises ModelCannotLearn
    for a pipeline without either, and what opening it raises.
    """

    def __init__(
        self,
        source: str,
        mapping: Mapping[str, label_map.Meaning | None] = label_map.NEWS,
        labels: frozenset[str] = frozenset(),
    ) -> None:
        self._source, self._mapping, self._labels = source, mapping, labels
        self._nlp, _ = opened(source)
        factories = {name: self._nlp.get_pipe_meta(name).factory for name in self._nlp.pipe_names}
        taught = [it for kind in (OWN, FOREIGN) for it, factory in factories.items() if factory == kind]
        if not taught:
            raise ModelCannotLearn(name=source)
        self._name = taught[0]
        self._is_own = factories[self._name] == OWN

    @property
    def last(self) -> int:
        """The number of the last round."""
        if self._is_own:
            return course.LAST
        from desktop.nlp.adapting import entity_course  # spaCy's training comes late

        return entity_course.LAST

    def rounds(self, taught: Sequence[Lesson], chose: Sequence[Lesson]) -> Iterator[Round]:
        """Train; afterwards the pipeline has what the best round has learnt, whether better or not."""
        return self._own_rounds(taught, chose) if self._is_own else self._foreign_rounds(taught, chose)

    def _own_rounds(self, taught: Sequence[Lesson], chose: Sequence[Lesson]) -> Iterator[Round]:
        names = sorted({name for lesson in taught for *_, name in lesson.known.spans})
        crf: Any = self._nlp.get_pipe(self._name)
        tags = with_labels(crf.tagger.chain.tags, names)
        own = course.Course(crf.tagger, names, self._sentences(chose, tags))
        yield from own.rounds(self._sentences(taught, tags))
        crf.tagger = own.learnt

    def _foreign_rounds(self, taught: Sequence[Lesson], chose: Sequence[Lesson]) -> Iterator[Round]:
        from desktop.nlp.adapting.entity_course import EntityCourse

        foreign = EntityCourse(
            self._nlp, self._name,
            mapping=self._mapping, labels=self._labels, kept=[it.known for it in chose],
        )  # fmt: skip
        yield from foreign.rounds([it.known for it in taught])

    def pipeline(self, mapping: Mapping[str, label_map.Meaning | None]) -> Pipeline:
        """The trained pipeline, ready to read."""
        return Pipeline(self._nlp, models.describe(self._source), mapping)

    def write(self, target: Path, *, name: str, version: str, parent: str, lessons: Sequence[Lesson]) -> None:
        """The model as a folder, whole or not at all; `lessons` are those that it has learnt from."""
        learnt = learnt_from(self._source).and_from(it.known.text for it in lessons)
        self._nlp.meta.update(
            name=name,
            version=version,
            description=f"{parent}, trained on with the articles of a project.",
            author="",
            email="",
            url="",
            parent=parent,
            performance={},
            **{LEARNT_FROM: learnt.as_json()},
        )
        target.parent.mkdir(parents=True, exist_ok=True)
        draft = target.with_name(f".{target.name}.unfinished")
        shutil.rmtree(draft, ignore_errors=True)
        self._nlp.to_disk(draft)
        self._copy_licences(draft)
        draft.rename(target)

    def _copy_licences(self, draft: Path) -> None:
        folder = models.folder_of(self._source)
        licences = folder / "LICENSES.txt" if folder is not None else None
        if licences is not None and licences.is_file():
            shutil.copyfile(licences, draft / licences.name)

    def _sentences(self, lessons: Sequence[Lesson], tags: Sequence[str]) -> list[Sentence]:
        found: list[Sentence] = []
        for lesson in lessons:
            doc = self._nlp.make_doc(lesson.known.text)
            borders = [(it.idx, it.idx + len(it)) for it in doc if not it.is_space]
            found += sentences(lesson.known, borders, doc.lang_, tags)
        return found
