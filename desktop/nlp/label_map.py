"""What a pipeline's label means here: a table from other schemes to PER, ORG, LOC, MISC, and sub-labels to
forms.

A preset whose label set is a pipeline's own (`ontonotes`) keeps the labels as they are.
"""

import re
from collections.abc import Mapping

from store.vocabulary import SpanForm

Meaning = tuple[str, SpanForm]
"""Label code and form."""

_PLAIN: dict[str, tuple[str, ...]] = {
    "PER": ("PER", "PERSON", "PRS", "PS", "persName", "Person"),
    "ORG": ("ORG", "ORGANIZATION", "OG", "orgName", "Organization"),
    "LOC": (
        "LOC",
        "GPE",
        "FAC",
        "FACILITY",
        "LC",
        "GPE_LOC",
        "LOCATION",
        "placeName",
        "geogName",
        "Location",
    ),
    "MISC": (
        "MISC",
        "OTH",
        "NORP",
        "EVENT",
        "PRODUCT",
        "WORK_OF_ART",
        "LAW",
        "LANGUAGE",
        "EVN",
        "WRK",
        "PROD",
        "EVT",
    ),
}
_OTHER: dict[str, Meaning] = {
    "GPE_ORG": ("ORG", "plain"),
    "NAT_REL_POL": ("MISC", "derived"),
    "DRV": ("MISC", "derived"),
}
_DROPPED = (
    "CARDINAL ORDINAL DATE TIME PERCENT MONEY QUANTITY NUMERIC NUMERIC_VALUE DATETIME PERIOD DT TI "
    "QT TME MSR date time"
)

NEWS: Mapping[str, Meaning | None] = {
    **{theirs: (ours, "plain") for ours, all_theirs in _PLAIN.items() for theirs in all_theirs},
    **_OTHER,
    **dict.fromkeys(_DROPPED.split()),
}
"""Their label -> our meaning; None: numbers and dates, which are no names."""

RAW: Mapping[str, Meaning | None] = {}
"""Labels stay as they are."""

_WITH_FORMS = frozenset(("PER", "ORG", "LOC", "MISC", "OTH"))
_FORMS: tuple[tuple[str, SpanForm], ...] = (("deriv", "derived"), ("part", "part"))
_PREFIXES = re.compile(r"(?:(?:Ex|Nicht|Anti|Pro|Vize|Ein|Ur|Neo|Post|Prä|Mit)-)+", re.IGNORECASE)


def mapping_for(preset: str) -> Mapping[str, Meaning | None]:
    """The table that goes with a project's preset."""
    return RAW if preset == "ontonotes" else NEWS


def meaning(label: str, mapping: Mapping[str, Meaning | None]) -> Meaning | None:
    """Label and form of a pipeline's label, None where it is dropped; an unknown label keeps its name.

    GermEval's sub-labels become forms: LOCderiv is LOC, derived.
    """
    for suffix, form in _FORMS:
        base = label.removesuffix(suffix)
        if base != label and base in _WITH_FORMS:
            known = meaning(base, mapping)
            return known and (known[0], form)
    return mapping.get(label, (label, "plain"))


def named(label: str, form: SpanForm) -> str:
    """The name of a label with its form, as readings have it: LOCderiv; inverse of `meaning`."""
    return label + next((suffix for suffix, its_form in _FORMS if its_form == form), "")


def named_part(compound: str) -> tuple[int, int]:
    """The range of the name in a hyphen compound: „Kreml“ of „Kreml-Sprecher“, „FC-Bayern“ of
    „Ex-FC-Bayern-Trainer“.

    A compound without a hyphen keeps its whole range: where its name ends only a dictionary knows.
    """
    prefix = _PREFIXES.match(compound)
    start = prefix.end() if prefix else 0
    end = compound.rstrip("-").rfind("-")
    return (start, end) if end > start else (0, len(compound))
