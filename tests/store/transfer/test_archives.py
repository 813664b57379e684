"""Archives come in as the files in them; what must not be read is named and the rest is taken."""

import gzip
import json
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from sqlalchemy import select

from store.database import Store
from store.formats import contents
from store.tables import core as t
from store.transfer import import_files
from store.values import Progress


@pytest.fixture
def store(new_store: Callable[..., Store]) -> Store:
    return new_store()


def keys(store: Store) -> list[str]:
    with store.read() as conn:
        return list(conn.scalars(select(t.article.c.key).order_by(t.article.c.id)))


def test_an_archive_of_texts_and_one_inside_a_folder(store: Store, tmp_path: Path) -> None:
    folder = tmp_path / "corpus"
    folder.mkdir()
    with zipfile.ZipFile(folder / "a.zip", "w") as archive:
        archive.writestr("Politik/eins.txt", "Text eins")
        archive.writestr("zwei.jsonl", json.dumps({"id": "z", "text": "Text zwei"}))
        archive.writestr("__MACOSX/._eins.txt", "Schatten")
        archive.writestr("picture.png", b"\x89PNG")
        archive.writestr("../draussen.txt", "Text drei")
    (folder / "b.jsonl.gz").write_bytes(gzip.compress(b'{"id": "b", "text": "Text vier"}\n'))
    shown: list[Progress] = []
    report = import_files(store, [folder], progress=shown.append)
    assert keys(store) == ["a.zip/Politik/eins", "z", "b"]
    assert [(it.path, it.reason) for it in report.skipped] == [("a.zip/../draussen.txt", "unsafe_path")]
    assert [it.done for it in shown] == sorted(it.done for it in shown)
    assert shown[-1].done <= shown[-1].total


def test_a_bomb_beside_an_article(store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(contents, "FREE", 1000)
    with zipfile.ZipFile(tmp_path / "a.zip", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("bomb.txt", bytes(5_000_000))
        archive.writestr("good.txt", "Text")
    report = import_files(store, [tmp_path / "a.zip"])
    assert [(it.path, it.reason) for it in report.skipped] == [("a.zip/bomb.txt", "bomb")]
    assert keys(store) == ["a.zip/good"]


def test_what_a_browser_put_beside_a_saved_page_is_no_article(store: Store, tmp_path: Path) -> None:
    for name in ("Seite.html", "Seite_files/frame.txt", "Seite-Dateien/frame.txt", "Andere_files/text.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(f"Text {name}")
    import_files(store, [tmp_path])
    assert [key for key in keys(store) if "frame" in key] == []
    assert "Andere_files/text" in keys(store)
