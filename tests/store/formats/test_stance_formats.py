"""Statements in the forms of other programs: what is held, what is listed as lost, and the way back."""

import csv
import json
import sqlite3
from base64 import b64decode
from collections import Counter
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any
from xml.etree import ElementTree
from zipfile import ZipFile

import pytest
from sqlalchemy import select

from desktop.nlp.segmentation import sentences
from store.checking import check
from store.database import Store
from store.formats.stances.dna_schema import TABLES, password_hash
from store.formats.stances.newsmtsc import NewsMtsc
from store.formats.stances.semeval import SemEval
from store.formats.stances.xstance import XStance
from store.networks import NetworkOptions
from store.operations import actors, stances, topics
from store.operations.topic_marks import answer_none
from store.queries import codebook
from store.tables import core as t
from store.transfer import ExportOptions, ImportReport, export_file, import_files
from store.values import Holder, Work

SENTENCES = ExportOptions(sentences=sentences)
READ_BACK = ("xstance", "semeval", "newsmtsc-all", "statements-csv", "statements-xlsx", "dna")
SUFFIX = {"semeval": ".tsv", "statements-csv": ".csv", "statements-xlsx": ".xlsx", "dna": ".dna"}
HELD = {
    "xstance": 17,
    "semeval": 24,
    "newsmtsc-all": 21,
    "statements-csv": 24,
    "statements-xlsx": 24,
    "dna": 24,
}


@pytest.fixture
def gold(seed: Path, new_store: Callable[..., Store]) -> Store:
    """A store with the hand-made gold of the seed article."""
    store = new_store("gold.lesart")
    report = import_files(store, [seed / "gold.json"])
    assert (report.added, report.skipped) == (1, ())
    return store


def native(store: Store, folder: Path) -> list[Any]:
    export_file(store, folder / "native.jsonl")
    return [json.loads(line) for line in (folder / "native.jsonl").read_text("utf-8").splitlines()]


def exported(store: Store, folder: Path, name: str) -> Any:
    return export_file(store, folder / f"out{SUFFIX.get(name, '.jsonl')}", format=name, options=SENTENCES)


def test_the_gold_comes_in_whole(gold: Store, seed: Path, tmp_path: Path) -> None:
    source = json.loads((seed / "gold.json").read_text("utf-8"))
    project, article = native(gold, tmp_path)
    (reading,) = article["sets"]
    assert article["text"] == (seed / "article.txt").read_text("utf-8")
    assert len(reading["spans"]) == len(source["entities"]) + len(source["mentions"]) == 88
    assert Counter(span.get("label") for span in reading["spans"])[None] == 18
    assert [zone["kind"] for zone in article["zones"]] == ["dateline", "disclaimer", "category", "about"]
    assert len(project["actors"]) == 20
    assert [topic["kind"] for topic in project["topics"]].count("claim") == 1
    labels = Counter(stance["label"] for stance in reading["stances"])
    assert labels == {"AGAINST": 10, "FAVOR": 9, "NEUTRAL": 5}
    place = {span["id"]: (span["start"], span["end"]) for span in reading["spans"]}
    ours = {it["id"]: it for it in source["entities"] + source["mentions"]}
    for mine, theirs in zip(reading["stances"], source["statements"], strict=True):
        for end, span in (("holder", theirs["holder"]["span"]), ("target", theirs["target"]["span"])):
            wanted = (ours[span]["start"], ours[span]["end"]) if span else None
            assert place.get(mine.get(f"{end}_span")) == wanted, theirs["id"]
        parts = [(p["start"], p["end"]) for p in mine.get("parts", []) if p["role"] == "evidence"]
        assert parts == [(it["start"], it["end"]) for it in theirs["evidence"]]
        assert (mine.get("form"), mine.get("intensity")) == (theirs["form"], theirs["intensity"])
    assert list(check(gold)) == []


@pytest.mark.parametrize("name", ["jsonl", *READ_BACK])
def test_the_gold_is_exported_and_comes_back_the_same(
    gold: Store, new_store: Callable[..., Store], tmp_path: Path, name: str
) -> None:
    before = native(gold, tmp_path)
    report = exported(gold, tmp_path, name)
    copy = new_store("copy.lesart")
    assert import_files(copy, [report.files[0]]).skipped == ()
    assert native(copy, tmp_path) == before
    if name != "jsonl":
        assert 24 - len([loss for loss in report.losses if loss.kind in LEFT_OUT]) == HELD[name]


