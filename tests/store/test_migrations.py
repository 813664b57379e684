"""The schema in the code, the schema in the database, and the way between revisions."""

import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection

from store import migrations
from store.checking import check
from store.database import Store, open_store
from store.engine import file_engine
from store.errors import StoreDamaged
from store.migrations.scope import COMPARING
from store.operations import comments, stances, suggestions
from store.tables import Table
from store.tables import core as t
from store.upgrading import migrating
from store.values import Holder

REBUILDING = """
import sqlalchemy as sa
from alembic import op

revision = "test"
down_revision = "{head}"


def upgrade() -> None:
    with op.batch_alter_table("annotation_set", recreate="always") as batch:
        batch.add_column(sa.Column("colour", sa.String))
    {more}


def downgrade() -> None:
    with op.batch_alter_table("annotation_set", recreate="always") as batch:
        batch.drop_column("colour")
"""


def catalogue(path: Path) -> dict[str, str]:
    """The SQL of everything in a database but the full-text index, with blanks evened out."""
    connection = sqlite3.connect(path)
    rows = connection.execute("SELECT name, sql FROM sqlite_master WHERE sql IS NOT NULL").fetchall()
    connection.close()
    return {
        name: " ".join(sql.split()) for name, sql in rows if not name.startswith(("article_fts", "alembic"))
    }


def test_the_tables_in_the_code_are_those_that_the_revisions_make(
    new_store: Callable[..., Store], tmp_path: Path
) -> None:
    new_store().close()
    engine = file_engine(tmp_path / "models.db")
    Table.metadata.create_all(engine)
    engine.dispose()
    assert catalogue(tmp_path / "project.lesart") == catalogue(tmp_path / "models.db")


@pytest.mark.filterwarnings("ignore:.*expression-based index")
def test_alembic_sees_no_difference_either(new_store: Callable[..., Store]) -> None:
    with new_store().read() as conn:
        assert compare_metadata(MigrationContext.configure(conn, opts=COMPARING), Table.metadata) == []


def test_the_list_of_revisions_is_that_of_the_files(new_store: Callable[..., Store]) -> None:
    engine = file_engine(Path(new_store().target), foreign_keys=False)
    with migrating(engine) as config:
        scripts = ScriptDirectory.from_config(config)
    engine.dispose()
    assert tuple(reversed([script.revision for script in scripts.walk_revisions()])) == migrations.REVISIONS


@pytest.fixture
def filled(file_desk) -> Path:
    """A closed store with rows in most tables."""
    article = file_desk.article()
    ids = file_desk.suggest(article, ("Wladimir Putin", "PER"), ("Moskau", "LOC"), ("EU", "ORG"))
    span = suggestions.accept(file_desk.store, file_desk.work, article, ids[0]).span
    suggestions.reject(file_desk.store, file_desk.work, article, ids[1])
    holder = Holder("span", span=span)
    stances.add(
        file_desk.store,
        file_desk.work,
        article,
        holder=holder,
        label="FAVOR",
        target_suggestion=ids[2],
        evidence=(0, 10),
    )
    comments.add(file_desk.store, file_desk.work, article, text="Warum?", span_id=span)
    file_desk.store.close()
    return Path(file_desk.store.target)


def rows(path: Path) -> dict[str, list[tuple[object, ...]]]:
    connection = sqlite3.connect(path)
    found = {
        name: connection.execute(f'SELECT * FROM "{name}" ORDER BY 1').fetchall()
        for name in Table.metadata.tables
    }
    connection.close()
    return found


def revise(path: Path, folder: Path, *, down: bool = False, more: str = "") -> None:
    """Go to (or back from) a revision that rebuilds the parent of spans, stances and comments."""
    (folder / "test.py").write_text(REBUILDING.format(head=migrations.HEAD, more=more))
    engine = file_engine(path, foreign_keys=False)
    try:
        with migrating(engine) as config:
            script = config.get_main_option("script_location")
            config.set_main_option("version_locations", f"{script}/versions\n{folder}")
            if down:
                command.downgrade(config, migrations.HEAD)
            else:
                command.upgrade(config, "test")
    finally:
        engine.dispose()


