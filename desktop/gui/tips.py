"""Tooltips of words that are not ours: texts of articles, names of files and people."""

from html import escape


def plain_tip(words: str) -> str:
    """The words for a tooltip that shows them as they are: Qt takes what looks like markup for some."""
    if "<" not in words:
        return words
    return f"<span>{escape(words)}</span>".replace("\n", "<br>")