@pytest.mark.parametrize("name", ["jsonl", *READ_BACK])
def test_what_was_edited_in_the_store_comes_back_edited(
    gold: Store, new_store: Callable[..., Store], tmp_path: Path, name: str
) -> None:
    with gold.read() as conn:
        work = Work(*conn.execute(select(t.annotation_set.c.annotator_id, t.annotation_set.c.round_id)).one())
        topic = {it.key: it.id for it in codebook.topics(conn)}
        actor = {it.name.partition(" (")[0]: it.id for it in codebook.actors(conn)}
        [first, second, *_] = conn.scalars(select(t.stance.c.id).order_by(t.stance.c.id))
    stances.change(gold, work, first, label="NEUTRAL", intensity=3, via_actor=actor["Dmitri Peskow"])
    stances.set_parts(gold, work, second, role="evidence", ranges=[(618, 624), (640, 660)])
    topics.reword(gold, work, topic["T_WEST"], wording={"de": "Abkehr vom Westen"})
    topics.merge(gold, work, topic["T_SECURITY"], into=topic["T_REL"])
    actors.merge(gold, work, actor["Moskau"], into=actor["Russland"])
    answer_none(gold, work, 1, topics.propose(gold, work, name="Zölle", language="de").entry)
    before = native(gold, tmp_path)
    copy = new_store("copy.lesart")
    assert import_files(copy, [exported(gold, tmp_path, name).files[0]]).skipped == ()
    assert native(copy, tmp_path) == before


LEFT_OUT = {"no_topic", "label", "holder", "no_target_in_text", "across_sentences"}
"""Kinds of loss that mean: no row."""


@pytest.mark.parametrize("name", ["xstance", "semeval", "newsmtsc-all", "statements-csv"])
def test_a_label_that_was_changed_in_the_file_comes_back_changed(
    gold: Store, new_store: Callable[..., Store], tmp_path: Path, name: str
) -> None:
    out = exported(gold, tmp_path, name).files[0]
    text = out.read_text("utf-8")
    first = next(line for line in text.split("\n") if "FAVOR" in line or '"polarity":6' in line)
    other = first.replace("FAVOR", "AGAINST").replace('"polarity":6.0', '"polarity":2.0', 1)
    out.write_text(text.replace(first, other), "utf-8")
    copy = new_store("copy.lesart")
    import_files(copy, [out])
    _, before = native(gold, tmp_path)
    _, after = native(copy, tmp_path)
    pairs = zip(before["sets"][0]["stances"], after["sets"][0]["stances"], strict=True)
    assert [(a["label"], b["label"]) for a, b in pairs if a != b] == [("FAVOR", "AGAINST")]


def test_an_unknown_label_in_the_file_is_named_and_nothing_else_is_lost(
    gold: Store, new_store: Callable[..., Store], tmp_path: Path
) -> None:
    out = exported(gold, tmp_path, "statements-csv").files[0]
    out.write_text(out.read_text("utf-8").replace("FAVOR", "PERHAPS", 1), "utf-8")
    report = import_files(new_store("copy.lesart"), [out])
    assert [(item.reason, item.detail) for item in report.skipped] == [("unknown_reference", "PERHAPS")]


def test_a_folder_with_a_file_and_its_sidecar_is_read_once(
    gold: Store, new_store: Callable[..., Store], tmp_path: Path
) -> None:
    folder = tmp_path / "handed"
    folder.mkdir()
    exported(gold, folder, "semeval")
    report = import_files(new_store("copy.lesart"), [folder])
    assert (report.added, report.skipped) == (1, ())


