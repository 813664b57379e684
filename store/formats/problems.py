"""What did not go in, and what could not go out: data for reports, no sentences."""

from typing import Literal

from msgspec import Struct

SkipReason = Literal[
    "unreadable",
    "format_unknown",
    "encoding_unknown",
    "broken_utf8",
    "too_long",
    "half_written",
    "not_json",
    "newer_format",
    "wrong_type",
    "missing_text",
    "empty_text",
    "unstorable_text",
    "hash_differs",
    "wrong_offset",
    "repeated",
    "unknown_reference",
    "contradiction",
    "columns",
    "quoting",
    "date_unread",
    "duplicate",
    "key_taken",
    "protected",
    "damaged",
    "bomb",
    "unsafe_path",
    "not_xml",
    "forbidden_markup",
    "no_text_layer",
    "cell_cut",
    "not_installed",
    "withdrawn",
    "length_differs",
    "discontinuous",
    "no_records",
    "topic_proposed",
    "junk",
]
"""Why something was not taken over as it is. "duplicate": the same text is there already; "key_taken": the
same key with another text, which is never merged: it was imported under another key; "date_unread": it was
imported without its date, which stays in `attrs`; "bomb": it would unpack to far more than its size;
"unsafe_path": a member of an archive whose name leads out of it; "forbidden_markup": XML that declares
entities; "cell_cut", "length_differs": imported, but the source seems to hold less than the whole text;
"no_records": the file is empty, or a header with nothing under it; "withdrawn": the agency took it back;
"discontinuous": a range in pieces was taken as one stretch; "topic_proposed": a topic that nobody knows here
was added as a proposed one; "junk": what lies between or behind the records and is none.
"""


class Skipped(Struct, frozen=True):
    """Something that was not taken over: a whole file (`line` 0), a record (`field` ""), or one field of it.

    `line` counts from 1. `detail` is data (a value, a key, a parser's message), never a sentence of ours.
    """

    path: str
    line: int
    field: str
    reason: SkipReason
    detail: str = ""


class RecordError(Exception):
    """Why a record cannot be taken over: its field, the reason, and data. Who reads lines adds the line."""

    def __init__(self, field: str, reason: SkipReason, detail: str = "") -> None:
        super().__init__(field, reason, detail)
        self.field: str = field
        self.reason: SkipReason = reason
        self.detail: str = detail

    def at(self, path: str, line: int) -> Skipped:
        """The problem with its place."""
        return Skipped(path, line, self.field, self.reason, self.detail)


class Loss(Struct, frozen=True):
    """What a format could not hold, of one article: `kind` says why, `start` and `end` are code points.

    `what` is the label of a span, or the noun that was left out ("stance", "comment"); `words` is the text
    there as a list may show it ("" where there is none), which `Losses` adds.
    """

    article: str
    start: int
    end: int
    what: str
    kind: str
    words: str = ""
