"""HTML as a tree of elements, however broken it is. Scripts and styles stay as text of their elements.

Built on Python's own HTML tokeniser, with the rules of HTML's parsing section (13.2.6) that decide where
articles' paragraphs end: which end tags may be missing, and which elements are empty.
"""

from html.parser import HTMLParser
from xml.etree.ElementTree import Element

from store.formats.problems import RecordError

LONGEST = 16 * 1024 * 1024
"""Characters of a page; the tokeniser is not made for more."""

DEEPEST = 400
"""Levels; what lies deeper is put beside its parent."""

VOID = frozenset([
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track",
    "wbr",
])  # fmt: skip
BLOCKS = frozenset([
    "address", "article", "aside", "blockquote", "body", "center", "dd", "details", "dialog", "div", "dl",
    "dt", "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header",
    "hgroup", "hr", "html", "li", "main", "menu", "nav", "ol", "p", "pre", "section", "summary", "table",
    "tbody", "td", "tfoot", "th", "thead", "tr", "ul",
])  # fmt: skip
"""Elements that begin and end a paragraph."""

_CLOSES_P = BLOCKS - {"td", "th", "tr", "tbody", "thead", "tfoot", "li", "dd", "dt", "body", "html"}
_ENDS: dict[str, tuple[frozenset[str], frozenset[str]]] = {
    "li": (frozenset(["li"]), frozenset(["ul", "ol", "menu"])),
    "dd": (frozenset(["dd", "dt"]), frozenset(["dl"])),
    "dt": (frozenset(["dd", "dt"]), frozenset(["dl"])),
    "tr": (frozenset(["tr"]), frozenset(["table"])),
    "td": (frozenset(["td", "th"]), frozenset(["tr", "table"])),
    "th": (frozenset(["td", "th"]), frozenset(["tr", "table"])),
    "option": (frozenset(["option"]), frozenset(["select"])),
}
"""A start tag -> what it ends if that is open, and the elements beyond which it ends nothing."""


def tree(text: str) -> Element:
    """The page under a root called "html". Raises RecordError for one that is too long."""
    if len(text) > LONGEST:
        raise RecordError("", "too_long", str(LONGEST))
    builder = _Builder()
    builder.feed(text)
    builder.close()
    return builder.root


class _Builder(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.root = Element("html")
        self._stack = [self.root]
        self._last: Element | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = {name: value or "" for name, value in attrs}
        if tag == "html":
            self.root.attrib.update(values)
            return
        if tag in _CLOSES_P:
            self._end_open("p", frozenset(["table", "td", "th", "button"]))
        if tag in _ENDS:
            names, borders = _ENDS[tag]
            for name in names:
                self._end_open(name, borders)
        element = Element(tag, values)
        self._stack[-1].append(element)
        self._last = element
        if tag not in VOID and len(self._stack) < DEEPEST:
            self._stack.append(element)
            self._last = None

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)

    def handle_endtag(self, tag: str) -> None:
        if tag == "html":
            return
        if tag == "p" and not any(element.tag == "p" for element in self._stack):
            self.handle_starttag("p", [])
        self._end_open(tag, frozenset(["body"] if tag in BLOCKS else ["td", "th", "body"]))

    def handle_data(self, data: str) -> None:
        if self._last is None:
            self._stack[-1].text = (self._stack[-1].text or "") + data
        else:
            self._last.tail = (self._last.tail or "") + data

    def _end_open(self, tag: str, borders: frozenset[str]) -> None:
        """End the innermost open element of this name, if none of the borders lies between."""
        for at in range(len(self._stack) - 1, 0, -1):
            if self._stack[at].tag == tag:
                self._last = self._stack[at]
                del self._stack[at:]
                return
            if self._stack[at].tag in borders:
                return
