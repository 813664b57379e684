"""What the command line's words mean."""

from pathlib import Path

import pytest

from desktop.cli.parameters import target
from store.database import is_server


@pytest.mark.parametrize(
    "address",
    ["postgresql://ada@host/news", "postgres://ada@host/news", "postgresql+psycopg://ada@host/news"],
)
def test_the_address_of_a_server_survives_being_taken_for_a_path(address: str) -> None:
    assert target(Path(address)) == address
    assert is_server(target(Path(address)))


@pytest.mark.parametrize("path", ["news.lesart", "folder/news.lesart", "/abs/postgresql:/x.lesart"])
def test_a_file_stays_a_path(path: str) -> None:
    assert target(Path(path)) == Path(path)
