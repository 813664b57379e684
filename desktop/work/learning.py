"""A project's articles into a new version of the model that reads them, measured against the old one."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from threading import Event

from desktop.nlp import label_map, models
from desktop.nlp.adapting.rounds import Score
from desktop.nlp.errors import TooLittleToLearn
from desktop.nlp.learnt import digest, learnt_from
from desktop.nlp.pipelines import Pipeline, load
from desktop.work.gains import LabelGain, Learning, Trained
from desktop.work.lessons import Lesson, lessons
from desktop.work.teaching import FEWEST, Teaching
from store.agreement.evaluation import Evaluation, evaluate
from store.agreement.readings import Reading, ReadSpan
from store.database import Store
from store.formats.readings import label_and_form
from store.keys import key_of
from store.queries import articles, codebook
from store.values import Named, ProjectSettings

MORE = 10
"""Articles that make it likely that one more is dealt to each part."""


def train(
    store: Store, source: str, *, folder: Path, language: str | None = None, cancelled: Event | None = None
) -> Iterator[Learning | Trained]:
    """Go on training the model `source` on the begun articles of its language; last comes `Trained`.

    The new version lies in a folder of its own in `folder`, also where nothing was gained, so that a person
    may choose it; of a training that was cancelled nothing stays. Raises TooLittleToLearn, ModelCannotLearn,
    and what loading the model raises.
    """
    with store.read() as conn:
        settings, name = codebook.settings(conn), codebook.project(conn).name
        spoken = articles.languages(conn)
        labels = {label.code for label in codebook.labels(conn, "entity", all=True)}
    info = models.describe(source)
    wanted = language or info.language
    read = frozenset(
        it for it in (*spoken, None) if models.reader(it, {wanted: source}, default=settings.language)
    )
    yield Learning(0, 0, info.name)
    found = list(lessons(store, read))
    taught, chose, measured = (
        [it for it in found if it.part == part and (it.known.is_whole or part == "train")]
        for part in ("train", "dev", "test")
    )
    known = learnt_from(source).texts  # of another project, or before a story was found
    measured = [it for it in measured if digest(it.known.text) not in known]
    mapping = label_map.mapping_for(settings.preset)
    teaching = Teaching(source, mapping, frozenset(labels))
    if min(len(chose), len(measured)) < 1 or len(taught) < FEWEST:
        done = sum(it.known.is_whole for it in found)
        raise TooLittleToLearn(count=done, needed=max(4 * FEWEST, done + MORE))
    for it in teaching.rounds(taught, chose):
        yield Learning(it.number, teaching.last, info.name, it.number, it.f1)
        if cancelled is not None and cancelled.is_set():
            return
    apart, count = [*measured, *chose], len(measured)
    before = list(_read(load(source, mapping=mapping), apart, labels, settings))
    after = list(_read(teaching.pipeline(mapping), apart, labels, settings))
    called, version, target = _place(folder, key_of(name, "project"), wanted)
    origin = f"{info.name} {info.version}"
    teaching.write(target, name=called, version=version, parent=origin, lessons=[*taught, *chose])
    yield Trained(
        old=source,
        new=str(target),
        name=called,
        version=version,
        language=wanted,
        taught=len(taught),
        chose=len(chose),
        measured=count,
        gains=tuple(_gains(evaluate(before[:count]), evaluate(after[:count]))),
        is_clear=_score(after).is_clearly_above(_score(before)),
    )


def _place(folder: Path, project: str, language: str) -> tuple[str, str, Path]:
    """Name, version and folder of a new model: versions count up."""
    name = f"{project}_{language}"
    endings = (it.name.removeprefix(f"{name}-") for it in folder.glob(f"{name}-*"))
    taken = [int(ending) for ending in endings if ending.isascii() and ending.isdecimal()]
    version = max(taken, default=0) + 1
    return name, str(version), folder / f"{name}-{version}"


def _read(
    pipeline: Pipeline, apart: Sequence[Lesson], labels: set[str], settings: ProjectSettings
) -> Iterator[tuple[Reading, Reading]]:
    """A model beside the readings, as the project would show its suggestions."""
    for number, lesson in enumerate(apart):
        spans = [
            (it.start, it.end, it.label) for it in pipeline.predict(lesson.known.text) if it.form == "plain"
        ]
        true = [(s, e, label) for s, e, label, form in map(_plain, lesson.known.spans) if form == "plain"]
        found = [it for it in spans if it[2] in labels]
        yield _reading(number, lesson, found, settings), _reading(number, lesson, true, settings)


def _score(readings: Sequence[tuple[Reading, Reading]]) -> Score:
    """How good what was found is, article by article."""
    named = [
        tuple({(it.start, it.end, it.label) for it in one.spans} for one in (found, true))
        for found, true in readings
    ]
    return Score.of((len(found & true), len(found) + len(true)) for found, true in named)


def _plain(named: Named) -> tuple[int, int, str, str]:
    label, form = label_and_form(named[2])
    return named[0], named[1], label or "", form


def _reading(number: int, lesson: Lesson, spans: Sequence[Named], settings: ProjectSettings) -> Reading:
    unknown = lesson.known.unknown
    counted = [
        ReadSpan(i, start, end, label)
        for i, (start, end, label) in enumerate(spans)
        if label not in settings.labels_off and not any(a < end and start < b for a, b in unknown)
    ]
    return Reading(number, len(lesson.known.text), 0, tuple(counted), ())


def _gains(before: Evaluation, after: Evaluation) -> Iterator[LabelGain]:
    old = {it.label: it for it in before.scores}
    new = {it.label: it for it in after.scores}
    for label in dict.fromkeys((*old, *new)):
        a, b = old.get(label), new.get(label)
        known = a or b
        yield LabelGain(
            label=label,
            true=known.true if known else 0,
            before=a.strict.f1 if a else None,
            after=b.strict.f1 if b else None,
            interval_before=a.intervals["f1"] if a else None,
            interval_after=b.intervals["f1"] if b else None,
        )
