"""The config with which `spacy train` has the entity recognizer of a foreign pipeline go on learning."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from msgspec import convert

from desktop.nlp import models
from desktop.work.config_text import config_text
from store.formats.protocol import TrainingFiles
from store.formats.scheme_records import ProjectRecord
from store.values import ProjectSettings

FACTORY = "ner"
HEADING = """\
python -m spacy train THIS_FILE --output OUT (from the folder that it lies in; Lesart installed beside spaCy)
Only the recognizer learns. A round has as many updates as eval_frequency says: articles by eight.
The first evaluation is that of the recognizer as it was."""

_BASE = "${paths.base}"

NOTING = {
    "@callbacks": "lesart.LearntFrom.v1",
    "base": _BASE,
    "train": "${paths.train}",
    "dev": "${paths.dev}",
}
"""What a config has written into the model: from which texts it has learnt."""


def foreign_config(project: ProjectRecord, source: str, files: TrainingFiles) -> str:
    """A config for these files beside it; "" where the pipeline has no entity recognizer of spaCy's.

    Raises ModelMissing, ModelCarriesCode.
    """
    from desktop.nlp.lean import import_spacy  # an export begins without it

    folder = models.files_of(source)
    if models.folder_of(source) is not None:
        models.refuse_code(folder)
    base: dict[str, Any] = import_spacy().util.load_config(folder / "config.cfg", interpolate=True)
    parts: Mapping[str, Any] = base["components"]
    taught = next((it for it in base["nlp"]["pipeline"] if parts[it]["factory"] == FACTORY), None)
    if taught is None:
        return ""
    where = source if models.folder_of(source) is None else str(Path(folder))
    return config_text(_filled(base, taught, where, _asked(project, source, files), files), HEADING)


def _asked(project: ProjectRecord, source: str, files: TrainingFiles) -> dict[str, Any]:
    """What the recognizer has to know of the project, and how many articles it is taught."""
    settings = convert(project.settings, ProjectSettings)
    labels = [label.code for it in project.label_sets if it.kind == "entity" for label in it.labels]
    own = {settings.language: source}
    count = sum(
        count for it, count in files.taught.items() if models.reader(it, own, default=settings.language)
    )
    return {
        "language": settings.language,
        "preset": settings.preset,
        "labels": sorted(set(labels)),
        "count": count,
    }


def _filled(
    base: Mapping[str, Any], taught: str, where: str, asked: dict[str, Any], files: TrainingFiles
) -> dict[str, Any]:
    from desktop.nlp.adapting import entity_course as course
    from desktop.nlp.adapting.spacy_course import WORTH

    names: list[str] = base["nlp"]["pipeline"]
    updates = max(-(-asked.pop("count") // course.BATCH), 1)
    lessons = {"component": taught, **asked}
    components: dict[str, dict[str, Any]] = {name: {"source": _BASE} for name in names}
    components[taught]["replace_listeners"] = [course.SHARED]
    training: Mapping[str, Any] = base["training"]
    return {
        "paths": {"train": files.train, "dev": files.dev, "base": where},
        "nlp": base["nlp"],
        "components": components,
        "corpora": {
            "train": {"@readers": "lesart.EntityRounds.v1", "path": "${paths.train}", **lessons},
            "dev": {"@readers": "spacy.Corpus.v1", "path": "${paths.dev}"},
        },
        "training": {
            "frozen_components": [name for name in names if name != taught],
            "seed": 0,
            "gpu_allocator": None,
            "dropout": course.DROPOUT,
            "max_epochs": -1,
            "max_steps": course.LAST * updates,
            "eval_frequency": updates,
            "patience": 0,
            "accumulate_gradient": 1,
            "batcher": {"@batchers": "spacy.batch_by_sequence.v1", "size": course.BATCH},
            "optimizer": {**training["optimizer"], "learn_rate": course.RATE, "use_averages": False},
            "score_weights": {**dict.fromkeys(training["score_weights"]), WORTH: 1.0},
            "before_to_disk": {**NOTING, "language": asked["language"]},
        },
        "initialize": {
            "before_init": {
                "@callbacks": "spacy.copy_from_base_model.v1", "tokenizer": _BASE, "vocab": _BASE,
            },
            "after_init": {"@callbacks": "lesart.EntityJudge.v1", **lessons},
        },
    }  # fmt: skip
