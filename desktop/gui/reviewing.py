"""What is to be looked at again because a topic means something else: shown, answered, told of and listed."""

from PySide6.QtCore import QObject

from desktop.gui.announcing import announce
from desktop.gui.commands import LookedAgain
from desktop.gui.filters import Filter
from desktop.gui.main_window import MainWindow
from desktop.gui.store_side import reading
from desktop.gui.workbench import Workbench
from store.values import Touched

MARKS = "topic_mark"


class Reviewing(QObject):
    """Joins the note above the stances to the workbench, and the editor's changes to the queue."""

    def __init__(self, window: MainWindow, workbench: Workbench, *, language: str) -> None:
        super().__init__(window)
        self._window, self._workbench, self._language = window, workbench, language
        self._note = window.page.side.stances.rewordings
        self._note.lookedAgain.connect(lambda topic: workbench.ask(LookedAgain(topic)))
        self._note.left.connect(window.page.view.setFocus)
        workbench.opened.connect(lambda _: self._opened())
        workbench.changed.connect(self._changed)
        workbench.emptied.connect(self._show)

    def looked_again(self) -> None:
        """Say of the first topic that is to be looked at again that somebody has."""
        page = self._workbench.page
        if page is not None and page.rewordings:
            self._workbench.ask(LookedAgain(page.rewordings[0].topic))
        else:
            self._window.page.messages.tell(self.tr("Nothing in this article is to be looked at again."))

    def tell(self, touched: Touched) -> None:
        """Say how many articles a change of a topic leaves to be looked at again, if it does."""
        if MARKS not in touched.nouns:
            return

        def told(own: int) -> None:
            if own:
                self._window.page.messages.tell(
                    self.tr("%n article(s) to look at again: the topic has another meaning.", "", own),
                    button=self.tr("Show them"),
                    act=self.list,
                )
            elif touched.articles:
                count = len(touched.articles)
                self._window.page.messages.tell(
                    self.tr("Others have %n article(s) to look at again.", "", count)
                )

        self._workbench.read(lambda project: reading().count_to_look_at(project), told)

    def list(self) -> None:
        """Narrow the queue to what one has to look at again."""
        queue = self._window.page.queue
        before = queue.filter
        queue.show_only(Filter(look_again=True))
        if queue.filter == before:
            self._workbench.queue.list()  # it may hold more now

    def _opened(self) -> None:
        self._show()
        self._announce()

    def _changed(self, touched: Touched | None) -> None:
        before = len(self._note.lines)
        self._show()
        after = len(self._note.lines)
        if after > before:
            self._announce()
        elif touched is not None and touched.operation == "topic.looked_again":
            left = self.tr("%n topic(s) left to look at again", "", after) if after else ""
            done = self.tr("Looked at again")
            announce(self._note, ". ".join(filter(None, (done, left))))

    def _show(self) -> None:
        page = self._workbench.page
        rewordings = page.rewordings if page is not None else ()
        self._note.show_rewordings(rewordings, self._language)

    def _announce(self) -> None:
        self._window.page.side.stances.show_top()
        announce(self._note, " ".join(line.words.text() for line in self._note.lines))
