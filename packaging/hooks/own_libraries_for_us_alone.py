"""Runs first in the frozen program: what it starts (a web browser) must not load the libraries that lie here.

PyInstaller's loader points `LD_LIBRARY_PATH` at them, for this process; the dynamic linker has read that by
now. In a worker, which is this program again, the loader does the same anew.
"""

import os
import sys

if sys.platform == "linux":
    before = os.environ.pop("LD_LIBRARY_PATH_ORIG", None)
    os.environ.pop("LD_LIBRARY_PATH", None)
    if before is not None:
        os.environ["LD_LIBRARY_PATH"] = before
    os.environ["PYINSTALLER_RESET_ENVIRONMENT"] = "1"
