"""What a self-test says of one thing that it tried."""

from msgspec import Struct


class Step(Struct, frozen=True):
    """One thing that was tried, what came of it, and whether that is right."""

    name: str
    outcome: str
    is_right: bool
