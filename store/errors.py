"""Typed errors: a code to search for and the numbers, no sentences.

The window and the command line find the words.
"""

from typing import Any, ClassVar


class LesartError(Exception):
    """Base of all known errors. `code` is stable and shown to the user; `fields` fill the sentence."""

    code: ClassVar[str] = "S000"

    def __init__(self, **fields: Any) -> None:
        super().__init__(self.code, fields)
        self.fields = fields

    def __str__(self) -> str:
        return f"{type(self).__name__}({', '.join(f'{k}={v!r}' for k, v in self.fields.items())})"


class StoreMissing(LesartError):
    """There is no file: path."""

    code = "S001"


class StoreExists(LesartError):
    """Creating would overwrite a file: path."""

    code = "S002"


class StoreForeign(LesartError):
    """A file of another program: path."""

    code = "S003"


class StoreNewer(LesartError):
    """Written by a newer Lesart: path, revision."""

    code = "S004"


class StoreOutdated(LesartError):
    """A team's database of an older revision, which is never upgraded by itself: path, revision."""

    code = "S030"


class StoreDamaged(LesartError):
    """The database reports damage: path, reason ("empty", "truncated", "no revision", or its own words)."""

    code = "S005"


class StoreLocked(LesartError):
    """Another program holds the write lock: path."""

    code = "S006"


class StoreReadOnly(LesartError):
    """The file or its folder cannot be written: path."""

    code = "S007"


class DiskFull(LesartError):
    """No room left: path."""

    code = "S008"


class BackupFailed(LesartError):
    """No backup, hence no upgrade: path, reason ("postgresql", or the system's words)."""

    code = "S009"


class NetworkFolder(LesartError):
    """SQLite's WAL does not work on network shares: path."""

    code = "S010"


class SpanOutsideText(LesartError):
    """start, end, length."""

    code = "S011"


class SpanExists(LesartError):
    """The same range, label and form are there already: start, end, label."""

    code = "S012"


class NotFound(LesartError):
    """what ("span"), id."""

    code = "S013"


class LabelUnknown(LesartError):
    """label."""

    code = "S014"


class TargetMissing(LesartError):
    """A stance needs a topic, a target span or a target actor."""

    code = "S015"


class ChangedSince(LesartError):
    """Undo would overwrite later work: by, at."""

    code = "S016"


class WorkHangsOn(LesartError):
    """An import or a model run cannot be undone while people's work refers to it: count (of articles)."""

    code = "S017"


class SpanCrosses(LesartError):
    """The project forbids overlapping spans: start, end, other_start, other_end."""

    code = "S018"


class SetClosed(LesartError):
    """The article is excluded; include it again first: article."""

    code = "S019"


class StoreUnreachable(LesartError):
    """The disk or the server no longer answers: path, reason."""

    code = "S020"


class ValueTooLong(LesartError):
    """A server has no room for what was to be written: path."""

    code = "S031"


class KeyTaken(LesartError):
    """A topic's key or digit is in use: what ("key", "digit"), key."""

    code = "S021"


class MergeImpossible(LesartError):
    """A topic or actor with itself, with one that is merged already, or below itself: what, id, into."""

    code = "S022"


class StancesThere(LesartError):
    """ "No stance found" contradicts the stances toward the topic: topic, count."""

    code = "S023"


class ReadersTooFew(LesartError):
    """Agreement needs two readers or more: count."""

    code = "S024"


class NobodyToJudge(LesartError):
    """An evaluation needs a reader, and another to judge by: count."""

    code = "S032"


class NetworkUnknown(LesartError):
    """A network has no such mode, measure or unit: name."""

    code = "S025"


class FileUnreadable(LesartError):
    """path, reason."""

    code = "F001"


class FormatUnknown(LesartError):
    """path or name."""

    code = "F002"


class EncodingUnknown(LesartError):
    """path."""

    code = "F003"


class FileUnwritable(LesartError):
    """path, reason."""

    code = "F004"


class RestrictedArticles(LesartError):
    """Articles marked restricted would leave with their text: count."""

    code = "F005"


class RejoinMismatch(LesartError):
    """No given text has the article's hash: key, sha256."""

    code = "F006"


class FileTooLong(LesartError):
    """Longer than any article: path, limit (bytes)."""

    code = "F007"


class ColumnsUnknown(LesartError):
    """No column can be the article's text: path, columns."""

    code = "F010"


class ExportEmpty(LesartError):
    """Nothing in the store fits what was asked for; no file was written."""

    code = "F008"


class AnnotatorUnknown(LesartError):
    """Nobody of this name has annotated here: name, and who has: known."""

    code = "F009"


class LabelSetInvalid(LesartError):
    """A label set's file cannot be used: path, field ("labels[2].key", or empty), reason."""

    code = "L001"


class ExtraMissing(LesartError):
    """What was asked for needs a package that is not installed: package, extra."""

    code = "F011"


class ProfileInvalid(LesartError):
    """A profile for imports cannot be used: path; reason "no_toml" (line, column), "field_missing" (field),
    "field_wrong" (field) or "pattern_wrong" (pattern); said, the parser's own words.
    """

    code = "F020"
