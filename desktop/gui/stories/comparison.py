"""Two prints of a story beside each other, with what only one of them has set off."""

import re
from difflib import SequenceMatcher
from html import escape

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QTextBrowser, QVBoxLayout, QWidget

from desktop.gui.dialogs.frame import Dialog, hint
from desktop.gui.look import GRID, Look, mix, small
from desktop.gui.wording import short_date
from store.offsets import display_copy
from store.values import Article

_PIECE = re.compile(r"(\s*)(\w+|[^\w\s]|$)")
"""Blanks, and the word or sign behind them (none at the end of a text)."""


class ComparisonDialog(Dialog):
    """`opened` asks for the other article; `parted` says that the two are not the same story."""

    opened = Signal(int)
    parted = Signal()

    def __init__(self, here: Article, other: Article, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Compare two prints"), parent)
        self._other = other.id
        self.pages = (QTextBrowser(), QTextBrowser())
        texts = marked(here.text, other.text, mix(look.page, look.accent, 0.28))
        row = QHBoxLayout()
        row.setSpacing(2 * GRID)
        for page, article, html in zip(self.pages, (here, other), texts, strict=True):
            page.setAccessibleName(article.title)
            page.setProperty("boxed", True)
            page.document().setDocumentMargin(2 * GRID)
            page.setHtml(html)
            row.addLayout(self._column(page, article, look), 1)
        self.body.addLayout(row, 1)
        self.body.addWidget(
            hint(self.tr("Words on a coloured ground stand in only one of the two."), look.dim)
        )
        self._scroll_together()
        self.body.addLayout(self._buttons())
        self.add_buttons(self.tr("Close"), cancel=False)
        self.grow(1000, 680)

    def _column(self, page: QTextBrowser, article: Article, look: Look) -> QVBoxLayout:
        title = QLabel(wordWrap=True)
        title.setText(display_copy(article.title or article.key))
        title.setFont(small(self.font(), 1.05, strong=True))
        facts = (article.outlet, short_date(article.published_at), article.author)
        column = QVBoxLayout()
        column.setSpacing(GRID // 2)
        column.addWidget(title)
        column.addWidget(hint(" · ".join(filter(None, facts)) or "–", look.dim))
        column.addWidget(page, 1)
        return column

    def _buttons(self) -> QHBoxLayout:
        row = QHBoxLayout()
        for words, act in (
            (self.tr("Open the other one"), lambda: self.opened.emit(self._other)),
            (self.tr("These are not the same story"), self.parted.emit),
        ):
            button = QPushButton(words)
            button.setAutoDefault(False)
            button.clicked.connect(act)
            button.clicked.connect(self.accept)
            row.addWidget(button)
        row.addStretch(1)
        return row

    def _scroll_together(self) -> None:
        """The same share of both texts is in sight."""
        bars = [page.verticalScrollBar() for page in self.pages]
        for bar, twin in (bars, bars[::-1]):
            bar.valueChanged.connect(
                lambda value, bar=bar, twin=twin: (
                    None
                    if twin.isSliderDown()
                    else twin.setValue(round(value * twin.maximum() / max(bar.maximum(), 1)))
                )
            )


def marked(here: str, other: str, ground: str) -> tuple[str, str]:
    """Both texts as HTML; words that the other one lacks stand on `ground`. Blanks are not compared.

    Words that stand everywhere begin no match (`autojunk`): with them, and blanks above all, two articles of
    2,000 words take half a minute.
    """
    pieces = _PIECE.findall(here), _PIECE.findall(other)
    parts: tuple[list[str], list[str]] = ([], [])
    words = ([word for _, word in one] for one in pieces)
    for kind, a, b, c, d in SequenceMatcher(None, *words, autojunk=True).get_opcodes():
        for side, stretch in zip(parts, (pieces[0][a:b], pieces[1][c:d]), strict=True):
            html = escape(display_copy("".join(map("".join, stretch)))).replace("\n", "<br>")
            if html:
                side.append(html if kind == "equal" else f'<span style="background:{ground}">{html}</span>')
    return "".join(parts[0]), "".join(parts[1])
