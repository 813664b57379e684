"""UIMA CAS as files for INCEpTION: XMI with its type system, or JSON 0.4 that carries it.

Written is an archive with a file and a map for each reading; read are the single files, in a folder or an
archive (docs.oasis-open.org/uima/v1.0; github.com/apache/uima-uimaj-io-jsoncas).
"""

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path, PurePosixPath
from typing import Literal
from xml.sax.saxutils import escape, quoteattr

import msgspec

from store.formats.annotations.cas import (
    CUSTOM,
    ENTITY,
    FEATURES,
    METADATA,
    SOFA,
    SUPERTYPES,
    Structure,
    reading_of,
    shown,
    structures,
)
from store.formats.annotations.foreign import Json, article_in, items, voice_in
from store.formats.annotations.reading_archives import mapped, write_archive
from store.formats.annotations.sheaf import MAP
from store.formats.json_lines import converted
from store.formats.markup import parsed
from store.formats.problems import Loss, RecordError
from store.formats.protocol import Feature, Item, ReadOptions, WriteOptions, Written
from store.formats.readings import unheld
from store.formats.records import ArticleRecord, SetRecord
from store.formats.scheme_records import ProjectRecord
from store.formats.sources import Source

XMI = "http://www.omg.org/XMI"
CAS = "http:///uima/cas.ecore"
VIEW = "_InitialView"
STRING = "uima.cas.String"
_LAYERS = f"http:///{CUSTOM.rstrip('.').replace('.', '/')}.ecore"

Form = Literal["xmi", "json"]

_TYPES = "<typeSystemDescription"


class CasFile:
    """`.zip` with `.xmi` and TypeSystem.xml, or with `.json`."""

    needs_text = True
    cannot_hold: tuple[Feature, ...] = (
        "zones", "provenance", "rejections", "stances", "answers", "comments", "scheme", "actors", "unknown",
    )  # fmt: skip

    def __init__(self, form: Form) -> None:
        self.name = f"cas-{form}"
        self.suffixes = (".zip", f".{form}")
        self._form = form

    def sniff(self, head: str, suffix: str) -> float:
        """By the names of the format at the beginning."""
        if self._form == "xmi":
            return 0.97 if "<xmi:XMI" in head[:2000] or _TYPES in head[:2000] else 0.0
        start = head.lstrip()[:2000]
        is_ours = start.startswith("{") and any(f'"%{it}"' in start for it in ("TYPES", "FEATURE_STRUCTURES"))
        return 0.97 if is_ours else 0.0

    def read(self, source: Source, options: ReadOptions) -> Iterator[Item]:
        """One article: the text of the first sofa, its entities and stances; of a type system nothing."""
        if _TYPES in source.head()[:2000]:
            return
        try:
            text, found = (_from_xmi if self._form == "xmi" else _from_json)(source.text())
            beside = source.sibling(f"{PurePosixPath(source.name).stem}{MAP}")
            known = mapped(beside, text, shown)
            values: Json = {"key": source.key} if known is None else dict(known.meta)
            if known is None and (title := _title(found)):
                values["title"] = title
            who = voice_in(values, options)
            exact = text if known is None else known.text
            item, blank = reading_of(exact, found, who)
            yield from ((1, it.at(source.name, 1)) for it in blank)
            yield from items(source.name, 1, article_in(exact, values, options, [item]))
        except RecordError as problem:
            yield 0, problem.at(source.name, 0)

    def write(
        self, draft: Path, project: ProjectRecord, articles: Iterable[ArticleRecord], options: WriteOptions
    ) -> Written:
        """All readings in one archive."""

        def members(article: ArticleRecord, item: SetRecord) -> tuple[dict[str, str], list[Loss]]:
            found, losses = structures(article, item, options)
            plain = msgspec.structs.replace(item, stances=[])
            losses += unheld(article, plain, self.cannot_hold)
            text, language = shown(article.text or ""), article.language or "x-unspecified"
            content = (_to_xmi if self._form == "xmi" else _to_json)(text, found, language)
            return {f".{self._form}": content}, losses

        def beside() -> dict[str, str]:
            return {"TypeSystem.xml": type_system()} if self._form == "xmi" else {}

        return write_archive(draft, articles, options, members, beside)


def type_system() -> str:
    """The type system that XMI needs beside it."""
    types = "".join(
        f"<typeDescription><name>{name}</name><description/><supertypeName>"
        f"{SUPERTYPES.get(name, 'uima.tcas.Annotation')}</supertypeName><features>"
        + "".join(
            f"<featureDescription><name>{feature}</name><description/>"
            f"<rangeTypeName>{range_}</rangeTypeName></featureDescription>"
            for feature, range_ in features.items()
        )
        + "</features></typeDescription>"
        for name, features in FEATURES.items()
    )
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n<typeSystemDescription xmlns='
        f'"http://uima.apache.org/resourceSpecifier"><types>{types}</types></typeSystemDescription>\n'
    )


# --- XMI ---------------------------------------------------------------------------------


def _namespace(kind: str) -> str:
    return f"http:///{kind.rpartition('.')[0].replace('.', '/')}.ecore"


