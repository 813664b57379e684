"""The code book of a REFI-QDA project: a code for each label, and for each topic one with its sides below."""

from collections.abc import Callable
from xml.sax.saxutils import quoteattr

from store.formats.markup import FORBIDDEN
from store.formats.scheme_records import ProjectRecord

ENTITY_CODES = "Entities"
STANCE_CODES = "Stances"
"""What the codes of labels and of stances lie under."""


class CodeFile:
    """The codes on their way out, gathered as they are used; `guid` makes a GUID of a kind and a name."""

    def __init__(self, project: ProjectRecord, guid: Callable[[str, str], str]) -> None:
        self._guid = guid
        self._colours = {it.code: it.color_light for group in project.label_sets for it in group.labels}
        entities = [group for group in project.label_sets if group.kind == "entity"]
        self._labels = dict.fromkeys(it.code for group in entities for it in group.labels)
        self._sides: dict[str, dict[str, None]] = {}

    def label(self, name: str) -> str:
        """The GUID of the code of a label."""
        self._labels.setdefault(name)
        return self._guid("code", f"{ENTITY_CODES}/{name}")

    def side(self, about: str, label: str) -> str:
        """The GUID of the code of a side toward something."""
        self._sides.setdefault(about, {}).setdefault(label)
        return self._guid("code", f"{STANCE_CODES}/{about}/{label}")

    def book(self) -> str:
        """All codes as XML."""
        labels = "".join(
            self._code(f"{ENTITY_CODES}/{it}", it) for it in self._labels if not FORBIDDEN.search(it)
        )
        topics = "".join(
            self._code(
                f"{STANCE_CODES}/{about}",
                about or "?",
                inner="".join(self._code(f"{STANCE_CODES}/{about}/{side}", side) for side in sides),
            )
            for about, sides in self._sides.items()
        )
        groups = [(ENTITY_CODES, labels), (STANCE_CODES, topics)]
        rows = [self._code(name, name, inner=inner) for name, inner in groups if inner]
        return f"<CodeBook><Codes>\n{''.join(rows)}</Codes></CodeBook>\n" if rows else ""

    def _code(self, path: str, name: str, *, inner: str = "") -> str:
        colour = f' color="{self._colours[name]}"' if name in self._colours else ""
        start = f'<Code guid="{self._guid("code", path)}" name={quoteattr(name)} isCodable='
        return f'{start}"false">\n{inner}</Code>\n' if inner else f'{start}"true"{colour}/>\n'
