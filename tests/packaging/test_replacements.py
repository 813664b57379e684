"""What stands in the place of a large module does what is used of it."""

import os
import runpy
import shutil
import subprocess
import sys
from pathlib import Path

import contents
import numpy as np
import pytest

ROOT = Path(__file__).resolve().parents[2]
FOLDER = ROOT / "packaging" / "replacements"


def test_every_replacement_is_there_and_only_those() -> None:
    assert set(contents.REPLACED_MODULES.values()) == {file.name for file in FOLDER.glob("*.py")}


@pytest.mark.parametrize("beta", [0.0, 1.0, 0.5])
@pytest.mark.parametrize(("first", "second"), [(False, False), (True, False), (False, True), (True, True)])
def test_multiplying_matrices_gives_what_the_original_gives(beta: float, first: bool, second: bool) -> None:
    original = pytest.importorskip("blis.py").gemm
    replaced = runpy.run_path(str(FOLDER / "blis_py.py"))["gemm"]
    numbers = np.random.default_rng(7)
    one = numbers.random((3, 5) if first else (5, 3)).astype("f")
    other = numbers.random((4, 3) if second else (3, 4)).astype("f")
    start = numbers.random((5, 4)).astype("f")
    outs = start.copy(), start.copy()
    results = [
        gemm(one, other, out=out, trans1=first, trans2=second, beta=beta)
        for gemm, out in zip((original, replaced), outs, strict=True)
    ]
    np.testing.assert_allclose(results[0], results[1], rtol=1e-5)
    np.testing.assert_allclose(outs[0], outs[1], rtol=1e-5)
    assert results[1].dtype == results[0].dtype
    without = [gemm(one, other, trans1=first, trans2=second, beta=0.0) for gemm in (original, replaced)]
    np.testing.assert_allclose(without[0], without[1], rtol=1e-5)


def test_only_the_module_itself_is_left_out() -> None:
    assert contents.is_replaced(("blis/py.cpython-311-x86_64-linux-gnu.so", "/x", "EXTENSION"))
    assert contents.is_replaced(("blis\\py.cp313-win_amd64.pyd", "x", "EXTENSION"))
    assert not contents.is_replaced(("blis/cy.cpython-311-x86_64-linux-gnu.so", "/x", "EXTENSION"))
    assert not contents.is_replaced(("blis.libs/py.so", "/x", "BINARY"))


def test_the_driver_of_postgresql_and_asyncio_start_without_pythons_tls(tmp_path: Path) -> None:
    shutil.copy(FOLDER / contents.REPLACED_MODULES["ssl"], tmp_path / "ssl.py")
    words = "import asyncio, ssl, http.client, psycopg; print(ssl.__file__, psycopg.pq.__impl__)"
    command = [sys.executable, "-c", words]
    pytest.importorskip("psycopg")
    done = subprocess.run(
        command, check=True, capture_output=True, text=True, env={**os.environ, "PYTHONPATH": str(tmp_path)}
    )
    assert done.stdout.split()[0] == str(tmp_path / "ssl.py")
