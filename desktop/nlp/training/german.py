"""Trains the embedded German model from GermEval 2014 and writes it as a spaCy folder with its model card.

    python -m desktop.nlp.training.german --data ../shared/ner-data --out resources/models/de

Training reads the training set only. The development set gives the figures of the card and two numbers that
turn probabilities into scores. The result is the same each time on the same machine; nothing is drawn at
random.
"""

import argparse
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pycrfsuite
import spacy
from spacy.language import Language

import desktop.nlp.consistency  # noqa: F401  # registers the second pass
from desktop.nlp.crf import CrfComponent, CrfTagger
from desktop.nlp.features import FeatureExtractor
from desktop.nlp.training import calibration, lookups, model_card
from desktop.nlp.training.data import Sentence, is_plain, read
from desktop.nlp.training.scores import LabelledSpan, Score, by_label, score

NAME = "lesart_de"
VERSION = "1.0.0"
SPACY = ">=3.8.16,<4.0.0"
CLUSTER_FORMS = 900_000
TRAINER = "lbfgs"
PARAMETERS: dict[str, Any] = {
    "max_iterations": 100,
    "c1": 0.3,
    "c2": 0.01,
    "feature.minfreq": 1,
}
"""L-BFGS with L1 (keeps the model small) and L2; chosen on the development set."""


def main() -> None:
    """The command above."""
    parser = argparse.ArgumentParser(description="Train the embedded German model.")
    parser.add_argument(
        "--data", type=Path, required=True, help="folder with de/germeval_{train,dev}.jsonl.gz"
    )
    parser.add_argument("--out", type=Path, required=True, help="folder to write the model to")
    arguments = parser.parse_args()
    files = {name: arguments.data / "de" / f"germeval_{name}.jsonl.gz" for name in ("train", "dev")}
    tagger = train(read(files["train"]))
    development = read(files["dev"])
    tagger.calibration = calibration.fit(_judged(tagger, development))
    figures = evaluate(tagger, development)
    sys.stdout.write(model_card.table(figures) + "\n")
    pipeline(tagger, figures).to_disk(arguments.out)
    card = model_card.card(
        name=NAME,
        version=VERSION,
        figures=figures,
        reliability=calibration.reliability(_judged(tagger, development)),
        files=files,
        settings={"algorithm": TRAINER, **PARAMETERS, "word forms": CLUSTER_FORMS},
    )
    (arguments.out / "MODEL_CARD.md").write_text(card, encoding="utf-8")
    (arguments.out / "LICENSES.txt").write_text(lookups.licences(), encoding="utf-8")


def train(sentences: list[Sentence]) -> CrfTagger:
    """A tagger, not calibrated yet."""
    tables = {"clusters": lookups.cluster_table("de", forms=CLUSTER_FORMS), "gazetteer": lookups.gazetteer()}
    extract = FeatureExtractor(**tables)
    trainer: Any = pycrfsuite.Trainer(algorithm=TRAINER, params=PARAMETERS, verbose=False)  # pyright: ignore[reportAttributeAccessIssue]
    for sentence in sentences:
        trainer.append(extract(sentence.words), sentence.tags)
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "model"
        trainer.train(str(file))
        return CrfTagger(model=file.read_bytes(), **tables)


def evaluate(tagger: CrfTagger, sentences: list[Sentence]) -> dict[str, Score]:
    """Label (or a group of labels) -> score on gold words."""
    true: set[LabelledSpan] = {
        (i, *span) for i, sentence in enumerate(sentences) for span in sentence.spans()
    }
    found: set[LabelledSpan] = {
        (i, run.start, run.end, run.label) for i, s in enumerate(sentences) for run in tagger.tag(s.words)
    }
    groups: dict[str, Callable[[str], bool]] = {
        "PER, ORG, LOC, MISC": is_plain,
        "PER, ORG, LOC": lambda label: label in ("PER", "ORG", "LOC"),
        "all twelve": lambda _: True,
    }
    figures = {name: score(true, found, counts=counts) for name, counts in groups.items()}
    return figures | by_label(true, found)


def pipeline(tagger: CrfTagger, figures: dict[str, Score]) -> Language:
    """The spaCy pipeline: tokenizer, tagger, consistency pass."""
    nlp = spacy.blank("de")
    crf = nlp.add_pipe("lesart_crf")
    assert isinstance(crf, CrfComponent)
    crf.tagger = tagger
    nlp.add_pipe("lesart_consistency")
    plain = figures["PER, ORG, LOC, MISC"]
    nlp.meta.update(
        name=NAME,
        version=VERSION,
        description="Named entities in German news: PER, ORG, LOC, MISC, with derived and part forms.",
        author="The Lesart authors",
        license="CC BY 4.0",
        spacy_version=SPACY,
        sources=model_card.SOURCES,
        performance={"ents_p": plain.precision / 100, "ents_r": plain.recall / 100, "ents_f": plain.f1 / 100},
    )
    return nlp


def _judged(tagger: CrfTagger, sentences: list[Sentence]) -> list[tuple[float, bool]]:
    """The score of every span found, and whether it is right."""
    return [
        (run.score, (run.start, run.end, run.label) in true)
        for sentence in sentences
        for true in [sentence.spans()]
        for run in tagger.tag(sentence.words)
    ]


if __name__ == "__main__":
    main()
