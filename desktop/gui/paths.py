"""Where the program keeps what belongs to the person, not to a project."""

from pathlib import Path

import platformdirs
from msgspec import Struct

import resources
from desktop.work.places import models_folder

RESOURCES = Path(resources.__file__).parent
"""Icons, translations, label sets and the sample corpus, as they were installed."""


class Paths(Struct, frozen=True):
    """Files of one person on one machine. None of them need exist."""

    settings: Path
    window: Path
    log: Path
    sample: Path
    documents: Path
    models: Path
    effort: Path

    @property
    def profiles(self) -> Path:
        """The folder of the person's own import profiles."""
        return self.settings.parent / "profiles"


def user_paths() -> Paths:
    """The usual places of this platform (on Linux the XDG folders)."""
    config = platformdirs.user_config_path("lesart", appauthor=False)
    return Paths(
        settings=config / "settings.toml",
        window=config / "window.ini",
        log=platformdirs.user_log_path("lesart", appauthor=False) / "lesart.log",
        sample=platformdirs.user_data_path("lesart", appauthor=False) / "sample.lesart",
        documents=platformdirs.user_documents_path(),
        models=models_folder(),
        effort=platformdirs.user_data_path("lesart", appauthor=False) / "effort",
    )


def paths_under(folder: Path) -> Paths:
    """The same files in one folder, for a program that leaves no trace."""
    return Paths(
        settings=folder / "settings.toml",
        window=folder / "window.ini",
        log=folder / "lesart.log",
        sample=folder / "sample.lesart",
        documents=folder,
        models=folder / "models",
        effort=folder / "effort",
    )
