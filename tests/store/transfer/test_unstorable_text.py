"""What no database can hold keeps its own article out, and no other."""

from collections.abc import Callable
from pathlib import Path

from sqlalchemy import func, select

from store.database import Store
from store.formats.stances.workbook import Workbook
from store.operations.imports import undo_import
from store.tables import core as t
from store.transfer import import_files


def test_half_a_character_in_a_title_keeps_only_its_own_article_out(
    new_store: Callable[..., Store], tmp_path: Path
) -> None:
    store = new_store()
    rows = (("title", "text"), ("Eins", "Ein Text."), ("_xD800_", "Noch einer."), ("Drei", "Der dritte."))
    with Workbook(tmp_path / "a.xlsx") as book:
        for row in rows:
            book.row(row)
    report = import_files(store, [tmp_path / "a.xlsx"])
    assert [(it.path, it.reason) for it in report.skipped] == [("a.xlsx", "unstorable_text")]
    with store.read() as conn:
        assert list(conn.scalars(select(t.article.c.title).order_by(t.article.c.id))) == ["Eins", "Drei"]
    undo_import(store, report.import_id or 0)
    with store.read() as conn:
        assert conn.scalar(select(func.count()).select_from(t.article)) == 0
