"""`lesart network`: who stands with whom, and who for what, as a file for network programs."""

from pathlib import Path
from typing import Annotated, Literal

import typer

from desktop.cli.parameters import StorePath
from store.formats.protocol import Evidence


def network(  # noqa: PLR0917 (Typer names them all)
    store: StorePath,
    out: Annotated[Path, typer.Argument(metavar="OUT", help="The file: .graphml, .gexf or .csv.")],
    format: Annotated[  # noqa: A002
        Literal["graphml", "gexf", "csv"] | None, typer.Option(help="Without it, by the file's ending.")
    ] = None,
    mode: Annotated[
        Literal["one", "two"], typer.Option(help="two: actors and topics; one: actors alone.")
    ] = "two",
    measure: Annotated[
        Literal["subtract", "congruence", "conflict"],
        typer.Option(help="How pairs of actors are weighed (one mode)."),
    ] = "subtract",
    per: Annotated[
        Literal["statement", "document"],
        typer.Option(help="document: the same position counts once an article."),
    ] = "statement",
    rollup: Annotated[
        bool, typer.Option("--rollup", help="Take for each actor the one at the top of its hierarchy.")
    ] = False,
    least: Annotated[int, typer.Option(min=1, help="Leave out nodes with fewer statements.")] = 1,
    evidence: Annotated[
        Evidence,
        typer.Option(help="any: where none is marked, the list of statements shows the automatic sentence."),
    ] = "marked",
    annotator: Annotated[
        list[str] | None, typer.Option(help="Only this annotator's; may be given again.")
    ] = None,
    only_done: Annotated[bool, typer.Option("--only-done", help="Only finished articles.")] = False,
) -> None:
    """Write the network of actors and topics, with the list of its statements beside it."""
    from desktop.cli.terminal import interruptible, metered, tell_export
    from store.database import open_store
    from store.networks import NetworkOptions
    from store.transfer import ExportOptions, export_file

    form = format or out.suffix.lower().removeprefix(".")
    if form not in ("graphml", "gexf", "csv"):
        raise typer.BadParameter(f"{out.suffix!r} is not .graphml, .gexf or .csv", param_hint="OUT")
    options = ExportOptions(
        annotators=tuple(annotator or ()),
        only_done=only_done,
        evidence=evidence,
        network=NetworkOptions(mode=mode, measure=measure, per=per, rollup=rollup, least=least),
    )
    project = open_store(store)
    try:
        with interruptible(goes_on=False) as cancelled, metered("Network") as meter:
            report = export_file(
                project, out, format=f"network-{form}", options=options, progress=meter, cancelled=cancelled
            )
    finally:
        project.close()
    tell_export(report)
