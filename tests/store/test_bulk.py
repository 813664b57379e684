"""Rows by the thousand: ids, the order of columns, and what stands in the statement."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import select

from store import bulk
from store.tables import core as t
from store.uids import new_uid

COLUMNS = ("at", "source", "options")


def test_reserved_ids_are_nobody_elses(desk) -> None:
    with desk.store.write() as conn:
        first, second = bulk.reserve(conn, t.import_, 3), bulk.reserve(conn, t.import_, 2)
        row = {"at": "", "source": "", "options": {}}
        inserted = conn.execute(t.import_.insert().values(row)).inserted_primary_key[0]
    assert (list(first), list(second), inserted) == ([1, 2, 3], [4, 5], 6)


def test_ids_of_several_tables_are_drawn_at_once(desk) -> None:
    with desk.store.write() as conn:
        first = bulk.reserve_each(conn, {t.article: 2, t.import_: 3})
        second = bulk.reserve_each(conn, {t.import_: 1, t.article: 1})
    assert [len(first[table]) for table in (t.article, t.import_)] == [2, 3]
    assert (second[t.article][0], second[t.import_][0]) == (first[t.article].stop, first[t.import_].stop)


def test_reserved_ids_are_not_given_out_again_after_a_failure(desk) -> None:
    with pytest.raises(ZeroDivisionError), desk.store.write() as conn:
        raise ZeroDivisionError if bulk.reserve(conn, t.import_, 5) else None
    with desk.store.write() as conn:
        assert bulk.reserve(conn, t.import_, 1)[0] >= 1


@pytest.mark.parametrize("count", [0, 1, 49, 50, 51, 100, 120])
def test_every_row_arrives_in_its_order_whatever_the_chunks(desk, count: int) -> None:
    rows = [(f"t{number}", None if number % 3 else f"x{number}", number) for number in range(count)]
    with desk.store.write() as conn:
        ids = bulk.reserve(conn, t.import_, count) if count else range(0)
        values = [
            (row_id, at, source or "", bulk.dumps({"n": n}))
            for row_id, (at, source, n) in zip(ids, rows, strict=True)
        ]
        bulk.insert_rows(conn, t.import_, ("id", *COLUMNS), values)
        stored = conn.execute(select(t.import_).order_by(t.import_.c.id)).all()
    assert [(row.at, row.source, row.options["n"]) for row in stored] == [
        (at, s or "", n) for at, s, n in rows
    ]


def test_columns_may_come_in_any_order(desk) -> None:
    with desk.store.write() as conn:
        for count in (2, 60):
            rows = [("{}", "s", "a")] * count
            bulk.insert_rows(conn, t.import_, ("options", "source", "at"), rows)
        stored = conn.execute(select(t.import_.c.at, t.import_.c.source)).all()
    assert stored == [("a", "s")] * 62


@pytest.mark.parametrize("same", [None, True, False, "plain", "it's", "with blank", "Ü"])
def test_what_is_the_same_in_all_rows_is_the_same_in_the_store(desk, same: Any) -> None:
    with desk.store.write() as conn:
        bulk.insert_rows(conn, t.import_, COLUMNS, [(str(same), "x", bulk.dumps(same))] * 60)
        assert set(map(tuple, conn.execute(select(t.import_.c.at, t.import_.c.source)))) == {(str(same), "x")}
        assert [row.options for row in conn.execute(select(t.import_.c.options))] == [same] * 60


@pytest.mark.parametrize("count", [1, 50])
def test_a_column_that_may_not_be_left_out_is_named(desk, count: int) -> None:
    columns = ("set_id", "start", "end", "form", "made")
    rows = [(1, 0, number + 1, "plain", "typed") for number in range(count)]
    with pytest.raises(ValueError, match="unsure"), desk.store.write() as conn:
        bulk.insert_rows(conn, t.span, columns, rows)


@given(st.lists(st.integers(), max_size=30), st.integers(1, 7))
def test_slices_hold_everything_once(items: list[int], size: int) -> None:
    parts = list(bulk.slices(items, size))
    assert [item for part in parts for item in part] == items
    assert all(0 < len(part) <= size for part in parts)


def test_uids_are_version_seven_and_follow_time(monkeypatch: pytest.MonkeyPatch) -> None:
    times = iter([1_000_000_000, 2_000_000_000, 3_000_000_000])
    monkeypatch.setattr("time.time_ns", lambda: next(times))
    uids = [new_uid() for _ in range(3)]
    assert uids == sorted(uids)
    assert {(uid[14], uid[19] in "89ab", len(uid)) for uid in uids} == {("7", True, 36)}
