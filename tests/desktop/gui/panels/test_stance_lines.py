"""Stances as lines: worded by the kind of topic, grouped, filtered; and what of them is answered."""

from typing import Any

import pytest

from desktop.gui.panels.stance_answers import NOTHING, answers
from desktop.gui.panels.stance_lines import Names, StanceLine, fitting, grouped, lines
from desktop.nlp.proposals import Proposal
from store.values import Article, ArticlePage, Label, Span, Stance, StancePart, Topic

TEXT = "Der Kreml war verärgert. Paschinjan schwieg."
NAMES = Names(
    holders={"author": "Author"},
    labels=(
        Label(1, "FAVOR", {"en": "in favour", "en-x-issue": "for"}, "F", "", "", "▲", 1, "active"),
        Label(2, "AGAINST", {"en": "against", "en-x-claim": "denies it"}, "A", "", "", "▼", -1, "active"),
    ),
    topics=(
        Topic(1, "ties", "issue", {"en": "Ties"}, "", None, "active", 1),
        Topic(2, "stop", "claim", {"en": "They should have stopped it"}, "", None, "active", 2),
    ),
    actors={7: "Russia"},
    language="en",
)


def page(*stances: Stance) -> ArticlePage:
    nothing = dict.fromkeys(
        ("outlet", "author", "url", "published_at", "source_id", "retrieved_at", "rights")
    )
    article = Article(id=1, key="a", title="", language="de", sha256="", attrs={}, text=TEXT, **nothing)
    spans = (Span(1, 4, 9, "ORG", actor_id=7), Span(2, 25, 35, "PER"))
    return ArticlePage(article, (), None, spans, (), (), stances, (), True)


def stance(number: int, **fields: Any) -> Stance:
    given: dict[str, Any] = {
        "level": "statement",
        "holder_kind": "span",
        "label": "AGAINST",
        "holder_span": 1,
        "topic": 1,
    }
    return Stance(id=number, uid=str(number), **(given | fields))


FOUND = lines(
    page(
        stance(1, parts=(StancePart("evidence", 0, 25, 44, "marked"),), holder_span=2, label="FAVOR"),
        stance(
            2, parts=(StancePart("evidence", 0, 0, 24, "default"), StancePart("cue", 0, 14, 23, "marked"))
        ),
        stance(
            3, holder_kind="author", holder_span=None, level="article", topic=2, form="verbal", intensity=3
        ),
    ),
    NAMES,
)


def test_lines_stand_in_the_order_of_their_evidence_and_those_of_the_article_last() -> None:
    assert [line.id for line in FOUND] == [2, 1, 3]


def test_a_label_is_called_after_the_kind_of_its_topic_in_the_words_of_its_label_set() -> None:
    assert [line.name for line in FOUND] == ["against", "for", "denies it"]


@pytest.mark.parametrize(
    ("grouping", "groups"),
    [
        ("order", [("", [2, 1, 3])]),
        ("holder", [("Russia", [2]), ("Paschinjan", [1]), ("Author", [3])]),
        ("target", [("Ties", [2, 1]), ("They should have stopped it", [3])]),
    ],
)
def test_lines_are_grouped_by_whoever_or_whatever_it_is(grouping: Any, groups: list[Any]) -> None:
    assert [(name, [it.id for it in here]) for name, here in grouped(FOUND, grouping)] == groups


def test_every_typed_word_has_to_occur_somewhere() -> None:
    assert [it.id for it in fitting(FOUND, "russia verärg")] == [2]
    assert [it.id for it in fitting(FOUND, "ties")] == [2, 1]
    assert fitting(FOUND, "russia schwieg") == []


def states(line: StanceLine, proposal: Proposal = NOTHING, *, all_fields: bool) -> dict[str, str]:
    return {it.field: it.state for it in answers(line, proposal, all_fields=all_fields)}


def test_only_what_is_answered_is_shown_until_the_stance_is_in_hand() -> None:
    assert states(FOUND[2], all_fields=False) == {
        "form": "answered",
        "intensity": "answered",
        "level": "answered",
    }
    assert states(FOUND[0], all_fields=False) == {}


def test_in_hand_what_is_open_and_what_is_proposed_can_be_told_apart() -> None:
    shown = states(FOUND[0], Proposal(evidence=((0, 9),), form="emotion"), all_fields=True)
    assert shown["form"] == "proposed"
    assert shown["attribution"] == "open"
    assert shown["evidence"] == "proposed"
    assert shown["cue"] == "answered"