def test_a_part_of_a_split_finds_the_sidecar_of_the_whole(
    gold: Store, new_store: Callable[..., Store], tmp_path: Path
) -> None:
    options = ExportOptions(sentences=sentences, split=(1, 0, 0))
    report = export_file(gold, tmp_path / "out.tsv", format="semeval", options=options)
    names = [path.name for path in report.files]
    assert names == ["out-train.tsv", "out-dev.tsv", "out-test.tsv", "out.tsv.sidecar.jsonl"]
    copy = new_store("copy.lesart")
    assert import_files(copy, [tmp_path / "out-train.tsv"]).added == 1
    assert native(copy, tmp_path) == native(gold, tmp_path)


def test_no_stance_found_is_no_row_and_listed(desk: Any, tmp_path: Path) -> None:
    article = desk.article("Berlin schweigt.")
    topic = topics.add(desk.store, desk.work, key="eu", kind="issue", wording={"de": "EU"}).entry
    answer_none(desk.store, desk.work, article, topic)
    report = export_file(desk.store, tmp_path / "out.tsv", format="semeval")
    assert [(loss.what, loss.kind) for loss in report.losses] == [("eu", "no_stance_found")]
    assert (tmp_path / "out.tsv").read_text("utf-8") == "ID\tTarget\tTweet\tStance\n"


# --- Corpora of others ---------------------------------------------------------------------

XSTANCE = (
    '{"id":7,"language":"de","question_id":11,"question":"Mehr Bahn?","comment":"Ja, unbedingt.",'
    '"label":"FAVOR","numerical_label":100,"author":"8a","topic":"Verkehr"}\n'
    '{"id":8,"language":"fr","question_id":11,"question":"Plus de train?","comment":"Non.",'
    '"label":"AGAINST","numerical_label":0,"author":"9b","topic":"Verkehr"}\n'
    '{"id":9,"question":"kaputt"}\n'
)
SEMEVAL = "ID\tTarget\tTweet\tStance\n1\tAtheism\tI believe.\tAGAINST\n2\tAtheism\tHm.\tNONE\n3\tAtheism\tx\n"
NEWSMTSC = (
    '{"primary_gid":"a","sentence_normalized":"Anna 😀 praised Bo.","targets":[{"Input.gid":"a1","from":0,'
    '"to":4,"mention":"Anna","polarity":6.0,"further_mentions":[]},{"Input.gid":"a2","from":15,"to":17,"polarity":2.0}]}\n'
    '{"sentence_normalized":"Kurz.","targets":[{"from":3,"to":99,"polarity":2.0}]}\n'
)


@pytest.mark.parametrize(
    ("content", "name", "format_name", "labels"),
    [
        (XSTANCE, "x.jsonl", XStance(), ["FAVOR", "AGAINST"]),
        (SEMEVAL, "s.txt", SemEval(), ["AGAINST", "NEUTRAL"]),
        (NEWSMTSC, "n.jsonl", NewsMtsc(), ["FAVOR", "AGAINST"]),
    ],
)
def test_corpora_of_others_come_in_and_broken_rows_are_named(
    new_store: Callable[..., Store],
    tmp_path: Path,
    content: str,
    name: str,
    format_name: Any,
    labels: list[str],
) -> None:
    path, store = tmp_path / name, new_store()
    path.write_text(content, "utf-8")
    assert format_name.sniff(content, path.suffix) > 0.9
    report: ImportReport = import_files(store, [path])
    assert len(report.skipped) == 1
    assert report.skipped[0].line > 0
    _, *articles = native(store, tmp_path)
    said = [stance["label"] for article in articles for it in article["sets"] for stance in it["stances"]]
    assert said == labels
    with store.read() as conn:
        assert len(codebook.topics(conn)) == (0 if name == "n.jsonl" else 1)
        assert {label.code for label in codebook.labels(conn, "stance")} >= {"FAVOR", "AGAINST", "NEUTRAL"}
    assert list(check(store)) == []
    again = import_files(store, [path])
    assert (again.added, again.sets_added) == (0, 0), "the same file again adds nothing"


# --- DNA -----------------------------------------------------------------------------------

EMOJI = "😀 Der Kreml lobt 👩‍👧 die EU. Berlin zweifelt."


