"""Rows by the thousand: SQL compiled once from the Core `insert()`, sent as tuples.

That costs 1.1 times hand-written sqlite3; Core with dictionaries 2 times, the ORM 37 times.

Values go to the driver as they are, so JSON columns take JSON text (`dumps`) and nothing fills in a default.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import chain, islice
from operator import itemgetter
from typing import Any, TypeVar

import msgspec
from sqlalchemy import Connection, Dialect, Select, Table, bindparam, insert, literal_column
from sqlalchemy.dialects import postgresql, sqlite

T = TypeVar("T")
Query = Select[*tuple[Any, ...]]
Row = tuple[Any, ...]
Fixed = tuple[tuple[str, str], ...]
"""Columns and the SQL of the value that all rows have there."""

CHUNK = 50
"""Rows a statement."""

_CONSTANTS = {None: "NULL", True: "TRUE", False: "FALSE"}
_WORD = re.compile("[a-z_]+")
_DIALECTS: dict[str, Dialect] = {
    "sqlite": sqlite.dialect(paramstyle="qmark"),
    "postgresql": postgresql.dialect(paramstyle="format"),
}


def slices(items: Iterable[T], size: int) -> Iterator[list[T]]:
    """The items in lists of at most `size`."""
    iterator = iter(items)
    while part := list(islice(iterator, size)):
        yield part


def sql(statement: Query, dialect: str) -> str:
    """The text of a query, for values as a tuple in their order."""
    return str(statement.compile(dialect=_DIALECTS[dialect]))


def among(conn: Connection, query: Query, values: Sequence[object]) -> Sequence[Row]:
    """The rows of `query` whose first column is one of `values`."""
    cursor: Any = conn.exec_driver_sql(_among(query, len(values), conn.dialect.name), tuple(values)).cursor
    return cursor.fetchall()


@lru_cache(maxsize=256)
def _among(query: Query, count: int, dialect: str) -> str:
    wanted = query.selected_columns[0].in_([bindparam(f"v{i}") for i in range(count)])
    return sql(query.where(wanted), dialect)


def dumps(value: Any) -> str:
    """JSON as the store writes it: compact, other scripts as they are."""
    return msgspec.json.encode(value).decode()


def reserve(conn: Connection, table: Table, count: int) -> range:
    """`count` consecutive ids of `table` that nobody else will get; inside a write transaction only."""
    return reserve_each(conn, {table: count})[table]


def reserve_each(conn: Connection, wanted: Mapping[Table, int]) -> dict[Table, range]:
    """The same for several tables at once, each with its count."""
    if conn.dialect.name == "sqlite":
        return _reserve_in_file(conn, wanted)
    return {table: _reserve_on_server(conn, table, count) for table, count in wanted.items()}


def _reserve_on_server(conn: Connection, table: Table, count: int) -> range:
    sequence = f"pg_get_serial_sequence('{table.name}', 'id')"
    drawn = f"SELECT nextval({sequence}) AS id FROM generate_series(1, {count:d})"
    first: int = conn.exec_driver_sql(f"SELECT min(id) FROM ({drawn}) AS drawn").scalar_one()
    return range(first, first + count)


def _reserve_in_file(conn: Connection, wanted: Mapping[Table, int]) -> dict[Table, range]:
    cases = " ".join("WHEN ? THEN ?" for _ in wanted)
    places = ", ".join("?" for _ in wanted)
    drawn = (
        f"UPDATE sqlite_sequence SET seq = seq + CASE name {cases} END WHERE name IN ({places}) "
        "RETURNING name, seq"
    )
    names = [table.name for table in wanted]
    values = (*chain.from_iterable((table.name, count) for table, count in wanted.items()), *names)
    last: dict[str, int] = {row[0]: row[1] for row in conn.exec_driver_sql(drawn, values)}
    for table, count in wanted.items():
        if table.name not in last:
            new = "INSERT INTO sqlite_sequence (name, seq) VALUES (?, ?)"
            conn.exec_driver_sql(new, (table.name, count))
            last[table.name] = count
    return {
        table: range(last[table.name] - count + 1, last[table.name] + 1) for table, count in wanted.items()
    }


def insert_rows(
    conn: Connection,
    table: Table,
    columns: tuple[str, ...],
    rows: Sequence[Row],
    *,
    same: Mapping[str, str | bool | None] | None = None,
) -> None:
    """Insert `rows`, whose values follow `columns`; what may not be NULL has to be there or in `same`.

    Whole chunks go with one statement each, and what is the same in all of their rows is written into it: a
    statement for every row costs three times as much (each one looks up the AUTOINCREMENT counter and binds
    every NULL anew). Who knows what is the same (words, truth values, NULL) says so and leaves it out of the
    rows; else it is looked for, which costs as much as sending a third of them.
    """
    if not rows:
        return
    whole = len(rows) - len(rows) % CHUNK
    fixed = tuple((name, _literal((value,))) for name, value in (same or {}).items())
    ordered = tuple(column.name for column in table.columns if column.name in columns)
    if ordered != columns:
        rows = list(map(itemgetter(*map(columns.index, ordered)), rows))
    if whole and same is None:
        _insert_chunks(conn, table, *_condensed(ordered, rows[:whole]))
    elif whole:
        _insert_chunks(conn, table, ordered, rows[:whole], fixed)
    if rest := rows[whole:]:
        conn.exec_driver_sql(_statement(table, ordered, fixed, conn.dialect.name, 1), list(rest))


def _insert_chunks(
    conn: Connection, table: Table, columns: tuple[str, ...], rows: Iterable[Row], fixed: Fixed
) -> None:
    statement = _statement(table, columns, fixed, conn.dialect.name, CHUNK)
    conn.exec_driver_sql(statement, [tuple(chain.from_iterable(chunk)) for chunk in slices(rows, CHUNK)])


def _condensed(columns: tuple[str, ...], rows: Sequence[Row]) -> tuple[tuple[str, ...], Iterable[Row], Fixed]:
    """Columns and rows without what is the same in all rows (but the first column), and that."""
    values = dict(zip(columns, zip(*rows, strict=True), strict=True))
    literals = {name: _literal(values[name]) for name in columns[1:]}
    fixed = tuple((name, literal) for name, literal in literals.items() if literal)
    loose = tuple(name for name in columns if not literals.get(name))
    return loose, zip(*(values[name] for name in loose), strict=True), fixed


def _literal(values: tuple[Any, ...]) -> str:
    """The SQL of the one value that all of `values` are, if it is simple; else ""."""
    first = values[0]
    if first is None or isinstance(first, bool):
        return _CONSTANTS[first] if values.count(first) == len(values) else ""
    if isinstance(first, str) and _WORD.fullmatch(first) and values.count(first) == len(values):
        return f"'{first}'"
    return ""


@lru_cache(maxsize=256)
def _statement(table: Table, columns: tuple[str, ...], fixed: Fixed, dialect: str, count: int) -> str:
    """The INSERT of `count` rows; its values come row by row, in the order of the table's columns."""
    constants: dict[str, Any] = {name: literal_column(literal) for name, literal in fixed}
    width = len(columns)
    rows: list[dict[str, Any]] = [
        constants | {name: bindparam(f"v{i * width + k}") for k, name in enumerate(columns)}
        for i in range(count)
    ]
    compiled = insert(table).inline().values(rows).compile(dialect=_DIALECTS[dialect])
    if compiled.positiontup != [f"v{i}" for i in range(count * width)]:
        raise ValueError(f"{table.name} also needs values for {compiled.positiontup}")
    return str(compiled)
