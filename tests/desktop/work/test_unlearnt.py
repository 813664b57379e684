"""A model is judged on articles that it has not learnt from."""

from collections.abc import Iterator, Sequence
from pathlib import Path

import msgspec
import pytest
from msgspec.structs import replace

from desktop.nlp import models
from desktop.nlp.learnt import digest, learnt_from
from desktop.work.judgement import Judgement
from desktop.work.judging import judge
from desktop.work.lessons import lessons
from desktop.work.teaching import Teaching
from store.database import Store, create
from store.formats.records import VERSION, AnnotatorRecord, ArticleRecord, SetRecord, SpanRecord
from store.operations.codebook import change_settings
from store.operations.runs import store_run
from store.operations.stories import set_stories, stand_alone
from store.queries import codebook, people
from store.transfer import import_files
from store.values import PredictedSpan, ProjectSettings
from tests.desktop.trained import folder, folder_that_learnt

ADA = AnnotatorRecord("0197a000-0000-7000-8000-000000000001", "ada", "person")
COUNT = 6


def text_of(number: int) -> str:
    return f"Kiel liegt am Wasser, schreibt Blatt {number}."


def article(number: int) -> ArticleRecord:
    spans = [SpanRecord("s1", 0, 4, "LOC")]
    sets = [SetRecord(ADA, status="done", spans=spans)]
    return ArticleRecord(VERSION, key=f"a{number}", text=text_of(number), language="de", sets=sets)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """Six finished articles: a model of version 1 is right in the first three and wrong in the others."""
    made = create(tmp_path / "x.lesart", name="News", settings=ProjectSettings(), person="Cem")
    (tmp_path / "a.jsonl").write_bytes(b"\n".join(msgspec.json.encode(article(n)) for n in range(COUNT)))
    assert import_files(made, [tmp_path / "a.jsonl"]).skipped == ()
    read(made, "news_de", source="elsewhere")
    yield made
    made.close()


def read(store: Store, model: str, *, source: str) -> None:
    found = [(n + 1, [PredictedSpan(0, 4, "LOC" if n < COUNT / 2 else "PER")]) for n in range(COUNT)]
    store_run(store, model=model, version="1", settings={"source": source}, items=found)


def judged(store: Store, folder: Path, name: str = "news_de 1") -> Judgement:
    found = judge(store, name, "ada", folder=folder)
    assert found is not None
    return found


def f1(judgement: Judgement) -> float | None:
    return judgement.ratings[0].strict[2] if judgement.ratings else None


def texts(numbers: Sequence[int]) -> list[str]:
    return [text_of(number) for number in numbers]


def test_articles_that_it_has_learnt_from_do_not_count_nor_do_their_errors(
    store: Store, tmp_path: Path
) -> None:
    assert f1(judged(store, tmp_path)) == pytest.approx(0.5)
    folder_that_learnt(tmp_path / "models", *texts([0, 1, 3]))
    said = judged(store, tmp_path / "models")
    assert (said.pair.articles, said.learnt, said.may_know) == (3, 3, False)
    assert f1(said) == pytest.approx(1 / 3)
    assert {it.article for it in said.pair.differences} == {5, 6}
    assert sum(map(sum, said.pair.matrix)) == 3


def test_near_duplicates_of_what_it_has_learnt_do_not_count_either(store: Store, tmp_path: Path) -> None:
    set_stories(store, [[1, 4, 5], [2, 6]])
    folder_that_learnt(tmp_path / "models", text_of(0))
    said = judged(store, tmp_path / "models")
    assert (said.pair.articles, said.learnt) == (3, 3)


def test_an_article_that_stands_alone_is_like_no_other(store: Store, tmp_path: Path) -> None:
    folder_that_learnt(tmp_path / "models", text_of(0))
    with store.read() as conn:
        work = people.work_of(conn)
    set_stories(store, [[1, 4]])
    stand_alone(store, work, 4)
    assert judged(store, tmp_path / "models").learnt == 1


def test_where_nothing_is_left_there_is_no_figure_and_the_count_says_why(
    store: Store, tmp_path: Path
) -> None:
    folder_that_learnt(tmp_path / "models", *texts(range(COUNT)))
    said = judged(store, tmp_path / "models")
    assert (said.pair.articles, said.learnt, said.pair.differences) == (0, COUNT, ())


