"""Tables that a model is trained with: Brown clusters (package spacy-lookups-data, MIT) and CLDR names
(babel).

Only training needs those packages; what a model needs of them is stored with it.
"""

import gzip
import json
import re
from collections.abc import Iterable, Iterator, Mapping
from importlib.metadata import distribution
from importlib.resources import files
from itertools import islice
from typing import Any

from babel import Locale  # pyright: ignore[reportMissingImports]  # of the training extra
from babel.core import get_global  # pyright: ignore[reportMissingImports]

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
    frequent = sorted(probabilities(language).items(), key=lambda item: (-item[1], item[0]))
    known = ((form, int(clusters[form]), float(p)) for form, p in frequent if form in clusters)
    return ClusterTable.pack(islice(known, forms))


def probabilities(language: str) -> dict[str, float]:
    """Word form -> natural log probability (de, en or es)."""
    return _lookup(f"{language}_lexeme_prob.json.gz")


def no_clusters() -> ClusterTable:
    """For a language that has no table."""
    return ClusterTable.pack(())


def gazetteer(
    languages: Iterable[str] = GAZETTEER_LANGUAGES,
    *,
    regions: Iterable[str] = GERMAN_REGIONS,
    more: Mapping[str, Iterable[str]] | None = None,
) -> Gazetteer:
    """CLDR's countries, cities, regions and languages as some languages spell them, and `more` by class."""
    names: dict[str, set[str]] = {
        "COUNTRY": set(),
        "CITY": set(),
        "REGION": set(regions),
        "LANGUAGE": set(),
    }
    for locale in map(Locale.parse, languages):
        for code, name in locale.territories.items():
            if len(code) == 2 and code not in _NOT_COUNTRIES:
                names["COUNTRY"].add(name)
            elif code.isdigit():
                names["REGION"].add(name)
        names["LANGUAGE"].update(locale.languages.values())
        names["CITY"].update(zone["city"] for zone in locale.time_zones.values() if "city" in zone)
    zones = (zone for zone in get_global("zone_territories") if "/" in zone and not zone.startswith("Etc/"))
    names["CITY"].update(zone.rsplit("/", 1)[1].replace("_", " ") for zone in zones)
    known = {kind: sorted(_spellings(kind, of_kind)) for kind, of_kind in names.items()}
    return Gazetteer(known | {kind: sorted(of_kind) for kind, of_kind in (more or {}).items()})


def licences(*, clusters: bool) -> str:
    """The licence texts that must go with what is taken from the tables."""
    parts = {"Given names and surnames (Faker)": _licence_of("Faker")}
    if clusters:
        parts["Brown clusters, word probabilities (spacy-lookups-data)"] = _licence_of("spacy-lookups-data")
    return "\n".join((cldr_licence(), *(f"{title}\n\n{text.strip()}\n" for title, text in parts.items())))


def cldr_licence() -> str:
    """The licence text that must go with names of CLDR."""
    text = files("babel").joinpath("locale-data", "LICENSE.unicode").read_text(encoding="utf-8")
    return f"Names of countries, cities, languages (CLDR)\n\n{text.strip()}\n"


def _licence_of(package: str) -> str:
    """The licence file that a package carries, wherever it has it."""
    found = distribution(package)
    file = next(path for path in found.files or () if path.name.startswith("LICENSE"))
    return file.read_text(encoding="utf-8")


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
