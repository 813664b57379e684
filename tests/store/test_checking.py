"""The check finds what was broken on purpose, and nothing else."""

import sqlite3
from pathlib import Path

import pytest

from store.checking import check
from store.database import open_store
from store.operations import comments, spans, stances, suggestions
from store.values import Holder


@pytest.fixture
def filled(file_desk):
    """A file_desk with two articles worked on, one of them with a NUL in its text."""
    article, other = file_desk.article(), file_desk.article("vor\x00nach der EU")
    putin, eu = file_desk.suggest(article, ("Wladimir Putin", "PER"), ("EU", "ORG"))
    holder = Holder("span", suggestion=putin)
    stances.add(
        file_desk.store,
        file_desk.work,
        article,
        holder=holder,
        label="FAVOR",
        target_suggestion=eu,
        evidence=(0, 9),
    )
    suggestions.reject(file_desk.store, file_desk.work, article, eu)
    span = spans.add(file_desk.store, file_desk.work, other, start=4, end=8, label="PER").span
    comments.add(file_desk.store, file_desk.work, other, text="?", span_id=span)
    return file_desk


def kinds(file_desk) -> set[tuple[str, str]]:
    return {(problem.kind, problem.table) for problem in check(file_desk.store)}


def test_a_sound_store_has_no_problems(filled) -> None:
    assert kinds(filled) == set()


OVERLAPPING = """INSERT INTO span
SELECT 90, set_id, 3, 6, 1, form, NULL, NULL, NULL, made, 0, NULL FROM span WHERE id = 3"""
FORGETTING = "INSERT INTO article_fts (article_fts) VALUES ('delete-all')"


@pytest.mark.parametrize(
    ("damage", "kind", "table"),
    [
        ("UPDATE article SET text = text || ' ' WHERE id = 1", "hash", "article"),
        ("UPDATE span SET \"end\" = 999 WHERE id = 3", "range", "span"),
        ("UPDATE rejection SET \"end\" = 999", "range", "rejection"),
        ("UPDATE stance_part SET \"end\" = 999", "range", "stance_part"),
        ("INSERT INTO zone VALUES (1, 2, 0, 99, 'byline', 0, 'x')", "range", "zone"),
        ("UPDATE stance SET holder_span_id = 5", "end", "stance"),
        ("UPDATE comment SET span_id = 3", "end", "comment"),
        ("UPDATE span SET origin_id = 3 WHERE id = 4", "origin", "span"),
        ("UPDATE span SET origin_id = 1 WHERE id = 5", "origin", "span"),
        (OVERLAPPING, "overlap", "span"),
        ("UPDATE change SET step = 999 WHERE id = 3", "log", "change"),
        ("UPDATE change SET undoes = 999 WHERE id = 3", "log", "change"),
        ("UPDATE change SET patch = '[{\"table\": 1}]' WHERE id = 3", "log", "change"),
        ("DROP INDEX uq_span_content", "schema", "span"),
        ("ALTER TABLE topic ADD COLUMN colour VARCHAR", "schema", ""),
        ("PRAGMA foreign_keys = OFF; DELETE FROM stance", "foreign_key", "stance_part"),
        (FORGETTING, "search_index", "article"),
    ],
)  # fmt: skip
def test_what_was_broken_is_found(filled, damage: str, kind: str, table: str) -> None:
    filled.store.close()
    connection = sqlite3.connect(filled.store.target)
    connection.executescript(damage)
    connection.close()
    filled.store = open_store(filled.store.target)
    assert (kind, table) in kinds(filled)


def test_what_hangs_on_an_article_that_is_gone_does_not_end_the_check(filled) -> None:
    filled.article("danach")
    filled.store.close()
    connection = sqlite3.connect(filled.store.target)
    connection.executescript("PRAGMA foreign_keys = OFF; DELETE FROM article WHERE id = 2")
    connection.close()
    filled.store = open_store(filled.store.target)
    assert kinds(filled) >= {("foreign_key", "annotation_set")}


def test_a_project_with_nesting_may_have_overlaps(nesting_desk) -> None:
    article = nesting_desk.article()
    for width in (3, 5):
        spans.add(nesting_desk.store, nesting_desk.work, article, start=0, end=width, label="PER")
    assert kinds(nesting_desk) == set()


def test_damage_in_the_file_is_reported_not_raised(filled) -> None:
    filled.store.close()
    path = Path(filled.store.target)
    content = bytearray(path.read_bytes())
    connection = sqlite3.connect(path)
    page = connection.execute("SELECT rootpage FROM sqlite_master WHERE name = 'span'").fetchone()[0]
    connection.close()
    content[(page - 1) * 4096 : (page - 1) * 4096 + 200] = b"\xff" * 200
    path.write_bytes(content)
    filled.store = open_store(path)
    assert ("integrity", "") in kinds(filled)
