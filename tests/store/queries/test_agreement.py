"""What of a store is compared: whose sets, which spans, and which stances are the same."""

from fractions import Fraction
from typing import Any

import pytest
from sqlalchemy import event

from store.errors import AnnotatorUnknown, ReadersTooFew
from store.operations import actors, articles, spans, stances, topics
from store.queries.agreement import AgreementOptions, agreement
from store.queries.suggestions import MEMORY
from store.values import Holder


def compared(desk: Any, *names: str, **options: Any) -> Any:
    with desk.store.read() as conn:
        return agreement(conn, names, AgreementOptions(**options))


def mark(desk: Any, article: int, word: str, label: str | None = "PER", *, work: Any = None) -> int:
    start, end = desk.place(article, word)
    return spans.add(desk.store, work or desk.work, article, start=start, end=end, label=label).span


def take(
    desk: Any, article: int, holder: Holder, label: str, topic: int, *, work: Any = None, **how: Any
) -> int:
    return stances.add(
        desk.store, work or desk.work, article, holder=holder, label=label, topic_id=topic, **how
    ).stance


def finish(desk: Any, article: int, *works: Any) -> None:
    for work in works:
        articles.finish(desk.store, work, article, seen=[])


@pytest.fixture
def topic(desk) -> int:
    return topics.add(desk.store, desk.work, key="eu", kind="issue", wording={"de": "EU"}).entry


def test_only_finished_sets_that_two_readers_share_count(desk, topic: int) -> None:
    both, alone, begun = desk.article(), desk.article(), desk.article()
    bela = desk.colleague()
    for article, works in ((both, (desk.work, bela)), (alone, (desk.work,)), (begun, (desk.work, bela))):
        for work in works:
            mark(desk, article, "Putin", work=work)
    finish(desk, both, desk.work, bela)
    finish(desk, alone, desk.work)
    finish(desk, begun, desk.work)
    assert compared(desk).articles == 1
    assert compared(desk, unfinished=True).articles == 2
    assert compared(desk, unfinished=True, round="main").pairs[0].spans.f1() == 1
    assert compared(desk, round="pilot").articles == 0


def test_a_model_is_a_reader_like_any_other_but_for_labels_that_are_off(desk) -> None:
    article = desk.article()
    desk.suggest(article, ("Wladimir Putin", "PER"), ("Moskau", "LOC"), ("EU", "MISC"), version="2")
    mark(desk, article, "Wladimir Putin")
    finish(desk, article, desk.work)
    (pair,) = compared(desk, "Ada", "m").pairs
    assert (pair.first.name, pair.second.name) == ("Ada", "m 2")
    assert (pair.spans.first, pair.spans.second, float(pair.spans.f1())) == (1, 2, pytest.approx(2 / 3))
    assert [(item.kind, item.second) for item in pair.differences] == [("span_missing", "LOC")]
    assert compared(desk, "Ada", "m 2").pairs[0].matched == 0


def test_memory_is_no_reader_since_it_only_repeats_a_person(desk) -> None:
    article = desk.article()
    desk.suggest(article, ("Moskau", "LOC"), version="2")
    desk.suggest(article, ("Moskau", "LOC"), model=MEMORY, version="ada")
    mark(desk, article, "Moskau", "LOC")
    finish(desk, article, desk.work)
    assert [reader.name for reader in compared(desk).readers] == ["Ada", "m 2"]


def test_zones_out_of_scope_do_not_count_unless_asked_for(desk) -> None:
    article, bela = desk.article(), desk.colleague()
    articles.set_zones(desk.store, {article: [(0, 14, "dateline")]}, "rule")
    mark(desk, article, "Wladimir Putin")
    for work in (desk.work, bela):
        mark(desk, article, "Moskau", "LOC", work=work)
    finish(desk, article, desk.work, bela)
    assert compared(desk).pairs[0].spans.f1() == 1
    assert compared(desk, zones=True).pairs[0].spans.f1() == Fraction(2, 3)


