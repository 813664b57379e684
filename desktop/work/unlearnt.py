"""The articles on which a model can be judged: those that it has not learnt from."""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from pathlib import Path

from msgspec import Struct
from sqlalchemy import Connection

from desktop.nlp import models
from desktop.nlp.learnt import DIGITS, Learnt, learnt_from
from store.agreement.readings import Reader, Reading
from store.errors import LesartError
from store.queries.codebook import settings
from store.queries.suggestions import MEMORY
from store.queries.texts import of_texts, sources_of

Pairs = Sequence[tuple[Reading, Reading]]


class Unlearnt(Struct, frozen=True):
    """`pairs` count. `left_out`: how many do not, since the model has learnt from their article or one nearly
    the same; `may_know`: it may have learnt from some that count, which nobody can tell.
    """

    pairs: Pairs
    left_out: int = 0
    may_know: bool = False


def unlearnt(conn: Connection, judged: Reader, pairs: Pairs, *, folder: Path, source: str = "") -> Unlearnt:
    """Of the readings of a reader and another those that may judge the former.

    `folder` holds the models that were trained here, `source` is that of the model where it was named so. A
    person, and what memory suggests, is judged on all.
    """
    if judged.kind != "model" or judged.name.startswith(f"{MEMORY} "):
        return Unlearnt(pairs)
    sources = (*filter(None, (source,)), *_sources(conn, judged, folder))
    learnt = _learnt(judged, sources)
    known = of_texts(conn, learnt.texts, DIGITS)
    left = [it for it in pairs if it[0].article not in known]
    return Unlearnt(left, len(pairs) - len(left), not learnt.is_all)


def _learnt(judged: Reader, sources: Iterable[str]) -> Learnt:
    """What the model says; of several folders with its name and version, what any of them has learnt."""
    found: list[Learnt] = []
    for source in dict.fromkeys(sources):
        with suppress(LesartError, OSError, ValueError):
            info = models.describe(source)
            if f"{info.name} {info.version}" == judged.name:
                found.append(learnt_from(source))
    learnt = Learnt(is_all=bool(found))
    for one in found:
        learnt |= one
    return learnt


def _sources(conn: Connection, judged: Reader, folder: Path) -> Iterator[str]:
    yield from sources_of(conn, judged.id)
    yield from settings(conn).models.values()
    yield from (it.source for it in models.within(folder))
    yield from (it.source for it in models.available())
