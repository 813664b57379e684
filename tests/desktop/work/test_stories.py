"""Stories are found over a whole project, kept when they are looked for again, and never half stored."""

import json
from pathlib import Path
from threading import Event

import pytest

from desktop.work.stories import find
from store import history
from store.checking import check
from store.database import Store, create
from store.operations.articles import set_zones
from store.operations.stories import set_stories, stand_alone, take_back_search
from store.queries import articles, people, queue, stories
from store.transfer import export_file, import_files, importing
from store.values import ProjectSettings

WIRE = (
    "Der Gemeinderat von Talheim hat am Montag nach langer Debatte den Haushalt beschlossen. Dafür stimmten "
    "vierzehn Mitglieder, dagegen neun, und drei enthielten sich. Bürgermeisterin Anke Rühmann sprach von "
    "einem Kompromiss, mit dem alle leben könnten. Die Opposition kündigte an, gegen den Beschluss zu klagen."
)
OTHER = (
    "Das Freibad öffnet am Samstag um neun Uhr, und der Eintritt bleibt so günstig wie im vergangenen Jahr. "
    "Nach Angaben der Stadtwerke sind alle Becken gefüllt, das Wasser hat zwanzig Grad, am Kiosk gibt es Eis."
)
FOOTER = (
    "Über die Agentur: Der Talnachrichtendienst berichtet seit vielen Jahren aus der Region für Zeitungen, "
    "Sender und Portale im ganzen Land und beschäftigt dort mehr als dreißig Redakteurinnen und Redakteure."
)


@pytest.fixture
def store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Store:
    monkeypatch.setattr(importing, "PAUSE", 0)
    texts = [
        WIRE,
        OTHER,
        f"TALHEIM (tnd) – {WIRE} Weiteres folgt.",
        f"{OTHER}\n\n{FOOTER}",
        f"Kurz.\n\n{FOOTER}",
    ]
    path = tmp_path / "a.jsonl"
    path.write_text("\n".join(json.dumps({"id": str(n), "text": text}) for n, text in enumerate(texts)))
    made = create(tmp_path / "a.lesart", name="A", settings=ProjectSettings(), person="Ada")
    import_files(made, [path])
    yield made  # type: ignore[misc]
    made.close()


def told(store: Store) -> list[list[str]]:
    """The keys of each story."""
    with store.read() as conn:
        found: dict[int, list[str]] = {}
        for item in stories.tellings(conn):
            found.setdefault(item.story, []).append(item.key)
    return list(found.values())


def test_reprints_are_grouped_and_a_shared_footer_makes_no_story(store: Store) -> None:
    with store.read() as conn:
        texts = {row: articles.text(conn, row) for row in range(1, 6)}
    set_zones(
        store,
        {row: [(at, at + len(FOOTER), "about")] for row, it in texts.items() if (at := it.find(FOOTER)) > 0},
        "x",
    )
    steps = list(find(store))
    assert told(store) == [["0", "2"], ["1", "3"]]
    assert steps[-1].done == steps[-1].total == 4
    assert list(check(store)) == []


def test_looking_again_changes_nothing_and_a_story_keeps_its_number(store: Store) -> None:
    set_stories(store, [[2, 4]])
    list(find(store))
    with store.read() as conn:
        before = stories.numbers(conn)
    assert before[2] == before[4] == 1
    list(find(store))
    with store.read() as conn:
        assert stories.numbers(conn) == before
    members = [[it for it in before if before[it] == number] for number in set(before.values())]
    assert set_stories(store, members) == 0


def test_a_pass_that_was_cancelled_stores_nothing(store: Store) -> None:
    cancelled = Event()
    cancelled.set()
    list(find(store, cancelled))
    assert told(store) == []


def test_two_stories_that_meet_become_one_and_one_that_is_gone_leaves_no_number(store: Store) -> None:
    set_stories(store, [[1, 2], [3, 4]])
    assert set_stories(store, [[1, 2, 3, 4]]) == 2
    assert told(store) == [["0", "1", "2", "3"]]
    assert set_stories(store, []) == 4
    assert told(store) == []


def test_an_article_that_was_taken_out_of_its_story_stays_out_and_undo_puts_it_back(store: Store) -> None:
    set_stories(store, [[1, 3]])
    with store.read() as conn:
        work = people.work_of(conn)
    stand_alone(store, work, 3)
    list(find(store))
    with store.read() as conn:
        assert stories.prints_of(conn, 1) == stories.prints_of(conn, 3) == []
    history.undo(store, work)
    list(find(store))
    assert ["0", "2"] in told(store)
    assert list(check(store)) == []


def test_what_somebody_takes_out_while_a_search_writes_stays_out(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    set_stories(store, [[1, 3]])
    with store.read() as conn:
        stand_alone(store, people.work_of(conn), 3)
    monkeypatch.setattr(stories, "alone", lambda _: set())  # as it was when the search looked
    set_stories(store, [[1, 2, 3]])
    monkeypatch.undo()
    with store.read() as conn:
        assert stories.alone(conn) == {3}


def test_a_search_is_taken_back_as_far_as_it_still_stands(store: Store) -> None:
    set_stories(store, [[1, 3]])
    set_stories(store, [[1, 3, 5], [2, 4]])
    with store.read() as conn:
        work = people.work_of(conn)
    stand_alone(store, work, 4)
    assert take_back_search(store) == 2, "what somebody decided meanwhile stays"
    assert told(store) == [["0", "2"]]
    assert take_back_search(store) == 2
    assert told(store) == []
    assert take_back_search(store) == 0


def test_the_queue_counts_the_other_prints_and_shows_one_of_each_story(store: Store) -> None:
    set_stories(store, [[1, 3, 5]])
    with store.read() as conn:
        work = people.work_of(conn)
        rows = queue.rows_of(conn, work, [1, 2, 3])
        assert [it.prints for it in rows] == [2, 0, 2]
        assert list(queue.ids(conn, work, one_each=True)) == [1, 2, 4]
        assert list(queue.ids(conn, work, story=1)) == [1, 3, 5]
        assert [it.id for it in stories.prints_of(conn, 5)] == [1, 3, 5]
    stand_alone(store, work, 1)
    with store.read() as conn:
        assert list(queue.ids(conn, work, one_each=True)) == [1, 2, 3, 4]


def test_an_export_keeps_who_stands_alone_and_a_later_search_heeds_it(store: Store, tmp_path: Path) -> None:
    set_stories(store, [[1, 3]])
    with store.read() as conn:
        work = people.work_of(conn)
    stand_alone(store, work, 3)
    export_file(store, tmp_path / "out.jsonl")
    other = create(tmp_path / "b.lesart", name="B", settings=ProjectSettings(), person="Ada")
    import_files(other, [tmp_path / "out.jsonl"])
    list(find(other))
    with other.read() as conn:
        assert stories.alone(conn) == {3}
        assert stories.prints_of(conn, 1) == []
    other.close()
