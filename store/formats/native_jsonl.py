"""Lesart's own JSON Lines: the project on the first line, then one article a line, nothing lost.

The records of `store/formats/records.py` as JSON; fields at their default are left out. Every line can be
read alone as far as it refers to nothing but labels and annotators.
"""

from collections.abc import Iterable, Iterator
from pathlib import Path

import msgspec

from store.formats.json_lines import SUFFIXES, decoded_lines
from store.formats.protocol import Feature, Item, ReadOptions, WriteOptions, Written
from store.formats.records import ArticleRecord
from store.formats.scheme_records import ProjectRecord
from store.formats.sources import Source

_BUFFER = 1 << 20


class NativeJsonl:
    """`.jsonl`, known by its field "lesart"."""

    name = "jsonl"
    suffixes = SUFFIXES
    cannot_hold: tuple[Feature, ...] = ()
    needs_text = False

    def sniff(self, head: str, suffix: str) -> float:
        """By the field "lesart" at the beginning of the first line that is an object."""
        start = head.lstrip()[:200]
        return 1.0 if start.startswith("{") and '"lesart":' in start.replace(" ", "") else 0.0

    def read(self, source: Source, options: ReadOptions) -> Iterator[Item]:
        """The project, if the file has it, and its articles; types and ranges of numbers are checked here."""
        decoder = msgspec.json.Decoder(ArticleRecord | ProjectRecord)
        yield from decoded_lines(source, decoder.decode)

    def write(
        self, draft: Path, project: ProjectRecord, articles: Iterable[ArticleRecord], options: WriteOptions
    ) -> Written:
        """One file, streamed."""
        encoder = msgspec.json.Encoder()
        line = bytearray()
        count = 0
        with draft.open("wb", buffering=_BUFFER) as file:
            file.write(encoder.encode(project) + b"\n")
            for article in articles:
                count += 1
                encoder.encode_into(article, line)
                line += b"\n"
                file.write(line)
        return Written((draft.name,), count)
