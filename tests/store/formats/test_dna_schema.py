"""The tables of a `.dna` file, column by column, are those that Discourse Network Analyzer 3 makes itself.

The facts below are read off `createTables` of its source (github.com/leifeld-lab/dna, 2026), for SQLite.
"""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from itertools import permutations
from pathlib import Path
from typing import Any

import pytest

from store.formats.stances.dna_schema import statements
from store.operations import stances, topics
from store.transfer import export_file
from store.values import Holder

# name, type, ! for NOT NULL, = default, < longest text + 1, lowest..highest; the key stands first.
_ACTIONS = (
    "AddDocuments", "EditDocuments", "DeleteDocuments", "ImportDocuments", "AddStatements", "EditStatements",
    "DeleteStatements", "EditAttributes", "EditRegex", "EditStatementTypes", "EditCoders",
    "EditCoderRelations", "ViewOthersDocuments", "EditOthersDocuments", "ViewOthersStatements",
    "EditOthersStatements",
)  # fmt: skip
_PERMISSIONS = " ".join(f"Permission{name}:INTEGER!=1@0..1" for name in _ACTIONS)
_COLOUR = "Red:INTEGER!=0@0..255 Green:INTEGER!=0@0..255 Blue:INTEGER!=0@0..255"
_DATA = "ID:INTEGER! StatementId:INTEGER! VariableId:INTEGER!"
COLUMNS = {
    "SETTINGS": "Property:TEXT Value:TEXT!",
    "CODERS": f"ID:INTEGER! Name:TEXT!<191 {_COLOUR} Refresh:INTEGER!=0@0..9999 FontSize:INTEGER!=14@1..99"
    " Password:TEXT!<191 PopupWidth:INTEGER=300@100..9999 ColorByCoder:INTEGER!=0@0..1"
    f" PopupDecoration:INTEGER!=0@0..1 PopupAutoComplete:INTEGER!=1@0..1 {_PERMISSIONS}",
    "DOCUMENTS": "ID:INTEGER! Title:TEXT!<191 Text:TEXT! Coder:INTEGER Author:TEXT!=''<191"
    " Source:TEXT!=''<191 Section:TEXT!=''<191 Notes:TEXT!='' Type:TEXT!=''<191 Date:INTEGER!",
    "STATEMENTTYPES": f"ID:INTEGER! Label:TEXT!<191 {_COLOUR}",
    "VARIABLES": "ID:INTEGER! Variable:TEXT!<191 DataType:TEXT!='short_text' StatementTypeId:INTEGER",
    "VARIABLELINKS": "ID:INTEGER! SourceVariableId:INTEGER TargetVariableId:INTEGER",
    "REGEXES": f"Label:TEXT<191 {_COLOUR}",
    "CODERRELATIONS": "ID:INTEGER! Coder:INTEGER OtherCoder:INTEGER viewStatements:INTEGER!=1@0..1"
    " editStatements:INTEGER!=1@0..1 viewDocuments:INTEGER!=1@0..1 editDocuments:INTEGER!=1@0..1",
    "STATEMENTS": "ID:INTEGER! StatementTypeId:INTEGER DocumentId:INTEGER Start:INTEGER! Stop:INTEGER!"
    " Coder:INTEGER",
    "DATABOOLEAN": f"{_DATA} Value:INTEGER!=1",
    "DATAINTEGER": f"{_DATA} Value:INTEGER!=0",
    "DATASHORTTEXT": f"{_DATA} Entity:INTEGER!",
    "DATALONGTEXT": f"{_DATA} Value:TEXT=''",
    "ENTITIES": "ID:INTEGER! VariableId:INTEGER! Value:TEXT!=''<191 Red:INTEGER@0..255"
    " Green:INTEGER@0..255 Blue:INTEGER@0..255 ChildOf:INTEGER",
    "ATTRIBUTEVARIABLES": "ID:INTEGER! VariableId:INTEGER! AttributeVariable:TEXT!<191",
    "ATTRIBUTEVALUES": "ID:INTEGER! EntityId:INTEGER! AttributeVariableId:INTEGER!"
    " AttributeValue:TEXT!=''<191",
}
REFERENCES = {
    "DOCUMENTS": "Coder>CODERS",
    "VARIABLES": "StatementTypeId>STATEMENTTYPES",
    "VARIABLELINKS": "SourceVariableId>VARIABLES TargetVariableId>VARIABLES",
    "CODERRELATIONS": "Coder>CODERS OtherCoder>CODERS",
    "STATEMENTS": "StatementTypeId>STATEMENTTYPES Coder>CODERS DocumentId>DOCUMENTS",
    "DATABOOLEAN": "StatementId>STATEMENTS VariableId>VARIABLES",
    "DATAINTEGER": "StatementId>STATEMENTS VariableId>VARIABLES",
    "DATASHORTTEXT": "StatementId>STATEMENTS VariableId>VARIABLES Entity>ENTITIES",
    "DATALONGTEXT": "StatementId>STATEMENTS VariableId>VARIABLES",
    "ENTITIES": "ChildOf>ENTITIES VariableId>VARIABLES",
    "ATTRIBUTEVARIABLES": "VariableId>VARIABLES",
    "ATTRIBUTEVALUES": "EntityId>ENTITIES AttributeVariableId>ATTRIBUTEVARIABLES",
}
UNIQUE = {
    "VARIABLES": {"Variable StatementTypeId"},
    **{f"DATA{kind}": {"StatementId VariableId"} for kind in ("BOOLEAN", "INTEGER", "SHORTTEXT", "LONGTEXT")},
    "ENTITIES": {"VariableId Value"},
    "ATTRIBUTEVARIABLES": {"VariableId AttributeVariable"},
    "ATTRIBUTEVALUES": {"EntityId AttributeVariableId"},
}
RULES = {
    "VARIABLES": ["DataType = 'boolean'", "DataType = 'short text'"],
    "VARIABLELINKS": ["TargetVariableId != SourceVariableId"],
    "CODERRELATIONS": ["Coder > 0", "OtherCoder > 0", "Coder != OtherCoder"],
    "STATEMENTS": ["Start >= 0", "Stop >= 0", "Start < Stop"],
    "ENTITIES": ["ChildOf > 0"],
}


