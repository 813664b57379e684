"""spaCy without its command line must be the same spaCy, also after an upgrade."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

READ = """
import json, sys
{first}
from desktop.nlp import pipelines
spans = pipelines.load("embedded:de").predict("Am Mittwoch traf Wladimir Putin in Moskau Vertreter der NATO.")
heavy = [name for name in ("typer", "rich", "jinja2", "httpx", "requests", "weasel") if name in sys.modules]
print(json.dumps([[[s.start, s.end, s.label, s.score] for s in spans], heavy]))
"""


def read(first: str) -> tuple[list[object], list[str]]:
    result = subprocess.run([sys.executable, "-c", READ.format(first=first)], capture_output=True, check=True)
    spans, heavy = json.loads(result.stdout)
    return spans, heavy


@pytest.fixture(scope="module")
def lean() -> tuple[list[object], list[str]]:
    return read("")


def test_the_model_finds_the_same_with_and_without_the_stub(lean: tuple[list[object], list[str]]) -> None:
    with_cli, _ = read("import spacy; assert spacy.info is not None")
    assert lean[0] == with_cli
    assert lean[0]


def test_spacys_own_components_are_known_in_a_fresh_process(tmp_path: Path) -> None:
    code = (
        "import sys; from desktop.nlp.lean import import_spacy; nlp = import_spacy().blank('en');"
        "nlp.add_pipe('entity_ruler').add_patterns([{'label': 'LOC', 'pattern': 'Paris'}]);"
        "nlp.to_disk(sys.argv[1])"
    )
    subprocess.run([sys.executable, "-c", code, str(tmp_path / "toy")], check=True)
    load = "import sys; from desktop.nlp import pipelines; print(pipelines.load(sys.argv[1]).labels)"
    done = subprocess.run(
        [sys.executable, "-c", load, str(tmp_path / "toy")], capture_output=True, check=True, text=True
    )
    assert done.stdout == "('LOC',)\n"


def test_no_command_line_library_is_loaded(lean: tuple[list[object], list[str]]) -> None:
    assert lean[1] == []


def test_what_the_window_needs_imports_no_pipeline() -> None:
    code = (
        "import sys;"
        "from desktop.nlp import segmentation, protocol, client, models, language, zones, pipelines;"
        "models.available(); segmentation.tokens('a b'); language.identify('der die das und in den von');"
        "print([m for m in ('spacy', 'thinc', 'pycrfsuite', 'numpy') if m in sys.modules])"
    )
    result = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, text=True)
    assert result.stdout.strip() == "[]"
