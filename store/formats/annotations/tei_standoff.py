"""TEI P5 with its annotations in `standOff`, written (tei-c.org/release/doc/tei-p5-doc/en/html/SA.html).

One `teiCorpus`. The text of an article is one `ab` that keeps white space; a reading is a `spanGrp` whose
`span`s point with `string-range()` and say the label; a stance is a feature structure. The reader of TEI
articles reads them again (see `tei_reading.py`).
"""

from collections.abc import Collection, Iterable, Iterator
from itertools import count
from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape, quoteattr

import msgspec

from store.formats.annotations.named import named_by, sides_of
from store.formats.annotations.sheaf import Frame, Piece, write_articles
from store.formats.annotations.tei_reading import ENTITIES, PARTS
from store.formats.annotations.tei_text import CONTROL
from store.formats.markup import FORBIDDEN
from store.formats.problems import Loss
from store.formats.protocol import Feature, WriteOptions, Written
from store.formats.readings import lost, name_of, place_of, unheld
from store.formats.records import ArticleRecord, PartRecord, SetRecord, SpanRecord, StanceRecord
from store.formats.scheme_records import ProjectRecord

_NOT_IN_FEATURES = ("id", "parts", "holder_span", "target_span", "origin")


class TeiStandoff:
    """`.xml`, a corpus of TEI documents."""

    name = "tei"
    suffixes = (".xml", ".tei")
    needs_text = True
    cannot_hold: tuple[Feature, ...] = (
        "zones", "provenance", "rejections", "answers", "comments", "scheme", "actors", "unknown",
    )  # fmt: skip

    def write(
        self, draft: Path, project: ProjectRecord, articles: Iterable[ArticleRecord], options: WriteOptions
    ) -> Written:
        """A document an article, with all readings of it."""
        numbers, sides = count(1), sides_of(project)

        def unit(article: ArticleRecord, sets: list[SetRecord]) -> Piece:
            document = _Document(f"d{next(numbers)}", article, sides)
            for item in sets:
                document.add(item)
                marks = [Loss(article.key or "", 0, 0, it.topic, "topic_mark") for it in item.topic_marks]
                document.losses += [*marks, *unheld(article, item, self.cannot_hold)]
            return Piece(document.content(project).encode(), document.losses)

        return write_articles(
            draft, articles, options, unit, Frame(_opening(project), b"", b"</teiCorpus>\n")
        )


def _opening(project: ProjectRecord) -> bytes:
    """The header of the corpus: how its pointers count, and the topics and actors that stances name."""
    named = named_by(project)
    beside = f"<xenoData>{_escaped(named)}</xenoData>" if named else ""
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n<teiCorpus xmlns="http://www.tei-c.org/ns/1.0">\n<teiHeader>'
        f"<fileDesc><titleStmt><title>{_escaped(project.name)}</title></titleStmt><publicationStmt>"
        "<p>Exported from Lesart.</p></publicationStmt><sourceDesc><p>News articles.</p></sourceDesc>"
        "</fileDesc><encodingDesc><editorialDecl><p>Annotations point with string-range(id,offset,length): "
        "Unicode code points of the text of the element with that xml:id, from 0 on; white space and "
        f"line ends are those of the source.</p></editorialDecl></encodingDesc>{beside}</teiHeader>\n"
    ).encode()


class _Document:
    """One article under way. `name` begins all of its ids."""

    def __init__(self, name: str, article: ArticleRecord, sides: Collection[str]) -> None:
        self.losses: list[Loss] = []
        self._sides = sides
        self._name = name
        self._article = article
        self._voices: list[str] = []
        self._layers: list[str] = []
        self._spans = count(1)
        self._stances = count(1)

    def add(self, item: SetRecord) -> None:
        """A reading: who it is, its spans, its stances."""
        who = f"{self._name}.r{len(self._voices) + 1}"
        self._voices.append(_voice(item, who))
        ids: dict[str, str] = {}
        rows: list[str] = []
        for span in item.spans:
            name = name_of(span.label, span.form)
            if name is None or " ".join(name.split()) != name or FORBIDDEN.search(name):
                self.losses.append(lost(self._article, span, "name"))
            else:
                ids[span.id] = f"{self._name}.s{next(self._spans)}"
                rows.append(self._span(ids[span.id], span, name))
        self._group(ENTITIES, who, rows)
        stances = [it for it in item.stances if self._holds(it, ids, item.spans)]
        names = {stance.id: f"{self._name}.t{next(self._stances)}" for stance in stances}
        self._layers += [_features(stance, names[stance.id], who, ids) for stance in stances]
        parts = [
            self._part(f"{names[it.id]}.p{i}", part, names[it.id])
            for it in stances
            for i, part in enumerate(it.parts, 1)
        ]
        if parts:
            self._group(PARTS, who, parts)

    def content(self, project: ProjectRecord) -> str:
        """The whole document."""
        article, name = self._article, self._name
        language = f" xml:lang={quoteattr(article.language)}" if article.language else ""
        layers = "".join(self._layers)
        return (
            f'<TEI xml:id="{name}"{language}>\n{_header(article, project, self._voices)}\n<text><body>'
            f'<ab xml:id="{name}.text" xml:space="preserve">{_exact(article.text or "")}</ab></body></text>\n'
            + (f"<standOff>\n{layers}</standOff>\n" if layers else "")
            + "</TEI>\n"
        )

    def _span(self, name: str, span: SpanRecord, said: str) -> str:
        return f'<span xml:id="{name}" target="{self._place(span.start, span.end)}">{escape(said)}</span>\n'

    def _part(self, name: str, part: PartRecord, about: str) -> str:
        place = self._place(part.start, part.end)
        more = f'corresp="#{about}" type="{part.made}"'
        return f'<span xml:id="{name}" {more} target="{place}">{part.role}</span>\n'

    def _place(self, start: int, end: int) -> str:
        return f"#string-range({self._name}.text,{start},{end - start})"

    def _group(self, kind: str, who: str, rows: list[str]) -> None:
        self._layers.append(f'<spanGrp type="{kind}" resp="#{who}">\n{"".join(rows)}</spanGrp>\n')

    def _holds(self, stance: StanceRecord, ids: dict[str, str], spans: list[SpanRecord]) -> bool:
        """Whether both ends are there; a stance that is not held is listed."""
        ends = [end for end in (stance.holder_span, stance.target_span) if end is not None]
        if stance.label in self._sides and all(end in ids for end in ends):
            return True
        places = {span.id: (span.start, span.end) for span in spans}
        place = place_of(stance, places)
        self.losses.append(Loss(self._article.key or "", *place, stance.label, "stance"))
        return False


