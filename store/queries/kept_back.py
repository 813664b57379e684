"""In which articles of a corpus suggestions are kept back from an annotator, dealt by the database."""

from sqlalchemy import BigInteger, ColumnElement, Connection, cast, func, select

from store.guard import DIGITS, PRIME, lot
from store.tables import core as t
from store.values import ProjectSettings, Work

_HEX = "0123456789abcdef"


def kept_back(conn: Connection, work: Work, settings: ProjectSettings) -> t.AnySelect | None:
    """The ids of these articles, as `store.guard.unaided` deals them; None: nothing is kept back.

    What was on screen once is kept back no more.
    """
    if not settings.unaided_share:
        return None
    c, s, who = t.article.c, t.annotation_set.c, t.annotator.c
    uid: str = conn.execute(select(who.uid).where(who.id == work.annotator_id)).scalar_one()
    shown = select(s.article_id).where(s.annotator_id == work.annotator_id, s.round_id == work.round_id)
    factor, summand = lot(uid)
    drawn = (_number(conn.dialect.name) * factor + summand) % PRIME
    dealt = drawn * 100 < settings.unaided_share * PRIME
    return select(c.id).where(dealt, c.id.not_in(shown.where(s.shown_model_id.is_not(None))))


def _number(dialect: str) -> ColumnElement[int]:
    """The first digits of an article's hash as a number; neither database reads hexadecimal digits alike."""
    place = func.instr if dialect == "sqlite" else func.strpos
    digits = (place(_HEX, func.substr(t.article.c.sha256, at, 1)) - 1 for at in range(1, DIGITS + 1))
    number: ColumnElement[int] = cast(0, BigInteger)
    for digit in digits:
        number = number * 16 + digit
    return number
