"""Tables of words: what the codes of the store are called in the language of the window."""

from collections.abc import Iterator, Mapping

from PySide6.QtCore import QCoreApplication


class Words(Mapping[str, str]):
    """Codes and their words, each translated when it is asked for: a report asks a hundred thousand times.

    The English words stand in `QT_TRANSLATE_NOOP(context, …)`, by which `lupdate` finds them.
    """

    def __init__(self, context: str, english: Mapping[str, object]) -> None:
        self._context, self._english = context, english

    def __getitem__(self, code: str) -> str:
        return QCoreApplication.translate(self._context, str(self._english[code]))

    def __iter__(self) -> Iterator[str]:
        return iter(self._english)

    def __len__(self) -> int:
        return len(self._english)

    def of(self, code: str) -> str:
        """The words of a code; one that is not in the table stands for itself."""
        return self[code] if code in self._english else code
