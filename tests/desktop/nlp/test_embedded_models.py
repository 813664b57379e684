"""All models that are shipped: their folders are whole, small, licensed, and say how good they are."""

import json
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest

from desktop.nlp import models, pipelines

ROOT = Path(str(files("resources"))) / "models"
FOLDERS = sorted(path.parent.name for path in ROOT.glob("*/meta.json"))
MEGABYTE = 1_000_000
WITHOUT_DATA = ("ar",)


def meta(folder: str) -> dict[str, Any]:
    return json.loads((ROOT / folder / "meta.json").read_bytes())


def card(folder: str) -> str:
    return (ROOT / folder / "MODEL_CARD.md").read_text(encoding="utf-8")


def test_all_models_together_stay_small() -> None:
    assert sum(file.stat().st_size for file in ROOT.rglob("*") if file.is_file()) < 60 * MEGABYTE


@pytest.mark.parametrize("folder", FOLDERS)
def test_licences_and_attribution_go_with_a_model(folder: str) -> None:
    about = meta(folder)
    assert f"under {about['license']}" in card(folder)
    for source in about.get("sources", ()):
        assert f"{source['name']}, {source['author']}: {source['license']}" in card(folder)
        share_alike = "BY-SA" in source["license"]
        assert not share_alike or about["license"] == "CC BY-SA 4.0", "share-alike data, share-alike model"
    licences = (ROOT / folder / "LICENSES.txt").read_text(encoding="utf-8")
    assert "UNICODE LICENSE V3" in licences
    has_clusters = any("Brown" in source["name"] for source in about.get("sources", ()))
    assert ("ExplosionAI" in licences) == has_clusters


@pytest.mark.parametrize("folder", FOLDERS)
def test_the_folder_names_no_place_of_its_making(folder: str) -> None:
    for file in (path for path in (ROOT / folder).rglob("*") if path.suffix in (".cfg", ".json", ".md")):
        content = file.read_text(encoding="utf-8")
        assert not [line for line in content.splitlines() if "/home/" in line or "/tmp/" in line], file.name


@pytest.mark.parametrize("folder", [folder for folder in FOLDERS if folder not in WITHOUT_DATA])
def test_the_card_holds_the_figures_of_the_meta_file(folder: str) -> None:
    performance = meta(folder)["performance"]
    row = next(line for line in card(folder).splitlines() if line.startswith("| PER, ORG, LOC, MISC |"))
    figures = [f"{100 * performance[key]:.1f}" for key in ("ents_p", "ents_r", "ents_f")]
    assert figures == [cell.strip() for cell in row.split("|")][2:5]


@pytest.mark.parametrize("folder", FOLDERS)
def test_a_model_loads_under_its_name_and_reads(folder: str) -> None:
    pipeline = pipelines.load(f"{models.EMBEDDED}{folder}")
    assert pipeline.name == f"lesart_{folder}"
    assert "LOC" in pipeline.labels
    assert pipeline.predict("\u200b … 123\n") == []


def test_thai_is_read_in_the_tokens_that_the_model_was_made_of() -> None:
    text = "กระทรวงสาธารณสุขยืนยันว่าประเทศลาวจะช่วยเหลือประเทศไทย"
    found = {text[it.start : it.end] for it in pipelines.load("embedded:th").predict(text)}
    assert {"ประเทศลาว", "ประเทศไทย"} <= found


@pytest.mark.parametrize(
    ("folder", "text", "names"),
    [
        ("ru", "Вчера А. М. Горностаев прилетел в Нью-Йорк.", {"А. М. Горностаев", "Нью-Йорк"}),
        (
            "xx",
            "Statsminister Jan E. Nilsson rejste til Bosnien-Hercegovina.",
            {"Jan E. Nilsson", "Bosnien-Hercegovina"},
        ),
        ("pt", "O deputado Carlos T. Souza viajou para a Guiné-Bissau.", {"Carlos T. Souza", "Guiné-Bissau"}),
    ],
)
def test_names_with_hyphens_and_initials_are_suggested_whole(folder: str, text: str, names: set[str]) -> None:
    found = {text[it.start : it.end] for it in pipelines.load(f"embedded:{folder}").predict(text)}
    assert names <= found