def _voice(item: SetRecord, name: str) -> str:
    who = item.annotator
    version = f" n={quoteattr(who.version)}" if who.version else ""
    notes = {"round": item.round, "status": item.status}
    return (
        f'<respStmt xml:id="{name}"><resp n="{who.kind}">annotation</resp>'
        f"<name{version}>{_escaped(who.name)}</name>"
        + "".join(f'<note type="{kind}">{_escaped(said)}</note>' for kind, said in notes.items() if said)
        + "</respStmt>"
    )


def _header(article: ArticleRecord, project: ProjectRecord, voices: list[str]) -> str:
    author = f"<author>{_escaped(article.author)}</author>" if article.author else ""
    rights = f"<availability><p>{_escaped(article.rights)}</p></availability>" if article.rights else ""
    when = f" when={quoteattr(article.published_at)}" if article.published_at else ""
    beside = {"source_id": article.source_id, "retrieved_at": article.retrieved_at}
    numbers = "".join(f'<idno type="{kind}">{_escaped(said)}</idno>' for kind, said in beside.items() if said)
    reference = f"<ref target={quoteattr(article.url)}/>" if article.url else ""
    return (
        f"<teiHeader><fileDesc><titleStmt><title>{_escaped(article.title)}</title>{author}{''.join(voices)}"
        f"</titleStmt><publicationStmt><authority>{_escaped(project.name)}</authority>"
        f"<idno>{_escaped(article.key or '')}</idno>{rights}</publicationStmt><sourceDesc><biblStruct>"
        f'<monogr><title level="j">{_escaped(article.outlet or "")}</title>{numbers}<imprint><date{when}/>'
        f"</imprint></monogr>{reference}</biblStruct></sourceDesc></fileDesc></teiHeader>"
    )


def _features(stance: StanceRecord, name: str, who: str, ids: dict[str, str]) -> str:
    """A stance as a feature structure: everything that it says, each thing by its name."""
    ends = {"holder": stance.holder_span, "target": stance.target_span}
    values = msgspec.to_builtins(stance)
    return (
        f'<fs type="stance" xml:id="{name}" resp="#{who}">'
        + "".join(f'<f name="{role}" fVal="#{ids[end]}"/>' for role, end in ends.items() if end is not None)
        + "".join(_feature(key, values[key]) for key in values if key not in _NOT_IN_FEATURES)
        + "</fs>\n"
    )


def _feature(name: str, value: Any) -> str:
    if isinstance(value, bool):
        return f'<f name="{name}"><binary value="{str(value).lower()}"/></f>'
    if isinstance(value, int | float):
        return f'<f name="{name}"><numeric value="{value}"/></f>'
    if name == "label":
        return f'<f name="label"><symbol value={quoteattr(value)}/></f>'
    kind, said = ("", value) if isinstance(value, str) else (' n="json"', msgspec.json.encode(value).decode())
    return f'<f name="{name}"{kind}><string>{_escaped(said)}</string></f>'


def _exact(text: str) -> str:
    """A text of which nothing changes: what XML does not allow, or would change, is written by its number."""
    return "".join(_characters(escape(text)))


def _characters(text: str) -> Iterator[str]:
    start = 0
    for match in FORBIDDEN.finditer(text):
        number = ord(match[0])
        shown = chr(0x2400 + number) if number < 0x20 else "\ufffd"
        yield text[start : match.start()].replace("\r", "&#13;")
        yield f'<g type="{CONTROL}" n="{number:X}">{shown}</g>'
        start = match.end()
    yield text[start:].replace("\r", "&#13;")


def _escaped(words: str) -> str:
    """Words of the header; what XML does not allow is a blank."""
    return escape(FORBIDDEN.sub(" ", words))
