"""`lesart train`: a new version of a model, made of the project's own articles."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from desktop.cli.parameters import StorePath
from desktop.cli.terminal import counted

if TYPE_CHECKING:
    from desktop.work.gains import LabelGain, Trained


def train(
    store: StorePath,
    model: Annotated[
        str | None,
        typer.Option(
            help="What learns: embedded:de, a spaCy package or folder; without it the project's model."
        ),
    ] = None,
    language: Annotated[
        str | None, typer.Option(help="Of the articles; without it the project's language.")
    ] = None,
    out: Annotated[
        Path | None, typer.Option(help="Folder for the new version; without it that of this person's models.")
    ] = None,
    adopt: Annotated[
        bool,
        typer.Option(
            "--adopt", help="Let the project read with the new version from now on, if it is better."
        ),
    ] = False,
) -> None:
    """Have the model learn from the project's articles, and say how much better it reads others.

    Finished articles count whole, of begun ones only what is decided. A tenth of the articles chooses the
    best round, and on a fifth both versions are measured. Without a clear gain the current model stays.
    """
    from msgspec.structs import replace

    from desktop.cli.terminal import interruptible, metered
    from desktop.work.gains import Trained
    from desktop.work.learning import train as trained_on
    from desktop.work.places import models_folder
    from store.database import open_store
    from store.operations.codebook import change_settings
    from store.queries import codebook, people

    project = open_store(store)
    try:
        with project.read() as conn:
            settings, work = codebook.settings(conn), people.work_of(conn)
        spoken = language or settings.language
        source = model or _source(spoken, settings.models)
        folder = out or models_folder()
        result: Trained | None = None
        with interruptible(goes_on=False) as cancelled, metered("Training") as meter:
            for step in trained_on(project, source, folder=folder, language=spoken, cancelled=cancelled):
                if isinstance(step, Trained):
                    result = step
                else:
                    meter(step)
        if result is None:
            return
        for line in lines(result):
            typer.echo(line)
        if adopt and result.is_better:
            chosen = {**settings.models, result.language: result.new}
            change_settings(project, work, replace(settings, models=chosen))
            typer.echo(f"{result.name} {result.version} reads {result.language} from now on.")
    finally:
        project.close()


def lines(result: "Trained") -> Iterator[str]:
    """What came of a training, as text."""
    yield f"{result.name} {result.version}: {result.new}"
    taught = counted(result.taught, "article")
    yield f"{taught} taught, {result.chose} chose the round, {result.measured} measured"
    yield ""
    width = max(len(gain.label or "all") for gain in result.gains)
    yield f"  {'':<{width}}   true  F1 before (95 %)        F1 after (95 %)"
    for gain in result.gains:
        before, after = _rate(gain, before=True), _rate(gain, before=False)
        yield f"  {gain.label or 'all':<{width}}  {gain.true:>5}  {before:<22}  {after}"
    if not result.is_better:
        yield ""
        said = "the gain may be chance" if result.measures_more else "nothing was gained"
        yield f"{said}: the current model stays; more articles of the same kind are needed"


def _rate(gain: "LabelGain", *, before: bool) -> str:
    value, interval = (gain.before, gain.interval_before) if before else (gain.after, gain.interval_after)
    if value is None:
        return "–"
    return f"{100 * value:5.1f}" + (f" ({100 * interval[0]:.1f}–{100 * interval[1]:.1f})" if interval else "")


def _source(language: str, chosen: dict[str, str]) -> str:
    from desktop.nlp import models
    from desktop.nlp.errors import ModelMissing

    known = {**models.by_language(models.available()), **chosen}
    source = models.reader(language, known, default=language)
    if not source:
        raise ModelMissing(name=language)
    return source
