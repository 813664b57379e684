"""Every script is set in a font that has its letters, as far as this machine has one."""

from collections.abc import Iterator

import pytest
from PySide6.QtGui import QFont, QFontDatabase, QTextLayout
from pytestqt.qtbot import QtBot

from desktop.gui.article_view.scene import Codebook
from desktop.gui.article_view.style import Style
from desktop.gui.theme import LIGHT

SYSTEMS = QFontDatabase.WritingSystem
SCRIPTS = {
    "arabic": (SYSTEMS.Arabic, "أعلنت وزيرة الصحة"),
    "hebrew": (SYSTEMS.Hebrew, "דנה לוי נפגשה"),
    "thai": (SYSTEMS.Thai, "ผู้ว่าการเมืองเชียงใหม่"),
    "japanese": (SYSTEMS.Japanese, "山本花子知事は大阪で"),
    "chinese": (SYSTEMS.SimplifiedChinese, "中德高校续建联合实验室"),
    "korean": (SYSTEMS.Korean, "서울시는 협약을"),
    "vietnamese": (SYSTEMS.Vietnamese, "Nguyễn Thị Hương ở Hà Nội"),
    "cyrillic": (SYSTEMS.Cyrillic, "Элина Соран"),
}


def glyphs(text: str, font: QFont) -> Iterator[int]:
    """The numbers of the glyphs that Qt sets; 0 is the box for what no font has."""
    layout = QTextLayout(text, font)
    layout.beginLayout()
    layout.createLine().setLineWidth(10_000)
    layout.endLayout()
    for run in layout.glyphRuns():
        yield from run.glyphIndexes()


@pytest.mark.parametrize("name", SCRIPTS)
def test_no_letter_of_a_script_is_an_empty_box(name: str, qtbot: QtBot) -> None:
    system, text = SCRIPTS[name]
    if not QFontDatabase.families(system):
        pytest.skip("no font for this script is installed")
    style = Style(LIGHT, Codebook())
    for font in (style.body, style.headline, style.small, style.chip):
        found = list(glyphs(text, font))
        assert found
        assert 0 not in found
