"""What is wrong with a screen, as far as a program can see it: said in a line each, beside every picture.

Texts cut off, or shortened where no tip says the whole; texts over each other or with too little contrast;
widgets squeezed, beyond their parents or over their siblings; windows larger than the screen.
"""

from collections import Counter
from collections.abc import Iterator
from itertools import combinations

from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QHelpEvent, QImage
from PySide6.QtWidgets import (
    QAbstractItemView,
    QAbstractScrollArea,
    QApplication,
    QLayout,
    QLineEdit,
    QMenu,
    QMenuBar,
    QTextEdit,
    QToolTip,
    QWidget,
)

from desktop.gui.article_view.view import ArticleView
from desktop.gui.dialogs.frame import TITLE_BAR
from store.colours import contrast
from tests.screens.drawn import Text, texts_of

LEAST, LEAST_LARGE = 4.5, 3.0
"""Contrast by WCAG 2.2, 1.4.3; large is 24 pixels, or bold 18.66 and more."""
LARGE, LARGE_BOLD = 24.0, 18.66
SLACK = 2.0
"""Pixels by which boxes of text may stand out: ink fills no box."""


def faults(widget: QWidget, image: QImage) -> list[str]:
    """Every fault of a window, dialog or menu whose picture is `image`, each once."""
    texts = [it for it in _without_selected(texts_of(widget)) if _is_on_top(widget, it)]
    found = [
        *(it for text in texts for it in _text_faults(widget, text, image)),
        *_written_over(widget, texts),
        *_geometry(widget),
    ]
    return list(dict.fromkeys(found))


def _text_faults(widget: QWidget, text: Text, image: QImage) -> Iterator[str]:
    owner = _owner(widget, text)
    is_page = isinstance(owner.parentWidget(), QTextEdit)  # which wraps, scrolls and shortens nothing
    if _is_cut(owner, text) and not is_page:
        yield f"cut off: {_named(owner)} “{text.words}”"
    if _is_shortened(text.words) and not is_page and not _has_tip(widget, owner, text.box.center().toPoint()):
        yield f"shortened without a tip: {_named(owner)} “{text.words}”"
    if _is_enabled(owner, widget, text) and any(map(str.isalnum, text.words)):
        ground = _ground(image, text.box & text.room)
        least = LEAST_LARGE if _is_large(text) else LEAST
        reached = contrast(_laid_on(text.colour, ground).name(), ground.name())
        if reached < least:
            colours = f"{text.colour.name()} on {ground.name()}"
            yield f"contrast {reached:.2f}: {_named(owner)} “{text.words}” {colours}"


def _without_selected(texts: list[Text]) -> list[Text]:
    """Qt draws selected words, then their whole line without them: of the same words only the first count,
    of a part none.
    """
    found: list[Text] = []
    for text in texts:
        if any(_is_within(text, it) for it in found):
            continue
        found = [it for it in found if not _is_within(it, text)]
        found.append(text)
    return found


def _is_within(text: Text, other: Text) -> bool:
    same_line = other.box.adjusted(-1, -1, 1, 1).contains(text.box)
    return same_line and text.words.strip() in other.words


def _owner(widget: QWidget, text: Text) -> QWidget:
    at = (text.box & text.room).center().toPoint()
    return widget.childAt(at) or widget


def _is_on_top(widget: QWidget, text: Text) -> bool:
    """Whether anything of a text is seen, and nothing lies over it."""
    seen = text.box & text.room
    if seen.width() < 1 or seen.height() < 1:
        return False
    owner = _owner(widget, text)
    place = QRectF(QRect(owner.mapTo(widget, QPoint()), owner.size()))
    return place.adjusted(-1, -1, 1, 1).contains(text.room) and not _is_covered(widget, owner, seen.center())


def _is_covered(widget: QWidget, owner: QWidget, at: QPointF) -> bool:
    """Whether something that lets the mouse through lies over it: what shows where files may be dropped."""
    over = Qt.WidgetAttribute.WA_TransparentForMouseEvents
    return any(
        isinstance(it, QWidget)
        and it.isVisible()
        and it.testAttribute(over)
        and it.geometry().contains(at.toPoint())
        and it is not owner
        and not it.isAncestorOf(owner)
        for it in widget.children()
    )


def _is_cut(owner: QWidget, text: Text) -> bool:
    if isinstance(owner, QLineEdit) and text.words in owner.displayText():
        return False  # what is written there scrolls
    left, right = text.room.left() - text.box.left(), text.box.right() - text.room.right()
    above, below = text.room.top() - text.box.top(), text.box.bottom() - text.room.bottom()
    scrolls_across, scrolls_down = _scrolls(owner)
    across = max(left, right) > SLACK and not scrolls_across
    return across or (max(above, below) > 2 * SLACK and not scrolls_down)


def _scrolls(owner: QWidget) -> tuple[bool, bool]:
    """Whether what stands in a widget can be scrolled into sight: across, down."""
    across = down = False
    at: QWidget | None = owner
    while at is not None:
        if isinstance(at, QAbstractScrollArea):
            across |= at.horizontalScrollBar().maximum() > 0
            down |= at.verticalScrollBar().maximum() > 0
        at = at.parentWidget()
    return across, down


