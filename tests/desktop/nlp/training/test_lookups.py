"""Needs the training extra; a machine that only runs the program skips this."""

import pytest

pytest.importorskip("babel")

from desktop.nlp.training import lookups


def test_the_gazetteer_knows_countries_cities_and_regions() -> None:
    names = lookups.gazetteer()
    expected = {"Armenien": "COUNTRY", "Moskau": "CITY", "Sachsen-Anhalt": "REGION", "Armenia": "COUNTRY"}
    assert {name: names.find(name) for name in expected} == expected
    assert names.find("EU") is None
