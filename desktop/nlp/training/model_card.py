"""The text that goes with a model: what it was made of, under which licences, and how good it is."""

from collections.abc import Mapping
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path

from msgspec.structs import asdict

from desktop.nlp.training.choosing import Choice
from desktop.nlp.training.recipes import Model, Source
from desktop.nlp.training.scores import Score

_TABLES = {
    "cldr": {
        "name": "Unicode CLDR (names of territories, cities and languages)",
        "url": "https://cldr.unicode.org/",
        "license": "Unicode-3.0",
        "author": "Unicode, Inc.",
    },
    "geonames": {
        "name": "GeoNames (names and sizes of towns)",
        "url": "https://www.geonames.org/",
        "license": "CC BY 4.0",
        "author": "GeoNames",
    },
    "faker": {
        "name": "Faker (given names and surnames)",
        "url": "https://github.com/joke2k/faker",
        "license": "MIT",
        "author": "D. Faraglia",
    },
    "clusters": {
        "name": "spacy-lookups-data (Brown clusters and word probabilities)",
        "url": "https://github.com/explosion/spacy-lookups-data",
        "license": "MIT",
        "author": "Explosion",
    },
}
_BIN = 1 / 5

_SEES = {
    "words": (
        "word forms, affixes, shapes, Brown clusters and frequencies where the language has a table, "
        "and known names"
    ),
    "characters": "single characters, sequences of them, scripts, spaces and known names",
}


def sources_of(model: Model) -> list[dict[str, str]]:
    """Everything that the model is made of, as spaCy's meta.json has it."""
    data = {source.name: source for source in (*model.sources, *model.seen_in)}
    found = [{"name": s.name, "author": s.author, "license": s.license} for s in data.values()]
    tables = ["cldr", "geonames", "faker", *(["clusters"] if model.clusters else [])]
    return found + [_TABLES[name] for name in tables]


def table(figures: Mapping[str, Score]) -> str:
    """The scores as a Markdown table."""
    head = "| labels | precision | recall | F1 | true spans |\n|---|---:|---:|---:|---:|\n"
    return head + "\n".join(
        f"| {name} | {s.precision:.1f} | {s.recall:.1f} | {s.f1:.1f} | {s.support} |"
        for name, s in figures.items()
    )


def card(
    model: Model,
    figures: Mapping[str, Mapping[str, Score]],
    *,
    choice: Choice,
    reliability: list[tuple[float, int, float]],
    data: Path,
) -> str:
    """The whole card, Markdown."""
    scores = "\n\n".join(f"### {name}\n\n{table(of_one)}" for name, of_one in figures.items())
    rows = "\n".join(f"| {low:.1f}–{low + _BIN:.1f} | {n} | {right:.2f} |" for low, n, right in reliability)
    also = f" Also used for: {', '.join(model.also)}, without figures of their own." if model.also else ""
    beside = (
        "\nBeside it small convolutional networks over the same knowledge; the scores of all are added up."
        if model.networks
        else ""
    )
    sub = (
        "\nAdjectives („russischen“, `deriv`) and names inside compounds („Kreml-Sprecher“, `part`) are "
        "found with labels\nof their own.\n"
        if model.has_sub_labels
        else ""
    )
    tokens = "the tokens of its own pipeline" if model.own_tokens else "the tokens of the data"
    return f"""\
# lesart_{model.folder} {model.version}

{model.title}: named entities in news, for suggestions that a person corrects: people (PER), organisations
(ORG), places (LOC) and, where the data have them, other names (MISC).{also}
{sub}
A linear-chain CRF over {_SEES[model.kind]}.{beside}

## How good it is

Exact spans and labels, given {tokens}, sentence by sentence. What is measured on was never
trained on; no test set was looked at. Expect a little less on new text, clearly less on another kind.

{scores}

Scores of suggestions are probabilities calibrated on the same sentences (share that is right):

| score | suggestions | right |
|---|---:|---:|
{rows}

## What it was made of

{_data(model, data)}

Fitted apart (the CRF by CRFsuite) and added up, the weight of O lessened by {choice.leaning:g}; shares and
leaning were chosen on the sentences measured on:

{_fits(model, choice)}

Made on {datetime.now(UTC):%Y-%m-%d} by

    ./run train {model.folder}

## Licence and attribution

The model is distributed under {model.license}. Its labels were learned from, and its tables taken from:

{_attribution(model)}

Changes: labels mapped to PER, ORG, LOC, MISC; tables pruned and packed. Licences of tables: `LICENSES.txt`.
"""


def _fits(model: Model, choice: Choice) -> str:
    fits = [
        f"- {share:.0%} of {fit.algorithm}"
        + (" without known names and parts of compounds" if fit.without else "")
        + "".join(f", {key} {value}" for key, value in fit.parameters.items())
        for fit, share in zip(model.fits, choice.shares, strict=True)
    ]
    for network in model.networks:
        plan = "".join(f", {key} {value:g}" for key, value in asdict(network).items())
        fits.append(f"- {choice.beside / len(model.networks):g} times the scores of a network{plan}")
    return "\n".join(fits)


def _data(model: Model, data: Path) -> str:
    return "\n".join(
        f"- {source.name}, `{source.file}.jsonl.gz`{_part(source)}: SHA-256 `{_checksum(data, source)}`"
        for source in model.sources
    )


def _part(source: Source) -> str:
    if source.only:
        return " (only measured on)"
    return " (but the part measured on)" if source.measured else ""


def _checksum(data: Path, source: Source) -> str:
    return sha256((data / f"{source.file}.jsonl.gz").read_bytes()).hexdigest()


def _attribution(model: Model) -> str:
    return "\n".join(f"- {it['name']}, {it['author']}: {it['license']}" for it in sources_of(model))