@pytest.fixture
def database() -> Iterator[sqlite3.Connection]:
    """An empty one, made as an export makes it."""
    with closing(sqlite3.connect(":memory:")) as connection:
        for line in statements():
            connection.execute(line)
        yield connection


def column(row: tuple[Any, ...], rules: str) -> str:
    """A column in the short form from above; `rules`: the SQL that made its table, without blanks."""
    _, name, kind, needed, default, _ = row
    longest = "<191" if f"LENGTH({name})<191" in rules else ""
    span = rules.partition(f"CHECK({name}BETWEEN")[2].partition(")")[0].replace("AND", "..")
    said = f"={default.replace(' ', '_')}" if default is not None else ""
    return f"{name}:{kind}{'!' if needed else ''}{said}{longest}{'@' + span if span else ''}"


@pytest.mark.parametrize("table", COLUMNS)
def test_a_table_has_the_columns_references_and_rules_of_dna(
    database: sqlite3.Connection, table: str
) -> None:
    (sql,) = database.execute("SELECT sql FROM sqlite_master WHERE name = ?", (table,)).fetchone()
    squeezed = sql.replace(" ", "")
    rows = database.execute(f"PRAGMA table_info({table})").fetchall()
    assert [column(row, squeezed) for row in rows] == COLUMNS[table].split()
    assert [row[1] for row in rows if row[5]] == [rows[0][1]], "its first column is the key"
    found = database.execute(f"PRAGMA foreign_key_list({table})").fetchall()
    assert {f"{it[3]}>{it[2]}" for it in found} == set(REFERENCES.get(table, "").split())
    assert all((it[4], it[6]) == ("ID", "CASCADE") for it in found)
    indexes = [it[1] for it in database.execute(f"PRAGMA index_list({table})") if it[3] == "u"]
    unique = {
        " ".join(it[2] for it in database.execute(f"PRAGMA index_info({name})").fetchall())
        for name in indexes
    }
    assert unique == UNIQUE.get(table, set())
    assert all(rule.replace(" ", "") in squeezed for rule in RULES.get(table, []))


