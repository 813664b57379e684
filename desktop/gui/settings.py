"""The person's settings: a small table, kept as sparse TOML (what equals the default is not written)."""

import getpass
import json
import logging
import os
import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Literal

import msgspec
from msgspec import Struct

ThemeChoice = Literal["system", "light", "dark"]
EffortChoice = Literal["off", "mine", "shared"]
"""Whether effort is measured, and who sees it: nobody, the person, whoever gets their exports."""
LANGUAGES = ("", "en", "de")
"""Languages of the window; "" follows the system."""

FONT_SIZES = (9.0, 20.0)
COLUMNS = (480, 1200)
SPACINGS = (0.9, 1.6)


log = logging.getLogger(__name__)


class Settings(Struct, frozen=True):
    """What a person may set. `font_size` is in points; `column`, the width of the text, in pixels,
    0: about 75 characters; `line_spacing` is 1.0 for the usual distance of lines. `font_family` "" is a
    reading font of the system. `keys` are other keys for rows of the table of actions (see `bindings.py`);
    `rejected`: whether the article shows what was rejected; `trusted`: folders of models whose own code may
    run on this machine.
    """

    theme: ThemeChoice = "system"
    language: str = ""
    author: str = ""
    font_family: str = ""
    font_size: float = 12.0
    column: int = 0
    line_spacing: float = 1.0
    rejected: bool = False
    keys: dict[str, tuple[str, ...]] = {}
    trusted: tuple[str, ...] = ()
    effort: EffortChoice = "off"


def load(path: Path) -> Settings:
    """The settings in `path`; what is missing, unknown or out of range there is taken from the defaults."""
    try:
        found = tomllib.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return Settings()
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        log.warning("settings not read: %s", type(error).__name__)
        return Settings()
    valid = {key: value for key, value in found.items() if _fits(key, value)}
    return within_bounds(msgspec.convert(valid, Settings, strict=False))


def save(settings: Settings, path: Path) -> None:
    """Write what differs from the defaults; an interrupted write leaves the old file."""
    defaults = msgspec.structs.asdict(Settings())
    changed = {
        key: value for key, value in msgspec.structs.asdict(settings).items() if value != defaults[key]
    }
    path.parent.mkdir(parents=True, exist_ok=True)
    draft = path.with_suffix(".part")
    lines = [f"{key} = {_toml(value)}\n" for key, value in changed.items()]
    draft.write_text("".join(lines), encoding="utf-8")
    os.replace(draft, path)


def within_bounds(settings: Settings) -> Settings:
    """The same settings with font size and column width in their bounds and a language that exists."""
    return msgspec.structs.replace(
        settings,
        font_size=min(max(settings.font_size, FONT_SIZES[0]), FONT_SIZES[1]),
        column=min(max(settings.column, COLUMNS[0]), COLUMNS[1]) if settings.column else 0,
        line_spacing=min(max(settings.line_spacing, SPACINGS[0]), SPACINGS[1]),
        language=settings.language if settings.language in LANGUAGES else "",
    )


def _toml(value: object) -> str:
    """JSON's strings, numbers and arrays are TOML's too, apart from surrogate pairs and a raw DEL."""
    if isinstance(value, Mapping):
        entries: Mapping[object, object] = value
        return "{" + ", ".join(f"{_toml(key)} = {_toml(it)}" for key, it in entries.items()) + "}"
    return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")


def _fits(key: str, value: object) -> bool:
    try:
        msgspec.convert({key: value}, Settings, strict=False)
    except msgspec.ValidationError:
        return False
    return key in Settings.__struct_fields__


def system_user() -> str:
    """The system's name for whoever sits here."""
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):  # no such user in this container or service
        return "annotator"
