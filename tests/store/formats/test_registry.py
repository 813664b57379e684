"""Every format is found by its name and by what its files look like."""

from pathlib import Path

import pytest

from store.formats import (
    ANNOTATIONS,
    READABLE,
    READERS,
    WRITABLE,
    WRITERS,
    reader_named,
    sniffed,
    writer_named,
)


@pytest.mark.parametrize(
    ("head", "suffix", "name"),
    [
        ('{"kind":"project","lesart":1,', ".jsonl", "jsonl"),
        ('{"kind": "article", "lesart": 1,', ".txt", "jsonl"),
        ('{"text": "a"}', ".jsonl", "articles"),
        ('{"text": "a"}', "", "articles"),
        ('[\n  {"text": "a"}]', ".json", "articles"),
        ("text;title\n", ".csv", "csv"),
        ("a\tb\n", ".tsv", "csv"),
        ("Ein Text.", ".txt", "text"),
        ("Ein Text, noch einer.", "", "text"),
    ],
)
def test_a_file_is_recognised(head: str, suffix: str, name: str) -> None:
    found = sniffed(head, suffix)
    assert found is not None
    assert found.name == name


@pytest.mark.parametrize(("head", "suffix"), [("GIF89a", ".gif"), ("[1, 2]", ".json"), ("PK\x03\x04\0", "")])
def test_what_nobody_knows_is_nobody_s(head: str, suffix: str) -> None:
    assert sniffed(head, suffix) is None


def test_names_are_unique_and_found() -> None:
    assert [reader_named(item.name) for item in READERS] == list(READERS)
    assert [writer_named(item.name) for item in WRITERS] == list(WRITERS)
    assert reader_named("nothing") is None
    assert writer_named("nothing") is None


@pytest.mark.parametrize("language", ["en", "de"])
def test_every_format_is_on_a_help_page(language: str) -> None:
    pages = Path(__file__).resolve().parents[3] / "resources" / "help" / language
    words = "".join(
        (pages / name).read_text("utf-8") for name in ("formats.md", "import-export.md", "stance-formats.md")
    )
    names = {item.name for item in (*ANNOTATIONS, *WRITERS)}
    assert {name for name in names if f"`{name}`" not in words and f"--format {name}" not in words} == set()


def test_the_names_that_the_command_line_tells_are_those_of_the_formats() -> None:
    assert tuple(item.name for item in READERS) == READABLE
    assert tuple(item.name for item in WRITERS) == WRITABLE
