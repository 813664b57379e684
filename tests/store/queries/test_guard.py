"""Articles that are dealt for it show no suggestions, and are compared with those that do."""

from pathlib import Path
from typing import Any

import pytest

from store.database import Store
from store.guard import Guard, unaided
from store.operations import articles, codebook, people, runs, spans, suggestions
from store.queries import articles as reading
from store.queries import people as people_of
from store.queries import queue
from store.queries.agreement import AgreementOptions, chosen, paired_readings
from store.queries.guard import guards
from store.queries.kept_back import kept_back
from store.queries.people import work_of
from store.transfer import export_file, import_files
from store.values import ArticlePage, PredictedSpan, ProjectSettings, Work


@pytest.fixture
def read(desk: Any) -> list[int]:
    """Twelve articles that a model has read, about half of which are to be read without it."""
    codebook.change_settings(desk.store, desk.work, ProjectSettings(unaided_share=50))
    ids = [desk.article(f"Putin traf Paschinjan, Nummer {number}.") for number in range(12)]
    names = ((0, 5, "PER"), (11, 21, "LOC"))
    found = [(it, [PredictedSpan(*name, score=0.5 + it / 100) for name in names]) for it in reversed(ids)]
    runs.store_run(desk.store, model="m", version="1", settings={}, items=found)
    return ids


def page(desk: Any, article: int) -> ArticlePage:
    with desk.store.read() as conn:
        return reading.page(conn, desk.work, article)


def test_suggestions_are_kept_back_where_it_was_dealt_so(desk: Any, read: list[int]) -> None:
    pages = [page(desk, it) for it in read]
    for one in pages:
        assert one.unaided == unaided(one.article.sha256, uid_of(desk.store, desk.work), 50)
        assert len(one.suggestions) == (0 if one.unaided else 2)
        assert one.predicted
    assert {it.unaided for it in pages} == {True, False}


def test_what_was_on_screen_is_noted_and_stays_when_the_share_changes(desk: Any, read: list[int]) -> None:
    for article in read:
        articles.set_flag(desk.store, desk.work, article, "look")
    kept_back = [page(desk, it).unaided for it in read]
    for article, is_back in zip(read, kept_back, strict=True):
        own = page(desk, article).set
        assert own is not None
        assert (own.shown_model is None) == is_back
    codebook.change_settings(desk.store, desk.work, ProjectSettings(unaided_share=0))
    assert not any(page(desk, it).unaided for it in read)


def test_finished_articles_of_both_kinds_are_compared(desk: Any, read: list[int]) -> None:
    work_through(desk.store, desk.work)
    ((reader, found),) = found_of(desk.store).items()
    alone = sum(unaided(it, uid_of(desk.store, desk.work), 50) for it in digests(desk))
    assert reader == "Ada"
    assert found.aided == (12 - alone, 2 * (12 - alone), 2 * (12 - alone))
    assert found.unaided == (alone, 2 * alone, alone)
    assert found.chance is not None


@pytest.mark.parametrize("share", [1, 20, 33, 50])
def test_the_database_deals_as_the_page_does(desk: Any, read: list[int], share: int) -> None:
    settings = ProjectSettings(unaided_share=share)
    codebook.change_settings(desk.store, desk.work, settings)
    for reader in (desk.work, desk.colleague()):
        with desk.store.read() as conn:
            rows = kept_back(conn, reader, settings)
            assert rows is not None
            dealt = set(conn.scalars(rows))
            assert dealt == {it for it in read if reading.page(conn, reader, it).unaided}


@pytest.mark.parametrize(
    "narrowed", [{"undecided": True}, {"label": "PER"}, {"below": 0.9}, {"least": 0.5}], ids=str
)
def test_no_filter_tells_what_is_kept_back(desk: Any, read: list[int], narrowed: dict[str, Any]) -> None:
    kept = {it for it in read if page(desk, it).unaided}
    assert kept
    with desk.store.read() as conn:
        assert set(queue.ids(conn, desk.work, **narrowed)) == set(read) - kept
        assert queue.count(conn, desk.work, **narrowed) == len(read) - len(kept)
        assert set(queue.ids(conn, desk.work, undecided=False)) == kept
    codebook.change_settings(desk.store, desk.work, ProjectSettings(unaided_share=0))
    with desk.store.read() as conn:
        assert set(queue.ids(conn, desk.work, **narrowed)) == set(read)


