"""Full text: one way to ask, two databases to answer.

SQLite: FTS5 without content (`article_fts`), filled by hand with each batch's rows, since triggers cost twice
as much. PostgreSQL: `tsvector('simple')` in a table of that name. In both, text of scripts that are written
without blanks, and Korean with its endings, is split into characters first, and a word of these becomes a
phrase. Hits and snippets are found in Python in the article's own text (code points).

What one can ask: words, each also as the beginning of a longer one, and "phrases in quotation marks", which
match whole words only. All of them have to occur. Case and diacritics do not count.
"""

import re
from collections.abc import Iterable
from functools import lru_cache
from unicodedata import category, normalize

from msgspec import Struct
from sqlalchemy import Connection, Integer, Select, column, literal_column, select, table, text

Row = tuple[int, str, str]
"""Article id, title, text."""

_UNSPACED = (
    "\u0e00-\u0eff\u1000-\u109f\u1100-\u11ff\u1780-\u17ff\u3005-\u30ff\u3130-\u318f\u31f0-\u31ff\u3400-\u4dbf"
    "\u4e00-\u9fff\uac00-\ud7af\uf900-\ufaff\uff66-\uffdc\U00020000-\U000323af"
)
_CHARACTER = re.compile(f"[{_UNSPACED}]")
_SPACED = re.compile("[\u0000-\u0dff\u2000-\u2e7f]*+")
"""Alphabets and punctuation, where there is nothing to split; this is seen four times as fast."""

_TERM = re.compile(r'"([^"]*)"?|([^\s"]+)')
_WORD = re.compile(r"[^\W_]+")
_SNIPPET = 120


class Term(Struct, frozen=True):
    """One thing asked for: `words` in a row; with `prefix` the last one may go on."""

    words: str
    prefix: bool


class Snippet(Struct, frozen=True):
    """A piece of text as a search shows it; `hits` are ranges of the piece, in code points."""

    text: str
    hits: tuple[tuple[int, int], ...]


def split(words: str) -> str:
    """`words` with blanks around each character of the scripts that do without them."""
    if _SPACED.fullmatch(words):
        return words
    return _CHARACTER.sub(r" \g<0> ", words)


def parse(query: str) -> list[Term]:
    """The terms of a query; what has neither letter nor digit in it is left out."""
    terms: list[Term] = []
    for quoted, word in _TERM.findall(query):
        words = normalize("NFC", quoted or word)
        if _WORD.search(words):
            terms.append(Term(words=words, prefix=not quoted))
    return terms


def index(conn: Connection, rows: Iterable[Row]) -> None:
    """Put articles into the index, in the transaction that adds them."""
    if conn.dialect.name == "sqlite":
        statement = "INSERT INTO article_fts (rowid, title, text) VALUES (?, ?, ?)"
        values = [(row_id, split(title), split(body)) for row_id, title, body in rows]
    else:
        statement = "INSERT INTO article_fts (id, words) VALUES (%s, to_tsvector('simple', %s))"
        values = [(row_id, split(folded(f"{title} {body}"))) for row_id, title, body in rows]
    if values:
        conn.exec_driver_sql(statement, values)


def remove(conn: Connection, rows: Iterable[Row]) -> None:
    """Take articles out of the index; without content it has to be told what they said."""
    if conn.dialect.name == "sqlite":
        statement = "INSERT INTO article_fts (article_fts, rowid, title, text) VALUES ('delete', ?, ?, ?)"
        values = [(row_id, split(title), split(body)) for row_id, title, body in rows]
    else:
        statement = "DELETE FROM article_fts WHERE id = %s"
        values = [(row_id,) for row_id, _, _ in rows]
    if values:
        conn.exec_driver_sql(statement, values)


