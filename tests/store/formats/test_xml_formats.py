"""XML of feeds, agencies and corpora: a stream of elements, without entities, in whatever state it comes."""

import tracemalloc
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from store.formats import markup, sniffed
from store.formats.articles.factiva import Factiva
from store.formats.articles.feed import Feed
from store.formats.articles.newsml_g2 import NewsmlG2
from store.formats.articles.nitf import Nitf
from store.formats.articles.tei import Tei
from store.formats.markup import elements, parsed, words
from store.formats.problems import RecordError, Skipped
from store.formats.protocol import Reader, ReadOptions
from store.formats.sources import Source

GOLDEN = Path(__file__).resolve().parents[2] / "golden"
FILES: list[tuple[Reader, str]] = [
    (Feed(), "feed.xml"),
    (Feed(), "atom.xml"),
    (Nitf(), "nitf.xml"),
    (NewsmlG2(), "newsml.xml"),
    (Tei(), "tei.xml"),
    (Factiva(), "factiva-articles.xml"),
]
BOMB = (
    '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">'
    '<!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;">]>'
)
OUTSIDE = '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>'

Read = Callable[..., list[Any]]


def texts(items: list[Any]) -> list[str]:
    return [item.text for _, item in items if not isinstance(item, Skipped)]


@pytest.mark.parametrize(("reader", "name"), FILES)
@pytest.mark.parametrize("doctype", [BOMB, OUTSIDE])
def test_a_file_that_declares_entities_is_refused(
    read: Read, reader: Reader, name: str, doctype: str
) -> None:
    root = {
        "feed.xml": "rss",
        "atom.xml": "feed",
        "nitf.xml": "nitf",
        "newsml.xml": "newsItem",
        "tei.xml": "TEI",
        "factiva-articles.xml": "article",
    }
    with pytest.raises(RecordError) as caught:
        read(reader, f"{doctype}<{root[name]}>&c;&a;</{root[name]}>", name=name)
    assert caught.value.reason == "forbidden_markup"


@pytest.mark.parametrize(("reader", "name"), FILES)
@pytest.mark.parametrize("share", [0.3, 0.6, 0.97])
def test_of_a_file_that_was_cut_the_whole_articles_are_read(
    tmp_path: Path, reader: Reader, name: str, share: float
) -> None:
    data = (GOLDEN / name).read_bytes()
    whole = texts(list(reader.read(Source(GOLDEN / name, name), ReadOptions())))
    path = tmp_path / name
    path.write_bytes(data[: int(len(data) * share)])
    found: list[Any] = []
    problems = drained(reader, path, found)
    assert problems == ["half_written"]
    assert texts(found) == whole[: len(texts(found))]


def drained(reader: Reader, path: Path, found: list[Any]) -> list[str]:
    """Reads item by item; the reason why it ended early."""
    try:
        for item in reader.read(Source(path), ReadOptions()):
            found.append(item)
    except RecordError as error:
        return [error.reason]
    return []


@pytest.mark.parametrize(("reader", "name"), FILES)
def test_each_is_recognised_by_its_root_whatever_it_is_called(reader: Reader, name: str) -> None:
    found = sniffed(Source(GOLDEN / name).head(), ".xml")
    assert found is not None
    assert found.name == reader.name
    assert reader.sniff("<svg xmlns='x'><g/></svg>", ".xml") == 0


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "cp1252", "gb18030", "utf-8-sig"])
def test_the_declared_encoding_holds_and_a_mark_goes_before_it(tmp_path: Path, encoding: str) -> None:
    word = "中文" if encoding == "gb18030" else "Köln"
    declared = encoding.removesuffix("-sig")
    path = tmp_path / "a.xml"
    path.write_bytes(f'<?xml version="1.0" encoding="{declared}"?><a><b>{word}</b></a>'.encode(encoding))
    [(line, element, parents)] = elements(Source(path), ("b",))
    assert (line, words(element), [it.tag for it in parents]) == (1, word, ["a"])


def test_a_wrong_declaration_is_a_clear_error_or_a_guess(tmp_path: Path) -> None:
    path = tmp_path / "a.xml"
    path.write_bytes('<?xml version="1.0" encoding="utf-8"?><a><b>Größe und Maß</b></a>'.encode("cp1252"))
    [(_, element, _)] = elements(Source(path, language="de"), ("b",))
    assert words(element) == "Größe und Maß"
    path.write_bytes(b'<?xml version="1.0" encoding="ascii"?><a><b>\xff</b></a>')
    with pytest.raises(RecordError) as caught:
        list(elements(Source(path), ("b",)))
    assert caught.value.reason == "encoding_unknown"


def test_elements_are_let_go_of_so_that_a_long_feed_stays_small(tmp_path: Path) -> None:
    path = tmp_path / "a.xml"
    with path.open("w") as file:
        file.write("<rss><channel><title>T</title>")
        for number in range(3000):
            file.write(f"<item><guid>{number}</guid><description>{'x' * 1000}</description></item>")
        file.write("</channel></rss>")
    tracemalloc.start()
    count = sum(1 for _ in Feed().read(Source(path), ReadOptions()))
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert (count, peak < 1_500_000) == (3000, True)


def test_one_endless_element_is_refused_in_bounded_memory(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(markup, "LIMIT", 100_000)
    path = tmp_path / "a.xml"
    path.write_text("<rss><item><description>" + "x" * 4_000_000)
    tracemalloc.start()
    with pytest.raises(RecordError) as caught:
        list(elements(Source(path), ("item",)))
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert (caught.value.reason, peak < 2_000_000) == ("too_long", True)


def test_elements_without_end_in_each_other_are_refused() -> None:
    with pytest.raises(RecordError) as caught:
        parsed("<a>" * 2000)
    assert caught.value.reason == "not_xml"


def test_names_that_html_knows_are_their_characters() -> None:
    assert (
        words(parsed("<a>x&auml;&nbsp;&hellip;&amp;&#8211;&unknownname;</a>"))
        == "xä\u00a0\u2026&–&unknownname;"
    )


TEXT = st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"]), max_size=20)


@settings(max_examples=100)
@given(st.lists(st.tuples(TEXT, TEXT), max_size=5))
def test_all_characters_come_through(pieces: list[tuple[str, str]]) -> None:
    def escaped(text: str) -> str:
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")

    document = "".join(f"<b>{escaped(inner)}</b>{escaped(after)}" for inner, after in pieces)
    assert "".join(parsed(f"<a>{document}</a>").itertext()) == "".join(a + b for a, b in pieces)
