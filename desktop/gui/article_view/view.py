"""The article: read-only text with boxes, the hand and its keys. Asks by signals, changes nothing itself."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QMimeData, QPointF, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QGuiApplication,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPaintEvent,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QFrame, QTextEdit, QToolTip, QWidget

from desktop.gui.announcing import describe
from desktop.gui.article_view import statements
from desktop.gui.article_view.canvas import Canvas
from desktop.gui.article_view.hand import Hand, Target
from desktop.gui.article_view.keys import Keyboard
from desktop.gui.article_view.mouse import Mouse
from desktop.gui.article_view.player import Player
from desktop.gui.article_view.presenter import Presenter
from desktop.gui.article_view.scene import Codebook, Scene, Segmentation
from desktop.gui.article_view.style import USUAL, Reading, Style
from desktop.gui.bindings import Bindings
from desktop.gui.theme import LIGHT, Theme
from store.offsets import Range
from store.values import ArticlePage, Holder, PredictedSpan, Touched
from store.vocabulary import StanceLevel


class ArticleView(QTextEdit):
    """Shows one article page. All positions are code points of `Article.text`.

    `asked` carries one command; `handChanged` the Hand; `noticed` a code for the status line; `navigated` a
    place to go to or to open, named like its action.
    """

    asked = Signal(object)
    handChanged = Signal(object)
    noticed = Signal(str)
    navigated = Signal(str)
    visibleSuggestionsChanged = Signal()

    def __init__(self, theme: Theme = LIGHT, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setReadOnly(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.viewport().setMouseTracking(True)
        self._theme, self._reading = theme, USUAL
        self._codebook, self._shows_rejected = Codebook(), False
        self._canvas = Canvas(self, self._style())
        self._player = Player(self._canvas, Bindings())
        self._mouse = Mouse(self._canvas, self._player)
        self._keyboard = Keyboard(QGuiApplication.platformName())
        self._presenter = Presenter(self, self._canvas, self._player)
        for signal, passed_on in (
            (self._player.asked, self.asked),
            (self._player.changed, self.handChanged),
            (self._player.noticed, self.noticed),
            (self._player.navigated, self.navigated),
            (self._presenter.saw, self.visibleSuggestionsChanged),
            (self._mouse.chosen, self._presenter.offer),
        ):
            signal.connect(passed_on)
        self.setPalette(theme.palette())

    @property
    def hand(self) -> Hand:
        """What is in hand."""
        return self._player.hand

    @property
    def page(self) -> ArticlePage | None:
        """The page that is shown."""
        return self._player.scene.page if self._player.scene else None

    @property
    def canvas(self) -> Canvas:
        """The page on the screen: where things stand and how often they were laid out."""
        return self._canvas

    # --- Pages -----------------------------------------------------------------------------------------

    def show_page(
        self, page: ArticlePage, *, codebook: Codebook, tokens: Sequence[Range], sentences: Sequence[Range]
    ) -> None:
        """Opens an article at its beginning, with nothing in hand."""
        if codebook != self._codebook:
            self._codebook = codebook
            self._canvas.painter.style = self._style()
        segmentation, rejected = Segmentation(tokens, sentences), self._shows_rejected
        self._open(Scene(page, codebook=codebook, segmentation=segmentation, shows_rejected=rejected))

    def show_nothing(self) -> None:
        """Closes the article."""
        self._open(None)

    def _open(self, scene: Scene | None) -> None:
        self._canvas.show(scene)
        self._player.open(scene)
        self._presenter.follow()
        self._presenter.look()
        header = self._canvas.painter.header
        describe(self, header.spoken if header else "")

    def update_page(self, page: ArticlePage, touched: Touched | None = None) -> None:
        """The same article after a change: keeps scroll, caret and hand; the hand follows `touched`.

        A page of another article comes too late and is dropped.
        """
        before = self._player.scene
        if before is None or before.page.article.id != page.article.id:
            return
        scene, gone, came = before.with_page(page)
        self._canvas.change(scene, [*gone, *came])
        if touched is not None:
            self._presenter.hear(touched)
        self._player.update(scene, touched)
        self._presenter.follow()
        self._presenter.look()

    def set_variants(self, article: int, variants: Sequence[PredictedSpan]) -> None:
        """What the model nearly suggested in an article; it comes too late for one that is closed."""
        if (scene := self._player.scene) is not None and scene.page.article.id == article:
            self._player.scene = self._canvas.painter.scene = scene.with_variants(variants)

    def set_codebook(self, codebook: Codebook) -> None:
        """Other labels, topics or rules."""
        if codebook == self._codebook:
            return
        self._codebook, scene = codebook, self._player.scene
        if scene is not None:
            self._player.scene = self._canvas.painter.scene = scene.with_codebook(codebook)
        self._restyle()

    # --- The hand --------------------------------------------------------------------------------------

    def take(
        self, *, span: int | None = None, suggestion: int | None = None, stance: int | None = None
    ) -> None:
        """Takes something of the page in hand and brings it on screen; a stance with its holder."""
        self._player.do(lambda: self._presenter.take(span=span, suggestion=suggestion, stance=stance))

    def go_to(self, start: int, end: int) -> None:
        """Brings a range on screen and in hand: the box that has it, else the text."""
        self._player.do(lambda: self._presenter.go_to(start, end))

    def hold(self) -> None:
        """A command is under way: keys wait."""
        self._player.hold()

    def release(self) -> None:
        """It was committed or refused: the keys that waited are played."""
        self._player.release()

    def trigger(self, action_id: str) -> None:
        """Runs an action as if its key had been pressed; also `label_PER`, `topic_id_7`, `stance_FAVOR`."""
        self._presenter.put_away()
        self._player.trigger(action_id)

    def choose_holder(self, holder: Holder, *, level: StanceLevel = "statement") -> None:
        """The answer to `navigated("holder")`."""
        self._player.decide(lambda scene, hand: statements.chosen_holder(scene, hand, holder, level=level))

    def choose_target(self, *, topic: int | None = None, actor: int | None = None) -> None:
        """The answer to `navigated("target")`."""
        target = Target(topic=topic, actor=actor)
        self._player.decide(lambda scene, hand: statements.toward(scene, hand, target))

    def set_bindings(self, bindings: Bindings) -> None:
        """Obeys other keys, and shows them."""
        self._player.bindings = bindings

    # --- Looks -----------------------------------------------------------------------------------------

    def show_rejected(self, shown: bool) -> None:
        """Rejected suggestions with the rest, or not."""
        self._shows_rejected = shown
        if (scene := self._player.scene) is not None and scene.shows_rejected != shown:
            self._player.scene, gone, came = scene.with_rejected(shown)
            self._canvas.change(self._player.scene, [*gone, *came])

    def keep_clear(self, foot: int) -> None:
        """Something covers so many pixels of the page's foot: no edge chip goes below it."""
        self._presenter.chips.keep_clear(foot)

    def set_theme(self, theme: Theme) -> None:
        """Light or dark."""
        self._theme = theme
        self.setPalette(theme.palette())
        # Under a window with style rules the viewport keeps its first palette otherwise.
        self.viewport().setPalette(theme.palette())
        self._restyle()

    def set_reading(self, reading: Reading) -> None:
        """The reader's font, size, column and line spacing."""
        if reading != self._reading:
            self._reading = reading
            self._restyle()

    def _style(self) -> Style:
        return Style(self._theme, self._codebook, self._reading)

    def _restyle(self) -> None:
        self._canvas.restyle(self._style())

    # --- Events ----------------------------------------------------------------------------------------

    def event(self, event: QEvent) -> bool:
        """Bare keys are the article's before they are anybody's shortcut; all others are the window's."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            if self._player.knows(self._keyboard.name(event)):
                event.accept()
            else:
                event.ignore()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = self._keyboard.name(event)
        if self._player.knows(key):
            self._presenter.bar.hide()
            self._player.press(key)
            event.accept()
        else:
            event.ignore()

    def focusNextPrevChild(self, next: bool) -> bool:  # noqa: A002 (Qt names it so)
        """Tab steps through suggestions; F6 goes to the next pane."""
        return False

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._presenter.put_away()
            self._mouse.press(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if event.buttons() & Qt.MouseButton.LeftButton:
            self._mouse.move(event)
        self.viewport().setCursor(self._mouse.cursor_at(event.position()))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._mouse.release(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._mouse.double_click(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        self._presenter.put_away()
        if event.reason() == QContextMenuEvent.Reason.Mouse:
            self._mouse.aim(QPointF(event.pos()))
        self._presenter.open_menu(event.globalPos(), trigger=self.trigger)

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.navigated.emit("larger" if event.angleDelta().y() > 0 else "smaller")
            event.accept()
        else:
            super().wheelEvent(event)

    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            QToolTip.showText(event.globalPos(), self._mouse.tip_at(QPointF(event.pos())), self.viewport())
            return True
        return super().viewportEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._canvas.resize()

    def paintEvent(self, event: QPaintEvent) -> None:
        self._canvas.paint_only(event.region())
        super().paintEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._presenter.follow()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._presenter.put_away()
        self._presenter.follow(says=False)

    def createMimeDataFromSelection(self) -> QMimeData:
        """Plain text as it was imported, never what the document displays."""
        data = QMimeData()
        data.setText(self._player.text_in_hand)
        return data
