"""spaCy's own command line, in a process that knows nothing of Lesart, finds what our models are made of."""

import subprocess
import sys
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest
from spacy.tokens import DocBin, Span

GERMAN = Path(str(files("resources"))) / "models" / "de"
CONFIG = """
[nlp]
lang = "de"
pipeline = ["lesart_crf", "lesart_consistency", "ner"]
tokenizer = {{"@tokenizers": "lesart.Segmentation.v1"}}

[components]

[components.lesart_crf]
source = "{german}"

[components.lesart_consistency]
factory = "lesart_consistency"

[components.ner]
factory = "ner"

[paths]
train = "data.spacy"
dev = "data.spacy"

[training]
max_steps = 2
eval_frequency = 1
frozen_components = ["lesart_crf"]
"""
READ = """
import spacy
doc = spacy.load("out/model-last")("Am Mittwoch traf Wladimir Putin in Moskau Vertreter der NATO.")
print(*(span.text for span in doc.spans["lesart"]), sep="|")
"""


@pytest.fixture
def folder(tmp_path: Path, spacy: Any) -> Path:
    doc = spacy.blank("de")("Anna Berger wohnt in Köln.")
    doc.ents = [Span(doc, 0, 2, label="PER")]
    DocBin(docs=[doc]).to_disk(tmp_path / "data.spacy")
    (tmp_path / "base.cfg").write_text(CONFIG.format(german=GERMAN.as_posix()), encoding="utf-8")
    return tmp_path


def run(folder: Path, *arguments: str) -> str:
    done = subprocess.run(
        [sys.executable, *arguments], cwd=folder, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def test_plain_spacy_train_finds_our_components_and_tokenizer(folder: Path) -> None:
    run(folder, "-m", "spacy", "init", "fill-config", "base.cfg", "full.cfg")
    run(folder, "-m", "spacy", "train", "full.cfg", "--output", "out")
    assert run(folder, "-c", READ).strip() == "Wladimir Putin|Moskau|NATO"
