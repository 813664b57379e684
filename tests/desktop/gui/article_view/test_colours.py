"""Colours that can be read in both themes, and signs that say the same without them."""

from typing import Any

import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor

from desktop.gui.article_view.marks import Mark
from desktop.gui.article_view.scene import Codebook
from desktop.gui.article_view.style import Reading, Style, chip_texts
from desktop.gui.article_view.view import ArticleView
from desktop.gui.theme import DARK, LIGHT, Theme
from store.colours import colours, contrast
from store.values import Label

TEXT = "Nikol Paschinjan traf Putin. Der Kreml lobte ihn sehr.\nZuletzt schwieg die EU."


@pytest.mark.parametrize("theme", [LIGHT, DARK])
def test_every_text_colour_has_a_contrast_of_four_point_six(theme: Theme) -> None:
    for name in ("fg", "dim", "accent", "pro", "con", "neutral"):
        assert contrast(getattr(theme, name), theme.bg) >= 4.6, name
    assert contrast(theme.fg, theme.sel) >= 7


def test_labels_bring_a_colour_for_each_theme_and_mentions_are_neutral() -> None:
    label = Label(1, "PER", {}, "1", "#267baf", "#628ae6", "", None, "active")
    assert (LIGHT.colour(label), DARK.colour(label)) == ("#267baf", "#628ae6")
    assert LIGHT.colour(None) == LIGHT.neutral
    assert not LIGHT.is_dark
    assert DARK.is_dark


def test_a_stance_label_without_a_colour_takes_that_of_its_side() -> None:
    label = Label(1, "PRO", {}, "F", "", "", "▲", 1, "active")
    sides = [LIGHT.side(replace(label, value=value)) for value in (1.0, -1.0, 0.0, None)]
    assert sides == [LIGHT.pro, LIGHT.con, LIGHT.neutral, LIGHT.neutral]


def test_chips_say_in_signs_what_kind_of_box_they_belong_to() -> None:
    looks = {look: chip_texts(Mark(1, 0, 3, "PER", look)) for look in ("own", "unsure", "suggestion")}
    assert {look: texts[0] for look, texts in looks.items()} == {
        "own": "PER",
        "unsure": "PER ~",
        "suggestion": "PER?",
    }
    assert looks["suggestion"] == ("PER?", "P?", "")
    assert chip_texts(Mark(1, 0, 3, "PRODUCT", "unsure")) == ("PRODUCT ~", "PRO~", "P~", "")
    assert chip_texts(Mark(1, 0, 3, None, "mention")) == ()


@pytest.mark.usefixtures("qapp")
def test_a_chip_is_sharp_on_every_screen_and_drawn_once() -> None:
    style = Style(LIGHT, Codebook(), Reading(size=12))
    mark = Mark(1, 0, 3, "PER", "own")
    single, double = style.chip_pixmap(mark, 1.0), style.chip_pixmap(mark, 2.0)
    assert double.width() == 2 * single.width()
    assert double.devicePixelRatio() == 2
    assert style.chip_pixmap(replace(mark, id=9), 1.0).cacheKey() == single.cacheKey()


def test_suggestions_and_own_spans_differ_in_shape_not_only_in_colour(view: ArticleView, make: Any) -> None:
    suggested = make.page(TEXT, suggestions=(make.suggested(TEXT, 1, "Putin"),))
    own = make.page(TEXT, spans=(make.span(TEXT, 1, "Putin"),))
    unsure = make.page(TEXT, spans=(make.span(TEXT, 1, "Putin", unsure=True),))
    mention = make.page(TEXT, spans=(make.span(TEXT, 1, "Putin", None),))
    grey: list[bytes] = []
    for page in (suggested, own, unsure, mention):
        make.show(view, page)
        image = view.viewport().grab().toImage()
        image.convertTo(image.Format.Format_Mono, Qt.ImageConversionFlag.ThresholdDither)
        grey.append(bytes(image.constBits()))
    assert len(set(grey)) == 4


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("theme", [LIGHT, DARK])
def test_text_in_six_boxes_can_still_be_read(theme: Theme) -> None:
    labels = [Label(n, f"L{n}", {}, None, *pair, "", None, "active") for n, pair in enumerate(colours(12))]
    style = Style(theme, Codebook(labels), Reading(size=12))
    for label in labels:
        ground = QColor(theme.bg)
        for level in (5, 4, 3, 2, 1, 0):
            fill = style.box(Mark(1, 0, 3, label.code, "own"), level)[1]
            ground = QColor.fromRgbF(
                *(over(fill, ground, channel) for channel in ("redF", "greenF", "blueF"))
            )
        assert contrast(theme.fg, ground.name()) >= 4.5, label.code


def over(fill: QColor, ground: QColor, channel: str) -> float:
    """One channel of a colour that is laid over another."""
    top, under = getattr(fill, channel)(), getattr(ground, channel)()
    return under + (top - under) * fill.alphaF()
