"""Losses are all counted; the list is as long as somebody may want to look at."""

import pytest

from store.formats import losses
from store.formats.losses import Losses
from store.formats.problems import Loss


def loss(number: int, kind: str) -> Loss:
    return Loss(f"a{number}", number, number + 1, "PER", kind)


def test_the_first_of_each_kind_are_kept_and_all_are_counted(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(losses, "KEPT", 3)
    found = Losses()
    found += (loss(n, "nested") for n in range(5))
    found.append(loss(5, "name"))
    found += [loss(n, "widened") for n in range(6, 14)]
    kept, counts = found.told()
    assert [it.article for it in kept] == ["a0", "a1", "a2", "a5", "a6", "a7", "a8"]
    assert counts == {"widened": 8, "nested": 5, "name": 1}
    assert list(counts) == ["widened", "nested", "name"], "the most frequent first"
