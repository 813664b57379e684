"""Label sets: the labels that a project may use, read from TOML.

A file holds the fields of `LabelSetSpec`, then its labels; the presets are in `resources/label_sets/`:

    key = "german"
    kind = "entity"
    name = { en = "German news", de = "Deutsche Nachrichten" }

    [[labels]]
    code = "PER"
    name = { en = "Person", de = "Person" }
    key = "1"

Names and descriptions are by language code; a name in English has to be there. What a label is called toward
a topic of one kind stands beside it under a private subtag of BCP 47: `de-x-claim = "bestreitet"`. A label
without colours gets computed ones.
"""

import tomllib
from collections.abc import Iterator, Mapping, Sequence
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Annotated

from msgspec import Meta, Struct, ValidationError, convert
from msgspec.structs import replace

from store.colours import MEASURED, colours
from store.errors import FileUnreadable, LabelSetInvalid, NotFound
from store.values import ProjectSettings
from store.vocabulary import LabelSetKind, SpanForm, TopicKind

Code = Annotated[str, Meta(pattern=r"^[A-Za-z][A-Za-z0-9_-]*$")]
Hex = Annotated[str, Meta(pattern=r"^(#[0-9a-f]{6})?$")]

FAMILIAR = dict(zip(("PER", "ORG", "LOC", "EVENT", "LAW", "MISC"), MEASURED, strict=True)) | {
    "PERSON": MEASURED[0]
}
"""Labels that look the same in every set."""


class LabelSpec(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One label. `key` is its digit (entities) or letter (stances), `value` its place on an ordinal scale.

    What is not `suggested` can be annotated, but a model's spans of it are not shown.
    """

    code: Code
    name: dict[str, str]
    description: dict[str, str] = {}
    key: Annotated[str, Meta(pattern=r"^[1-9A-Z]$")] | None = None
    color_light: Hex = ""
    color_dark: Hex = ""
    glyph: str = ""
    value: float | None = None
    suggested: bool = True


class AttributeSpec(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A yes-or-no attribute (a key of `Span.attrs`) that spans of some labels may carry."""

    key: Annotated[str, Meta(pattern=r"^[a-z][a-z0-9_]*$")]
    name: dict[str, str]
    description: dict[str, str] = {}
    labels: tuple[str, ...]


class LabelSetSpec(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A label set. A project that starts with it takes over `labels_off`, `forms_off` (what is not suggested)
    and `nested` (whether spans may overlap)."""

    key: Code
    kind: LabelSetKind
    name: dict[str, str]
    description: dict[str, str] = {}
    labels: Annotated[tuple[LabelSpec, ...], Meta(min_length=1)]
    attributes: tuple[AttributeSpec, ...] = ()
    forms_off: tuple[SpanForm, ...] = ()
    nested: bool = False

    @property
    def labels_off(self) -> tuple[str, ...]:
        """Codes of the labels that are not suggested, as `ProjectSettings.labels_off` names them."""
        return tuple(label.code for label in self.labels if not label.suggested)

    def settings(self, language: str) -> ProjectSettings:
        """The switches of a project that starts with this preset; most articles are in `language`."""
        return ProjectSettings(
            preset=self.key,
            language=language,
            labels_off=self.labels_off,
            forms_off=self.forms_off,
            nested=self.nested,
        )


def presets() -> list[str]:
    """Keys of the label sets that come with the program."""
    return sorted(
        file.name.removesuffix(".toml") for file in _folder().iterdir() if file.name.endswith(".toml")
    )


def label_name(name: Mapping[str, str], language: str, kind: TopicKind | None = None) -> str:
    """What a label is called in a language: toward a topic of this `kind`, else at all; else in English.

    AGAINST is "ablehnend" toward an issue and "bestreitet" toward a claim.
    """
    for code in (language, "en"):
        for tag in (f"{code}-x-{kind}", code):
            if tag in name:
                return name[tag]
    return next(iter(name.values()), "")


def preset(key: str) -> LabelSetSpec:
    """A label set that comes with the program; NotFound if there is none of that key."""
    if key not in presets():
        raise NotFound(what="preset", id=key)
    return load(_folder() / f"{key}.toml")


def load(source: Path | Traversable | bytes) -> LabelSetSpec:
    """Reads a label set from a TOML file or its content, each label with colours.

    Raises FileUnreadable, and LabelSetInvalid with the file, the field (`labels[2].key`) and the reason.
    """
    path = "" if isinstance(source, bytes) else str(source)
    try:
        content = source if isinstance(source, bytes) else source.read_bytes()
    except OSError as error:
        raise FileUnreadable(path=path, reason=str(error)) from error
    try:
        spec = convert(tomllib.loads(content.decode("utf-8-sig")), LabelSetSpec)
    except ValidationError as error:
        reason, _, field = str(error).partition(" - at `$.")
        raise LabelSetInvalid(path=path, field=field.rstrip("`"), reason=reason) from error
    except ValueError as error:  # neither UTF-8 nor TOML
        raise LabelSetInvalid(path=path, field="", reason=str(error)) from error
    for field, reason in _problems(spec):
        raise LabelSetInvalid(path=path, field=field, reason=reason)
    return replace(spec, labels=_coloured(spec.labels))


def _problems(spec: LabelSetSpec) -> Iterator[tuple[str, str]]:
    """What the types alone do not say, as field and reason."""
    yield from _unnamed("", spec)
    codes, keys = [label.code for label in spec.labels], [label.key for label in spec.labels]
    for i, label in enumerate(spec.labels):
        yield from _unnamed(f"labels[{i}].", label)
        if label.code in codes[:i]:
            yield f"labels[{i}].code", f"{label.code} is there twice"
        if label.key and label.key in keys[:i]:
            yield f"labels[{i}].key", f"{label.key} is there twice"
        if label.key and label.key.isdigit() != (spec.kind == "entity"):
            yield f"labels[{i}].key", "entity labels take a digit, stance labels a letter"
        if bool(label.color_light) != bool(label.color_dark):
            yield f"labels[{i}].color_light", "color_light and color_dark go together"
    for i, attribute in enumerate(spec.attributes):
        yield from _unnamed(f"attributes[{i}].", attribute)
        if unknown := set(attribute.labels).difference(codes):
            yield f"attributes[{i}].labels", f"no label {min(unknown)}"


def _unnamed(where: str, item: LabelSetSpec | LabelSpec | AttributeSpec) -> Iterator[tuple[str, str]]:
    if not item.name.get("en"):
        yield f"{where}name", "the English name is missing"


def _coloured(labels: Sequence[LabelSpec]) -> tuple[LabelSpec, ...]:
    """The labels with colours: their own, those of a familiar code, or new ones far from both."""
    pairs = {
        label.code: (label.color_light, label.color_dark) if label.color_light else FAMILIAR[label.code]
        for label in labels
        if label.color_light or label.code in FAMILIAR
    }
    bare = [label.code for label in labels if label.code not in pairs]
    pairs |= zip(bare, colours(len(bare), beside=list(pairs.values())), strict=True)
    return tuple(
        replace(label, color_light=pairs[label.code][0], color_dark=pairs[label.code][1]) for label in labels
    )


def _folder() -> Traversable:
    return files("resources") / "label_sets"
