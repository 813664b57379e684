"""The child that carries out one errand (see `desktop.work.errand`)."""

import os
import threading
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Event

from desktop.nlp import protocol
from desktop.work import languages, stories, suggestion, zones
from desktop.work.agreeing import compare
from desktop.work.errand import (
    Agree,
    Agreed,
    Done,
    Export,
    Exported,
    FindStories,
    Heard,
    Import,
    Imported,
    Judge,
    Judged,
    Look,
    Looked,
    Rehearse,
    Rehearsed,
    StoriesFound,
    Suggest,
    Suggested,
    TakeBack,
    Taught,
    Told,
    Train,
    Wanted,
)
from desktop.work.exports import export_options
from desktop.work.gains import Learning, Trained
from desktop.work.judging import judge
from desktop.work.learning import train
from desktop.work.taking_back import take_back
from store.database import Store, open_store
from store.queries.stories import numbers
from store.transfer import export_file, import_files, rehearse
from store.transfer.previewing import preview
from store.values import Progress

Tell = Callable[[Progress], None]
InStore = Import | Export | Rehearse | Suggest | Agree | FindStories | Train | Judge | TakeBack

_NICENESS = 5
_READ = 1 << 16


def main() -> int:
    """Carry out the errand that standard input names; its end cancels."""
    if os.name == "posix":
        os.nice(_NICENESS)  # the window comes first
    reply_end = os.dup(1)
    os.dup2(2, 1)  # what libraries print does no harm there
    with os.fdopen(reply_end, "wb") as replies:
        wanted = _asked(protocol.Decoder(Wanted))
        if wanted is None:
            return 0

        def say(message: Heard) -> None:
            replies.write(protocol.framed(message))
            replies.flush()

        try:
            say(run(wanted, lambda progress: say(_told(progress)), _cancelled_by_silence()))
        except BrokenPipeError:
            return 1  # nobody listens any more; what was committed stays
        except Exception as error:  # the window has the words
            say(protocol.failure(0, error))
    return 0


def run(wanted: Wanted, tell: Tell, cancelled: Event) -> Done:
    """Carry out an errand. Raises what the store, the formats and the models raise."""
    if isinstance(wanted, Look):
        paths = [Path(path) for path in wanted.paths]
        return Looked(preview(paths, wanted.options, language=wanted.language, cancelled=cancelled))
    with _opened(wanted.store) as store:
        return _run_in(store, wanted, tell, cancelled)


def _run_in(store: Store, wanted: InStore, tell: Tell, cancelled: Event) -> Done:
    match wanted:
        case Import():
            done = _import(store, wanted, tell, cancelled)
        case Export():
            done = _export(store, wanted, tell, cancelled)
        case Rehearse():
            done = _rehearse(store, wanted, tell, cancelled)
        case Suggest():
            done = _suggest(store, wanted, tell, cancelled)
        case Agree():
            done = Agreed(compare(store, unfinished=wanted.unfinished, cancelled=cancelled))
        case Train():
            done = _train(store, wanted, tell, cancelled)
        case Judge():
            who = (wanted.judged, wanted.truth)
            how = {"unfinished": wanted.unfinished, "cancelled": cancelled, "tell": tell}
            done = Judged(judge(store, *who, folder=Path(wanted.folder), **how))
        case TakeBack():
            done = take_back(store, wanted.kind, wanted.id, tell=tell, cancelled=cancelled)
        case FindStories():
            done = _find_stories(store, tell, cancelled)
    return done


def _import(store: Store, wanted: Import, tell: Tell, cancelled: Event) -> Imported:
    paths = [Path(path) for path in wanted.paths]
    report = import_files(store, paths, options=wanted.options, progress=tell, cancelled=cancelled)
    if report.added and not cancelled.is_set():
        _drain(languages.fill(store, cancelled), tell)
        _drain(zones.fill(store, cancelled), tell)
    return Imported(
        added=report.added,
        sets_added=report.sets_added,
        duplicates=report.duplicates,
        new_labels=report.new_labels,
        skipped=report.skipped,
        problems=report.problems,
        cancelled=report.cancelled,
        id=report.import_id,
    )


def _export(store: Store, wanted: Export, tell: Tell, cancelled: Event) -> Exported:
    options = export_options(wanted.wish)
    out, format_ = Path(wanted.out), wanted.wish.format
    report = export_file(store, out, format=format_, options=options, progress=tell, cancelled=cancelled)
    return Exported(
        files=tuple(map(str, report.files)),
        articles=report.articles,
        cannot_hold=report.cannot_hold,
        losses=report.losses,
        lost=report.lost,
        cancelled=report.cancelled,
    )


def _rehearse(store: Store, wanted: Rehearse, tell: Tell, cancelled: Event) -> Rehearsed:
    report = rehearse(
        store,
        format=wanted.wish.format,
        options=export_options(wanted.wish),
        limit=wanted.limit,
        progress=tell,
        cancelled=cancelled,
    )
    return Rehearsed(
        beginnings=report.beginnings,
        articles=report.articles,
        cannot_hold=report.cannot_hold,
        losses=report.losses,
        lost=report.lost,
        cancelled=report.cancelled,
    )


def _suggest(store: Store, wanted: Suggest, tell: Tell, cancelled: Event) -> Suggested:
    refused: list[int] = []
    steps = suggestion.suggest_by_language(
        store,
        wanted.sources,
        trusted=wanted.trusted,
        preset=wanted.preset,
        cancelled=cancelled,
        refused=lambda it: refused.append(it.article),
    )
    articles = _drain(steps, tell)
    return Suggested(articles, tuple(refused), cancelled.is_set())


def _find_stories(store: Store, tell: Tell, cancelled: Event) -> StoriesFound:
    with store.read() as conn:
        before = numbers(conn)
    _drain(stories.find(store, cancelled), tell)
    with store.read() as conn:
        found = numbers(conn)
    changed = sum(before.get(it) != found.get(it) for it in before.keys() | found.keys())
    return StoriesFound(len(set(found.values())), len(found), changed, cancelled.is_set())


def _train(store: Store, wanted: Train, tell: Tell, cancelled: Event) -> Taught:
    folder, language = Path(wanted.folder), wanted.language
    for step in train(store, wanted.source, folder=folder, language=language, cancelled=cancelled):
        if isinstance(step, Trained):
            return Taught(step)
        tell(step)
    return Taught(None)


def _told(progress: Progress) -> Told:
    if isinstance(progress, Learning):
        return Told(Progress(progress.done, progress.total, progress.note), progress.round, progress.f1)
    return Told(progress)


def _drain(steps: Iterable[Progress], tell: Tell) -> int:
    """Carry out long work; how many things it did."""
    done = 0
    for step in steps:
        tell(step)
        done = step.done
    return done


@contextmanager
def _opened(target: str) -> Iterator[Store]:
    store = open_store(target)
    try:
        yield store
    finally:
        store.close()


def _asked(decoder: protocol.Decoder) -> Wanted | None:
    while data := os.read(0, _READ):
        for wanted in decoder.feed(data):
            return wanted
    return None


def _cancelled_by_silence() -> Event:
    cancelled = Event()

    def wait() -> None:
        while os.read(0, _READ):
            pass
        cancelled.set()

    threading.Thread(target=wait, daemon=True).start()
    return cancelled
