"""Keys made of names, for what has to be called something in files (pure)."""

import re
import unicodedata
from collections.abc import Collection


def key_of(name: str, otherwise: str) -> str:
    """A key that may stand in files: Latin letters, digits and hyphens; other scripts stay as they are.

    `otherwise` is the key of a name that has nothing to make one of.
    """
    plain = unicodedata.normalize("NFKD", name.casefold().replace("ß", "ss"))
    kept = "".join(it for it in plain if not unicodedata.combining(it))
    return re.sub(r"[^\w]+", "-", kept).strip("-_")[:60] or otherwise


def free_key(key: str, taken: Collection[str]) -> str:
    """The key, or the first of key-2, key-3 … that is not taken."""
    number, free = 2, key
    while free in taken:
        free, number = f"{key}-{number}", number + 1
    return free
