"""What the queue shows: a frozen filter that becomes the arguments of the store's queries."""

from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from store.vocabulary import QueueOrder, SetStatus


class Filter(Struct, frozen=True):
    """None and "" mean: whatever. `order` is how the list is sorted; it leaves nothing out."""

    search: str = ""
    status: SetStatus | None = None
    language: str | None = None
    outlet: str | None = None
    flagged: bool | None = None
    undecided: bool | None = None
    label: str | None = None
    least: float | None = None
    below: float | None = None
    unsure: bool | None = None
    look_again: bool | None = None
    since: str | None = None
    until: str | None = None
    story: int | None = None
    one_each: bool | None = None
    order: QueueOrder = "imported"

    def asked(self) -> dict[str, Any]:
        """The same as keyword arguments of `store.queries.queue.ids`."""
        return {field: getattr(self, field) for field in self.__struct_fields__}

    @property
    def narrows(self) -> bool:
        """Whether anything is left out."""
        return replace(self, order="imported") != Filter()

    @property
    def picks(self) -> bool:
        """Whether anything is left out by more than the words searched for."""
        return replace(self, search="").narrows
