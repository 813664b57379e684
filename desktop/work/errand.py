"""Long work that a window sends a child process on: what it asks, and what it hears. No Qt, no database.

In a thread of the window's own process every call to SQLite would give up the interpreter and wait for it
again: gestures took up to 290 ms beside an import, and repainting with them. The child reads one `Wanted`
from its standard input and ends with one `Done` or `Failed`; closing its input cancels it. Messages travel
as in the protocol of `desktop.nlp`.
"""

import sys
from typing import Literal

from msgspec import Struct

from desktop.nlp.protocol import Failed
from desktop.work.comparison import Comparison
from desktop.work.gains import Trained
from desktop.work.judgement import Judgement
from store.formats.problems import Loss, Skipped
from store.formats.protocol import Evidence, Feature, Misfit, Overlap, ReadOptions, Scheme, Stratum
from store.formats.seen import Seen
from store.networks import NetworkOptions
from store.values import AdditionKind, Progress


class Import(Struct, frozen=True, tag=True):
    """Take in files and folders, then find the languages and zones of what is new. -> Imported"""

    store: str
    paths: tuple[str, ...]
    options: ReadOptions


class Look(Struct, frozen=True, tag=True):
    """Look at files and folders without taking them in; `language` helps to guess encodings. -> Looked"""

    paths: tuple[str, ...]
    options: ReadOptions
    language: str | None = None


class ExportWish(Struct, frozen=True):
    """What is to be exported and how; the fields are those of `store.transfer.ExportOptions`."""

    format: str
    text: Literal["full", "none"] = "full"
    annotators: tuple[str, ...] = ()
    only_done: bool = False
    restricted: bool = False
    split: tuple[float, float, float] | None = None
    seed: int = 0
    stratify: Stratum = ""
    misfit: Misfit = "leave_out"
    overlap: Overlap = "longest"
    scheme: Scheme = "iob2"
    one_each: bool = False
    network: NetworkOptions = NetworkOptions()
    evidence: Evidence = "marked"
    articles: tuple[int, ...] | None = None
    labels: tuple[str, ...] = ()
    in_scope: bool = False
    pseudonyms: bool = False
    datasheet: bool = False
    deposit: bool = False


class Export(Struct, frozen=True, tag=True):
    """Write an export. -> Exported"""

    store: str
    out: str
    wish: ExportWish


class Rehearse(Struct, frozen=True, tag=True):
    """Say how an export would begin and what it would lose, of `limit` articles or all. -> Rehearsed"""

    store: str
    wish: ExportWish
    limit: int | None = None


class Suggest(Struct, frozen=True, tag=True):
    """Have each article that no model of its language has read be read: language -> source. -> Suggested

    `trusted` are the sources whose own code may run.
    """

    store: str
    preset: str
    sources: dict[str, str]
    trusted: tuple[str, ...] = ()


class Agree(Struct, frozen=True, tag=True):
    """Compare the readers; `unfinished`: sets in progress count, too. -> Agreed"""

    store: str
    unfinished: bool = False


class FindStories(Struct, frozen=True, tag=True):
    """Group the articles that tell the same story. -> StoriesFound"""

    store: str


class Train(Struct, frozen=True, tag=True):
    """Have the model `source` go on learning from the articles in a language, into `folder`. -> Taught"""

    store: str
    source: str
    language: str
    folder: str


class Judge(Struct, frozen=True, tag=True):
    """Judge a reader by another's readings. -> Judged

    Without names the newest model is judged by the gold standard, else by a person. `folder` holds the models
    that were trained here.
    """

    store: str
    folder: str
    judged: str = ""
    truth: str = ""
    unfinished: bool = False


class TakeBack(Struct, frozen=True, tag=True):
    """Take back an import or a run, by its id. -> TakenBack"""

    store: str
    kind: AdditionKind
    id: int


class Told(Struct, frozen=True, tag=True):
    """How far it is; of a training also the round and its F1 (0…1)."""

    progress: Progress
    round: int = 0
    f1: float | None = None


class Imported(Struct, frozen=True, tag=True):
    """What an import did (see `store.transfer.ImportReport`); `id` is None where nothing was taken in."""

    added: int
    sets_added: int
    duplicates: int
    new_labels: tuple[str, ...]
    skipped: tuple[Skipped, ...]
    problems: dict[str, int]
    cancelled: bool
    id: int | None = None


class Looked(Struct, frozen=True, tag=True):
    """What an import would take in."""

    seen: Seen


class Exported(Struct, frozen=True, tag=True):
    """What an export wrote (see `store.transfer.ExportReport`)."""

    files: tuple[str, ...]
    articles: int
    cannot_hold: tuple[Feature, ...]
    losses: tuple[Loss, ...]
    lost: dict[str, int]
    cancelled: bool


class Rehearsed(Struct, frozen=True, tag=True):
    """What an export would write (see `store.transfer.Rehearsal`)."""

    beginnings: tuple[tuple[str, str], ...]
    articles: int
    cannot_hold: tuple[Feature, ...]
    losses: tuple[Loss, ...]
    lost: dict[str, int]
    cancelled: bool


class Suggested(Struct, frozen=True, tag=True):
    """How many articles the models read, and the ids of those over which one died."""

    articles: int
    refused: tuple[int, ...]
    cancelled: bool


class StoriesFound(Struct, frozen=True, tag=True):
    """How many stories stand in how many articles now, and how many articles changed their story."""

    stories: int
    articles: int
    changed: int
    cancelled: bool


class Agreed(Struct, frozen=True, tag=True):
    """How far the readers agree; None if the count was cancelled."""

    comparison: Comparison | None


class Judged(Struct, frozen=True, tag=True):
    """How good the reader is; None if the count was cancelled."""

    judgement: Judgement | None


class Taught(Struct, frozen=True, tag=True):
    """The new version of a model; None if the training was cancelled."""

    trained: Trained | None


class TakenBack(Struct, frozen=True, tag=True):
    """Of how many articles something was removed; cancelled, the same errand goes on."""

    articles: int
    cancelled: bool


Wanted = Import | Look | Export | Rehearse | Suggest | Agree | FindStories | Train | Judge | TakeBack
Done = (
    Imported | Looked | Exported | Rehearsed | Suggested | Agreed | StoriesFound | Taught | Judged | TakenBack
)
Heard = Told | Failed | Done


def errand_command() -> list[str]:
    """How this program sends its own child, installed or frozen."""
    if getattr(sys, "frozen", False):
        return [sys.executable, "--errand"]
    return [sys.executable, "-m", "desktop", "--errand"]
