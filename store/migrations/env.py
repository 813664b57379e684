"""Alembic's entry: runs the revisions on the connection that `store.upgrading` hands in."""

from alembic import context

from store.migrations.scope import COMPARING

context.configure(
    connection=context.config.attributes["connection"],
    render_as_batch=True,
    **COMPARING,
)
with context.begin_transaction():
    context.run_migrations()
