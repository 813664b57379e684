"""`lesart self-test`: the whole way in a project of its own, to show that everything came along.

Sample corpus, suggestions of the embedded models, a decision, a stance, every format out and in, the one that
loses nothing compared; and the windows, painted without a display.
"""

import sys
from collections.abc import Callable, Iterator, Mapping
from importlib import import_module
from importlib.resources import files
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from sqlalchemy import create_engine

from desktop import provenance
from desktop.cli.self_test import formats, languages
from desktop.cli.self_test.step import Step
from desktop.cli.terminal import counted
from desktop.nlp import models
from desktop.nlp.client import WorkerClient
from desktop.nlp.lean import import_spacy
from desktop.work import sample
from desktop.work.suggestion import suggest_corpus
from desktop.work.tokens import blank_tokenizers
from store.checking import check
from store.database import Store, create
from store.operations import stances, suggestions
from store.queries import articles, codebook, pages, people
from store.transfer import ExportOptions, export_file, import_files
from store.values import ArticlePage, Holder, ProjectSettings, Span, Work

PERSON = "self-test"

Paint = Callable[[Path], Mapping[str, bool]]
"""Paints the windows on a project: name of what was painted -> whether anything is to be seen on it."""


def run(say: Callable[[str], None], paint: Paint | None = None) -> bool:
    """Try everything in a temporary folder, up to the first thing that goes wrong; `say` gets a line a step.

    Raises what the steps raise.
    """
    with TemporaryDirectory(prefix="lesart-") as folder:
        for step in steps(Path(folder), paint):
            say(f"{'ok' if step.is_right else 'WRONG'}\t{step.name}\t{step.outcome}")
            if not step.is_right:
                return False
    return True


def steps(folder: Path, paint: Paint | None = None) -> Iterator[Step]:
    """The steps, each tried when it is asked for, in an empty folder. Without `paint` there is no window."""
    store = sample.create(folder / "Prüfung mit Leerzeichen.lesart", person=PERSON)
    try:
        with store.read() as conn:
            work, settings = people.work_of(conn, PERSON), codebook.settings(conn)
            count = articles.count(conn, work)
        yield Step("sample", f"{counted(count, 'article')} imported", count > 0)
        yield _suggested(store, settings, f"{models.EMBEDDED}{settings.language}")
        yield from languages.steps()
        page = _fullest(store, work)
        found = counted(len(page.suggestions), "suggestion")
        yield Step("open", f"{page.article.key}: {found}", bool(page.suggestions))
        span = _accepted(store, work, page)
        yield Step("accept", page.article.text[span.start : span.end], span in _spans(store, work, page))
        yield _stance(store, work, page, span)
        yield _exported_to_spacy(store, page, span, folder / "out.spacy")
        yield from _round_trip(store, settings, folder)
        (folder / "formats").mkdir()
        yield from formats.steps(store, folder / "formats", PERSON)
        problems = list(check(store))
        yield Step("check", counted(len(problems), "problem"), not problems)
        yield _manual()
        yield _licences()
        yield _server()
        if paint:
            painted = paint(Path(store.target))
            wrong = [name for name, is_there in painted.items() if not is_there]
            yield Step("windows", f"blank: {', '.join(wrong)}" if wrong else ", ".join(painted), not wrong)
    finally:
        store.close()


def _suggested(store: Store, settings: ProjectSettings, source: str) -> Step:
    with WorkerClient(source, preset=settings.preset) as client:
        read = max(step.done for step in suggest_corpus(store, client, source))
        model = client.model()
    return Step("suggest", f"{model.name} {model.version} read {counted(read, 'article')}", read > 0)


def _fullest(store: Store, work: Work) -> ArticlePage:
    """The article with the most suggestions."""
    with store.read() as conn:
        heads = articles.heads(conn, work)
        return max(
            (pages.page(conn, work, head.id) for head in heads), key=lambda page: len(page.suggestions)
        )


