"""Columns of other people's tables: which of our fields they are, and the article that a row makes."""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from datetime import date, datetime
from email.utils import parsedate_to_datetime
from typing import Any

from msgspec import ValidationError, convert

from store.formats.dates import moment_in
from store.formats.problems import RecordError, Skipped
from store.formats.protocol import Item, ReadOptions
from store.formats.records import (
    VERSION,
    AnnotatorRecord,
    ArticleRecord,
    LabelledRange,
    SetRecord,
    ZoneRecord,
)

SYNONYMS: dict[str, str] = {
    "key": "key id docid documentid articleid guid uuid dokumentid artikelid extid",
    "title": "title titel name",
    "headline": "headline schlagzeile überschrift ueberschrift",
    "lead": "lead teaser standfirst vorspann anreisser anreißer",
    "body": "body content maintext inhalt fließtext fliesstext haupttext",
    "text": "text fulltext volltext articletext artikeltext",
    "outlet": "outlet source medium publisher publication newspaper quelle zeitung",
    "author": "author authors byline autor autorin autoren verfasser",
    "published_at": "publishedat published date datetime pubdate publishdate datepublished publicationdate "
    "datum erschienen veröffentlicht erscheinungsdatum",
    "url": "url link adresse",
    "language": "language lang sprache",
    "rights": "rights license licence copyright rechte lizenz",
    "source_id": "sourceid",
    "retrieved_at": "retrievedat retrieved abgerufen",
    "spans": "spans label labels",
}
"""Our fields and what German and English tables call them, in lower case and without spaces, "_" and "-"."""

METADATA = frozenset(
    [
        "key",
        "title",
        "outlet",
        "author",
        "published_at",
        "url",
        "language",
        "rights",
        "source_id",
        "retrieved_at",
    ]
)
SEPARATOR = "\n\n"
THREE_LETTERS = {
    "ara": "ar", "dan": "da", "deu": "de", "ger": "de", "eng": "en", "fra": "fr", "fre": "fr", "ind": "id",
    "jpn": "ja", "kor": "ko", "msa": "ms", "may": "ms", "por": "pt", "rus": "ru", "spa": "es", "swe": "sv",
    "tha": "th", "vie": "vi", "zho": "zh", "chi": "zh",
}  # fmt: skip
"""ISO 639-3 and 639-2/B to 639-1."""

_FIELDS = {synonym: field for field, synonyms in SYNONYMS.items() for synonym in synonyms.split()}
_YEAR_OR_MONTH = re.compile(r"\d{4}(-\d\d)?")
_GERMAN = re.compile(r"(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})(?:,?\s+(\d{1,2}):(\d\d)(?::\d\d)?(?: Uhr)?)?")


def fields_of(
    columns: Iterable[str], given: Mapping[str, str], beside: Collection[str] = ()
) -> dict[str, str]:
    """The source's column names -> our fields. `given` (our field -> column) goes before what a name
    suggests; columns in `beside` are none.

    The first column that suggests a field gets it; columns that suggest none are missing from the result.
    """
    named = {column: field for field, column in given.items()}
    taken = set(named.values())
    result = dict(named)
    for column in columns:
        field = _FIELDS.get(re.sub(r"[\s_\-]", "", column).casefold())
        if column not in result and column not in beside and field is not None and field not in taken:
            result[column] = field
            taken.add(field)
    return result


def article(
    values: Mapping[str, Any],
    rest: dict[str, Any],
    *,
    options: ReadOptions,
    ranges: list[LabelledRange] | None = None,
) -> tuple[ArticleRecord, str | None]:
    """The article of a row (`values` by our fields, `rest` by the source's), and its date if nobody can
    read it.

    Headline, lead and body (or text) become one text with blank lines between; the recipe is kept in
    `attrs`. `ranges` count from the start of the source's body; they become a finished reading of the
    annotator "imported". Raises RecordError.
    """
    text, recipe = joined(_pieces(values))
    attrs: dict[str, Any] = {}
    zones: list[ZoneRecord] = []
    if recipe[0][0] != "body":
        attrs["recipe"] = recipe
        zones = [ZoneRecord(start, end, kind, True) for kind, start, end in recipe if kind != "body"]
    known: dict[str, Any] = {
        field: _words(field, value) for field, value in values.items() if field in METADATA
    }
    written = known.pop("published_at", None)
    published_at = moment(written) if written else None
    unread = written if published_at is None else None
    if unread or rest:
        attrs["source"] = {**rest, "date": unread} if unread else rest
    known["title"] = known.get("title") or _words("headline", values.get("headline")) or ""
    known["language"] = language_code(known.get("language")) or options.language
    known["rights"] = known.get("rights") or options.rights
    reading = [_reading(ranges, recipe[-1], options)] if ranges else []
    record = ArticleRecord(
        VERSION, text=text, published_at=published_at, attrs=attrs, zones=zones, sets=reading, **known
    )
    return record, unread


