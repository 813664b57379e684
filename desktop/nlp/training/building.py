"""From a recipe to a tagger with its figures, and to a spaCy folder with its model card."""

import os
from collections.abc import Callable, Sequence
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path
from typing import Any, NamedTuple

import spacy
from spacy.language import Language

import desktop.nlp.consistency
from desktop.nlp import calibration
from desktop.nlp.characters import CharacterExtractor
from desktop.nlp.crf import CrfComponent
from desktop.nlp.features import FeatureExtractor
from desktop.nlp.gazetteer import Gazetteer
from desktop.nlp.models import ALSO_READS
from desktop.nlp.name_table import NameTable
from desktop.nlp.network import Network
from desktop.nlp.segmentation_tokenizer import NAME as OWN_TOKENS
from desktop.nlp.tagging import Tagger
from desktop.nlp.training import choosing, fitting, lookups, model_card, name_sources, network_fitting
from desktop.nlp.training.data import Sentence, cut_anew, is_plain, read, split
from desktop.nlp.training.network_fitting import NetworkFit
from desktop.nlp.training.recipes import HELD, Model
from desktop.nlp.training.scores import LabelledSpan, Score, by_label, score
from desktop.nlp.word_types import Tables

SPACY = ">=3.8.16,<4.0.0"
PLAIN = "PER, ORG, LOC, MISC"

Measured = dict[str, list[Sentence]]
"""What it is called -> sentences that were not trained on."""


class Built(NamedTuple):
    """A tagger, its figures by what it was measured on and label, and how often scores are right."""

    tagger: Tagger
    choice: choosing.Choice
    figures: dict[str, dict[str, Score]]
    reliability: list[tuple[float, int, float]]


def build(model: Model, data: Path) -> Built:
    """Train, calibrate and measure; `data` holds the files of the recipe."""
    sentences, measured = sentences_of(model, data)
    held_out = [sentence for of_one in measured.values() for sentence in of_one]
    tagger, choice = train(model, sentences, held_out, tables_of(model, data))
    tagger.calibration = calibration.fit(judged(tagger, held_out))
    figures = {name: evaluate(tagger, of_one) for name, of_one in measured.items()}
    return Built(tagger, choice, figures, calibration.reliability(judged(tagger, held_out)))


def sentences_of(model: Model, data: Path) -> tuple[list[Sentence], Measured]:
    """What the model is trained on and what it is measured on."""
    sentences: list[Sentence] = []
    measured: Measured = {}
    for source in model.sources:
        found = read(data / f"{source.file}.jsonl.gz")
        if source.only:
            kept, held = [], found
        elif source.measured:
            kept, held = split(found, every=HELD)
        else:
            kept, held = found, []
        sentences += _cut(kept, model)
        if source.measured:
            measured[source.measured] = _cut(held, model)
    return sentences, measured


def _cut(sentences: Sequence[Sentence], model: Model) -> list[Sentence]:
    """As the model's pipeline will cut texts, where the data have other tokens."""
    if not model.own_tokens:
        return list(sentences)
    return [it for sentence in sentences for it in cut_anew(sentence, model.folder)]


def tables_of(model: Model, data: Path) -> Tables:
    """What the model knows beforehand."""
    towns = name_sources.names_of_towns(letters=model.letters, countries=model.countries)
    if model.kind == "characters":
        return Tables(lookups.no_clusters(), _known_strings(model), NameTable.pack({}))
    kinds = name_sources.kinds_of_words(
        letters=model.letters, locale=model.locale or "-", countries=model.countries
    )
    files = [data / f"{source.file}.jsonl.gz" for source in model.seen_in]
    for word, its_kinds in name_sources.seen_in(files, letters=model.letters).items():
        kinds[word] |= its_kinds
    language = model.folder if model.clusters else None
    return Tables(
        lookups.cluster_table(language, forms=model.clusters) if language else lookups.no_clusters(),
        lookups.gazetteer(
            model.cldr, regions=lookups.GERMAN_REGIONS if model.folder == "de" else (), more={"TOWN": towns}
        ),
        NameTable.pack(kinds),
    )


def train(
    model: Model, sentences: Sequence[Sentence], held_out: Sequence[Sentence], tables: Tables
) -> tuple[Tagger, choosing.Choice]:
    """A tagger, not calibrated yet, and what was chosen for it."""
    parts, networks = _fitted(model, sentences, tables)
    choice = choosing.choose(parts, held_out, extractor(model, tables), networks)
    chain = fitting.packed(choosing.chosen(parts, choice), smallest=model.smallest)
    weighted = tuple(network.weighted(choice.beside / len(networks)) for network in networks)
    return Tagger(kind=model.kind, chain=chain, tables=tables, networks=weighted), choice


