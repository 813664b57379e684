"""`lesart evaluate` judges a model's set by a person's."""

import json
from pathlib import Path
from typing import Any

import msgspec
import pytest

from desktop.cli import app as cli
from store.database import create, open_store
from store.formats.records import AnnotatorRecord, ArticleRecord, SetRecord, SpanRecord
from store.operations import people, spans
from store.transfer import import_files
from store.values import ProjectSettings
from tests.desktop.trained import folder, folder_that_learnt

TEXT = "Moskau lobt die EU. Der Kreml schweigt. Berlin zweifelt daran."
ADA = AnnotatorRecord("0197a000-0000-7000-8000-000000000001", "ada", "person")
MODEL = AnnotatorRecord("0197a000-0000-7000-8000-000000000002", "toy_de", "model", version="1.0")


@pytest.fixture
def store(tmp_path: Path) -> Path:
    project = create(tmp_path / "x.lesart", name="x", settings=ProjectSettings(), person="Cem")
    suggested = [SpanRecord("m1", 0, 6, "LOC"), SpanRecord("m2", 24, 29, "PER")]
    true = [SpanRecord("a1", 0, 6, "LOC"), SpanRecord("a2", 16, 18, "ORG"), SpanRecord("a3", 24, 29, "LOC")]
    article = ArticleRecord(
        1,
        key="a1",
        text=TEXT,
        sets=[SetRecord(MODEL, status="done", spans=suggested), SetRecord(ADA, status="done", spans=true)],
    )
    (tmp_path / "a.jsonl").write_bytes(msgspec.json.encode(article))
    assert import_files(project, [tmp_path / "a.jsonl"]).skipped == ()
    project.close()
    return tmp_path / "x.lesart"


def evaluated(store: Path, capsys: Any, *more: str) -> str:
    arguments = ["evaluate", str(store), "--model", "toy_de", "--against", "ada", *more]
    assert cli.main(arguments) == 0
    return capsys.readouterr().out


def test_scores_confusion_and_errors(store: Path, capsys: Any) -> None:
    out = evaluated(store, capsys, "--errors").splitlines()
    assert out[0] == "toy_de 1.0 against ada: 1 article"
    assert out[1].startswith("Counted: finished readings, without zones out of scope, without MISC")
    row = next(line for line in out if line.split()[:1] == ["all"])
    assert row.split()[1:6] == ["2", "3", "50.0", "33.3", "40.0"]
    assert "a1\t16-18\tmissed\t–\tORG\tEU" in out
    assert "a1\t24-29\tother label\tPER\tLOC\tKreml" in out


def test_everything_as_json(store: Path, capsys: Any) -> None:
    found = json.loads(evaluated(store, capsys, "--json"))
    assert found["scores"][0]["strict"]["f1"] == pytest.approx(0.4)
    assert {"found": "PER", "true": "LOC", "count": 1} in found["confusion"]
    assert [(error["article"], error["text"]) for error in found["errors"]] == [("a1", "EU"), ("a1", "Kreml")]


def test_a_model_that_has_read_nothing_is_told(store: Path, capsys: Any) -> None:
    assert cli.main(["evaluate", str(store), "--model", "embedded:de", "--against", "ada"]) == 1
    assert "lesart_de" in (said := capsys.readouterr().err)
    assert "those who have are: ada, toy_de 1.0" in said


def test_without_an_article_in_common_it_says_what_to_do(store: Path, capsys: Any) -> None:
    project = open_store(store)
    cem = people.join(project, "Cem")
    spans.add(project, cem, 1, start=0, end=6, label="LOC")
    project.close()
    asked = ["evaluate", str(store), "--model", "toy_de", "--against", "Cem"]
    assert cli.main(asked) == 1
    assert "toy_de 1.0 and Cem have no article in common" in capsys.readouterr().err
    assert cli.main([*asked, "--unfinished"]) == 0
    assert "finished and unfinished readings" in capsys.readouterr().out


def test_a_round_that_is_not_there_is_refused(store: Path, capsys: Any) -> None:
    assert cli.main(["evaluate", str(store), "--model", "toy_de", "--against", "ada", "--round", "2"]) == 2
    assert "'2' is not one of main" in capsys.readouterr().err


def test_where_it_has_learnt_from_all_it_says_so_and_what_to_do(
    store: Path, tmp_path: Path, capsys: Any
) -> None:
    made = folder_that_learnt(tmp_path, TEXT, name="toy_de", version="1.0")
    assert cli.main(["evaluate", str(store), "--model", str(made), "--against", "ada"]) == 1
    said = capsys.readouterr().err
    assert "toy_de 1.0 has learnt from each article that it has in common with ada (1 article)" in said
    assert "finish others" in said


def test_a_folder_from_before_it_was_noted_counts_all_and_says_that_it_may_know_them(
    store: Path, tmp_path: Path, capsys: Any
) -> None:
    made = folder(tmp_path, "toy_de", "1.0", parent="lesart_de 3")
    asked = ["evaluate", str(store), "--model", str(made), "--against", "ada"]
    assert cli.main(asked) == 0
    said = capsys.readouterr().out
    assert said.startswith("toy_de 1.0 against ada: 1 article\n")
    assert "Not known: whether toy_de 1.0 has learnt from these articles" in said
    assert cli.main([*asked, "--json"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert (found["left_out_as_learnt"], found["may_have_learnt"]) == (0, True)
