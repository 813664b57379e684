"""What Alembic compares with the tables: everything but the full-text index and its shadow tables."""

from typing import Any

from store.tables import Table


def include_name(name: str | None, kind: str, _parents: Any) -> bool:
    """False for tables of the full-text index."""
    return not (kind == "table" and name is not None and name.startswith("article_fts"))


COMPARING: dict[str, Any] = {
    "target_metadata": Table.metadata,
    "include_name": include_name,
    "compare_type": True,
}