def matching(dialect: str, query: str) -> Select[int] | None:
    """A SELECT of the ids of the articles that match, in no order; None where the query asks for nothing."""
    terms = parse(query)
    if not terms:
        return None
    if dialect == "sqlite":
        row_id = literal_column("rowid", Integer)
        condition = text("article_fts MATCH :words").bindparams(words=" AND ".join(map(_fts5, terms)))
    else:
        row_id = column("id", Integer)
        asked = " & ".join(f"({_tsquery(term)})" for term in terms)
        condition = text("words @@ to_tsquery('simple', :words)").bindparams(words=asked)
    return select(row_id).select_from(table("article_fts")).where(condition)


def find(conn: Connection, query: str) -> list[int]:
    """Ids of the articles that match, in the order of the queue."""
    asked = matching(conn.dialect.name, query)
    if asked is None:
        return []
    return list(conn.scalars(asked.order_by(asked.selected_columns[0])))


def hits(body: str, query: str) -> list[tuple[int, int]]:
    """Where `body` matches one of the terms: ranges of code points in text order, none overlapping."""
    patterns = [_pattern(term) for term in parse(query)]
    if not patterns:
        return []
    plain, places = _plain(body)
    found = re.finditer("|".join(patterns), plain)
    if places is None:
        return [match.span() for match in found]
    return [(places[match.start()], places[match.end() - 1] + 1) for match in found]


def found(body: str, query: str) -> tuple[int, Snippet]:
    """How many hits there are in `body`, and the piece around the first one."""
    places = hits(body, query)
    middle = (places[0][0] + places[0][1]) // 2 if places else 0
    start = max(0, min(middle - _SNIPPET // 2, len(body) - _SNIPPET))
    if start and (blank := re.compile(r"\s").search(body, start, places[0][0])):
        start = blank.end()
    piece = re.sub(r"\s", " ", body[start : start + _SNIPPET])
    inside = ((max(a, start) - start, min(b - start, len(piece))) for a, b in places if a >= start)
    return len(places), Snippet(text=piece, hits=tuple((a, b) for a, b in inside if a < b))


def folded(words: str) -> str:
    """In lower case and without diacritics, as the index sees it."""
    return "".join(map(_base, words))


def _fts5(term: Term) -> str:
    words = " ".join(_WORD.findall(split(folded(term.words))))
    return f'"{words}"' + ("*" if term.prefix else "")


def _tsquery(term: Term) -> str:
    words = [f"'{word}'" for word in _WORD.findall(split(folded(term.words)))]
    return " <-> ".join(words) + (":*" if term.prefix else "")


def _pattern(term: Term) -> str:
    """A regular expression for the term in folded text."""
    parts: list[str] = []
    spaced = False
    for word in _WORD.findall(split(folded(term.words))):
        before, spaced = spaced, not _CHARACTER.match(word)
        if parts:
            parts.append(r"[\W_]+" if before and spaced else r"[\W_]*")
        elif spaced:
            parts.append(r"(?<![^\W_])")
        parts.append(re.escape(word))
    if spaced:
        parts.append(r"[^\W_]*" if term.prefix else r"(?![^\W_])")
    return "".join(parts)


def _plain(body: str) -> tuple[str, list[int] | None]:
    """`body` folded, and for each character of that its place in `body`; None: the same one.

    Only where a character folds into none or several do places move; else C does the work.
    """
    plain = body.translate(_FOLDING)
    if _FOLDING.uneven.isdisjoint(body):
        return plain, None
    pieces = [_base(character) for character in body]
    return "".join(pieces), [place for place, piece in enumerate(pieces) for _ in piece]


class _Folding(dict[int, str]):
    """A table for `str.translate` that fills itself; `uneven` are the characters whose length changes."""

    def __init__(self) -> None:
        super().__init__()
        self.uneven: set[str] = set()

    def __missing__(self, code: int) -> str:
        base = _base(chr(code))
        if len(base) != 1:
            self.uneven.add(chr(code))  # first: another thread may be reading
        self[code] = base
        return base


@lru_cache(maxsize=4096)
def _base(character: str) -> str:
    parts = normalize("NFD", character.lower())
    if len(parts) > 1 and _CHARACTER.match(character):
        return character  # a Korean syllable is not a letter with diacritics
    return "".join(part for part in parts if category(part) != "Mn")


_FOLDING = _Folding()
