"""spaCy's DocBin: training data for a pipeline, one Doc a reading.

`doc.ents` holds plain entities without nesting, `doc.spans["sc"]` all labelled spans,
`doc.spans["mentions"]` those without a label, `doc.spans["undecided"]` suggestions nobody has decided;
stances, the reading's origin and what one may learn from it (`store.values.Known`) are in
`doc.user_data["lesart"]`. Tokens outside all entities are "outside" in a finished reading, else "missing" (a
trainer learns nothing from them), as are those of an undecided suggestion and of a span that is no row of
whole tokens. This module alone may import spaCy's container classes, inside its functions.
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from msgspec import convert, to_builtins
from msgspec.structs import replace

from store.alignment import words_and_spaces
from store.formats.annotations.docbin_file import DocBinFile
from store.formats.annotations.sheaf import file_name, goes_on
from store.formats.annotations.tokens import borders_of, on_tokens, tokens_in
from store.formats.known import counted, known, undecided
from store.formats.losses import Losses
from store.formats.problems import Loss
from store.formats.protocol import Feature, TrainingFiles, WriteOptions, Written
from store.formats.readings import FORMS, PARTS, chosen, part, unheld
from store.formats.records import ArticleRecord, SetRecord, SpanRecord
from store.formats.scheme_records import ProjectRecord
from store.offsets import Range
from store.spans import longest_only, shortest_only
from store.values import Json, ProjectSettings

_WORDS = 50_000
"""Words that spaCy's vocabulary may hold before a new one is taken: about 20 MB."""


class SpacyDocBin:
    """`.spacy`."""

    name = "spacy"
    suffixes = (".spacy",)
    cannot_hold: tuple[Feature, ...] = (
        "zones",
        "partial_tokens",
        "provenance",
        "rejections",
        "answers",
        "comments",
        "scheme",
    )
    needs_text = True

    def write(
        self, draft: Path, project: ProjectRecord, articles: Iterable[ArticleRecord], options: WriteOptions
    ) -> Written:
        """One file, or three (`name-train.spacy` …) dealt by article: all readings of a text are in one part.

        Beside three files lies the config of a training on them (`name.cfg`), where `options.training` has
        one.

        Only begun readings of people and the gold standard count (gold alone, where there is one), and
        models that `options.annotators` names. An excluded article is left out.
        """
        if options.segment is None:
            raise ValueError("tokens are needed")
        from spacy.vocab import Vocab

        losses, count, vocab, taught = Losses(), 0, Vocab(), Counter[str | None]()
        settings = convert(project.settings, ProjectSettings)
        files = _Files(draft)
        for name in () if options.one_each else PARTS if options.split else ("",):
            files.begin(name)
        for article in losses.passing(articles):
            readings = chosen(article.sets, options.annotators)
            for reading in readings:
                doc, lost = _doc(article, reading, options, vocab)
                doc.user_data["lesart"] = {
                    **_user_data(article, reading),
                    "known": _known(article, reading, settings),
                    "counts": reading is counted(readings),
                }
                who = file_name(reading.annotator.name) if options.one_each else ""
                files.add("-".join(filter(None, (part(article, options), who))), doc)
                losses += [*lost, *unheld(article, reading, self.cannot_hold)]
            count += bool(readings)
            taught[article.language] += bool(readings) and part(article, options) == "train"
            if len(vocab) > _WORDS:  # it keeps every word that it has met
                vocab = Vocab()
        configs = _config(draft, project, files.first, taught, options)
        return Written((*files.close(), *configs), count, *losses.told())


class _Files:
    """A file for each part and annotator (`first`, by their names); behind one that is full, another one."""

    def __init__(self, draft: Path) -> None:
        self.first: dict[str, str] = {}
        self._names: list[str] = []
        self._draft = draft
        self._open: dict[str, DocBinFile] = {}

    def begin(self, name: str) -> DocBinFile:
        """A new file of this name, numbered if there is one already."""
        draft, number = self._draft, 1
        found = whole = f"{draft.stem}-{name}{draft.suffix}" if name else draft.name
        while found in self._names:
            number += 1
            found = goes_on(whole, number)
        self._names.append(found)
        self.first.setdefault(name, found)
        self._open[name] = DocBinFile(draft.with_name(found), _bin([]))
        return self._open[name]

    def add(self, name: str, doc: Any) -> None:
        """Add a Doc to the file of this name."""
        file = self._open.get(name)
        if file is not None and file.is_full:
            file.close()
            file = None
        (file or self.begin(name)).add(_bin([doc]))

    def close(self) -> tuple[str, ...]:
        """Finish all files; their names."""
        for file in self._open.values():
            file.close()
        return tuple(self._names)


