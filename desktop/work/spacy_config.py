"""The config with which `spacy train` makes of exported files what `lesart train` makes of the project."""

import json
from configparser import ConfigParser
from pathlib import Path

from msgspec import convert

from desktop.nlp import models
from desktop.nlp.adapting.course import LAST
from desktop.work.config_text import config_text
from desktop.work.foreign_config import NOTING, foreign_config
from store.errors import LesartError
from store.formats.protocol import TrainingFiles
from store.formats.scheme_records import ProjectRecord
from store.values import ProjectSettings

CRF = "lesart_crf"
HEADING = "python -m spacy train THIS_FILE --output OUT (from the folder that it lies in)"

_ALL = 1_000_000_000
"""Articles of a batch: so many that there is one batch."""

_WORTH = "lesart_f"
"""See `desktop.nlp.adapting.spacy_course.WORTH`; that module needs spaCy, an export begins without it."""


def spacy_config(project: ProjectRecord, files: TrainingFiles) -> str:
    """A config for these files beside it; "" where the project's model has nothing that can learn here.

    The model that learns stays where it is: the config has its folder or the name of its package
    (`--paths.base` names another).
    """
    settings = convert(project.settings, ProjectSettings)
    known = {**models.by_language(models.available()), **settings.models}
    source = models.reader(settings.language, known, default=settings.language)
    if not source:
        return ""
    try:
        folder = models.files_of(source)
        if (folder / CRF).is_dir():
            return config_text(_own(folder, files), HEADING)
        return foreign_config(project, source, files)
    except LesartError:
        return ""


def _own(folder: Path, files: TrainingFiles) -> dict[str, object]:
    base = ConfigParser(interpolation=None)
    base.optionxform = str  # type: ignore[assignment,method-assign]  # names keep their capitals
    base.read(folder / "config.cfg", encoding="utf-8")
    names: list[str] = json.loads(base["nlp"]["pipeline"])
    return {
        "paths": {"train": files.train, "dev": files.dev, "base": str(folder)},
        "nlp": {
            **{name: json.loads(base["nlp"][name]) for name in ("lang", "pipeline")},
            "tokenizer": {name: json.loads(value) for name, value in base["nlp.tokenizer"].items()},
        },
        "components": {name: {"source": "${paths.base}"} for name in names},
        "corpora": {
            part: {"@readers": "spacy.Corpus.v1", "path": f"${{paths.{part}}}"} for part in ("train", "dev")
        },
        "training": {
            "frozen_components": [name for name in names if name != CRF],
            "seed": 0,
            "gpu_allocator": None,
            "max_steps": LAST,
            "eval_frequency": 1,
            "patience": 0,
            "accumulate_gradient": 1,
            "batcher": {"@batchers": "spacy.batch_by_sequence.v1", "size": _ALL},
            "score_weights": {_WORTH: 1.0},
            "before_to_disk": NOTING,
        },
        "initialize": {
            "before_init": {"@callbacks": "spacy.copy_from_base_model.v1", "tokenizer": "${paths.base}"}
        },
    }
