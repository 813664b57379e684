"""Rows by the thousand: SQL compiled once from the Core `insert()`, sent as tuples.

That costs 1.1 times hand-written sqlite3; Core with dictionaries 2 times, the ORM 37 times.

Values go to the driver as they are, so JSON columns take JSON text (`dumps`) and nothing fills in a default.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache, lru_cache
from itertools import chain, islice
from operator import itemgetter
from typing import Any, TypeVar

import msgspec
from sqlalchemy import Connection, Dialect, Select, Table, bindparam, insert, literal_column
from sqlalchemy.dialects import postgresql, sqlite

T = TypeVar("T")

SLICE = 50
"""Articles a commit: a gesture waits for one slice of bulk work at most."""

CHUNK = 50
"""Rows a statement."""

_CONSTANTS = {None: "NULL", True: "TRUE", False: "FALSE"}
_WORD = re.compile("[a-z_]+")
_DIALECTS: dict[str, Dialect] = {
    "sqlite": sqlite.dialect(paramstyle="qmark"),
    "postgresql": postgresql.dialect(paramstyle="format"),
}


def slices(items: Iterable[T], size: int = SLICE) -> Iterator[list[T]]:
    """The items in lists of at most `size`."""
    iterator = iter(items)
    while part := list(islice(iterator, size)):
        yield part


def sql(statement: Select[Any], dialect: str) -> str:
    """The text of a query, for values as a tuple in their order."""
    return str(statement.compile(dialect=_DIALECTS[dialect]))


def dumps(value: Any) -> str:
    """JSON as the store writes it: compact, other scripts as they are."""
    return msgspec.json.encode(value).decode()


def reserve(conn: Connection, table: Table, count: int) -> range:
    """`count` consecutive ids of `table` that nobody else will get; inside a write transaction only."""
    if conn.dialect.name == "sqlite":
        return _reserve_in_file(conn, table.name, count)
    sequence = f"pg_get_serial_sequence('{table.name}', 'id')"
    drawn = f"SELECT nextval({sequence}) AS id FROM generate_series(1, {count:d})"
    first: int = conn.exec_driver_sql(f"SELECT min(id) FROM ({drawn}) AS drawn").scalar_one()
    return range(first, first + count)


def _reserve_in_file(conn: Connection, name: str, count: int) -> range:
    drawn = "UPDATE sqlite_sequence SET seq = seq + ? WHERE name = ? RETURNING seq"
    last = conn.exec_driver_sql(drawn, (count, name)).scalar()
    if last is None:
        conn.exec_driver_sql("INSERT INTO sqlite_sequence (name, seq) VALUES (?, ?)", (name, count))
        return range(1, 1 + count)
    return range(last - count + 1, last + 1)


def insert_rows(
    conn: Connection, table: Table, columns: tuple[str, ...], rows: Sequence[tuple[Any, ...]]
) -> None:
    """Insert `rows`, whose values follow `columns`; all that may not be NULL have to be among these.

    Whole chunks go with one statement each, and what is the same in all of their rows is written into it: a
    statement for every row costs three times as much (each one looks up the AUTOINCREMENT counter and binds
    every NULL anew).
    """
    whole = len(rows) - len(rows) % CHUNK
    if whole:
        _insert_chunks(conn, table, columns, rows[:whole])
    if rest := rows[whole:]:
        statement, order = _statement(table, columns, conn.dialect.name)
        values = list(rest) if order == columns else list(map(itemgetter(*map(columns.index, order)), rest))
        conn.exec_driver_sql(statement, values)


def _insert_chunks(
    conn: Connection, table: Table, columns: tuple[str, ...], rows: Sequence[tuple[Any, ...]]
) -> None:
    by_name = dict(zip(columns, zip(*rows, strict=True), strict=True))
    order = [column.name for column in table.columns if column.name in by_name]
    literals = {name: _literal(by_name[name]) for name in order[1:]}
    fixed = tuple((name, literal) for name, literal in literals.items() if literal)
    loose = tuple(name for name in order if not literals.get(name))
    statement = _chunk_statement(table, loose, fixed, conn.dialect.name)
    flat = zip(*(by_name[name] for name in loose), strict=True)
    conn.exec_driver_sql(statement, [tuple(chain.from_iterable(chunk)) for chunk in slices(flat, CHUNK)])


def _literal(values: tuple[Any, ...]) -> str:
    """The SQL of the one value that all of `values` are, if it is simple; else ""."""
    first = values[0]
    if first is None or isinstance(first, bool):
        return _CONSTANTS[first] if values.count(first) == len(values) else ""
    if isinstance(first, str) and _WORD.fullmatch(first) and values.count(first) == len(values):
        return f"'{first}'"
    return ""


@lru_cache(maxsize=256)
def _chunk_statement(
    table: Table, loose: tuple[str, ...], fixed: tuple[tuple[str, str], ...], dialect: str
) -> str:
    """The INSERT of `CHUNK` rows; its values come row by row, those of `loose` in the order of the table."""
    constants: dict[str, Any] = {name: literal_column(literal) for name, literal in fixed}
    width = len(loose)
    rows: list[dict[str, Any]] = [
        constants | {name: bindparam(f"v{i * width + k}") for k, name in enumerate(loose)}
        for i in range(CHUNK)
    ]
    compiled = insert(table).inline().values(rows).compile(dialect=_DIALECTS[dialect])
    if compiled.positiontup != [f"v{i}" for i in range(CHUNK * len(loose))]:
        raise ValueError(f"{table.name} also needs values for {compiled.positiontup}")
    return str(compiled)


@cache
def _statement(table: Table, columns: tuple[str, ...], dialect: str) -> tuple[str, tuple[str, ...]]:
    """The INSERT and the order of its values, which is that of the table."""
    statement = insert(table).inline().values({column: bindparam(column) for column in columns})
    compiled = statement.compile(dialect=_DIALECTS[dialect])
    order = tuple(compiled.positiontup or ())
    if set(order) != set(columns):
        raise ValueError(f"{table.name} also needs {sorted(set(order) - set(columns))}")
    return str(compiled), order
