"""One file of each format, and what it says. A format that changes shows here."""

import re
from pathlib import Path
from typing import Any

import msgspec
import pytest
import spacy
from spacy.tokens import DocBin

from store.database import create
from store.formats import sniffed
from store.formats.protocol import ReadOptions
from store.formats.records import ArticleRecord
from store.formats.sources import Source
from store.transfer import ExportOptions, export_file, import_files
from store.transfer.reading import found_files
from store.values import ProjectSettings

HERE = Path(__file__).parent


def lines(path: Path, name: str) -> bytes:
    """What the format that fits a file best reads in it, one record a line."""
    source = Source(path, name, language="de")
    reader = sniffed(source.head(), path.suffix)
    assert reader is not None
    return b"".join(msgspec.json.encode(item) + b"\n" for _, item in reader.read(source, ReadOptions()))


@pytest.mark.parametrize(
    "name",
    [
        "articles.jsonl",
        "table.csv",
        "text",
        "page.html",
        "feed.xml",
        "atom.xml",
        "nitf.xml",
        "newsml.xml",
        "ninjs.json",
        "tei.xml",
    ],
)
def test_a_file_says_what_it_said(name: str) -> None:
    expected = (HERE / f"{Path(name).stem}.expected.jsonl").read_text("utf-8")
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
