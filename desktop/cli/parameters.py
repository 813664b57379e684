"""What the command line's words mean."""

from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import typer

SPLIT = "80/10/10"

StorePath = Annotated[
    Path, typer.Argument(metavar="STORE", help="A project: a .lesart file, or postgresql://…")
]


def columns(pairs: Sequence[str]) -> dict[str, str]:
    """`FIELD=COLUMN` pairs as a table."""
    broken = [pair for pair in pairs if "=" not in pair]
    if broken:
        raise typer.BadParameter(f"{broken[0]!r} is not FIELD=COLUMN", param_hint="--column")
    return dict(pair.split("=", 1) for pair in pairs)


def shares(split: str) -> tuple[float, float, float]:
    """`80/10/10` as the shares of train, dev and test."""
    try:
        train, dev, test = (float(part) for part in split.split("/"))
    except ValueError:
        raise typer.BadParameter(f"{split!r} is not like {SPLIT}", param_hint="--split") from None
    if min(train, dev, test) < 0 or train + dev + test <= 0:
        raise typer.BadParameter(f"{split!r} is not like {SPLIT}", param_hint="--split")
    return train, dev, test