def test_a_version_from_before_it_was_noted_is_judged_on_all_with_doubt(store: Store, tmp_path: Path) -> None:
    folder(tmp_path / "models", parent="lesart_de 3")
    said = judged(store, tmp_path / "models")
    assert (said.pair.articles, said.learnt, said.may_know) == (COUNT, 0, True)


def test_a_model_whose_folder_is_not_here_is_judged_on_all_with_doubt(store: Store, tmp_path: Path) -> None:
    said = judged(store, tmp_path / "nowhere")
    assert (said.pair.articles, said.learnt, said.may_know) == (COUNT, 0, True)


def test_an_embedded_model_is_judged_on_all_without_doubt(store: Store, tmp_path: Path) -> None:
    info = models.describe("embedded:de")
    found = [(1, [PredictedSpan(0, 4, "LOC")])]
    store_run(store, model=info.name, version=info.version, settings={"source": info.source}, items=found)
    said = judged(store, tmp_path, f"{info.name} {info.version}")
    assert (said.pair.articles, said.learnt, said.may_know) == (1, 0, False)


def test_a_person_and_memory_are_judged_on_all_without_doubt(store: Store, tmp_path: Path) -> None:
    found = [(1, [PredictedSpan(0, 4, "LOC")])]
    store_run(store, model="memory", version="Cem", settings={}, items=found)
    assert not judged(store, tmp_path, "memory Cem").may_know
    backwards = judge(store, "ada", "news_de 1", folder=tmp_path)
    assert backwards is not None
    assert not backwards.may_know


def test_the_folder_is_found_where_it_lay_when_it_read_or_where_the_project_has_it(
    store: Store, tmp_path: Path
) -> None:
    first = folder_that_learnt(tmp_path / "out", text_of(0))
    with store.read() as conn:
        settings, work = codebook.settings(conn), people.work_of(conn)
    change_settings(store, work, replace(settings, models={"de": str(first)}))
    assert judged(store, tmp_path / "models").learnt == 1
    second = folder_that_learnt(tmp_path / "out", text_of(0), text_of(1), name="other_de")
    read(store, "other_de", source=str(second))
    assert judged(store, tmp_path / "models", "other_de 1").learnt == 2


def test_of_two_folders_with_its_name_what_either_has_learnt_does_not_count(
    store: Store, tmp_path: Path
) -> None:
    folder_that_learnt(tmp_path / "models", text_of(0))
    second = folder_that_learnt(tmp_path / "out", text_of(1))
    with store.read() as conn:
        settings, work = codebook.settings(conn), people.work_of(conn)
    change_settings(store, work, replace(settings, models={"de": str(second)}))
    assert judged(store, tmp_path / "models").learnt == 2


def test_a_model_trained_upon_a_trained_one_has_learnt_from_what_both_were_taught(
    store: Store, tmp_path: Path
) -> None:
    found = list(lessons(store, frozenset({"de"})))
    first, second = tmp_path / "n-1", tmp_path / "n-2"
    named = {"name": "n", "parent": "lesart_de"}
    Teaching("embedded:de").write(first, version="1", **named, lessons=found[:2])
    Teaching(str(first)).write(second, version="2", **named, lessons=found[1:4])
    assert learnt_from(str(first)).texts == set(map(digest, texts([0, 1])))
    assert learnt_from(str(second)).texts == set(map(digest, texts(range(4))))
    assert learnt_from(str(second)).is_all


def test_a_model_trained_upon_one_that_says_nothing_says_that_it_may_know_more(
    store: Store, tmp_path: Path
) -> None:
    found = list(lessons(store, frozenset({"de"})))
    named = {"name": "n", "parent": "lesart_de"}
    Teaching("embedded:de").write(tmp_path / "n-1", version="1", **named, lessons=found[:1])
    meta = tmp_path / "n-1" / "meta.json"
    said = msgspec.json.decode(meta.read_bytes())
    meta.write_bytes(msgspec.json.encode({k: v for k, v in said.items() if k != "learnt_from"}))
    Teaching(str(tmp_path / "n-1")).write(tmp_path / "n-2", version="2", **named, lessons=found[1:2])
    assert not (learnt := learnt_from(str(tmp_path / "n-2"))).is_all
    assert learnt.texts == {digest(text_of(1))}
