"""The installers, each around a small folder: what is in them, and that two are the same."""

import gzip
import os
import shutil
import subprocess
import sys
import tarfile
from collections.abc import Callable
from pathlib import Path

import appimage
import archive
import deb
import icons
import nsis
import pytest
from parts import Part

Twice = Callable[[Callable[[], Path]], tuple[bytes, bytes]]


def needs(tool: str, package: str) -> pytest.MarkDecorator:
    return pytest.mark.skipif(
        shutil.which(tool) is None, reason=f"{tool} is missing: apt-get install {package}"
    )


def said(*command: str | Path) -> str:
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout


@pytest.fixture
def places(bundle: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The small folder in the place of the real one; returns where installers will lie."""
    out = tmp_path / "out"
    out.mkdir()
    for module in (archive, appimage, deb):
        monkeypatch.setattr(module, "BUNDLE", bundle)
        monkeypatch.setattr(module, "OUT", out)
    monkeypatch.setattr(appimage, "WORK", tmp_path / "work")
    monkeypatch.setattr(deb, "STAGE", tmp_path / "deb" / "debian" / "lesart")
    (tmp_path / "work").mkdir()
    return out


def test_the_archive_holds_one_folder_that_runs(places: Path, twice: Twice) -> None:
    first, second = twice(archive.build)
    assert first == second
    (file,) = places.iterdir()
    with gzip.open(file) as packed, tarfile.open(fileobj=packed) as opened:
        entries = {entry.name.partition("/")[2]: entry for entry in opened}
    assert {entry.name.partition("/")[0] for entry in entries.values()} == {f"lesart-{archive.VERSION}"}
    assert {entry.mtime for entry in entries.values()} == {1_700_000_000}
    assert {entry.uid for entry in entries.values()} == {0}
    assert entries["lesart"].mode == 0o755
    assert entries["_internal/resources/words.txt"].mode == 0o644
    assert "_internal/libxcb-cursor.so.0" in entries


@needs("dpkg-shlibdeps", "dpkg-dev")
def test_the_debian_package_asks_for_what_its_programs_need(places: Path, twice: Twice) -> None:
    bundled = Part("libc6", "1", "", "", ())
    first, second = twice(lambda: deb.build([]))
    assert first == second
    (file,) = places.iterdir()
    assert "libc6 (>= " in said("dpkg-deb", "--field", file, "Depends")
    assert said("dpkg-deb", "--field", file, "Version").strip() == deb.VERSION
    listed = {line.split()[5]: line.split()[0] for line in said("dpkg-deb", "--contents", file).splitlines()}
    assert listed["./usr/lib/lesart/lesart"] == "-rwxr-xr-x"
    assert listed["./usr/share/applications/lesart.desktop"] == "-rw-r--r--"
    assert listed["./usr/bin/lesart"].startswith("l")
    assert "./usr/lib/lesart/_internal/libxcb-cursor.so.0" not in listed
    assert "libc6" not in said("dpkg-deb", "--field", deb.build([bundled]), "Depends")


@needs("mksquashfs", "squashfs-tools")
def test_an_appimage_is_the_runtime_and_a_file_system(
    places: Path, tmp_path: Path, twice: Twice, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert appimage.build() is None
    runtime = tmp_path / "runtime"
    runtime.write_bytes(b"a program that mounts what follows")
    monkeypatch.setenv("APPIMAGE_RUNTIME", str(runtime))

    def build() -> Path:
        made = appimage.build()
        assert made is not None
        return made

    first, second = twice(build)
    assert first == second
    assert first.startswith(runtime.read_bytes() + b"hsqs")
    (file,) = places.iterdir()
    assert os.access(file, os.X_OK)
    size = str(len(runtime.read_bytes()))
    listed = said("unsquashfs", "-offset", size, "-lls", file)
    assert "squashfs-root/AppRun -> usr/lib/lesart/lesart" in listed


@needs("makensis", "nsis")
def test_the_windows_installer_compiles_and_is_the_same_again(
    bundle: Path, tmp_path: Path, twice: Twice
) -> None:
    for name in ("lesart.exe", "lesart-console.exe"):
        (bundle / name).write_bytes(b"MZ")
    icons.write(tmp_path / "icons")
    out = tmp_path / "lesart-setup.exe"

    def build() -> Path:
        nsis.compile_installer(bundle, tmp_path / "icons" / "lesart.ico", out)
        return out

    first = build().read_bytes()
    assert first.startswith(b"MZ")
    assert build().read_bytes() == first


@pytest.mark.skipif(sys.platform == "win32", reason="the command is a shell script")
def test_signing_is_left_out_without_a_certificate(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    import signing

    signing.sign_windows(tmp_path / "a.exe")
    assert "Not signed" in capsys.readouterr().err
    tool, log = tmp_path / "sign", tmp_path / "log"
    tool.write_text(f'#!/bin/sh\necho "$@" >>"{log}"\n')
    tool.chmod(0o755)
    monkeypatch.setenv("SIGN_COMMAND", f"{tool} /fd sha256")
    signing.sign_windows(tmp_path / "a.exe", tmp_path / "b.exe")
    assert log.read_text().splitlines() == [f"/fd sha256 {tmp_path / name}" for name in ("a.exe", "b.exe")]
