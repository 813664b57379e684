"""An error -> what happened and what to do; the window hands in a translation."""

from collections import defaultdict
from collections.abc import Callable
from typing import Any

from desktop.sentences import REASONS, SENTENCES
from store.errors import LesartError

CONTEXT = "messages"
"""The context under which the window's translations know these sentences."""

Translate = Callable[[str], str]


def as_it_is(text: str) -> str:
    """English."""
    return text


def sentence(error: LesartError, translate: Translate = as_it_is) -> str:
    """What happened, as one sentence."""
    return _filled(error, SENTENCES[type(error).__name__][0], translate)


def next_step(error: LesartError, translate: Translate = as_it_is) -> str:
    """What to do now; empty where the sentence says it all."""
    return _filled(error, SENTENCES[type(error).__name__][1], translate)


def reason(error: LesartError, translate: Translate = as_it_is) -> str:
    """Why, where an error says it by a word of ours; else what it says: the words of a system or a parser."""
    said = str(error.fields.get("reason", ""))
    return translate(REASONS[said]).format_map(_fields(error)) if said in REASONS else said


def _filled(error: LesartError, pattern: str, translate: Translate) -> str:
    fields = _fields(error) | {"reason": reason(error, translate)}
    return translate(pattern).format_map(fields) if pattern else ""


def _fields(error: LesartError) -> defaultdict[str, Any]:
    return defaultdict(
        str,
        {name: ", ".join(it) if isinstance(it, list) else it for name, it in error.fields.items()},
    )
