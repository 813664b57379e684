"""The whole first schema, written out, since a released revision never changes as the code's tables do.

Several columns of one type stand in one string; those with a question mark may be NULL.
"""

from collections.abc import Iterable
from typing import Any

import sqlalchemy as sa
from alembic import op
from sqlalchemy.schema import SchemaItem

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

SCHEMA = sa.MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s",
        "pk": "pk_%(table_name)s",
    }
)
LIFECYCLE = "proposed active retired"


def table(name: str, *parts: Iterable[SchemaItem]) -> None:
    """A table whose integer key is never used twice."""
    key = sa.Column("id", sa.Integer, primary_key=True)
    sa.Table(name, SCHEMA, key, *(item for part in parts for item in part), sqlite_autoincrement=True)


def columns(names: str, kind: Any, *more: Any) -> list[SchemaItem]:
    return [sa.Column(name.rstrip("?"), kind, *more, nullable=name.endswith("?")) for name in names.split()]


def text(names: str) -> list[SchemaItem]:
    return columns(names, sa.String)


def number(names: str) -> list[SchemaItem]:
    return columns(names, sa.Integer)


def real(names: str) -> list[SchemaItem]:
    return columns(names, sa.Float)


def truth(names: str) -> list[SchemaItem]:
    return columns(names, sa.Boolean)


def json(names: str) -> list[SchemaItem]:
    return columns(names, sa.JSON)


def to(other: str, name: str) -> list[SchemaItem]:
    return columns(name, sa.Integer, sa.ForeignKey(f"{other}.id"))


def unique(names: str) -> list[SchemaItem]:
    return [sa.UniqueConstraint(*names.split())]


def index(names: str) -> list[SchemaItem]:
    return [sa.Index(None, *names.split())]


def few(of: str, names: str) -> list[SchemaItem]:
    """Indexes of the rows where a column is filled."""
    filled = {name: sa.text(f"{name} IS NOT NULL") for name in names.split()}
    return [
        sa.Index(f"ix_{of}_{name.removesuffix('_id')}", name, sqlite_where=where, postgresql_where=where)
        for name, where in filled.items()
    ]


def rule(name: str, condition: str) -> list[SchemaItem]:
    return [sa.CheckConstraint(condition, name=name)]


def one_of(column: str, words: str) -> list[SchemaItem]:
    """Written without IN, for which SQLite builds a table at every insert."""
    return rule(column.strip('"'), " OR ".join(f"{column} = '{word}'" for word in words.split()))


def unit(column: str) -> list[SchemaItem]:
    return rule(column, f"{column} BETWEEN 0 AND 1")


def forward() -> list[SchemaItem]:
    return rule("range", '0 <= start AND start < "end"')


sa.Table(
    "project",
    SCHEMA,
    sa.Column("id", sa.Integer, primary_key=True),
    *text("uid name created_at"),
    *json("settings"),
    *rule("single", "id = 1"),
)
table("import", text("at source"), json("options"))
table(
    "annotator",
    text("uid name kind version"),
    one_of("kind", "person model gold"),
    unique("uid"),
    index("kind name version"),
)
table("run", to("annotator", "annotator_id"), text("at"), json("settings"))
table("batch", text("name"), to("annotator", "drawn_by?"), json("filter"), number("seed?"), unique("name"))

table(
    "scheme_version",
    *(number("number"), text("at frozen_at? guideline"), json("content"), unique("number")),
)
table("label_set", text("key kind"), json("name"), one_of("kind", "entity stance"), unique("key"))
table(
    "label",
    *(to("label_set", "label_set_id"), number("position"), text("code"), json("name description")),
    *(text("key? color_light color_dark glyph"), real("value?"), text("status")),
    *(one_of("status", LIFECYCLE), unique("code"), index("label_set_id")),
)
table(
    "actor",
    *(text("uid name type"), to("actor", "parent_id?"), json("aliases external_ids")),
    *(to("actor", "merged_into_id?"), unique("uid"), index("name")),
)
table(
    "topic",
    *(text("uid key kind"), json("wording"), text("definition"), to("topic", "parent_id?")),
    *(to("actor", "actor_id?"), text("status"), number("digit?"), to("topic", "merged_into_id?")),
    *(one_of("kind", "issue claim actor"), one_of("status", LIFECYCLE)),
    *(rule("digit", "digit BETWEEN 1 AND 9"), unique("key"), unique("uid"), unique("digit")),
)
table(
    "field",
    *(text("on key kind"), json("name options"), truth("required"), text("status")),
    *(one_of('"on"', "article span stance"), one_of("kind", "one many ordinal number text date")),
    unique("key"),
)
table(
    "round",
    *(text("name purpose"), to("scheme_version", "scheme_version_id")),
    *(one_of("purpose", "pilot training main recheck"), unique("name")),
)

