"""Text of zones out of scope is dimmed, and can be read whatever stands out there."""

from collections import Counter
from collections.abc import Callable, Iterator
from itertools import product
from typing import Any

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QRect, QRectF
from PySide6.QtGui import QColor, QImage

from desktop.gui.article_view.emphasis import Emphasis
from desktop.gui.article_view.scene import Codebook
from desktop.gui.article_view.view import ArticleView
from desktop.gui.theme import DARK, LIGHT, Theme
from desktop.nlp.segmentation import sentences, tokens
from store.colours import colours, contrast
from store.values import ArticlePage, Label, Span, Zone
from tests.screens.drawn import Text, texts_of

TEXT = "Von Ada Lind vom Boten aus Rom kam heute wenig Neues."
WORDS = ("Ada Lind", "Boten", "Rom")
"""Of the byline: one is in hand, one in the same evidence, one found."""
LEAST = 4.5

LABELS = tuple(
    Label(n, f"L{n}", {}, None, *pair, "", None, "active") for n, pair in enumerate(colours(12), start=1)
)
STANCES = tuple(
    Label(20 + n, code, {}, None, "", "", "", value, "active")
    for n, (code, value) in enumerate((("FAVOR", 1.0), ("AGAINST", -1.0), ("NEUTRAL", 0.0)))
)

SENTENCE, NAME = (0, len(TEXT)), (4, 12)
STANDING: dict[str, Callable[[str], Emphasis]] = {
    "nothing": lambda _: Emphasis(),
    "a box": lambda _: Emphasis(mark=(False, 1)),
    "a box of a half-made stance": lambda side: Emphasis(mark=(False, 1), evidence=(SENTENCE,), label=side),
    "a stance": lambda side: Emphasis(evidence=(SENTENCE,), cues=(NAME,), label=side),
    "a box of a stance": lambda side: Emphasis(
        mark=(False, 1), evidence=(SENTENCE,), cues=(NAME,), label=side
    ),
    "a selection": lambda _: Emphasis(selection=SENTENCE),
}


def byline(make: Any, code: str, *, nested: bool = False) -> ArticlePage:
    """A byline whose names are marked; `nested`: the first one in three boxes."""
    spans = tuple(make.span(TEXT, n, words, code) for n, words in enumerate(WORDS, 1))
    if nested:
        spans += (make.span(TEXT, 5, "Ada", code), make.span(TEXT, 6, "Von Ada Lind", code))
    return make.page(TEXT, spans=spans, zones=(Zone(1, 0, len(TEXT), "byline", False, "rule"),))


def show(view: ArticleView, page: ArticlePage) -> None:
    book = Codebook(labels=LABELS, stance_labels=STANCES)
    view.show_page(page, codebook=book, tokens=tokens(TEXT), sentences=sentences(TEXT))


def pale(view: ArticleView, *words: str) -> list[tuple[str, float]]:
    """Which of these words have too little contrast with what lies under them, and how much."""
    image, texts = view.viewport().grab().toImage(), texts_of(view.viewport())
    starts = {it: TEXT.index(it) for it in words}
    places = [
        (it, rect) for it, start in starts.items() for rect in view.canvas.rectangles(start, start + len(it))
    ]
    read = ((it, contrast(ink_at(texts, rect).name(), ground(image, rect).name())) for it, rect in places)
    return [(it, reached) for it, reached in read if reached < LEAST]


def ink_at(texts: list[Text], rect: QRectF) -> QColor:
    """The colour of the words there: Qt draws what has another colour before the rest of its line."""
    return next(it.colour for it in texts if (it.box & it.room).contains(rect.center()))


def ground(image: QImage, rect: QRectF) -> QColor:
    """The colour of most of the pixels there."""
    area = rect.toRect().adjusted(2, 2, -2, -2)
    return QColor(Counter(image.pixel(x, y) for x, y in pixels(area)).most_common(1)[0][0])


def pixels(area: QRect) -> Iterator[tuple[int, int]]:
    return product(range(area.left(), area.right()), range(area.top(), area.bottom()))


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=lambda it: it.name)
@pytest.mark.parametrize("standing", STANDING)
def test_dimmed_text_can_be_read_whatever_stands_out_in_it(
    view: ArticleView, make: Any, theme: Theme, standing: str
) -> None:
    view.set_theme(theme)
    for label in LABELS:
        show(view, byline(make, label.code, nested=label.id % 2 == 0))
        for side in STANCES:
            view.canvas.emphasise(STANDING[standing](side.code))
            assert not pale(view, "Von", *WORDS, "Ada", "wenig"), (label.code, side.code)


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=lambda it: it.name)
def test_what_a_search_finds_in_dimmed_text_can_be_read(view: ArticleView, make: Any, theme: Theme) -> None:
    view.set_theme(theme)
    words = ("Ada", "Rom", "wenig")
    for label in LABELS:
        show(view, byline(make, label.code))
        for current in range(3):
            view.canvas.mark_found([make.range(TEXT, it) for it in words], current)
            assert not pale(view, *words, "heute"), (label.code, current)


def test_what_is_in_hand_stands_out_in_ink_and_ground_and_nothing_else_changes(
    view: ArticleView, make: Any
) -> None:
    long = " ".join([TEXT] * 4)
    page = make.page(long, zones=(Zone(1, 0, len(long), "byline", False, "rule"),))
    start = long.index("Rom", len(TEXT) * 2)
    make.show(view, replace(page, spans=(Span(1, start, start + 3, "LOC"),)))
    view.canvas.emphasise(Emphasis())
    before = view.viewport().grab().toImage()
    view.canvas.emphasise(Emphasis(mark=(False, 1)))
    after, texts = view.viewport().grab().toImage(), texts_of(view.viewport())
    rect = view.canvas.rectangles(start, start + 3)[0]
    assert ink_at(texts, rect) == QColor(LIGHT.fg)
    assert ground(after, rect) != ground(before, rect)
    box = rect.toRect().adjusted(-5, -5, 5, 5)
    changed = [(x, y) for x, y in pixels(after.rect()) if after.pixel(x, y) != before.pixel(x, y)]
    assert all(box.contains(x, y) for x, y in changed)
