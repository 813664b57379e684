"""A project lies in a file or on a server; who takes its address for a path gets there all the same."""

import sys
from pathlib import Path

import pytest

from store.addresses import address, has_password, is_server
from store.database import open_store
from store.errors import ExtraMissing

SERVERS = ("postgresql://ada@host/news", "postgres://ada@host/news", "postgresql+psycopg://ada@host/news")


@pytest.mark.parametrize("url", SERVERS)
def test_an_address_survives_being_taken_for_a_path(url: str) -> None:
    assert address(url) == address(Path(url)) == url
    assert is_server(Path(url))


@pytest.mark.parametrize("path", ["news.lesart", "folder/news.lesart", "/a/postgresql:/x.lesart", "postgres"])
def test_a_file_stays_a_path(path: str) -> None:
    assert address(path) == Path(path)
    assert not is_server(path)


@pytest.mark.parametrize(
    ("url", "is_secret"),
    [
        ("postgresql://ada:secret@host/news", True),
        ("postgresql:/ada:secret@host/news", True),
        ("postgresql://ada:p@ss:word@host:5432/news", True),
        ("postgresql://ada@host:5432/news", False),
        ("postgresql://host:5432/news", False),
        ("ada:secret@host.lesart", False),
    ],
)
def test_a_password_is_seen(url: str, is_secret: bool) -> None:
    assert has_password(url) is is_secret


def test_an_address_without_the_servers_driver_names_the_package(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "psycopg", None)
    with pytest.raises(ExtraMissing) as raised:
        open_store("postgresql://ada@localhost/news")
    assert raised.value.fields == {"package": "psycopg", "extra": "postgres"}
