"""DNA's event list comes in: whole with its sidecar, as stretches of text without it."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from store.checking import check
from store.database import Store
from store.operations import stances, topics
from store.transfer import export_file, import_files
from store.values import Holder

HEADER = (
    "statement_id;time;person;organization;concept;agreement;start_position;stop_position;text;coder;"
    "document_id;document_title;document_author;document_source;document_section;document_type\n"
)
OTHERS = HEADER + (
    "7;2024-05-08 12:00:00;Anna Berg;Bund der Bauern;Mehr Bahn;1;10;31;Wir wollen mehr Züge.;ada;3;Am Zug;;"
    "Bote;Politik;Bericht\n"
    "8;2024-05-08 12:00:00;;Stadtrat;Mehr Bahn;0;10;31;Wir wollen mehr Züge.;bea;3;Am Zug;;Bote;Politik;\n"
    "9;2024-05-08 12:00:00;Anna Berg;;Mehr Bahn;1;40;50;;ada;3;Am Zug;;Bote;;\n"
    "10;2024-05-08 12:00:00;;;Mehr Bahn;1;40;50;Nun ja.;ada;3;Am Zug;;Bote;;\n"
    "11;2024-05-08 12:00:00;Anna Berg;;Mehr Bahn;ja;40;50;Nun ja.;ada;3;Am Zug;;Bote;;\n"
)


def native(store: Store, folder: Path) -> list[Any]:
    export_file(store, folder / "native.jsonl")
    return [json.loads(line) for line in (folder / "native.jsonl").read_text("utf-8").splitlines()]


def test_a_list_of_dna_becomes_articles_of_what_was_said_with_actors_topics_and_coders(
    new_store: Callable[..., Store], tmp_path: Path
) -> None:
    store = new_store()
    (tmp_path / "events.csv").write_text(OTHERS, "utf-8")
    report = import_files(store, [tmp_path / "events.csv"])
    assert [(it.line, it.field, it.reason, it.detail) for it in report.skipped] == [
        (4, "text", "empty_text", ""),
        (5, "", "unknown_reference", "actor"),
        (6, "stance", "wrong_type", "invalid literal for int() with base 10: 'ja'"),
    ]
    project, article = native(store, tmp_path)
    assert [it["name"] for it in project["actors"]] == ["Anna Berg", "Stadtrat"]
    assert [list(it["wording"].values()) for it in project["topics"]] == [["Mehr Bahn"]]
    assert (article["text"], article["title"], article["outlet"]) == (
        "Wir wollen mehr Züge.",
        "Am Zug",
        "Bote",
    )
    assert article["published_at"].startswith("2024-05-08")
    assert article["attrs"]["start_position"] == "10"
    said = {it["annotator"]["name"]: it["stances"] for it in article["sets"]}
    assert {name: [it["label"] for it in mine] for name, mine in said.items()} == {
        "ada": ["FAVOR"],
        "bea": ["AGAINST"],
    }
    assert said["ada"][0]["attrs"] == {"organization": "Bund der Bauern"}
    assert list(check(store)) == []
    again = import_files(store, [tmp_path / "events.csv"])
    assert (again.added, again.sets_added) == (0, 0), "the same list again adds nothing"


@pytest.mark.parametrize("name", ["dna-events", "dna-events-plain"])
def test_with_its_sidecar_a_list_comes_back_whole_and_labels_changed_in_it_count(
    desk: Any, new_store: Callable[..., Store], tmp_path: Path, name: str
) -> None:
    text = 'Er sagte: "Ja; sofort"\nund ging.'
    article = desk.article(text, key="k")
    topic = topics.add(desk.store, desk.work, key="eu", kind="issue", wording={"de": "EU"}).entry
    row = stances.add(
        desk.store, desk.work, article, holder=Holder("author"), label="FAVOR", topic_id=topic
    ).stance
    stances.set_parts(desk.store, desk.work, row, role="evidence", ranges=[(10, len(text))])
    out = export_file(desk.store, tmp_path / "out.csv", format=name).files[0]
    before = native(desk.store, tmp_path)
    same = new_store("same.lesart")
    assert import_files(same, [out]).skipped == ()
    assert native(same, tmp_path) == before
    out.write_text(out.read_text("utf-8").replace(";EU;1;1;", ";EU;0;-1;"), "utf-8")
    changed = new_store("changed.lesart")
    import_files(changed, [out])
    ((reading,),) = [article["sets"] for article in native(changed, tmp_path)[1:]]
    assert [it["label"] for it in reading["stances"]] == ["AGAINST"]
