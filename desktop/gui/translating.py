"""The language of the window: English in the source, others by translation file."""

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator
from PySide6.QtGui import QKeySequence

from desktop.gui.paths import RESOURCES

FOLDER = RESOURCES / "translations"


def language_of(choice: str) -> str:
    """The window's language as two letters: the chosen one, else the first of the system's that we have."""
    if choice:
        return choice
    for wanted in QLocale.system().uiLanguages():
        if (FOLDER / f"lesart_{wanted[:2]}.qm").exists():
            return wanted[:2]
    return "en"


def install(app: QCoreApplication, language: str) -> list[QTranslator]:
    """Load our texts and Qt's own for `language`; what is returned is needed as long as that is to hold."""
    QLocale.setDefault(QLocale(language) if QLocale.system().name()[:2] != language else QLocale.system())
    places = [(f"lesart_{language}", str(FOLDER))]
    places.append((f"qtbase_{language}", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)))
    loaded: list[QTranslator] = []
    for name, folder in places:
        translator = QTranslator(app)
        if translator.load(name, folder):
            app.installTranslator(translator)
            loaded.append(translator)
    return loaded


def worded(words: Mapping[str, str], language: str) -> str:
    """The wording for `language` of something that is worded by language, else English, else any."""
    return words.get(language) or words.get("en") or next(iter(words.values()), "")


def native(key: str) -> str:
    """A key's name as this platform and language write it."""
    return QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText) or key


def number(value: int) -> str:
    """A number as the window's language writes it: 100,000 or 100.000."""
    return QLocale().toString(value)
