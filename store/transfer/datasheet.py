"""The page that lies beside exported data and says what they are and how they were made.

The questions are those of Gebru et al. 2021, "Datasheets for Datasets", as far as a project can answer them
itself; what only people know stays as a question.
"""

from collections.abc import Iterable, Mapping, Sequence
from fractions import Fraction
from hashlib import sha256
from pathlib import Path

from msgspec import Struct, convert

from store.agreement import AgreementReport
from store.bulk import dumps
from store.formats.protocol import Feature
from store.formats.readings import PARTS
from store.formats.scheme_records import ProjectRecord
from store.transfer.datasheet_scheme import scheme
from store.transfer.markdown import code, count_of, counts, inline, said, table
from store.transfer.sampling import Sampling, sampling_words
from store.transfer.selection import Tally, pseudonyms
from store.values import ProjectSettings

_CHUNK = 1 << 20
_NOT_DEFINED = (
    "*Not defined* is what the data do not determine: begun readings say nothing of what is unmarked, "
    "and where all say the same there is no chance to correct for."
)


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
    lost: dict[str, int],
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
        _contents(project, tally, facts, cannot_hold),
        _split(tally, facts),
        _losses(lost, cannot_hold),
        scheme(project),
        _questions(),
    ]
    return "\n\n".join(filter(None, sections)) + "\n"


def _what(project: ProjectRecord, tally: Tally, facts: Circumstances) -> str:
    text = (
        "" if facts.text == "full" else " Texts are not included; the hashes say which ones were annotated."
    )
    return (
        f"# Datasheet: {inline(project.name)}\n\n"
        f"{count_of(tally.articles, 'article')} with {count_of(tally.readings, 'reading')}, "
        f"{count_of(tally.labels.total(), 'span')} and {count_of(tally.stances.total(), 'stance')}, "
        f"in the format `{facts.format}`, exported on {facts.day} with {facts.made_by}.{text}\n\n"
        f"Project: `{project.uid}`, begun {project.created_at}."
    )


def _files(files: Iterable[Path]) -> str:
    rows = [(code(path.name), str(path.stat().st_size), f"`{_hash(path)}`") for path in files]
    return "## Files\n\n" + table(("File", "Bytes", "SHA-256"), rows)


def _articles(project: ProjectRecord, tally: Tally, facts: Circumstances, sampling: Sampling | None) -> str:
    unread, others = tally.left_out["no_reading"], tally.left_out["not_asked_for"]
    undated = tally.articles - tally.dated
    when = " to ".join(tally.days) or "not known"
    lines = [
        f"- Languages: {counts(tally.languages)}",
        f"- Outlets: {counts(tally.outlets)}",
        f"- Published: {when}" + (f", {undated} without a date" if undated and tally.days else ""),
        f"- Rights: {counts(tally.rights)}",
        f"- Samples: {counts(tally.batches, 'in none')}",
        f"- Left out by the filter: {count_of(others, 'article')}",
        f"- Left out for want of a reading that goes out: {count_of(unread, 'article')}",
        f"- Readings that excluded an article, by reason: {counts(tally.excluded) or 'none'}",
    ]
    if sampling is not None:
        lines.append(sampling_words(sampling))
    if facts.in_scope:
        lines.append("- What lies in zones out of scope (datelines, bylines, notes) was left out")
    samples = [
        (inline(it.name), inline(dumps(it.filter)), "" if it.seed is None else str(it.seed))
        for it in project.batches
        if it.name in tally.batches
    ]
    drawn = ["", table(("Sample", "Drawn from", "Seed"), samples)] if samples else []
    return "## Articles\n\n" + "\n".join([*lines, *drawn])


