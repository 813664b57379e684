"""How the schema came to be. One file a revision; a revision that was released never changes again.

    .venv/bin/python -m store.migrations "what it does"

writes the next one from what the tables say now; it is to be read, and added to `REVISIONS`.
"""

REVISIONS = ("0001", "0002", "0003", "0004")
"""All revisions, oldest first: opening an up-to-date store needs no Alembic.

A test compares them with the files.
"""

HEAD = REVISIONS[-1]
