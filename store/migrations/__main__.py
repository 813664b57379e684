"""Writes the next revision: what the tables in the code have and those of a new store have not."""

import sys
import tempfile
from pathlib import Path

from alembic import command

from store.engine import file_engine
from store.migrations import REVISIONS
from store.upgrading import migrating, to_head

if __name__ == "__main__":
    number = f"{len(REVISIONS) + 1:04}"
    with tempfile.TemporaryDirectory() as folder:
        engine = file_engine(Path(folder) / "head.lesart", foreign_keys=False)
        to_head(engine)
        with migrating(engine) as config:
            config.set_main_option("file_template", "r%%(rev)s_%%(slug)s")
            command.revision(config, message=sys.argv[1], autogenerate=True, rev_id=number)
        engine.dispose()
