"""File formats. They stand in `register.py`, which is loaded at the first question.

Who only needs one of their values (the window, before it is painted) does not wait for two dozen parsers.
"""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from store.formats.register import (
        ANNOTATIONS,
        READERS,
        WITH_EVIDENCE,
        WRITERS,
        reader_named,
        sniffed,
        writer_named,
    )

__all__ = ["ANNOTATIONS", "READERS", "WITH_EVIDENCE", "WRITERS", "reader_named", "sniffed", "writer_named"]


def __getattr__(name: str) -> Any:
    if name not in __all__:
        raise AttributeError(name)
    from store.formats import register

    return getattr(register, name)
