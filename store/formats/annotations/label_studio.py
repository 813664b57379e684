"""Label Studio's JSON: a list of tasks, people's readings as `annotations`, models' as `predictions`.

Positions are UTF-16 units, as JavaScript counts (labelstud.io/tags/text; issue 1347 of label-studio). A
labelling configuration, without which nothing can be shown, lies beside the file.
"""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any
from xml.sax.saxutils import quoteattr

import msgspec
from msgspec.structs import replace

from store.formats.annotations.foreign import (
    STANCES,
    Json,
    items,
    metadata,
    stances_out,
    voice,
)
from store.formats.annotations.label_studio_tasks import article_of
from store.formats.annotations.sheaf import Frame, Piece, write_articles
from store.formats.json_values import decoded_values
from store.formats.problems import Loss, RecordError, Skipped
from store.formats.protocol import Feature, Item, ReadOptions, WriteOptions, Written
from store.formats.readings import lost, name_of, unheld
from store.formats.records import ArticleRecord, SetRecord
from store.formats.scheme_records import ProjectRecord
from store.formats.sources import Source
from store.offsets import Offsets

CONFIG = ".config.xml"
FROM, TO = "label", "text"


class LabelStudio:
    """`.json` to be imported into a project with its configuration."""

    name = "label-studio"
    suffixes = (".json",)
    needs_text = True
    cannot_hold: tuple[Feature, ...] = (
        "zones", "provenance", "rejections", "stances", "answers", "comments", "scheme", "actors", "unknown",
    )  # fmt: skip

    def sniff(self, head: str, suffix: str) -> float:
        """A list (or one object) with `data` and results."""
        start = "".join(head.split())
        if not start.startswith(("[{", "{")):
            return 0.0
        has_results = '"result":[' in start and ('"annotations":[' in start or '"predictions":[' in start)
        if has_results or ('"data":{' in start and '"annotations":[' in start):
            return 0.95
        return 0.6 if '"data":{' in start else 0.0

    def read(self, source: Source, options: ReadOptions) -> Iterator[Item]:
        """An article a task. Relations called FAVOR, AGAINST or NEUTRAL are stances."""
        decoder = msgspec.json.Decoder(dict[str, Any])
        for number, task in decoded_values(source, decoder.decode):
            if isinstance(task, Skipped):
                yield number, task
                continue
            try:
                yield from items(source.name, number, article_of(task, options))
            except RecordError as problem:
                yield number, problem.at(source.name, number)

    def write(
        self, draft: Path, project: ProjectRecord, articles: Iterable[ArticleRecord], options: WriteOptions
    ) -> Written:
        """A task an article, and the labelling configuration beside the file."""
        encoder, names = msgspec.json.Encoder(), dict[str, str]()
        for label_set in project.label_sets:
            if label_set.kind == "entity":
                names |= {label.code: label.color_light for label in label_set.labels}

        def unit(article: ArticleRecord, sets: list[SetRecord]) -> Piece:
            task, losses = self._task(article, sets, options, names)
            return Piece(encoder.encode(task), losses)

        frame = Frame(b"[\n", b",\n", b"\n]\n")
        written = write_articles(draft, articles, options, unit, frame)
        beside = f"{draft.stem}{CONFIG}"
        draft.with_name(beside).write_text(configuration(names), "utf-8")
        return replace(written, files=(*written.files, beside))

    def _task(
        self, article: ArticleRecord, sets: list[SetRecord], options: WriteOptions, names: dict[str, str]
    ) -> tuple[Json, list[Loss]]:
        data = {"text": article.text, **metadata(article)}
        task: Json = {"annotations": [], "predictions": [], "data": data}
        losses: list[Loss] = []
        ids = {id(item) for item in sets}
        models = [it for it in article.sets if it.annotator.kind == "model" and id(it) not in ids]
        for item in [*sets, *([] if options.annotators else models)]:
            results, lost_ = _results(article, item, names)
            losses += lost_
            said = {"result": results, **voice(item)}
            if item.annotator.kind == "model":
                version = f"{item.annotator.name} {item.annotator.version}".strip()
                task["predictions"].append({"model_version": version, **said})
            else:
                is_gold = item.annotator.kind == "gold"
                task["annotations"].append({"was_cancelled": False, "ground_truth": is_gold, **said})
                losses += unheld(article, replace(item, stances=[]), self.cannot_hold)
        return task, losses


def configuration(names: dict[str, str]) -> str:
    """The labelling configuration (XML) of labels (name -> colour)."""
    labels = "".join(
        f"    <Label value={quoteattr(name)} background={quoteattr(colour)}/>\n"
        for name, colour in names.items()
    )
    relations = "".join(f"    <Relation value={quoteattr(name)}/>\n" for name in STANCES)
    return (
        f'<View>\n  <Labels name="{FROM}" toName="{TO}">\n{labels}  </Labels>\n'
        f"  <Relations>\n{relations}  </Relations>\n"
        f'  <Text name="{TO}" value="$text" granularity="symbol"/>\n</View>\n'
    )


def _results(article: ArticleRecord, item: SetRecord, names: dict[str, str]) -> tuple[list[Json], list[Loss]]:
    text = article.text or ""
    offsets = Offsets(text)
    found: list[Json] = []
    losses: list[Loss] = []
    held: set[str] = set()
    for span in item.spans:
        name = name_of(span.label, span.form)
        if name is None:
            losses.append(lost(article, span, "name"))
            continue
        held.add(span.id)
        names.setdefault(name, names.get(span.label or "", "#808080"))
        value = {
            "start": offsets.utf16(span.start), "end": offsets.utf16(span.end),
            "text": text[span.start : span.end], "labels": [name],
        }  # fmt: skip
        result = {"id": span.id, "from_name": FROM, "to_name": TO, "type": "labels", "value": value}
        found.append(result if span.score is None else {**result, "score": span.score})
    stances, unsaid = stances_out(article, item, held)
    found += [
        {
            "type": "relation", "from_id": it.holder_span, "to_id": it.target_span, "direction": "right",
            "labels": [it.label],
        }
        for it in stances
    ]  # fmt: skip
    return found, [*losses, *unsaid]
