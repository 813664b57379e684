"""The article in a web page: which of its paragraphs are the text, and which are the page around it (pure).

After the idea of Arc90's Readability: paragraphs vote for what holds them, by their length and by how little
of them is links; then what stands inside the winner, but is known to be furniture, is left out.
"""

import re
from collections import defaultdict
from xml.etree.ElementTree import Element

from store.formats.articles.paragraphs import Paragraph, paragraphs

SHORTEST_VOTE = 25
"""Characters of a paragraph that may vote."""

_FURNITURE = re.compile(
    r"(^|[\s_-])(advert\w*|ads?|anzeige\w*|author-?(box|bio|card)|bottom-?bar|breadcrumbs?|comments?|kommentare?|"
    r"consent|cookies?|dachzeile|eyebrow|kicker|overline|copyright|credits?|disqus|figcaption|caption|bildunterschrift|footer|gallery|infobox|"
    r"masthead|menu|meta(data)?|mehr-?zum-?thema|more-?(on|about)|nav(bar|igation)?|newsletter\w*|outbrain|"
    r"overlay|pagination|paywall|popup|print-?only|promo\w*|recommend\w*|related\w*|read-?(more|next|also)|"
    r"share\w*|sharing|sidebar|skip(link)?|social\w*|sponsor\w*|subscri\w*|taboola|tags?|teaser-?(list|box)|"
    r"toolbar|tooltip|trending|widget|lesen-?sie-?auch|auch-?interessant)([\s_-]|$)",
    re.IGNORECASE,
)
_GOOD = re.compile(r"article|artikel|body|content|entry|main|post|story|text|beitrag", re.IGNORECASE)
_BODY = re.compile(
    r"articlebody|article-?body|story-?body|entry-content|post-content|article__body", re.IGNORECASE
)
_LEAD = re.compile(
    r"(^|[\s_-])(lead|intro|standfirst|vorspann|summary|dek|subtitle|teaser-?text)([\s_-]|$)", re.IGNORECASE
)
_DROPPED = frozenset(["nav", "aside", "footer", "form", "figure", "dialog", "menu", "address"])
_TITLES = frozenset(["h1"])


def body(root: Element, headline: str = "") -> list[Paragraph]:
    """The paragraphs of the article without its headline; none where the page has no text to speak of."""
    kept = [it for it in paragraphs(root, skips=_is_furniture) if not _is_links(it)]
    holder = _holder(kept)
    if holder is None:
        return []
    title = next((at for at, it in enumerate(kept) if it.holder in _TITLES and it.text == headline), -1)
    inside = [it for it in kept[title + 1 :] if holder in it.path]
    lead = [it for it in kept[: kept.index(inside[0])] if _is_lead(it)] if inside else []
    found = [it for it in [*lead[-1:], *inside] if it.holder not in _TITLES and it.text != headline]
    while found and found[-1].holder in ("h2", "h3", "h4", "h5", "h6"):
        found.pop()
    return found


def _holder(kept: list[Paragraph]) -> Element | None:
    """The element that most text stands in, without much else."""
    votes: defaultdict[int, float] = defaultdict(float)
    elements: dict[int, Element] = {}
    for paragraph in kept:
        size = len(paragraph.text) - 2 * paragraph.links
        if size < SHORTEST_VOTE:
            continue
        weight = 1.0 + min(size / 100, 4.0)
        # The block that holds the paragraph's own block, and in falling measure what holds that.
        blocks = [
            it
            for it in paragraph.path
            if it.tag in ("div", "article", "section", "main", "body", "td", "html")
        ]
        for distance, element in enumerate(reversed(blocks[-4:])):
            elements[id(element)] = element
            votes[id(element)] += weight / (1 + distance) ** 0.5
    if not votes:
        return None
    best = max(votes, key=lambda key: votes[key] * _liking(elements[key]))
    return _widened(elements[best], kept)


def _widened(best: Element, kept: list[Paragraph]) -> Element:
    """The nearest `article` or `main` around the winner if what it adds is text: paragraphs may lie in
    several sections.
    """
    path = next(it.path for it in kept if best in it.path)
    outer = [it for it in path[: path.index(best)] if it.tag in ("article", "main")]
    for element in reversed(outer):
        own = sum(len(it.text) for it in kept if best in it.path)
        added = [it for it in kept if element in it.path and best not in it.path]
        text = sum(
            len(it.text) for it in added if len(it.text) > 2 * SHORTEST_VOTE and it.links * 3 < len(it.text)
        )
        noise = sum(len(it.text) for it in added) - text
        if text > noise and text < 20 * own:
            return element
    return best


def _liking(element: Element) -> float:
    """How much its name speaks for it."""
    names = f"{element.get('class', '')} {element.get('id', '')}"
    if element.get("itemprop") == "articleBody" or _BODY.search(names):
        return 2.0
    if element.tag in ("article", "main"):
        return 1.3
    if element.tag in ("body", "html"):
        return 0.7
    return 1.15 if _GOOD.search(names) else 1.0


def _is_furniture(element: Element) -> bool:
    if element.tag in _DROPPED or element.get("aria-hidden") == "true" or "hidden" in element.attrib:
        return True
    if element.get("role") in (
        "navigation",
        "complementary",
        "banner",
        "contentinfo",
        "dialog",
        "search",
        "menu",
    ):
        return True
    if "display:none" in (element.get("style") or "").replace(" ", ""):
        return True
    if element.tag in ("html", "body", "main", "article") or element.get("itemprop") == "articleBody":
        return False
    names = f"{element.get('class', '')} {element.get('id', '')}"
    return _FURNITURE.search(names) is not None and not _BODY.search(names)


def _is_links(paragraph: Paragraph) -> bool:
    """A line of a menu or a teaser, rather than a sentence with a link in it."""
    return paragraph.links * 2 > len(paragraph.text) and not paragraph.text.endswith(
        (".", "!", "?", "\u201c", '"')
    )


def _is_lead(paragraph: Paragraph) -> bool:
    return len(paragraph.text) > 2 * SHORTEST_VOTE and any(
        _LEAD.search(it.get("class", "")) for it in paragraph.path[-3:]
    )
