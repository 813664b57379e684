"""What tells desktops about Lesart: menu entry, file type, icons, description."""

import json
import plistlib
import re
import shutil
import subprocess
import sys
import xml.etree.ElementTree as ET
from pathlib import Path

import desktop_files
import icons
import pytest
from PySide6.QtGui import QImage

from desktop import __version__
from store.database import create
from store.labels import preset

ROOT = Path(__file__).resolve().parents[2]
RECOGNISE = """
import sys
from PySide6.QtCore import QMimeDatabase
print(QMimeDatabase().mimeTypeForFile(sys.argv[1]).name())
"""


@pytest.fixture
def share(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    desktop_files.write(tmp_path / "share")
    return tmp_path / "share"


def test_the_menu_entry_opens_projects_and_speaks_german_too(share: Path) -> None:
    entry = share / "applications" / "lesart.desktop"
    words = dict(re.findall(r"^([\w[\]]+)=(.*)$", entry.read_text(encoding="utf-8"), re.MULTILINE))
    assert words["Exec"] == "lesart %f"
    assert words["MimeType"] == "application/x-lesart;"
    assert words["Comment"] != words["Comment[de]"]
    if shutil.which("desktop-file-validate") is None:
        pytest.skip("desktop-file-validate is missing: apt-get install desktop-file-utils")
    subprocess.run(["desktop-file-validate", entry], check=True)


def test_the_description_has_this_version_and_is_valid(share: Path) -> None:
    info = share / "metainfo" / "org.lesart.Lesart.metainfo.xml"
    release = ET.parse(info).find("releases/release")
    assert release is not None
    assert release.attrib == {"version": __version__, "date": "2023-11-14"}
    if shutil.which("appstreamcli") is None:
        pytest.skip("appstreamcli is missing: apt-get install appstream")
    done = subprocess.run(
        ["appstreamcli", "validate", "--no-net", info], check=False, capture_output=True, text=True
    )
    assert done.returncode == 0, done.stdout


@pytest.mark.skipif(sys.platform != "linux", reason="other systems know files by their suffix")
@pytest.mark.parametrize("name", ["project.lesart", "project.db"])
def test_a_project_is_recognised_by_its_content(
    share: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    monkeypatch.setenv("XDG_DATA_DIRS", str(share))
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "none"))
    settings = preset("german").settings(language="de")
    create(tmp_path / name, name="a", settings=settings, person="b").close()
    command = [sys.executable, "-c", RECOGNISE, str(tmp_path / name)]
    done = subprocess.run(command, check=True, capture_output=True, text=True)
    assert done.stdout.strip() == "application/x-lesart"


def test_icons_have_the_sizes_that_their_names_say(share: Path, tmp_path: Path) -> None:
    for size in desktop_files.SIZES:
        drawn = QImage(str(share / f"icons/hicolor/{size}x{size}/apps/lesart.png"))
        assert (drawn.width(), drawn.height()) == (size, size)
        assert drawn.pixelColor(size // 2, size // 2).alpha() == 255
    icons.write(tmp_path)
    assert QImage(str(tmp_path / "lesart.ico")).width() in icons.ICO_SIZES
    apple = (tmp_path / "lesart.icns").read_bytes()
    assert int.from_bytes(apple[4:8]) == len(apple)


def test_macos_knows_the_same_file_type(share: Path) -> None:
    info = json.loads((ROOT / "packaging" / "macos" / "info.json").read_text())
    (kind,) = info["UTExportedTypeDeclarations"]
    assert kind["UTTypeIdentifier"] in info["CFBundleDocumentTypes"][0]["LSItemContentTypes"]
    mime = (share / "mime" / "packages" / "lesart.xml").read_text()
    tags = kind["UTTypeTagSpecification"]
    assert f'type="{tags["public.mime-type"][0]}"' in mime
    assert f'pattern="*.{tags["public.filename-extension"][0]}"' in mime
    assert plistlib.loads((ROOT / "packaging" / "macos" / "entitlements.plist").read_bytes())


def test_the_version_stands_in_one_place_and_the_citation_follows() -> None:
    citation = (ROOT / "CITATION.cff").read_text()
    assert re.findall(r"^version: (.*)$", citation, re.MULTILINE) == [__version__]
