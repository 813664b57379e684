"""Undo and redo."""

import pytest
from sqlalchemy import select

from store import history
from store.errors import ChangedSince
from store.operations import imports, spans, stances, suggestions, topics
from store.queries import codebook as codebook_queries
from store.tables import core as t
from store.values import Holder
from tests.store.steps import add, redo, undo


@pytest.fixture
def article(desk) -> int:
    return desk.article()


def test_undo_takes_steps_back_one_by_one_and_redo_does_them_again(desk, article: int) -> None:
    for word in ("Putin", "Moskau"):
        add(desk, article, word)
    assert undo(desk).operation == "undo.span.add"
    assert desk.spans(article) == {"Putin": "PER"}
    assert undo(desk).articles == (article,)
    assert desk.page(article).set is None
    assert undo(desk) is None
    redo(desk)
    assert redo(desk).operation == "redo.span.add"
    assert desk.spans(article) == {"Putin": "PER", "Moskau": "PER"}
    assert redo(desk) is None


def test_rows_come_back_under_their_old_ids(desk, article: int) -> None:
    span = add(desk, article, "Putin")
    spans.delete(desk.store, desk.work, span)
    add(desk, article, "Moskau")
    undo(desk)
    assert undo(desk).span == span
    assert [one.id for one in desk.page(article).spans] == [span]


def test_a_new_step_ends_the_redo(desk, article: int) -> None:
    add(desk, article, "Putin")
    undo(desk)
    add(desk, article, "Moskau")
    assert redo(desk) is None
    undo(desk)
    redo(desk)
    assert desk.spans(article) == {"Moskau": "PER"}


def test_undone_and_redone_and_undone_again_ends_where_it_should(desk, article: int) -> None:
    for word in ("Putin", "Moskau", "EU"):
        add(desk, article, word)
    for step, expected in [
        (undo, {"Putin", "Moskau"}),
        (undo, {"Putin"}),
        (redo, {"Putin", "Moskau"}),
        (undo, {"Putin"}),
        (undo, set()),
        (redo, {"Putin"}),
        (redo, {"Putin", "Moskau"}),
        (redo, {"Putin", "Moskau", "EU"}),
        (undo, {"Putin", "Moskau"}),
    ]:
        step(desk)
        assert set(desk.spans(article)) == expected


def test_what_undo_and_redo_would_do_is_known(desk, article: int) -> None:
    def heads() -> tuple[str | None, str | None]:
        with desk.store.read() as conn:
            ahead = history.undoable(conn, desk.work), history.redoable(conn, desk.work)
        return tuple(head.operation if head else None for head in ahead)

    assert heads() == (None, None)
    span = add(desk, article, "Putin")
    spans.relabel(desk.store, desk.work, span, "ORG")
    assert heads() == ("span.relabel", None)
    undo(desk)
    assert heads() == ("span.add", "span.relabel")
    undo(desk)
    redo(desk)
    assert heads() == ("span.add", "span.relabel")
    redo(desk)
    assert heads() == ("span.relabel", None)
    with desk.store.read() as conn:
        assert history.undoable(conn, desk.work).articles == (article,)


def test_undo_works_after_a_restart_and_on_other_articles(desk, article: int) -> None:
    other = desk.article()
    add(desk, article, "Putin")
    add(desk, other, "Moskau")
    desk.reopen()
    assert undo(desk).articles == (other,)
    desk.reopen()
    assert undo(desk).articles == (article,)
    desk.reopen()
    redo(desk)
    assert desk.spans(article) == {"Putin": "PER"}


def test_a_whole_gesture_is_one_step(desk, article: int) -> None:
    before = desk.rows()
    putin, eu = desk.suggest(article, ("Wladimir Putin", "PER"), ("EU", "ORG"))
    offered = desk.rows()
    stances.add(
        desk.store,
        desk.work,
        article,
        holder=Holder("span", suggestion=putin),
        label="FAVOR",
        target_suggestion=eu,
        evidence=(0, 10),
    )
    after = desk.rows()
    undo(desk)
    assert desk.rows() == offered != before
    redo(desk)
    assert desk.rows() == after


def test_each_annotator_undoes_only_their_own_steps(desk, article: int) -> None:
    bela = desk.colleague()
    add(desk, article, "Putin")
    add(desk, article, "Moskau", work=bela)
    undo(desk)
    assert desk.spans(article) == {}
    assert desk.spans(article, work=bela) == {"Moskau": "PER"}
    assert undo(desk) is None


def test_imports_and_model_runs_are_nobodys_step(desk, article: int) -> None:
    add(desk, article, "Putin")
    desk.suggest(article, ("EU", "ORG"))
    undo(desk)
    assert desk.suggested(article) == ["EU"]
    assert undo(desk) is None


