"""A pipeline for a language that has no data: countries and large towns, found as they are written."""

from pathlib import Path

import spacy
from spacy.language import Language
from spacy.pipeline import EntityRuler

from desktop.nlp.training import lookups, name_sources
from desktop.nlp.training.building import SPACY

LANGUAGE = "ar"
LICENSE = "CC BY 4.0"
VERSION = "2.0.0"
_MIN_LETTERS = 4
"""Shorter names are too often other words."""

CARD = """\
# lesart_ar {version}

Arabic: names of countries and large towns (LOC), found as they are written; people and organisations are not
found, nor names with a particle written to them. There are no annotated Arabic data under a licence that
allows a model, so there are **no figures**: take it for a list, not for a model.

## What it was made of

{count} names. Made by

    ./run train ar

## Licence and attribution

Distributed under {license}. Names from Unicode CLDR (Unicode-3.0, see `LICENSES.txt`) and from GeoNames
(https://www.geonames.org/, CC BY 4.0); pruned.
"""


def names() -> set[str]:
    """The names that are looked for."""
    countries = lookups.gazetteer([LANGUAGE], regions=()).names("COUNTRY")
    towns = {
        spelling
        for town in name_sources.towns(at_least=15000)
        if town.inhabitants >= name_sources.LARGE
        for spelling in town.spellings
    }
    return {
        name
        for name in countries | towns
        if len(name) >= _MIN_LETTERS and name_sources.ARABIC.fullmatch(name) and name == name.strip()
    }


def pipeline(found: set[str]) -> Language:
    """A spaCy pipeline of spaCy's own rules alone."""
    nlp = spacy.blank(LANGUAGE)
    ruler = nlp.add_pipe("entity_ruler")
    assert isinstance(ruler, EntityRuler)
    ruler.add_patterns([{"label": "LOC", "pattern": name} for name in sorted(found)])
    nlp.meta.update(
        name=f"lesart_{LANGUAGE}",
        version=VERSION,
        description="Countries and large towns in Arabic texts, from lists.",
        author="The Lesart authors",
        license=LICENSE,
        spacy_version=SPACY,
    )
    return nlp


def write(out: Path) -> None:
    """The model folder with its card and licences."""
    found = names()
    pipeline(found).to_disk(out)
    card = CARD.format(version=VERSION, count=len(found), license=LICENSE)
    (out / "MODEL_CARD.md").write_text(card, encoding="utf-8")
    (out / "LICENSES.txt").write_text(lookups.licences(clusters=False), encoding="utf-8")
