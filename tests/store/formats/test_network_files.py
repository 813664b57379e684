"""Networks in three forms."""

import csv
from collections import Counter
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest
from sqlalchemy import update

from store.database import Store
from store.networks import NetworkOptions
from store.tables import core as t
from store.transfer import ExportOptions, export_file


@pytest.mark.parametrize("form", ["graphml", "gexf", "csv"])
def test_networks_are_written_in_three_forms_with_the_same_weights(
    gold: Store, tmp_path: Path, form: str
) -> None:
    options = ExportOptions(network=NetworkOptions(mode="one", per="document"))
    report = export_file(gold, tmp_path / f"net.{form}", format=f"network-{form}", options=options)
    names, weights = {"graphml": graphml, "gexf": gexf, "csv": tables}[form](tmp_path)
    assert set(names.values()) >= {"Nikol Pashinyan", "Wladimir Putin"}
    found = {frozenset((names[a], names[b])): weight for (a, b), weight in weights.items()}
    russia = next(name for name in names.values() if name.startswith("Russland"))
    assert found[frozenset(("Nikol Pashinyan", russia))] == -2
    assert Counter(loss.kind for loss in report.losses) == {"no_topic": 2, "no_actor": 2}
    assert {bool(loss.words) for loss in report.losses if loss.end} == {True}, "the text there is told, too"
    with (tmp_path / f"net.{form}.statements.csv").open(encoding="utf-8", newline="") as file:
        assert len(list(csv.DictReader(file))) == 20


Found = tuple[dict[str, str], dict[tuple[str, str], float]]


def graphml(folder: Path) -> Found:
    space = "{http://graphml.graphdrawing.org/xmlns}"
    root = ElementTree.parse(folder / "net.graphml").getroot()
    declared = {key.get("id") for key in root.iter(f"{space}key")}
    assert {data.get("key") for data in root.iter(f"{space}data")} <= declared

    def datum(item: Any, key: str) -> str:
        return next(data.text or "" for data in item if data.get("key") == key)

    return (
        {node.get("id"): datum(node, "node_label") for node in root.iter(f"{space}node")},
        {
            (edge.get("source"), edge.get("target")): float(datum(edge, "edge_weight"))
            for edge in root.iter(f"{space}edge")
        },
    )


def gexf(folder: Path) -> Found:
    space = "{http://gexf.net/1.3}"
    root = ElementTree.parse(folder / "net.gexf").getroot()
    return (
        {node.get("id"): node.get("label") for node in root.iter(f"{space}node")},
        {
            (edge.get("source"), edge.get("target")): float(edge.get("weight"))
            for edge in root.iter(f"{space}edge")
        },
    )


def tables(folder: Path) -> Found:
    with (folder / "net-nodes.csv").open(encoding="utf-8", newline="") as file:
        names = {row["Id"]: row["Label"] for row in csv.DictReader(file)}
    with (folder / "net-edges.csv").open(encoding="utf-8", newline="") as file:
        return names, {(row["Source"], row["Target"]): float(row["Weight"]) for row in csv.DictReader(file)}


def test_actors_are_rolled_up_to_those_they_belong_to(gold: Store, tmp_path: Path) -> None:
    options = ExportOptions(network=NetworkOptions(rollup=True))
    export_file(gold, tmp_path / "net.csv", format="network-csv", options=options)
    names, _ = tables(tmp_path)
    assert "Außenministerium Armeniens" not in names.values()
    assert "Armenien (Staat/Regierung)" in names.values()


@pytest.mark.parametrize("form", ["graphml", "gexf"])
def test_a_name_with_a_character_that_xml_does_not_allow_leaves_the_network_readable(
    gold: Store, tmp_path: Path, form: str
) -> None:
    with gold.write() as conn:
        renamed = update(t.actor).where(t.actor.c.name == "Nikol Pashinyan")
        conn.execute(renamed.values(name="Nikol\x0cPashinyan"))
    export_file(gold, tmp_path / f"net.{form}", format=f"network-{form}")
    names, _ = {"graphml": graphml, "gexf": gexf}[form](tmp_path)
    assert "Nikol\ufffdPashinyan" in names.values()
