"""The command that groups near-duplicates."""

import typer

from desktop.cli.parameters import StorePath
from desktop.cli.terminal import counted


def stories(store: StorePath) -> None:
    """Group near-duplicates, such as one wire story in several papers, and list the groups.

    An article a line: number of the story, key, outlet, date, title. What came in as one story stays one.
    """
    from desktop.cli.terminal import drained, interruptible
    from desktop.work import stories as work
    from store.database import open_store
    from store.queries.stories import tellings

    project = open_store(store)
    try:
        with interruptible(goes_on=False) as cancelled:
            drained("Comparing", work.find(project, cancelled))
        with project.read() as conn:
            found = tellings(conn)
    finally:
        project.close()
    for item in found:
        words = (str(item.story), item.key, item.outlet or "", item.published_at or "", item.title)
        typer.echo("\t".join(words))
    groups = counted(len({item.story for item in found}), "story", "stories")
    typer.echo(f"{groups} in {counted(len(found), 'article')}", err=True)