def test_rebuilding_a_parent_table_keeps_its_children_up_and_down_and_up(
    filled: Path, tmp_path: Path
) -> None:
    before, schema = rows(filled), catalogue(filled)
    revise(filled, tmp_path)
    upgraded = rows(filled)
    assert upgraded["annotation_set"] == [(*row, None) for row in before["annotation_set"]]
    assert {**upgraded, "annotation_set": ()} == {**before, "annotation_set": ()}
    revise(filled, tmp_path, down=True)
    assert rows(filled) == before
    assert catalogue(filled).keys() == schema.keys()
    store = open_store(filled)
    assert list(check(store)) == []
    store.close()
    revise(filled, tmp_path)
    assert rows(filled) == upgraded


def test_a_revision_that_breaks_a_reference_is_taken_back(filled: Path, tmp_path: Path) -> None:
    before = rows(filled)
    with pytest.raises(StoreDamaged):
        revise(filled, tmp_path, more="op.execute('DELETE FROM annotation_set')")
    assert rows(filled) == before
    open_store(filled).close()


def test_going_down_to_nothing_and_up_again_gives_the_same_schema(filled: Path) -> None:
    schema = catalogue(filled)
    engine = file_engine(filled, foreign_keys=False)
    with migrating(engine) as config:
        command.downgrade(config, "base")
    assert catalogue(filled).keys() <= {"sqlite_sequence"}
    with migrating(engine) as config:
        command.upgrade(config, "head")
    engine.dispose()
    assert catalogue(filled) == schema


def test_a_store_of_the_first_release_is_upgraded_with_all_it_holds(filled: Path) -> None:
    before = rows(filled)
    engine = file_engine(filled, foreign_keys=False)
    with migrating(engine) as config:
        command.downgrade(config, "0001")
    engine.dispose()
    assert "topic_mark" not in catalogue(filled)
    store = open_store(filled)
    assert list(check(store)) == []
    store.close()
    assert rows(filled) == before


TWICE = """INSERT INTO span
SELECT id + 90, set_id, start, "end", label_id, form, NULL, NULL, NULL, made, 0, NULL FROM span"""


@pytest.mark.parametrize(
    "statement",
    [
        'UPDATE span SET start = "end"',
        "UPDATE span SET start = -1",
        "UPDATE span SET score = 1.5",
        "UPDATE span SET made = 'guessed'",
        "UPDATE annotation_set SET status = 'excluded'",
        "UPDATE stance SET holder_span_id = NULL",
        "UPDATE stance SET topic_id = NULL, target_span_id = NULL",
        "UPDATE stance SET intensity = 4",
        "INSERT INTO project SELECT 2, uid, name, created_at, settings FROM project",
        "UPDATE span SET set_id = 999",
        TWICE,
    ],
)
def test_the_database_itself_refuses_what_must_not_be(filled: Path, statement: str) -> None:
    store = open_store(filled)
    with pytest.raises(Exception, match="constraint failed"), store.write() as conn:
        conn.exec_driver_sql(statement)
    store.close()


def test_ids_are_never_used_twice(filled: Path) -> None:
    store = open_store(filled)
    with store.write() as conn:
        last = newest(conn)
        conn.execute(t.comment.delete())
        row = {
            "set_id": conn.execute(t.annotation_set.select()).first().id,
            "by_id": 1,
            "kind": "note",
            "at": "",
        }
        conn.execute(t.comment.insert().values(row | {"text": ""}))
        assert newest(conn) == last + 1
    store.close()


def newest(conn: Connection) -> int:
    return conn.execute(t.comment.select().order_by(t.comment.c.id.desc())).first().id
