"""`lesart agreement`: how far readers agree, as a report on stdout."""

import json
from collections.abc import Iterator, Sequence
from fractions import Fraction
from typing import TYPE_CHECKING, Annotated, Any

import typer
from msgspec import to_builtins

from desktop.cli.parameters import StorePath
from desktop.cli.terminal import counted

if TYPE_CHECKING:
    from store.agreement import AgreementReport, Observed, PairReport, Reader
    from store.guard import Guard

UNDEFINED = "undefined"
"""What stands for a value that the data do not define: never 1, and never nan."""


def agreement(  # noqa: PLR0917 (Typer names them all)
    store: StorePath,
    annotator: Annotated[
        list[str] | None,
        typer.Option(help="Only this reader, a model too; give at least two. Without it, everybody."),
    ] = None,
    round: Annotated[str | None, typer.Option(help="Only sets of this round.")] = None,  # noqa: A002
    unfinished: Annotated[bool, typer.Option("--unfinished", help="Count sets in progress, too.")] = False,
    all_zones: Annotated[
        bool, typer.Option("--all-zones", help="Count datelines, disclaimers and the like, too.")
    ] = False,
    default_evidence: Annotated[
        bool, typer.Option("--default-evidence", help="Count the automatic sentence as evidence, too.")
    ] = False,
    differences: Annotated[bool, typer.Option("--differences", help="List every difference.")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Everything as JSON, exact fractions too.")] = False,
) -> None:
    """Compare readers: entities, stances and evidence, over the articles they have in common."""
    from store.database import open_store
    from store.queries.agreement import AgreementOptions, keys_of
    from store.queries.agreement import agreement as compared
    from store.queries.guard import guards

    options = AgreementOptions(
        round=round, unfinished=unfinished, zones=all_zones, default_evidence=default_evidence
    )
    project = open_store(store)
    try:
        with project.read() as conn:
            report = compared(conn, annotator or (), options)
            guarded = guards(conn)
            keys = keys_of(conn, {item.article for pair in report.pairs for item in pair.differences})
    finally:
        project.close()
    if as_json:
        typer.echo(
            json.dumps(
                as_builtins(report, keys) | {"guards": _guards_builtins(guarded)},
                ensure_ascii=False,
                indent=1,
            )
        )
        return
    for line in (*lines(report), *guard_lines(guarded)):
        typer.echo(line)
    if differences:
        for pair in report.pairs:
            for line in difference_lines(pair, keys):
                typer.echo(line)


def lines(report: "AgreementReport") -> Iterator[str]:
    """The report as text."""
    readers, shared = counted(len(report.readers), "reader"), counted(report.articles, "article")
    yield f"{readers}, {shared} that at least two of them read"
    yield ""
    yield "All readers"
    yield f"  entities, u-alpha            {number(report.units.value)}"
    yield f"  stances found, alpha         {number(report.presence.value)}"
    yield f"  stance labels, alpha nominal {number(report.nominal.value)}"
    yield f"  stance labels, alpha ordinal {number(report.ordinal.value)}"
    yield f"  stance labels, Fleiss' kappa {number(report.fleiss.value)}"
    yield f"  evidence, u-alpha            {number(report.evidence_units.value)}"
    for pair in report.pairs:
        yield ""
        yield from _pair(pair)


def guard_lines(guards: "Sequence[tuple[Reader, Guard]]") -> Iterator[str]:
    """What each reader says of the suggestions, with them on screen and without."""
    for reader, one in guards:
        yield ""
        yield f"{reader.name}, with suggestions and without"
        for words, (articles, suggested, said) in (("on screen", one.aided), ("kept back", one.unaided)):
            share = f"{100 * said / suggested:.1f} %" if suggested else UNDEFINED
            of_all, read = counted(suggested, "suggestion"), counted(articles, "article")
            yield f"  {words}: {said} of {of_all} said, too ({share}), {read}"
        if one.chance is not None:
            verdict = "they seem to be taken over unread" if one.warns else "no sign of rubber-stamping"
            yield f"  by chance as different: p = {float(one.chance):.4f}, {verdict}"


def _pair(pair: "PairReport") -> Iterator[str]:
    yield f"{pair.first.name} and {pair.second.name}: {counted(pair.articles, 'article')}"
    if not pair.articles:
        return
    yield (
        f"  entities {pair.spans.first} / {pair.spans.second}, F1 strict {number(pair.spans.f1('strict'))}"
        f", exact {number(pair.spans.f1('exact'))}, partial {number(pair.spans.f1('partial'))}"
        f", type {number(pair.spans.f1('type'))}"
    )
    yield f"  stances matched on holder and target: {pair.matched}, F1 {number(pair.detection)}"
    yield (
        f"  labels of these: kappa {number(pair.kappa.value)}, linear {number(pair.linear.value)}"
        f", quadratic {number(pair.quadratic.value)}"
    )
    yield f"  evidence of these, overlap F1 {number(pair.evidence)}"
    if pair.matched:
        yield from _matrix(pair)


def _matrix(pair: "PairReport") -> Iterator[str]:
    width = max(map(len, pair.labels))
    yield f"  {pair.first.name} down, {pair.second.name} across"
    yield "  " + " " * width + "".join(f"  {label}" for label in pair.labels)
    for label, row in zip(pair.labels, pair.matrix, strict=True):
        cells = (f"  {count:>{len(across)}}" for across, count in zip(pair.labels, row, strict=True))
        yield f"  {label:<{width}}" + "".join(cells)


def difference_lines(pair: "PairReport", keys: dict[int, str]) -> Iterator[str]:
    """The differences of two readers, one a line: article, place, kind, whose stance, what each says."""
    yield ""
    yield f"{pair.first.name} and {pair.second.name}: {counted(len(pair.differences), 'difference')}"
    for item in pair.differences:
        said = (item.first or "–", item.second or "–")
        place = f"{item.start}-{item.end}"
        yield "\t".join((keys[item.article], place, item.kind.replace("_", " "), item.what, *said))


def number(value: Fraction | None) -> str:
    """A value to three places."""
    return UNDEFINED if value is None else f"{float(value):.3f}"


def as_builtins(report: "AgreementReport", keys: dict[int, str]) -> dict[str, Any]:
    """The report for JSON; undefined values are null."""
    return {
        "readers": [reader.name for reader in report.readers],
        "articles": report.articles,
        "entities_u_alpha": _value(report.units.value),
        "stances_found_alpha": _observed(report.presence),
        "labels_alpha_nominal": _observed(report.nominal),
        "labels_alpha_ordinal": _observed(report.ordinal),
        "labels_fleiss": _observed(report.fleiss),
        "evidence_u_alpha": _value(report.evidence_units.value),
        "pairs": [_pair_builtins(pair, keys) for pair in report.pairs],
    }


def _pair_builtins(pair: "PairReport", keys: dict[int, str]) -> dict[str, Any]:
    return {
        "readers": [pair.first.name, pair.second.name],
        "articles": pair.articles,
        "entities": [pair.spans.first, pair.spans.second],
        "entities_f1": {
            match: _value(pair.spans.f1(match)) for match in ("strict", "exact", "partial", "type")
        },
        "stances_matched": pair.matched,
        "stances_f1": _value(pair.detection),
        "labels": pair.labels,
        "matrix": pair.matrix,
        "kappa": _observed(pair.kappa),
        "kappa_linear": _observed(pair.linear),
        "kappa_quadratic": _observed(pair.quadratic),
        "evidence_f1": _value(pair.evidence),
        "differences": [{**to_builtins(item), "article": keys[item.article]} for item in pair.differences],
    }


def _guards_builtins(guards: "Sequence[tuple[Reader, Guard]]") -> list[dict[str, Any]]:
    return [
        {
            "reader": reader.name,
            "aided": one.aided,
            "unaided": one.unaided,
            "p": _value(one.chance),
            "warns": one.warns,
        }
        for reader, one in guards
    ]


def _observed(observed: "Observed") -> dict[str, Any] | None:
    if observed.value is None:
        return None
    return {
        **(_value(observed.value) or {}),
        "observed": _value(observed.observed),
        "expected": _value(observed.expected),
    }


def _value(value: Fraction | None) -> dict[str, Any] | None:
    return None if value is None else {"value": float(value), "exact": str(value)}
