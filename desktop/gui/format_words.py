"""What formats and our fields are called, in the language of the window."""

from PySide6.QtCore import QCoreApplication

FIELDS = (
    "title", "headline", "lead", "text", "outlet", "author", "published_at", "url", "language", "rights",
    "key",
)  # fmt: skip
"""Our fields that a column can be, in the order in which they are offered."""


def format_words(name: str) -> str:
    """A format in a few words; one that has none is called by its name."""
    translate = QCoreApplication.translate
    words = {
        "": translate("Formats", "not recognised"),
        "jsonl": translate("Formats", "Lesart's own JSON Lines"),
        "articles": translate("Formats", "JSON with articles"),
        "csv": translate("Formats", "Table (CSV, TSV)"),
        "xlsx": translate("Formats", "Excel workbook"),
        "text": translate("Formats", "Plain text"),
        "html": translate("Formats", "Web page"),
        "feed": translate("Formats", "Feed (RSS, Atom)"),
        "newsml": translate("Formats", "NewsML-G2"),
        "nitf": translate("Formats", "NITF"),
        "ninjs": translate("Formats", "ninjs"),
        "tei": translate("Formats", "TEI corpus"),
        "docx": translate("Formats", "Word document"),
        "odt": translate("Formats", "OpenDocument text"),
        "rtf": translate("Formats", "Rich text (RTF)"),
        "pdf": translate("Formats", "PDF"),
        "parquet": translate("Formats", "Parquet table"),
        "warc": translate("Formats", "Web archive (WARC)"),
        "leipzig": translate("Formats", "Leipzig sentences"),
        "gold": translate("Formats", "Gold file with statements"),
        "xstance": translate("Formats", "X-stance"),
        "semeval": translate("Formats", "SemEval 2016, task 6"),
        "newsmtsc": translate("Formats", "NewsMTSC"),
        "statements-csv": translate("Formats", "Table of statements"),
        "dna": translate("Formats", "Discourse Network Analyzer"),
        "dna-events": translate("Formats", "Event list of DNA"),
        "sidecar": translate("Formats", "Statements by their sidecar"),
    }
    return words.get(name, name)


def field_words(field: str) -> str:
    """What a column of a table can be; "" for none of our fields."""
    translate = QCoreApplication.translate
    words = {
        "": translate("Formats", "(kept beside the article)"),
        "title": translate("Formats", "Title, not part of the text"),
        "headline": translate("Formats", "Headline"),
        "lead": translate("Formats", "Lead"),
        "text": translate("Formats", "Text"),
        "outlet": translate("Formats", "Outlet"),
        "author": translate("Formats", "Author"),
        "published_at": translate("Formats", "Date"),
        "url": translate("Formats", "Address (URL)"),
        "language": translate("Formats", "Language"),
        "rights": translate("Formats", "Rights"),
        "key": translate("Formats", "Key"),
    }
    return words.get(field, field)
