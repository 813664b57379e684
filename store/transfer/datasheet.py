"""The page that lies beside exported data and says what they are and how they were made.

The questions are those of Gebru et al. 2021, "Datasheets for Datasets", as far as a project can answer them
itself; what only people know stays as a question.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from fractions import Fraction
from hashlib import sha256
from pathlib import Path

from msgspec import Struct, convert

from store.agreement import AgreementReport
from store.bulk import dumps
from store.formats.problems import Loss
from store.formats.protocol import Feature
from store.formats.scheme_records import ProjectRecord
from store.transfer.sampling import Sampling, sampling_words
from store.transfer.selection import Tally, pseudonyms
from store.values import ProjectSettings

_MOST = 20
_CHUNK = 1 << 20


class Circumstances(Struct, frozen=True):
    """What the export was asked for; `made_by` and `tokens_by` name programs with their versions."""

    format: str
    day: str
    made_by: str = "Lesart"
    tokens_by: str = ""
    text: str = "full"
    only_done: bool = False
    labels: tuple[str, ...] = ()
    in_scope: bool = False
    has_pseudonyms: bool = False
    misfit: str = "leave_out"
    overlap: str = ""
    scheme: str = ""
    split: tuple[float, float, float] | None = None
    seed: int = 0
    stratify: str = ""
    evidence: str = ""


def datasheet(
    project: ProjectRecord,
    tally: Tally,
    facts: Circumstances,
    *,
    losses: Sequence[Loss],
    cannot_hold: Sequence[Feature],
    files: Iterable[Path],
    agreement: AgreementReport | None = None,
    called: Mapping[int, str] | None = None,
    sampling: Sampling | None = None,
) -> str:
    """The page, in Markdown. `called`: what the readers of the agreement are called, by row id."""
    sections = [
        _what(project, tally, facts),
        _files(files),
        _articles(project, tally, facts, sampling),
        _making(project, tally, facts),
        _agreement(agreement, called or {}),
        _contents(tally, facts),
        _split(facts),
        _losses(losses, cannot_hold),
        _scheme(project),
        _questions(),
    ]
    return "\n\n".join(filter(None, sections)) + "\n"


def _what(project: ProjectRecord, tally: Tally, facts: Circumstances) -> str:
    text = (
        "" if facts.text == "full" else " Texts are not included; the hashes say which ones were annotated."
    )
    return (
        f"# Datasheet: {_inline(project.name)}\n\n"
        f"{tally.articles} articles with {tally.readings} readings, {sum(tally.labels.values())} spans and "
        f"{sum(tally.stances.values())} stances, in the format `{facts.format}`, exported on {facts.day} "
        f"with {facts.made_by}.{text}\n\nProject: `{project.uid}`, begun {project.created_at}."
    )


def _files(files: Iterable[Path]) -> str:
    rows = [(f"`{path.name}`", str(path.stat().st_size), f"`{_hash(path)}`") for path in files]
    return "## Files\n\n" + _table(("File", "Bytes", "SHA-256"), rows)


def _articles(project: ProjectRecord, tally: Tally, facts: Circumstances, sampling: Sampling | None) -> str:
    unread = tally.left_out["no_reading"]
    lines = [
        f"- Languages: {_counts(tally.languages)}",
        f"- Outlets: {_counts(tally.outlets)}",
        f"- Published: {' to '.join(tally.days) or 'not known'}",
        f"- Rights: {_counts(tally.rights)}",
        f"- Samples: {_counts(tally.batches)}",
        f"- Left out: {tally.left_out['not_asked_for']} not asked for, {unread} without a reading that was",
        f"- Readings that excluded an article, by reason: {_counts(tally.excluded) or 'none'}",
    ]
    if sampling is not None:
        lines.append(sampling_words(sampling))
    if facts.in_scope:
        lines.append("- What lies in zones out of scope (datelines, bylines, notes) was left out")
    samples = [
        (_inline(it.name), _inline(dumps(it.filter)), "" if it.seed is None else str(it.seed))
        for it in project.batches
        if it.name in tally.batches
    ]
    drawn = ["", _table(("Sample", "Drawn from", "Seed"), samples)] if samples else []
    return "## Articles\n\n" + "\n".join([*lines, *drawn])


def _making(project: ProjectRecord, tally: Tally, facts: Circumstances) -> str:
    called = pseudonyms(project)
    by_name = {(it.kind, it.name, it.version): called.get(it.uid, it.name) for it in project.annotators}
    rows = [
        (
            _inline(by_name.get(who, who[1]) if not facts.has_pseudonyms else who[1]),
            who[0],
            who[2],
            str(count),
        )
        for who, count in sorted(tally.annotators.items())
    ]
    models = {it.uid: f"{it.name} {it.version}".strip() for it in project.annotators if it.kind == "model"}
    shown = {models.get(uid, uid) if uid else "none": count for uid, count in tally.shown.items()}
    spans = sum(tally.made.values())
    unchanged = f"{100 * tally.made['seen_unchanged'] / spans:.0f} %" if spans else "none"
    names = "stand in the data under these names" if facts.has_pseudonyms else "stand in the data by name"
    lines = [
        f"People {names}.\n",
        _table(("Annotator", "Kind", "Version", "Readings"), rows),
        "",
        f"- Status of the readings: {_counts(tally.statuses)}"
        + (" (only finished)" if facts.only_done else ""),
        f"- Rounds: {_counts(tally.rounds)}",
        f"- Suggestions shown while reading: {_counts(shown)}",
        f"- What is suggested, as the project stands: {_suggested(project)}",
        f"- How spans came to be: {_counts(tally.made)}",
        f"- Share of spans that were suggested and left unchanged without a gesture: {unchanged}",
    ]
    if facts.tokens_by:
        misfit = "widened to whole tokens" if facts.misfit == "widen" else "left out"
        lines.append(f"- Tokens by {facts.tokens_by}; spans that are no whole tokens were {misfit}")
    if facts.overlap:
        kept = "longest" if facts.overlap == "longest" else "innermost"
        lines.append(f"- Of overlapping spans the {kept} stayed")
    if facts.scheme:
        lines.append(f"- Ranges are written as {facts.scheme.upper()}")
    return "## How it was made\n\n" + "\n".join(lines)


def _suggested(project: ProjectRecord) -> str:
    chosen = convert(project.settings, ProjectSettings)
    hidden = [f"{', '.join(codes)} by {model}" for model, codes in chosen.hidden.items()]
    off = [*chosen.labels_off, *chosen.forms_off, *hidden]
    scores = f"scores from {100 * chosen.least_score:.0f} %" if chosen.least_score else "all scores"
    memory = {"own": "one's own", "everyone": "everyone's", "off": "none"}[chosen.memory]
    parts = [scores, f"not {'; '.join(map(_inline, off))}" if off else "", f"earlier decisions: {memory}"]
    if chosen.unaided_share:
        parts.append(f"nothing in {chosen.unaided_share} % of the articles, drawn by chance for each reader")
    return ", ".join(filter(None, parts))


def _agreement(found: AgreementReport | None, called: Mapping[int, str]) -> str:
    if found is None:
        return "## Agreement\n\nNo article was read by two people."
    lines = [
        f"- Articles that at least two of them read: {found.articles}",
        f"- Spans, unitizing alpha (Krippendorff 1995): {_figure(found.units.value)}",
        f"- Stances, whether there is one, alpha: {_figure(found.presence.value)}",
        f"- Stances, which one, nominal alpha: {_figure(found.nominal.value)}",
        f"- Stances, which one, ordinal alpha: {_figure(found.ordinal.value)}",
    ]
    rows = [
        (
            called.get(pair.first.id, _inline(pair.first.name)),
            called.get(pair.second.id, _inline(pair.second.name)),
            str(pair.articles),
            _figure(pair.spans.f1("strict")),
            _figure(pair.spans.f1("partial")),
            _figure(pair.kappa.value),
        )
        for pair in found.pairs
        if pair.articles
    ]
    head = ("One", "Other", "Articles", "Spans, F1 strict", "Spans, F1 partial", "Stances, kappa")
    return "## Agreement\n\n" + "\n".join([*lines, "", _table(head, rows)])


def _figure(value: Fraction | None) -> str:
    return "not defined" if value is None else f"{float(value):.3f}"


def _contents(tally: Tally, facts: Circumstances) -> str:
    labels = [(_inline(name or "(mention)"), str(count)) for name, count in tally.labels.most_common()]
    stances = [(_inline(name), str(count)) for name, count in tally.stances.most_common()]
    tables = [_table(("Label", "Spans"), labels) if labels else "No spans."]
    if facts.labels:
        names = ", ".join(f"`{it}`" if it else "mentions" for it in facts.labels)
        tables.insert(0, f"Only these labels were exported: {names}.")
    if stances:
        tables.append(_table(("Stance", "Count"), stances))
        if facts.evidence:
            means = {
                "marked": "only what somebody marked",
                "any": "what somebody marked, else the sentence that was taken automatically",
            }
            tables.append(f"- Evidence: {means[facts.evidence]}")
    return "## Labels\n\n" + "\n\n".join(tables)


def _split(facts: Circumstances) -> str:
    if facts.split is None:
        return ""
    shares = " / ".join(f"{100 * share / sum(facts.split):g} %" for share in facts.split)
    how = f", in each {facts.stratify} alike" if facts.stratify else ", by a hash of its key"
    return (
        f"## Split\n\nTrain, dev and test: {shares}. Each article was dealt as a whole{how}; near-duplicates "
        f"are in the same part. Seed: {facts.seed}."
    )


def _losses(losses: Sequence[Loss], cannot_hold: Sequence[Feature]) -> str:
    kinds = Counter(loss.kind for loss in losses)
    held = ", ".join(it.replace("_", " ") for it in cannot_hold) or "nothing: the format holds everything"
    rows = [(kind.replace("_", " "), str(count)) for kind, count in kinds.most_common()]
    table = _table(("Why", "Count"), rows) if rows else "No annotation was lost."
    return f"## What was lost\n\nNot held by the format: {held}.\n\n{table}"


def _scheme(project: ProjectRecord) -> str:
    rounds = [(_inline(it.name), it.purpose, str(it.scheme_version)) for it in project.rounds]
    parts = ["## Scheme and guideline", _table(("Round", "Purpose", "Scheme version"), rows=rounds)]
    for label_set in project.label_sets:
        rows = [
            (f"`{it.code}`", _inline(_said(it.name)), _inline(_said(it.description)), it.status)
            for it in label_set.labels
        ]
        parts.append(_table((f"Label ({label_set.key})", "Name", "Meaning", "Status"), rows))
    if project.topics:
        topics = [
            (f"`{it.key}`", _inline(_said(it.wording)), _inline(it.definition), it.status)
            for it in project.topics
        ]
        parts.append(_table(("Topic", "Wording", "Definition", "Status"), topics))
    for version in project.scheme_versions:
        frozen = f", frozen {version.frozen_at}" if version.frozen_at else ", not frozen"
        guideline = version.guideline.strip() or "No guideline was written down."
        quoted = "\n".join(f"> {line}".rstrip() for line in guideline.splitlines())
        parts.append(f"### Version {version.number} ({version.at}{frozen})\n\n{quoted}")
    return "\n\n".join(parts)


def _questions() -> str:
    return (
        "## To be answered before a deposit\n\n"
        "- Why were these articles chosen, and by whom?\n"
        "- Who annotated, with what training, and how were they paid?\n"
        "- May the texts be passed on, and under which licence?\n"
        "- Whom can one ask?"
    )


def _table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    lines = [head, ["---"] * len(head), *rows]
    return "\n".join("| " + " | ".join(cells) + " |" for cells in lines)


def _counts(counter: Mapping[str, int]) -> str:
    found = Counter(counter).most_common()
    words = [f"{_inline(name) or 'not said'} {count}" for name, count in found[:_MOST]]
    more = f", and {len(found) - _MOST} more" if len(found) > _MOST else ""
    return ", ".join(words) + more


def _said(wording: Mapping[str, str]) -> str:
    return wording.get("en") or next(iter(wording.values()), "")


def _inline(words: str) -> str:
    return " ".join(words.replace("|", "\\|").split())


def _hash(path: Path) -> str:
    digest = sha256()
    with path.open("rb") as file:
        while chunk := file.read(_CHUNK):
            digest.update(chunk)
    return digest.hexdigest()
