"""The tables of a Discourse Network Analyzer database (DNA 3, SQLite), as that program makes and reads them.

Tables, columns and rules are those of github.com/leifeld-lab/dna, as of 2026. Texts in fields have at most
190 characters; `Start` and `Stop` are UTF-16 positions; dates are seconds since 1970.
"""

from base64 import b64encode
from hashlib import sha256

LONGEST = 190
"""Characters of a title, an author, an entity and all else that is short."""

_ID = "ID INTEGER NOT NULL PRIMARY KEY"
_COLOURS = tuple(
    f"{name} INTEGER NOT NULL DEFAULT 0 CHECK ({name} BETWEEN 0 AND 255)" for name in ("Red", "Green", "Blue")
)
_PERMISSIONS = (
    "AddDocuments", "EditDocuments", "DeleteDocuments", "ImportDocuments", "AddStatements", "EditStatements",
    "DeleteStatements", "EditAttributes", "EditRegex", "EditStatementTypes", "EditCoders",
    "EditCoderRelations", "ViewOthersDocuments", "EditOthersDocuments", "ViewOthersStatements",
    "EditOthersStatements",
)  # fmt: skip


def _short(name: str, default: str = "") -> str:
    return f"{name} TEXT NOT NULL{default} CHECK (LENGTH({name}) < {LONGEST + 1})"


def _flag(name: str, default: int) -> str:
    return f"{name} INTEGER NOT NULL CHECK ({name} BETWEEN 0 AND 1) DEFAULT {default}"


def _to(column: str, table: str) -> str:
    return f"FOREIGN KEY({column}) REFERENCES {table}(ID) ON DELETE CASCADE"


def _data(*value: str) -> tuple[str, ...]:
    return (
        _ID, "StatementId INTEGER NOT NULL", "VariableId INTEGER NOT NULL", *value[:1],
        _to("StatementId", "STATEMENTS"), _to("VariableId", "VARIABLES"), *value[1:],
        "UNIQUE (StatementId, VariableId)",
    )  # fmt: skip


_EMPTY = " DEFAULT ''"
_KINDS = " OR ".join(f"DataType = '{kind}'" for kind in ("boolean", "integer", "long text", "short text"))
TABLES: dict[str, tuple[str, ...]] = {
    "SETTINGS": ("Property TEXT PRIMARY KEY", "Value TEXT NOT NULL"),
    "CODERS": (
        _ID, _short("Name"), *_COLOURS,
        "Refresh INTEGER NOT NULL CHECK (Refresh BETWEEN 0 AND 9999) DEFAULT 0",
        "FontSize INTEGER NOT NULL CHECK (FontSize BETWEEN 1 AND 99) DEFAULT 14", _short("Password"),
        "PopupWidth INTEGER CHECK (PopupWidth BETWEEN 100 AND 9999) DEFAULT 300", _flag("ColorByCoder", 0),
        _flag("PopupDecoration", 0), _flag("PopupAutoComplete", 1),
        *(_flag(f"Permission{name}", 1) for name in _PERMISSIONS),
    ),
    "DOCUMENTS": (
        _ID, _short("Title"), "Text TEXT NOT NULL", "Coder INTEGER", _short("Author", _EMPTY),
        _short("Source", _EMPTY), _short("Section", _EMPTY), "Notes TEXT NOT NULL DEFAULT ''",
        _short("Type", _EMPTY), "Date INTEGER NOT NULL", _to("Coder", "CODERS"),
    ),
    "STATEMENTTYPES": (_ID, _short("Label"), *_COLOURS),
    "VARIABLES": (
        _ID, _short("Variable"),
        f"DataType TEXT NOT NULL CHECK ({_KINDS}) DEFAULT 'short text'", "StatementTypeId INTEGER",
        _to("StatementTypeId", "STATEMENTTYPES"), "UNIQUE (Variable, StatementTypeId)",
    ),
    "VARIABLELINKS": (
        _ID, "SourceVariableId INTEGER", "TargetVariableId INTEGER",
        "CHECK (TargetVariableId != SourceVariableId)",
        _to("SourceVariableId", "VARIABLES"), _to("TargetVariableId", "VARIABLES"),
    ),
    "REGEXES": (f"Label TEXT PRIMARY KEY CHECK (LENGTH(Label) < {LONGEST + 1})", *_COLOURS),
    "CODERRELATIONS": (
        _ID, "Coder INTEGER CHECK(Coder > 0)", "OtherCoder INTEGER CHECK(OtherCoder > 0)",
        *(_flag(name, 1) for name in ("viewStatements", "editStatements", "viewDocuments", "editDocuments")),
        "CHECK (Coder != OtherCoder)", _to("Coder", "CODERS"), _to("OtherCoder", "CODERS"),
    ),
    "STATEMENTS": (
        _ID, "StatementTypeId INTEGER", "DocumentId INTEGER", "Start INTEGER NOT NULL CHECK(Start >= 0)",
        "Stop INTEGER NOT NULL CHECK(Stop >= 0)", "Coder INTEGER", "CHECK (Start < Stop)",
        _to("StatementTypeId", "STATEMENTTYPES"), _to("Coder", "CODERS"), _to("DocumentId", "DOCUMENTS"),
    ),
    "DATABOOLEAN": _data("Value INTEGER NOT NULL DEFAULT 1"),
    "DATAINTEGER": _data("Value INTEGER NOT NULL DEFAULT 0"),
    "ENTITIES": (
        _ID, "VariableId INTEGER NOT NULL", _short("Value", _EMPTY),
        *(f"{name} INTEGER CHECK ({name} BETWEEN 0 AND 255)" for name in ("Red", "Green", "Blue")),
        "ChildOf INTEGER CHECK(ChildOf > 0)", "UNIQUE (VariableId, Value)", _to("ChildOf", "ENTITIES"),
        _to("VariableId", "VARIABLES"),
    ),
    "DATASHORTTEXT": _data("Entity INTEGER NOT NULL", _to("Entity", "ENTITIES")),
    "DATALONGTEXT": _data("Value TEXT DEFAULT ''"),
    "ATTRIBUTEVARIABLES": (
        _ID, "VariableId INTEGER NOT NULL", _short("AttributeVariable"),
        "UNIQUE(VariableId, AttributeVariable)", _to("VariableId", "VARIABLES"),
    ),
    "ATTRIBUTEVALUES": (
        _ID, "EntityId INTEGER NOT NULL", "AttributeVariableId INTEGER NOT NULL",
        _short("AttributeValue", _EMPTY), "UNIQUE (EntityId, AttributeVariableId)",
        _to("EntityId", "ENTITIES"), _to("AttributeVariableId", "ATTRIBUTEVARIABLES"),
    ),
}  # fmt: skip
"""Columns and rules of each table, in an order in which references lead back."""


def statements() -> list[str]:
    """The SQL that makes all tables."""
    return [f"CREATE TABLE {name}({', '.join(parts)})" for name, parts in TABLES.items()]


def password_hash(password: str, salt: bytes) -> str:
    """A password as DNA keeps it: base64 of the salt and 100,000 rounds of SHA-256 (as jasypt does)."""
    digest = sha256(salt + password.encode()).digest()
    for _ in range(99_999):
        digest = sha256(digest).digest()
    return b64encode(salt + digest).decode()
