"""Files dropped on the window: a frame says what becomes of them while they hang over it."""

from pathlib import Path

from PySide6.QtCore import QEvent, QMimeData, QObject, Qt, Signal
from PySide6.QtGui import QColor, QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QLabel, QWidget

from desktop.gui.look import Look, mix, small


class Dropping(QObject):
    """An event filter on a window that takes files. `dropped` brings their paths."""

    dropped = Signal(object)

    def __init__(self, window: QWidget, look: Look) -> None:
        super().__init__(window)
        self._window = window
        self._words = ""
        self.frame = QLabel(window, alignment=Qt.AlignmentFlag.AlignCenter)
        self.frame.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.frame.setFont(small(window.font(), 1.35, strong=True))
        self.frame.setWordWrap(True)
        self.frame.hide()
        self.set_look(look)
        window.setAcceptDrops(True)
        window.installEventFilter(self)

    def set_look(self, look: Look) -> None:
        """Take other colours."""
        ground = QColor(mix(look.page, look.accent, 0.12))
        ground.setAlphaF(0.97)
        self.frame.setStyleSheet(
            f"background: {ground.name(QColor.NameFormat.HexArgb)}; color: {look.text};"
            f" border: 2px dashed {look.accent};"
        )

    def say(self, words: str) -> None:
        """What becomes of articles that are dropped now."""
        self._words = words

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Takes drags of files; everything else goes on."""
        if isinstance(event, QDragEnterEvent) and (paths := paths_in(event.mimeData())):
            event.acceptProposedAction()
            self._show(paths)
        elif event.type() == QEvent.Type.DragLeave:
            self.frame.hide()
        elif isinstance(event, QDropEvent) and event.type() == QEvent.Type.Drop:
            self.frame.hide()
            if paths := paths_in(event.mimeData()):
                event.acceptProposedAction()
                self.dropped.emit(paths)
        else:
            return super().eventFilter(watched, event)
        return True

    def _show(self, paths: tuple[Path, ...]) -> None:
        project = project_in(paths)
        words = self.tr("Open {name}").format(name=project.stem) if project is not None else self._words
        self.frame.setText(words)
        self.frame.setGeometry(self._window.rect())
        self.frame.raise_()
        self.frame.show()


def paths_in(data: QMimeData) -> tuple[Path, ...]:
    """The local files and folders of a drag."""
    return tuple(Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile())


def project_in(paths: tuple[Path, ...]) -> Path | None:
    """The project that is to be opened, if one was dropped alone."""
    return paths[0] if len(paths) == 1 and paths[0].suffix == ".lesart" else None
