"""What goes into the frozen program and what stays out. Every list is here; `lesart.spec` only follows them.

Without these lists PyInstaller makes a folder twice the size, with the GTK and Kerberos libraries of the
machine that it runs on. Destinations are paths inside the bundle, with `/`.
"""

import posixpath
import re
from collections.abc import Iterable
from pathlib import Path, PurePosixPath

Entry = tuple[str, str, str]
"""PyInstaller's: destination, source (of a link: its target), kind."""

EXCLUDED_MODULES = [
    "desktop.nlp.training",  # made for `./run train`, with packages of its own
    # spaCy's command line, replaced by hooks/without_spacy_cli.py, and the network clients that only it uses.
    "spacy.cli", "weasel", "requests", "urllib3", "httpx", "httpcore", "h11", "anyio", "certifi", "idna",
    "smart_open", "cloudpathlib", "jinja2", "spacy_loggers",
    # Typer draws with rich wherever it finds it.
    "rich", "typer.rich_utils", "pygments", "markdown_it",
    # Encryption for connections: Lesart makes none but to a PostgreSQL server, whose driver brings its own.
    "ssl", "_ssl",
    # Would bring libraries under the GPL, ones that Linux systems name differently, or a second OpenSSL.
    "readline", "curses", "_curses", "_gdbm", "_dbm", "nis", "_crypt", "_uuid", "_hashlib",
    # Tests and build tools that libraries import where they find them.
    "tkinter", "unittest", "doctest", "pdb", "pydoc", "test", "pytest", "hypothesis", "IPython",
    "setuptools", "pkg_resources", "distutils", "numpy.f2py", "numpy.testing", "spacy.tests", "thinc.tests",
    # Other machines for the same mathematics, other drivers for the same databases.
    "torch", "tensorflow", "cupy", "mxnet", "jax", "pandas", "MySQLdb", "pysqlite2",
    # Qt's bindings that come with others; the library of DBus stays, Qt's Gui needs it.
    "PySide6.QtDBus", "PySide6.QtNetwork",
]  # fmt: skip

WHOLE_PACKAGES = [
    "desktop",
    "store",
    "resources",
    "spacy",
    "thinc",
    "spacy_legacy",
    "psycopg",
    "psycopg_binary",
    "openpyxl",
]
"""What is in them is also imported by a name in a model's config, or from inside a function."""

WITH_DOCSTRINGS = ("desktop", "store", "typer")
"""Packages whose modules are kept whole: the help of the command line is written in docstrings. Of all others
docstrings and asserts stay out (`python -OO`).
"""

REPLACED_MODULES = {"blis.py": "blis_py.py", "ssl": "no_ssl.py"}
"""Modules that are too large for what is used of them -> what stands in their place, in `replacements/`."""

DATA_FOLDERS = ["resources", "store/migrations"]
"""Ours, taken as files; Alembic reads its revisions from disk."""

QT_LIBRARIES = {"Core", "Gui", "Widgets", "Svg", "DBus", "XcbQpa", "WaylandClient", "WlShellIntegration"}
"""Not Network, Qml, Quick, OpenGL: the window is painted by the processor, and asks nothing of a network."""

QT_PLUGINS = {
    "iconengines": {"svgicon"},
    "imageformats": {"svg", "ico"},
    "platforminputcontexts": {"composeplatforminputcontextplugin", "ibusplatforminputcontextplugin"},
    "platforms": {"xcb", "wayland", "offscreen", "windows", "cocoa"},
    "platformthemes": {"xdgdesktopportal"},
    "styles": {"modernwindowsstyle", "macstyle"},
    "wayland-decoration-client": {"bradient"},
    "wayland-shell-integration": {"xdg-shell"},
}
"""Folder of plugins -> those that stay, without `q`, `lib` and suffix."""

QT_TRANSLATIONS = {"qtbase_de.qm"}
"""Qt's own words in Lesart's languages; its English is in the libraries."""

ICU_DATA = re.compile(
    r"coll/(root|de|de_|de_AT|de__PHONEBOOK|en|en_US|en_US_POSIX|res_index)\.res|coll/ucadata\.icu"
    r"|(root|pool|res_index|icuver|icustd|supplementalData|likelySubtags|metadata|keyTypeData|numberingSystems"
    r"|timezoneTypes|zoneinfo64)\.res"
    r"|(cnvalias|uemoji|ulayout)\.icu|(nfkc|nfkc_cf)\.nrm"
)
"""What stays of ICU's data on Linux: how names are sorted, in Lesart's languages and by default, and what
ICU itself stands on. Qt asks it for sorting (file dialogs), names of time zones, and other encodings of text
(Lesart asks Qt for neither of these); what languages call months and numbers Qt knows itself.
"""

