"""What the queue shows: a frozen filter that becomes the arguments of the store's queries."""

from typing import Any

from msgspec import Struct

from store.vocabulary import SetStatus


class Filter(Struct, frozen=True):
    """None and "" mean: whatever."""

    search: str = ""
    status: SetStatus | None = None
    language: str | None = None
    outlet: str | None = None
    flagged: bool | None = None
    undecided: bool | None = None

    def asked(self) -> dict[str, Any]:
        """The same as keyword arguments of `store.queries.articles`."""
        return {field: getattr(self, field) for field in self.__struct_fields__}

    @property
    def narrows(self) -> bool:
        """Whether anything is left out."""
        return self != Filter()
