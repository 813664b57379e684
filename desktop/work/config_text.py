"""A configuration as spaCy's config files have it."""

import json
from collections.abc import Iterator, Mapping
from typing import Any

Sections = Mapping[str, Any]


def config_text(sections: Sections, heading: str) -> str:
    """Sections within sections as text, below `heading`, whose lines become comments."""
    lines = [*(f"# {line}" for line in heading.splitlines()), *_lines(sections, "")]
    return "\n".join(lines) + "\n"


def _lines(section: Sections, name: str) -> Iterator[str]:
    if name:
        yield ""
        yield f"[{name}]"
    for key, value in section.items():
        if not isinstance(value, Mapping):
            yield f"{key} = {_value(value)}"
    for key, value in section.items():
        if isinstance(value, Mapping):
            yield from _lines(value, f"{name}.{key}" if name else key)


def _value(value: object) -> str:
    """JSON, and references as they are."""
    return value if isinstance(value, str) and value.startswith("${") else json.dumps(value)
