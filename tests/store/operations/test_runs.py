"""A model's run over many articles, and taking runs and imports back."""

from threading import Event

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import event, func, select

from store import history, search
from store.checking import check
from store.errors import LabelUnknown, NotFound, SpanOutsideText, WorkHangsOn
from store.operations import imports, people, runs, spans, suggestions
from store.operations.removal import Pacing
from store.operations.runs import Item
from store.pace import LEAST
from store.queries.additions import additions
from store.tables import core as t
from store.values import PredictedSpan, Progress

PER = PredictedSpan(0, 14, "PER", score=0.5)


def run(desk, items: list[Item], *, version: str = "1") -> int | None:
    return runs.store_run(desk.store, model="m", version=version, settings={"beam": 1}, items=items)


def count(desk, table) -> int:
    with desk.store.read() as conn:
        return conn.execute(select(func.count()).select_from(table)).scalar_one()


def test_what_a_model_found_becomes_its_own_reading(desk) -> None:
    article = desk.article()
    run_id = run(desk, [(article, [PredictedSpan(40, 46, "LOC", form="derived", score=0.25), PER])])
    with desk.store.read() as conn:
        stored = conn.execute(select(t.annotation_set)).one()
        assert (stored.status, stored.run_id, stored.import_id) == ("done", run_id, None)
        rows = conn.execute(select(t.span.c.start, t.span.c.form, t.span.c.score, t.span.c.made)).all()
        assert rows == [(0, "plain", 0.5, "predicted"), (40, "derived", 0.25, "predicted")]
        assert conn.execute(select(t.run.c.settings)).scalar() == {"beam": 1}
        assert conn.execute(select(t.change.c.patch)).scalars().all() == [{"run": run_id}]


def test_a_run_goes_on_where_it_was_broken_off(desk) -> None:
    ids = [desk.article() for _ in range(3)]
    first = run(desk, [(ids[0], [PER])])
    second = run(desk, [(article, [PER]) for article in ids])
    assert first != second
    assert count(desk, t.annotation_set) == 3
    assert run(desk, [(article, [PER]) for article in ids]) is None
    assert count(desk, t.run) == 2


def test_another_version_reads_everything_again(desk) -> None:
    article = desk.article()
    run(desk, [(article, [PER])])
    run(desk, [(article, [])], version="2")
    assert count(desk, t.annotation_set) == 2
    assert desk.suggested(article) == []


def test_what_a_model_says_twice_counts_once_with_the_higher_score(desk) -> None:
    article = desk.article()
    run(desk, [(article, [PER, PredictedSpan(0, 14, "PER", score=0.75), PER])])
    assert [one.score for one in desk.page(article).suggestions] == [0.75]


def test_a_run_is_committed_in_slices(desk) -> None:
    ids = [desk.article() for _ in range(120)]
    commits: list[None] = []
    event.listen(desk.store.engine, "commit", lambda _conn: commits.append(None))
    run(desk, ((article, [PER]) for article in ids))
    assert 2 <= len(commits) <= 120 / LEAST
    assert count(desk, t.annotation_set) == 120


def test_a_slice_with_an_impossible_span_is_not_stored(desk) -> None:
    article = desk.article()
    for wrong, error in (
        (PredictedSpan(0, 9999, "PER"), SpanOutsideText),
        (PredictedSpan(0, 2, "X"), LabelUnknown),
    ):
        with pytest.raises(error):
            run(desk, [(article, [PER, wrong])])
    assert count(desk, t.annotation_set) == count(desk, t.run) == count(desk, t.change) == 0


def test_articles_that_are_gone_are_passed_over(desk) -> None:
    assert run(desk, [(999, [PER])]) is None


def test_a_run_is_taken_back_as_a_whole(desk) -> None:
    ids = [desk.article() for _ in range(3)]
    before = desk.rows(but=("change", "annotator"))
    run_id = run(desk, [(article, [PER]) for article in ids])
    touched = runs.undo_run(desk.store, run_id)
    assert touched.operation == "suggestion.undo_run"
    assert desk.rows(but=("change", "annotator")) == before
    with pytest.raises(NotFound):
        runs.undo_run(desk.store, run_id)
    assert history.undo(desk.store, desk.work) is None


def test_a_run_stays_while_somebodys_spans_came_from_it(desk) -> None:
    article = desk.article()
    run_id = run(desk, [(article, [PER])])
    suggestions.accept(desk.store, desk.work, article, desk.page(article).suggestions[0].id)
    with pytest.raises(WorkHangsOn) as caught:
        runs.undo_run(desk.store, run_id)
    assert caught.value.fields == {"count": 1}
    history.undo(desk.store, desk.work)
    runs.undo_run(desk.store, run_id)


