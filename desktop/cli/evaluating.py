"""`lesart evaluate`: how good a model is, taking a person (or the gold standard) for the truth."""

from collections.abc import Iterator, Sequence
from contextlib import suppress
from typing import TYPE_CHECKING, Annotated

import typer

from desktop.cli.parameters import StorePath
from desktop.cli.terminal import counted

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from desktop.work.unlearnt import Unlearnt
    from store.agreement import Difference, Evaluation
    from store.agreement.evaluation import Interval, LabelScores, Rates
    from store.agreement.readings import Reading
    from store.queries.agreement import AgreementOptions

_NONE = "–"


def evaluate(  # noqa: PLR0917 (Typer names them all)
    store: StorePath,
    against: Annotated[str, typer.Option(help="Whose readings are the truth: an annotator.")],
    model: Annotated[
        str,
        typer.Option(help="What is judged: embedded:de, a folder, or a model's name; a person works too."),
    ],
    round: Annotated[str | None, typer.Option(help="Only the annotator's sets of this round.")] = None,  # noqa: A002
    unfinished: Annotated[bool, typer.Option("--unfinished", help="Count sets in progress, too.")] = False,
    all_zones: Annotated[
        bool, typer.Option("--all-zones", help="Count datelines, disclaimers and the like, too.")
    ] = False,
    errors: Annotated[bool, typer.Option("--errors", help="List every error with its place.")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Everything as JSON.")] = False,
) -> None:
    """Judge a model's suggestions by an annotator's readings: precision, recall, F1, confusion, errors.

    The model must have read the articles: see `lesart suggest`. Articles that it has learnt from, and such as
    are nearly the same, do not count.
    """
    from desktop.work.agreeing import worded
    from desktop.work.places import models_folder
    from desktop.work.unlearnt import unlearnt
    from store.agreement.evaluation import errors_of
    from store.database import open_store
    from store.queries.agreement import AgreementOptions, chosen, keys_of, paired_readings
    from store.queries.codebook import settings

    options = AgreementOptions(round=round, unfinished=unfinished, zones=all_zones)
    project = open_store(store)
    try:
        with project.read() as conn:
            _require_round(conn, round)
            judged, truth = chosen(conn, (_reader_name(model), against))
            both = paired_readings(conn, judged, truth, options)
            fair = unlearnt(conn, judged, both, folder=models_folder(), source=model)
            wrong = errors_of(fair.pairs)
            keys = keys_of(conn, {error.article for error in wrong})
            words = [it.words for it in worded(conn, wrong)] if errors or as_json else []
            left_out = settings(conn).labels_off
    finally:
        project.close()
    if not fair.pairs:
        typer.echo(_nothing(fair, judged.name, truth.name), err=True)
        raise typer.Exit(1)
    evaluation = _evaluated(fair.pairs)
    if as_json:
        typer.echo(_json(evaluation, fair, wrong, keys, words))
        return
    typer.echo(f"{judged.name} against {truth.name}: {counted(evaluation.articles, 'article')}")
    typer.echo(_counted(options, left_out))
    listed = error_lines(wrong, keys, words) if errors else ()
    for line in (*_learnt(fair, judged.name), *lines(evaluation), *listed):
        typer.echo(line)


def _evaluated(pairs: "Sequence[tuple[Reading, Reading]]") -> "Evaluation":
    """The figures; Ctrl+C ends it."""
    from desktop.cli.terminal import interruptible, metered
    from desktop.work.judging import CancelledError, Heed
    from store.agreement.evaluation import RESAMPLES, evaluate

    with interruptible(goes_on=False) as cancelled, metered("Evaluating") as meter:
        heed = Heed(cancelled, meter)
        heed.total = len(pairs) + RESAMPLES
        with suppress(CancelledError):
            return evaluate(pairs, between=heed)
    raise typer.Exit(130)  # said already: leaving `interruptible` ends the command


def _require_round(conn: "Connection", name: str | None) -> None:
    from store.queries.people import rounds

    known = [it.name for it in rounds(conn)]
    if name is not None and name not in known:
        raise typer.BadParameter(f"{name!r} is not one of {', '.join(known)}", param_hint="--round")


def _counted(options: "AgreementOptions", left_out: Sequence[str]) -> str:
    """What counts, in a line."""
    which = "finished and unfinished readings" if options.unfinished else "finished readings"
    where = "" if options.zones else ", without zones out of scope"
    labels = f", without {', '.join(left_out)} (not suggested in this project)" if left_out else ""
    return f"Counted: {which}{where}{labels}"


def _nothing(fair: "Unlearnt", judged: str, truth: str) -> str:
    """Why there is nothing to count, and what to do."""
    if not fair.left_out:
        return (
            f"{judged} and {truth} have no article in common: finish one that the model has read "
            "(see `lesart suggest`), or count those in progress with --unfinished."
        )
    return (
        f"{judged} has learnt from each article that it has in common with {truth} "
        f"({counted(fair.left_out, 'article')}): finish others, and have it read them (see `lesart suggest`)."
    )


def _learnt(fair: "Unlearnt", name: str) -> Iterator[str]:
    """What does not count since the model has learnt from it, and whether it may know others."""
    if fair.left_out:
        articles = counted(fair.left_out, "article")
        yield f"Left out: {articles} that {name} has learnt from, or from such as are nearly the same"
    if fair.may_know:
        why = "its folder does not say, or is not here"
        yield f"Not known: whether {name} has learnt from these articles ({why})"


def lines(evaluation: "Evaluation") -> Iterator[str]:
    """The scores and the confusion as text."""
    width = max(len(_name(one)) for one in evaluation.scores)
    yield ""
    yield f"  {'':<{width}}  found   true  strict: P     R    F1  (95 %)          partial: P     R    F1"
    for one in evaluation.scores:
        strict, partial = _rates(one.strict), _rates(one.partial)
        interval = _interval(one.intervals["f1"])
        yield (
            f"  {_name(one):<{width}}  {one.found:>5}  {one.true:>5}    {strict}  {interval:<15}   {partial}"
        )
    yield ""
    yield "found as (down), true (across):"
    yield from _confusion(evaluation)


def error_lines(wrong: Sequence["Difference"], keys: dict[int, str], words: Sequence[str]) -> Iterator[str]:
    """One error a line: article, place, kind, what was found, what is true, the text there."""
    yield ""
    yield f"{counted(len(wrong), 'error')}: article, place, kind, found as, true, text"
    for error, text in zip(wrong, words, strict=True):
        place = f"{error.start}-{error.end}"
        said = (error.first or _NONE, error.second or _NONE)
        yield "\t".join((keys[error.article], place, _kind(error), *said, text))


def _kind(error: "Difference") -> str:
    if error.kind == "span_missing":
        return "too much" if error.first else "missed"
    return {"span_edges": "other edges", "span_label": "other label"}[error.kind]


def _confusion(evaluation: "Evaluation") -> Iterator[str]:
    counts = evaluation.confusion
    labels = sorted({label for pair in counts for label in pair}, key=lambda label: (label == _NONE, label))
    width = max(map(len, labels), default=0)
    yield "  " + " " * width + "".join(f"  {label:>5}" for label in labels)
    for found in labels:
        cells = "".join(f"  {counts.get((found, true), 0) or '':>5}" for true in labels)
        yield f"  {found:<{width}}{cells}".rstrip()


def _json(
    evaluation: "Evaluation",
    fair: "Unlearnt",
    wrong: Sequence["Difference"],
    keys: dict[int, str],
    words: Sequence[str],
) -> str:
    import json

    from msgspec import to_builtins

    content = {
        "articles": evaluation.articles,
        "left_out_as_learnt": fair.left_out,
        "may_have_learnt": fair.may_know,
        "scores": [to_builtins(one) for one in evaluation.scores],
        "confusion": [
            {"found": found, "true": true, "count": count}
            for (found, true), count in sorted(evaluation.confusion.items())
        ],
        "errors": [
            {**to_builtins(error), "article": keys[error.article], "text": text}
            for error, text in zip(wrong, words, strict=True)
        ],
    }
    return json.dumps(content, ensure_ascii=False, indent=1)


def _reader_name(model: str) -> str:
    """The name of the annotator that a model's source is in a project; any other name is one already."""
    from desktop.nlp import models
    from desktop.nlp.errors import ModelMissing

    try:
        info = models.describe(model)
    except ModelMissing:
        return model
    return f"{info.name} {info.version}"


def _name(one: "LabelScores") -> str:
    return one.label or "all"


def _rates(rates: "Rates") -> str:
    return " ".join(
        f"{_NONE:>5}" if value is None else f"{100 * value:5.1f}"
        for value in (rates.precision, rates.recall, rates.f1)
    )


def _interval(interval: "Interval | None") -> str:
    return "" if interval is None else f"({100 * interval[0]:.1f}–{100 * interval[1]:.1f})"
