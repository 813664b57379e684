"""Other people's programs read our files and find what was annotated; those not installed are left out."""

import json
import random
import re
from collections import Counter
from collections.abc import Callable
from contextlib import redirect_stdout
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
import spacy
from spacy.cli.debug_data import debug_data
from spacy.cli.init_config import init_config
from spacy.training import Corpus
from spacy.util import fix_random_seed

from store.database import Store
from store.formats import writer_named
from store.formats.protocol import WriteOptions, Written
from store.formats.records import VERSION, AnnotatorRecord, ArticleRecord, SetRecord, SpanRecord
from store.formats.scheme_records import LabelRecord, LabelSetRecord, ProjectRecord
from store.transfer import export_file

NAMES = {
    "PER": ["Anna Schmidt", "Olaf Núñez", "Zoë Berg", "Igor Åkesson", "Li Wei"],
    "ORG": ["Deutsche Bank", "EU", "NATO", "Neue Partei", "Grüne Union"],
    "LOC": ["Köln", "Rom", "Straßburg", "New York", "Kyjiw"],
}
SENTENCES = [
    "{PER} lobte die {ORG} in {LOC}.", "Die {ORG} kritisierte {PER} scharf.", "In {LOC} traf {PER} 😀 ein.",
    "Das Wetter bleibt wechselhaft.",
]  # fmt: skip


def article(number: int, dice: random.Random) -> ArticleRecord:
    """Two sentences with names, which say for themselves what they are."""
    text, spans = f"Nr {number}: ", list[SpanRecord]()
    for piece in re.split(r"(\{\w+\})", "\n\n".join(dice.choices(SENTENCES, k=2))):
        label = piece.strip("{}")
        words = dice.choice(NAMES[label]) if label in NAMES else piece
        if label in NAMES:
            spans.append(SpanRecord(f"s{len(spans) + 1}", len(text), len(text) + len(words), label))
        text += words
    reading = SetRecord(AnnotatorRecord("a", "Ada", "person"), "main", "done", spans=spans)
    return ArticleRecord(VERSION, key=f"k{number}", text=text, language="de", sets=[reading])


ARTICLES = [article(number, random.Random(number)) for number in range(300)]
LABELS = [LabelRecord(code, {"en": code}, "#111111", "#eeeeee") for code in NAMES]
PROJECT = ProjectRecord(
    VERSION, "u", "P", "2026-11-24", label_sets=[LabelSetRecord("e", "entity", {}, LABELS)]
)


def tokens(text: str, _language: str) -> list[tuple[int, int]]:
    return [match.span() for match in re.finditer(r"\w+|[^\w\s]", text)]


def written(folder: Path, name: str, articles: list[ArticleRecord], **options: Any) -> Written:
    writer = writer_named(name)
    assert writer is not None
    path = folder / f"out{writer.suffixes[0]}"
    return writer.write(path, PROJECT, articles, WriteOptions(segment=tokens, **options))


def annotated(articles: list[ArticleRecord]) -> Counter[tuple[str, str]]:
    """The words of each name, and its label."""
    return Counter(
        ((it.text or "")[span.start : span.end], str(span.label))
        for it in articles
        for span in it.sets[0].spans
    )


def test_spacy_has_no_complaint_about_the_data(tmp_path: Path) -> None:
    written(tmp_path, "spacy", ARTICLES, split=(0.8, 0.2, 0))
    init_config(lang="de", pipeline=["ner"], silent=True).to_disk(tmp_path / "config.cfg")
    paths = {
        f"paths.{name}": str(tmp_path / f"out-{part}.spacy")
        for name, part in (("train", "train"), ("dev", "dev"))
    }
    with redirect_stdout(StringIO()) as out:
        debug_data(tmp_path / "config.cfg", config_overrides=paths, no_format=True, silent=False)
    said = out.getvalue()
    assert "7 checks passed" in said
    assert "1 warning\n" in said
    assert "Low number of examples" in said, "which is no wonder here"


def test_a_pipeline_learns_from_the_data(tmp_path: Path) -> None:
    written(tmp_path, "spacy", ARTICLES, split=(0.8, 0.2, 0))
    fix_random_seed(0)
    nlp = spacy.blank("de")
    nlp.add_pipe("ner")
    train = list(Corpus(tmp_path / "out-train.spacy")(nlp))
    dev = list(Corpus(tmp_path / "out-dev.spacy")(nlp))
    optimizer = nlp.initialize(lambda: train)
    for start in [*range(0, len(train), 16)] * 3:
        nlp.update(train[start : start + 16], sgd=optimizer)
    assert nlp.evaluate(dev)["ents_f"] > 0.9


def test_seqeval_counts_the_names_in_the_columns(tmp_path: Path) -> None:
    metrics = pytest.importorskip("seqeval.metrics", reason="seqeval is not installed")
    scheme = pytest.importorskip("seqeval.scheme").IOB2
    articles = ARTICLES[:100]
    for name, column in (("conll2003", 3), ("conll2002", 1)):
        file = tmp_path / written(tmp_path, name, articles).files[0]
        blocks = re.split(r"\n\n+", file.read_text("utf-8").strip())
        tags = [
            [row.split(" ")[column] for row in block.splitlines()]
            for block in blocks
            if not block.startswith("-DOCSTART-")
        ]
        report = metrics.classification_report(tags, tags, mode="strict", scheme=scheme, output_dict=True)
        counts = Counter(label for (_, label), n in annotated(articles).items() for _ in range(n))
        assert {label: report[label]["support"] for label in counts} == counts


@pytest.mark.parametrize("name", ["hf", "hf-parquet"])
def test_datasets_loads_rows_with_their_features(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    datasets = pytest.importorskip("datasets", reason="datasets is not installed")
    monkeypatch.setenv("HF_DATASETS_OFFLINE", "1")
    articles = ARTICLES[:100]
    file, *beside = (tmp_path / it for it in written(tmp_path, name, articles).files)
    features = {}
    if beside:
        said = json.loads(beside[0].read_text("utf-8"))["features"]
        features = {"features": datasets.Features.from_dict(said)}
    kind = "json" if name == "hf" else "parquet"
    loaded = datasets.load_dataset(kind, data_files=str(file), cache_dir=tmp_path / "cache", **features)
    rows = loaded["train"]
    found = Counter(
        (row["text"][it["start"] : it["end"]], it["label"]) for row in rows for it in row["spans"]
    )
    assert found == annotated(articles)
    names = rows.features["ner_tags"].feature.names
    assert {names[tag].partition("-")[2] for row in rows for tag in row["ner_tags"]} == {"", *NAMES}


@pytest.mark.parametrize("form", ["graphml", "gexf"])
def test_networkx_reads_the_network_of_the_gold(gold: Store, tmp_path: Path, form: str) -> None:
    networkx: Any = pytest.importorskip("networkx", reason="networkx is not installed")
    reading: dict[str, Callable[[Path], Any]] = {"graphml": networkx.read_graphml, "gexf": networkx.read_gexf}
    export_file(gold, tmp_path / f"net.{form}", format=f"network-{form}")
    export_file(gold, tmp_path / "net.csv", format="network-csv")
    graph = reading[form](tmp_path / f"net.{form}")
    edges = (tmp_path / "net-edges.csv").read_text("utf-8").splitlines()[1:]
    assert (graph.number_of_nodes() > 10, graph.number_of_edges()) == (True, len(edges))
