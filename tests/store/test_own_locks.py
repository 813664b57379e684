"""What looks at the file of a project that is open in this process takes no lock away from it."""

import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from store.backing_up import backup
from store.database import Store, open_store
from tests.store.store_files import LOCKS, NewStore, locked


def open_again(store: Store) -> None:
    open_store(store.target).engine.dispose()


def back_up(store: Store) -> None:
    backup(store.target, Path(store.target).with_name("copy.lesart"))


@pytest.mark.skipif(not LOCKS.exists(), reason=f"{sys.platform} does not tell who has locks")
@pytest.mark.parametrize("look", [open_again, back_up])
def test_an_open_project_keeps_its_locks(new_store: NewStore, look: Callable[[Store], object]) -> None:
    store = new_store()
    folder = Path(store.target).parent
    with store.read() as conn:
        conn.exec_driver_sql("SELECT count(*) FROM article")
        before = locked(folder)
        assert before == {Path(store.target).name, f"{Path(store.target).name}-shm"}
        look(store)
        assert locked(folder) == before