table(
    "article",
    text("key title sha256 language? outlet? author? url? published_at? source_id? retrieved_at? rights?"),
    *(number("story?"), to("import", "import_id?"), to("batch", "batch_id?"), json("attrs"), text("text")),
    unique("key"),
    *(index("sha256"), index("import_id"), index("published_at"), index("outlet"), index("language")),
)
table(
    "zone",
    *(to("article", "article_id"), number("start end"), text("kind"), truth("in_scope"), text("origin")),
    *(forward(), unique("article_id start end kind")),
)
table(
    "assignment",
    *(to("round", "round_id"), to("article", "article_id"), to("annotator", "annotator_id")),
    *(unique("round_id article_id annotator_id"), index("annotator_id"), index("article_id")),
)
table(
    "annotation_set",
    *(to("article", "article_id"), to("annotator", "annotator_id"), to("round", "round_id")),
    *(text("status excluded_reason? flag?"), to("annotator", "shown_model_id?"), to("run", "run_id?")),
    *(to("import", "import_id?"), one_of("status", "new in_progress done excluded")),
    rule("excluded", "(status = 'excluded') = (excluded_reason IS NOT NULL)"),
    *(unique("article_id annotator_id round_id"), index("annotator_id status")),
    few("annotation_set", "run_id import_id"),
)
table(
    "span",
    *(to("annotation_set", "set_id"), number("start end"), to("label", "label_id?"), text("form")),
    *(to("actor", "actor_id?"), real("score?"), to("span", "origin_id?"), text("made"), truth("unsure")),
    *(json("attrs?"), forward(), one_of("form", "plain derived part")),
    one_of("made", "typed accepted corrected all_occurrences seen_unchanged imported predicted"),
    unit("score"),
    [
        sa.Index(
            "uq_span_content", "set_id", "start", "end", sa.text("coalesce(label_id, 0)"), "form", unique=True
        )
    ],
    few("span", "origin_id actor_id"),
)
table(
    "rejection",
    *(to("annotation_set", "set_id"), number("start end"), to("label", "label_id")),
    *(forward(), unique("set_id start end label_id")),
)
table(
    "stance",
    *(text("uid"), to("annotation_set", "set_id"), text("level holder_kind"), to("span", "holder_span_id?")),
    *(to("actor", "holder_actor_id?"), to("topic", "topic_id?"), to("span", "target_span_id?")),
    *(to("actor", "target_actor_id?"), to("actor", "via_actor_id?"), to("label", "label_id")),
    *(truth("explicit?"), number("intensity?"), text("form? attribution?"), truth("sarcasm?")),
    *(real("confidence? score?"), to("stance", "origin_id?"), json("attrs?")),
    one_of("level", "statement paragraph article"),
    one_of("holder_kind", "span actor author outlet unspecified"),
    one_of("form", "verbal act emotion inferred"),
    one_of("attribution", "author author_narration direct_quote indirect_quote mixed_quote"),
    rule("holder_span", "(holder_kind = 'span') = (holder_span_id IS NOT NULL)"),
    rule("holder_actor", "holder_kind <> 'actor' OR holder_actor_id IS NOT NULL"),
    rule("target", "topic_id IS NOT NULL OR target_span_id IS NOT NULL OR target_actor_id IS NOT NULL"),
    *(rule("intensity", "intensity BETWEEN 1 AND 3"), unit("confidence"), unit("score")),
    *(unique("uid"), index("set_id"), index("topic_id")),
    few("stance", "holder_span_id target_span_id holder_actor_id target_actor_id via_actor_id origin_id"),
)
table(
    "stance_part",
    *(to("stance", "stance_id"), text("role"), number("position start end"), text("made")),
    *(forward(), one_of("role", "evidence cue"), one_of("made", "default marked")),
    unique("stance_id role position"),
)
table(
    "answer",
    *(to("annotation_set", "set_id"), to("field", "field_id"), to("span", "span_id?")),
    *(to("stance", "stance_id?"), json("value"), rule("about", "span_id IS NULL OR stance_id IS NULL")),
    *(index("set_id field_id"), few("answer", "span_id stance_id")),
)
table(
    "comment",
    *(to("annotation_set", "set_id"), to("span", "span_id?"), to("stance", "stance_id?")),
    *(to("annotator", "by_id"), text("kind text"), truth("resolved"), text("at")),
    *(one_of("kind", "note question answer"), rule("about", "span_id IS NULL OR stance_id IS NULL")),
    *(index("set_id"), few("comment", "span_id stance_id")),
)
table(
    "change",
    *(text("at"), to("annotator", "annotator_id?"), text("operation"), number("step article_id? undoes?")),
    *(json("patch"), index("annotator_id step"), index("article_id"), index("step")),
)


def upgrade() -> None:
    """Make every table, and the index of full texts, which the two databases keep each in its own way."""
    SCHEMA.create_all(op.get_bind(), checkfirst=False)
    if op.get_bind().dialect.name == "sqlite":
        op.execute(
            "CREATE VIRTUAL TABLE article_fts USING"
            " fts5(title, text, content='', tokenize='unicode61 remove_diacritics 2')"
        )
        # Slices of an import make small segments; merging 16 at a time instead of 4 costs a quarter less.
        op.execute("INSERT INTO article_fts (article_fts, rank) VALUES ('automerge', 16)")
    else:
        op.execute("CREATE TABLE article_fts (id INTEGER PRIMARY KEY, words TSVECTOR NOT NULL)")
        op.execute("CREATE INDEX ix_article_fts_words ON article_fts USING gin (words)")


def downgrade() -> None:
    """Remove everything."""
    op.execute("DROP TABLE article_fts")
    SCHEMA.drop_all(op.get_bind(), checkfirst=False)
