"""Importing spaCy without its command line.

`spacy/__init__` imports `spacy.cli` and with it typer, jinja2, rich and network clients: 400 modules that
nothing here needs. Two empty modules in their place take a quarter off the start of the model worker and keep
about fifteen packages out of the installers.
"""

import sys
from types import ModuleType


def import_spacy() -> ModuleType:
    """spaCy with Lesart's components registered, and without its command line where nobody loaded that
    before.
    """
    if "spacy" not in sys.modules:
        _stub("spacy.cli").__path__ = []
        _stub("spacy.cli.info").info = None  # type: ignore[attr-defined]  # spacy/__init__ imports this name
    import spacy

    from desktop.nlp import consistency, crf, segmentation_tokenizer  # noqa: F401

    return spacy


def _stub(name: str) -> ModuleType:
    return sys.modules.setdefault(name, ModuleType(name))
