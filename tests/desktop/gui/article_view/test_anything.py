"""Whatever keys are pressed and wherever one clicks: nothing breaks, and what is in hand is on the page."""

import random
from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desktop.gui.article_view.hand import HalfMade, MadeStance, OwnSpan, Selection, SuggestionInHand
from desktop.gui.article_view.view import ArticleView

K = Qt.Key
NONE, SHIFT, CTRL = (
    Qt.KeyboardModifier.NoModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.ControlModifier,
)
KEYS = [
    *(
        (key, NONE)
        for key in (K.Key_Tab, K.Key_Return, K.Key_Escape, K.Key_Delete, K.Key_Space, K.Key_PageDown)
    ),
    *((key, mod) for key in (K.Key_Left, K.Key_Right, K.Key_Up, K.Key_Down) for mod in (NONE, SHIFT)),
    *((key, mod) for key in (K.Key_Left, K.Key_Right) for mod in (CTRL, CTRL | SHIFT)),
    *((key, CTRL) for key in (K.Key_L, K.Key_A, K.Key_End, K.Key_Home)),
    *((K(ord(letter)), NONE) for letter in "123450XBEOUFANHTVCISGQRMW"),
]


@pytest.mark.parametrize("seed", range(6))
def test_random_gestures(view: ArticleView, desk: Callable[[Any], Any], make: Any, seed: int) -> None:
    chance = random.Random(seed)
    text = "\n".join(make.texts.values())
    suggestions = tuple(
        make.suggestion(n, start, min(len(text), start + chance.randint(2, 20)))
        for n, start in enumerate(range(0, len(text) - 2, 37), 1)
    )
    found = desk(make.page(text, suggestions=suggestions))
    for _ in range(220):
        if chance.random() < 0.2:
            where = QPoint(chance.randrange(700), chance.randrange(500))
            gesture = chance.choice(
                (QTest.mouseClick, QTest.mouseDClick, QTest.mousePress, QTest.mouseRelease)
            )
            gesture(view.viewport(), Qt.MouseButton.LeftButton, chance.choice((NONE, SHIFT)), where)
        else:
            found.waits = chance.random() < 0.3
            QTest.keyClick(view, *chance.choice(KEYS))
        while found.pending:
            (found.answer if chance.random() < 0.8 else found.refuse)()
        _check(view, text)
    view.viewport().repaint()
    QApplication.processEvents()


def _check(view: ArticleView, text: str) -> None:
    hand, page = view.hand, view.page
    assert page is not None
    assert 0 <= hand.caret <= len(text)
    stretch = hand.stretch
    assert stretch is None or 0 <= stretch[0] < stretch[1] <= len(text)
    if isinstance(hand.focus, Selection):
        assert hand.focus.anchor != hand.focus.head
    if isinstance(hand.thing, OwnSpan):
        assert hand.thing.id in {it.id for it in page.spans}
    if isinstance(hand.thing, SuggestionInHand):
        assert hand.thing.id in {it.id for it in page.suggestions}
    if isinstance(hand.statement, MadeStance):
        assert hand.statement.id in {it.id for it in page.stances}
    if isinstance(hand.statement, HalfMade) and hand.statement.holder and hand.statement.holder.span:
        assert hand.statement.holder.span in {it.id for it in page.spans}
