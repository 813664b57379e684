"""What the variables of DNA's statements mean, of any statement type.

They are known by their names: `person` and `organization` (or `actor`, `speaker`) are the holder, `concept`
(or `claim`, `issue`) is the topic, an integer `stance` or a boolean is the label; all other values stay in
the stance's `attrs`.
"""

from typing import Any
from uuid import NAMESPACE_URL, uuid5

from store.formats.records import VERSION
from store.formats.scheme_records import ActorRecord, ProjectRecord, TopicRecord
from store.formats.stances.stance_corpora import topic_record
from store.formats.stances.statements import Codebook
from store.keys import free_key, key_of

PEOPLE, ORGANIZATIONS = ("person", "speaker", "actor"), ("organization", "organisation")
CONCEPTS, LABELS = ("concept", "claim", "issue", "category"), ("stance", "agreement", "position")
_SIDES = {-1: "AGAINST", 0: "NEUTRAL", 1: "FAVOR"}

Values = dict[str, Any]
"""The values of a statement by the lower-case name of their variable."""


def told(codebook: Codebook, code: str) -> str:
    """-1, 0 or 1."""
    polarity = codebook.polarity(code)
    return "0" if not polarity else "1" if polarity > 0 else "-1"


def code_of(codebook: Codebook, label: str) -> str | None:
    """Our label for one of the three."""
    return codebook.code_of(float(label)) if label in ("-1", "0", "1") else None


def first(values: Values, names: tuple[str, ...]) -> str:
    """The first of some values that says something; "" where none does."""
    return next((str(values[name]) for name in names if values.get(name)), "")


def holder_of(values: Values) -> tuple[str, str]:
    """The person, else the organization, and the actor's type."""
    person = first(values, PEOPLE)
    return (person, "PER") if person else (first(values, ORGANIZATIONS), "ORG")


def label_of(values: Values) -> str | None:
    """FAVOR, AGAINST or NEUTRAL: of a number its sign, of a yes or no the side; None where nothing says it.

    Raises ValueError for what is no whole number.
    """
    name = next((name for name in LABELS if name in values), None)
    if name is None:
        return None
    number = int(values[name])
    if "stance" in values:
        return _SIDES[(number > 0) - (number < 0)]
    return "FAVOR" if number > 0 else "AGAINST"


def rest_of(values: Values) -> Values:
    """What is neither holder, topic nor label; the organization of a person, too."""
    name = next((name for name in LABELS if name in values), "")
    used = {*PEOPLE, *ORGANIZATIONS, *CONCEPTS, name}
    rest = {key: value for key, value in values.items() if value not in ("", None) and key not in used}
    organization = first(values, ORGANIZATIONS)
    if organization and organization != holder_of(values)[0]:
        rest["organization"] = organization
    return rest


class Book:
    """Actors and topics by name, as they turn up. Their uids are the same at every import."""

    def __init__(self, language: str) -> None:
        self._language = language
        self._actors: dict[str, ActorRecord] = {}
        self._topics: dict[str, TopicRecord] = {}

    def project(self) -> ProjectRecord:
        """Only what is added to a project."""
        return ProjectRecord(
            VERSION,
            "",
            "",
            "",
            partial=True,
            actors=list(self._actors.values()),
            topics=list(self._topics.values()),
        )

    def actor(self, name: str, kind: str) -> str:
        """The uid of an actor."""
        if name not in self._actors:
            uid = str(uuid5(NAMESPACE_URL, f"lesart:dna:actor:{name}"))
            self._actors[name] = ActorRecord(uid, name, kind)
        return self._actors[name].uid

    def topic(self, name: str) -> str:
        """The key of a topic."""
        if name not in self._topics:
            key = free_key(key_of(name, "topic"), {topic.key for topic in self._topics.values()})
            self._topics[name] = topic_record(key, name, self._language)
        return self._topics[name].key
