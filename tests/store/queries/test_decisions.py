"""What was right from a score on; and what a project does not want to see of a model."""

from pathlib import Path

from store.operations import articles, codebook, memory, spans, suggestions
from store.queries import decisions
from store.queries import queue as queries
from store.transfer import export_file
from store.values import Evidence, Memo, ProjectSettings, Recalled, Withheld

THRESHOLDS = (0.0, 0.5, 0.6, 0.7, 0.8, 0.9)


def precision(desk) -> dict[float, tuple[int, int]]:
    with desk.store.read() as conn:
        return {it.threshold: (it.decided, it.right) for it in decisions.precision(conn, THRESHOLDS)}


def test_taken_over_is_right_and_corrected_or_refused_is_not(desk) -> None:
    one, other = desk.article(), desk.article()
    (putin,) = desk.suggest(one, ("Putin", "PER"), score=0.95)
    suggestions.accept(desk.store, desk.work, one, putin)
    desk.suggest(other, ("Moskau", "LOC"), ("EU", "ORG"), ("Kreml", "LOC"), score=0.75)
    offered = dict(zip(desk.suggested(other), (it.id for it in desk.page(other).suggestions), strict=True))
    moscow, eu, kreml = (offered[word] for word in ("Moskau", "EU", "Kreml"))
    suggestions.reject(desk.store, desk.work, other, moscow)
    start, end = desk.place(other, "EU")
    suggestions.correct(desk.store, desk.work, other, eu, start=start, end=end, label="LOC")
    assert precision(desk) == {0.0: (3, 1), 0.5: (3, 1), 0.6: (3, 1), 0.7: (3, 1), 0.8: (1, 1), 0.9: (1, 1)}
    articles.finish(desk.store, desk.work, other, seen=[kreml])
    assert precision(desk)[0.7] == (4, 2)


def test_where_nothing_is_decided_there_is_no_share(desk) -> None:
    desk.suggest(desk.article(), ("Putin", "PER"), score=0.9)
    with desk.store.read() as conn:
        assert {it.share for it in decisions.precision(conn, THRESHOLDS)} == {None}


def test_all_that_is_suggested_is_counted_though_it_is_not_shown(desk) -> None:
    desk.suggest(desk.article(), ("Putin", "PER"), ("EU", "ORG"), score=0.95)
    desk.suggest(desk.article(), ("Moskau", "LOC"), score=0.55)
    desk.suggest(desk.article(), ("EU", "MISC"), score=0.9)
    older = desk.article()
    desk.suggest(older, ("Putin", "PER"), score=0.9)
    desk.suggest(older, ("Putin", "PER"), score=0.65, version="2")
    codebook.change_settings(desk.store, desk.work, ProjectSettings(least_score=0.8))
    with desk.store.read() as conn:
        found = {it.threshold: it.suggested for it in decisions.precision(conn, THRESHOLDS)}
    assert found == {0.0: 4, 0.5: 4, 0.6: 3, 0.7: 2, 0.8: 2, 0.9: 2}


def test_what_memory_speaks_against_nobody_refused(desk) -> None:
    article = desk.article()
    desk.suggest(article, ("Putin", "PER"), score=0.9)
    withheld = Memo(withheld=(Withheld(*desk.place(article, "Putin"), "PER"),))
    memory.remember(desk.store, desk.work, article, withheld)
    assert desk.suggested(article) == []
    assert precision(desk)[0.0] == (0, 0)


def test_a_label_that_a_model_is_bad_at_is_shown_of_others_only(desk, tmp_path: Path) -> None:
    article = desk.article()
    desk.suggest(article, ("Putin", "PER"), ("Moskau", "LOC"))
    codebook.change_settings(desk.store, desk.work, ProjectSettings(hidden={"m": ("LOC",)}))
    assert desk.suggested(article) == ["Putin"]
    with desk.store.read() as conn:
        assert queries.count(conn, desk.work, undecided=True, label="LOC") == 0
        assert queries.count(conn, desk.work, undecided=True, label="PER") == 1
    (putin,) = [it.id for it in desk.page(article).suggestions]
    suggestions.accept(desk.store, desk.work, article, putin)
    with desk.store.read() as conn:
        assert queries.count(conn, desk.work, undecided=True) == 0
    export_file(desk.store, tmp_path / "x.jsonl")
    assert b'"undecided"' not in (tmp_path / "x.jsonl").read_bytes()
    codebook.change_settings(desk.store, desk.work, ProjectSettings(hidden={"other": ("LOC",)}))
    assert desk.suggested(article) == ["Moskau"]


def test_suggestions_below_the_least_score_are_not_shown(desk) -> None:
    article = desk.article()
    desk.suggest(article, ("Putin", "PER"), score=0.9)
    low = desk.article()
    desk.suggest(low, ("Putin", "PER"), ("EU", "ORG"), ("Moskau", "MISC"), score=0.6)
    codebook.change_settings(desk.store, desk.work, ProjectSettings(least_score=0.7))
    assert desk.suggested(article) == ["Putin"]
    assert desk.suggested(low) == []
    assert (desk.page(article).too_low, desk.page(low).too_low) == (0, 2), "MISC is off anyway"
    spans.add(desk.store, desk.work, low, start=0, end=14, label="PER")
    start, end = desk.place(low, "EU")
    spans.add(desk.store, desk.work, low, start=start, end=end, label="ORG")
    assert desk.page(low).too_low == 1, "what was marked by hand is settled"
    with desk.store.read() as conn:
        assert list(queries.ids(conn, desk.work, undecided=True)) == [article]


def test_own_spans_are_no_decisions_on_a_model(desk) -> None:
    spans.add(desk.store, desk.work, desk.article(), start=0, end=8, label="PER")
    assert precision(desk)[0.0] == (0, 0)


def test_what_two_versions_of_a_model_say_is_refused_once_with_the_score_of_the_newer(desk) -> None:
    article = desk.article()
    desk.suggest(article, ("Moskau", "LOC"), score=0.55)
    (again,) = desk.suggest(article, ("Moskau", "LOC"), version="2", score=0.75)
    suggestions.reject(desk.store, desk.work, article, again)
    assert precision(desk) == {0.0: (1, 0), 0.5: (1, 0), 0.6: (1, 0), 0.7: (1, 0), 0.8: (0, 0), 0.9: (0, 0)}


def test_what_memory_suggests_says_nothing_about_a_model(desk) -> None:
    taken, refused = desk.article(), desk.article()
    for article, decide in ((taken, suggestions.accept), (refused, suggestions.reject)):
        place = desk.place(article, "EU")
        memo = Memo((Recalled(*place, "ORG", 0.9, Evidence(confirmed=1, against=0, last="")),))
        memory.remember(desk.store, desk.work, article, memo)
        decide(desk.store, desk.work, article, desk.page(article).suggestions[0].id)
    assert precision(desk)[0.0] == (0, 0)
