"""The command that takes back an import, or a model's suggestions for many articles."""

from typing import TYPE_CHECKING, Annotated

import typer

from desktop.cli.parameters import StorePath

if TYPE_CHECKING:
    from store.database import Store
    from store.values import AdditionKind


def take_back(
    store: StorePath,
    import_: Annotated[
        int | None, typer.Option("--import", metavar="NUMBER", help="The import with its articles.")
    ] = None,
    run: Annotated[
        int | None, typer.Option("--run", metavar="NUMBER", help="The suggestions of this run of a model.")
    ] = None,
) -> None:
    """List what came in at one go, newest first, or take one of it back: an import, or a run of a model.

    A line each: which one, when, what, articles and readings that would go, and in how many articles people
    have worked on it. Unless these are 0 it stays. Undo does not bring back what was taken back.
    """
    from store.database import open_store

    if import_ is not None and run is not None:
        raise typer.BadParameter("one at a time: --import or --run", param_hint="--run")
    project = open_store(store)
    try:
        if import_ is not None:
            _take_back(project, "import", import_)
        elif run is not None:
            _take_back(project, "run", run)
        else:
            _list(project)
    finally:
        project.close()


def _list(project: "Store") -> None:
    from store.queries.additions import additions

    with project.read() as conn:
        found = additions(conn)
    for it in found:
        words = (f"--{it.kind} {it.id}", it.at, it.source, it.articles, it.readings, it.worked_on)
        typer.echo("\t".join(map(str, words)))
    if not found:
        typer.echo("nothing was imported, and no model has read many articles", err=True)


def _take_back(project: "Store", kind: "AdditionKind", number: int) -> None:
    from desktop.cli.terminal import interruptible, metered
    from desktop.work import taking_back as work

    with interruptible() as cancelled:
        with metered("Taking back") as meter:
            done = work.take_back(project, kind, number, tell=meter, cancelled=cancelled)
        if done.cancelled:
            return
        cancelled.clear()  # what came after the end stops nothing
    what = "articles taken back" if kind == "import" else "articles without these suggestions again"
    typer.echo(f"{done.articles} {what}")
