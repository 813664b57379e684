"""The spaCy pipeline that a project goes on training: lessons into it, and a folder out of it."""

import shutil
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from desktop.nlp import label_map, models
from desktop.nlp.adapting.adapter import with_labels
from desktop.nlp.adapting.course import Course, Point, Sentence, sentences
from desktop.nlp.lean import import_spacy
from desktop.nlp.pipelines import Pipeline
from desktop.work.lessons import Lesson
from store.errors import ModelCannotLearn

FEWEST = 5
"""Articles to be taught at least: less says nothing."""


class Teaching:
    """A model with a tagger of our own. Raises ModelCannotLearn for one without."""

    def __init__(self, source: str) -> None:
        self._source = source
        spacy: Any = import_spacy()
        folder = models.folder_of(source)
        if folder is None or not (folder / "lesart_crf").is_dir():
            raise ModelCannotLearn(name=source)
        models.refuse_code(folder)
        self._nlp: Any = spacy.load(folder)
        self._crf: Any = self._nlp.get_pipe("lesart_crf")

    def rounds(self, taught: Sequence[Lesson], chose: Sequence[Lesson]) -> Iterator[Point]:
        """Train; afterwards the pipeline has the best tagger."""
        names = {name for lesson in taught for *_, name in lesson.known.spans}
        old = self._crf.tagger
        course = Course(old, sorted(names))
        tags = with_labels(old.chain.tags, sorted(names))
        yield from course.rounds(self._sentences(taught, tags), self._sentences(chose, tags))
        self._crf.tagger = course.best

    def pipeline(self, mapping: Mapping[str, label_map.Meaning | None]) -> Pipeline:
        """The trained pipeline, ready to read."""
        return Pipeline(self._nlp, models.describe(self._source), mapping)

    def write(self, target: Path, *, name: str, version: str, parent: str) -> None:
        """The model as a folder, whole or not at all."""
        self._nlp.meta.update(
            name=name,
            version=version,
            description=f"{parent}, trained on with the articles of a project.",
            author="",
            email="",
            url="",
            parent=parent,
            performance={},
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
            found += sentences(lesson.known, borders, self._nlp.lang, tags)
        return found
