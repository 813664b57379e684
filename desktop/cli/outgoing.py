"""`lesart export` and `lesart rejoin`: data out of a project, and texts back onto them."""

from pathlib import Path
from typing import Annotated, Literal

import typer

from desktop.cli.parameters import SPLIT, StorePath, shares
from store.formats import WRITABLE
from store.formats.protocol import Evidence, Scheme, Stratum


def export(  # noqa: PLR0917 (Typer names them all)
    store: StorePath,
    out: Annotated[Path, typer.Argument(metavar="OUT", help="The file to write.")],
    format: Annotated[  # noqa: A002
        str, typer.Option(help=f"One of {', '.join(WRITABLE)}; jsonl loses nothing.")
    ] = "jsonl",
    text: Annotated[Literal["full", "none"], typer.Option(help="none: annotations without texts.")] = "full",
    annotator: Annotated[
        list[str] | None, typer.Option(help="Only this annotator's; may be given again.")
    ] = None,
    only_done: Annotated[bool, typer.Option("--only-done", help="Only finished articles.")] = False,
    restricted: Annotated[
        bool,
        typer.Option("--restricted", help="Let articles whose rights begin with 'restricted' leave too."),
    ] = False,
    split: Annotated[
        str | None,
        typer.Option(metavar="TRAIN/DEV/TEST", help=f"Three files, dealt by article, e.g. {SPLIT}."),
    ] = None,
    seed: Annotated[int, typer.Option(help="Deals the split.")] = 0,
    scheme: Annotated[
        Scheme, typer.Option(help="How CoNLL writes ranges: B- always, only where needed, or with ends.")
    ] = "iob2",
    widen: Annotated[
        bool, typer.Option("--widen", help="Widen spans to whole tokens where the format needs it.")
    ] = False,
    innermost: Annotated[
        bool,
        typer.Option("--innermost", help="Keep the innermost of nested spans where only one has room."),
    ] = False,
    stratify: Annotated[
        Stratum, typer.Option(help="Deal outlets, languages or months alike.", show_default=False)
    ] = "",
    evidence: Annotated[
        Evidence, typer.Option(help="any: where no evidence of a stance is marked, the automatic sentence.")
    ] = "marked",
    label: Annotated[list[str] | None, typer.Option(help="Only this label; may be given again.")] = None,
    in_scope: Annotated[
        bool, typer.Option("--in-scope", help="Without what lies in datelines, bylines and notes.")
    ] = False,
    pseudonyms: Annotated[
        bool, typer.Option("--pseudonyms", help="Call people A1, A2 … in the data.")
    ] = False,
    datasheet: Annotated[
        bool, typer.Option("--datasheet", help="A page beside the data that says how they were made.")
    ] = False,
    deposit: Annotated[
        bool,
        typer.Option("--deposit", help="Data and datasheet in one ZIP for an archive (BagIt), OUT.zip."),
    ] = False,
    one_each: Annotated[bool, typer.Option("--one-each", help="A file for each annotator.")] = False,
) -> None:
    """Write training data."""
    from desktop.cli.terminal import interruptible, metered, tell_export
    from desktop.work.errand import ExportWish
    from desktop.work.exports import export_options
    from store.database import open_store
    from store.formats import WHOLE
    from store.transfer import export_file

    if format not in WRITABLE:
        raise typer.BadParameter(f"{format!r} is not one of {', '.join(WRITABLE)}", param_hint="--format")
    if split and format in WHOLE:
        raise typer.BadParameter(f"{format} is one file always", param_hint="--split")
    wish = ExportWish(
        format=format,
        text=text,
        annotators=tuple(annotator or ()),
        only_done=only_done,
        restricted=restricted,
        split=shares(split) if split else None,
        seed=seed,
        stratify=stratify,
        misfit="widen" if widen else "leave_out",
        overlap="shortest" if innermost else "longest",
        scheme=scheme,
        one_each=one_each,
        evidence=evidence,
        labels=tuple(label or ()),
        in_scope=in_scope,
        pseudonyms=pseudonyms,
        datasheet=datasheet,
        deposit=deposit,
    )
    options = export_options(wish)
    project = open_store(store)
    try:
        with interruptible(goes_on=False) as cancelled, metered("Exporting") as meter:
            report = export_file(
                project, out, format=format, options=options, progress=meter, cancelled=cancelled
            )
    finally:
        project.close()
    tell_export(report)


def rejoin(
    out: Annotated[Path, typer.Argument(metavar="OUT", help="An export that was made with --text none.")],
    texts: Annotated[list[Path], typer.Argument(metavar="TEXTS...", help="Files or folders with the texts.")],
) -> None:
    """Put the texts back onto an export that was made without them."""
    from desktop.cli.terminal import counted
    from store.errors import RejoinMismatch
    from store.transfer import rejoin as rejoin_texts

    report = rejoin_texts(out, texts)
    typer.echo(f"{counted(report.joined, 'text')} joined")
    for key, sha256 in report.missing:
        typer.echo(f"{key}\t{'another text' if key in report.differing else 'no text'}\t{sha256}")
    if report.missing:
        key, sha256 = report.missing[0]
        raise RejoinMismatch(key=key, sha256=sha256, count=len(report.missing))
