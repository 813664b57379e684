import json
from pathlib import Path

import pytest

from desktop.nlp import models
from desktop.nlp.errors import ModelBroken, ModelCarriesCode, ModelMissing


def folder(path: Path, **meta: object) -> Path:
    path.mkdir(parents=True, exist_ok=True)
    (path / "config.cfg").write_text("[nlp]\nlang = de\n")
    (path / "meta.json").write_text(json.dumps({"lang": "de", "name": "toy", "version": "1.2", **meta}))
    return path


def test_the_embedded_models_are_listed_first_and_german_is_among_them() -> None:
    found = models.available()
    embedded = [model for model in found if model.source.startswith(models.EMBEDDED)]
    assert found[: len(embedded)] == embedded
    german = next(model for model in embedded if model.source == "embedded:de")
    assert (german.name, german.language, german.also) == ("lesart_de", "de", ())
    assert models.by_language(found)["de"] == "embedded:de"


def test_a_model_that_is_not_there_is_missing() -> None:
    for source in ("embedded:none", "de_no_such_package", "/no/such/folder"):
        with pytest.raises(ModelMissing):
            models.folder_of(source)


def test_the_folder_of_an_unpacked_package_is_the_one_inside(tmp_path: Path) -> None:
    inner = folder(tmp_path / "de_toy" / "de_toy-1.2")
    assert models.folder_of(str(tmp_path / "de_toy")) == inner
    assert models.folder_of(str(inner)) == inner


def test_a_folder_of_several_models_names_none(tmp_path: Path) -> None:
    folder(tmp_path / "one")
    folder(tmp_path / "two")
    with pytest.raises(ModelMissing):
        models.folder_of(str(tmp_path))


def test_names_are_spacys_unless_the_language_is_in_them(tmp_path: Path) -> None:
    assert models.meta_of(folder(tmp_path / "a")).name == "de_toy"
    assert models.meta_of(folder(tmp_path / "b", name="toy_de")).name == "toy_de"


def test_a_folder_says_which_languages_it_also_reads(tmp_path: Path) -> None:
    path = folder(tmp_path, lang="id", name="toy_id", also_reads=["ms"])
    assert models.describe(str(path)) == models.ModelInfo(str(path), "toy_id", "1.2", "id", ("ms",))
    with pytest.raises(ModelMissing):
        models.describe(str(tmp_path / "nowhere"))


def info(source: str, language: str, *also: str) -> models.ModelInfo:
    return models.ModelInfo(source, source, "1", language, also)


def test_a_model_made_for_a_language_goes_before_one_that_also_reads_it() -> None:
    sources = models.by_language([info("a", "id", "ms", "de"), info("b", "de"), info("c", "de")])
    assert sources == {"id": "a", "de": "b", "ms": "a"}


@pytest.mark.parametrize(
    ("language", "source"),
    [("zh", "han"), ("zh-Hant", "han"), ("ms", "malay"), ("sw", "any"), (None, "malay"), ("und", "malay")],
)
def test_a_text_goes_to_the_model_of_its_language_or_to_the_one_for_any(
    language: str | None, source: str
) -> None:
    sources = {"zh": "han", "ms": "malay", models.ANY_LANGUAGE: "any"}
    assert models.reader(language, sources, default="ms") == source
    assert models.reader("sw", {"de": "d"}, default="de") is None


def test_a_damaged_meta_file_is_a_broken_model(tmp_path: Path) -> None:
    path = folder(tmp_path)
    (path / "meta.json").write_text("{")
    with pytest.raises(ModelBroken):
        models.meta_of(path)


@pytest.mark.parametrize("name", ["evil.py", "ner/evil.pyc", "vocab/x.SO", "state.pkl"])
def test_a_folder_with_code_is_refused_and_the_code_named(tmp_path: Path, name: str) -> None:
    path = folder(tmp_path)
    models.refuse_code(path)
    (path / name).parent.mkdir(exist_ok=True)
    (path / name).write_bytes(b"")
    with pytest.raises(ModelCarriesCode) as caught:
        models.refuse_code(path)
    assert caught.value.fields["files"] == [str(Path(name))]


def test_an_installed_package_is_listed_with_its_version(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    info = tmp_path / "xx_strangers_model-2.5.dist-info"
    info.mkdir()
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: xx-strangers-model\nVersion: 2.5\n")
    (info / "entry_points.txt").write_text("[spacy_models]\nxx_strangers_model = xx_strangers_model\n")
    monkeypatch.syspath_prepend(str(tmp_path))
    expected = models.ModelInfo("xx_strangers_model", "xx_strangers_model", "2.5", "xx")
    assert expected in models.available()
    assert models.folder_of("xx_strangers_model") is None
