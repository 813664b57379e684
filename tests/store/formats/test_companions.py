"""Of a file and what completes it only the file is read, whichever of them were chosen."""

from pathlib import Path

import pytest

from store.formats.companions import wholes
from store.transfer.reading import found_files


@pytest.mark.parametrize(
    ("chosen", "read"),
    [
        (["a.conll", "a.conll.map"], ["a.conll"]),
        (["a.conll.map"], ["a.conll.map"]),
        (["s.tsv", "s.tsv.sidecar.jsonl"], ["s.tsv"]),
        (["s-train.tsv", "s.tsv.sidecar.jsonl"], ["s-train.tsv"]),
        (["s.tsv.sidecar.jsonl"], ["s.tsv.sidecar.jsonl"]),
        (["h.features", "h-dev.jsonl"], ["h-dev.jsonl"]),
        (["l.json", "l.config.xml"], ["l.json"]),
        (["b.txt", "b.ann", "c.txt"], ["b.ann", "c.txt"]),
        (["x/a.conll", "y/a.conll.map"], ["x/a.conll", "y/a.conll.map"]),
        (["a.jsonl", "a.jsonl"], ["a.jsonl", "a.jsonl"]),
    ],
)
def test_what_completes_another_file_is_no_file_of_its_own(chosen: list[str], read: list[str]) -> None:
    assert wholes(map(Path, chosen)) == list(map(Path, read))


def test_thousands_of_files_are_not_compared_with_each_other() -> None:
    class Seen(type(Path())):
        looks = 0

        @property
        def name(self) -> str:
            Seen.looks += 1
            return super().name

    paths = [Seen(f"/news/{number}.txt") for number in range(2000)]
    assert wholes(paths) == paths
    assert Seen.looks < 10 * len(paths)


def test_chosen_files_are_read_as_those_of_a_folder(tmp_path: Path) -> None:
    for name in ("a.conll", "a.conll.map", "s.tsv", "s.tsv.sidecar.jsonl"):
        (tmp_path / name).write_text("x", "utf-8")
    chosen = [name for _, name in found_files(sorted(tmp_path.iterdir()))]
    assert chosen == ["a.conll", "s.tsv"]
