"""Runs first in the frozen program: spaCy's command line is not in it; two empty modules stand in its place.

`desktop.nlp.lean` does the same before the model worker imports spaCy; here it holds for whoever imports it.
"""

import sys
from types import ModuleType

cli, info = ModuleType("spacy.cli"), ModuleType("spacy.cli.info")
cli.__path__ = []
info.info = None  # type: ignore[attr-defined]  # spacy/__init__ imports this name
sys.modules.update({"spacy.cli": cli, "spacy.cli.info": info})