XCB_HELPERS = (
    "libxcb-cursor",
    "libxcb-icccm",
    "libxcb-image",
    "libxcb-keysyms",
    "libxcb-render-util",
    "libxcb-util",
)
"""Small libraries that Qt needs for a window under X11, and that a desktop without another Qt program lacks.

They stay in the portable archive; the Debian package asks the system for them.
"""

SYSTEM_LIBRARIES = (*XCB_HELPERS, "libpython", "libsqlite3", "libffi", "libbz2", "liblzma")
"""Those of the build machine's libraries that come along; everything else is Linux's own."""

SOURCE_SUFFIXES = {".py", ".pyc", ".pyi", ".pyx", ".pxd", ".pxi", ".h", ".hh", ".hpp", ".c", ".cpp"}
"""Data that libraries carry for compilers. (`.cu` stays: thinc reads one at import, on any processor.)"""


PACKAGE_FACTS = {"METADATA", "entry_points.txt"}
"""What a program may ask of its packages; the rest speaks of the environment that they were installed in."""


def wanted(entries: Iterable[Entry], *, homes: Iterable[Path] = ()) -> list[Entry]:
    """Those entries that go into the bundle.

    `homes` are the folders of the interpreter and its packages: a library from elsewhere is the system's. A
    link goes with its target.
    """
    homes = tuple(homes)
    kept = [entry for entry in entries if _is_wanted(entry[0].replace("\\", "/"), Path(entry[1]), homes)]
    there = {entry[0] for entry in kept}
    return [entry for entry in kept if entry[2] != "SYMLINK" or _target(entry) in there]


def is_replaced(entry: Entry) -> bool:
    """Whether a library is a module in whose place another stands."""
    name = entry[0].replace("\\", "/").split("/")
    return ".".join([*name[:-1], name[-1].partition(".")[0]]) in REPLACED_MODULES


def is_icu_data_wanted(name: str) -> bool:
    """Whether an item of ICU's data stays; `name` without the package's."""
    return ICU_DATA.fullmatch(name) is not None


def own_data(root: Path) -> list[tuple[str, str]]:
    """Source and destination folder of each file of `DATA_FOLDERS`, in order."""
    files = (file for folder in DATA_FOLDERS for file in sorted((root / folder).rglob("*")))
    return [
        (str(file), file.parent.relative_to(root).as_posix())
        for file in files
        if file.is_file()
        and "__pycache__" not in file.parts
        and file.name != "__init__.py"
        and file.parent != root / "resources" / "help"  # the pictures of the project's front page
    ]


def is_kept_whole(module: str) -> bool:
    """Whether a module keeps its docstrings and asserts."""
    return module.partition(".")[0] in WITH_DOCSTRINGS


def is_excluded(module: str) -> bool:
    """Whether a module, or what it belongs to, stays out."""
    return any(module == name or module.startswith(f"{name}.") for name in EXCLUDED_MODULES)


def _is_wanted(destination: str, source: Path, homes: tuple[Path, ...]) -> bool:
    path = PurePosixPath(destination)
    if path.parts[0] in DATA_FOLDERS or destination.startswith(tuple(DATA_FOLDERS)):
        return True
    if path.parts[0] == "PySide6" or re.match(r"(lib)?Qt6", path.name):
        return _is_qt_wanted(path)
    if path.parent.suffix == ".dist-info":
        return path.name in PACKAGE_FACTS
    if path.suffix in SOURCE_SUFFIXES:
        return False
    if ".so" in path.name and source.is_absolute() and not any(source.is_relative_to(home) for home in homes):
        return path.name.startswith(SYSTEM_LIBRARIES)
    return True


def _is_qt_wanted(path: PurePosixPath) -> bool:
    match path.parts[1:]:
        case (*_, "plugins", folder, file):
            return re.sub(r"^(lib)?q?|\..*", "", file) in QT_PLUGINS.get(folder, ())
        case (*_, "translations", file):
            return file in QT_TRANSLATIONS
        case _:
            module = re.search(r"(?:^|/)(?:lib)?Qt6?([A-Z]\w*)\.", str(path))
            return path.name != "opengl32sw.dll" and (module is None or module[1] in QT_LIBRARIES)


def _target(entry: Entry) -> str:
    return posixpath.normpath(posixpath.join(posixpath.dirname(entry[0]), entry[1]))
