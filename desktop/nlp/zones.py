"""Rules that find what is not the article itself: dateline, byline, disclaimer, category line, about-block.

Precision comes first: a stretch wrongly taken out of scope hides names from annotators, one that is missed
costs a gesture. Rules look only at the head (the first lines) and the tail (the last paragraphs) of an
article. No outlet is known by name: agencies are known by the shape of their marks, and what recurs across
the corpus (`desktop.nlp.repetition`) can be handed in. Found zones are half-open code-point ranges; their
kinds are those of `store.vocabulary.OUT_OF_SCOPE_ZONES`.
"""

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from desktop.nlp.repetition import Repetition

NAME = "lesart-zones"

_HEAD_LINES = 4
_TAIL_LINES = 8
_MAX_BYLINE = 80
_MAX_CATEGORY = 200
_MIN_ABOUT = 80
_MAX_DISCLAIMER = 600
_MIN_REST = 20
"""A dateline opens a line that goes on for at least so long."""

_LINE = re.compile(r"[^\s](?:[^\r\n\u2028\u2029]*[^\s])?")
_UPPER = r"[A-ZÀ-ÖØ-ÞĀ-ſ\u0400-\u042f]"
_DASH = r"\s*(?:[-–—―]+|:)\s+"


def _any(*patterns: str) -> str:
    return f"(?:{'|'.join(patterns)})"


_PLACE = rf"{_UPPER}[\w.'’-]*(?:[ /-]{_UPPER}[\w.'’-]*){{0,3}}"
_CAPITALS = rf"{_UPPER}{{3,}}(?:[ /-]{_UPPER}{{2,}}){{0,3}}"
_DATE = _any(
    r"\d{1,2}\.? ?[^\W\d_]{3,10}\.?(?: \d{4})?",
    r"[^\W\d_]{3,10}\.? \d{1,2}(?:, \d{4})?",
    r"\d{1,2}\.\d{1,2}\.(?:\d{2,4})?",
)
_AGENCY = r"(?:[a-z]{2,5}|[\w.]*[A-Z]\w*|[^\W\d_]*[А-ЯЁ]{2,})(?:[-/ ][\w-]{2,12}){0,2}"
"""How agencies sign, by shape: dpa, AFP, dpa-AFX, PRNewswire, Business Wire; never by name."""

_ABBREVIATED = rf"(?=[^()]*{_UPPER}[^()]*{_UPPER})[\w.-]{{2,24}}(?: {_UPPER}[\w.-]{{1,24}})?"
"""Two capitals or more: XYZ, NewsNow, but not a word in brackets."""

_SHORT = r"[a-z]{2,5}(?:[-/]\w{2,5})?"
"""A short mark in small letters: dpa, epd, dpa/lno."""

_GOES_ON = rf"(?=[„“«\"»]?{_UPPER})"
"""A sentence begins behind a dateline; a dash within one goes on in small letters."""

_CASELESS = r"[\u0590-\u0fff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3]"
_DATELINES = (
    # (NewsNow) –   (dpa) -   (XYZ News) -
    re.compile(rf"\({_any(_SHORT, _ABBREVIATED)}\){_DASH}"),
    # (Newsagency) – Somebody
    re.compile(rf"\({_UPPER}[a-z]+\){_DASH}{_GOES_ON}"),
    # Berlin (dpa) –   Moskau/Eriwan, 8. Mai (AFP) -
    # but not Angela Merkel (CDU) –: capitals in brackets sign a dateline behind one word or a date only
    re.compile(rf"{_PLACE}(?:, {_DATE})? ?\({_SHORT}(?:/{_SHORT})?\){_DASH}{_GOES_ON}"),
    re.compile(rf"(?:{_PLACE}, {_DATE}|{_UPPER}[\w.'’/-]*) ?\({_AGENCY}\){_DASH}{_GOES_ON}"),
    # PARIS, May 8 (Agency) —
    re.compile(rf"{_CAPITALS}(?:, {_DATE})? ?\([^()\n]{{2,30}}\){_DASH}"),
    # NEW YORK, May 8, 2024 /PRNewswire/ --   МОСКВА, 8 мая /ТАСС/.
    re.compile(rf"{_CAPITALS}, (?:{_PLACE}, )?{_DATE}\.? ?/[^/\n]{{2,24}}/(?:\.\s+|{_DASH})"),
    # BERLIN, 8. Mai –   МОСКВА, 8 мая — РИА Новости.
    re.compile(rf"{_CAPITALS}, {_DATE}{_DASH}(?:{_UPPER}\w+(?: {_UPPER}\w+)?\. )?"),
    # BERLIN –   NEW YORK —
    re.compile(rf"(?={_UPPER}{{5,}}|{_UPPER}+ ){_CAPITALS}\s+[–—]\s+(?={_UPPER})"),
    # القاهرة (وكالة) –   กรุงเทพฯ (สำนักข่าว) –   柏林（远帆社）——
    re.compile(rf"{_CASELESS}[^\s()（）]{{1,19}} ?[(（][^()（）\n]{{2,25}}[)）]\s*[-–—]+\s*"),
    # （モスクワ共同）   【東京＝共同】   【新华社北京5月8日电】   新华社莫斯科5月8日电
    re.compile(r"（[\u3040-\u30ff\u4e00-\u9fff]{3,12}）\s*"),
    re.compile(r"【[^【】\n]{1,20}(?:[电電訊讯]|＝[^【】\n]{2,10})】\s*"),
    re.compile(r"[\u4e00-\u9fff]{2,4}社[^\s，。,]{1,12}\d{1,2}(?:月\d{1,2})?日?[电電]\s*"),
)

