"""The queue: what narrows it, what it is sorted by, and what it costs to look at a long one."""

from typing import Any

import pytest
from sqlalchemy import event

from store.operations import articles as operations
from store.operations import spans, suggestions
from store.operations.stories import set_stories
from store.queries import articles
from store.queries import queue as queries
from store.vocabulary import QueueOrder, choices


@pytest.fixture
def queue(desk) -> list[int]:
    """Seven articles: new, in progress, done, left out, flagged, and two more new ones."""
    ids = [
        desk.article(language="de", outlet="Blatt", title="Gipfel in Köln"),
        desk.article(language="de", outlet="Kurier"),
        desk.article("The EU summit ended.", language="en", outlet="Blatt"),
        desk.article(language="de"),
        desk.article(),
        desk.article("総理は莫斯科を訪れた。", language="ja"),
        desk.article(),
    ]
    spans.add(desk.store, desk.work, ids[1], start=0, end=3, label="PER")
    operations.finish(desk.store, desk.work, ids[2], seen=[])
    operations.exclude(desk.store, desk.work, ids[3], reason="stub")
    operations.set_flag(desk.store, desk.work, ids[4], "ansehen")
    return ids


FILTERS = [
    ({}, [0, 1, 2, 3, 4, 5, 6]),
    ({"status": "new"}, [0, 5, 6]),
    ({"status": "in_progress"}, [1, 4]),
    ({"status": "done"}, [2]),
    ({"status": ("done", "excluded")}, [2, 3]),
    ({"language": "de"}, [0, 1, 3]),
    ({"language": ""}, [4, 6]),
    ({"outlet": "Blatt"}, [0, 2]),
    ({"outlet": "Blatt", "status": "new"}, [0]),
    ({"flagged": True}, [4]),
    ({"flagged": False}, [0, 1, 2, 3, 5, 6]),
    ({"search": "koln"}, [0]),
    ({"search": "summit EU"}, [2]),
    ({"search": "莫斯科"}, [5]),
    ({"search": "nichts"}, []),
    ({"search": "-"}, [0, 1, 2, 3, 4, 5, 6]),
]


@pytest.mark.parametrize(("filters", "expected"), FILTERS, ids=str)
def test_the_queue_is_narrowed(desk, queue: list[int], filters: dict[str, Any], expected: list[int]) -> None:
    wanted = [queue[place] for place in expected]
    with desk.store.read() as conn:
        assert list(queries.ids(conn, desk.work, **filters)) == wanted
        assert [head.id for head in queries.heads(conn, desk.work, **filters)] == wanted
        assert queries.count(conn, desk.work, **filters) == len(wanted)


def test_the_first_articles_of_the_queue_come_with_what_is_shown_of_them(desk, queue: list[int]) -> None:
    with desk.store.read() as conn:
        first = queries.heads(conn, desk.work, limit=3)
    assert [head.id for head in first] == queue[:3]
    assert (first[0].title, first[0].status, first[1].status) == ("Gipfel in Köln", "new", "in_progress")


def test_everybody_has_a_queue_of_their_own(desk, queue: list[int]) -> None:
    bela = desk.colleague()
    with desk.store.read() as conn:
        assert queries.count(conn, bela, status="new") == 7
        assert articles.progress(conn, bela) == {"new": 7, "in_progress": 0, "done": 0, "excluded": 0}
        assert articles.progress(conn, desk.work) == {"new": 3, "in_progress": 2, "done": 1, "excluded": 1}


def test_what_is_left_undecided_can_be_found(desk, queue: list[int]) -> None:
    decided, open_one, _ = queue[0], queue[5], desk.suggest(queue[4])
    (eu,) = desk.suggest(decided, ("EU", "ORG"))
    desk.suggest(open_one, ("総理", "PER"))
    desk.suggest(queue[2], ("EU", "ORG"))
    suggestions.reject(desk.store, desk.work, decided, eu)
    with desk.store.read() as conn:
        assert [head.id for head in queries.heads(conn, desk.work, undecided=True)] == [open_one]
        assert queries.count(conn, desk.work, undecided=False) == 6
        assert queries.count(conn, desk.colleague(), undecided=True) == 3


