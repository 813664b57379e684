"""Marks of a set on topics: no stance found, and to be looked at again."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the table."""
    op.create_table(
        "topic_mark",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("set_id", sa.Integer, nullable=False),
        sa.Column("topic_id", sa.Integer, nullable=False),
        sa.Column("mark", sa.String, nullable=False),
        sa.CheckConstraint("mark = 'none' OR mark = 'look_again'", name=op.f("ck_topic_mark_mark")),
        sa.UniqueConstraint("set_id", "topic_id", "mark", name=op.f("uq_topic_mark_set_id_topic_id_mark")),
        sa.ForeignKeyConstraint(
            ["set_id"], ["annotation_set.id"], name=op.f("fk_topic_mark_set_id_annotation_set")
        ),
        sa.ForeignKeyConstraint(["topic_id"], ["topic.id"], name=op.f("fk_topic_mark_topic_id_topic")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_topic_mark_topic_id"), "topic_mark", ["topic_id"])


def downgrade() -> None:
    """Take it back."""
    op.drop_table("topic_mark")
