"""What a model says of the texts that it has learnt from."""

import json
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest

from desktop.nlp import models
from desktop.nlp.learnt import LEARNT_FROM, Learnt, digest, learnt_from
from tests.desktop.trained import folder, folder_that_learnt


def test_a_folder_says_from_which_texts_it_learnt_and_holds_none_of_them(tmp_path: Path) -> None:
    made = folder_that_learnt(tmp_path, "Anna traf Bea.", "Zoë kam.")
    assert learnt_from(str(made)) == Learnt(frozenset(map(digest, ("Anna traf Bea.", "Zoë kam."))))
    assert "Anna" not in (said := (made / "meta.json").read_text(encoding="utf-8"))
    whole = sha256("Zoë kam.".encode()).hexdigest()
    assert whole[:16] in json.loads(said)[LEARNT_FROM]["texts"]
    assert whole not in said


def test_what_two_models_have_learnt_adds_up_and_so_does_doubt() -> None:
    first, second = Learnt().and_from(["a", "b"]), Learnt(is_all=False).and_from(["b", "c"])
    assert first | second == Learnt(frozenset(map(digest, "abc")), is_all=False)
    assert (first | Learnt().and_from(["d"])).is_all
    assert not second.and_from(["d"]).is_all


def test_half_a_character_has_a_hash_as_every_text_has() -> None:
    assert digest("\ud83c") != digest("")


def test_an_embedded_model_knows_nothing_of_a_project_however_it_is_named() -> None:
    assert learnt_from("embedded:de") == Learnt()
    assert learnt_from(str(models.folder_of("embedded:de"))) == Learnt()


@pytest.mark.parametrize(("meta", "is_all"), [({}, True), ({"parent": "lesart_de 3"}, False)])
def test_a_package_knows_nothing_of_a_project_unless_it_names_a_parent(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, meta: dict[str, Any], is_all: bool
) -> None:
    package = f"xx_package_{is_all}".lower()
    (info := tmp_path / f"{package}-1.dist-info").mkdir()
    (info / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {package}\nVersion: 1\n")
    (info / "entry_points.txt").write_text(f"[spacy_models]\n{package} = {package}\n")
    folder(tmp_path / package, **meta)
    (tmp_path / package / "__init__.py").touch()
    monkeypatch.syspath_prepend(str(tmp_path))
    assert learnt_from(package) == Learnt(is_all=is_all)


@pytest.mark.parametrize(
    "meta",
    [
        {"parent": "lesart_de 3"},
        {},
        {LEARNT_FROM: "damaged"},
        {LEARNT_FROM: {"texts": [1]}},
    ],
)
def test_a_folder_that_says_nothing_may_have_learnt_from_anything(
    tmp_path: Path, meta: dict[str, Any]
) -> None:
    assert learnt_from(str(folder(tmp_path, **meta))) == Learnt(is_all=False)