def test_an_own_span_is_found_by_its_label_though_suggestions_are_kept_back(
    desk: Any, read: list[int]
) -> None:
    alone = next(it for it in read if page(desk, it).unaided)
    spans.add(desk.store, desk.work, alone, start=0, end=5, label="PER")
    with desk.store.read() as conn:
        assert alone in queue.ids(conn, desk.work, label="PER")
        assert alone not in queue.ids(conn, desk.work, label="LOC")


def test_both_kinds_come_in_the_same_order(desk: Any, read: list[int]) -> None:
    def listed() -> list[int]:
        with desk.store.read() as conn:
            return list(queue.ids(conn, desk.work, order="unsure_first"))

    before = listed()
    codebook.change_settings(desk.store, desk.work, ProjectSettings(unaided_share=0))
    assert listed() == before


def test_an_article_at_work_is_not_judged_before_it_is_done(desk: Any, read: list[int]) -> None:
    kept = {it for it in read if page(desk, it).unaided}
    for article in read:
        articles.set_flag(desk.store, desk.work, article, "look")

    def judged() -> set[int]:
        with desk.store.read() as conn:
            both = chosen(conn, ("m", "Ada"))
            pairs = paired_readings(conn, *both, AgreementOptions(unfinished=True))
            return {one.article for one, _ in pairs}

    assert judged() == set(read) - kept
    for article in kept:
        articles.finish(desk.store, desk.work, article, seen=[])
    assert judged() == set(read)


def test_merged_projects_deal_as_each_did(desk: Any, read: list[int], new_store: Any, tmp_path: Path) -> None:
    ours = desk.store
    theirs = new_store("theirs.lesart", unaided_share=50)
    export_file(ours, tmp_path / "corpus.jsonl")
    import_files(theirs, [tmp_path / "corpus.jsonl"])
    readers = {"Ada": (ours, desk.work), "Bela": (theirs, people.join(theirs, "Bela"))}
    for store, work in readers.values():
        work_through(store, work)
    merged = new_store("merged.lesart", unaided_share=50)
    for place, store in enumerate((theirs, ours)):
        export_file(store, tmp_path / f"{place}.jsonl")
        import_files(merged, [tmp_path / f"{place}.jsonl"])

    before = {name: dealt(store, work) for name, (store, work) in readers.items()}
    assert before["Ada"] != before["Bela"]
    assert uid_of(ours, desk.work) != uid_of(merged, desk.work), "ids say somebody else there"
    for name, (store, work) in readers.items():
        with merged.read() as conn:
            again = work_of(conn, uid_of(store, work))
        assert dealt(merged, again) == before[name]
        assert found_of(merged)[name] == found_of(store)[name]


def work_through(store: Store, work: Work) -> None:
    """Accept what is suggested, mark one name by hand where nothing is, and finish each article."""
    with store.read() as conn:
        listed = list(queue.ids(conn, work))
    for article in listed:
        with store.read() as conn:
            shown = reading.page(conn, work, article).suggestions
        for it in shown:
            suggestions.accept(store, work, article, it.id)
        if not shown:
            spans.add(store, work, article, start=0, end=5, label="PER")
        articles.finish(store, work, article, seen=[])


def dealt(store: Store, work: Work) -> set[str]:
    """The keys of the articles that are read without suggestions."""
    with store.read() as conn:
        pages = [reading.page(conn, work, it) for it in queue.ids(conn, work)]
    return {it.article.key for it in pages if it.unaided}


def found_of(store: Store) -> dict[str, Guard]:
    """The comparison of each reader, by name."""
    with store.read() as conn:
        return {reader.name: found for reader, found in guards(conn)}


def uid_of(store: Store, work: Work) -> str:
    """What names an annotator across stores."""
    with store.read() as conn:
        return next(it.uid for it in people_of.annotators(conn) if it.id == work.annotator_id)


def digests(desk: Any) -> list[str]:
    with desk.store.read() as conn:
        return [it.sha256 for it in conn.exec_driver_sql("SELECT sha256 FROM article").all()]
