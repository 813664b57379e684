"""The readings of a project as lessons for a tagger: what each says, and whether it is taught or kept apart.

An article is dealt by the hash of its key, near-duplicates by that of the first one (as an export's split
is), so that a model is never measured on what it was taught, and a growing corpus moves nothing.
"""

from collections.abc import Iterator

from msgspec import Struct

from store.database import Store
from store.formats.known import counted, known
from store.formats.readings import chosen, part_of
from store.queries import codebook
from store.transfer.assembly import Choice
from store.transfer.dealing import parts
from store.transfer.header import read_header
from store.transfer.stream import articles
from store.values import Known

SHARES = (0.7, 0.1, 0.2)
"""Of articles that are taught, that choose between rounds, and on which both models are measured."""

SEED = 0


class Lesson(Struct, frozen=True):
    """An article with its reading; `part` is one of `store.formats.readings.PARTS`."""

    key: str
    part: str
    known: Known


def lessons(store: Store, languages: frozenset[str | None]) -> Iterator[Lesson]:
    """The begun readings of people (gold alone, where there is one) of articles in these languages.

    Of several readings of an article a finished one counts, the first of them.
    """
    with store.read() as conn:
        header = read_header(conn)
        settings = codebook.settings(conn)
        dealt = parts(conn, SHARES, seed=SEED)
    for record in articles(store, header, Choice()):
        reading = counted(chosen(record.sets, ()))
        if record.text and record.language in languages and reading is not None:
            key = record.key or ""
            where = dealt.get(key) or part_of(key, SHARES, SEED)
            yield Lesson(key, where, known(record, reading, settings))
