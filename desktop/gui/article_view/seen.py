"""What of an article has been on screen since it was opened."""

from desktop.gui.article_view.reaction import Screen
from desktop.gui.article_view.scene import Scene
from store.offsets import Range


class Seen:
    """Collects the ranges that were visible, and the suggestions in them."""

    def __init__(self) -> None:
        self._ranges: list[Range] = []
        self._suggestions: set[int] = set()

    def add(self, scene: Scene, visible: Range) -> bool:
        """These lines are on screen now; whether a suggestion is among them that was not before."""
        start, end = visible
        if start >= end and scene.text:
            return False
        self._ranges = _joined(scene.text, [*self._ranges, visible])
        before = len(self._suggestions)
        self._suggestions.update(
            mark.id for mark in scene.suggested.meeting(start, end) if start <= mark.start
        )
        return len(self._suggestions) > before

    def screen(self, scene: Scene) -> Screen:
        """What counts as seen when the article is finished."""
        text = scene.text
        whole = any(not text[:start].strip() and not text[end:].strip() for start, end in self._ranges)
        return Screen(frozenset(self._suggestions), whole)


def _joined(text: str, ranges: list[Range]) -> list[Range]:
    """Sorted; ranges with nothing but space between them made one."""
    joined: list[Range] = []
    for start, end in sorted(ranges):
        if joined and (start <= joined[-1][1] or text[joined[-1][1] : start].isspace()):
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return joined
