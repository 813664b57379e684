"""Two stores of the test's own, files to move between them, and what both say whatever their row ids are."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Connection, Table, select

from store.database import Store
from store.tables import core as t
from store.transfer import importing

GOLDEN = Path(__file__).resolve().parents[2] / "golden"

LOCAL = {"import", "change"}
"""The history of one store; it does not travel."""

TIMES = {"at", "created_at", "frozen_at"}


@pytest.fixture(autouse=True)
def no_pause(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody else writes to these stores."""
    monkeypatch.setattr(importing, "PAUSE", 0)


@pytest.fixture
def golden() -> Path:
    """The native file with everything in it."""
    return GOLDEN / "native.jsonl"


@pytest.fixture
def source(tmp_path: Path) -> Callable[..., Path]:
    """Makes a file of other people's JSON Lines."""

    def make(*rows: dict[str, Any], name: str = "articles.jsonl") -> Path:
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("".join(json.dumps(row) + "\n" for row in rows), "utf-8")
        return path

    return make


class Logical:
    """All rows of a store with names in place of ids, so that two stores can be compared."""

    def __init__(self, conn: Connection) -> None:
        self._conn = conn
        tables = t.article.metadata.sorted_tables
        self._rows = {
            table.name: {row.id: row for row in conn.execute(select(table))}
            for table in tables
            if table.name not in LOCAL
        }
        self._tables = {table.name: table for table in tables}

    def content(self) -> dict[str, list[Any]]:
        """Rows by table, as sorted JSON."""
        used = {row.annotator_id for row in self._rows["annotation_set"].values()}
        return {
            name: sorted(
                json.dumps(self._plain(self._tables[name], row), ensure_ascii=False, sort_keys=True)
                for row in rows.values()
                if name != "annotator" or row.id in used
            )
            for name, rows in self._rows.items()
        }

    def _plain(self, table: Table, row: Any, *, deep: bool = True) -> dict[str, Any]:
        result: dict[str, Any] = {}
        for column in table.columns:
            value = getattr(row, column.name)
            if column.name == "id" or column.name == "import_id":
                continue
            if column.foreign_keys and value is not None:
                other = next(iter(column.foreign_keys)).column.table
                value = self._name(other, value)
            elif column.name in TIMES and value is not None:
                value = value[:10]
            result[column.name] = value
        return result

    def _name(self, table: Table, row_id: int) -> Any:
        """A row by what it says: its own columns and, in turn, the names of what it points to."""
        row = self._rows[table.name][row_id]
        natural = {
            "article": "key",
            "annotator": "uid",
            "actor": "uid",
            "topic": "uid",
            "stance": "uid",
            "label": "code",
        }
        if table.name in natural:
            return getattr(row, natural[table.name])
        return self._plain(table, row)


@pytest.fixture
def logical() -> Callable[[Store], dict[str, list[Any]]]:
    """What a store says."""

    def read(store: Store) -> dict[str, list[Any]]:
        with store.read() as conn:
            return Logical(conn).content()

    return read
