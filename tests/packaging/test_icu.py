"""ICU's data made small: what is left is read by ICU itself, and Qt sorts names as before."""

import os
import shutil
import struct
import subprocess
import sys
from pathlib import Path

import icu
import PySide6
import pytest
from hypothesis import given
from hypothesis import strategies as st

LIBRARIES = Path(PySide6.__file__).resolve().parent / "Qt" / "lib"
SORTED = """
import sys
from PySide6.QtCore import QCollator, QLocale
for code in ("de_DE", "de_AT", "en_GB", "fr_FR"):
    key = QCollator(QLocale(code)).sortKey
    sys.stdout.buffer.write(" ".join(sorted(sys.argv[1:], key=key)).encode() + b"\\n")
sys.stdout.buffer.write(QLocale("tr_TR").toUpper("istanbul ß").encode())
with open("/proc/self/maps") as maps:
    sys.stderr.write(next(line.split()[-1] for line in maps if "icudata" in line))
"""
NAMES = ["Zoo", "Ärger", "Apfel", "ärgern", "Öl", "Ofen", "Straße", "strasse", "a10", "a9", "Ævar", "Žižek"]


def package(items: dict[str, bytes]) -> bytes:
    """A package of data as ICU's tools write it: header, table of contents, names, items at 16 bytes each."""
    head = struct.pack("<H2s20s", 32, b"\xda\x27", b"\x14\0\0\0\0\0\x02\0CmnD\x01\0\0\0").ljust(32, b"\0")
    names = b"".join(f"icudt1l/{name}".encode() + b"\0" for name in items)
    at, places = 4 + 8 * len(items), []
    for name in items:
        places.append(at)
        at += len(f"icudt1l/{name}") + 1
    body = b""
    start = (at + 15) // 16 * 16
    table = b""
    for place, item in zip(places, items.values(), strict=True):
        table += struct.pack("<II", place, start + len(body))
        body += item + b"\0" * (-len(item) % 16)
    return head + (struct.pack("<I", len(items)) + table + names).ljust(start, b"\0") + body


def read(data: bytes) -> dict[str, bytes]:
    """Name and item, with what fills them up."""
    return {name.partition("/")[2]: item for name, item in icu._items(data[32:])}


ITEMS = st.sampled_from(["root.res", "fr.res", "coll/de.res", "a.cnv"])


@given(st.dictionaries(ITEMS, st.binary(max_size=40), min_size=1))
def test_wanted_items_stay_as_they_are_and_lie_where_icu_looks_for_them(items: dict[str, bytes]) -> None:
    items = dict(sorted(items.items()))
    made = icu.lean(package(items))
    found = read(made)
    assert list(found) == [name for name in items if name in ("root.res", "coll/de.res")]
    assert all(item[: len(items[name])] == items[name] for name, item in found.items())
    places = struct.unpack_from(f"<{2 * len(found)}I", made, 36)[1::2]
    assert all(place % 16 == 0 for place in places)
    assert made[:32] == package(items)[:32]


def test_other_data_is_refused() -> None:
    with pytest.raises(ValueError, match="not a package"):
        icu.lean(b"\x20\0\x27\xda" + bytes(60))


@pytest.mark.skipif(sys.platform != "linux", reason="Qt brings ICU on Linux alone")
@pytest.mark.skipif(shutil.which("ld") is None, reason="ld is missing: apt-get install binutils")
def test_qt_sorts_names_as_with_all_the_data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (original,) = (file for file in LIBRARIES.glob("libicudata.so.*") if not file.is_symlink())
    made = tmp_path / "made" / original.name
    made.parent.mkdir()
    shutil.copy(original, made)
    monkeypatch.setattr(icu, "WORK", tmp_path)
    icu.make_lean(made)
    first = made.read_bytes()
    assert len(first) < 3e6 < original.stat().st_size
    answers = []
    for folder in (LIBRARIES, made.parent):
        environment = {**os.environ, "LD_LIBRARY_PATH": str(folder)}
        command = [sys.executable, "-c", SORTED, *NAMES]
        done = subprocess.run(command, check=True, capture_output=True, env=environment)
        assert Path(done.stderr.decode()).samefile(folder / original.name)
        answers.append(done.stdout)
    assert answers[0] == answers[1]
    shutil.copy(original, made)
    icu.make_lean(made)
    assert made.read_bytes() == first
