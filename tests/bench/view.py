"""How fast the article view opens, changes, scrolls: `./run bench view`.

CPU milliseconds of this process, a full repaint of a viewport of 1000 x 800 included. The goals stand for one
quiet machine; what decides between good and bad architecture are the ratios.
"""

import gc
import random
import sys
import time
import tracemalloc
from collections.abc import Callable
from statistics import median

from msgspec.structs import replace
from PySide6.QtWidgets import QApplication

from desktop.gui.article_view.scene import Codebook
from desktop.gui.article_view.view import ArticleView
from store.offsets import Range
from store.values import Article, ArticlePage, Label, Span, Suggestion

WORDS = [
    *(
        "Die",
        "Ministerin",
        "erklärte",
        "gestern",
        "in",
        "Görlitz",
        "warum",
        "der",
        "Haushalt",
        "später",
        "kommt",
    ),
    *(
        "während",
        "Vertreter",
        "von",
        "Nordwind",
        "und",
        "Bürger",
        "aus",
        "Übersee",
        "über",
        "Straßen",
        "stritten",
    ),
    *("the", "council", "said", "that", "no", "decision", "had", "been", "taken", "Karin", "Wolf", "Größe"),
]
LABELS = tuple(
    Label(i, code, {"en": code}, str(i), light, dark, "", None, "active")
    for i, (code, light, dark) in enumerate(
        (("PER", "#267baf", "#628ae6"), ("ORG", "#8c4a17", "#d8661f"), ("LOC", "#0d5646", "#88ffda")), 1
    )
)
PARAGRAPH = 450


def main() -> int:
    """Prints every figure; 1 where one is short."""
    app = QApplication.instance() or QApplication([])
    assert isinstance(app, QApplication)
    bench = Bench(app)
    first = bench.cost(lambda: bench.open(*article(3_000, 30, seed=1)))
    results = [
        report("first 3,000-character article, CPU ms", first, at_most=80),
        *bench.switching(),
        *bench.changing(),
        *bench.scrolling(),
        *bench.resizing(),
        *bench.crowd(),
        *bench.endless(),
        *bench.growth(),
    ]
    return 0 if all(results) else 1


class Bench:
    """One view that is measured again and again."""

    def __init__(self, app: QApplication) -> None:
        self.app = app
        self.view = ArticleView()
        self.view.resize(1000, 800)
        self.view.show()
        self.view.setFocus()

    def open(self, page: ArticlePage, tokens: list[Range]) -> None:
        """Shows an article."""
        self.view.show_page(page, codebook=Codebook(LABELS), tokens=tokens, sentences=[])

    def cost(self, work: Callable[[], object]) -> float:
        """CPU milliseconds of a piece of work and the repaint after it, without the layout in spare time."""
        start = time.process_time()
        work()
        self.view.viewport().repaint()
        spent = time.process_time() - start
        self.app.processEvents()
        return 1000 * spent

    def switching(self) -> list[bool]:
        """Opens articles of all sizes."""
        small = [article(3_000, 30, seed=seed) for seed in range(2, 12)]
        costs = [self.cost(lambda it=it: self.open(*it)) for it in small for _ in range(2)]
        huge = article(1_000_000, 20_000)
        before = self.view.canvas.column.shaped
        opened = self.cost(lambda: self.open(*huge))
        shaped = self.view.canvas.column.shaped - before
        return [
            report("switch to 3,000 characters, 30 spans, CPU ms", median(costs), at_most=8),
            report("open 1,000,000 characters, 20,000 spans, CPU ms", opened, at_most=150),
            report("paragraphs laid out for it", shaped, at_most=30),
        ]

    def changing(self) -> list[bool]:
        """Adds and removes one span in a small and in a huge article."""
        figures = []
        for size, count in ((3_000, 20), (1_000_000, 20_000)):
            page, tokens = article(size, count)
            self.open(page, tokens)
            self.view.viewport().repaint()
            costs: list[float] = []
            for n in range(16):
                start, end = tokens[20 + n]
                more = replace(page, spans=(*page.spans, Span(900_000, start, end, "ORG")))
                more = replace(more, spans=tuple(sorted(more.spans, key=lambda it: it.start)))
                costs += [
                    self.cost(lambda more=more: self.view.update_page(more)),
                    self.cost(lambda page=page: self.view.update_page(page)),
                ]
            figures.append(median(costs))
        small, huge = figures
        return [
            report("add or remove a span, 3,000/20, CPU ms", small, at_most=8),
            report("add or remove a span, 1,000,000/20,000, CPU ms", huge, at_most=8),
            report("the huge article to the small one, ratio", huge / small, at_most=3),
        ]

    def scrolling(self) -> list[bool]:
        """Scrolls through a huge article by steps and by jumps."""
        self.open(*article(1_000_000, 20_000))
        bar, chance = self.view.verticalScrollBar(), random.Random(3)
        steps = sorted(self.cost(lambda: bar.setValue(bar.value() + 120)) for _ in range(150))
        jumps = [self.cost(lambda: bar.setValue(int(bar.maximum() * chance.random()))) for _ in range(30)]
        return [
            report("scroll a huge article, median, CPU ms", median(steps), at_most=8),
            report("scroll a huge article, p99, CPU ms", steps[-2], at_most=16),
            report("jump in a huge article, worst, CPU ms", max(jumps), at_most=32),
        ]

    def resizing(self) -> list[bool]:
        """Changes the width of a huge article."""
        self.open(*article(1_000_000, 20_000))
        widths = (620, 560, 640, 1000)
        costs = [self.cost(lambda width=width: self.view.resize(width, 800)) for width in widths]
        return [report("resize to repaint, huge article, CPU ms", median(costs), at_most=16)]

    def crowd(self) -> list[bool]:
        """Repaints all, and changes one, of 500 spans on 3,000 characters."""
        page, tokens = article(3_000, 500)
        self.open(page, tokens)
        whole = median(self.cost(lambda: None) for _ in range(10))
        painter = self.view.canvas.painter
        spans = (*page.spans[:40], replace(page.spans[40], unsure=True), *page.spans[41:])
        changed = replace(page, spans=spans)
        self.app.processEvents()
        painter.rows = 0
        self.view.update_page(changed)
        self.app.processEvents()
        return [
            report("3,000 characters with 500 spans, full repaint, CPU ms", whole, at_most=20),
            report("rows repainted when one of the 500 changes", painter.rows, at_most=4),
        ]

    def endless(self) -> list[bool]:
        """One paragraph of 1,000,000 characters."""
        page, tokens = article(1_000_000, 2_000, paragraph=10**9)
        opened = self.cost(lambda: self.open(page, tokens))
        bar = self.view.verticalScrollBar()
        steps = sorted(self.cost(lambda: bar.setValue(bar.value() + 120)) for _ in range(60))
        return [
            report("open one paragraph of 1,000,000 characters, CPU ms", opened, at_most=150),
            report("scroll it, p99, CPU ms", steps[-1], at_most=40),
        ]

    def growth(self) -> list[bool]:
        """Switches a thousand times; memory that Python knows of must not grow."""
        small = [article(3_000, 30, seed=seed) for seed in range(20, 24)]
        tracemalloc.start()
        grown: list[int] = []
        for n in range(1_000):
            self.open(*small[n % 4])
            if n % 100 == 99:
                self.view.viewport().repaint()
                self.app.processEvents()
                gc.collect()
                grown.append(tracemalloc.get_traced_memory()[0])
        tracemalloc.stop()
        return [report("growth over 900 switches, KB", (grown[-1] - grown[0]) / 1e3, at_most=200)]