def test_a_holder_is_its_actor_whichever_words_stand_for_it(desk, topic: int) -> None:
    article, bela = desk.article(), desk.colleague()
    putin = actors.add(desk.store, desk.work, name="Wladimir Putin", aliases=("Putin",)).entry
    full, short = (
        mark(desk, article, "Wladimir Putin"),
        mark(desk, article, "Der Kreml-Sprecher", None, work=bela),
    )
    actors.link(desk.store, desk.work, [full], putin)
    take(desk, article, Holder("span", span=full), "FAVOR", topic)
    theirs = take(desk, article, Holder("actor", actor=putin), "AGAINST", topic, work=bela)
    take(desk, article, Holder("span", span=short), "FAVOR", topic, work=bela)
    finish(desk, article, desk.work, bela)
    (pair,) = compared(desk).pairs
    assert (pair.matched, float(pair.detection)) == (1, pytest.approx(2 / 3))
    assert [(it.kind, it.what) for it in pair.differences if it.stance] == [
        ("stance_label", "Wladimir Putin → EU"),
        ("stance_missing", "Der Kreml-Sprecher → EU"),
    ]
    stances.delete(desk.store, bela, theirs)
    word = mark(desk, article, "Putin schwieg", None, work=bela)
    spans.delete(desk.store, bela, word)
    named = spans.add(desk.store, bela, article, start=9, end=14, label="PER").span  # "Putin", not linked
    take(desk, article, Holder("span", span=named), "FAVOR", topic, work=bela)
    assert compared(desk, unfinished=True).pairs[0].matched == 1, "a name of the actor means the actor"


def test_the_automatic_sentence_is_nobodys_evidence(desk, topic: int) -> None:
    article, bela = desk.article(), desk.colleague()
    for work, ranges in ((desk.work, [(0, 10), (20, 30)]), (bela, [(0, 10)])):
        row = take(desk, article, Holder("author"), "FAVOR", topic, work=work, evidence=(0, 47))
        if work == desk.work:
            stances.set_parts(desk.store, work, row, role="evidence", ranges=ranges)
        else:
            own = row
    finish(desk, article, desk.work, bela)
    assert compared(desk).pairs[0].evidence is None
    assert compared(desk, default_evidence=True).pairs[0].evidence == pytest.approx(40 / 67)
    stances.set_parts(desk.store, bela, own, role="evidence", ranges=[(0, 10)])
    assert compared(desk).pairs[0].evidence == pytest.approx(20 / 30)
    assert [item.kind for item in compared(desk).pairs[0].differences] == ["evidence"]


def test_one_reader_alone_cannot_agree(desk) -> None:
    article = desk.article()
    mark(desk, article, "Putin")
    with pytest.raises(ReadersTooFew):
        compared(desk)
    with pytest.raises(ReadersTooFew):
        compared(desk, "Ada", "Ada")
    with pytest.raises(AnnotatorUnknown):
        compared(desk, "Ada", "Zoe")


def test_readings_take_the_same_queries_for_one_article_and_for_many(desk) -> None:
    bela, sent, counted = desk.colleague(), list[str](), list[int]()
    event.listen(desk.store.engine, "before_cursor_execute", lambda *args: sent.append(args[2]))
    for _ in range(2):
        for _ in range(4):
            article = desk.article(f"Wladimir Putin schwieg. {len(sent)}")
            for work in (desk.work, bela):
                mark(desk, article, "Wladimir Putin", work=work)
            finish(desk, article, desk.work, bela)
        sent.clear()
        compared(desk)
        counted.append(len(sent))
    assert counted[0] == counted[1]


class StoppedError(Exception):
    """What somebody who cancels raises."""


def test_a_count_can_be_ended_between_two_articles(desk: Any) -> None:
    bea = desk.colleague("Bea")
    for number in range(4):
        article = desk.article(f"Anna lobt {number} die EU.")
        for work in (desk.work, bea):
            mark(desk, article, "Anna", work=work)
        finish(desk, article, desk.work, bea)
    calls: list[int] = []

    def between() -> None:
        calls.append(1)
        if len(calls) == 3:
            raise StoppedError

    with desk.store.read() as conn, pytest.raises(StoppedError):
        agreement(conn, (), AgreementOptions(), between)
    assert len(calls) == 3, "nothing was counted after it"