@pytest.fixture
def emoji(desk: Any) -> Any:
    """A stance whose evidence stands behind characters beyond U+FFFF."""
    article = desk.article(EMOJI, key="emoji")
    topic = topics.add(desk.store, desk.work, key="eu", kind="issue", wording={"de": "EU"}).entry
    row = stances.add(
        desk.store,
        desk.work,
        article,
        holder=Holder("span"),
        holder_range=desk.place(article, "Kreml"),
        label="AGAINST",
        topic_id=topic,
    ).stance
    stances.set_parts(desk.store, desk.work, row, role="evidence", ranges=[desk.place(article, "die EU")])
    return desk


def test_dna_gets_its_own_tables_and_utf16_positions(emoji: Any, tmp_path: Path) -> None:
    export_file(emoji.store, tmp_path / "out.dna", format="dna")
    with closing(sqlite3.connect(tmp_path / "out.dna")) as connection:
        names = {row[0] for row in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
        assert names == set(TABLES)
        assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        start, stop = connection.execute("SELECT Start, Stop FROM STATEMENTS").fetchone()
        units = EMOJI.encode("utf-16-le")
        assert units[2 * start : 2 * stop].decode("utf-16-le") == "die EU"
        empty = connection.execute("SELECT count(*) FROM ENTITIES WHERE Value = ''").fetchone()
        assert empty == (4,), "each short text has an empty entity"
        values = connection.execute("SELECT Value FROM DATAINTEGER").fetchall()
        assert values == [(-1,)]
        (stored,) = connection.execute("SELECT Password FROM CODERS WHERE Name = 'Admin'").fetchone()
    assert password_hash("lesart", b64decode(stored)[:16]) == stored


def test_a_dna_file_without_sidecar_becomes_articles_actors_topics_and_stances(
    emoji: Any, new_store: Callable[..., Store], tmp_path: Path
) -> None:
    export_file(emoji.store, tmp_path / "out.dna", format="dna")
    (tmp_path / "out.dna.sidecar.jsonl").unlink()
    with closing(sqlite3.connect(tmp_path / "out.dna")) as connection:
        connection.execute("UPDATE DATAINTEGER SET Value = 1")
        connection.execute("DELETE FROM DATALONGTEXT")
        connection.commit()
    store = new_store("from-dna.lesart")
    assert import_files(store, [tmp_path / "out.dna"]).skipped == ()
    project, article = native(store, tmp_path)
    assert [actor["name"] for actor in project["actors"]] == ["Kreml"]
    assert [list(topic["wording"].values()) for topic in project["topics"]] == [["EU"]]
    ((reading),) = article["sets"]
    assert (reading["annotator"]["name"], article["text"], article["key"]) == ("Ada", EMOJI, "emoji")
    (stance,) = reading["stances"]
    (part,) = stance["parts"]
    assert (stance["label"], EMOJI[part["start"] : part["end"]]) == ("FAVOR", "die EU")


def test_a_damaged_dna_file_is_one_clear_line(new_store: Callable[..., Store], tmp_path: Path) -> None:
    (tmp_path / "x.dna").write_bytes(b"SQLite format 3\0" + b"x" * 200)
    report = import_files(new_store(), [tmp_path / "x.dna"])
    assert [(item.reason, item.path) for item in report.skipped] == [("unreadable", "x.dna")]


def test_dnas_event_list_quotes_or_changes_what_dna_cannot_read(desk: Any, tmp_path: Path) -> None:
    text = 'Er sagte: "Ja; sofort"\nund ging.'
    article = desk.article(text, key="k")
    topic = topics.add(desk.store, desk.work, key="eu", kind="issue", wording={"de": "EU"}).entry
    row = stances.add(
        desk.store, desk.work, article, holder=Holder("author"), label="NEUTRAL", topic_id=topic
    ).stance
    stances.set_parts(desk.store, desk.work, row, role="evidence", ranges=[(10, len(text))])
    for name in ("dna-events", "dna-events-plain"):
        export_file(desk.store, tmp_path / f"{name}.csv", format=name)
    with (tmp_path / "dna-events.csv").open(encoding="utf-8", newline="") as file:
        (event,) = csv.DictReader(file, delimiter=";")
    assert (event["text"], event["start_position"], event["stance"]) == (text[10:], "10", "0")
    plain = (tmp_path / "dna-events-plain.csv").read_text("utf-8").splitlines()
    assert len(plain) == 2
    assert "'Ja, sofort' und ging." in plain[1].split(";")


# --- Tables and networks -------------------------------------------------------------------


def test_the_table_has_every_attribute_of_a_statement(gold: Store, tmp_path: Path) -> None:
    exported(gold, tmp_path, "statements-csv")
    with (tmp_path / "out.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert len(rows) == 24
    split = next(row for row in rows if " " in row["evidence_ranges"])
    assert " … " in split["evidence"]
    row = next(row for row in rows if row["cue"] == "Besorgnis … geäußert")
    assert (row["holder"], row["topic_key"], row["label"], row["value"]) == (
        "Russland (Staat/Regierung, Kreml, Moskau)",
        "T_WEST",
        "AGAINST",
        "-1",
    )
    assert (row["form"], row["explicit"], row["target_words"]) == ("verbal", "yes", "Yerevans Westkurs")


def test_the_workbook_holds_the_same_cells_as_texts_and_numbers(gold: Store, tmp_path: Path) -> None:
    export_file(gold, tmp_path / "out.xlsx", format="statements-xlsx")
    exported(gold, tmp_path, "statements-csv")
    space = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
    with ZipFile(tmp_path / "out.xlsx") as book:
        assert book.testzip() is None
        sheet = ElementTree.fromstring(book.read("xl/worksheets/sheet1.xml"))
    rows = [
        [cell.findtext(f".//{space}t") or cell.findtext(f"{space}v") or "" for cell in row]
        for row in sheet.iter(f"{space}row")
    ]
    with (tmp_path / "out.csv").open(encoding="utf-8", newline="") as file:
        expected = list(csv.reader(file))
    number = expected[0].index("value")
    for row, wanted in zip(rows, expected, strict=True):
        assert row[:number] == wanted[:number]
        assert row[number + 1 :][:3] == wanted[number + 1 :][:3]
    assert [float(row[number]) for row in rows[1:]] == [float(row[number]) for row in expected[1:]]


@pytest.mark.parametrize("form", ["graphml", "gexf", "csv"])
def test_networks_are_written_in_three_forms_with_the_same_weights(
    gold: Store, tmp_path: Path, form: str
) -> None:
    options = ExportOptions(network=NetworkOptions(mode="one", per="document"))
    report = export_file(gold, tmp_path / f"net.{form}", format=f"network-{form}", options=options)
    names, weights = {"graphml": graphml, "gexf": gexf, "csv": tables}[form](tmp_path)
    assert set(names.values()) >= {"Nikol Pashinyan", "Wladimir Putin"}
    found = {frozenset((names[a], names[b])): weight for (a, b), weight in weights.items()}
    russia = next(name for name in names.values() if name.startswith("Russland"))
    assert found[frozenset(("Nikol Pashinyan", russia))] == -2
    assert Counter(loss.kind for loss in report.losses) == {"no_topic": 2, "no_actor": 2}
    with (tmp_path / f"net.{form}.statements.csv").open(encoding="utf-8", newline="") as file:
        assert len(list(csv.DictReader(file))) == 20


Found = tuple[dict[str, str], dict[tuple[str, str], float]]


def graphml(folder: Path) -> Found:
    space = "{http://graphml.graphdrawing.org/xmlns}"
    root = ElementTree.parse(folder / "net.graphml").getroot()
    declared = {key.get("id") for key in root.iter(f"{space}key")}
    assert {data.get("key") for data in root.iter(f"{space}data")} <= declared

    def datum(item: Any, key: str) -> str:
        return next(data.text or "" for data in item if data.get("key") == key)

    return (
        {node.get("id"): datum(node, "node_label") for node in root.iter(f"{space}node")},
        {
            (edge.get("source"), edge.get("target")): float(datum(edge, "edge_weight"))
            for edge in root.iter(f"{space}edge")
        },
    )


def gexf(folder: Path) -> Found:
    space = "{http://gexf.net/1.3}"
    root = ElementTree.parse(folder / "net.gexf").getroot()
    return (
        {node.get("id"): node.get("label") for node in root.iter(f"{space}node")},
        {
            (edge.get("source"), edge.get("target")): float(edge.get("weight"))
            for edge in root.iter(f"{space}edge")
        },
    )


def tables(folder: Path) -> Found:
    with (folder / "net-nodes.csv").open(encoding="utf-8", newline="") as file:
        names = {row["Id"]: row["Label"] for row in csv.DictReader(file)}
    with (folder / "net-edges.csv").open(encoding="utf-8", newline="") as file:
        return names, {(row["Source"], row["Target"]): float(row["Weight"]) for row in csv.DictReader(file)}


def test_actors_are_rolled_up_to_those_they_belong_to(gold: Store, tmp_path: Path) -> None:
    options = ExportOptions(network=NetworkOptions(rollup=True))
    export_file(gold, tmp_path / "net.csv", format="network-csv", options=options)
    names, _ = tables(tmp_path)
    assert "Außenministerium Armeniens" not in names.values()
    assert "Armenien (Staat/Regierung)" in names.values()


def test_a_partial_file_leaves_the_labels_of_a_new_project_alone(
    seed: Path, new_store: Callable[..., Store]
) -> None:
    store = new_store()
    with store.read() as conn:
        before = conn.execute(select(t.label.c.code)).scalars().all()
        name = conn.execute(select(t.project.c.name, t.project.c.uid)).one()
    import_files(store, [seed / "gold.json"])
    with store.read() as conn:
        assert conn.execute(select(t.label.c.code)).scalars().all() == before
        assert conn.execute(select(t.project.c.name, t.project.c.uid)).one() == name


# --- Which evidence counts -----------------------------------------------------------------

UNMARKED = "Der Rat tagt. Der Kreml lobt die EU. Berlin zweifelt."


@pytest.fixture
def unmarked(desk: Any) -> Any:
    """A stance that nobody marked the evidence of: the automatic sentence stands there."""
    article = desk.article(UNMARKED, key="unmarked")
    topic = topics.add(desk.store, desk.work, key="eu", kind="issue", wording={"de": "EU"}).entry
    stances.add(
        desk.store,
        desk.work,
        article,
        holder=Holder("span"),
        holder_range=desk.place(article, "Kreml"),
        label="FAVOR",
        topic_id=topic,
        target_range=desk.place(article, "EU"),
        evidence=(14, 36),
    )
    return desk


ANY = ExportOptions(sentences=sentences, evidence="any")
SENTENCE = "Der Kreml lobt die EU."


@pytest.mark.parametrize("name", ["xstance", "semeval"])
def test_a_form_that_needs_the_words_of_evidence_lists_what_has_no_marked_one_and_the_sidecar_keeps_it(
    unmarked: Any, new_store: Callable[..., Store], tmp_path: Path, name: str
) -> None:
    other = stances.add(
        unmarked.store, unmarked.work, 1, holder=Holder("author"), label="AGAINST", topic_id=1
    ).stance
    stances.set_parts(unmarked.store, unmarked.work, other, role="evidence", ranges=[(37, 53)])
    report = exported(unmarked.store, tmp_path, name)
    assert [(it.kind, UNMARKED[it.start : it.end]) for it in report.losses] == [
        ("no_evidence", "Kreml lobt die EU")
    ]
    assert SENTENCE not in report.files[0].read_text("utf-8")
    copy = new_store("copy.lesart")
    import_files(copy, [report.files[0]])
    assert native(copy, tmp_path) == native(unmarked.store, tmp_path)
    asked = export_file(unmarked.store, report.files[0], format=name, options=ANY)
    assert (asked.losses, SENTENCE in report.files[0].read_text("utf-8")) == ((), True)


@pytest.mark.parametrize(("options", "wanted"), [(SENTENCES, ("", "", "")), (ANY, (SENTENCE, "14-36", "no"))])
def test_tables_leave_evidence_that_nobody_marked_out_unless_asked(
    unmarked: Any, tmp_path: Path, options: ExportOptions, wanted: tuple[str, ...]
) -> None:
    export_file(unmarked.store, tmp_path / "out.csv", format="statements-csv", options=options)
    with (tmp_path / "out.csv").open(encoding="utf-8", newline="") as file:
        (row,) = csv.DictReader(file)
    assert (row["evidence"], row["evidence_ranges"], row["evidence_marked"]) == wanted


@pytest.mark.parametrize(
    ("options", "place", "text", "kinds"),
    [(SENTENCES, "Kreml lobt die EU", "", ["ends"]), (ANY, SENTENCE, SENTENCE, [])],
)
def test_dna_has_a_statement_without_marked_evidence_from_its_holder_to_its_target(
    unmarked: Any, tmp_path: Path, options: ExportOptions, place: str, text: str, kinds: list[str]
) -> None:
    report = export_file(unmarked.store, tmp_path / "out.dna", format="dna", options=options)
    assert [loss.kind for loss in report.losses] == kinds
    with closing(sqlite3.connect(tmp_path / "out.dna")) as connection:
        start, stop = connection.execute("SELECT Start, Stop FROM STATEMENTS").fetchone()
    assert UNMARKED[start:stop] == place
    export_file(unmarked.store, tmp_path / "events.csv", format="dna-events", options=options)
    with (tmp_path / "events.csv").open(encoding="utf-8", newline="") as file:
        (event,) = csv.DictReader(file, delimiter=";")
    assert UNMARKED[int(event["start_position"]) : int(event["stop_position"])] == place
    assert event["text"] == text


@pytest.mark.parametrize(("options", "shown"), [(SENTENCES, False), (ANY, True)])
def test_brat_marks_the_automatic_sentence_only_when_asked_and_knows_it_in_its_note(
    unmarked: Any, new_store: Callable[..., Store], tmp_path: Path, options: ExportOptions, shown: bool
) -> None:
    export_file(unmarked.store, tmp_path / "out.zip", format="brat", options=options)
    with ZipFile(tmp_path / "out.zip") as archive:
        [name] = [it for it in archive.namelist() if it.endswith(".ann")]
        lines = archive.read(name).decode().splitlines()
    assert any(SENTENCE in line and line.startswith("T") for line in lines) is shown
    copy = new_store("copy.lesart")
    topics.add(copy, unmarked.work, key="eu", kind="issue", wording={"de": "EU"})
    assert import_files(copy, [tmp_path / "out.zip"]).skipped == ()
    with copy.read() as conn:
        assert conn.execute(select(t.stance_part.c.start, t.stance_part.c.made)).all() == [(14, "default")]


# --- Workbooks of statements come in ---------------------------------------------------------


def test_labels_changed_in_a_spreadsheet_come_back_and_one_that_is_unknown_is_named(
    gold: Store, new_store: Callable[..., Store], tmp_path: Path
) -> None:
    openpyxl = pytest.importorskip("openpyxl")
    out = exported(gold, tmp_path, "statements-xlsx").files[0]

    def saved(label: str) -> tuple[Store, ImportReport]:
        book = openpyxl.load_workbook(out)
        column = next(cell.column for cell in book.active[1] if cell.value == "label")
        book.active.cell(row=2, column=column).value = label
        book.save(out)  # as a spreadsheet does: with shared strings and other parts
        store = new_store(f"{label}.lesart")
        return store, import_files(store, [out])

    store, report = saved("NEUTRAL")
    assert report.skipped == ()
    (_, before), (_, after) = native(gold, tmp_path), native(store, tmp_path)
    pairs = zip(before["sets"][0]["stances"], after["sets"][0]["stances"], strict=True)
    assert [b["label"] for a, b in pairs if a != b] == ["NEUTRAL"]
    _, report = saved("PERHAPS")
    assert [(it.reason, it.detail) for it in report.skipped] == [("unknown_reference", "PERHAPS")]


def test_a_workbook_of_statements_without_its_sidecar_or_damaged_is_one_clear_line(
    gold: Store, new_store: Callable[..., Store], tmp_path: Path
) -> None:
    out = exported(gold, tmp_path, "statements-xlsx").files[0]
    data, store = out.read_bytes(), new_store("copy.lesart")
    out.write_bytes(data[: len(data) // 2])
    assert [it.reason for it in import_files(store, [out]).skipped] == ["damaged"]
    out.write_bytes(data)
    (tmp_path / "out.xlsx.sidecar.jsonl").unlink()
    report = import_files(store, [out])
    assert [(it.reason, it.detail) for it in report.skipped] == [("missing_text", "sidecar.jsonl")]