def article(
    size: int, count: int, *, seed: int = 1, paragraph: int = PARAGRAPH
) -> tuple[ArticlePage, list[Range]]:
    """An invented text of so many characters and spans, and its tokens."""
    chance, words, tokens, length, line = random.Random(seed), [], [], 0, 0
    while length < size:
        word = chance.choice(WORDS)
        tokens.append((length, length + len(word)))
        line += len(word) + 1
        is_last = line > paragraph * chance.uniform(0.5, 1.5)
        words.append(word + ("\n" if is_last else " "))
        line = 0 if is_last else line
        length += len(word) + 1
    text = "".join(words)[:size]
    tokens = [token for token in tokens if token[1] <= size]
    spans, suggestions = _boxes(tokens, count, chance)
    empty = dict.fromkeys(("outlet", "author", "url", "published_at", "source_id", "retrieved_at", "rights"))
    shown = Article(id=seed, key="a", title="Titel", language="de", sha256="", attrs={}, text=text, **empty)
    page = ArticlePage(
        article=shown,
        zones=(),
        set=None,
        spans=tuple(spans),
        suggestions=tuple(suggestions),
        rejections=(),
        stances=(),
        comments=(),
        predicted=True,
    )
    return page, tokens


def _boxes(tokens: list[Range], count: int, chance: random.Random) -> tuple[list[Span], list[Suggestion]]:
    """Two of three are own spans, every seventh one is nested."""
    spans: list[Span] = []
    suggestions: list[Suggestion] = []
    for number in range(1, count + 1):
        first = chance.randrange(len(tokens))
        last = min(len(tokens) - 1, first + chance.choice((0, 0, 1, 1, 2)))
        start, end, code = tokens[first][0], tokens[last][1], chance.choice(("PER", "ORG", "LOC"))
        if number % 3:
            spans.append(Span(number, start, end, code))
        else:
            suggestions.append(Suggestion((number,), start, end, code, "plain", 0.9, ("m",)))
    return sorted(spans, key=lambda it: it.start), sorted(suggestions, key=lambda it: it.start)


def report(name: str, figure: float, *, at_most: float) -> bool:
    """Prints one figure beside its goal."""
    ok = figure <= at_most
    sys.stdout.write(f"{name}: {figure:,.1f} (goal ≤ {at_most:,}) {'ok' if ok else 'short'}\n")
    return ok


if __name__ == "__main__":
    sys.exit(main())
