"""The text that goes with a model: what it was made of, under which licences, and how good it is."""

from collections.abc import Mapping
from hashlib import sha256
from pathlib import Path
from typing import Any

from desktop.nlp.training.scores import Score

SOURCES = [
    {
        "name": "GermEval 2014 Named Entity Recognition",
        "url": "https://sites.google.com/site/germeval2014ner/",
        "license": "CC BY 4.0",
        "author": "D. Benikova, C. Biemann, M. Reznicek",
    },
    {
        "name": "spacy-lookups-data (Brown clusters and word probabilities, German)",
        "url": "https://github.com/explosion/spacy-lookups-data",
        "license": "MIT",
        "author": "Explosion",
    },
    {
        "name": "Unicode CLDR (names of territories, cities and languages)",
        "url": "https://cldr.unicode.org/",
        "license": "Unicode-3.0",
        "author": "Unicode, Inc.",
    },
]

_ATTRIBUTION = """\
> Named-entity model for German trained by this project on the GermEval 2014 NER data set (D. Benikova, C.
> Biemann, M. Reznicek: NoSta-D Named Entity Annotation for German: Guidelines and Dataset, LREC 2014), CC
> BY 4.0, https://creativecommons.org/licenses/by/4.0/; changes: outer layer only, OTH renamed MISC. Brown
> clusters and word probabilities from spacy-lookups-data (MIT). Gazetteer from Unicode CLDR (Unicode
> License v3)."""


def table(figures: Mapping[str, Score]) -> str:
    """The scores as a Markdown table."""
    head = "| labels | precision | recall | F1 | true spans |\n|---|---:|---:|---:|---:|\n"
    return head + "\n".join(
        f"| {name} | {s.precision:.1f} | {s.recall:.1f} | {s.f1:.1f} | {s.support} |"
        for name, s in figures.items()
    )


def card(
    *,
    name: str,
    version: str,
    figures: Mapping[str, Score],
    reliability: list[tuple[float, int, float]],
    files: Mapping[str, Path],
    settings: Mapping[str, Any],
) -> str:
    """The whole card, Markdown."""
    width = 1 / 5
    checksums = "\n".join(
        f"- `{f.name}`: SHA-256 `{sha256(f.read_bytes()).hexdigest()}`" for f in files.values()
    )
    rows = "\n".join(f"| {low:.1f}–{low + width:.1f} | {n} | {right:.2f} |" for low, n, right in reliability)
    chosen = "\n".join(f"- {key}: {value}" for key, value in settings.items())
    return f"""\
# {name} {version}

Named entities in German news, for suggestions that a person corrects: people (PER), organisations (ORG),
places (LOC) and other names (MISC). Adjectives („russischen“, `deriv`) and names inside compounds
(„Kreml-Sprecher“, `part`) are found with labels of their own. A linear-chain CRF over word forms,
affixes, shapes, Brown clusters, word frequencies and a gazetteer, followed by a pass that makes one
article call one name by one label.

## How good it is

Exact spans on the development set of GermEval 2014, given its tokens, sentence by sentence, without the
second pass. The settings were chosen on this set (differences of half a point between settings are
noise); no test set was looked at, and the second pass was tried on a single article. Expect a little less
on new text, and clearly less on text that is neither news nor Wikipedia. Names that came up after 2013
are mostly unknown to it.

{table(figures)}

Scores are probabilities calibrated on the same set (share of the suggestions in a range that is right):

| score | suggestions | right |
|---|---:|---:|
{rows}

## What it was made of

GermEval 2014, training set (23,999 sentences of news and Wikipedia, 2009–2013), outer layer:

{checksums}

{chosen}

    python -m desktop.nlp.training.german --data ../shared/ner-data --out resources/models/de

## Licence and attribution

The model is distributed under CC BY 4.0; the licences of the tables inside it are in `LICENSES.txt`.

{_ATTRIBUTION}
"""
