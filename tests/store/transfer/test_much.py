"""Many files, many problems and many losses: counted, and never all of them at once."""

from collections.abc import Callable
from pathlib import Path

import pytest

from store.database import Store
from store.formats import losses
from store.formats.sources import Source
from store.transfer import ExportOptions, export_file, import_files
from store.values import Progress


@pytest.fixture
def store(new_store: Callable[..., Store]) -> Store:
    return new_store()


def test_each_of_many_files_is_measured_once(
    store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = 0
    position = Source.position

    def counted(self: Source) -> int:
        nonlocal asked
        asked += 1
        return position.fget(self)  # pyright: ignore[reportOptionalCall]

    monkeypatch.setattr(Source, "position", property(counted))
    for number in range(100):
        (tmp_path / f"{number:03}.txt").write_text(f"Köln {number}", "cp1252" if number == 7 else "utf-8")
    shown: list[Progress] = []
    report = import_files(store, [tmp_path], progress=shown.append)
    assert (report.added, report.encodings) == (100, {"007.txt": "cp1252"})
    assert [it.done for it in shown] == sorted(it.done for it in shown)
    assert asked < 100 * 4, "not once for each pair of files"


def test_problems_beyond_the_first_are_only_counted(
    store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(losses, "KEPT", 5)
    lines = [*['{"text": "Text"}'] * 9, *["{"] * 20, '{"text": ""}', "[]"]
    (tmp_path / "a.jsonl").write_text("\n".join(lines))
    report = import_files(store, [tmp_path / "a.jsonl"])
    assert (report.added, report.duplicates) == (1, 8)
    assert list(report.problems.items())[:2] == [("not_json", 20), ("duplicate", 8)]
    assert [it.line for it in report.skipped] == [2, 3, 4, 5, 6, 10, 11, 12, 13, 14, 30, 31]


def test_losses_beyond_the_first_are_only_counted(
    store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(losses, "KEPT", 2)
    spans = ", ".join(f'[{start}, {start + 3}, "PER"]' for start in range(8))
    (tmp_path / "a.jsonl").write_text(f'{{"id": "a", "text": "Wort Wort Wort", "spans": [{spans}]}}')
    assert import_files(store, [tmp_path / "a.jsonl"]).skipped == ()
    options = ExportOptions(segment=lambda _text, _language: [(0, 4), (5, 9), (10, 14)], datasheet=True)
    report = export_file(store, tmp_path / "out.conll", format="conll2003", options=options)
    assert sum(report.lost.values()) == 8
    assert max(report.lost.values()) > 2
    assert {kind: min(count, 2) for kind, count in report.lost.items()} == {
        kind: [it.kind for it in report.losses].count(kind) for kind in report.lost
    }
    sheet = (tmp_path / "out.datasheet.md").read_text("utf-8")
    for kind, count in report.lost.items():
        assert f"| {kind.replace('_', ' ')} | {count} |" in sheet