def _making(project: ProjectRecord, tally: Tally, facts: Circumstances) -> str:
    called = pseudonyms(project)
    by_name = {(it.kind, it.name, it.version): called.get(it.uid, it.name) for it in project.annotators}
    rows = [
        (
            inline(by_name.get(who, who[1]) if not facts.has_pseudonyms else who[1]),
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
        table(("Annotator", "Kind", "Version", "Readings"), rows),
        "",
        f"- Status of the readings: {counts(tally.statuses)}"
        + (" (only finished)" if facts.only_done else ""),
        f"- Rounds: {counts(tally.rounds)}",
        f"- Suggestions shown while reading: {counts(shown)}",
        f"- What is suggested, as the project stands: {_suggested(project)}",
        f"- How spans came to be: {counts(tally.made)}",
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
    parts = [scores, f"not {'; '.join(map(inline, off))}" if off else "", f"earlier decisions: {memory}"]
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
        "",
        _NOT_DEFINED,
    ]
    rows = [
        (
            called.get(pair.first.id, inline(pair.first.name)),
            called.get(pair.second.id, inline(pair.second.name)),
            str(pair.articles),
            _figure(pair.spans.f1("strict")),
            _figure(pair.spans.f1("partial")),
            _figure(pair.kappa.value),
        )
        for pair in found.pairs
        if pair.articles
    ]
    head = ("One", "Other", "Articles", "Spans, F1 strict", "Spans, F1 partial", "Stances, kappa")
    return "## Agreement\n\n" + "\n".join([*lines, "", table(head, rows)])


def _figure(value: Fraction | None) -> str:
    return "not defined" if value is None else f"{float(value):.3f}"


def _contents(
    project: ProjectRecord, tally: Tally, facts: Circumstances, cannot_hold: Sequence[Feature]
) -> str:
    labels = [(inline(name or "(mention)"), str(count)) for name, count in tally.labels.most_common()]
    stances = [(inline(name), str(count)) for name, count in tally.stances.most_common()]
    tables = [table(("Label", "Spans"), labels) if labels else "No spans."]
    if facts.labels:
        names = ", ".join(code(it) if it else "mentions" for it in facts.labels)
        tables.insert(0, f"Only these labels were exported: {names}.")
    if stances:
        tables.append(table(("Stance", "Count"), stances))
        if facts.evidence:
            means = {
                "marked": "only what somebody marked",
                "any": "what somebody marked, else the sentence that was taken automatically",
            }
            tables.append(f"- Evidence: {means[facts.evidence]}")
        tables.append(_toward(project, tally))
    beside = {
        "answers to questions": (tally.remarks["answer"], "answers"),
        "comments": (tally.remarks["comment"], "comments"),
        "topics on which no stance was found": (tally.remarks["none"], "scheme"),
    }
    held = [
        f"{count} {noun}" for noun, (count, feature) in beside.items() if feature not in cannot_hold and count
    ]
    if held:
        tables.append(f"Beside them: {', '.join(held)}.")
    return "## Labels\n\n" + "\n\n".join(tables)


def _toward(project: ProjectRecord, tally: Tally) -> str:
    """The stances on each topic."""
    labels = [name for name, _ in tally.stances.most_common()]
    wording = {it.key: said(it.wording) for it in project.topics}
    rows = [
        (inline(wording.get(key, key)) or "no topic (toward an actor or words of the text)",
         *(str(tally.toward[key, label]) for label in labels))
        for key in sorted({key for key, _ in tally.toward})
    ]  # fmt: skip
    return table(("Toward", *map(inline, labels)), rows)


def _split(tally: Tally, facts: Circumstances) -> str:
    if facts.split is None:
        return ""
    shares = " / ".join(f"{100 * share / sum(facts.split):g} %" for share in facts.split)
    how = f", in each {facts.stratify} alike" if facts.stratify else ", by a hash of its key"
    return (
        f"## Split\n\nTrain, dev and test: {shares}. Each article was dealt as a whole{how}; near-duplicates "
        f"are in the same part. Seed: {facts.seed}.\n\n"
        + table(
            ("Part", "Articles", "Readings", "Spans", "Stances"),
            [
                (name, *(str(tally.parts[name, noun]) for noun in ("article", "reading", "span", "stance")))
                for name in PARTS
            ],
        )
    )


def _losses(lost: dict[str, int], cannot_hold: Sequence[Feature]) -> str:
    held = ", ".join(it.replace("_", " ") for it in cannot_hold) or "nothing, the format holds everything"
    rows = [(kind.replace("_", " "), str(count)) for kind, count in lost.items()]
    listed = table(("Why", "Count"), rows) if rows else "No annotation was lost."
    return f"## What was lost\n\nNot held by the format: {held}.\n\n{listed}"


def _questions() -> str:
    return (
        "## To be answered before a deposit\n\n"
        "- Why were these articles chosen, and by whom?\n"
        "- Who annotated, with what training, and how were they paid?\n"
        "- May the texts be passed on, and under which licence?\n"
        "- Whom can one ask?"
    )


def _hash(path: Path) -> str:
    digest = sha256()
    with path.open("rb") as file:
        while chunk := file.read(_CHUNK):
            digest.update(chunk)
    return digest.hexdigest()
