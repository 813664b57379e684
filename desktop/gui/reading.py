"""What the window reads of a store: all of it runs on the read lane."""

from collections.abc import Sequence
from contextlib import suppress

from sqlalchemy import Connection

from desktop.gui.filters import Filter
from desktop.gui.model_worker import Wanted
from desktop.gui.project import Change, Codebook, Listing, News, Opened, Project, Steps
from desktop.gui.shares import THRESHOLDS, Shares, known_precision
from desktop.nlp import models, segmentation
from store import history
from store.errors import NotFound
from store.labels import AttributeSpec, preset, presets
from store.matching import Matching
from store.queries import (
    additions,
    articles,
    codebook,
    decisions,
    occurrences,
    people,
    positions,
    queue,
    stories,
)
from store.standing import Position, Quote
from store.values import (
    Addition,
    Annotator,
    Article,
    ArticleHead,
    ArticlePage,
    Occurrence,
    Print,
    Progress,
    ProjectSettings,
    Work,
)


def read_codebook(project: Project) -> Codebook:
    """What one annotates with, as it is now."""
    with project.store.read() as conn:
        settings = codebook.settings(conn)
        labels = codebook.labels(conn, "entity", all=True)
        topics = codebook.topics(conn)
        return Codebook(
            settings=settings,
            labels=tuple(it for it in labels if it.status != "retired"),
            stance_labels=codebook.labels(conn, "stance"),
            topics=tuple(it for it in topics if it.status != "retired"),
            actors=tuple(codebook.actors(conn)),
            languages=tuple(articles.languages(conn)),
            outlets=tuple(articles.outlets(conn)),
            sources=_sources(settings),
            guideline=codebook.guideline(conn),
            retired=tuple(it for it in labels if it.status == "retired"),
            retired_topics=tuple(it for it in topics if it.status == "retired" and it.merged_into_id is None),
            attributes=_attributes(settings.preset),
        )


def _sources(settings: ProjectSettings) -> dict[str, str]:
    """The models by language: what the project chose, else what is there."""
    chosen = {**models.by_language(models.available()), **settings.models}
    return {language: source for language, source in chosen.items() if source}


def _attributes(key: str) -> tuple[AttributeSpec, ...]:
    """What the preset asks of spans; a project may have begun with one that is not there any more."""
    return preset(key).attributes if key in presets() else ()


def read_article(project: Project, article: int) -> Opened:
    """An article with the borders of its tokens and sentences."""
    page = read_page(project, article)
    if page.predicted and project.memory.prepare(page):
        page = read_page(project, article)
    text, language = page.article.text, page.article.language
    return Opened(
        page, tuple(segmentation.tokens(text, language)), tuple(segmentation.sentences(text, language))
    )


def read_page(project: Project, article: int) -> ArticlePage:
    """An article as it is now."""
    with project.store.read() as conn:
        return articles.page(conn, project.work, article)


def read_again(project: Project, article: int) -> ArticlePage | None:
    """The same of one that is open; None where the import that brought it was taken back meanwhile."""
    with suppress(NotFound):
        return read_page(project, article)
    return None


def remember(project: Project, article: int) -> bool:
    """Let memory speak of the open article, which no model reads any more; whether it had anything to say."""
    page = read_again(project, article)
    return page is not None and project.memory.prepare(page)


def read_listing(project: Project, narrowed: Filter) -> Listing:
    """The queue under a filter."""
    with project.store.read() as conn:
        return Listing(queue.ids(conn, project.work, **narrowed.asked()), _progress(conn, project))


def read_progress(project: Project) -> Progress:
    """How many articles are settled, of how many."""
    with project.store.read() as conn:
        return _progress(conn, project)


def read_rows(project: Project, wanted: Sequence[int], search: str) -> list[ArticleHead]:
    """What the queue shows of these articles, with the hits of the words searched for."""
    with project.store.read() as conn:
        return queue.rows_of(conn, project.work, wanted, search=search)


def candidates(project: Project, surface: str, matching: Matching) -> Sequence[int]:
    """The articles in which some words may stand."""
    with project.store.read() as conn:
        return occurrences.candidates(conn, surface, matching)


def read_occurrences(
    project: Project, surface: str, *, matching: Matching, label: str | None, among: Sequence[int]
) -> list[Occurrence]:
    """Where the words stand in these articles, and what is there already."""
    with project.store.read() as conn:
        return occurrences.found(conn, project.work, surface, matching=matching, label=label, among=among)


