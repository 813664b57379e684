"""What memory says of an article: its own set, frozen once somebody has begun, shown to one person only."""

from sqlalchemy import func, select

from store import history
from store.operations import codebook, memory, spans, suggestions
from store.queries import queue
from store.queries.memory import kept
from store.queries.suggestions import MEMORY
from store.tables import core as t
from store.values import Evidence, Memo, ProjectSettings, Recalled, Withheld

KNOWN = Evidence(confirmed=4, against=1, last="")


def recalled(desk, article: int, word: str, label: str, *, evidence: Evidence = KNOWN) -> Recalled:
    return Recalled(*desk.place(article, word), label, 0.9, evidence)


def withheld(desk, article: int, word: str, label: str) -> Withheld:
    return Withheld(*desk.place(article, word), label)


def count(desk, table) -> int:
    with desk.store.read() as conn:
        return conn.execute(select(func.count()).select_from(table)).scalar_one()


def test_what_memory_suggests_is_shown_with_what_it_rests_on(desk) -> None:
    first, article = desk.article(title="Der erste"), desk.article()
    desk.suggest(article, ("Moskau", "LOC"), score=0.6)
    key = desk.page(first).article.key
    known = Evidence(confirmed=4, against=1, last=key)
    memo = Memo(
        (recalled(desk, article, "EU", "ORG", evidence=known), recalled(desk, article, "Moskau", "LOC"))
    )
    assert memory.remember(desk.store, desk.work, article, memo)
    shown = {one.label: one for one in desk.page(article).suggestions}
    assert shown["ORG"].models == (MEMORY,)
    assert shown["ORG"].evidence == Evidence(confirmed=4, against=1, last="Der erste")
    assert shown["LOC"].models == ("m", MEMORY)
    assert shown["LOC"].score == 0.9


def test_a_decision_on_what_both_suggest_names_the_model(desk) -> None:
    article = desk.article()
    (row,) = desk.suggest(article, ("Moskau", "LOC"))
    memory.remember(desk.store, desk.work, article, Memo((recalled(desk, article, "Moskau", "LOC"),)))
    assert [one.id for one in desk.page(article).suggestions] == [row]


def test_what_memory_speaks_against_is_kept_back_and_not_lost(desk) -> None:
    article = desk.article()
    desk.suggest(article, ("Moskau", "LOC"), ("EU", "ORG"))
    against = withheld(desk, article, "Moskau", "LOC")
    memory.remember(desk.store, desk.work, article, Memo((), (against,)))
    assert desk.suggested(article) == ["EU"]
    assert desk.page(article).withheld == (against,)
    assert desk.page(article).rejections == ()


def test_each_person_has_a_memory_of_their_own(desk) -> None:
    article = desk.article()
    memory.remember(desk.store, desk.work, article, Memo((recalled(desk, article, "EU", "ORG"),)))
    assert desk.suggested(article) == ["EU"]
    assert desk.suggested(article, work=desk.colleague()) == []


def test_what_is_remembered_makes_no_run_so_that_exports_do_not_grow_with_each_article_that_is_opened(
    desk,
) -> None:
    for article in (desk.article(), desk.article()):
        memory.remember(desk.store, desk.work, article, Memo((recalled(desk, article, "EU", "ORG"),)))
    assert count(desk, t.run) == 0


def test_what_it_said_is_replaced_until_the_article_is_begun(desk) -> None:
    article = desk.article()
    one, other = recalled(desk, article, "EU", "ORG"), recalled(desk, article, "Moskau", "LOC")
    assert memory.remember(desk.store, desk.work, article, Memo((one,)))
    assert not memory.remember(desk.store, desk.work, article, Memo((one,)))
    assert memory.remember(desk.store, desk.work, article, Memo((other,)))
    assert desk.suggested(article) == ["Moskau"]
    spans.add(desk.store, desk.work, article, start=0, end=8, label="PER")
    assert not memory.remember(desk.store, desk.work, article, Memo((one,)))
    assert desk.suggested(article) == ["Moskau"]


def test_an_article_that_was_begun_before_memory_had_anything_to_say_is_told_once(desk) -> None:
    article = desk.article()
    spans.add(desk.store, desk.work, article, start=0, end=8, label="PER")
    assert memory.remember(desk.store, desk.work, article, Memo((recalled(desk, article, "EU", "ORG"),)))
    assert not memory.remember(desk.store, desk.work, article, Memo())
    assert desk.suggested(article) == ["EU"]


