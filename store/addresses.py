"""Where a project lies: in a file, or in a PostgreSQL database, by its URL. Pure."""

import re
from pathlib import Path

_SERVER = re.compile(r"postgres(?:ql)?(?:\+\w+)?:")
_CUT = re.compile(rf"({_SERVER.pattern})/(?!/)")
_PASSWORD = re.compile(r"//?[^/@]*:[^/]*@")


def is_server(target: str | Path) -> bool:
    """True for the URL of a PostgreSQL database, also one that was taken for a path; False for a file."""
    return _SERVER.match(str(target)) is not None


def address(target: str | Path) -> str | Path:
    """The same place, where a URL gets back the slash that it loses when it is taken for a path."""
    return _CUT.sub(r"\1//", str(target), count=1) if is_server(target) else Path(target)


def has_password(target: str | Path) -> bool:
    """Whether whoever reads the URL could use it."""
    return is_server(target) and _PASSWORD.search(str(target)) is not None
