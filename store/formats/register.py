"""All file formats. One that is added here can be imported, exported, sniffed and listed."""

from store.formats.annotations.brat import Brat
from store.formats.annotations.cas_files import CasFile
from store.formats.annotations.conll import Conll
from store.formats.annotations.conllu import ConllU
from store.formats.annotations.doccano import Doccano
from store.formats.annotations.germeval import GermEval
from store.formats.annotations.huggingface import HuggingFace, HuggingFaceParquet
from store.formats.annotations.label_studio import LabelStudio
from store.formats.annotations.prodigy import Prodigy
from store.formats.annotations.refi_qda import RefiQda
from store.formats.annotations.spacy_docbin import SpacyDocBin
from store.formats.annotations.span_table import SpanCsv, SpanXlsx
from store.formats.annotations.tei_standoff import TeiStandoff
from store.formats.annotations.web_annotation import WebAnnotation
from store.formats.annotations.webanno import WebAnnoTsv
from store.formats.articles.articles_jsonl import ArticlesJsonl
from store.formats.articles.csv_table import CsvTable
from store.formats.articles.docx import Docx
from store.formats.articles.excel import Excel
from store.formats.articles.factiva import Factiva
from store.formats.articles.feed import Feed
from store.formats.articles.html_page import HtmlPage
from store.formats.articles.leipzig import Leipzig
from store.formats.articles.newsml_g2 import NewsmlG2
from store.formats.articles.ninjs import Ninjs
from store.formats.articles.nitf import Nitf
from store.formats.articles.odt import Odt
from store.formats.articles.parquet_table import ParquetTable
from store.formats.articles.pdf import Pdf
from store.formats.articles.plain_text import PlainText
from store.formats.articles.rtf import Rtf
from store.formats.articles.tei import Tei
from store.formats.articles.warc import Warc
from store.formats.native_jsonl import NativeJsonl
from store.formats.protocol import Reader, Writer
from store.formats.stances.dna import Dna
from store.formats.stances.dna_events import DnaEvents
from store.formats.stances.network_files import NetworkFile
from store.formats.stances.newsmtsc import NewsMtsc
from store.formats.stances.seed_gold import SeedGold
from store.formats.stances.semeval import SemEval
from store.formats.stances.statement_table import StatementCsv, StatementWorkbook
from store.formats.stances.xstance import XStance

ANNOTATIONS = (
    Prodigy(),
    Doccano(),
    Conll(2003),
    Conll(2002),
    GermEval(),
    LabelStudio(),
    HuggingFace(),
    Brat(),
    ConllU(),
    CasFile("xmi"),
    CasFile("json"),
    WebAnnoTsv(),
    RefiQda(),
)
"""What other annotation tools write; these look more closely at a file than the formats of articles."""

STANCES = (
    XStance(),
    SemEval(),
    NewsMtsc(),
    StatementCsv(),
    Dna(),
    DnaEvents(),
)
"""Statements for other programs and corpora, each with a sidecar (see `store/formats/stances/sidecar.py`)."""

WITH_EVIDENCE = frozenset(
    ("xstance", "semeval", "statements-csv", "statements-xlsx", "dna", "dna-events", "dna-events-plain",
     "brat", "qdpx", "network-graphml", "network-gexf", "network-csv")
)  # fmt: skip
"""Formats that show the words or the place of evidence, and can be asked which counts."""

WHOLE = frozenset(
    ("jsonl", "spans-xlsx", "qdpx", "statements-csv", "statements-xlsx", "dna", "dna-events",
     "dna-events-plain", "network-graphml", "network-gexf", "network-csv")
)  # fmt: skip
"""Formats that are one file always: no split is made of them."""

FLAT = frozenset(("conll2002", "conll2003", "conllu", "prodigy", "spacy"))
"""Formats with room for one of several spans in a place (spaCy: as its entities)."""

READERS: tuple[Reader, ...] = (
    NativeJsonl(), SeedGold(), *STANCES, *ANNOTATIONS, ArticlesJsonl(), CsvTable(), HtmlPage(), Feed(),
    NewsmlG2(), Nitf(), Factiva(), Ninjs(), Tei(), Docx(), Odt(), Rtf(), Pdf(), Excel(),
    ParquetTable(), Warc(), Leipzig(), PlainText(),
)  # fmt: skip

WRITERS: tuple[Writer, ...] = (
    NativeJsonl(),
    SpacyDocBin(),
    *ANNOTATIONS,
    Prodigy(nested=True),
    Doccano(relations=True),
    HuggingFaceParquet(),
    SpanCsv(),
    SpanXlsx(),
    WebAnnotation(),
    TeiStandoff(),
    *STANCES,
    NewsMtsc(everybody=True),
    StatementWorkbook(),
    DnaEvents(plain=True),
    NetworkFile("graphml"),
    NetworkFile("gexf"),
    NetworkFile("csv"),
)


def reader_named(name: str) -> Reader | None:
    """The format of this name, if it can be read."""
    return next((item for item in READERS if item.name == name), None)


def writer_named(name: str) -> Writer | None:
    """The format of this name, if it can be written."""
    return next((item for item in WRITERS if item.name == name), None)


def sniffed(head: str, suffix: str) -> Reader | None:
    """The format that is surest of a file that begins like this; None where none is."""
    best = max(READERS, key=lambda item: item.sniff(head, suffix))
    return best if best.sniff(head, suffix) > 0 else None
