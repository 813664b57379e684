"""Files for Discourse Network Analyzer, and from it."""

import csv
import sqlite3
from base64 import b64decode
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from store.database import Store
from store.formats.stances.dna_schema import TABLES, password_hash
from store.operations import stances, topics
from store.transfer import export_file, import_files
from store.values import Holder

EMOJI = "😀 Der Kreml lobt 👩‍👧 die EU. Berlin zweifelt."


@pytest.fixture
def emoji(desk: Any) -> Any:
    """A stance whose evidence stands behind characters beyond U+FFFF."""
    article = desk.article(EMOJI, key="emoji")
    topic = topics.add(desk.store, desk.work, key="eu", kind="issue", wording={"de": "EU"}).entry
    row = stances.add(
        desk.store,
        desk.work,
        article,
        holder=Holder("span"),
        holder_range=desk.place(article, "Kreml"),
        label="AGAINST",
        topic_id=topic,
    ).stance
    stances.set_parts(desk.store, desk.work, row, role="evidence", ranges=[desk.place(article, "die EU")])
    return desk


def test_dna_gets_its_own_tables_and_utf16_positions(emoji: Any, tmp_path: Path) -> None:
    export_file(emoji.store, tmp_path / "out.dna", format="dna")
    with closing(sqlite3.connect(tmp_path / "out.dna")) as connection:
        names = {row[0] for row in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
        assert names == set(TABLES)
        assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        start, stop = connection.execute("SELECT Start, Stop FROM STATEMENTS").fetchone()
        units = EMOJI.encode("utf-16-le")
        assert units[2 * start : 2 * stop].decode("utf-16-le") == "die EU"
        empty = connection.execute("SELECT count(*) FROM ENTITIES WHERE Value = ''").fetchone()
        assert empty == (4,), "each short text has an empty entity"
        values = connection.execute("SELECT Value FROM DATAINTEGER").fetchall()
        assert values == [(-1,)]
        (stored,) = connection.execute("SELECT Password FROM CODERS WHERE Name = 'Admin'").fetchone()
    assert password_hash("lesart", b64decode(stored)[:16]) == stored


def test_a_dna_file_without_sidecar_becomes_articles_actors_topics_and_stances(
    native: Any, emoji: Any, new_store: Callable[..., Store], tmp_path: Path
) -> None:
    export_file(emoji.store, tmp_path / "out.dna", format="dna")
    (tmp_path / "out.dna.sidecar.jsonl").unlink()
    with closing(sqlite3.connect(tmp_path / "out.dna")) as connection:
        connection.execute("UPDATE DATAINTEGER SET Value = 1")
        connection.execute("DELETE FROM DATALONGTEXT")
        connection.commit()
    store = new_store("from-dna.lesart")
    assert import_files(store, [tmp_path / "out.dna"]).skipped == ()
    project, article = native(store, tmp_path)
    assert [actor["name"] for actor in project["actors"]] == ["Kreml"]
    assert [list(topic["wording"].values()) for topic in project["topics"]] == [["EU"]]
    ((reading),) = article["sets"]
    assert (reading["annotator"]["name"], article["text"], article["key"]) == ("Ada", EMOJI, "emoji")
    (stance,) = reading["stances"]
    (part,) = stance["parts"]
    assert (stance["label"], EMOJI[part["start"] : part["end"]]) == ("FAVOR", "die EU")


def test_a_damaged_dna_file_is_one_clear_line(new_store: Callable[..., Store], tmp_path: Path) -> None:
    (tmp_path / "x.dna").write_bytes(b"SQLite format 3\0" + b"x" * 200)
    report = import_files(new_store(), [tmp_path / "x.dna"])
    assert [(item.reason, item.path) for item in report.skipped] == [("unreadable", "x.dna")]


def test_dnas_event_list_quotes_or_changes_what_dna_cannot_read(desk: Any, tmp_path: Path) -> None:
    text = 'Er sagte: "Ja; sofort"\nund ging.'
    article = desk.article(text, key="k")
    topic = topics.add(desk.store, desk.work, key="eu", kind="issue", wording={"de": "EU"}).entry
    row = stances.add(
        desk.store, desk.work, article, holder=Holder("author"), label="NEUTRAL", topic_id=topic
    ).stance
    stances.set_parts(desk.store, desk.work, row, role="evidence", ranges=[(10, len(text))])
    for name in ("dna-events", "dna-events-plain"):
        export_file(desk.store, tmp_path / f"{name}.csv", format=name)
    with (tmp_path / "dna-events.csv").open(encoding="utf-8", newline="") as file:
        (event,) = csv.DictReader(file, delimiter=";")
    assert (event["text"], event["start_position"], event["stance"]) == (text[10:], "10", "0")
    plain = (tmp_path / "dna-events-plain.csv").read_text("utf-8").splitlines()
    assert len(plain) == 2
    assert "'Ja, sofort' und ging." in plain[1].split(";")


@pytest.mark.parametrize(
    ("change", "skipped", "dated"),
    [
        ("UPDATE DATAINTEGER SET Value = 'pro'", [("statement 1", "label")], "2024-05-01"),
        ("UPDATE DOCUMENTS SET Date = 99999999999999", [], None),
        ("UPDATE DOCUMENTS SET Date = 'May'", [], None),
        ("UPDATE DOCUMENTS SET Date = -86400", [], "1969-12-31"),
    ],
)
def test_a_dna_file_with_a_value_of_another_kind_comes_in_but_for_it(
    native: Any,
    emoji: Any,
    new_store: Callable[..., Store],
    tmp_path: Path,
    change: str,
    skipped: list[tuple[str, str]],
    dated: str | None,
) -> None:
    export_file(emoji.store, tmp_path / "out.dna", format="dna")
    (tmp_path / "out.dna.sidecar.jsonl").unlink()
    with closing(sqlite3.connect(tmp_path / "out.dna")) as connection:
        connection.execute("UPDATE DOCUMENTS SET Date = 1714521600, Notes = ''")
        connection.execute("DELETE FROM DATALONGTEXT")
        connection.execute(change)
        connection.commit()
    store = new_store("from-dna.lesart")
    report = import_files(store, [tmp_path / "out.dna"])
    assert [(item.field, item.detail) for item in report.skipped] == skipped
    _, article = native(store, tmp_path)
    assert article.get("published_at") == dated
