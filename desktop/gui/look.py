"""How the window around the page looks: colours mixed from the theme's, and a few style rules.

Everything stands on a grid of 8 pixels; a control is 32 high, a row of a list 28 or 52.
"""

from msgspec import Struct
from PySide6.QtGui import QColor, QFont, QPalette

from desktop.gui.paths import RESOURCES
from desktop.gui.theme import Theme

GRID = 8
RADIUS = 6


class Look(Struct, frozen=True):
    """Colours of the window around the page, as CSS names (#rrggbb)."""

    dark: bool
    page: str
    panel: str
    card: str
    line: str
    hover: str
    pressed: str
    text: str
    dim: str
    faint: str
    accent: str
    on_accent: str
    tint: str
    pro: str
    con: str
    neutral: str


def mix(base: str, other: str, part: float) -> str:
    """`base` with `part` (0…1) of `other` in it."""
    a, b = QColor(base), QColor(other)
    channels = ((a.red(), b.red()), (a.green(), b.green()), (a.blue(), b.blue()))
    return QColor(*(round(x + (y - x) * part) for x, y in channels)).name()


def look_of(theme: Theme) -> Look:
    """The window's colours around a page in this theme."""
    page, text = theme.bg, theme.fg
    dark, accent = theme.is_dark, theme.accent
    panel = mix(page, "#000000", 0.22) if dark else mix(page, text, 0.035)
    return Look(
        dark=dark,
        page=page,
        panel=panel,
        card=mix(page, "#ffffff", 0.035) if dark else page,
        line=mix(panel, text, 0.13),
        hover=mix(panel, text, 0.07),
        pressed=mix(panel, text, 0.14),
        text=text,
        dim=theme.dim,
        faint=mix(page, text, 0.32),
        accent=accent,
        on_accent="#14161c" if dark else "#ffffff",
        tint=mix(panel, accent, 0.17 if dark else 0.12),
        pro=theme.pro,
        con=theme.con,
        neutral=theme.neutral,
    )


def palette_of(theme: Theme, look: Look) -> QPalette:
    """The theme's palette with the panels' ground as the ground of windows."""
    palette = theme.palette()
    palette.setColor(QPalette.ColorRole.Window, QColor(look.panel))
    palette.setColor(QPalette.ColorRole.Base, QColor(look.card))
    palette.setColor(QPalette.ColorRole.Button, QColor(look.card))
    return palette


def small(font: QFont, factor: float = 0.88, *, strong: bool = False) -> QFont:
    """A smaller cut of a font for secondary text."""
    other = QFont(font)
    other.setPointSizeF(font.pointSizeF() * factor)
    if strong:
        other.setWeight(QFont.Weight.DemiBold)
    return other


