"""The colours of the page: two themes, each a frozen value. Labels bring their own colours, one a theme."""

from msgspec import Struct
from PySide6.QtGui import QColor, QPalette

from store.values import Label


class Theme(Struct, frozen=True):
    """Colours as `#rrggbb`. Text colours, `dim` among them, have a contrast of 4.6:1 or more on `bg`.

    `dim` is the text of zones out of scope, `rule` hairlines, `sel` behind selected text, `accent` the
    caret and the focus.
    """

    name: str
    bg: str
    fg: str
    dim: str
    rule: str
    sel: str
    accent: str
    pro: str
    con: str
    neutral: str

    @property
    def is_dark(self) -> bool:
        """Whether light text stands on a dark page."""
        return QColor(self.bg).lightness() < 128

    def colour(self, label: Label | None) -> str:
        """The colour of a label in this theme; mentions and unknown labels are neutral."""
        return (label and self._own(label)) or self.neutral

    def side(self, label: Label | None) -> str:
        """The colour of a stance label: its own, else that of its side."""
        value = (label and label.value) or 0.0
        return (label and self._own(label)) or (
            self.pro if value > 0 else self.con if value < 0 else self.neutral
        )

    def _own(self, label: Label) -> str:
        return label.color_dark if self.is_dark else label.color_light

    def palette(self) -> QPalette:
        """A complete palette, so that controls around the page follow it."""
        palette = QPalette(QColor(self.fg), QColor(self.bg))
        roles = QPalette.ColorRole
        for role, colour in (
            (roles.Base, self.bg),
            (roles.AlternateBase, self.bg),
            (roles.Window, self.bg),
            (roles.Text, self.fg),
            (roles.WindowText, self.fg),
            (roles.ButtonText, self.fg),
            (roles.PlaceholderText, self.dim),
            (roles.Highlight, self.sel),
            (roles.HighlightedText, self.fg),
            (roles.Link, self.accent),
            (roles.Accent, self.accent),
        ):
            palette.setColor(role, QColor(colour))
        palette.setColor(QPalette.ColorGroup.Disabled, roles.Text, QColor(self.dim))
        return palette


LIGHT = Theme(
    name="light",
    bg="#fdfdfb",
    fg="#1c1c1e",
    dim="#5e5e65",
    rule="#e3e3de",
    sel="#cfe0fb",
    accent="#3a56c5",
    pro="#00735c",
    con="#b3261e",
    neutral="#66666e",
)
DARK = Theme(
    name="dark",
    bg="#1d1f23",
    fg="#e6e6e3",
    dim="#a3a5ac",
    rule="#34373d",
    sel="#2f4468",
    accent="#93a7ff",
    pro="#9be9d2",
    con="#ee6a5a",
    neutral="#b0b0b8",
)
