"""The agreement of two or more readers over the articles that they have in common."""

from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from fractions import Fraction
from itertools import combinations

from msgspec import Struct
from msgspec.structs import replace

from store.agreement.chance import UNDEFINED, Observed, alpha, cohen, confusion, fleiss
from store.agreement.differences import differences
from store.agreement.readings import Difference, Reader, Reading, ReadStance
from store.agreement.span_scores import SpanScores, compare_spans
from store.agreement.stance_matches import Pair, evidence_overlap, f1, paired
from store.agreement.unitizing import Unit, Unitized, unitizing_alpha

ByReader = Mapping[int, Reading]
Between = Callable[[], None]
"""Called between articles; what it raises ends the count."""


def uninterrupted() -> None:
    """Nothing happens between articles."""


class PairReport(Struct, frozen=True):
    """Two readers. `labels` name the rows (first) and columns (second) of `matrix`; both are for matched
    stances.

    `detection` is F1 on (holder, target); `linear` and `quadratic` are None where labels have no values.
    """

    first: Reader
    second: Reader
    articles: int
    spans: SpanScores
    detection: Fraction | None
    matched: int
    labels: tuple[str, ...]
    matrix: list[list[int]]
    kappa: Observed
    linear: Observed
    quadratic: Observed
    evidence: Fraction | None
    differences: tuple[Difference, ...]


class AgreementReport(Struct, frozen=True):
    """All readers together, over the articles that at least two of them read, and each two of them.

    `units` is u-alpha of labelled spans, `evidence_units` of evidence. `presence` is alpha on whether a pair
    of holder and target is there, over all pairs that anybody has; `nominal` and `ordinal` are alphas on the
    labels, gaps allowed; `fleiss` only counts pairs that every reader has.
    """

    readers: tuple[Reader, ...]
    articles: int
    units: Unitized
    evidence_units: Unitized
    presence: Observed
    nominal: Observed
    ordinal: Observed
    fleiss: Observed
    pairs: tuple[PairReport, ...]


def report(
    readers: Sequence[Reader],
    readings: Iterable[Reading],
    scale: Mapping[str, float | None],
    between: Between = uninterrupted,
) -> AgreementReport:
    """Compare readings. `scale` are the labels of stances in their order, with their values.

    Readings of other readers are passed over, as are articles that only one reader read. A model that never
    says a stance does not look for any: it is compared by its spans alone.
    """
    ids = {reader.id for reader in readers}
    articles: dict[int, dict[int, Reading]] = {}
    for reading in readings:
        if reading.reader in ids:
            articles.setdefault(reading.article, {})[reading.reader] = reading
    common = [by for _, by in sorted(articles.items()) if len(by) > 1]
    speaking = _speaking(readers, common)
    told = [{who.id: by[who.id] for who in speaking if who.id in by} for by in common]
    told = [by for by in told if len(by) > 1]
    units = [unit for by in _each(told, between) for unit in _label_units(speaking, by)]
    return AgreementReport(
        readers=tuple(readers),
        articles=len(common),
        units=_unitized(readers, common, "spans"),
        evidence_units=_unitized(speaking, told, "evidence"),
        presence=alpha(unit for by in told for unit in _presence_units(speaking, by)),
        nominal=alpha(units),
        ordinal=alpha([[scale.get(label) if label else None for label in unit] for unit in units], "ordinal"),
        fleiss=_fleiss(units, list(scale)),
        pairs=tuple(
            _pair(a, b, _each(common, between), scale, with_stances=a in speaking and b in speaking)
            for a, b in combinations(readers, 2)
        ),
    )


def _each(articles: Sequence[ByReader], between: Between) -> Iterator[ByReader]:
    for by in articles:
        between()
        yield by


def _speaking(readers: Sequence[Reader], common: Sequence[ByReader]) -> list[Reader]:
    """The readers that look for stances: people, the gold standard, and models that say any."""
    said = {reading.reader for by in common for reading in by.values() if reading.stances}
    return [reader for reader in readers if reader.kind != "model" or reader.id in said]


