"""How many key presses the stances of the seed article take, travel included: `./run bench stance`.

An annotator is replayed in the real window, on a real store that has the article with its gold entities and
topics, and looks only at what the screen shows. Once bare: holder, label and topic (or target); once in full:
mentions with their actors, both targets, evidence, cues, form, attribution, explicitness, strength. What the
text proposes is taken where it is right and corrected where it is not; the rules that propose were written
with this article before the writer's eyes, so elsewhere they will be right less often. At the end of the full
replay the reading in the window has to equal the imported gold. Confidence below certainty is set by mouse on
the card and counted apart; notes are not replayed.
"""

import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from msgspec import to_builtins
from PySide6.QtWidgets import QApplication

from store.database import create
from store.queries import articles, codebook, people
from store.transfer import import_files
from store.transfer.header import read_header
from store.values import ArticlePage, ProjectSettings, Work
from tests.bench import gold
from tests.bench.measure import report
from tests.bench.stance_replay import StanceReplay


def stored(folder: Path) -> Path:
    """A project with the seed article and its gold entities."""
    folder.mkdir(parents=True, exist_ok=True)
    path, source = folder / "seed.lesart", folder / "seed.jsonl"
    store = create(path, name="Seed", settings=ProjectSettings(nested=True), person="ada")
    with store.read() as conn:
        label_sets = to_builtins(read_header(conn).project.label_sets)
        ada = next(it.uid for it in people.annotators(conn) if it.name == "ada")
    source.write_text(gold.native(label_sets=label_sets, uid=ada), encoding="utf-8")
    done = import_files(store, [source])
    assert done.added == 1, done.skipped
    store.close()
    return path


def said(page: ArticlePage, names: dict[int, str]) -> set[tuple[Any, ...]]:
    """What a reading says, with places and names instead of ids. `names`: topics and actors by their id."""
    place = {span.id: (span.start, span.end, span.label) for span in page.spans}
    spans = {
        ("span", it.start, it.end, it.label, it.form, names.get(it.actor_id or 0), it.unsure)
        for it in page.spans
    }
    stances = {
        (
            *("stance", it.level, it.holder_kind, place.get(it.holder_span or 0), it.label),
            *(names.get(-(it.topic or 0)), place.get(it.target_span or 0)),
            *(it.explicit, it.intensity, it.form, it.attribution, it.confidence),
            tuple(sorted((part.role, part.start, part.end, part.made) for part in it.parts)),
        )
        for it in page.stances
    }
    return spans | stances


def imported(folder: Path) -> set[tuple[Any, ...]]:
    """What the gold file says once it is imported as everybody would import it."""
    folder.mkdir(parents=True, exist_ok=True)
    store = create(folder / "gold.lesart", name="Gold", settings=ProjectSettings(nested=True), person="ada")
    done = import_files(store, [gold.SEED / "gold.json"])
    assert done.added == 1, done.skipped
    with store.read() as conn:
        reader = next(it.id for it in people.annotators(conn) if it.kind == "gold")
        work = Work(reader, people.work_of(conn, "ada").round_id)
        found = said(articles.page(conn, work, 1), names_of(codebook.topics(conn), codebook.actors(conn)))
    store.close()
    return found


def names_of(topics: Any, actors: Any) -> dict[int, str]:
    """Actors by id, topics by their id below zero."""
    return {**{actor.id: actor.name for actor in actors}, **{-topic.id: topic.key for topic in topics}}


def main() -> int:
    """Replay both; 1 where a goal is missed."""
    if not gold.SEED.is_dir():
        sys.stdout.write("seed: ../shared/seed is not there\n")
        return 0
    app = QApplication([])
    with TemporaryDirectory() as folder:
        home = Path(folder)
        good = [replay_bare(app, home / "bare"), replay_full(app, home / "full", imported(home / "gold"))]
    return 0 if all(good) else 1


def replay_bare(app: QApplication, folder: Path) -> bool:
    """Holder, label, topic or target."""
    with StanceReplay(app, folder, stored(folder)) as replay:
        replay.bare()
        made = [(it.label, it.level) for it in sorted(replay.page.stances, key=lambda it: it.id)]
        assert made == [(it["label"], it["level"]) for it in gold.load()["statements"]]
        return all(
            (
                report("bare, label and target, presses", replay.kinds["label and target"], at_most=72),
                report("bare, travel, presses", replay.kinds["travel"], at_most=60),
            )
        )


def replay_full(app: QApplication, folder: Path, wanted: set[tuple[Any, ...]]) -> bool:
    """Everything; the reading equals the gold."""
    with StanceReplay(app, folder, stored(folder)) as replay:
        replay.full()
        book = replay._program.workbench.codebook
        assert book is not None
        found = said(replay.page, names_of(book.topics, book.actors))
        for line in sorted(map(str, wanted ^ found)):
            sys.stdout.write(f"differs: {line}\n")
        for kind, presses in replay.kinds.items():
            report(f"full, {kind}, presses", presses)
        same = report("full, differences from the imported gold", len(wanted ^ found), at_most=0)
        report("full, confidence by mouse, clicks", replay.clicks)
        return report("full, presses", replay.presses, at_most=350) and same


if __name__ == "__main__":
    sys.exit(main())
