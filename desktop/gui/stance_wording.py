"""The words for what a stance may say besides its side, in the language of the window."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QLocale

Value = object
"""What a field may hold; None: nobody answered."""

CONFIDENCES = (1.0, 0.95, 0.9, 0.85, 0.8, 0.75, 0.7, 0.6, 0.5, 0.4, 0.3, 0.2, 0.1)
"""Offered in the menu; `U` gives 0.5."""


def fields() -> dict[str, str]:
    """The fields of a stance that may be answered, in the order in which they are shown."""
    translate = QCoreApplication.translate
    return {
        "explicit": translate("Stance", "explicit or implicit"),
        "intensity": translate("Stance", "strength"),
        "form": translate("Stance", "form"),
        "attribution": translate("Stance", "attribution"),
        "confidence": translate("Stance", "confidence"),
        "sarcasm": translate("Stance", "irony"),
        "via": translate("Stance", "through whom"),
        "level": translate("Stance", "level"),
    }


def values(field: str) -> Sequence[tuple[Value, str]]:
    """What a field may hold, with its words; the first is that nobody answered, where that can be."""
    translate = QCoreApplication.translate
    known: dict[str, list[tuple[Value, str]]] = {
        "explicit": [(False, translate("Stance", "implicit")), (True, translate("Stance", "explicit"))],
        "intensity": [(1, _strength(1)), (2, _strength(2)), (3, _strength(3))],
        "form": [
            ("verbal", translate("Stance", "said")),
            ("act", translate("Stance", "done")),
            ("emotion", translate("Stance", "felt")),
            ("inferred", translate("Stance", "inferred")),
        ],
        "attribution": [
            ("author", translate("Stance", "author")),
            ("author_narration", translate("Stance", "author's narration")),
            ("direct_quote", translate("Stance", "direct quote")),
            ("indirect_quote", translate("Stance", "indirect quote")),
            ("mixed_quote", translate("Stance", "mixed quote")),
        ],
        "confidence": [(value, percent(value)) for value in CONFIDENCES],
        "sarcasm": [(True, translate("Stance", "ironic")), (False, translate("Stance", "not ironic"))],
    }
    if field == "level":
        return [
            ("statement", translate("Stance", "statement")),
            ("paragraph", translate("Stance", "paragraph")),
            ("article", translate("Stance", "whole article")),
        ]
    return [(None, translate("Stance", "not answered")), *known[field]]


def said(field: str, value: Value) -> str:
    """A value in words; for 1 of the strengths „●○○“."""
    return next((words for known, words in values(field) if known == value), str(value))


def percent(value: float) -> str:
    """How sure somebody is."""
    return f"{QLocale().toString(value * 100, 'f', 0)}\u00a0%"


def _strength(value: int) -> str:
    return "●" * value + "○" * (3 - value)