def test_the_next_open_article_comes_after_this_one_or_from_the_beginning(desk, queue: list[int]) -> None:
    with desk.store.read() as conn:
        assert queries.next_open(conn, desk.work, queue[1]) == queue[4]
        assert queries.next_open(conn, desk.work, queue[6]) == queue[0]
    for article in queue:
        operations.finish(desk.store, desk.work, article, seen=[]) if article != queue[3] else None
    with desk.store.read() as conn:
        assert queries.next_open(conn, desk.work, queue[0]) is None


def test_the_next_open_article_of_a_list_comes_in_its_order_and_goes_round(desk, queue: list[int]) -> None:
    listed = [queue[6], queue[2], queue[4], queue[3], queue[0]]
    with desk.store.read() as conn:
        assert queries.next_open(conn, desk.work, queue[6], listed) == queue[4]
        assert queries.next_open(conn, desk.work, queue[4], listed) == queue[0]
        assert queries.next_open(conn, desk.work, queue[0], listed) == queue[6]
        assert queries.next_open(conn, desk.work, queue[2], [queue[2], queue[3]]) is None
        assert queries.next_open(conn, desk.work, queue[1], listed) == queue[6]


def test_days_are_both_included(desk) -> None:
    dated = [
        desk.article(published_at=at) for at in ("2025-03-01", "2025-03-02T23:59:59Z", "2025-03-03", None)
    ]
    for since, until, expected in (
        ("2025-03-02", None, dated[1:3]),
        (None, "2025-03-02", dated[:2]),
        ("2025-03-02", "2025-03-02", dated[1:2]),
    ):
        with desk.store.read() as conn:
            assert list(queries.ids(conn, desk.work, since=since, until=until)) == expected


def test_a_label_is_looked_for_on_own_spans_and_on_what_is_still_suggested(desk) -> None:
    own, open_one, decided, _ = (desk.article() for _ in range(4))
    spans.add(desk.store, desk.work, own, start=0, end=8, label="PER")
    desk.suggest(own, ("Moskau", "LOC"))
    desk.suggest(open_one, ("Putin", "PER"), ("Moskau", "LOC"))
    (putin,) = desk.suggest(decided, ("Putin", "PER"))
    suggestions.reject(desk.store, desk.work, decided, putin)

    def found(**filters: Any) -> list[int]:
        with desk.store.read() as conn:
            return list(queries.ids(conn, desk.work, **filters))

    assert found(label="PER") == [own, open_one]
    assert found(label="LOC") == [own, open_one]
    assert found(label="ORG") == []
    assert found(label="PER", undecided=True) == [open_one]
    assert found(label="PER", undecided=False) == []
    with desk.store.read() as conn:
        assert list(queries.ids(conn, desk.colleague(), label="PER")) == [open_one, decided]


def test_suggestions_with_a_low_score_and_unsure_spans_can_be_found(desk) -> None:
    low, high, mixed = (desk.article() for _ in range(3))
    desk.suggest(low, ("Putin", "PER"), score=0.4)
    desk.suggest(high, ("Putin", "PER"), score=0.95)
    desk.suggest(mixed, ("Putin", "PER"), score=0.6)
    touched = spans.add(desk.store, desk.work, high, start=0, end=8, label="PER")
    spans.set_unsure(desk.store, desk.work, touched.span, True)
    with desk.store.read() as conn:
        assert list(queries.ids(conn, desk.work, below=0.5)) == [low]
        assert list(queries.ids(conn, desk.work, below=0.7)) == [low, mixed]
        assert list(queries.ids(conn, desk.work, below=0.7, label="LOC")) == []
        assert list(queries.ids(conn, desk.work, least=0.6, below=0.7)) == [mixed]
        assert list(queries.ids(conn, desk.work, least=0.6)) == [high, mixed]
        assert list(queries.ids(conn, desk.work, unsure=True)) == [high]
        assert list(queries.ids(conn, desk.work, unsure=False)) == [low, mixed]
        assert list(queries.ids(conn, desk.work, order="unsure_first")) == [low, mixed, high]


def test_the_order_by_doubt_goes_by_what_the_newest_model_shows(desk) -> None:
    earlier, hidden, sure = (desk.article() for _ in range(3))
    desk.suggest(earlier, ("Putin", "PER"), score=0.1)
    desk.suggest(earlier, ("Putin", "PER"), score=0.95, version="2")
    desk.suggest(hidden, ("EU", "MISC"), score=0.2)
    desk.suggest(sure, ("Putin", "PER"), score=0.9)
    with desk.store.read() as conn:
        assert list(queries.ids(conn, desk.work, order="unsure_first")) == [sure, earlier, hidden]


