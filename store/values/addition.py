"""What came into a project at one go."""

from typing import Literal

from msgspec import Struct

AdditionKind = Literal["import", "run"]
"""An import brought articles or readings, a run of a model its suggestions for many articles."""


class Addition(Struct, frozen=True):
    """An import or a run, and what taking it back would remove: `articles`, and `readings` (annotation sets,
    also those that models made of its articles).

    `source` names the files, or the model with its version. In `worked_on` articles somebody's work rests on
    it: unless that is 0 it stays.
    """

    kind: AdditionKind
    id: int
    at: str
    source: str
    articles: int
    readings: int
    worked_on: int
