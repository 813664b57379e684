"""One file of each format, and what it says. A format that changes shows here."""

import csv
import re
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import msgspec
import pytest
import spacy
from spacy.tokens import DocBin

from store.database import Store, create
from store.formats import WRITERS
from store.formats.problems import Skipped
from store.formats.protocol import ReadOptions, Writer
from store.formats.records import ArticleRecord
from store.formats.stances.sidecar import SUFFIX as SIDECAR
from store.transfer import ExportOptions, export_file, import_files
from store.transfer.reading import found_files, recognised
from store.values import ProjectSettings

HERE = Path(__file__).parent


def lines(path: Path, name: str) -> bytes:
    """What the format that fits a file best reads in it, one record a line."""
    found: list[bytes] = []
    for source, reader in recognised([(path, name)], language="de"):
        assert not isinstance(reader, Skipped), reader
        found += [msgspec.json.encode(item) + b"\n" for _, item in reader.read(source, ReadOptions())]
    return b"".join(found)


@pytest.mark.parametrize(
    "name",
    [
        "articles.jsonl",
        "table.csv",
        "rows.tsv",
        "list.json",
        "freibad.json",
        "text",
        "texts.zip",
        "page.html",
        "saved.mhtml",
        "feed.xml",
        "atom.xml",
        "nitf.xml",
        "newsml.xml",
        "ninjs.json",
        "tei.xml",
        "word.docx",
        "writer.odt",
        "rich.rtf",
        "print.pdf",
        "book.xlsx",
        "columns.parquet",
        "nexis.txt",
        "nexis-uni.docx",
        "nexis-rich.rtf",
        "factiva.html",
        "factiva-plain.html",
        "factiva-articles.xml",
        "crawl.warc",
        "leipzig",
        "foreign/prodigy.jsonl",
        "foreign/doccano.jsonl",
        "foreign/conll03.txt",
        "foreign/germeval.tsv",
        "foreign/label-studio.json",
        "foreign/brat",
        "foreign/inception.tsv",
        "foreign/names.conllu",
        "foreign/standoff.xml",
        "foreign/qualcoder.qdpx",
    ],
)
def test_a_file_says_what_it_said(name: str) -> None:
    if name.endswith(".parquet"):
        pytest.importorskip("pyarrow", reason="pyarrow is not installed")
    expected = (HERE / Path(name).with_suffix(".expected.jsonl")).read_text("utf-8")
    found = b"".join(lines(path, title) for path, title in found_files([HERE / name]))
    assert found.decode().splitlines() == expected.splitlines()


def test_the_native_file_comes_out_as_it_went_in(tmp_path: Path) -> None:
    golden = HERE / "native.jsonl"
    store = create(tmp_path / "a.lesart", name="A", settings=ProjectSettings(), person="Nobody")
    report = import_files(store, [golden])
    assert (report.added, report.skipped) == (3, ())
    export_file(store, tmp_path / "out.jsonl", options=ExportOptions(restricted=True))
    store.close()
    assert (tmp_path / "out.jsonl").read_bytes() == golden.read_bytes()


def test_the_docbin_holds_what_it_held(tmp_path: Path) -> None:
    """Compared as JSON, since spaCy's bytes are its own."""
    store = create(tmp_path / "a.lesart", name="A", settings=ProjectSettings(), person="Nobody")
    import_files(store, [HERE / "native.jsonl"])
    options = ExportOptions(restricted=True, annotators=("Ada",), segment=tokens)
    export_file(store, tmp_path / "out.spacy", format="spacy", options=options)
    store.close()
    docs = list(DocBin().from_disk(tmp_path / "out.spacy").get_docs(spacy.blank("xx").vocab))
    expected = (HERE / "spacy.expected.json").read_bytes()
    assert [described(doc) for doc in docs] == msgspec.json.decode(expected)


BINARY = {"jsonl", "spacy", "hf-parquet", "spans-xlsx", "statements-xlsx", "dna"}
ANNOTATIONS = [item for item in WRITERS if item.name not in BINARY]


