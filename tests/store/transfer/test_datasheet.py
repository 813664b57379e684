"""The page beside the data says what they are and how they were made."""

import re
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest

from store.database import Store
from store.operations import people, spans, topics
from store.transfer import ExportOptions, export_file, import_files


@pytest.fixture
def full(new_store: Callable[..., Store], golden: Path) -> Store:
    """A store with the golden project."""
    store = new_store()
    import_files(store, [golden])
    return store


def test_the_datasheet_says_what_the_data_are(full: Store, tmp_path: Path) -> None:
    options = ExportOptions(
        restricted=True,
        datasheet=True,
        pseudonyms=True,
        split=(8, 1, 1),
        annotators=("Ada",),
        made_by="Lesart 9",
    )
    report = export_file(full, tmp_path / "out.jsonl", format="doccano", options=options)
    assert report.files[-1].name == "out.datasheet.md"
    page = report.files[-1].read_text("utf-8")
    assert page.startswith("# Datasheet: Golden\n")
    assert "> Namen ohne Titel." in page
    assert "| `out-train.jsonl` |" in page
    assert "Lesart 9" in page
    assert "restricted: dpa" in page
    assert "Seed: 0" in page
    assert "Ada" not in page
    assert re.search(r"\| comment \| \d", page)
    sums = re.findall(r"`([0-9a-f]{64})`", page)
    assert sums == [sha256(path.read_bytes()).hexdigest() for path in report.files[:-1]]


def test_the_datasheet_promises_no_split_where_one_file_was_written(full: Store, tmp_path: Path) -> None:
    options = ExportOptions(restricted=True, datasheet=True, split=(8, 1, 1))
    page = export_file(full, tmp_path / "out.jsonl", options=options).files[-1].read_text("utf-8")
    assert "## Split" not in page


def test_the_datasheet_says_what_was_asked_and_what_was_said(full: Store, tmp_path: Path) -> None:
    options = ExportOptions(restricted=True, datasheet=True, annotators=("Ada",))
    page = export_file(full, tmp_path / "out.jsonl", options=options).files[-1].read_text("utf-8")
    assert "| `genre` |" in page, "the questions"
    assert "| Ties with the EU | 1 | 0 |" in page, "the stances by topic"
    assert "Beside them: 2 answers to questions, 3 comments, 1 topics" in page.replace(
        "topic on", "topics on"
    )
    assert "The codebook has 3 actors." in page


def test_the_datasheet_says_why_a_version_followed_and_how_a_topic_was_worded(
    desk: Any, tmp_path: Path
) -> None:
    article = desk.article("Merkel traf Macron.")
    topic = topics.add(
        desk.store, desk.work, key="der-beitritt", kind="issue", wording={"de": "Der | Beitritt"}
    ).entry
    spans.add(desk.store, desk.work, article, start=0, end=6, label="PER")
    topics.reword(desk.store, desk.work, topic, wording={"de": "Der Austritt"})
    page = export_file(desk.store, tmp_path / "a.jsonl", options=ExportOptions(datasheet=True))
    said = page.files[-1].read_text("utf-8")
    assert "Why: the topic `der-beitritt` was reworded." in said
    assert "- `der-beitritt`: Der \\| Beitritt" in said


def test_the_datasheet_says_how_far_two_readers_of_the_same_articles_agree(desk: Any, tmp_path: Path) -> None:
    article, alone = desk.article("Merkel traf Macron in Berlin."), desk.article("Nur Ada las das in Bonn.")
    bert = people.join(desk.store, "Bert")
    for work, words in ((desk.work, ("Merkel", "Berlin")), (bert, ("Merkel", "Macron"))):
        for word in words:
            start, end = desk.place(article, word)
            spans.add(desk.store, work, article, start=start, end=end, label="PER")
    start, end = desk.place(alone, "Bonn")
    spans.add(desk.store, desk.work, alone, start=start, end=end, label="LOC")
    options = ExportOptions(datasheet=True)
    page = export_file(desk.store, tmp_path / "a.jsonl", options=options).files[-1].read_text("utf-8")
    assert "- Articles that at least two of them read: 1" in page
    assert "| A1 | A2 | 1 | 0.500 | 0.500 | not defined |" in page
    only = ExportOptions(datasheet=True, articles=frozenset([alone]))
    page = export_file(desk.store, tmp_path / "b.jsonl", options=only).files[-1].read_text("utf-8")
    assert "No article was read by two people." in page
