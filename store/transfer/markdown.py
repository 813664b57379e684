"""Pieces of the pages that lie beside exported data, in Markdown (pure)."""

from collections import Counter
from collections.abc import Mapping, Sequence

_MOST = 20


def table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """A table; its cells are Markdown."""
    lines = [head, ["---"] * len(head), *rows]
    return "\n".join("| " + " | ".join(cells) + " |" for cells in lines)


def counts(counter: Mapping[str, int], none: str = "not said") -> str:
    """How often what, the most frequent first; `none` is what an empty name is called."""
    found = Counter(counter).most_common()
    words = [f"{inline(name) or none} {count}" for name, count in found[:_MOST]]
    more = f", and {len(found) - _MOST} more" if len(found) > _MOST else ""
    return ", ".join(words) + more


def said(wording: Mapping[str, str]) -> str:
    """A wording in English, else in any language."""
    return wording.get("en") or next(iter(wording.values()), "")


def inline(words: str) -> str:
    """Words in one line that end no cell of a table."""
    return " ".join(words.replace("|", "\\|").split())


def code(words: str) -> str:
    """Words as code; a grave accent in them ends nothing."""
    fence = "``" if "`" in words else "`"
    space = " " if words.startswith("`") or words.endswith("`") else ""
    return f"{fence}{space}{inline(words)}{space}{fence}"


def count_of(number: int, noun: str) -> str:
    """A number and what it counts: "1 article", "3 articles"."""
    return f"{number} {noun}{'' if number == 1 else 's'}"
