"""What the model nearly suggested and what of it is still free: other readings and further names. Pure."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from desktop.gui.article_view.hand import SuggestionInHand
from desktop.gui.article_view.scene import Scene
from store.values import PredictedSpan


def readings(scene: Scene, thing: SuggestionInHand) -> list[PredictedSpan]:
    """What else a suggestion may be, likeliest first: never what is suggested or marked already."""
    near = (it for it in scene.variants if it.start < thing.end and thing.start < it.end)
    free = (it for it in near if not any(mark.label for mark in scene.own.meeting(it.start, it.end)))
    return sorted((it for it in free if not _is_suggested(scene, it)), key=likelihood, reverse=True)


def unmarked(scene: Scene) -> Sequence[PredictedSpan]:
    """The names that nothing stands for, in text order; of some that meet each other the likeliest."""
    kept: list[PredictedSpan] = []
    for it in sorted(_free(scene), key=likelihood, reverse=True):
        place = bisect_left(kept, it.start, key=_start)
        if (place == 0 or kept[place - 1].end <= it.start) and (
            place == len(kept) or it.end <= kept[place].start
        ):
            kept.insert(place, it)
    return kept


def likelihood(it: PredictedSpan) -> float:
    """How probable the model holds it."""
    return it.score or 0.0


def _start(it: PredictedSpan) -> int:
    return it.start


def _free(scene: Scene) -> Iterator[PredictedSpan]:
    refused = {(it.start, it.end) for it in (*scene.page.rejections, *scene.page.withheld)}
    for it in scene.variants:
        marked = scene.own.meeting(it.start, it.end) or scene.suggested.meeting(it.start, it.end)
        if not marked and (it.start, it.end) not in refused and not scene.is_outside(it.start):
            yield it


def _is_suggested(scene: Scene, it: PredictedSpan) -> bool:
    same = scene.suggested.meeting(it.start, it.end)
    return any((mark.start, mark.end, mark.label) == (it.start, it.end, it.label) for mark in same)
