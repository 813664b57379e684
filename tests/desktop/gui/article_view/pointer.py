"""A mouse in front of a real view, and an article with nested boxes, a suggestion and a stance."""

from typing import Any

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication

from desktop.gui.article_view.mini_bar import MiniBar
from desktop.gui.article_view.view import ArticleView
from store.values import ArticlePage, Stance, StancePart

TEXT = "Der Präsident Wladimir Putin traf am Mittwoch den Kreml-Sprecher Peskow und lobte die EU in Brüssel."
LEFT = Qt.MouseButton.LeftButton
NONE = Qt.KeyboardModifier.NoModifier
ALT = Qt.KeyboardModifier.AltModifier


def crowded_page(make: Any) -> ArticlePage:
    """An article with nested boxes, a suggestion and a stance."""
    spans = (
        make.span(TEXT, 1, "Präsident Wladimir Putin", None),
        make.span(TEXT, 2, "Wladimir Putin"),
        make.span(TEXT, 3, "EU", "ORG"),
    )
    evidence = StancePart("evidence", 0, *make.range(TEXT, "lobte die EU in Brüssel"), "marked")
    stance = Stance(7, "u", "statement", "span", "FAVOR", holder_span=2, topic=1, parts=(evidence,))
    return make.page(TEXT, spans=spans, suggestions=(make.suggested(TEXT, 11, "Peskow"),), stances=(stance,))


def point(view: ArticleView, words: str, *, at: float = 0.5) -> QPoint:
    """A point on words, from their left (0) to their right (1)."""
    rect = view.canvas.rectangles(TEXT.index(words), TEXT.index(words) + len(words))[0]
    return QPointF(rect.left() + rect.width() * at, rect.center().y()).toPoint()


def click(view: ArticleView, where: QPoint, modifiers: Qt.KeyboardModifier = NONE) -> None:
    QTest.mouseClick(view.viewport(), LEFT, modifiers, where)


def move(view: ArticleView, where: QPoint, modifiers: Qt.KeyboardModifier = NONE) -> None:
    viewport, at = view.viewport(), QPointF(where)
    none = Qt.MouseButton.NoButton
    event = QMouseEvent(QEvent.Type.MouseMove, at, viewport.mapToGlobal(at), none, LEFT, modifiers)
    QApplication.sendEvent(viewport, event)


def drag(view: ArticleView, start: QPoint, end: QPoint, modifiers: Qt.KeyboardModifier = NONE) -> None:
    QTest.mousePress(view.viewport(), LEFT, modifiers, start)
    move(view, end, modifiers)
    QTest.mouseRelease(view.viewport(), LEFT, modifiers, end)


def held(view: ArticleView) -> str:
    stretch = view.hand.stretch
    return TEXT[slice(*stretch)] if stretch else ""


def bar(view: ArticleView) -> MiniBar:
    return view.viewport().findChildren(MiniBar)[0]


def buttons(view: ArticleView) -> list[QAbstractButton]:
    return bar(view).findChildren(QAbstractButton)


def offered(view: ArticleView) -> list[str]:
    return [button.accessibleName() for button in buttons(view)]