def test_an_import_is_taken_back_with_all_that_models_said_about_it(desk) -> None:
    kept = desk.article()
    before = desk.rows(but=("change", "annotator", "run"))
    import_id = desk.imported(3)
    with desk.store.read() as conn:
        ids = list(conn.scalars(select(t.article.c.id).where(t.article.c.import_id == import_id)))
    run(desk, [(article, [PER]) for article in ids])
    imports.undo_import(desk.store, import_id)
    assert desk.rows(but=("change", "annotator", "run")) == before
    with desk.store.read() as conn:
        assert search.find(conn, "Putin") == [kept]
    with pytest.raises(NotFound):
        imports.undo_import(desk.store, import_id)


def test_an_import_stays_while_somebody_works_on_it(desk) -> None:
    import_id = desk.imported(3)
    with desk.store.read() as conn:
        ids = list(conn.scalars(select(t.article.c.id)))
    spans.add(desk.store, desk.work, ids[0], start=0, end=8, label="PER")
    spans.add(desk.store, desk.work, ids[1], start=0, end=8, label="PER")
    with pytest.raises(WorkHangsOn) as caught:
        imports.undo_import(desk.store, import_id)
    assert caught.value.fields == {"count": 2}
    history.undo(desk.store, desk.work)
    history.undo(desk.store, desk.work)
    history.redo(desk.store, desk.work)
    with pytest.raises(WorkHangsOn):
        imports.undo_import(desk.store, import_id)
    history.undo(desk.store, desk.work)
    imports.undo_import(desk.store, import_id)
    assert count(desk, t.article) == 0


def test_readings_that_came_with_an_import_go_with_it_unless_they_were_worked_on(desk) -> None:
    import_id = desk.imported(1)
    with desk.store.write() as conn:
        article = conn.execute(select(t.article.c.id)).scalar_one()
        row = {
            "article_id": article,
            "annotator_id": 1,
            "round_id": 1,
            "status": "done",
            "import_id": import_id,
        }
        set_id = conn.execute(t.annotation_set.insert().values(row)).inserted_primary_key[0]
        conn.execute(t.span.insert().values(set_id=set_id, start=0, end=8, label_id=1, made="imported"))
    (span,) = desk.page(article).spans
    spans.relabel(desk.store, desk.work, span.id, "ORG")
    with pytest.raises(WorkHangsOn):
        imports.undo_import(desk.store, import_id)
    history.undo(desk.store, desk.work)
    imports.undo_import(desk.store, import_id)
    assert count(desk, t.annotation_set) == 0


def test_readings_by_others_that_came_with_an_import_go_though_one_has_read_the_article(desk) -> None:
    article = desk.article()
    spans.add(desk.store, desk.work, article, start=0, end=3, label=None)
    bob = people.join(desk.store, "Bob")
    import_id = desk.imported(0)
    with desk.store.write() as conn:
        conn.execute(t.change.update().values(at="2020-01-01T00:00:00Z"))
        row = {"article_id": article, "annotator_id": bob.annotator_id, "round_id": 1, "status": "done"}
        conn.execute(t.annotation_set.insert().values(row | {"import_id": import_id}))
    spans.add(desk.store, bob, article, start=4, end=9, label=None)
    with pytest.raises(WorkHangsOn):
        imports.undo_import(desk.store, import_id)
    history.undo(desk.store, bob)
    imports.undo_import(desk.store, import_id)
    assert [it.start for it in desk.page(article).spans] == [0]


def test_a_run_goes_on_with_a_later_slice_unless_it_was_taken_back(desk) -> None:
    ids = [desk.article() for _ in range(3)]
    how = {"model": "m", "version": "1", "settings": {}}
    first = runs.store_run(desk.store, **how, items=[(ids[0], [PER])])
    assert runs.store_run(desk.store, **how, items=[(ids[1], [PER])], run_id=first) == first
    assert (count(desk, t.run), count(desk, t.change)) == (1, 1)
    runs.undo_run(desk.store, first)
    assert runs.store_run(desk.store, **how, items=[(ids[2], [PER])], run_id=first) != first


