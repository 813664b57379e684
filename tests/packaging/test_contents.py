"""What goes into the frozen program."""

import ast
import re
from pathlib import Path

import contents
import pytest

ROOT = Path(__file__).resolve().parents[2]
HOMES = [Path("/env"), Path("/python")]
PLUGINS = "PySide6/Qt/plugins"


def kept(*entries: tuple[str, str] | tuple[str, str, str]) -> list[str]:
    whole = [entry if len(entry) == 3 else (*entry, "BINARY") for entry in entries]
    return [entry[0] for entry in contents.wanted(whole, homes=HOMES)]


def imported(file: Path) -> set[str]:
    tree = ast.walk(ast.parse(file.read_text(encoding="utf-8")))
    nodes = [node for node in tree if isinstance(node, ast.Import | ast.ImportFrom)]
    plain = {name.name for node in nodes if isinstance(node, ast.Import) for name in node.names}
    return plain | {node.module for node in nodes if isinstance(node, ast.ImportFrom) and node.module}


@pytest.fixture(scope="module")
def ours() -> set[str]:
    """Every module that our own code imports."""
    files = [file for folder in ("desktop", "store") for file in (ROOT / folder).rglob("*.py")]
    return set().union(*(imported(file) for file in files if "training" not in file.parts))


def test_nothing_that_our_code_imports_stays_out(ours: set[str]) -> None:
    assert {module for module in ours if contents.is_excluded(module)} == set()


def test_what_is_imported_by_a_name_in_quotes_is_taken_whole() -> None:
    """PyInstaller reads import statements; it does not see `import_module("openpyxl")`."""
    files = [file for folder in ("desktop", "store") for file in (ROOT / folder).rglob("*.py")]
    named = {
        found.split(".")[0]
        for file in files
        if "training" not in file.parts
        for found in re.findall(r'import_module\("([\w.]+)"\)', file.read_text(encoding="utf-8"))
    }
    assert "openpyxl" in named
    assert named - {"pyarrow"} <= set(contents.WHOLE_PACKAGES)


def test_the_command_line_keeps_what_it_says_of_itself() -> None:
    assert contents.is_kept_whole("desktop.cli")
    assert contents.is_kept_whole("typer")
    assert not contents.is_kept_whole("networkx.drawing.layout")


def test_every_module_of_qt_that_our_code_imports_comes_along(ours: set[str]) -> None:
    modules = {module.removeprefix("PySide6.Qt") for module in ours if module.startswith("PySide6.Qt")}
    assert modules
    assert modules <= contents.QT_LIBRARIES


def test_only_the_plugins_that_are_used_stay() -> None:
    assert kept(
        (f"{PLUGINS}/platforms/libqxcb.so", "/env/a"),
        (f"{PLUGINS}/platforms/libqeglfs.so", "/env/a"),
        (f"{PLUGINS}/platformthemes/libqgtk3.so", "/env/a"),
        (f"{PLUGINS}/tls/libqopensslbackend.so", "/env/a"),
        ("PySide6\\plugins\\platforms\\qwindows.dll", "/env/a"),
        ("PySide6\\opengl32sw.dll", "/env/a"),
    ) == [f"{PLUGINS}/platforms/libqxcb.so", "PySide6\\plugins\\platforms\\qwindows.dll"]


@pytest.mark.parametrize(
    ("wanted", "unwanted"),
    [
        ("PySide6/Qt/lib/libQt6Core.so.6", "PySide6/Qt/lib/libQt6Network.so.6"),
        ("PySide6/Qt6Core.dll", "PySide6/Qt6Qml.dll"),
        ("PySide6/QtCore.abi3.so", "PySide6/QtNetwork.abi3.so"),
        (
            "PySide6/Qt/lib/QtCore.framework/Versions/A/QtCore",
            "PySide6/Qt/lib/QtPdf.framework/Versions/A/QtPdf",
        ),
        ("PySide6/Qt/translations/qtbase_de.qm", "PySide6/Qt/translations/qtbase_fr.qm"),
        ("PySide6/Qt/lib/libicudata.so.73", "libQt6Network.so.6"),
    ],
)
def test_only_the_libraries_and_words_of_qt_that_are_used_stay(wanted: str, unwanted: str) -> None:
    assert kept((wanted, "/env/a"), (unwanted, "/env/b")) == [wanted]


def test_libraries_of_the_system_stay_there() -> None:
    assert kept(
        ("libgtk-3.so.0", "/usr/lib/libgtk-3.so.0"),
        ("libsqlite3.so.0", "/usr/lib/libsqlite3.so.0"),
        ("libxcb-cursor.so.0", "/usr/lib/libxcb-cursor.so.0"),
        ("numpy.libs/libblas.so.0", "/env/numpy.libs/libblas.so.0"),
    ) == ["libsqlite3.so.0", "libxcb-cursor.so.0", "numpy.libs/libblas.so.0"]


def test_a_link_goes_with_its_target() -> None:
    assert kept(
        ("PySide6/Qt/lib/libQt6Core.so.6", "/env/a"),
        ("libQt6Core.so.6", "PySide6/Qt/lib/libQt6Core.so.6", "SYMLINK"),
        ("PySide6/deep/libicu.so", "../Qt/lib/libicu.so", "SYMLINK"),
    ) == ["PySide6/Qt/lib/libQt6Core.so.6", "libQt6Core.so.6"]


def test_what_compilers_read_stays_out_but_not_the_source_that_thinc_reads() -> None:
    assert kept(("thinc/a.pyx", "/env/a"), ("thinc/a.h", "/env/a"), ("thinc/a.cu", "/env/a")) == [
        "thinc/a.cu"
    ]


def test_of_packages_only_what_a_program_may_ask_comes_along() -> None:
    names = [f"tqdm-4.dist-info/{name}" for name in ("METADATA", "RECORD", "entry_points.txt", "INSTALLER")]
    assert kept(*((name, "/env/a") for name in names)) == [names[0], names[2]]


def test_all_our_data_comes_along_and_no_code_but_the_migrations() -> None:
    data = contents.own_data(ROOT)
    files = {f"{folder}/{Path(source).name}" for source, folder in data}
    assert {
        "resources/models/de/config.cfg",
        "resources/samples/articles.jsonl",
        "resources/label_sets/german.toml",
        "resources/help/de/keys.md",
        "resources/translations/lesart_de.qm",
        "store/migrations/env.py",
        "store/migrations/versions/r0001_first.py",
    } <= files
    assert [file for file in files if file.endswith((".py", ".pyc")) and "migrations" not in file] == []
    assert kept(*((f"{folder}/{Path(source).name}", source) for source, folder in data)) == [
        f"{folder}/{Path(source).name}" for source, folder in data
    ]
