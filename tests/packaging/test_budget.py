"""The gate that keeps the program small."""

from pathlib import Path

import budget
import pytest

MIB = 1024 * 1024


def test_parts_are_weighed_by_the_library_they_belong_to(tmp_path: Path) -> None:
    for name, size in {"lesart": 1, "_internal/spacy/a.so": 2, "_internal/spacy/b/c.so": 3}.items():
        file = tmp_path / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(bytes(size * MIB))
    (tmp_path / "link").symlink_to("lesart")
    assert budget.parts(tmp_path) == {"spacy": 5, "lesart": 1}


def test_what_grew_is_named_and_what_grew_most_comes_first() -> None:
    agreed = {"numpy": 10.0, "spacy": 12.0, "blis": 30.0}
    sizes = {"numpy": 12.0, "spacy": 12.4, "blis": 20.0, "torch": 900.0}
    assert budget.grown(agreed, sizes) == ["  torch: 0.0 -> 900.0 MiB", "  numpy: 10.0 -> 12.0 MiB"]


@pytest.mark.parametrize(("size", "fits"), [(1, True), (71, False)])
def test_the_build_fails_over_its_limit(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], size: int, fits: bool
) -> None:
    package = tmp_path / "a.deb"
    with package.open("wb") as file:
        file.truncate(size * MIB)
    monkeypatch.setattr(budget, "BUNDLE", tmp_path / "empty")
    monkeypatch.setattr(budget, "WORK", tmp_path)
    assert budget.check({"deb": package}) is fits
    assert ("too large" in capsys.readouterr().err) is not fits