def _fitted(
    model: Model, sentences: Sequence[Sentence], tables: Tables
) -> tuple[list[fitting.Weights], list[Network]]:
    """All fits of a model, several all at a time, each in a process of its own."""
    fits = len(model.fits) + len(model.networks)
    if fits == 1:
        return [_fit(model, sentences, tables, fit) for fit in model.fits], []
    # With several threads a sum of products may be added up in another order, and come out another.
    os.environ.update(OPENBLAS_NUM_THREADS="1", OMP_NUM_THREADS="1")
    with ProcessPoolExecutor(fits, mp_context=get_context("spawn")) as pool:
        parts = [pool.submit(_fit, model, sentences, tables, fit) for fit in model.fits]
        networks = [pool.submit(_fit_network, plan, sentences, tables) for plan in model.networks]
        return [part.result() for part in parts], [network.result() for network in networks]


def _fit(model: Model, sentences: Sequence[Sentence], tables: Tables, fit: fitting.Fit) -> fitting.Weights:
    return fitting.fit(sentences, extractor(model, tables), fit)


def _fit_network(plan: NetworkFit, sentences: Sequence[Sentence], tables: Tables) -> Network:
    tags = sorted({tag for sentence in sentences for tag in sentence.tags})
    return network_fitting.fit(sentences, FeatureExtractor(tables), tags, plan)


def extractor(model: Model, tables: Tables) -> fitting.Extract:
    """What the model sees of a sentence."""
    if model.kind == "characters":
        characters = CharacterExtractor(tables)
        return lambda sentence: characters(sentence.words, sentence.spaces)
    words = FeatureExtractor(tables)
    return lambda sentence: words(sentence.words)


def evaluate(tagger: Tagger, sentences: Sequence[Sentence]) -> dict[str, Score]:
    """Label (or a group of labels) -> score on gold tokens."""
    true: set[LabelledSpan] = {
        (i, *span) for i, sentence in enumerate(sentences) for span in sentence.spans()
    }
    found: set[LabelledSpan] = {
        (i, run.start, run.end, run.label)
        for i, s in enumerate(sentences)
        for run in tagger.tag(s.words, s.spaces)
    }
    groups: dict[str, Callable[[str], bool]] = {
        PLAIN: is_plain,
        "PER, ORG, LOC": lambda label: label in ("PER", "ORG", "LOC"),
    }
    if any(not is_plain(label) for *_, label in true):
        groups["with sub-labels"] = lambda _: True
    figures = {name: score(true, found, counts=counts) for name, counts in groups.items()}
    return figures | by_label(true, found)


def judged(tagger: Tagger, sentences: Sequence[Sentence]) -> list[tuple[float, bool]]:
    """The score of every span found, and whether it is right."""
    return [
        (run.score, (run.start, run.end, run.label) in true)
        for sentence in sentences
        for true in [sentence.spans()]
        for run in tagger.tag(sentence.words, sentence.spaces)
    ]


def pipeline(model: Model, built: Built) -> Language:
    """The spaCy pipeline: tokenizer, tagger, consistency pass."""
    own = {"nlp": {"tokenizer": {"@tokenizers": OWN_TOKENS}}}
    nlp = spacy.blank(model.folder, config={} if model.folder == "de" else own)
    crf = nlp.add_pipe("lesart_crf")
    assert isinstance(crf, CrfComponent)
    crf.tagger = built.tagger
    if model.kind == "words":
        nlp.add_pipe(desktop.nlp.consistency.NAME)
    plain = next(iter(built.figures.values()))[PLAIN]
    meta: dict[str, Any] = {
        "name": f"lesart_{model.folder}",
        "version": model.version,
        "description": f"Named entities in news. {model.title}.",
        "author": "The Lesart authors",
        "license": model.license,
        "spacy_version": SPACY,
        "sources": model_card.sources_of(model),
        "performance": {
            "ents_p": plain.precision / 100,
            "ents_r": plain.recall / 100,
            "ents_f": plain.f1 / 100,
        },
        ALSO_READS: list(model.also),
    }
    nlp.meta.update(meta)
    return nlp


def write(model: Model, built: Built, *, data: Path, out: Path) -> None:
    """The model folder with its card and the licences of what is in it."""
    pipeline(model, built).to_disk(out)
    card = model_card.card(
        model, built.figures, choice=built.choice, reliability=built.reliability, data=data
    )
    (out / "MODEL_CARD.md").write_text(card, encoding="utf-8")
    (out / "LICENSES.txt").write_text(lookups.licences(clusters=model.clusters > 0), encoding="utf-8")


def _known_strings(model: Model) -> Gazetteer:
    """Names as they stand in a text without spaces."""
    kinds: dict[str, set[str]] = {"SURNAME": set(), "GIVEN": set(), "TOWN": set()}
    for kind, which in (("SURNAME", "last"), ("GIVEN", "first")):
        for locale, name in name_sources.people(which):
            if locale.startswith(model.locale):
                kinds[kind].add(name)
    kinds["TOWN"] = name_sources.spellings(model.letters)
    return lookups.gazetteer(model.cldr, regions=(), more=kinds)
