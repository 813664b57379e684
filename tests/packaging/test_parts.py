"""What the installed program says it is made of."""

from pathlib import Path

import parts

ROOT = Path(__file__).resolve().parents[2]


def test_every_model_and_the_table_of_languages_name_their_data_and_its_licences() -> None:
    told = {part.name: part for part in parts._of_data()}
    models = {f"lesart_{folder.name}" for folder in (ROOT / "resources" / "models").iterdir()}
    assert set(told) == models | {"lesart_languages"}
    for part in told.values():
        words = " ".join(text.read_text(encoding="utf-8") for text in part.texts)
        assert "Unicode" in words
        assert f"under {part.licence}" in " ".join(words.split())


def test_each_part_has_a_folder_with_its_texts_and_a_line(tmp_path: Path) -> None:
    text = tmp_path / "COPYING"
    text.write_text("Do what you like.", encoding="utf-8")
    (tmp_path / "more").mkdir()
    (tmp_path / "more" / "COPYING").write_text("But not that.", encoding="utf-8")
    one = parts.Part("one", "1.0", "MIT", "pkg:pypi/one@1.0", (text, tmp_path / "more" / "COPYING"))
    parts.write_licences([one], tmp_path / "licences")
    listed = (tmp_path / "licences" / parts.PARTS).read_text(encoding="utf-8").splitlines()
    assert listed[1:] == ["one 1.0: MIT (one/)"]
    words = {file.read_text(encoding="utf-8") for file in (tmp_path / "licences" / "one").iterdir()}
    assert words == {"Do what you like.", "But not that."}
