"""A keyboard in front of a real view, and an article with an own span and three suggestions."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from desktop.gui.article_view.view import ArticleView
from store.values import ArticlePage

TEXT = "Nikol Paschinjan traf Wladimir Putin in Moskau. Der Kreml lobte die EU. Putin schwieg in Minsk."
K = Qt.Key
Opener = Callable[[Any], Any]


def begun_page(make: Any) -> ArticlePage:
    """The article with an own span and three suggestions."""
    return make.page(
        TEXT,
        spans=(make.span(TEXT, 1, "Nikol Paschinjan"),),
        suggestions=(
            make.suggested(TEXT, 11, "Wladimir Putin"),
            make.suggested(TEXT, 12, "Moskau", "LOC"),
            make.suggested(TEXT, 13, "Kreml", "ORG"),
        ),
    )


def press(view: ArticleView, *keys: str | tuple[Qt.Key, Qt.KeyboardModifier] | Qt.Key) -> None:
    for key in keys:
        if isinstance(key, str):
            QTest.keyClicks(view, key)
        elif isinstance(key, tuple):
            QTest.keyClick(view, *key)
        else:
            QTest.keyClick(view, key)


def held(view: ArticleView) -> str:
    stretch = view.hand.stretch
    return TEXT[slice(*stretch)] if stretch else ""
