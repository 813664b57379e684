"""File formats. They stand in `register.py`, which is loaded at the first question.

Who only needs one of their values (the window, before it is painted) does not wait for two dozen parsers.
"""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from store.formats.register import (
        ANNOTATIONS,
        FLAT,
        READERS,
        STANCES,
        WHOLE,
        WITH_EVIDENCE,
        WRITERS,
        reader_named,
        sniffed,
        writer_named,
    )

READABLE = (
    "jsonl",
    "gold",
    "xstance",
    "semeval",
    "newsmtsc",
    "statements-csv",
    "dna",
    "dna-events",
    "prodigy",
    "doccano",
    "conll2003",
    "conll2002",
    "germeval",
    "label-studio",
    "hf",
    "brat",
    "conllu",
    "cas-xmi",
    "cas-json",
    "webanno-tsv",
    "qdpx",
    "articles",
    "csv",
    "html",
    "feed",
    "newsml",
    "nitf",
    "factiva",
    "ninjs",
    "tei",
    "docx",
    "odt",
    "rtf",
    "pdf",
    "xlsx",
    "parquet",
    "warc",
    "leipzig",
    "text",
)
"""Names of what can be imported, said here so that a command line need not load it all to explain itself."""

WRITABLE = (
    "jsonl",
    "spacy",
    "prodigy",
    "doccano",
    "conll2003",
    "conll2002",
    "germeval",
    "label-studio",
    "hf",
    "brat",
    "conllu",
    "cas-xmi",
    "cas-json",
    "webanno-tsv",
    "qdpx",
    "prodigy-spans",
    "doccano-relations",
    "hf-parquet",
    "spans-csv",
    "spans-xlsx",
    "web-annotation",
    "tei",
    "xstance",
    "semeval",
    "newsmtsc",
    "statements-csv",
    "dna",
    "dna-events",
    "newsmtsc-all",
    "statements-xlsx",
    "dna-events-plain",
    "network-graphml",
    "network-gexf",
    "network-csv",
)
"""Names of what can be exported."""

_LAZY = [
    "ANNOTATIONS",
    "FLAT",
    "READERS",
    "STANCES",
    "WHOLE",
    "WITH_EVIDENCE",
    "WRITERS",
    "reader_named",
    "sniffed",
    "writer_named",
]

__all__ = [
    "ANNOTATIONS",
    "FLAT",
    "READABLE",
    "READERS",
    "STANCES",
    "WHOLE",
    "WITH_EVIDENCE",
    "WRITABLE",
    "WRITERS",
    "reader_named",
    "sniffed",
    "writer_named",
]


def __getattr__(name: str) -> Any:
    if name not in _LAZY:
        raise AttributeError(name)
    from store.formats import register

    return getattr(register, name)