def read_shares(project: Project, source: str | None) -> Shares:
    """How often suggestions of a score are right, in the project and by the card of the model `source`."""
    with project.store.read() as conn:
        return Shares(decisions.precision(conn, THRESHOLDS), known_precision(source))


def annotators(project: Project) -> tuple[Annotator, ...]:
    """Whose annotations there are."""
    with project.store.read() as conn:
        return people.annotators(conn)


def read_positions(project: Project, *, article: int | None, everyone: bool) -> tuple[Position, ...]:
    """Who stands where: in one article or in all of them."""
    with project.store.read() as conn:
        return positions.positions(conn, project.work, article=article, everyone=everyone)


def read_quotes(project: Project, stances: Sequence[int]) -> tuple[Quote, ...]:
    """Where stances show in their texts."""
    with project.store.read() as conn:
        return positions.quotes(conn, stances)


def article_called(project: Project, key: str) -> int | None:
    """The article with this key."""
    with project.store.read() as conn:
        return articles.called(conn, key)


def read_prints(project: Project, article: int) -> list[Print]:
    """The articles that tell the same story, the article among them; none where it stands alone."""
    with project.store.read() as conn:
        return stories.prints_of(conn, article)


def read_two(project: Project, one: int, other: int) -> tuple[Article, Article]:
    """Two articles, to be compared."""
    with project.store.read() as conn:
        return articles.page(conn, project.work, one).article, articles.page(
            conn, project.work, other
        ).article


def first_article(project: Project, last: int | None = None) -> int | None:
    """Where work goes on: the `last` article, else the first that is not settled, else the first of all."""
    with project.store.read() as conn:
        if last is not None and articles.text(conn, last) is not None:
            return last
        first = queue.heads(conn, project.work, limit=1)
        if not first:
            return None
        head = first[0]
        if head.status in ("new", "in_progress"):
            return head.id
        return queue.next_open(conn, project.work, head.id) or head.id


def count_to_look_at(project: Project) -> int:
    """How many of one's own readings speak of a topic that means something else since."""
    with project.store.read() as conn:
        return queue.count(conn, project.work, look_again=True)


def first_suggested(project: Project) -> int | None:
    """The first article for which something is suggested that nobody has decided."""
    with project.store.read() as conn:
        found = queue.heads(conn, project.work, undecided=True, limit=1)
        return found[0].id if found else None


def wanted_of(project: Project, book: Codebook, ahead: Sequence[int]) -> list[Wanted]:
    """Those of these articles that no model has read and one could; of the first, which is open, also what
    the model nearly suggests, unless it is to be read without suggestions.
    """
    pages = [page for it in ahead if (page := read_again(project, it)) is not None]
    wanted: list[Wanted] = []
    for page in pages:
        source = book.source(page.article.language)
        if source is not None and not page.predicted:
            wanted.append(Wanted(page.article.id, page.article.text, source, book.settings.preset))
        is_open = page is pages[0] and page.article.id == ahead[0]
        if source is not None and is_open and not page.unaided:
            article = page.article
            wanted.append(Wanted(article.id, article.text, source, book.settings.preset, varies=True))
    return wanted


def _progress(conn: Connection, project: Project) -> Progress:
    by_status = articles.progress(conn, project.work)
    return Progress(by_status.get("done", 0) + by_status.get("excluded", 0), sum(by_status.values()))


def steps(project: Project) -> Steps:
    """What undo and redo would do now."""
    with project.store.read() as conn:
        return steps_of(conn, project)


def steps_of(conn: Connection, project: Project) -> Steps:
    """The same, in a read transaction that is open."""
    work = project.work
    return Steps(history.undoable(conn, work), history.redoable(conn, work), history.newest_of(conn, work))


def read_additions(project: Project) -> list[Addition]:
    """The imports, and the runs over many articles, newest first."""
    with project.store.read() as conn:
        return additions.additions(conn)


def news(project: Project, seen: int | None) -> News:
    """What was written after the change `seen`; None: nothing is news yet."""
    with project.store.read() as conn:
        if seen is None:
            return News(history.newest(conn), ())
        logged = history.changes_since(conn, seen)
    changes = tuple(_change(it, project.work) for it in logged)
    return News(changes[-1].id if changes else seen, changes)


def _change(logged: history.Logged, work: Work) -> Change:
    is_reading = history.original(logged.operation) == "suggestion.run"
    return Change(
        id=logged.id,
        article=logged.article_id,
        nouns=logged.nouns,
        is_mine=logged.annotator_id == work.annotator_id,
        is_reading=is_reading,
        is_bulk=not logged.nouns and not is_reading,
    )
