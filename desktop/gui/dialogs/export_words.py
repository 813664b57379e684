"""How formats and the ways to export are called in the window."""

from PySide6.QtCore import QCoreApplication

from store.formats.protocol import Writer

SPLITS = {"": None, "80/10/10": (0.8, 0.1, 0.1), "70/15/15": (0.7, 0.15, 0.15), "80/0/20": (0.8, 0.0, 0.2)}
WHOLE = frozenset(
    ("jsonl", "spans-xlsx", "qdpx", "statements-csv", "statements-xlsx", "dna", "dna-events",
     "dna-events-plain", "network-graphml", "network-gexf", "network-csv")
)  # fmt: skip
"""Formats that are one file always."""

TOGETHER = WHOLE | {
    "brat",
    "cas-xmi",
    "cas-json",
    "webanno-tsv",
    "xstance",
    "semeval",
    "newsmtsc",
    "newsmtsc-all",
}
"""Formats that hold all annotators in one file."""


def format_words(writer: Writer) -> str:
    """A format, as people who need it know it."""
    translate = QCoreApplication.translate
    words = {
        "jsonl": translate("ExportWords", "JSONL: everything, one article a line"),
        "spacy": translate("ExportWords", "spaCy DocBin: training data for spaCy"),
        "prodigy": translate("ExportWords", "Prodigy: entities without overlaps (ner)"),
        "prodigy-spans": translate("ExportWords", "Prodigy: all spans (spans)"),
        "doccano": translate("ExportWords", "doccano: sequence labelling"),
        "doccano-relations": translate("ExportWords", "doccano: with relations"),
        "conll2003": translate("ExportWords", "CoNLL-2003: four columns"),
        "conll2002": translate("ExportWords", "CoNLL-2002: two columns"),
        "germeval": translate("ExportWords", "GermEval 2014: two layers"),
        "label-studio": translate("ExportWords", "Label Studio: annotations and predictions"),
        "conllu": translate("ExportWords", "CoNLL-U: ten columns, names in the last"),
        "cas-xmi": translate("ExportWords", "UIMA CAS: XMI for INCEpTION"),
        "cas-json": translate("ExportWords", "UIMA CAS: JSON for INCEpTION"),
        "webanno-tsv": translate("ExportWords", "WebAnno TSV 3.3 for INCEpTION"),
        "hf": translate("ExportWords", "Hugging Face: JSON Lines with features"),
        "hf-parquet": translate("ExportWords", "Hugging Face: Parquet"),
        "brat": translate("ExportWords", "brat: standoff, stances as events"),
        "qdpx": translate("ExportWords", "REFI-QDA project: MAXQDA, ATLAS.ti, NVivo, QualCoder"),
        "tei": translate("ExportWords", "TEI P5: corpus with standoff annotations"),
        "web-annotation": translate("ExportWords", "W3C Web Annotation: JSON-LD"),
        "spans-csv": translate("ExportWords", "Table of spans: CSV"),
        "spans-xlsx": translate("ExportWords", "Table of spans: Excel"),
        "xstance": translate("ExportWords", "X-stance: comments on questions"),
        "semeval": translate("ExportWords", "SemEval 2016: stance toward a target"),
        "newsmtsc": translate("ExportWords", "NewsMTSC: stance of the author toward a mention"),
        "newsmtsc-all": translate("ExportWords", "NewsMTSC: stance of any holder toward a mention"),
        "statements-csv": translate("ExportWords", "Table of statements: CSV"),
        "statements-xlsx": translate("ExportWords", "Table of statements: Excel"),
        "dna": translate("ExportWords", "Discourse Network Analyzer: database"),
        "dna-events": translate("ExportWords", "Discourse Network Analyzer: list of events"),
        "dna-events-plain": translate("ExportWords", "Discourse Network Analyzer: list of events, plain"),
        "network-graphml": translate("ExportWords", "Network of actors and topics: GraphML"),
        "network-gexf": translate("ExportWords", "Network of actors and topics: GEXF"),
        "network-csv": translate("ExportWords", "Network of actors and topics: CSV"),
    }
    return words.get(writer.name, f"{writer.name} ({writer.suffixes[0]})")


def scheme_words() -> dict[str, str]:
    """How ranges are written in columns."""
    translate = QCoreApplication.translate
    return {
        "iob2": translate("ExportWords", "IOB2: every entity begins with B-"),
        "iob1": translate("ExportWords", "IOB1: B- only where two touch"),
        "bioes": translate("ExportWords", "BIOES: with ends and singles"),
    }


def misfit_words() -> dict[str, str]:
    """What happens to spans that are not whole tokens."""
    translate = QCoreApplication.translate
    return {
        "leave_out": translate("ExportWords", "leave out and list"),
        "widen": translate("ExportWords", "widen to whole tokens and list"),
    }


def overlap_words() -> dict[str, str]:
    """Which of overlapping spans stays where only one has room."""
    translate = QCoreApplication.translate
    return {
        "longest": translate("ExportWords", "keep the longest, list the others"),
        "shortest": translate("ExportWords", "keep the innermost, list the others"),
    }


def alternative_words() -> dict[str, str]:
    """What can be chosen instead of losing something."""
    translate = QCoreApplication.translate
    return {
        "widen": translate("ExportWords", "Widen to whole tokens"),
        "shortest": translate("ExportWords", "Keep the innermost"),
        "one_each": translate("ExportWords", "A file for each annotator"),
    }


def stratum_words() -> dict[str, str]:
    """What is dealt alike."""
    translate = QCoreApplication.translate
    return {
        "": translate("ExportWords", "by article alone"),
        "outlet": translate("ExportWords", "outlets alike in all parts"),
        "language": translate("ExportWords", "languages alike in all parts"),
        "month": translate("ExportWords", "months alike in all parts"),
    }
