"""Light or dark: what the person chose, else what the system says."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from desktop.gui.look import Look, look_of, palette_of
from desktop.gui.settings import ThemeChoice
from desktop.gui.theme import DARK, LIGHT, Theme


def theme_for(choice: ThemeChoice) -> Theme:
    """The theme for a choice."""
    if choice == "system":
        scheme = QApplication.styleHints().colorScheme()
        return DARK if scheme == Qt.ColorScheme.Dark else LIGHT
    return DARK if choice == "dark" else LIGHT


def dress(app: QApplication, theme: Theme) -> Look:
    """Give the program the colours of a theme; returns those of the window."""
    look = look_of(theme)
    app.setPalette(palette_of(theme, look))
    return look
