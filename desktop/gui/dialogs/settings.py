"""The person's settings. Each takes effect at once, so there is nothing to confirm."""

import msgspec
from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QSlider,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from desktop.gui.bindings import Bindings
from desktop.gui.dialogs.frame import Dialog, add_explained, hint, new_form
from desktop.gui.dialogs.keys_page import KeysPage
from desktop.gui.look import GRID, Look
from desktop.gui.settings import COLUMNS, FONT_SIZES, LANGUAGES, SPACINGS, Settings, system_user
from desktop.gui.wording import language_name

STEP = 20
"""Pixels by which the column is set."""

AUTOMATIC = COLUMNS[0] // STEP - 1
"""Left of the narrowest column: as wide as about 75 characters."""


class SettingsDialog(Dialog):
    """`changed` brings the settings as they are now."""

    changed = Signal(object)

    def __init__(self, settings: Settings, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Settings"), parent)
        self._settings = settings
        self.author = QLineEdit(settings.author, placeholderText=system_user())
        self.theme, self.language, self.family = QComboBox(), QComboBox(), QComboBox()
        self.text_size, self.column, self.spacing = (QSlider(Qt.Orientation.Horizontal) for _ in range(3))
        self._size_text, self._column_text, self._spacing_text = QLabel(), QLabel(), QLabel()
        self._fill(settings)
        self._build(look)
        self._show_numbers()
        self._connect()
        self.grow(720, 640)

    def _fill(self, settings: Settings) -> None:
        self.theme.addItem(self.tr("Like the system"), "system")
        self.theme.addItem(self.tr("Light"), "light")
        self.theme.addItem(self.tr("Dark"), "dark")
        for code in LANGUAGES:
            self.language.addItem(language_name(code) or self.tr("Like the system"), code)
        self.family.addItem(self.tr("Reading font of the system"), "")
        for family in QFontDatabase.families():
            self.family.addItem(family, family)
        self.theme.setCurrentIndex(self.theme.findData(settings.theme))
        self.language.setCurrentIndex(self.language.findData(settings.language))
        self.family.setCurrentIndex(max(self.family.findData(settings.font_family), 0))
        self.text_size.setRange(round(FONT_SIZES[0] * 2), round(FONT_SIZES[1] * 2))
        self.text_size.setValue(round(settings.font_size * 2))
        self.column.setRange(AUTOMATIC, COLUMNS[1] // STEP)
        self.column.setValue(settings.column // STEP or AUTOMATIC)
        self.spacing.setRange(round(SPACINGS[0] * 20), round(SPACINGS[1] * 20))
        self.spacing.setValue(round(settings.line_spacing * 20))

    def _build(self, look: Look) -> None:
        self.keys = KeysPage(Bindings(self._settings.keys), look)
        usual, form = QWidget(), new_form()
        down = QVBoxLayout(usual)
        down.setContentsMargins(0, 2 * GRID, 0, 0)
        down.addLayout(form)
        down.addStretch(1)
        self.tabs = tabs = QTabWidget(documentMode=True)
        tabs.setAccessibleName(self.tr("Settings"))
        tabs.tabBar().setAccessibleName(self.tr("Settings"))
        tabs.addTab(usual, self.tr("General"))
        tabs.addTab(self.keys, self.tr("Keys"))
        self.body.addWidget(tabs, 1)
        named = hint(self.tr("Projects are opened under this name from now on."), look.dim)
        add_explained(form, self.tr("Your name or pseudonym"), self.author, named)
        form.addRow(self.tr("Appearance"), self.theme)
        later = hint(self.tr("The language changes at the next start."), look.dim)
        add_explained(form, self.tr("Language of the window"), self.language, later)
        form.addRow(self.tr("Font of the text"), self.family)
        for words, slider, number in (
            (self.tr("Size of the text"), self.text_size, self._size_text),
            (self.tr("Width of the column"), self.column, self._column_text),
            (self.tr("Distance of lines"), self.spacing, self._spacing_text),
        ):
            slider.setAccessibleName(words)
            form.addRow(words, _beside(slider, number))
        self.add_buttons(self.tr("Close"), cancel=False)

    def _connect(self) -> None:
        self.author.editingFinished.connect(self._tell)
        for box in (self.theme, self.language, self.family):
            box.activated.connect(self._tell)
        for slider in (self.text_size, self.column, self.spacing):
            slider.valueChanged.connect(self._tell)
        self.keys.changed.connect(self._tell)
        self.finished.connect(self._tell)

    def _tell(self) -> None:
        self._show_numbers()
        width = self.column.value()
        entered = msgspec.structs.replace(
            self._settings,
            author=self.author.text().strip(),
            theme=self.theme.currentData(),
            language=self.language.currentData(),
            font_family=self.family.currentData(),
            font_size=self.text_size.value() / 2,
            keys=self.keys.bindings.chosen,
            line_spacing=self.spacing.value() / 20,
            column=0 if width == AUTOMATIC else width * STEP,
        )
        if entered != self._settings:
            self._settings = entered
            self.changed.emit(entered)

    def _show_numbers(self) -> None:
        self._size_text.setText(self.tr("{size} pt").format(size=f"{self.text_size.value() / 2:g}"))
        width = self.column.value()
        words = self.tr("automatic") if width == AUTOMATIC else self.tr("{width} px")
        self._column_text.setText(words.format(width=width * STEP))
        self._spacing_text.setText(self.tr("{percent} %").format(percent=self.spacing.value() * 5))


def _beside(slider: QSlider, label: QLabel) -> QHBoxLayout:
    label.setMinimumWidth(80)
    label.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
    row = QHBoxLayout()
    row.addWidget(slider, 1)
    row.addWidget(label)
    return row
