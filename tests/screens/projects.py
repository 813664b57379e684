"""The projects of the pictures: one that is worked on, one with all looks and scripts, an empty one."""

import json
from pathlib import Path

from msgspec.structs import replace

from desktop.nlp import models
from desktop.work import sample, stories
from desktop.work.demo import Demo
from desktop.work.suggestion import suggest_by_language
from store.database import Store, create, open_store
from store.labels import preset
from store.operations import comments, guideline, people, spans, stances, suggestions
from store.queries import articles, codebook
from store.queries import queue as queue_of
from store.queries.people import work_of
from store.transfer import import_files
from store.values import Holder, ProjectSettings, Suggestion, Work

GUIDELINE = """# Was ein Name ist

**PER**: Menschen, *ohne* Titel und Amt.

- Bürgermeisterin **Jana Wölk** → „Jana Wölk“
- nicht: „die Bürgermeisterin“

**ORG**: Parteien, Firmen, Behörden, Medien.

**LOC**: Länder, Orte, Flüsse; auch in „Berlin teilte mit“.
"""

NESTED = (
    "der Verein der Freunde des Museums der Stadt Neu Isen am Fluss Ise",
    "Freunde des Museums der Stadt Neu Isen am Fluss Ise",
    "Museums der Stadt Neu Isen am Fluss Ise",
    "Stadt Neu Isen am Fluss Ise",
    "Neu Isen am Fluss Ise",
    "Fluss Ise",
)
"""Six spans, each in the one before."""

TEXTS = {
    "de": f"Was {NESTED[0]} verlangt, lehnt die Stadt Neu Isen ab. "
    "Ada Lind, Bo Ek, Cy Mo, Di Wu und Eva Ott kamen aus Rom, Bonn und Ulm. "
    "In Berlin sprach Jana Wölk für die Freie Liste; Peter Ahrens widersprach ihr in Hamburg.",
    "he": "ראש העיר דנה לוי אמרה ב־12.5.2025 כי Google תפתח משרד בתל אביב. “זה טוב לעיר”, אמרה לוי ל־BBC.",
    "ko": "서울시는 삼성전자와 협약을 맺었다. 김민수 시장은 “부산보다 먼저”라고 말했다.",
    "vi": "Bà Nguyễn Thị Hương ở Hà Nội nói với Đài Tiếng nói Việt Nam rằng thỏa thuận là đúng.",
    "en": "Flags 🇩🇪🇫🇷, families 👩‍👩‍👧‍👦 and skin tones 👍🏽 "
    "stand beside Zoë Brontë of the Lakeside Courier 🗞️.",
}


def full(folder: Path) -> Path:
    """The sample corpus, read by the model and worked on by two people."""
    demo = Demo(folder)
    sample.create(demo.store, person="ada").close()
    for _ in demo.steps():
        pass
    store = open_store(demo.store)
    _print_again(store, folder)
    with store.read() as conn:
        work = work_of(conn)
        first = [head.id for head in queue_of.heads(conn, work, limit=3)]
        topics = codebook.topics(conn)
    guideline.change(store, work, GUIDELINE)
    for article in first[:2]:
        _decide(store, work, article, 5)
    _decide(store, people.join(store, "ben"), first[0], 3)
    with store.read() as conn:
        page = articles.page(conn, work, first[0])
    own = page.spans
    for name, label in (("Katrin Lohmeyer", "FAVOR"), ("Albrecht Seidl", "AGAINST")):
        said = next((it for it in page.suggestions if page.article.text[it.start : it.end] == name), None)
        holder = Holder("span", suggestion=said.id) if said is not None else Holder("author")
        stances.add(store, work, first[0], holder=holder, label=label, topic_id=topics[0].id)
    comments.add(store, work, first[0], text="Amt oder Ort?", kind="question", span_id=own[0].id)
    spans.set_unsure(store, work, own[2].id, True)
    wrong = next(it for it in page.suggestions if page.article.text[it.start : it.end] == "Ventara")
    suggestions.reject(store, work, first[0], wrong.id)
    store.close()
    return demo.store


