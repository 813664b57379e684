"""What the store is measured against: hand-written sqlite3 and msgspec, without rules, log and provenance."""

import sqlite3
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec

Row = tuple[Any, ...]

SCHEMA = """
PRAGMA journal_mode = WAL;
PRAGMA synchronous = FULL;
CREATE TABLE article (id INTEGER PRIMARY KEY, key TEXT, title TEXT, date TEXT, text TEXT);
CREATE TABLE span (id INTEGER PRIMARY KEY, article_id INTEGER, start INTEGER, "end" INTEGER, label TEXT);
CREATE INDEX ix_span ON span (article_id);
"""
SEARCH = "CREATE VIRTUAL TABLE fts USING fts5(title, text, content='article', content_rowid='id')"
INDEX = "INSERT INTO fts(fts) VALUES('rebuild')"


def connect(path: Path) -> sqlite3.Connection:
    """A new database at `path`, over whatever was there."""
    for suffix in ("", "-wal", "-shm"):
        Path(f"{path}{suffix}").unlink(missing_ok=True)
    connection = sqlite3.connect(path)
    connection.executescript(SCHEMA)
    return connection


def rows_of(corpus: Path) -> Iterator[dict[str, Any]]:
    """The corpus, parsed."""
    decode = msgspec.json.Decoder(dict[str, Any]).decode
    with corpus.open("rb") as file:
        yield from map(decode, file)


def bring_in(path: Path, corpus: Path, *, indexed: bool) -> None:
    """Read the corpus and insert it, in one transaction."""
    connection = connect(path)
    articles: list[Row] = []
    spans: list[Row] = []
    for number, row in enumerate(rows_of(corpus)):
        articles.append((number, row["id"], row["title"], row["date"], row["text"]))
        spans += [(number, start, end, label) for start, end, label in row["spans"]]
        if len(articles) == 1000:
            _insert(connection, articles, spans)
    _insert(connection, articles, spans)
    if indexed:
        connection.execute(SEARCH)
        connection.execute(INDEX)
    connection.commit()
    connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    connection.close()


def bring_in_native(path: Path, native: Path) -> None:
    """Read native JSONL and insert the same of it."""
    connection = connect(path)
    articles: list[Row] = []
    spans: list[Row] = []
    rows = rows_of(native)
    next(rows)  # the project
    for number, row in enumerate(rows):
        articles.append((number, row["key"], row["title"], row["published_at"], row["text"]))
        for item in row["sets"]:
            spans += [(number, it["start"], it["end"], it["label"]) for it in item["spans"]]
        if len(articles) == 1000:
            _insert(connection, articles, spans)
    _insert(connection, articles, spans)
    connection.commit()
    connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    connection.close()


def _insert(
    connection: sqlite3.Connection, articles: list[tuple[Any, ...]], spans: list[tuple[Any, ...]]
) -> None:
    connection.executemany("INSERT INTO article VALUES (?, ?, ?, ?, ?)", articles)
    connection.executemany('INSERT INTO span (article_id, start, "end", label) VALUES (?, ?, ?, ?)', spans)
    articles.clear()
    spans.clear()


def put_spans(connection: sqlite3.Connection, spans: list[Row]) -> None:
    """Insert spans of several articles, in one transaction."""
    connection.executemany('INSERT INTO span (article_id, start, "end", label) VALUES (?, ?, ?, ?)', spans)
    connection.commit()


def bring_out(path: Path, out: Path) -> None:
    """Write a line of JSON an article, from two ordered cursors."""
    connection = sqlite3.connect(path)
    spans = connection.execute('SELECT article_id, start, "end", label FROM span ORDER BY article_id, id')
    encode = msgspec.json.Encoder().encode
    ahead = next(spans, None)
    with out.open("wb") as file:
        for row_id, key, title, date, text in connection.execute("SELECT * FROM article ORDER BY id"):
            own: list[Any] = []
            while ahead is not None and ahead[0] == row_id:
                own.append(ahead[1:])
                ahead = next(spans, None)
            file.write(encode({"id": key, "title": title, "date": date, "text": text, "spans": own}) + b"\n")
    connection.close()


def page(connection: sqlite3.Connection, article: int) -> int:
    """Read an article with its spans; how many of these there are."""
    connection.execute("SELECT * FROM article WHERE id = ?", (article,)).fetchone()
    spans = connection.execute(
        'SELECT start, "end", label FROM span WHERE article_id = ? ORDER BY start', (article,)
    )
    return len(spans.fetchall())