def test_there_is_no_other_table(database: sqlite3.Connection) -> None:
    names = database.execute("SELECT name FROM sqlite_master WHERE type = 'table'")
    assert {name for (name,) in names} == COLUMNS.keys()


def test_a_written_file_has_what_dna_looks_for_when_it_opens_one(desk: Any, tmp_path: Path) -> None:
    """Its version, the first coder (Admin), a value for each variable of each statement, an empty entity for
    each short text, the attributes of each holder, and nothing that points nowhere.
    """
    article = desk.article("Der Kreml lobt die EU.", key="k")
    topic = topics.add(desk.store, desk.work, key="eu", kind="issue", wording={"de": "EU"}).entry
    for holder in (Holder("author"), Holder("outlet")):
        stances.add(desk.store, desk.work, article, holder=holder, label="FAVOR", topic_id=topic)
    export_file(desk.store, tmp_path / "out.dna", format="dna")
    with closing(sqlite3.connect(tmp_path / "out.dna")) as file:
        settings = dict(file.execute("SELECT * FROM SETTINGS"))
        assert settings.keys() == {"version", "date"}
        assert settings["version"].startswith("3.")
        assert file.execute("SELECT ID, Name FROM CODERS").fetchone() == (1, "Admin")
        variables = file.execute("SELECT ID, DataType FROM VARIABLES").fetchall()
        for row, kind in variables:
            data = "DATA" + kind.replace(" ", "").upper()
            query = f"SELECT count(DISTINCT StatementId) FROM {data} WHERE VariableId = ?"
            assert file.execute(query, (row,)).fetchone() == (2,), kind
        texts = [row for row, kind in variables if kind == "short text"]
        empty = file.execute("SELECT VariableId FROM ENTITIES WHERE Value = ''").fetchall()
        assert sorted(row for (row,) in empty) == sorted(texts)
        lacking = file.execute(
            "SELECT Value FROM ENTITIES JOIN ATTRIBUTEVARIABLES USING (VariableId) LEFT JOIN ATTRIBUTEVALUES"
            " ON EntityId = ENTITIES.ID AND AttributeVariableId = ATTRIBUTEVARIABLES.ID"
            " WHERE ATTRIBUTEVALUES.ID IS NULL"
        )
        assert lacking.fetchall() == []
        assert file.execute("PRAGMA foreign_key_check").fetchall() == []


def test_each_coder_of_a_written_file_may_see_and_edit_what_the_others_coded(
    desk: Any, tmp_path: Path
) -> None:
    """DNA asks CODERRELATIONS: without a row for it even the Admin would see no statement of Ada."""
    article = desk.article("Der Kreml lobt die EU.", key="k")
    topic = topics.add(desk.store, desk.work, key="eu", kind="issue", wording={"de": "EU"}).entry
    for work in (desk.work, desk.colleague("Bela")):
        stances.add(desk.store, work, article, holder=Holder("author"), label="FAVOR", topic_id=topic)
    export_file(desk.store, tmp_path / "out.dna", format="dna")
    with closing(sqlite3.connect(tmp_path / "out.dna")) as file:
        names = [name for (name,) in file.execute("SELECT Name FROM CODERS ORDER BY ID")]
        assert names == ["Admin", "Ada", "Bela"]
        rows = file.execute(
            "SELECT a.Name, b.Name, viewStatements + editStatements + viewDocuments + editDocuments"
            " FROM CODERRELATIONS JOIN CODERS a ON a.ID = Coder JOIN CODERS b ON b.ID = OtherCoder"
        )
        assert {(one, other) for one, other, rights in rows if rights == 4} == set(permutations(names, 2))
