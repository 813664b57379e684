"""What formats and our fields are called, in the language of the window."""

from PySide6.QtCore import QT_TRANSLATE_NOOP

from desktop.gui.words import Words

FIELDS = (
    "title", "headline", "lead", "text", "outlet", "author", "published_at", "url", "language", "rights",
    "key",
)  # fmt: skip
"""Our fields that a column can be, in the order in which they are offered."""


_FORMATS = Words(
    "Formats",
    {
        "": QT_TRANSLATE_NOOP("Formats", "not recognised"),
        "jsonl": QT_TRANSLATE_NOOP("Formats", "Lesart's own JSON Lines"),
        "articles": QT_TRANSLATE_NOOP("Formats", "JSON with articles"),
        "csv": QT_TRANSLATE_NOOP("Formats", "Table (CSV, TSV)"),
        "xlsx": QT_TRANSLATE_NOOP("Formats", "Excel workbook"),
        "text": QT_TRANSLATE_NOOP("Formats", "Plain text"),
        "html": QT_TRANSLATE_NOOP("Formats", "Web page"),
        "feed": QT_TRANSLATE_NOOP("Formats", "Feed (RSS, Atom)"),
        "newsml": QT_TRANSLATE_NOOP("Formats", "NewsML-G2"),
        "nitf": QT_TRANSLATE_NOOP("Formats", "NITF"),
        "factiva": QT_TRANSLATE_NOOP("Formats", "Factiva (XML)"),
        "ninjs": QT_TRANSLATE_NOOP("Formats", "ninjs"),
        "tei": QT_TRANSLATE_NOOP("Formats", "TEI corpus"),
        "docx": QT_TRANSLATE_NOOP("Formats", "Word document"),
        "odt": QT_TRANSLATE_NOOP("Formats", "OpenDocument text"),
        "rtf": QT_TRANSLATE_NOOP("Formats", "Rich text (RTF)"),
        "pdf": QT_TRANSLATE_NOOP("Formats", "PDF"),
        "parquet": QT_TRANSLATE_NOOP("Formats", "Parquet table"),
        "warc": QT_TRANSLATE_NOOP("Formats", "Web archive (WARC)"),
        "leipzig": QT_TRANSLATE_NOOP("Formats", "Leipzig sentences"),
        "gold": QT_TRANSLATE_NOOP("Formats", "Gold file with statements"),
        "xstance": QT_TRANSLATE_NOOP("Formats", "X-stance"),
        "semeval": QT_TRANSLATE_NOOP("Formats", "SemEval 2016, task 6"),
        "newsmtsc": QT_TRANSLATE_NOOP("Formats", "NewsMTSC"),
        "statements-csv": QT_TRANSLATE_NOOP("Formats", "Table of statements"),
        "dna": QT_TRANSLATE_NOOP("Formats", "Discourse Network Analyzer"),
        "dna-events": QT_TRANSLATE_NOOP("Formats", "Event list of DNA"),
        "prodigy": QT_TRANSLATE_NOOP("Formats", "Prodigy"),
        "doccano": QT_TRANSLATE_NOOP("Formats", "doccano"),
        "conll2003": QT_TRANSLATE_NOOP("Formats", "CoNLL columns"),
        "conll2002": QT_TRANSLATE_NOOP("Formats", "CoNLL columns"),
        "conllu": QT_TRANSLATE_NOOP("Formats", "CoNLL-U"),
        "germeval": QT_TRANSLATE_NOOP("Formats", "GermEval 2014"),
        "label-studio": QT_TRANSLATE_NOOP("Formats", "Label Studio"),
        "hf": QT_TRANSLATE_NOOP("Formats", "Hugging Face datasets"),
        "brat": QT_TRANSLATE_NOOP("Formats", "brat"),
        "cas-xmi": QT_TRANSLATE_NOOP("Formats", "UIMA CAS (XMI)"),
        "cas-json": QT_TRANSLATE_NOOP("Formats", "UIMA CAS (JSON)"),
        "webanno-tsv": QT_TRANSLATE_NOOP("Formats", "WebAnno TSV"),
        "qdpx": QT_TRANSLATE_NOOP("Formats", "REFI-QDA project"),
        "sidecar": QT_TRANSLATE_NOOP("Formats", "Statements by their sidecar"),
    },
)


def format_words(name: str) -> str:
    """A format in a few words; one that has none is called by its name."""
    return _FORMATS.of(name)


_FIELDS = Words(
    "Formats",
    {
        "": QT_TRANSLATE_NOOP("Formats", "(kept beside the article)"),
        "title": QT_TRANSLATE_NOOP("Formats", "Title, not part of the text"),
        "headline": QT_TRANSLATE_NOOP("Formats", "Headline"),
        "lead": QT_TRANSLATE_NOOP("Formats", "Lead"),
        "text": QT_TRANSLATE_NOOP("Formats", "Text"),
        "outlet": QT_TRANSLATE_NOOP("Formats", "Outlet"),
        "author": QT_TRANSLATE_NOOP("Formats", "Author"),
        "published_at": QT_TRANSLATE_NOOP("Formats", "Date"),
        "url": QT_TRANSLATE_NOOP("Formats", "Address (URL)"),
        "language": QT_TRANSLATE_NOOP("Formats", "Language"),
        "rights": QT_TRANSLATE_NOOP("Formats", "Rights"),
        "key": QT_TRANSLATE_NOOP("Formats", "Key"),
    },
)


def field_words(field: str) -> str:
    """What a column of a table can be; "" for none of our fields."""
    return _FIELDS.of(field)