def test_taking_back_goes_in_slices_of_one_step_and_on_where_it_was_cancelled(desk) -> None:
    kept, import_id = desk.article(), desk.imported(70)
    cancelled, told = Event(), list[Progress]()

    def tell(progress: Progress) -> None:
        told.append(progress)
        cancelled.set()

    assert imports.undo_import(desk.store, import_id, Pacing(tell, cancelled)) is None
    left = desk.rows()["article"]
    assert told == [Progress(LEAST, 70)]
    assert [row[0] for row in left] == list(range(kept, kept + 71 - LEAST))  # the last ones are gone
    assert list(check(desk.store)) == []
    touched = imports.undo_import(desk.store, import_id)
    assert [row[0] for row in desk.rows()["article"]] == [kept]
    with desk.store.read() as conn:
        steps = conn.execute(select(t.change.c.step).where(t.change.c.operation == touched.operation)).all()
    assert len(steps) == 4  # beginning and end, of each of the two
    assert steps.count((touched.step,)) == 2


def test_work_that_begins_meanwhile_is_kept_and_what_is_left_is_whole(desk) -> None:
    import_id = desk.imported(50)
    with desk.store.read() as conn:
        first = conn.execute(select(func.min(t.article.c.id))).scalar_one()

    def begin(_: Progress) -> None:
        if not desk.spans(first):
            spans.add(desk.store, desk.work, first, start=0, end=8, label="PER")

    with pytest.raises(WorkHangsOn) as caught:
        imports.undo_import(desk.store, import_id, Pacing(begin))
    assert caught.value.fields == {"count": 1}
    assert desk.spans(first) == {"Wladimir": "PER"}
    assert list(check(desk.store)) == []
    history.undo(desk.store, desk.work)
    imports.undo_import(desk.store, import_id)
    assert count(desk, t.article) == 0


def test_readings_for_articles_that_were_there_go_and_the_articles_stay(desk) -> None:
    kept, import_id = desk.article(), desk.imported(1)
    with desk.store.write() as conn:
        other = {"uid": "x", "name": "Bela", "kind": "person", "version": ""}
        annotator = conn.execute(t.annotator.insert().values(other)).inserted_primary_key[0]
        row = {"article_id": kept, "annotator_id": annotator, "round_id": 1, "status": "done"}
        conn.execute(t.annotation_set.insert().values(row | {"import_id": import_id}))
    with desk.store.read() as conn:
        (found,) = additions(conn)
    assert (found.kind, found.articles, found.readings, found.worked_on) == ("import", 1, 1, 0)
    imports.undo_import(desk.store, import_id)
    assert [row[0] for row in desk.rows()["article"]] == [kept]
    assert count(desk, t.annotation_set) == 0


def test_additions_are_imports_and_runs_over_many_articles_with_the_work_on_them(desk) -> None:
    import_id = desk.imported(3)
    with desk.store.read() as conn:
        ids = list(conn.scalars(select(t.article.c.id)))
    run_id = run(desk, [(article, [PER]) for article in ids[:2]])
    run(desk, [(ids[2], [PER])])  # read by itself, while somebody opened the article
    suggestions.accept(desk.store, desk.work, ids[0], desk.page(ids[0]).suggestions[0].id)
    with desk.store.read() as conn:
        found = {(it.kind, it.id): it for it in additions(conn)}
    assert set(found) == {("import", import_id), ("run", run_id)}
    assert found["run", run_id].source == "m 1"
    assert [(it.articles, it.readings, it.worked_on) for _, it in sorted(found.items())] == [
        (3, 4, 1),
        (0, 2, 1),
    ]
    history.undo(desk.store, desk.work)
    with desk.store.read() as conn:
        assert {it.worked_on for it in additions(conn) if it.kind == "run"} == {0}


predicted = st.builds(
    lambda start, width, label, score: PredictedSpan(start, start + width, label, score=score),
    st.integers(0, 60),
    st.integers(1, 20),
    st.sampled_from(["PER", "ORG", "LOC"]),
    st.one_of(st.none(), st.floats(0, 1)),
)


@given(st.lists(predicted, max_size=80))
@settings(max_examples=30)
def test_rows_of_a_reading_are_distinct_and_in_text_order(found: list[PredictedSpan]) -> None:
    labels = {"PER": 1, "ORG": 2, "LOC": 3}
    rows = list(runs._rows(7, found, labels))
    assert sorted({row[1:4] for row in rows}, key=str) == sorted(
        {(one.start, one.end, labels[one.label]) for one in found}, key=str
    )
    assert [row[1] for row in rows] == sorted(row[1] for row in rows)