def _pair(
    first: Reader,
    second: Reader,
    common: Iterable[ByReader],
    scale: Mapping[str, float | None],
    *,
    with_stances: bool,
) -> PairReport:
    count, total, scores = 0, 0, SpanScores()
    pairs: list[Pair] = []
    differing: list[Difference] = []
    for by in common:
        if first.id not in by or second.id not in by:
            continue
        a, b = by[first.id], by[second.id]
        if not with_stances:
            a, b = replace(a, stances=()), replace(b, stances=())
        count, total = count + 1, total + len(a.stances) + len(b.stances)
        pairs += paired(a.stances, b.stances)
        scores += compare_spans(a.spans, b.spans)
        differing += differences(a, b)
    matched = [(a, b) for a, b in pairs if a is not None and b is not None]
    labels = (*scale, *sorted({one.label for pair in matched for one in pair} - scale.keys()))
    matrix = confusion(((a.label, b.label) for a, b in matched), labels)
    marked = [evidence_overlap(a.evidence, b.evidence) for a, b in matched if a.evidence and b.evidence]
    return PairReport(
        first,
        second,
        articles=count,
        spans=scores,
        detection=f1(2 * len(matched), total),
        matched=len(matched),
        labels=labels,
        matrix=matrix,
        kappa=cohen(matrix),
        linear=_weighted(matched, scale, "linear"),
        quadratic=_weighted(matched, scale, "quadratic"),
        evidence=f1(sum(hits for hits, _ in marked), sum(count for _, count in marked)),
        differences=tuple(differing),
    )


def _weighted(
    matched: Sequence[tuple[ReadStance, ReadStance]], scale: Mapping[str, float | None], weights: str
) -> Observed:
    """Weighted kappa over the labels that have a place on the scale."""
    placed = [(label, value) for label, value in scale.items() if value is not None]
    if len(placed) < 2:
        return UNDEFINED
    labels = [label for label, _ in placed]
    matrix = confusion(((a.label, b.label) for a, b in matched), labels)
    return cohen(matrix, "linear" if weights == "linear" else "quadratic", [value for _, value in placed])


def _keyed(reading: Reading | None) -> dict[tuple[Hashable, Hashable, int], str]:
    """Labels by holder, target and how often these were there before in the article."""
    seen: dict[tuple[Hashable, Hashable], int] = {}
    found: dict[tuple[Hashable, Hashable, int], str] = {}
    for stance in sorted(reading.stances, key=lambda it: (it.place or (0, 0), it.id)) if reading else ():
        count = seen.get(stance.key, 0)
        found[*stance.key, count] = stance.label
        seen[stance.key] = count + 1
    return found


def _label_units(readers: Sequence[Reader], by: ByReader) -> list[list[str | None]]:
    """The labels that the readers gave each pair of holder and target, None where one has no such stance."""
    keyed = [_keyed(by.get(reader.id)) for reader in readers]
    return [[one.get(key) for one in keyed] for key in dict.fromkeys(key for one in keyed for key in one)]


def _presence_units(readers: Sequence[Reader], by: ByReader) -> list[list[bool | None]]:
    """Whether each pair is there, None for readers who did not read the article."""
    keyed = [_keyed(by.get(reader.id)) for reader in readers]
    keys = dict.fromkeys(key for one in keyed for key in one)
    return [
        [key in one if reader.id in by else None for reader, one in zip(readers, keyed, strict=True)]
        for key in keys
    ]


def _fleiss(units: Sequence[Sequence[str | None]], labels: Sequence[str]) -> Observed:
    whole = [unit for unit in units if None not in unit]
    used = [*labels, *sorted({str(label) for unit in whole for label in unit} - set(labels))]
    return fleiss([[unit.count(label) for label in used] for unit in whole])


def _unitized(readers: Sequence[Reader], common: Sequence[ByReader], what: str) -> Unitized:
    """u-alpha over the articles that all have read, put one behind the other."""
    at = 0
    coders: list[list[Unit]] = [[] for _ in readers]
    for by in common:
        if len(by) < len(readers):
            continue
        length = next(iter(by.values())).length
        for coder, reader in zip(coders, readers, strict=True):
            coder += [(at + start, at + end, kind) for start, end, kind in _units(by[reader.id], what)]
        at += length
    return unitizing_alpha(coders, length=at)


def _units(reading: Reading, what: str) -> list[Unit]:
    if what == "spans":
        return [(span.start, span.end, span.label) for span in reading.spans]
    return [(start, end, "evidence") for stance in reading.stances for start, end in stance.evidence]
