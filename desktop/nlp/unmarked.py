"""Words like names that nothing stands for: in an article that is done they are none. Pure."""

import re
from collections.abc import Iterable, Iterator

from store.offsets import Range

_WORD = re.compile(r"[^\W\d_][\w’'-]*")
_SHORTEST = 3
"""Code points; shorter words are endings and initials."""


def unmarked(text: str, marked: Iterable[Range]) -> Iterator[str]:
    """The words with a capital outside of some ranges, each as often as it stands there.

    Scripts without capitals have none.
    """
    at = 0
    for start, end in sorted((*marked, (len(text), len(text)))):
        if start > at:
            yield from (
                it for it in _WORD.findall(text[at:start]) if it[0].isupper() and len(it) >= _SHORTEST
            )
        at = max(at, end)