def test_held_keys_join_one_step(desk, article: int) -> None:
    span = add(desk, article, "Moskau")
    start, end = desk.place(article, "Moskau")
    step = None
    for width in (1, 2, 3):
        touched = spans.move_edges(desk.store, desk.work, span, start=start, end=end - width, join=step)
        assert step in (None, touched.step)
        step = touched.step
    assert desk.spans(article) == {"Mos": "PER"}
    undo(desk)
    assert desk.spans(article) == {"Moskau": "PER"}
    redo(desk)
    assert desk.spans(article) == {"Mos": "PER"}
    undo(desk)
    undo(desk)
    assert desk.spans(article) == {}


def test_a_moved_edge_joins_the_correction_that_it_goes_on_from(desk, article: int) -> None:
    (eu,) = desk.suggest(article, ("EU", "ORG"))
    offered = desk.rows()
    start, end = desk.place(article, "EU")
    corrected = suggestions.correct(desk.store, desk.work, article, eu, start=start - 1, end=end, label="ORG")
    moved = spans.move_edges(
        desk.store, desk.work, corrected.span, start=start - 4, end=end, join=corrected.step
    )
    assert moved.step == corrected.step
    with desk.store.read() as conn:
        assert history.undoable(conn, desk.work).operation == "suggestion.correct"
    undo(desk)
    assert desk.rows() == offered
    redo(desk)
    assert desk.spans(article) == {"die EU": "ORG"}


def test_nothing_joins_a_step_that_is_over(desk, article: int) -> None:
    span = add(desk, article, "Moskau")
    start, end = desk.place(article, "Moskau")
    first = spans.move_edges(desk.store, desk.work, span, start=start, end=end - 1)
    spans.set_unsure(desk.store, desk.work, span, True)
    later = spans.move_edges(desk.store, desk.work, span, start=start, end=end - 2, join=first.step)
    assert later.step > first.step
    undo(desk)
    assert desk.spans(article) == {"Moska": "PER"}
    gone = spans.move_edges(desk.store, desk.work, span, start=start, end=end - 3, join=later.step)
    assert gone.step > later.step


def test_somebody_elses_later_work_is_never_overwritten(desk, article: int) -> None:
    bela = desk.colleague()
    add(desk, article, "Putin")
    with desk.store.write() as conn:  # the lead settles Ada's reading in her set
        conn.execute(t.span.update().values(label_id=3))
        row = {
            "id": 50,
            "at": "2026-11-24T10:00:00Z",
            "annotator_id": bela.annotator_id,
            "operation": "x",
            "step": 50,
        }
        conn.execute(t.change.insert().values(row | {"article_id": article, "patch": []}))
    before = desk.rows(but=())
    with pytest.raises(ChangedSince) as caught:
        undo(desk)
    assert caught.value.fields == {"by": "Bela", "at": "2026-11-24T10:00:00Z"}
    assert desk.rows(but=()) == before


def test_what_others_point_to_is_not_removed(desk, article: int) -> None:
    bela = desk.colleague()
    topics.add(desk.store, desk.work, key="eu", kind="issue", wording={"de": "EU"})
    with desk.store.read() as conn:
        topic = codebook_queries.topics(conn)[0].id
    stances.add(desk.store, bela, article, holder=Holder("author"), label="FAVOR", topic_id=topic)
    before = desk.rows(but=())
    with pytest.raises(ChangedSince) as caught:
        undo(desk)
    assert caught.value.fields["by"] == "Bela"
    assert desk.rows(but=()) == before
    history.undo(desk.store, bela)
    undo(desk)
    with desk.store.read() as conn:
        assert codebook_queries.topics(conn) == ()


def test_a_redo_on_an_article_that_is_gone_says_why(desk) -> None:
    import_id = desk.imported(1)
    with desk.store.read() as conn:
        article = conn.execute(select(t.article.c.id)).scalar_one()
    add(desk, article, "Putin")
    undo(desk)
    imports.undo_import(desk.store, import_id)
    with pytest.raises(ChangedSince) as caught:
        redo(desk)
    assert caught.value.fields["by"] == "article.undo_import"


def test_a_deleted_row_comes_back_only_where_its_place_is_free(desk, article: int) -> None:
    span = add(desk, article, "Putin")
    spans.delete(desk.store, desk.work, span)
    with desk.store.write() as conn:
        start, end = desk.place(article, "Putin")
        set_id = conn.execute(select(t.annotation_set.c.id)).scalar_one()
        conn.execute(t.span.insert().values(set_id=set_id, start=start, end=end, label_id=1))
    with pytest.raises(ChangedSince):
        undo(desk)
