"""Where this person's own models lie: never in the program's folder."""

from pathlib import Path

import platformdirs


def models_folder() -> Path:
    """The folder for models that were trained here. It need not exist."""
    return platformdirs.user_data_path("lesart", appauthor=False) / "models"
