"""Files of the test's own, read by a format."""

from collections.abc import Callable
from pathlib import Path

import pytest

from store.formats.protocol import Item, Reader, ReadOptions
from store.formats.sources import Source

Read = Callable[..., list[Item]]


@pytest.fixture
def read(tmp_path: Path) -> Read:
    """Writes a file and reads it with a format: the items with their lines."""

    def read(reader: Reader, content: str | bytes, *, name: str = "file", **options: object) -> list[Item]:
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        return list(reader.read(Source(path, name, language="de"), ReadOptions(**options)))

    return read