def _print_again(store: Store, folder: Path) -> None:
    """The first article also stands in another paper, shortened."""
    with store.read() as conn:
        work = work_of(conn)
        page = articles.page(conn, work, queue_of.heads(conn, work, limit=1)[0].id)
    text, source = page.article.text, folder / "again.jsonl"
    shorter = f"{text[: text.rindex(chr(10))].rstrip()} Mehr dazu morgen."
    line = {"key": "again", "title": page.article.title, "outlet": "Isener Bote", "text": shorter}
    source.write_text(json.dumps(line | {"language": "de", "date": "2025-05-13"}), encoding="utf-8")
    import_files(store, [source])
    for _ in stories.find(store):
        pass


def crowded(folder: Path) -> Path:
    """Spans in all looks, six levels deep and side by side, and scripts that the sample corpus lacks."""
    path, source = folder / "crowded.lesart", folder / "crowded.jsonl"
    lines = ({"key": code, "language": code, "text": text} for code, text in TEXTS.items())
    source.write_text("\n".join(map(json.dumps, lines)), encoding="utf-8")
    settings = replace(preset("german").settings(language="de"), nested=True)
    store = create(path, name="Scripts and looks", settings=settings, person="ada")
    import_files(store, [source])
    with store.read() as conn:
        work = work_of(conn)
        articles_of = {head.language: head.id for head in queue_of.heads(conn, work)}
    labels = ("ORG", "ORG", "ORG", "LOC", "LOC", "LOC")
    for words, label in zip(NESTED, labels, strict=True):
        _mark(store, work, articles_of["de"], words, label)
    for words, label in (
        ("Ada Lind", "PER"),
        ("Bo Ek", "PER"),
        ("Cy Mo", "PER"),
        ("Rom", "LOC"),
        ("Bonn", "LOC"),
    ):
        _mark(store, work, articles_of["de"], words, label, unsure=words in ("Bo Ek", "Bonn"))
    _mark(store, work, articles_of["he"], "דנה לוי", "PER")
    _mark(store, work, articles_of["he"], "Google תפתח משרד בתל אביב", "ORG", unsure=True)
    _mark(store, work, articles_of["ko"], "삼성전자", "ORG")
    _mark(store, work, articles_of["vi"], "Nguyễn Thị Hương", "PER", unsure=True)
    _mark(store, work, articles_of["en"], "👩‍👩‍👧‍👦", "PER")
    for _ in suggest_by_language(store, models.by_language(models.available()), preset="german"):
        pass
    with store.read() as conn:
        page = articles.page(conn, work, articles_of["de"])
    for one in page.suggestions[-1:]:
        suggestions.reject(store, work, articles_of["de"], one.id)
    store.close()
    return path


def _mark(store: Store, work: Work, article: int, words: str, label: str, *, unsure: bool = False) -> None:
    with store.read() as conn:
        start = articles.page(conn, work, article).article.text.index(words)
    spans.add(store, work, article, start=start, end=start + len(words), label=label)
    if unsure:
        with store.read() as conn:
            own = articles.page(conn, work, article).spans
        made = next(it.id for it in own if (it.start, it.end) == (start, start + len(words)))
        spans.set_unsure(store, work, made, True)


def empty(folder: Path) -> Path:
    """A project without an article."""
    path = folder / "empty.lesart"
    create(path, name="News", settings=ProjectSettings(), person="ada").close()
    return path


def _decide(store: Store, work: Work, article: int, count: int) -> None:
    """Accept so many suggestions, or correct the one that the model gets wrong."""
    for _ in range(count):
        with store.read() as conn:
            page = articles.page(conn, work, article)
        if page.suggestions:
            _decide_one(store, work, article, page.suggestions[0], page.article.text)


def _decide_one(store: Store, work: Work, article: int, one: Suggestion, text: str) -> None:
    if text[one.start : one.end] == "Hohenried":
        suggestions.correct(store, work, article, one.id, start=one.start, end=one.end, label="LOC")
    else:
        suggestions.accept(store, work, article, one.id)