def items(
    path: str, line: int, values: Mapping[str, Any], rest: dict[str, Any], options: ReadOptions
) -> Iterator[Item]:
    """The article of a record, behind what could not be understood of it; or the reason why there is none."""
    try:
        record, unread = article(values, rest, options=options)
    except RecordError as problem:
        yield line, problem.at(path, line)
        return
    if unread:
        yield line, Skipped(path, line, "date", "date_unread", unread)
    yield line, record


def _reading(ranges: list[LabelledRange], body: tuple[str, int, int], options: ReadOptions) -> SetRecord:
    """What somebody labelled elsewhere. Without a uid the annotator is found again by name."""
    shift = body[1]
    moved = [(start + shift, end + shift, label) for start, end, label in ranges] if shift else ranges
    return SetRecord(AnnotatorRecord("", options.annotator, "person"), status="done", ranges=moved)


def joined(pieces: list[tuple[str, str]]) -> tuple[str, list[tuple[str, int, int]]]:
    """The pieces as one text with blank lines between, and where each of them lies in it."""
    recipe: list[tuple[str, int, int]] = []
    start = 0
    for field, piece in pieces:
        recipe.append((field, start, start + len(piece)))
        start += len(piece) + len(SEPARATOR)
    return SEPARATOR.join(piece for _, piece in pieces), recipe


def moment(value: str) -> str | None:
    """A date or time as ISO 8601 (or a year, or a month), if it can be read in one way only; else None.

    Read are ISO 8601, "8.5.2024, 14:30 Uhr", RFC 2822, and dates with a month in words. 05/08/2024 is May
    here and August there: not read.
    """
    for read in (_iso, _german, _rfc):
        try:
            return read(value.strip())
        except (ValueError, TypeError, IndexError):
            continue
    return moment_in(value)


def _iso(value: str) -> str:
    if _YEAR_OR_MONTH.fullmatch(value):
        return value
    if len(value) <= 10:
        return date.fromisoformat(value.replace("/", "-")).isoformat()
    return datetime.fromisoformat(value).isoformat(timespec="seconds")


def _german(value: str) -> str:
    match = _GERMAN.fullmatch(value)
    if match is None:
        raise ValueError(value)
    day, month, year = (int(match[i]) for i in (1, 2, 3))
    if match[4] is None:
        return date(year, month, day).isoformat()
    return datetime(year, month, day, int(match[4]), int(match[5])).isoformat(timespec="minutes")


def _rfc(value: str) -> str:
    return parsedate_to_datetime(value).isoformat(timespec="seconds")


def language_code(value: str | None) -> str | None:
    """The two letters of "de-AT", "deu" or "DE"; anything else in lower case."""
    if not value:
        return None
    code = re.split(r"[-_]", value.strip().casefold())[0]
    return THREE_LETTERS.get(code, code) or None


def _pieces(values: Mapping[str, Any]) -> list[tuple[str, str]]:
    text = values.get("body") if values.get("body") is not None else values.get("text")
    found = {"headline": values.get("headline"), "lead": values.get("lead"), "body": text}
    for field, piece in found.items():
        if piece is not None and not isinstance(piece, str):
            raise RecordError(field, "wrong_type", type(piece).__name__)
    pieces = [
        (field, piece)
        for field, piece in found.items()
        if isinstance(piece, str) and not piece.isspace() and piece
    ]
    if not pieces:
        raise RecordError("text", "missing_text" if all(p is None for p in found.values()) else "empty_text")
    return pieces


def _words(field: str, value: Any) -> str | None:
    """A metadata value as text; a list of authors is joined, a number is a key. Raises RecordError."""
    if isinstance(value, str):
        return value or None
    if value is None:
        return None
    if isinstance(value, int) and not isinstance(value, bool):
        return str(value)
    try:
        return ", ".join(convert(value, list[str])) or None
    except ValidationError as error:
        raise RecordError(field, "wrong_type", str(error)) from error
