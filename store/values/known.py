"""What one may learn from a reading of a text."""

from msgspec import Struct

Named = tuple[int, int, str]
"""Start, end, and the name of a label with its form: `LOC`, `LOCderiv`."""


class Known(Struct, frozen=True):
    """A reading of one text. `spans` do not overlap; `refused` are names that do not stand there.

    `is_whole`: what has no span is no name, but for the names in `open`. Nothing is known of `unknown`.
    """

    text: str
    spans: tuple[Named, ...]
    is_whole: bool
    refused: tuple[Named, ...] = ()
    unknown: tuple[tuple[int, int], ...] = ()
    open: tuple[str, ...] = ()
