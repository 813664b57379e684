"""The loaded embedded model and the article it is measured on, once a run."""

import json
from pathlib import Path
from typing import Any

import pytest

from desktop.nlp import pipelines
from desktop.nlp.lean import import_spacy

SEED = Path(__file__).parents[3] / ".." / "shared" / "seed"


@pytest.fixture(scope="session")
def german() -> pipelines.Pipeline:
    return pipelines.load("embedded:de")


@pytest.fixture(scope="session")
def spacy() -> Any:
    return import_spacy()


@pytest.fixture(scope="session")
def seed_text() -> str:
    file = SEED / "article.txt"
    if not file.is_file():
        pytest.skip("needs ../shared/seed/article.txt")
    return file.read_bytes().decode()


@pytest.fixture(scope="session")
def seed_gold() -> dict[str, Any]:
    file = SEED / "gold.json"
    if not file.is_file():
        pytest.skip("needs ../shared/seed/gold.json")
    return json.loads(file.read_bytes())
