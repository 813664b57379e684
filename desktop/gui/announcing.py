"""What screen readers are told beside what they read themselves."""

from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QGuiApplication
from PySide6.QtWidgets import QWidget


def announce(widget: QWidget, words: str, *, urgent: bool = False) -> None:
    """Say words that belong to a widget; `urgent` ones interrupt what is being said."""
    if not words:
        return
    event = QAccessibleAnnouncementEvent(widget, words)
    if urgent:
        event.setPoliteness(QAccessible.AnnouncementPoliteness.Assertive)
    QAccessible.updateAccessibility(event)


def describe(widget: QWidget, words: str) -> None:
    """Describe a widget anew; where it has the focus, that is said."""
    widget.setAccessibleDescription(words)
    # On Linux screen readers say by themselves that the description of what has the focus has changed.
    if widget.hasFocus() and QGuiApplication.platformName() not in ("xcb", "wayland"):
        announce(widget, words)
