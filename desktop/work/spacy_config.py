"""The config with which `spacy train` makes of exported files what `lesart train` makes of the project."""

import json
from configparser import ConfigParser
from io import StringIO
from pathlib import Path

from msgspec import convert

from desktop.nlp import models
from desktop.nlp.adapting.course import LAST
from store.formats.scheme_records import ProjectRecord
from store.values import ProjectSettings

CRF = "lesart_crf"

_ALL = 1_000_000_000
"""Articles of a batch: so many that there is one batch."""

_WORTH = "lesart_f"
"""See `desktop.nlp.adapting.spacy_course.WORTH`; that module needs spaCy, an export begins without it."""


def spacy_config(project: ProjectRecord, train: str, dev: str) -> str:
    """A config for these files beside it; "" where the project's model has no tagger of our own.

    `train` and `dev` are names of files. The model that learns stays where it is: the config has its folder
    (`--paths.base` names another).
    """
    settings = convert(project.settings, ProjectSettings)
    known = {**models.by_language(models.available()), **settings.models}
    source = models.reader(settings.language, known, default=settings.language)
    folder = models.folder_of(source) if source else None
    if folder is None or not (folder / CRF).is_dir():
        return ""
    return _filled(folder, {"train": train, "dev": dev, "base": str(folder)})


def _filled(folder: Path, paths: dict[str, str]) -> str:
    base = ConfigParser(interpolation=None)
    base.optionxform = str  # type: ignore[assignment,method-assign]  # names keep their capitals
    base.read(folder / "config.cfg", encoding="utf-8")
    names: list[str] = json.loads(base["nlp"]["pipeline"])
    sections: dict[str, dict[str, object]] = {
        "paths": dict(paths),
        "nlp": {name: json.loads(base["nlp"][name]) for name in ("lang", "pipeline")},
        "nlp.tokenizer": {name: json.loads(value) for name, value in base["nlp.tokenizer"].items()},
        "components": {},
        **{f"components.{name}": {"source": "${paths.base}"} for name in names},
        "corpora": {},
        **{
            f"corpora.{part}": {"@readers": "spacy.Corpus.v1", "path": f"${{paths.{part}}}"}
            for part in ("train", "dev")
        },
        "training": {
            "frozen_components": [name for name in names if name != CRF],
            "seed": 0,
            "gpu_allocator": None,
            "max_steps": LAST,
            "eval_frequency": 1,
            "patience": 0,
            "accumulate_gradient": 1,
        },
        "training.batcher": {"@batchers": "spacy.batch_by_sequence.v1", "size": _ALL},
        "training.score_weights": {_WORTH: 1.0},
        "initialize": {},
        "initialize.before_init": {
            "@callbacks": "spacy.copy_from_base_model.v1", "tokenizer": "${paths.base}",
        },
    }  # fmt: skip
    return _written(sections)


def _written(sections: dict[str, dict[str, object]]) -> str:
    out = StringIO()
    out.write("# python -m spacy train THIS_FILE --output OUT (from the folder that it lies in)\n")
    for name, values in sections.items():
        out.write(f"\n[{name}]\n")
        out.writelines(f"{key} = {_value(value)}\n" for key, value in values.items())
    return out.getvalue()


def _value(value: object) -> str:
    """As spaCy's configs have it: JSON, and references as they are."""
    return value if isinstance(value, str) and value.startswith("${") else json.dumps(value)
