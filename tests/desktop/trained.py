"""Folders of models that nobody loads: what they say of themselves is enough."""

import json
from pathlib import Path
from typing import Any

from desktop.nlp.learnt import LEARNT_FROM, Learnt


def folder(at: Path, name: str = "news_de", version: str = "1", **meta: Any) -> Path:
    """A model's folder in another; `meta` is what its meta.json says besides."""
    made = at / f"{name}-{version}"
    made.mkdir(parents=True)
    (made / "config.cfg").touch()
    said = {"lang": "de", "name": name, "version": version, **meta}
    (made / "meta.json").write_text(json.dumps(said), encoding="utf-8")
    return made


def folder_that_learnt(at: Path, *texts: str, name: str = "news_de", version: str = "1") -> Path:
    """A model's folder that says it has learnt from these texts."""
    learnt = Learnt().and_from(texts)
    return folder(at, name, version, parent="lesart_de 3", **{LEARNT_FROM: learnt.as_json()})
