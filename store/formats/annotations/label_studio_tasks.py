"""A task of Label Studio as an article: its annotations, predictions, relations and positions."""

from collections.abc import Sequence
from contextlib import suppress
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from store.formats.annotations.counting import Count, ways
from store.formats.annotations.foreign import (
    STANCES,
    Json,
    article_in,
    side_by_side,
    stance_between,
    voice_in,
)
from store.formats.json_lines import converted
from store.formats.problems import RecordError
from store.formats.protocol import ReadOptions
from store.formats.readings import label_and_form, reading, spans_named
from store.formats.records import ArticleRecord, SetRecord, SpanRecord, StanceRecord
from store.offsets import Offsets, Range

LABELS = ("labels", "hypertextlabels")
_UNREAD = ("id", "data", "annotations", "predictions", "completions")


class _Place(Struct, frozen=True):
    start: int
    end: int


class _Value(Struct, frozen=True):
    """`start` and `end` of a page are paths in it; `globalOffsets` count in its whole text."""

    start: int | str
    end: int | str
    text: str | None = None
    labels: list[str] = []
    hypertextlabels: list[str] = []
    globalOffsets: _Place | None = None

    @property
    def place(self) -> _Place | None:
        """Where it is in the text, if that is said."""
        start, end = str(self.start), str(self.end)
        is_said = start.isdecimal() and end.isdecimal()
        return _Place(int(start), int(end)) if is_said else self.globalOffsets


class _Result(Struct, frozen=True):
    type: str = ""
    id: str | None = None
    value: Json = {}
    score: float | None = None
    from_id: str | None = None
    to_id: str | None = None
    direction: str | None = None
    labels: list[str] = []


class _Answer(Struct, frozen=True):
    """An annotation or a prediction."""

    result: list[Json] | None = None
    completed_by: Any = None
    was_cancelled: bool = False
    ground_truth: bool = False
    model_version: str | None = None


class _Task(Struct, frozen=True):
    """Snapshots may say only the number of an annotation or prediction, of which nothing can be known."""

    data: Json
    annotations: list[Json | int] | None = None
    predictions: list[Json | int] | None = None
    completions: list[Json | int] | None = None


def article_of(raw: Any, options: ReadOptions) -> tuple[ArticleRecord, str | None]:
    task = converted(raw, _Task)
    values = dict(task.data)
    text = next(
        (values.pop(it) for it in (options.columns.get("text", "text"), "text") if it in values), None
    )
    words = text if isinstance(text, str) else ""
    sets: list[SetRecord] = []
    left: list[Json] = []
    groups = [("annotations", it) for it in task.annotations or task.completions or []]
    for i, (noun, answer) in enumerate([*groups, *(("predictions", it) for it in task.predictions or [])]):
        if not isinstance(answer, int):
            sets.append(_reading(dict(answer), words, options, left, where=(noun, i)))
    rest = {name: value for name, value in raw.items() if name not in _UNREAD and not name.endswith("_at")}
    return article_in(text, {**rest, **values, "results": left or None}, options, side_by_side(sets))


def _reading(
    raw: Json, text: str, options: ReadOptions, left: list[Json], *, where: tuple[str, int]
) -> SetRecord:
    is_model = where[0] == "predictions"
    at = f"{where[0]}[{where[1]}]"
    answer = converted(raw, _Answer, at)
    who = voice_in(raw, replace(options, annotator=_name(answer, options, is_model=is_model)))
    counts = ways(text, utf16=True)
    ranges: dict[tuple[str, str], tuple[int, int, str]] = {}
    scores: dict[tuple[Any, ...], float] = {}
    relations: list[tuple[str, _Result, Json]] = []
    for i, result in enumerate(answer.result or []):
        place = f"{at}.result[{i}]"
        found = converted(result, _Result, place)
        if found.type in LABELS:
            value = converted(found.value, _Value, f"{place}.value")
            if value.place is None:
                left.append(result)
                continue
            start, end = _range(value.place, value.text, text, counts, place)
            for name in value.labels or value.hypertextlabels:
                ranges[found.id or str(i), name] = (start, end, name)
                if found.score is not None and 0 <= found.score <= 1:
                    scores[(start, end, *label_and_form(name))] = found.score
        elif found.type == "relation":
            relations.append((place, found, result))
        else:
            left.append(result)
    spans = [
        replace(span, score=scores.get((span.start, span.end, span.label, span.form)))
        for span in spans_named(list(ranges.values()), made="predicted" if is_model else "imported")
    ]
    stances = _stances(relations, ranges, spans, left, text=text, who=who.name)
    kind = "model" if is_model else "gold" if answer.ground_truth else who.kind
    status = "in_progress" if answer.was_cancelled else who.status
    return reading(
        who.name, spans, kind=kind, version=who.version, round_=who.round, status=status, stances=stances
    )


def _name(answer: _Answer, options: ReadOptions, *, is_model: bool) -> str:
    by = answer.completed_by
    if is_model:
        return answer.model_version or "model"
    if isinstance(by, dict):
        known: Json = converted(by, Json)
        return str(known.get("email") or known.get("username") or known.get("id") or options.annotator)
    return options.annotator if by is None else f"annotator {by}"


def _range(at: _Place, words: str | None, text: str, counts: Sequence[Count], place: str) -> Range:
    """UTF-16 units, unless the words that stand beside them show another count; white space of the words may
    have been lost on their way. Raises RecordError.
    """
    found: list[Range] = []
    for count in counts:
        with suppress(IndexError):
            start, end = count(at.start), count(at.end)
            if start < end:
                found.append((start, end))
    for is_same in (str.__eq__, _is_alike):
        for start, end in found:
            if words is None or is_same(words, text[start:end]):
                return start, end
    raise RecordError(place, "wrong_offset", f"{at.start}, {at.end} / {Offsets(text).utf16_length}")


def _is_alike(words: str, there: str) -> bool:
    """Whether words are those of the text but for white space, which may stand as "\\n" or be gone."""
    return "".join(words.replace("\\n", "\n").split()) == "".join(there.split())


def _stances(
    relations: list[tuple[str, _Result, Json]],
    ranges: dict[tuple[str, str], tuple[int, int, str]],
    spans: list[SpanRecord],
    left: list[Json],
    *,
    text: str,
    who: str,
) -> list[StanceRecord]:
    """Relations that are stances; the others, and those of results of other kinds, go to `left`."""
    names = {(span.start, span.end, span.label, span.form): span.id for span in spans}
    rows: dict[str, str] = {}
    for (key, _), (start, end, name) in ranges.items():
        rows.setdefault(key, names[(start, end, *label_and_form(name))])
    known = {it.get("id") for it in left}.union(rows)
    found: list[StanceRecord] = []
    for place, relation, raw in relations:
        ends = relation.from_id or "", relation.to_id or ""
        if not known.issuperset(ends):
            raise RecordError(place, "unknown_reference", ", ".join(ends))
        holder, target = map(rows.get, reversed(ends) if relation.direction == "left" else ends)
        label = next((it for it in relation.labels if it in STANCES), None)
        if label is None or holder is None or target is None:
            left.append(raw)
        else:
            found.append(stance_between(holder, target, label, text=text, who=who, number=len(found) + 1))
    return found