def test_having_nothing_to_say_leaves_no_trace(desk) -> None:
    article = desk.article()
    before = desk.rows(but=())
    assert not memory.remember(desk.store, desk.work, article, Memo())
    assert desk.rows(but=()) == before


def test_what_memory_suggests_is_taken_over_like_any_suggestion(desk) -> None:
    article = desk.article()
    memory.remember(desk.store, desk.work, article, Memo((recalled(desk, article, "EU", "ORG"),)))
    (offered,) = desk.page(article).suggestions
    suggestions.accept(desk.store, desk.work, article, offered.id)
    page = desk.page(article)
    assert [(span.made, span.origin) for span in page.spans] == [("accepted", offered.id)]
    assert page.suggestions == ()
    assert page.set.shown_model is not None
    history.undo(desk.store, desk.work)
    assert desk.suggested(article) == ["EU"]


def test_what_follows_from_a_decision_goes_back_with_it(desk) -> None:
    article = desk.article()
    desk.suggest(article, ("Moskau", "LOC"))
    before = desk.rows(but=("change", "annotator"))
    touched = spans.add(desk.store, desk.work, article, start=0, end=8, label="PER")
    memo = Memo((recalled(desk, article, "EU", "ORG"),), (withheld(desk, article, "Moskau", "LOC"),))
    memory.follow(desk.store, desk.work, article, memo, part_of=touched.step)
    assert desk.suggested(article) == ["EU"]
    history.undo(desk.store, desk.work)
    assert desk.rows(but=("change", "annotator")) == before
    redone = history.redo(desk.store, desk.work)
    assert desk.suggested(article) == ["EU"]
    assert redone.span == desk.page(article).spans[0].id


def test_what_follows_releases_what_was_kept_back(desk) -> None:
    article = desk.article()
    desk.suggest(article, ("Moskau", "LOC"))
    against = withheld(desk, article, "Moskau", "LOC")
    memory.remember(desk.store, desk.work, article, Memo((), (against,)))
    touched = spans.add(desk.store, desk.work, article, start=0, end=8, label="PER")
    memory.follow(desk.store, desk.work, article, Memo(released=(against,)), part_of=touched.step)
    assert desk.suggested(article) == ["Moskau"]


def test_where_memory_is_switched_off_its_sets_are_not_shown(desk) -> None:
    article = desk.article()
    desk.suggest(article, ("Moskau", "LOC"))
    memo = Memo((recalled(desk, article, "EU", "ORG"),), (withheld(desk, article, "Moskau", "LOC"),))
    memory.remember(desk.store, desk.work, article, memo)
    codebook.change_settings(desk.store, desk.work, ProjectSettings(memory="off"))
    assert desk.suggested(article) == ["Moskau"]
    with desk.store.read() as conn:
        assert list(queue.ids(conn, desk.work, undecided=True)) == [article]


def test_the_queue_knows_what_memory_left_open_and_what_it_keeps_back(desk) -> None:
    kept_back, known, plain = (desk.article() for _ in range(3))
    desk.suggest(kept_back, ("Moskau", "LOC"))
    memory.remember(desk.store, desk.work, kept_back, Memo((), (withheld(desk, kept_back, "Moskau", "LOC"),)))
    memory.remember(desk.store, desk.work, known, Memo((recalled(desk, known, "EU", "ORG"),)))
    desk.suggest(plain, ("Moskau", "LOC"))
    colleague = desk.colleague()
    with desk.store.read() as conn:
        assert list(queue.ids(conn, desk.work, undecided=True)) == [known, plain]
        assert list(queue.ids(conn, colleague, undecided=True)) == [kept_back, plain]


def test_what_was_said_is_read_back_as_it_was(desk) -> None:
    article = desk.article()
    memo = Memo((recalled(desk, article, "EU", "ORG"),), (withheld(desk, article, "Moskau", "LOC"),))
    memory.remember(desk.store, desk.work, article, memo)
    with desk.store.read() as conn:
        found = kept(conn, desk.work, article)
    assert found is not None
    assert found[1] == memo
