"""Tables that a model is trained with: Brown clusters (package spacy-lookups-data, MIT) and CLDR names
(babel).

Only training needs those packages; what a model needs of them is stored with it.
"""

import gzip
import json
import re
from collections.abc import Iterator
from importlib.metadata import distribution
from importlib.resources import files
from itertools import islice
from typing import Any

from babel import Locale
from babel.core import get_global

from desktop.nlp.clusters import ClusterTable
from desktop.nlp.gazetteer import Gazetteer

GAZETTEER_LANGUAGES = ("de", "en", "fr", "es", "pt", "it", "nl", "sv", "da", "pl", "tr")
"""Languages whose spellings are looked up in a text of Latin script."""

_NOT_COUNTRIES = frozenset(("ZZ", "XA", "XB", "EU", "UN", "EZ", "QO"))
_BRACKETS = re.compile(r"\s*[\[(].*?[\])]")
_TOKEN = re.compile(r"\w+|[^\w\s]")

GERMAN_REGIONS = (
    "Baden-Württemberg", "Bayern", "Brandenburg", "Bremen", "Hessen", "Mecklenburg-Vorpommern",
    "Niedersachsen", "Nordrhein-Westfalen", "Rheinland-Pfalz", "Saarland", "Sachsen", "Sachsen-Anhalt",
    "Schleswig-Holstein", "Thüringen", "Burgenland", "Kärnten", "Niederösterreich", "Oberösterreich",
    "Salzburg", "Steiermark", "Tirol", "Vorarlberg", "Aargau", "Appenzell", "Basel", "Bern", "Freiburg",
    "Genf", "Glarus", "Graubünden", "Jura", "Luzern", "Neuenburg", "Nidwalden", "Obwalden",
    "Schaffhausen", "Schwyz", "Solothurn", "St. Gallen", "Tessin", "Thurgau", "Uri", "Waadt", "Wallis",
    "Zürich", "Südtirol",
)  # fmt: skip


def cluster_table(language: str, *, forms: int) -> ClusterTable:
    """The `forms` most frequent word forms of a language (de, en or es), packed."""
    clusters = _lookup(f"{language}_lexeme_cluster.json.gz")
    probabilities = _lookup(f"{language}_lexeme_prob.json.gz")
    frequent = sorted(probabilities.items(), key=lambda item: (-item[1], item[0]))
    known = ((form, int(clusters[form]), float(p)) for form, p in frequent if form in clusters)
    return ClusterTable.pack(islice(known, forms))


def gazetteer() -> Gazetteer:
    """CLDR's countries, cities, regions and languages in our languages, and German-speaking regions."""
    names: dict[str, set[str]] = {
        "COUNTRY": set(),
        "CITY": set(),
        "REGION": set(GERMAN_REGIONS),
        "LANGUAGE": set(),
    }
    for locale in map(Locale.parse, GAZETTEER_LANGUAGES):
        for code, name in locale.territories.items():
            if len(code) == 2 and code not in _NOT_COUNTRIES:
                names["COUNTRY"].add(name)
            elif code.isdigit():
                names["REGION"].add(name)
        names["LANGUAGE"].update(locale.languages.values())
        names["CITY"].update(zone["city"] for zone in locale.time_zones.values() if "city" in zone)
    zones = (zone for zone in get_global("zone_territories") if "/" in zone and not zone.startswith("Etc/"))
    names["CITY"].update(zone.rsplit("/", 1)[1].replace("_", " ") for zone in zones)
    return Gazetteer({kind: sorted(_spellings(kind, of_kind)) for kind, of_kind in names.items()})


def licences() -> str:
    """The licence texts that must go with what is taken from the tables."""
    clusters = distribution("spacy-lookups-data").read_text("LICENSE")
    names = files("babel").joinpath("locale-data", "LICENSE.unicode").read_text(encoding="utf-8")
    return f"Brown clusters, word probabilities (spacy-lookups-data)\n\n{clusters}\n\nNames (CLDR)\n\n{names}"


def _spellings(kind: str, names: set[str]) -> Iterator[str]:
    """Each name as written, split into tokens, and without what it has in brackets."""
    for name in names:
        for spelling in {name, " ".join(_TOKEN.findall(name)), _BRACKETS.sub("", name).strip()}:
            vague = kind in ("REGION", "LANGUAGE") and (len(spelling) < 3 or spelling.islower())
            if len(spelling) >= 2 and not vague:
                yield spelling


def _lookup(name: str) -> dict[str, Any]:
    data = files("spacy_lookups_data").joinpath("data", name).read_bytes()
    return json.loads(gzip.decompress(data))
