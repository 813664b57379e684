"""The command line: what the window does, without one. What is heavy is imported where it is needed."""

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from msgspec import Struct

from desktop import __version__
from desktop.cli import comparing, evaluating, learning, networking, outgoing, reprints, taking_back, upkeep
from desktop.cli.parameters import StorePath, columns
from store.errors import LesartError, StoreMissing
from store.formats import READABLE

if TYPE_CHECKING:
    from store.database import Store

EPILOG = "lesart alone opens the window, lesart STORE opens it on a project, lesart --sample on the sample."

app = typer.Typer(
    name="lesart",
    help="Annotate news: entities already highlighted, stances as first-class objects, training data out.",
    epilog=EPILOG,
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
)


class Outside(Struct, frozen=True):
    """What the command line cannot do itself, if Qt is there: `screenshot` (store, PNG) paints the window;
    `portraits` (store) all of them, and says of each whether anything is to be seen.
    """

    screenshot: Callable[[Path, Path], None] | None = None
    portraits: Callable[[Path], Mapping[str, bool]] | None = None


def main(argv: Sequence[str], outside: Outside | None = None) -> int:
    """Run a command; returns the exit code.

    A known error is code 1 and a line on stderr; what there is to do about it is the next one.
    """
    from desktop.cli.terminal import leave_quietly

    try:
        app(args=list(argv), prog_name="lesart", obj=outside or Outside())
    except LesartError as error:
        from desktop.messages import next_step, sentence

        said = (f"error[{error.code}]: {sentence(error)}", next_step(error))
        typer.echo("\n".join(filter(None, said)), err=True)
        return 1
    except BrokenPipeError:
        leave_quietly()
        return 1
    except SystemExit as end:
        return end.code if isinstance(end.code, int) else 1
    return 0


@app.callback(invoke_without_command=True)
def top(
    version: Annotated[bool, typer.Option("--version", help="Show the version and leave.")] = False,
) -> None:
    """Annotate news: entities already highlighted, stances as first-class objects, training data out."""
    if version:
        typer.echo(f"lesart {__version__}")
        raise typer.Exit


@app.command(name="import")
def import_(  # noqa: PLR0917 (Typer names them all)
    store: StorePath,
    files: Annotated[
        list[Path], typer.Argument(metavar="FILES...", help="Files, or folders to search through.")
    ],
    format: Annotated[  # noqa: A002
        str | None,
        typer.Option(help=f"One of {', '.join(READABLE)}; guessed without it."),
    ] = None,
    column: Annotated[
        list[str] | None,
        typer.Option(metavar="FIELD=COLUMN", help="Which column is what, e.g. text=Fulltext."),
    ] = None,
    language: Annotated[str | None, typer.Option(help="Of articles that bring none, e.g. de.")] = None,
    rights: Annotated[str | None, typer.Option(help="Of articles that bring none.")] = None,
    annotator: Annotated[
        str, typer.Option(help="Whose labelled ranges they are, where a file has some.")
    ] = "imported",
    profile: Annotated[
        list[Path] | None,
        typer.Option(help="How documents of a press database are taken apart: a TOML file of your own."),
    ] = None,
    preset: Annotated[
        str, typer.Option(help="The label set of a project that this command makes.")
    ] = "german",
) -> None:
    """Take articles (and annotations) into a project, which is made if it is not there yet.

    What could not be taken in is listed; the exit code is 1 if that is a whole file.
    """
    from desktop.cli.terminal import drained, interruptible, metered, tell_import
    from desktop.work import languages, zones
    from store.transfer import ImportOptions, import_files

    if format is not None and format not in READABLE:
        raise typer.BadParameter(f"{format!r} is not one of {', '.join(READABLE)}", param_hint="--format")
    options = ImportOptions(
        columns=columns(column or []),
        language=language,
        rights=rights,
        annotator=annotator,
        profiles=tuple(map(str, profile or ())),
    )
    project = _open_or_create(store, preset)
    try:
        with interruptible() as cancelled:
            with metered("Importing") as meter:
                report = import_files(
                    project, files, options=options, format=format, progress=meter, cancelled=cancelled
                )
            tell_import(report)
            if not cancelled.is_set():
                drained("Languages", languages.fill(project, cancelled))
                drained("Zones", zones.fill(project, cancelled))
    finally:
        project.close()
    if any(not item.line for item in report.skipped):
        raise typer.Exit(1)


@app.command()
def suggest(
    store: StorePath,
    model: Annotated[
        str | None,
        typer.Option(help="embedded:de, a spaCy package or a folder; without it each article's language's."),
    ] = None,
) -> None:
    """Have a model read every article that it has not read yet."""
    from desktop.cli.terminal import drained, interruptible
    from desktop.nlp import models
    from desktop.work.suggestion import Refused, suggest_by_language
    from store.queries import codebook

    def refused(item: Refused) -> None:
        from desktop.messages import sentence

        typer.echo(f"article {item.article}: {sentence(item.error)}", err=True)

    project = _open(store)
    try:
        with project.read() as conn:
            settings = codebook.settings(conn)
        chosen = models.available() if model is None else [models.describe(model)]
        with interruptible() as cancelled:
            steps = suggest_by_language(
                project,
                models.by_language(chosen),
                preset=settings.preset,
                cancelled=cancelled,
                refused=refused,
            )
            drained("Reading", steps)
    finally:
        project.close()


@app.command()
def demo(
    context: typer.Context,
    out: Annotated[Path, typer.Argument(metavar="OUT", help="A folder for the results.")],
) -> None:
    """Do the main job on the sample corpus, without a window: project, suggestions, JSONL and a picture."""
    from desktop.cli.terminal import drained, interruptible
    from desktop.work.demo import Demo

    work = Demo(out)
    with interruptible() as cancelled:
        drained("Sample", work.steps(cancelled))
    outside: Outside = context.obj
    if outside.screenshot:
        outside.screenshot(work.store, work.screenshot)
    for path in work.results():
        typer.echo(str(path))


@app.command(name="self-test")
def self_test(context: typer.Context) -> None:
    """Go the whole way in a temporary project, to show that nothing is missing here."""
    from desktop.cli.self_test import run

    outside: Outside = context.obj
    if not run(typer.echo, outside.portraits):
        raise typer.Exit(1)


for command in (
    outgoing.export, outgoing.rejoin, *upkeep.COMMANDS, comparing.agreement, evaluating.evaluate,
    learning.train,
    networking.network, reprints.stories, taking_back.take_back,
):  # fmt: skip
    app.command()(command)


def _open(path: Path) -> "Store":
    from store.database import open_store

    return open_store(path)


def _open_or_create(path: Path, preset_name: str) -> "Store":
    import getpass

    from store.addresses import is_server
    from store.database import create
    from store.labels import preset

    try:
        return _open(path)
    except StoreMissing:
        settings = preset(preset_name).settings(language="de")
        project = create(path, name=path.stem, settings=settings, person=getpass.getuser())
        typer.echo(f"New project: {path.name if is_server(path) else path}", err=True)
        return project