def _accepted(store: Store, work: Work, page: ArticlePage) -> Span:
    touched = suggestions.accept(store, work, page.article.id, page.suggestions[0].id)
    return next(span for span in _spans(store, work, page) if span.id == touched.span)


def _spans(store: Store, work: Work, page: ArticlePage) -> tuple[Span, ...]:
    with store.read() as conn:
        return pages.page(conn, work, page.article.id).spans


def _stance(store: Store, work: Work, page: ArticlePage, span: Span) -> Step:
    """One toward a topic, and one of the author's toward a name: formats hold the one or the other."""
    with store.read() as conn:
        topic = codebook.topics(conn)[0]
    article = page.article.id
    stances.add(store, work, article, holder=Holder("span", span=span.id), label="FAVOR", topic_id=topic.id)
    stances.add(store, work, article, holder=Holder("author"), label="AGAINST", target_span=span.id)
    with store.read() as conn:
        made = pages.page(conn, work, article).stances
    is_right = [(it.topic, it.target_span) for it in made] == [(topic.id, None), (None, span.id)]
    return Step("stance", f"FAVOR {topic.key}, AGAINST {page.article.text[span.start : span.end]}", is_right)


def _exported_to_spacy(store: Store, page: ArticlePage, span: Span, out: Path) -> Step:
    options = ExportOptions(annotators=(PERSON,), segment=blank_tokenizers())
    export_file(store, out, format="spacy", options=options)
    spacy = import_spacy()
    (doc,) = spacy.tokens.DocBin().from_disk(out).get_docs(spacy.blank(page.article.language or "xx").vocab)
    found = [(entity.start_char, entity.end_char, entity.label_) for entity in doc.ents]
    is_right = doc.text == page.article.text and (span.start, span.end, span.label) in found
    outcome = f"{counted(len(doc), 'token')}, {counted(len(found), 'entity', 'entities')}"
    return Step("export .spacy", outcome, is_right)


def _round_trip(store: Store, settings: ProjectSettings, folder: Path) -> Iterator[Step]:
    first, second = folder / "first.jsonl", folder / "second.jsonl"
    report = export_file(store, first)
    outcome = f"{counted(report.articles, 'article')}, {first.stat().st_size:,} bytes"
    yield Step("export .jsonl", outcome, report.articles > 0)
    twin = create(folder / "twin.lesart", name="twin", settings=settings, person=PERSON)
    try:
        taken = import_files(twin, [first])
        yield Step("re-import", counted(taken.added, "article"), taken.added == report.articles)
        export_file(twin, second)
    finally:
        twin.close()
    same = first.read_bytes() == second.read_bytes()
    yield Step("compare", "the same, byte by byte" if same else "another content", same)


def _manual() -> Step:
    """As many pages and pictures in one language as in the other."""
    root = Path(str(files("resources"))) / "help"
    folders = [index.parent for index in root.glob("*/index.md")]
    counts = {(len([*it.glob("*.md")]), len([*it.glob("pictures/*.png")])) for it in folders}
    pages, pictures = max(counts, default=(0, 0))
    outcome = f"{pages} pages and {pictures} pictures in {len(folders)} languages"
    return Step("manual", outcome, len(counts) == 1 and len(folders) > 1 and pictures > 0)


def _licences() -> Step:
    """In the installed program each part comes with the wording of its licence."""
    folder = provenance.licences_folder()
    found = provenance.parts(folder)
    bare = [part.name for part in found if not part.texts] if folder is not None else []
    return Step("licences", f"{len(found)} parts", bool(found) and not bare)


def _server() -> Step:
    """What a team's database needs, without one."""
    try:
        psycopg: Any = import_module("psycopg")
    except ImportError:
        return Step("server", "no driver of PostgreSQL", not getattr(sys, "frozen", False))
    engine = create_engine("postgresql+psycopg://")
    return Step("server", f"{engine.dialect.driver} ({psycopg.pq.__impl__})", True)
