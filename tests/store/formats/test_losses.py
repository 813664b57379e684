"""Losses and problems are all counted; the list is as long as somebody may want to look at."""

import pytest

from store.formats import losses
from store.formats.losses import Losses, Problems
from store.formats.problems import Loss, Skipped


@pytest.fixture(autouse=True)
def few(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(losses, "KEPT", 3)


def loss(number: int, kind: str) -> Loss:
    return Loss(f"a{number}", number, number + 1, "PER", kind)


def test_the_first_of_each_kind_are_kept_and_all_are_counted() -> None:
    found = Losses()
    found += (loss(n, "nested") for n in range(5))
    found.append(loss(5, "name"))
    found += [loss(n, "widened") for n in range(6, 14)]
    kept, counts = found.told()
    assert [it.article for it in kept] == ["a0", "a1", "a2", "a5", "a6", "a7", "a8"]
    assert counts == {"widened": 8, "nested": 5, "name": 1}
    assert list(counts) == ["widened", "nested", "name"], "the most frequent first"


def test_of_problems_too_and_no_file_is_left_out() -> None:
    found = Problems()
    for line in (9, 8, 7, 6, 0):
        found.append(Skipped("b.jsonl", line, "", "not_json"))
    found.append(Skipped("a.jsonl", 1, "text", "empty_text"))
    kept, counts = found.told()
    assert [(it.path, it.line) for it in kept] == [("a.jsonl", 1), *(("b.jsonl", n) for n in (0, 7, 8, 9))]
    assert counts == {"not_json": 5, "empty_text": 1}