def test_every_order_lists_all_and_what_says_nothing_comes_last(desk) -> None:
    columns = ("title", "outlet", "published_at")
    rows = [("b", "X", "2025-02-01"), ("A", None, None), ("c", "W", "2025-03-01")]
    b, a, c = (desk.article(**dict(zip(columns, row, strict=True))) for row in rows)
    expected: dict[str, list[int]] = {
        "imported": [b, a, c], "newest": [c, b, a], "oldest": [b, c, a], "title": [a, b, c],
        "outlet": [c, b, a], "unsure_first": [b, a, c], "spread": [a, b, c], "random": [a, b, c],
    }  # fmt: skip
    assert set(expected) == set(choices(QueueOrder))
    for order, wanted in expected.items():
        with desk.store.read() as conn:
            assert list(queries.ids(conn, desk.work, order=order)) == wanted, order


def test_rows_come_in_the_order_asked_for_with_what_a_search_hit(desk) -> None:
    one = desk.article("Die EU tagt. Die EU schweigt.", title="EU")
    two = desk.article("総理は莫斯科を訪れた。", title="総理")
    with desk.store.read() as conn:
        found = queries.rows_of(conn, desk.work, [two, 4711, one], search="eu")
        assert [head.id for head in found] == [two, one]
        eu = found[1]
        assert (eu.hits, [eu.snippet[a:b] for a, b in eu.marks]) == (2, ["EU", "EU"])
        assert queries.rows_of(conn, desk.work, [two], search="莫斯科")[0].hits == 1
        assert queries.rows_of(conn, desk.work, [two])[0].snippet == ""


def test_a_page_of_a_long_queue_costs_no_more_than_one_of_a_short_one(file_desk) -> None:
    desk = file_desk
    listed = [desk.article() for _ in range(300)]
    sent: list[str] = []

    def note(_conn: Any, _cursor: Any, statement: str, *_: Any) -> None:
        if statement.startswith("SELECT"):
            sent.append(statement)

    event.listen(desk.store.engine, "before_cursor_execute", note)
    with desk.store.read() as conn:
        assert len(queries.rows_of(conn, desk.work, listed[-64:])) == 64
        (read,) = sent
        plan = conn.exec_driver_sql(f"EXPLAIN QUERY PLAN {read}", (*[0] * read.count("?"),)).all()
    assert "SEARCH article USING INTEGER PRIMARY KEY" in plan[0][3]
    assert not [row for row in plan if row[3].startswith("SCAN")]


@pytest.mark.parametrize("order", ["imported", "newest", "outlet"])
def test_the_ids_of_a_queue_are_read_from_an_index_and_never_past_a_text(
    file_desk, order: QueueOrder
) -> None:
    desk = file_desk
    sent: list[tuple[str, Any]] = []
    event.listen(
        desk.store.engine,
        "before_cursor_execute",
        lambda _c, _u, statement, parameters, *_: sent.append((statement, parameters)),
    )
    with desk.store.read() as conn:
        queries.ids(conn, desk.work, order=order)
        asked, parameters = next(it for it in sent if it[0].startswith("SELECT"))
        plan = [row[3] for row in conn.exec_driver_sql(f"EXPLAIN QUERY PLAN {asked}", parameters)]
    read = [step for step in plan if "article" in step]
    assert len(read) == 1
    assert read[0].startswith("SCAN article USING COVERING INDEX")


def test_spread_takes_each_story_outlet_and_month_once_before_any_again(desk) -> None:
    big = [desk.article(outlet="A", published_at="2025-02-01") for _ in range(4)]
    small = desk.article(outlet="B", published_at="2025-02-01")
    later = desk.article(outlet="A", published_at="2025-03-01")
    reprint = desk.article(outlet="C", published_at="2025-02-01")
    set_stories(desk.store, [[small, reprint]])
    with desk.store.read() as conn:
        listed = list(queries.ids(conn, desk.work, order="spread"))
    assert later in listed[:3]
    assert len({small, reprint} & set(listed[:3])) == 1
    assert listed[-1] in (small, reprint)
    assert set(listed) == {*big, small, later, reprint}


def test_random_is_another_order_and_always_the_same(desk) -> None:
    ids = [desk.article() for _ in range(50)]
    with desk.store.read() as conn:
        first, again = (list(queries.ids(conn, desk.work, order="random")) for _ in range(2))
    assert first == again
    assert sorted(first) == ids
    assert first != ids
