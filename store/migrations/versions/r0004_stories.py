"""The articles of a story are found by its number."""

from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the index."""
    op.create_index(op.f("ix_article_story"), "article", ["story"])


def downgrade() -> None:
    """Take it back."""
    op.drop_index(op.f("ix_article_story"), "article")