def rules(look: Look) -> str:
    """The style rules of buttons, fields, menus and scroll bars; everything else follows the palette."""
    icons = (RESOURCES / "icons").as_posix()
    arrow = f"{icons}/arrow.svg"
    tick = f"{icons}/{'tick_dark' if look.dark else 'tick_light'}.svg"
    groove = mix(look.panel, look.text, 0.22)
    hairline = mix(look.card, look.text, 0.16)
    return f"""
QDialogButtonBox, QMessageBox {{ dialogbuttonbox-buttons-have-icons: 0; }}
QPushButton {{ background: {look.card}; color: {look.text}; border: 1px solid {look.line};
  border-radius: {RADIUS}px; padding: 6px 14px; }}
QPushButton:hover {{ background: {look.hover}; }}
QPushButton:pressed {{ background: {look.pressed}; }}
QPushButton:focus {{ border: 1px solid {look.accent}; }}
QPushButton:disabled {{ color: {look.faint}; }}
QPushButton[primary="true"] {{ background: {look.accent}; color: {look.on_accent};
  border-color: {look.accent}; }}
QPushButton[primary="true"]:hover {{ background: {mix(look.accent, look.text, 0.15)}; }}
QPushButton[primary="true"]:focus {{ border: 2px solid {look.text}; padding: 5px 13px; }}
QPushButton[primary="true"]:disabled {{ background: {look.pressed};
  border-color: {look.pressed}; color: {look.dim}; }}
QToolButton {{ background: transparent; color: {look.text}; border: 1px solid transparent;
  border-radius: {RADIUS}px; padding: 4px 8px; }}
QToolButton:hover {{ background: {look.hover}; }}
QToolButton:pressed, QToolButton:checked {{ background: {look.pressed}; }}
QToolButton:focus {{ border: 1px solid {look.accent}; }}
QToolButton:disabled {{ color: {look.faint}; }}
QToolButton::menu-indicator {{ image: none; }}
QLineEdit, QPlainTextEdit, QTextEdit {{ placeholder-text-color: {look.dim}; }}
QLineEdit, QPlainTextEdit, QComboBox, QAbstractSpinBox {{ background: {look.card}; color: {look.text};
  border: 1px solid {look.line}; border-radius: {RADIUS}px; padding: 5px 8px;
  selection-background-color: {look.accent}; selection-color: {look.on_accent}; }}
QAbstractScrollArea::corner {{ background: transparent; border: none; }}
QSpinBox {{ padding: 4px 8px 3px 8px; }}
QLineEdit:focus, QPlainTextEdit:focus, QComboBox:focus, QAbstractSpinBox:focus {{
  border: 1px solid {look.accent}; }}
QPlainTextEdit:disabled, QComboBox:disabled, QAbstractSpinBox:disabled {{ color: {look.faint}; }}
QLineEdit:disabled {{ color: {look.dim}; }}
QCheckBox::indicator, QListWidget::indicator, QTableWidget::indicator, QMenu::indicator:non-exclusive {{
  width: 14px; height: 14px; border: 1px solid {look.faint};
  border-radius: 4px; background: {look.card}; }}
QCheckBox::indicator:checked, QListWidget::indicator:checked, QTableWidget::indicator:checked,
QMenu::indicator:non-exclusive:checked {{
  background: {look.accent};
  border-color: {look.accent}; image: url({tick}); }}
QRadioButton::indicator, QMenu::indicator:exclusive {{ width: 14px; height: 14px;
  border: 1px solid {look.faint}; border-radius: 8px; background: {look.card}; }}
QRadioButton::indicator:checked, QMenu::indicator:exclusive:checked {{ width: 8px; height: 8px;
  border: 4px solid {look.accent}; background: {look.on_accent}; }}
QCheckBox::indicator:focus {{ width: 12px; height: 12px; border: 2px solid {look.accent}; }}
QRadioButton::indicator:focus {{ width: 12px; height: 12px; border: 2px solid {look.accent}; }}
QCheckBox::indicator:checked:focus {{ border-color: {look.text}; }}
QRadioButton::indicator:checked:focus {{ width: 8px; height: 8px; border: 4px solid {look.text}; }}
QTextBrowser {{ border: 1px solid transparent; border-radius: {RADIUS}px; }}
QTextBrowser[boxed="true"] {{ background: {look.card}; border-color: {look.line}; }}
QTextBrowser:focus, QTextBrowser[boxed="true"]:focus {{ border: 1px solid {look.accent}; }}
QListWidget, QTableWidget {{ background: {look.card}; border: 1px solid {look.line};
  border-radius: {RADIUS}px; padding: 4px; outline: none; }}
QListWidget:focus, QTableWidget:focus, QTreeWidget:focus {{ border: 1px solid {look.accent}; }}
QTableWidget::item {{ padding: 0 6px; }}
QListWidget::item {{ padding: 4px 6px; border-radius: 4px; color: {look.text}; }}
QListWidget::item:hover {{ background: {look.hover}; }}
QListWidget::item:selected {{ background: {look.tint}; color: {look.text}; }}
QTreeWidget {{ background: {look.card}; border: 1px solid {look.line};
  border-radius: {RADIUS}px; padding: 4px; outline: none; }}
QTreeWidget::item {{ padding: 3px 6px; }}
QTreeWidget::item:hover {{ background: {look.hover}; }}
QTreeWidget::item:selected {{ background: {look.tint}; color: {look.text}; }}
QHeaderView {{ background: transparent; border: none; }}
QHeaderView::section {{ background: {look.card}; color: {look.dim}; border: none; padding: 4px 9px; }}
QTabWidget::pane {{ border: none; }}
QTabBar {{ qproperty-drawBase: 0; }}
QTabBar::tab {{ background: transparent; color: {look.dim}; padding: 6px 12px; margin-right: 4px;
  border: none; border-bottom: 2px solid transparent; }}
QTabBar::tab:hover {{ color: {look.text}; }}
QTabBar::tab:selected {{ color: {look.text}; border-bottom: 2px solid {look.accent}; }}
QTabBar::tab:focus {{ background: {look.hover}; border-radius: 4px; }}
QComboBox::drop-down, QDateEdit::drop-down {{ border: none; width: 24px; }}
QComboBox::down-arrow, QDateEdit::down-arrow {{ image: url({arrow}); width: 16px; height: 16px; }}
QSpinBox::up-button, QSpinBox::down-button {{ border: none; width: 18px; background: transparent; }}
QSpinBox::up-arrow {{ image: url({icons}/arrow_up.svg); width: 12px; height: 12px; }}
QSpinBox::down-arrow {{ image: url({arrow}); width: 12px; height: 12px; }}
QComboBox QAbstractItemView {{ background: {look.card}; border: 1px solid {look.line};
  padding: 4px; outline: none;
  selection-background-color: {look.tint}; selection-color: {look.text}; }}
QMenuBar {{ background: {look.panel}; color: {look.text}; padding: 2px 6px; border: none; }}
QMenuBar::item {{ padding: 4px 10px; border-radius: 4px; background: transparent; }}
QMenuBar::item:selected {{ background: {look.pressed}; }}
QMenu {{ background: {look.card}; color: {look.text}; border: 1px solid {hairline}; padding: 4px 6px; }}
QMenu::item {{ padding: 5px 28px 5px 12px; border-radius: 4px; }}
QMenu::item:selected:disabled {{ background: transparent; }}
QMenu::item:selected {{ background: {look.tint}; }}
QMenu::item:disabled {{ color: {look.faint}; }}
QMenu[explains="true"]::item:disabled {{ color: {look.dim}; }}
QMenu::indicator {{ margin-left: 4px; margin-right: -6px; }}
QMenu::separator {{ height: 1px; background: {hairline}; margin: 4px 8px; }}
QMenu::icon {{ padding-left: 8px; }}
QMenu::right-arrow {{ image: url({icons}/arrow_right.svg); width: 16px; height: 16px;
  margin-right: 6px; }}
QSlider::groove:horizontal {{ height: 4px; border-radius: 2px; background: {groove}; }}
QSlider::sub-page:horizontal {{ border-radius: 2px; background: {look.accent}; }}
QSlider::handle:horizontal {{ width: 14px; height: 14px; margin: -6px 0; border-radius: 8px;
  border: 1px solid {look.faint}; background: {look.card}; }}
QSlider::handle:horizontal:hover, QSlider::handle:horizontal:focus {{ border-color: {look.accent}; }}
QSlider::handle:horizontal:focus {{ background: {look.accent}; }}
QToolTip {{ background: {look.text}; color: {look.page}; border: none; padding: 4px 6px; }}
QAbstractScrollArea::corner {{ background: transparent; border: none; }}
QScrollBar:vertical {{ background: transparent; width: 12px; margin: 0; }}
QScrollBar:horizontal {{ background: transparent; height: 12px; margin: 0; }}
QScrollBar::handle {{ background: {groove}; border-radius: 3px; margin: 3px; }}
QScrollBar::handle:vertical {{ min-height: 32px; }}
QScrollBar::handle:horizontal {{ min-width: 32px; }}
QScrollBar::handle:hover {{ background: {mix(look.panel, look.text, 0.40)}; }}
QScrollBar::add-line, QScrollBar::sub-line {{ width: 0; height: 0; }}
QAbstractScrollArea::corner {{ background: transparent; border: none; }}
QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}
QSplitter::handle {{ background: {look.line}; }}
QSplitter[gap="true"]::handle {{ background: transparent; }}
QSplitter[gap="true"]::handle:horizontal:hover {{ background: {look.line}; margin: 0 7px; }}
QSplitter[gap="true"]::handle:vertical:hover {{ background: {look.line}; margin: 7px 0; }}
QProgressBar {{ background: {look.pressed}; border: none; border-radius: 2px;
  max-height: 4px; min-height: 4px; }}
QProgressBar::chunk {{ background: {look.accent}; border-radius: 2px; }}
"""