_BYLINE_WORDS = {
    "de": "Von|Text:|Autor:|Autorin:|Bericht:|Interview:",
    "en": "By", "fr": "Par", "es": "Por", "pt": "Por", "it": "Di",
    "nl": "Door", "sv": "Av", "no": "Av", "da": "Af", "id": "Oleh", "ms": "Oleh", "ru": "Автор:|Авторы:",
}  # fmt: skip
_NAME_WORDS = _any(
    "von", "van", "de", "der", "den", "da", "di", "del", "la", "le", "al", "bin", "und", "and", "et", "y",
    "e", "och", "og", rf"{_UPPER}[\w.'’-]*",
)  # fmt: skip
_BYLINE_NAMES = (
    rf"{_UPPER}[\w.'’-]+(?: {_NAME_WORDS},?){{1,8}}(?:,? (?:{_AGENCY}|[^\W\d_]+))?(?: in {_PLACE})?$"
)

_CATEGORY_WORDS = _any(
    "Branchen?", "Kategorien?", "Rubrik(?:en)?", "Ressort", "Schlagw(?:orte|örter)", "Themen",
    "Stichwörter", "Categor(?:y|ies)", "Sectors?", "Tags?", "Topics?", "Keywords?", "Filed under",
    "Catégories?", "Rubriques?", "Mots-clés", "Etiquetas", "Categor[ií]as?", "Categorie?", "Trefwoorden",
    "Kategori", "Рубрик[аи]", "Теги", "الوسوم", "التصنيف", "标签", "標籤", "分类", "分類", "カテゴリー?",
    "タグ", "태그", "หมวดหมู่", "แท็ก",
)  # fmt: skip
_CATEGORIES = re.compile(rf"{_CATEGORY_WORDS}\s?[:：]\s*\S")

_LISTED = re.compile(r"[^\W\d_][^:：\n]{1,28}[:：]\s*[^.!?\n]{2,140}$")

_DISCLAIMERS = re.compile(
    _any(
        "(?:Der|Dieser) (?:Artikel|Text|Beitrag|Inhalt) w(?:ird|urde) (?:von|durch) einem Dritt",
        "gibt (?:diesbezüglich )?keine (?:Zusicherungen|Gewähr)",
        "(?:Inhalt|Angaben|Richtigkeit|Artikel|Meldung).*keine (?:Gewähr|Haftung)",
        "Für den Inhalt .{0,60}verantwortlich",
        "Alle Rechte vorbehalten",
        "(?:This|The) (?:article|content|release) (?:is|was) (?:provided|issued|supplied|distributed) by",
        "makes no (?:warranties|representations)",
        "may not be (?:published|reproduced|redistributed)",
        "All rights reserved",
        "Tous droits réservés",
        "Todos los derechos reservados",
        "Todos os direitos reservados",
        "Tutti i diritti riservati",
        "Все права защищены",
        "جميع الحقوق محفوظة",
        "版[权權]所有|免[责責]声明|本文由第三方|無断転載|保証するものではありません|무단 ?전재",
        "สงวนลิขสิทธิ์|ไม่รับรองความถูกต้อง",
    ),
    re.IGNORECASE,
)

_ABOUT_WORDS = _any(
    "Über", "About", "À propos de", "Acerca de", "Sobre", "Informazioni su", "Over", "О компании"
)
_ABOUT_TITLE = re.compile(
    _any(
        rf"{_ABOUT_WORDS} (?:die |den |das |the )?[„“«]?{_UPPER}[^.!?]*:?$",
        r"(?:关于|關於|会社概要|회사 소개|حول )[^。.!?]{0,40}[:：]?$",
    )
)
_ABOUT_INLINE = re.compile(rf"(?:{_ABOUT_WORDS} |关于|關於|حول |عن )[^.:：!?\n]{{2,40}}[:：]\s*\S")
_COMPANY = _any(
    "Anbieter", "Unternehmen", "Dienstleister", "Hersteller", "Agentur", "Nachrichtenagentur", "Plattform",
    "provider", "company", "platform", "agency", "supplier", "manufacturer",
)  # fmt: skip
_DOES = _any(
    "liefert|bietet|delivers|provides|offers",
    rf"ist (?:ein|eine|der|die) (?:\w+ ){{0,3}}{_COMPANY}",
    rf"is an? (?:[\w-]+ ){{0,4}}{_COMPANY}",
)
_ABOUT_TEXT = re.compile(rf"(?P<who>[^\s,.(]+(?: [^\s,.(]+){{0,3}}) (?:\([^()\n]+\) )?{_DOES}\b")


