"""What is loaded before the first paint, and what is never loaded."""

import subprocess
import sys

SHOW = """
import sys
from PySide6.QtWidgets import QApplication
from desktop.gui import app
from desktop.gui.paths import user_paths
qt = app._application()
program = app.compose(qt, user_paths())
program.window.show()
qt.processEvents()
heavy = ("sqlalchemy", "sqlmodel", "alembic", "spacy", "thinc", "numpy", "pycrfsuite")
heavy = (*heavy, "store.formats.register", "importlib.metadata")
loaded = [name for name in heavy if name in sys.modules]
program.close()
print(loaded)
"""


def test_the_window_is_painted_before_any_database_module_or_format_is_loaded() -> None:
    done = subprocess.run([sys.executable, "-c", SHOW], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