def _is_shortened(words: str) -> bool:
    """A name that ends in an ellipsis by itself has a space before it."""
    return words.rstrip().endswith("…") and not words.rstrip().endswith(" …")


def _has_tip(widget: QWidget, owner: QWidget, at: QPoint) -> bool:
    """Whether resting with the mouse there tells more."""
    place = owner.mapFrom(widget, at)
    QToolTip.hideText()
    QApplication.sendEvent(owner, QHelpEvent(QEvent.Type.ToolTip, place, owner.mapToGlobal(place)))
    said = bool(QToolTip.text())
    QToolTip.hideText()
    return said


def _is_enabled(owner: QWidget, widget: QWidget, text: Text) -> bool:
    """What cannot be used may be pale."""
    at = owner.mapFrom(widget, text.box.center().toPoint())
    if isinstance(owner, QMenu | QMenuBar) and (action := owner.actionAt(at)) is not None:
        return action.isEnabled()
    view = owner.parentWidget()
    if isinstance(view, QAbstractItemView) and view.viewport() is owner:
        index = view.indexAt(at)
        return owner.isEnabled() and (
            not index.isValid() or bool(index.flags() & index.flags().ItemIsEnabled)
        )
    return owner.isEnabled()


def _is_large(text: Text) -> bool:
    pixels = text.font.pixelSize() if text.font.pixelSize() > 0 else text.font.pointSizeF() * 96 / 72
    return pixels >= (LARGE_BOLD if text.font.bold() else LARGE)


def _ground(image: QImage, box: QRectF) -> QColor:
    """The colour that most of the text stands on."""
    ratio = image.devicePixelRatio()
    area = QRectF(box.topLeft() * ratio, box.size() * ratio).toAlignedRect() & image.rect()
    part = image.copy(area).convertToFormat(QImage.Format.Format_RGB32)
    counted = Counter(memoryview(part.constBits()).cast("B").cast("I"))
    return QColor(counted.most_common(1)[0][0]) if counted else QColor("white")


def _laid_on(colour: QColor, ground: QColor) -> QColor:
    """A translucent colour as it looks on its ground."""
    part = colour.alphaF()
    mixed = (
        round(b + (a - b) * part)
        for a, b in (
            (colour.red(), ground.red()),
            (colour.green(), ground.green()),
            (colour.blue(), ground.blue()),
        )
    )
    return QColor(*mixed)


def _written_over(widget: QWidget, texts: list[Text]) -> Iterator[str]:
    """Texts over each other; on the page chips may stand on what they belong to."""
    plain = [it for it in texts if not isinstance(_owner(widget, it).parentWidget(), ArticleView)]
    for one, other in combinations(plain, 2):
        shared = one.box & other.box & one.room & other.room
        if shared.width() > SLACK and shared.height() > 3 * SLACK:
            yield f"written over: “{one.words}” and “{other.words}”"


def _geometry(widget: QWidget) -> Iterator[str]:
    title = QSize(0, 0) if widget.windowType() == Qt.WindowType.Popup else TITLE_BAR
    if widget.isWindow() and _larger(widget.size() + title, widget.screen().availableSize()):
        yield f"larger than the screen: {_named(widget)} {_said(widget.size())}"
    for part in (widget, *widget.findChildren(QWidget)):
        layout = part.layout()
        if part.isVisibleTo(widget) and layout is not None and layout.isEnabled():
            yield from _laid_out(part, _widgets(layout))


def _laid_out(parent: QWidget, parts: list[QWidget]) -> Iterator[str]:
    for part in parts:
        if not parent.rect().contains(part.geometry()):
            yield f"beyond its parent: {_named(part)} in {_named(parent)}"
        needed = _needed(part)
        if _larger(needed, part.size()):
            yield f"squeezed: {_named(part)} {_said(part.size())}, needs {_said(needed)}"
    for one, other in combinations(parts, 2):
        if one.geometry().intersects(other.geometry()):
            yield f"over each other: {_named(one)} and {_named(other)}"


def _needed(part: QWidget) -> QSize:
    """The least size of a widget: what was set for it counts before what it asks for, as in layouts."""
    least, asked = part.minimumSize(), part.minimumSizeHint()
    return QSize(least.width() or asked.width(), least.height() or asked.height()).boundedTo(
        part.maximumSize()
    )


def _widgets(layout: QLayout) -> list[QWidget]:
    """The visible widgets of a layout and of those in it; of pages that take turns, none overlap."""
    found: list[QWidget] = []
    for number in range(layout.count()):
        if (item := layout.itemAt(number)) is None:
            continue
        inner, part = item.layout(), item.widget()
        if inner is not None:
            found.extend(_widgets(inner))
        elif part is not None and part.isVisible():
            found.append(part)
    return found


def _larger(one: QSize, other: QSize) -> bool:
    return one.width() > other.width() or one.height() > other.height()


def _said(size: QSize) -> str:
    return f"{size.width()} × {size.height()}"


def _named(widget: QWidget) -> str:
    """A widget by its class and what it is called."""
    parent = widget.parentWidget()
    if isinstance(parent, QAbstractScrollArea) and parent.viewport() is widget:
        widget = parent
    words = widget.accessibleName() or getattr(widget, "text", lambda: "")()
    return f"{type(widget).__name__} ({words[:40]})" if words else type(widget).__name__
