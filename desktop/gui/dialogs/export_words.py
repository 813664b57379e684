"""How formats and the ways to export are called in the window."""

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from desktop.gui.words import Words
from store.formats import WHOLE
from store.formats.protocol import Writer

SPLITS = {
    "": None,
    "80/10/10": (0.8, 0.1, 0.1),
    "70/15/15": (0.7, 0.15, 0.15),
    "70/10/20": (0.7, 0.1, 0.2),
    "80/0/20": (0.8, 0.0, 0.2),
}
"""Shares of train, dev and test; a training in the window deals by 70/10/20."""

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


_FORMATS = Words(
    "ExportWords",
    {
        "jsonl": QT_TRANSLATE_NOOP("ExportWords", "JSONL: everything, one article a line"),
        "spacy": QT_TRANSLATE_NOOP("ExportWords", "spaCy DocBin: training data for spaCy"),
        "prodigy": QT_TRANSLATE_NOOP("ExportWords", "Prodigy: entities without overlaps (ner)"),
        "prodigy-spans": QT_TRANSLATE_NOOP("ExportWords", "Prodigy: all spans (spans)"),
        "doccano": QT_TRANSLATE_NOOP("ExportWords", "doccano: sequence labelling"),
        "doccano-relations": QT_TRANSLATE_NOOP("ExportWords", "doccano: with relations"),
        "conll2003": QT_TRANSLATE_NOOP("ExportWords", "CoNLL-2003: four columns"),
        "conll2002": QT_TRANSLATE_NOOP("ExportWords", "CoNLL-2002: two columns"),
        "germeval": QT_TRANSLATE_NOOP("ExportWords", "GermEval 2014: two layers"),
        "label-studio": QT_TRANSLATE_NOOP("ExportWords", "Label Studio: annotations and predictions"),
        "conllu": QT_TRANSLATE_NOOP("ExportWords", "CoNLL-U: ten columns, names in the last"),
        "cas-xmi": QT_TRANSLATE_NOOP("ExportWords", "UIMA CAS: XMI for INCEpTION"),
        "cas-json": QT_TRANSLATE_NOOP("ExportWords", "UIMA CAS: JSON for INCEpTION"),
        "webanno-tsv": QT_TRANSLATE_NOOP("ExportWords", "WebAnno TSV 3.3 for INCEpTION"),
        "hf": QT_TRANSLATE_NOOP("ExportWords", "Hugging Face: JSON Lines with features"),
        "hf-parquet": QT_TRANSLATE_NOOP("ExportWords", "Hugging Face: Parquet"),
        "brat": QT_TRANSLATE_NOOP("ExportWords", "brat: standoff, stances as events"),
        "qdpx": QT_TRANSLATE_NOOP("ExportWords", "REFI-QDA project: MAXQDA, ATLAS.ti, NVivo, QualCoder"),
        "tei": QT_TRANSLATE_NOOP("ExportWords", "TEI P5: corpus with standoff annotations"),
        "web-annotation": QT_TRANSLATE_NOOP("ExportWords", "W3C Web Annotation: JSON-LD"),
        "spans-csv": QT_TRANSLATE_NOOP("ExportWords", "Table of spans: CSV"),
        "spans-xlsx": QT_TRANSLATE_NOOP("ExportWords", "Table of spans: Excel"),
        "xstance": QT_TRANSLATE_NOOP("ExportWords", "X-stance: comments on questions"),
        "semeval": QT_TRANSLATE_NOOP("ExportWords", "SemEval 2016: stance toward a target"),
        "newsmtsc": QT_TRANSLATE_NOOP("ExportWords", "NewsMTSC: stance of the author toward a mention"),
        "newsmtsc-all": QT_TRANSLATE_NOOP("ExportWords", "NewsMTSC: stance of any holder toward a mention"),
        "statements-csv": QT_TRANSLATE_NOOP("ExportWords", "Table of statements: CSV"),
        "statements-xlsx": QT_TRANSLATE_NOOP("ExportWords", "Table of statements: Excel"),
        "dna": QT_TRANSLATE_NOOP("ExportWords", "Discourse Network Analyzer: database"),
        "dna-events": QT_TRANSLATE_NOOP("ExportWords", "Discourse Network Analyzer: list of events"),
        "dna-events-plain": QT_TRANSLATE_NOOP(
            "ExportWords", "Discourse Network Analyzer: list of events, plain"
        ),
        "network-graphml": QT_TRANSLATE_NOOP("ExportWords", "Network of actors and topics: GraphML"),
        "network-gexf": QT_TRANSLATE_NOOP("ExportWords", "Network of actors and topics: GEXF"),
        "network-csv": QT_TRANSLATE_NOOP("ExportWords", "Network of actors and topics: CSV"),
    },
)


def format_words(writer: Writer) -> str:
    """A format, as people who need it know it."""
    return _FORMATS.get(writer.name, f"{writer.name} ({writer.suffixes[0]})")


def explanation(writer: Writer) -> str:
    """What one may want to know of a format before it is chosen."""
    translate = QCoreApplication.translate
    if not writer.cannot_hold:
        return translate(
            "ExportWords", "Nothing is lost: importing it into an empty project gives the same content."
        )
    lossy = translate("ExportWords", "What it cannot hold is listed at the right before anything is written.")
    if writer.name != "spacy":
        return lossy
    config = translate(
        "ExportWords",
        "Split, it comes with a config for “spacy train”: 70/10/20 with seed 0 makes the model that Train a"
        " model makes.",
    )
    return f"{lossy} {config}"


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