@pytest.mark.parametrize("writer", ANNOTATIONS, ids=lambda item: item.name)
def test_an_export_is_what_it_was(writer: Writer, tmp_path: Path, full: Store) -> None:
    options = ExportOptions(
        restricted=True, annotators=("Ada", "gold"), segment=tokens, sentences=sentences, evidence="any"
    )
    out = tmp_path / f"{writer.name}{writer.suffixes[0]}"
    report = export_file(full, out, format=writer.name, options=options)
    for file in report.files:
        if not file.name.endswith(SIDECAR):  # the native form, which is compared above
            assert shown(file) == shown(HERE / "exports" / file.name), file.name


def test_a_workbook_holds_the_rows_of_the_table(tmp_path: Path, full: Store) -> None:
    openpyxl = pytest.importorskip("openpyxl", reason="openpyxl is not installed")
    options = ExportOptions(restricted=True, annotators=("Ada", "gold"))
    export_file(full, tmp_path / "out.xlsx", format="spans-xlsx", options=options)
    rows = openpyxl.load_workbook(tmp_path / "out.xlsx").active.iter_rows(values_only=True)
    with (HERE / "exports" / "spans-csv.csv").open(encoding="utf-8-sig", newline="") as file:
        expected = list(csv.reader(file))
    assert [["" if cell is None else f"{cell}" for cell in row] for row in rows] == expected


def test_parquet_holds_the_rows_of_the_json_lines(tmp_path: Path, full: Store) -> None:
    parquet = pytest.importorskip("pyarrow.parquet", reason="pyarrow is not installed")
    options = ExportOptions(restricted=True, annotators=("Ada", "gold"), segment=tokens)
    export_file(full, tmp_path / "out.parquet", format="hf-parquet", options=options)
    lines = (HERE / "exports" / "hf.jsonl").read_bytes().splitlines()
    expected = [msgspec.json.decode(line) for line in lines]
    assert parquet.read_table(tmp_path / "out.parquet").to_pylist() == expected


def test_the_database_for_dna_says_what_it_said(tmp_path: Path, full: Store) -> None:
    options = ExportOptions(restricted=True, annotators=("Ada", "gold"), sentences=sentences, evidence="any")
    export_file(full, tmp_path / "out.dna", format="dna", options=options)
    with closing(sqlite3.connect(tmp_path / "out.dna")) as connection:
        said = "\n".join(connection.iterdump())
    assert said.splitlines() == (HERE / "exports" / "dna.sql").read_text("utf-8").splitlines()


def shown(path: Path) -> Any:
    """A file as it can be compared: an archive by what is in it."""
    if path.suffix in (".zip", ".qdpx"):
        with ZipFile(path) as archive:
            return {name: archive.read(name) for name in archive.namelist()}
    return path.read_bytes()


@pytest.fixture(scope="module")
def full(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """A store with the golden project."""
    path = tmp_path_factory.mktemp("golden") / "a.lesart"
    store = create(path, name="A", settings=ProjectSettings(), person="Nobody")
    import_files(store, [HERE / "native.jsonl"])
    yield store
    store.close()


def sentences(text: str, _language: str) -> list[tuple[int, int]]:
    return [match.span() for match in re.finditer(r"[^.\n]+\.?", text)]


def tokens(text: str, _language: str) -> list[tuple[int, int]]:
    return [match.span() for match in re.finditer(r"\w+|[^\w\s]", text)]


def described(doc: Any) -> dict[str, Any]:
    """What a Doc says, as JSON values."""
    return {
        "text": doc.text,
        "tokens": [[token.text, token.ent_iob_, token.ent_type_] for token in doc],
        "spans": {
            key: [[span.start_char, span.end_char, span.label_] for span in doc.spans[key]]
            for key in doc.spans
        },
        "lesart": msgspec.json.decode(msgspec.json.encode(doc.user_data["lesart"])),
    }


def test_every_record_of_a_golden_file_is_an_article() -> None:
    decoder = msgspec.json.Decoder(ArticleRecord)
    read = [decoder.decode(line) for line in (HERE / "table.expected.jsonl").read_bytes().splitlines()]
    assert [record.key for record in read] == ["17", "18"]