class FoundZone(NamedTuple):
    """A zone that a rule found: range in code points and kind."""

    start: int
    end: int
    kind: str


def find(text: str, language: str | None = None, repetition: Repetition | None = None) -> list[FoundZone]:
    """The zones of an article in text order; they do not overlap. A language narrows what a byline is.

    `repetition` knows the paragraphs that recur across the corpus: those at the edges of the article are
    zones, too, of the kind that their shape says.
    """
    lines = [(match.start(), match.group()) for match in _LINE.finditer(text)]
    head = list(_head(lines[:_HEAD_LINES], language))
    after = head[-1].end if head else 0
    found = head + [zone for zone in _tail(lines) if zone.start >= after]
    if repetition is not None:
        found += [zone for zone in _repeated(text, repetition) if not _meets(zone, found)]
    return sorted(found)


def _repeated(text: str, repetition: Repetition) -> Iterator[FoundZone]:
    """What recurs at the edges. A dateline opens a line that goes on, all else are whole paragraphs."""
    if (opening := repetition.opening(text)) is not None:
        yield FoundZone(*opening, "dateline")
    paragraphs = repetition.paragraphs(text)
    for start, end in paragraphs:
        yield FoundZone(start, end, _shaped(text[start:end], last=end == paragraphs[-1][1]))


def _meets(zone: FoundZone, others: list[FoundZone]) -> bool:
    return any(zone.start < other.end and other.start < zone.end for other in others)


def _shaped(paragraph: str, *, last: bool) -> str:
    """The kind of a repeated paragraph: a list behind a label, a block about somebody, else a disclaimer."""
    if _LISTED.match(paragraph):
        return "category"
    return "about" if last and len(paragraph) >= _MIN_ABOUT else "disclaimer"


def _head(lines: list[tuple[int, str]], language: str | None) -> Iterator[FoundZone]:
    """At most one byline and one dateline among the first lines; a dateline opens a line that goes on."""
    kinds = set[str]()
    for start, body in lines:
        if "byline" not in kinds and len(body) <= _MAX_BYLINE and _bylines(language).match(body):
            kinds.add("byline")
            yield FoundZone(start, start + len(body), "byline")
        elif "dateline" not in kinds and (end := _dateline(body)):
            kinds.add("dateline")
            yield FoundZone(start, start + end, "dateline")


@cache
def _bylines(language: str | None) -> re.Pattern[str]:
    known = _BYLINE_WORDS.get(language.split("-")[0]) if language else None
    words = known or "|".join(sorted(set("|".join(_BYLINE_WORDS.values()).split("|"))))
    return re.compile(rf"(?:{words}) {_BYLINE_NAMES}")


def _dateline(line: str) -> int:
    """The length of the dateline that the line opens with, 0 where it has none or is nothing else."""
    matches = (pattern.match(line) for pattern in _DATELINES)
    return next((m.end() for m in matches if m and len(line) - m.end() >= _MIN_REST), 0)


def _tail(lines: list[tuple[int, str]]) -> Iterator[FoundZone]:
    """Boilerplate among the last lines. The first line of a text is never looked at."""
    named: set[str] = set()
    previous = ""
    for start, line in lines[1:][-_TAIL_LINES:]:
        previous = _tail_kind(line, previous=previous, named=named, last=start == lines[-1][0])
        if previous:
            named.update(re.findall(rf"{_UPPER}[\w-]+", line))
            yield FoundZone(start, start + len(line), previous)


def _tail_kind(line: str, *, previous: str, named: set[str], last: bool) -> str:
    """The kind of a line; `previous` is that of the line before, `named` the names in boilerplate so far."""
    if len(line) <= _MAX_DISCLAIMER and _DISCLAIMERS.search(line):
        return "disclaimer"
    if len(line) <= _MAX_CATEGORY and _CATEGORIES.match(line):
        return "category"
    return "about" if _is_about(line, previous=previous, named=named, last=last) else ""


def _is_about(line: str, *, previous: str, named: set[str], last: bool) -> bool:
    if _ABOUT_TITLE.match(line):
        return len(line) <= _MIN_ABOUT
    if _ABOUT_INLINE.match(line):
        return bool(previous) or last
    text = _ABOUT_TEXT.match(line)
    follows = previous == "about" or bool(text and (previous or text["who"] in named))
    return follows and len(line) >= _MIN_ABOUT
