"""What one annotates with: labels, topics and actors, each on a page of its own."""

from PySide6.QtWidgets import QTabWidget, QWidget

from desktop.gui.dialogs.entries import EntriesPage, Entry
from desktop.gui.dialogs.frame import Dialog
from desktop.gui.look import Look
from desktop.gui.project import Codebook
from desktop.gui.translating import worded
from desktop.gui.wording import topic_kind
from store.values import Actor, Label, Topic


class CodebookDialog(Dialog):
    """Three pages; what is wanted is theirs to tell."""

    def __init__(self, look: Look, language: str, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Labels, topics and actors"), parent)
        self._look, self._language = look, language
        about_labels = self.tr(
            "The digit gives the label in the article. A retired label stays on what has it; "
            "merging moves people's spans to the other label. Each step can be undone."
        )
        about_topics = self.tr(
            "A topic is what a stance is toward: an issue, a claim or an actor. "
            "The digit chooses it while a stance is half made. "
            "A retired topic stays on what was coded with it."
        )
        about_actors = self.tr(
            "Persons, organisations and states that spans, holders and targets point to, whatever they are "
            "called in the text."
        )
        self.labels = EntriesPage(self.tr("Labels"), about_labels, look, sorts=True, retires=True)
        self.topics = EntriesPage(self.tr("Topics"), about_topics, look, sorts=False, retires=True)
        self.actors = EntriesPage(self.tr("Actors"), about_actors, look, sorts=False, retires=False)
        self.actors.say_when_empty(
            self.tr("No actors yet"),
            self.tr("Add one here, or link a span in the article: what it is called there comes along."),
        )
        self.topics.say_when_empty(
            self.tr("No topics yet"), self.tr("Add what stances are toward: an issue, a claim or an actor.")
        )
        self.tabs = QTabWidget(documentMode=True)
        self.tabs.setAccessibleName(self.windowTitle())
        for page in (self.labels, self.topics, self.actors):
            self.tabs.addTab(page, page.list.accessibleName())
        self.body.addWidget(self.tabs, 1)
        self.add_buttons(self.tr("Close"), cancel=False)
        self.grow(640, 520)

    def open_at(self, page: QWidget) -> None:
        """Open at one of the pages."""
        self.tabs.setCurrentWidget(page)
        self.open()

    def show_codebook(self, book: Codebook) -> None:
        """List what there is."""
        self.labels.show_entries([self._label(it) for it in book.every_label])
        self.topics.show_entries([self._topic(it) for it in book.every_topic])
        self.actors.show_entries([self._actor(it) for it in book.actors])

    def _label(self, label: Label) -> Entry:
        name = worded(label.name, self._language)
        gone = "   ({})".format(self.tr("retired")) if label.status == "retired" else ""
        return Entry(
            value=label,
            text=f"{label.key or '–'}   {label.code}   {name}" + gone,
            colour=label.color_dark if self._look.dark else label.color_light,
            retired=label.status == "retired",
        )

    def _topic(self, topic: Topic) -> Entry:
        digit = str(topic.digit) if topic.digit is not None else "–"
        standing = {"proposed": self.tr("proposed"), "retired": self.tr("retired")}.get(topic.status)
        kind = ", ".join(filter(None, (topic_kind(topic.kind), standing)))
        text = f"{digit}   {worded(topic.wording, self._language)}   ({kind})"
        return Entry(value=topic, text=text, retired=topic.status == "retired", tip=topic.definition)

    def _actor(self, actor: Actor) -> Entry:
        also = ", ".join(actor.aliases)
        return Entry(value=actor, text=" · ".join(filter(None, (actor.name, actor.type, also))))
