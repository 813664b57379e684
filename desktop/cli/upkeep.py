"""Commands that look after a project: check, backup, upgrade."""

from pathlib import Path
from typing import Annotated

import typer

from desktop.cli.parameters import StorePath
from desktop.cli.terminal import counted


def check(store: StorePath) -> None:
    """Look for damage: the file, its tables, positions, hashes and history. Nothing is changed."""
    from store.checking import check as problems
    from store.database import open_store

    project = open_store(store)
    found = 0
    try:
        for problem in problems(project):
            found += 1
            row = "" if problem.row is None else f" {problem.row}"
            typer.echo(f"{problem.kind}\t{problem.table}{row}\t{problem.detail}")
    finally:
        project.close()
    typer.echo(counted(found, "problem") if found else "no problems")
    if found:
        raise typer.Exit(1)


def backup(
    store: StorePath,
    out: Annotated[Path, typer.Argument(metavar="OUT", help="The copy; must not be there yet.")],
) -> None:
    """Copy a project, also while it is open."""
    from store.database import backup as copy
    from store.errors import StoreExists

    if out.exists():
        raise StoreExists(path=str(out))
    copy(store, out)
    typer.echo(str(out))


def upgrade(store: StorePath) -> None:
    """Bring a project of an older Lesart up to date; a team's database only after it was backed up."""
    from store.database import upgrade as bring_up

    before = bring_up(store)
    typer.echo("up to date already" if before is None else f"upgraded from revision {before}")


COMMANDS = (check, backup, upgrade)
