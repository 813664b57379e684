"""What an import, an export or a rejoining did."""

from pathlib import Path

from msgspec import Struct

from store.formats.problems import Loss, Skipped
from store.formats.protocol import Feature


class ImportReport(Struct, frozen=True):
    """What an import did. `import_id` is None where nothing was taken in.

    `added`: new articles; `sets_added`: annotation sets for articles that were there; `new_labels`: codes
    that the project did not have; `skipped`: of each reason the first `store.formats.losses.KEPT`, `problems`
    counts all of them; `encodings`: of the files that were not UTF-8; `cancelled`: what stands here was kept,
    and the same import again takes the rest.
    """

    import_id: int | None
    added: int
    sets_added: int
    new_labels: tuple[str, ...]
    skipped: tuple[Skipped, ...]
    problems: dict[str, int]
    encodings: dict[str, str]
    cancelled: bool

    @property
    def duplicates(self) -> int:
        """How many articles were there already."""
        return self.problems.get("duplicate", 0)


class ExportReport(Struct, frozen=True):
    """What an export wrote: nothing at all (`files` empty) if it was cancelled.

    `cannot_hold` is what the format never holds; `losses` are the single annotations that it could not hold,
    of each kind the first `store.formats.losses.KEPT`, and `lost` counts all of them by kind.
    """

    files: tuple[Path, ...]
    articles: int
    cannot_hold: tuple[Feature, ...]
    losses: tuple[Loss, ...]
    lost: dict[str, int]
    cancelled: bool


class Rehearsal(Struct, frozen=True):
    """What an export would write: how each file begins (name, text) and what would be lost (see
    `ExportReport`).

    `articles` 0: there is nothing to export.
    """

    beginnings: tuple[tuple[str, str], ...]
    articles: int
    cannot_hold: tuple[Feature, ...]
    losses: tuple[Loss, ...]
    lost: dict[str, int]
    cancelled: bool


class RejoinReport(Struct, frozen=True):
    """How many articles got their text back; `missing` are (key, sha256) of those for which none was given.

    `differing` are keys for which a text was given that is not the one that was annotated.
    """

    joined: int
    missing: tuple[tuple[str, str], ...]
    differing: tuple[str, ...]
