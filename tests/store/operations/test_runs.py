"""A model's run over many articles, and taking runs and imports back."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import event, func, select

from store import history, search
from store.errors import LabelUnknown, NotFound, SpanOutsideText, WorkHangsOn
from store.operations import imports, runs, spans, suggestions
from store.operations.runs import Item
from store.pace import LEAST
from store.tables import core as t
from store.values import PredictedSpan

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
