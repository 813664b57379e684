"""Sentence files of the Leipzig Corpora Collection: shuffled sentences of news, each one an article.

`NAME-sentences.txt` holds number and sentence; `NAME-inv_so.txt` says which source a sentence has, and
`NAME-sources.txt` the address and day of each source. The other two are read with the first, where they lie
beside it or in the same archive. https://wortschatz.uni-leipzig.de/en/download
"""

import re
from array import array
from collections.abc import Iterator

from store.formats.columns import items
from store.formats.problems import Skipped
from store.formats.protocol import Feature, Item, ReadOptions
from store.formats.sources import Source

_SENTENCE = re.compile(r"\d+\t[^\t\d][^\t]*$|\d+\t\d[^\t]*\s[^\t]*$")
_COMPANION = re.compile(r"\d+\t\d+$|\d+\thttps?://\S+\t\d{4}-\d\d-\d\d$")
_LOOKED_AT = 5


class Leipzig:
    """`*-sentences.txt` with its companions."""

    name = "leipzig"
    suffixes = (".txt",)
    cannot_hold: tuple[Feature, ...] = (
        "zones", "nesting", "provenance", "rejections", "stances", "answers", "comments", "scheme",
    )  # fmt: skip

    def sniff(self, head: str, suffix: str) -> float:
        """By its first lines: a number, a tab, a sentence; companions are known too, so that nobody else
        takes them for texts.
        """
        return 0.7 if suffix == ".txt" and (_all(_SENTENCE, head) or _all(_COMPANION, head)) else 0.0

    def read(self, source: Source, options: ReadOptions) -> Iterator[Item]:
        """An article a sentence; nothing for a companion."""
        if not _all(_SENTENCE, source.head()):
            return
        name = source.name.rpartition("/")[2]
        base = name.replace("-sentences", "\0").partition("\0")[0].removesuffix(".txt")
        sources = _sources(source.sibling(f"{base}-sources.txt"))
        of_sentence = _inverse(source.sibling(f"{base}-inv_so.txt"))
        for line, fields in _rows(source):
            if isinstance(fields, Skipped):
                yield line, fields
                continue
            if len(fields) != 2 or not fields[0].isdigit():
                yield line, Skipped(source.name, line, "", "columns", f"{len(fields)} / 2")
                continue
            number = int(fields[0])
            at = of_sentence[number] if number < len(of_sentence) else 0
            url, _, date = sources.get(at, "").partition("\t")
            values = {"key": f"{base}-{number}", "text": fields[1], "url": url, "published_at": date}
            yield from items(source.name, line, values, {}, options)


def _all(pattern: re.Pattern[str], head: str) -> bool:
    lines = head.splitlines()[:_LOOKED_AT]
    return len(lines) > 1 and all(pattern.match(line) for line in lines[: max(len(lines) - 1, 2)])


def _rows(source: Source) -> Iterator[tuple[int, list[str] | Skipped]]:
    for number, line in source.lines():
        if isinstance(line, str):
            yield number, Skipped(source.name, number, "", line)
        elif not line.isspace():
            yield number, line.decode().rstrip("\r\n").split("\t")


def _sources(source: Source | None) -> dict[int, str]:
    """Number -> address and day."""
    rows = _rows(source) if source else ()
    return {
        int(fields[0]): "\t".join(fields[1:3])
        for _, fields in rows
        if not isinstance(fields, Skipped) and len(fields) > 1 and fields[0].isdigit()
    }


def _inverse(source: Source | None) -> "array[int]":
    """The source of each sentence, by its number; 0 for none."""
    found = array("I")
    for _, fields in _rows(source) if source else ():
        if (
            isinstance(fields, Skipped)
            or len(fields) < 2
            or not (fields[0].isdigit() and fields[1].isdigit())
        ):
            continue
        origin, sentence = int(fields[0]), int(fields[1])
        if sentence >= len(found) and sentence < 100_000_000:
            found.extend([0] * (sentence + 1 - len(found)))
        if sentence < len(found) and origin < 2**32:
            found[sentence] = origin
    return found
