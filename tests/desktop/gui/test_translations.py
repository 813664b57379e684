"""Every text of the window has its German with the same placeholders, and what is shipped is up to date."""

import ast
import re
import subprocess
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest
from PySide6.QtCore import QTranslator

ROOT = Path(__file__).resolve().parents[3]
FOLDER = ROOT / "resources" / "translations"
BIN = Path(__import__("PySide6").__file__).parent

Key = tuple[str, str]


def messages(path: Path) -> dict[Key, list[str]]:
    """(context, text) -> translations; several for a plural, none where unfinished."""
    found: dict[Key, list[str]] = {}
    for context in ET.parse(path).getroot().findall("context"):
        for message in context.findall("message"):
            translation = message.find("translation")
            assert translation is not None
            forms = [it.text or "" for it in translation.findall("numerusform")] or [translation.text or ""]
            unfinished = translation.get("type") is not None or not all(forms)
            key = (context.findtext("name") or "", message.findtext("source") or "")
            found[key] = [] if unfinished else forms
    return found


@pytest.fixture(scope="module")
def in_source(tmp_path_factory: pytest.TempPathFactory) -> dict[Key, list[str]]:
    """What lupdate finds in the program's source."""
    out = tmp_path_factory.mktemp("ts") / "found.ts"
    sources = sorted(map(str, (ROOT / "desktop").rglob("*.py")))
    subprocess.run([str(BIN / "lupdate"), *sources, "-ts", str(out)], check=True, capture_output=True)
    return messages(out)


def test_every_text_is_found_under_a_context(in_source: dict[Key, list[str]]) -> None:
    assert [text for context, text in in_source if not context] == []


def test_every_text_has_its_german(in_source: dict[Key, list[str]]) -> None:
    german = messages(FOLDER / "lesart_de.ts")
    assert sorted(set(in_source) - set(german)) == []
    assert sorted(set(german) - set(in_source)) == []
    assert [key for key, forms in german.items() if not forms] == []


def test_every_plural_has_its_english() -> None:
    german, english = messages(FOLDER / "lesart_de.ts"), messages(FOLDER / "lesart_en.ts")
    plurals = {key for key, forms in german.items() if len(forms) > 1}
    assert set(english) == plurals
    assert all(len(forms) == 2 for forms in english.values())


@pytest.mark.parametrize("language", ["de", "en"])
def test_placeholders_are_those_of_the_text(language: str) -> None:
    for (context, text), forms in messages(FOLDER / f"lesart_{language}.ts").items():
        for number, form in enumerate(forms):
            wanted = placeholders(text)
            is_one = len(forms) > 1 and number == 0 and "%n" not in form  # "printed once" needs no number
            assert placeholders(form) == [it for it in wanted if not (is_one and it == "%n")], (context, text)


@pytest.mark.parametrize("language", ["de", "en"])
def test_the_shipped_file_holds_what_is_written(language: str, tmp_path: Path) -> None:
    fresh = tmp_path / "fresh.qm"
    source = FOLDER / f"lesart_{language}.ts"
    subprocess.run([str(BIN / "lrelease"), str(source), "-qm", str(fresh)], check=True, capture_output=True)
    shipped, made = QTranslator(), QTranslator()
    assert shipped.load(str(FOLDER / f"lesart_{language}.qm"))
    assert made.load(str(fresh))
    for context, text in messages(source):
        for number in (-1, 1, 7):
            assert shipped.translate(context, text, None, number) == made.translate(
                context, text, None, number
            )


def placeholders(text: str) -> list[str]:
    """`{name}`, `%n`, and an accelerator's `&`."""
    return sorted(re.findall(r"\{\w*\}|%n|&(?=\w)", text))


def test_no_text_is_hidden_from_lupdate_in_an_f_string() -> None:
    hidden = [
        f"{file.name}:{call.lineno}"
        for file in sorted((ROOT / "desktop").rglob("*.py"))
        for string in ast.walk(ast.parse(file.read_text(encoding="utf-8")))
        if isinstance(string, ast.JoinedStr)
        for call in ast.walk(string)
        if isinstance(call, ast.Call) and isinstance(call.func, ast.Attribute) and call.func.attr == "tr"
    ]
    assert hidden == []