def _to_xmi(text: str, found: Sequence[Structure], language: str) -> str:
    prefixes = {it: f"type{number}" for number, it in enumerate(sorted({_namespace(k) for k in FEATURES}), 1)}
    spaces = "".join(f' xmlns:{prefix}="{escape(space)}"' for space, prefix in prefixes.items())
    head = (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        f'<xmi:XMI xmlns:xmi="{XMI}" xmlns:cas="{CAS}"{spaces} xmi:version="2.0">\n<cas:NULL xmi:id="0"/>\n'
    )
    lines = [head]
    for one in found:
        features = dict(one.features) | ({"language": language} if one.type == METADATA else {})
        words = "".join(f" {name}={quoteattr(str(value))}" for name, value in features.items())
        tag = f"{prefixes[_namespace(one.type)]}:{one.type.rpartition('.')[2]}"
        lines.append(f'<{tag} xmi:id="{one.id}" sofa="{SOFA}" begin="{one.begin}" end="{one.end}"{words}/>\n')
    members = " ".join(str(one.id) for one in found)
    lines.append(
        f'<cas:Sofa xmi:id="{SOFA}" sofaNum="1" sofaID="{VIEW}" mimeType="text/plain" '
        f'sofaString={quoteattr(text)}/>\n<cas:View sofa="{SOFA}" members="{members}"/>\n</xmi:XMI>\n'
    )
    return "".join(lines)


def _from_xmi(content: str) -> tuple[str, list[Structure]]:
    kinds = {(_namespace(kind), kind.rpartition(".")[2]): kind for kind in (ENTITY, METADATA)}
    text, sofa = None, ""
    found: list[Structure] = []
    for element in parsed(content):
        space, _, name = element.tag.removeprefix("{").rpartition("}")
        if (space, name) == (CAS, "Sofa") and text is None:
            text, sofa = element.get("sofaString"), element.get(f"{{{XMI}}}id") or ""
        kind = CUSTOM + name if space == _LAYERS else kinds.get((space, name))
        if kind is not None:
            values: Json = dict(element.attrib)
            number = values.get(f"{{{XMI}}}id")
            place = {"id": number, "begin": values.get("begin"), "end": values.get("end")}
            found.append(converted({**place, "type": kind, "features": values}, Structure, name))
    if text is None:
        raise RecordError("sofaString", "missing_text")
    return text, _unique(found, sofa)


# --- JSON --------------------------------------------------------------------------------


def _to_json(text: str, found: Sequence[Structure], language: str) -> str:
    types: Json = {
        name: {
            "%NAME": name,
            "%SUPER_TYPE": SUPERTYPES.get(name, "uima.tcas.Annotation"),
            **{it: {"%NAME": it, "%RANGE": range_} for it, range_ in features.items()},
        }
        for name, features in FEATURES.items()
    }
    sofa = {
        "%ID": SOFA, "%TYPE": "uima.cas.Sofa", "sofaNum": 1, "sofaID": VIEW, "mimeType": "text/plain",
        "sofaString": text,
    }  # fmt: skip
    rows: list[Json] = [sofa]
    for one in found:
        words = dict(one.features) | ({"language": language} if one.type == METADATA else {})
        named = {
            (it if FEATURES[one.type].get(it, STRING) == STRING else f"@{it}"): value
            for it, value in words.items()
        }
        rows.append(
            {"%ID": one.id, "%TYPE": one.type, "@sofa": SOFA, "begin": one.begin, "end": one.end, **named}
        )
    view = {VIEW: {"%SOFA": SOFA, "%MEMBERS": [one.id for one in found]}}
    whole = {"%TYPES": types, "%FEATURE_STRUCTURES": rows, "%VIEWS": view}
    return msgspec.json.format(msgspec.json.encode(whole), indent=1).decode() + "\n"


def _from_json(content: str) -> tuple[str, list[Structure]]:
    try:
        whole = msgspec.json.decode(content, type=Json)
    except (msgspec.DecodeError, RecursionError) as error:
        raise RecordError("", "not_json", str(error)) from error
    rows = whole.get("%FEATURE_STRUCTURES")
    if isinstance(rows, dict):  # by id, as some write it
        rows = [{"%ID": number, **row} for number, row in converted(rows, dict[str, Json]).items()]
    text, sofa = None, ""
    found: list[Structure] = []
    for row in converted(rows or [], list[Json], "%FEATURE_STRUCTURES"):
        kind = str(row.get("%TYPE"))
        if kind == "uima.cas.Sofa" and text is None:
            text, sofa = row.get("sofaString"), str(row.get("%ID"))
        if kind in (ENTITY, METADATA) or kind.startswith(CUSTOM):
            values = {name.removeprefix("@"): value for name, value in row.items()}
            place = {"id": row.get("%ID"), "begin": row.get("begin", 0), "end": row.get("end", 0)}
            found.append(converted({**place, "type": kind, "features": values}, Structure, kind))
    if not isinstance(text, str):
        raise RecordError("sofaString", "missing_text")
    return text, _unique(found, sofa)


def _unique(found: list[Structure], sofa: str) -> list[Structure]:
    """What belongs to a sofa, or says of none. Raises RecordError for an id that is there twice."""
    if len({one.id for one in found}) != len(found):
        raise RecordError("id", "repeated")
    return [one for one in found if str(one.features.get("sofa", sofa)) == sofa]


def _title(found: Sequence[Structure]) -> str:
    titles = [one.features.get("documentTitle") for one in found if one.type == METADATA]
    return str(titles[0] or "") if titles else ""
