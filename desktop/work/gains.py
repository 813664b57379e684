"""What comes of a training, as values that travel to a window."""

from msgspec import Struct

from store.values import Progress

Interval = tuple[float, float]


class Learning(Progress, frozen=True):
    """How far a training is. `f1` (0…1) is that of the round on articles kept apart; round 0 is the old
    model.
    """

    round: int = 0
    f1: float | None = None


class LabelGain(Struct, frozen=True):
    """One label ("": all together) on the articles that neither version has learnt from.

    The number of true spans, and each version's F1 (0…1; None: nothing to say) with its 95 % interval.
    """

    label: str
    true: int
    before: float | None
    after: float | None
    interval_before: Interval | None
    interval_after: Interval | None


class Trained(Struct, frozen=True):
    """A new version. `old` and `new` are sources of models (see `desktop.nlp.models`); `taught`, `chose` and
    `measured` count articles. `is_clear`: it was better by more than chance on those that chose and those
    that measure together.
    """

    old: str
    new: str
    name: str
    version: str
    language: str
    taught: int
    chose: int
    measured: int
    gains: tuple[LabelGain, ...]
    is_clear: bool = True

    @property
    def is_better(self) -> bool:
        """Whether something was gained: clearly on all articles kept apart, and where both are measured."""
        return self.is_clear and self.measures_more

    @property
    def measures_more(self) -> bool:
        """Whether F1 of all labels together is higher than before where both are measured."""
        return (self.gains[0].after or 0.0) > (self.gains[0].before or 0.0)
