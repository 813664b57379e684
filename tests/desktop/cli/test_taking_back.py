"""An import, or a model's suggestions for many articles, is taken back from the command line."""

import json
from pathlib import Path
from typing import Any

import pytest

from store.checking import check
from store.database import open_store
from store.operations import spans
from store.operations.runs import store_run
from store.queries.people import work_of
from store.values import PredictedSpan


@pytest.fixture
def store(run: Any, tmp_path: Path) -> Path:
    """A project with two imports of two articles each."""
    for name in ("a", "b"):
        rows = [{"id": f"{name}{n}", "text": f"Artikel {n} von {name} handelt von Wien."} for n in range(2)]
        (tmp_path / f"{name}.jsonl").write_text("\n".join(map(json.dumps, rows)), "utf-8")
        assert run("import", tmp_path / "news.lesart", tmp_path / f"{name}.jsonl")[0] == 0
    return tmp_path / "news.lesart"


def listed(run: Any, store: Path) -> list[list[str]]:
    code, out, _ = run("take-back", store)
    assert code == 0
    return [line.split("\t") for line in out.splitlines()]


def test_what_came_in_is_listed_and_one_of_it_taken_back(run: Any, store: Path) -> None:
    rows = listed(run, store)
    assert [(row[0], row[2], *row[3:]) for row in rows] == [
        ("--import 2", "b.jsonl", "2", "0", "0"),
        ("--import 1", "a.jsonl", "2", "0", "0"),
    ]
    code, out, _ = run("take-back", store, "--import", 1)
    assert (code, out.strip()) == (0, "2 articles taken back")
    assert [row[0] for row in listed(run, store)] == ["--import 2"]
    opened = open_store(store)
    assert list(check(opened)) == []
    opened.close()


def test_a_run_of_a_model_is_taken_back_without_the_articles(run: Any, store: Path) -> None:
    opened = open_store(store)
    items = [(article, [PredictedSpan(0, 7, "LOC")]) for article in (1, 2, 3)]
    store_run(opened, model="m", version="1", settings={}, items=items)
    opened.close()
    assert ["--run 1", "m 1", "0", "3", "0"] in [[row[0], *row[2:]] for row in listed(run, store)]
    code, out, _ = run("take-back", store, "--run", 1)
    assert (code, out.strip()) == (0, "3 articles without these suggestions again")
    assert [row[0] for row in listed(run, store)] == ["--import 2", "--import 1"]


def test_work_that_hangs_on_an_import_keeps_it(run: Any, store: Path) -> None:
    opened = open_store(store)
    with opened.read() as conn:
        work = work_of(conn)
    spans.add(opened, work, 1, start=0, end=7, label="LOC")
    opened.close()
    assert listed(run, store)[1][-1] == "1"
    code, _, err = run("take-back", store, "--import", 1)
    assert code == 1
    assert "error[S017]" in err
    assert "articles: 1" in err
    assert len(listed(run, store)) == 2


def test_a_number_that_there_is_not_and_two_at_a_time_are_refused(run: Any, store: Path) -> None:
    assert "error[S013]" in run("take-back", store, "--import", 9)[2]
    assert run("take-back", store, "--import", 1, "--run", 1)[0] == 2