def _bin(docs: list[Any]) -> Any:
    from spacy.tokens import DocBin

    return DocBin(attrs=["ENT_IOB", "ENT_TYPE", "ENT_KB_ID"], store_user_data=True, docs=docs)


def _config(
    draft: Path,
    project: ProjectRecord,
    files: dict[str, str],
    taught: dict[str | None, int],
    options: WriteOptions,
) -> tuple[str, ...]:
    """The name of the config beside a split, if there is one."""
    if options.training is None or not options.split or options.one_each:
        return ()
    config = options.training(project, TrainingFiles(files["train"], files["dev"], taught))
    if not config:
        return ()
    name = f"{draft.stem}.cfg"
    draft.with_name(name).write_text(config, encoding="utf-8")
    return (name,)


def _doc(
    article: ArticleRecord, reading: SetRecord, options: WriteOptions, vocab: Any
) -> tuple[Any, list[Loss]]:
    from spacy.tokens import Doc

    text = article.text or ""
    borders = borders_of(article, replace(options, in_scope=False))
    words, spaces = words_and_spaces(text, borders)
    doc = Doc(vocab, words=words, spaces=spaces)
    open_ = undecided(article, reading)
    spans, losses = on_tokens(article, [*reading.spans, *open_], borders, options.misfit)
    ids = set(reading.undecided)
    own, offered = [s for s in spans if s.id not in ids], [s for s in spans if s.id in ids]
    labelled = [span for span in own if span.label is not None]
    only = longest_only if options.overlap == "longest" else shortest_only
    plain = only([span for span in labelled if span.form == "plain"])
    doc.spans["sc"] = [_span(doc, span, f"{span.label}{FORMS[span.form]}") for span in labelled]
    doc.spans["mentions"] = [_span(doc, span, "MENTION") for span in own if span.label is None]
    doc.spans["undecided"] = [_span(doc, span, f"{span.label}{FORMS[span.form]}") for span in offered]
    ents = [_span(doc, span, str(span.label)) for span in plain]
    kept = {(span.start, span.end) for span in labelled}
    lost = [_of(it) for it in reading.spans if it.label is not None and _of(it) not in kept]
    out = [(it.start, it.end) for it in article.zones if options.in_scope and not it.in_scope]
    missing = _tokens_in(doc, [*out, *lost, *map(_of, open_)], ents)
    doc.set_ents(ents, missing=missing, default="outside" if reading.status == "done" else "missing")
    return doc, losses


def _of(span: SpanRecord) -> Range:
    return span.start, span.end


def _tokens_in(doc: Any, ranges: list[Range], ents: list[Any]) -> list[Any]:
    """The tokens that these ranges meet, but for those of entities."""
    taken = {i for ent in ents for i in range(ent.start, ent.end)}
    found = tokens_in([(token.idx, token.idx + len(token)) for token in doc], ranges)
    return [doc[i : i + 1] for i in sorted(found - taken)]


def _span(doc: Any, span: SpanRecord, label: str) -> Any:
    return doc.char_span(span.start, span.end, label=label, kb_id=span.actor or "")


def _known(article: ArticleRecord, reading: SetRecord, settings: ProjectSettings) -> Json:
    """What may be learnt from a reading, but for the text, which the tokens are."""
    said = to_builtins(known(article, reading, settings))
    return {name: value for name, value in said.items() if name != "text"}


def _user_data(article: ArticleRecord, reading: SetRecord) -> Json:
    """What tokens cannot say. Ranges are code points of `doc.text`."""
    ranges = {span.id: [span.start, span.end] for span in reading.spans}
    return {
        "key": article.key,
        "sha256": article.sha256,
        "language": article.language,
        "annotator": to_builtins(reading.annotator),
        "round": reading.round,
        "status": reading.status,
        "stances": [
            {name: value for name, value in _stance(stance, ranges) if value is not None}
            for stance in reading.stances
        ],
    }


def _stance(stance: Any, ranges: dict[str, list[int]]) -> Iterator[tuple[str, Any]]:
    yield from to_builtins(stance).items()
    yield "holder_range", ranges.get(stance.holder_span)
    yield "target_range", ranges.get(stance.target_span)
