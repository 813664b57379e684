"""Dates in words: "Wednesday, May 8, 2024 9:20 AM GMT", "8. Mai 2024, 14:30 Uhr" (pure).

A month in words leaves no doubt about which number is the day.
"""

import re
from datetime import datetime

_MONTHS = (
    "january januar janvier enero gennaio janeiro januari jänner",
    "february februar février febrero febbraio fevereiro februari feber",
    "march märz mars marzo março maart maerz",
    "april avril abril aprile",
    "may mai mayo maggio maio mei",
    "june juni juin junio giugno junho",
    "july juli juillet julio luglio julho",
    "august août agosto augustus",
    "september septembre septiembre settembre setembro",
    "october oktober octobre octubre ottobre outubro",
    "november novembre noviembre novembro",
    "december dezember décembre diciembre dicembre dezembro desember",
)
_SHORT = ("jan", "feb", "mar", "mär", "apr", "jun", "jul", "aug", "sep", "oct", "okt", "nov", "dec", "dez")
_LONG = {word: number for number, words in enumerate(_MONTHS, 1) for word in words.split()}
_NUMBERS = _LONG | {short: next(n for word, n in _LONG.items() if word.startswith(short)) for short in _SHORT}
_NAMES = "|".join(sorted(map(re.escape, _NUMBERS), key=len, reverse=True))
_DAY_FIRST = re.compile(
    rf"\b(\d{{1,2}})(?:\.|st|nd|rd|th|º|er)?\s+(?:de\s+)?({_NAMES})\.?,?\s+(?:de\s+)?(\d{{4}})\b",
    re.IGNORECASE,
)
_MONTH_FIRST = re.compile(rf"\b({_NAMES})\.?\s+(\d{{1,2}})(?:st|nd|rd|th)?,?\s+(\d{{4}})\b", re.IGNORECASE)
_TIME = re.compile(r"\b(\d{1,2}):(\d\d)(?::\d\d)?\s*([AaPp]\.?[Mm]\b)?\s*(GMT|UTC)?")


def moment_in(text: str) -> str | None:
    """The first date with a month in words, as ISO 8601, with the time behind it; else None."""
    if match := _DAY_FIRST.search(text):
        day, month, year = int(match[1]), match[2], int(match[3])
    elif match := _MONTH_FIRST.search(text):
        day, month, year = int(match[2]), match[1], int(match[3])
    else:
        return None
    try:
        found = datetime(year, _NUMBERS[month.casefold()], day)
    except ValueError:
        return None
    time = _TIME.search(text, match.end())
    if time is None or (hour := _hour(int(time[1]), time[3])) > 23 or int(time[2]) > 59:
        return found.date().isoformat()
    zone = "+00:00" if time[4] else ""
    return found.replace(hour=hour, minute=int(time[2])).isoformat(timespec="minutes") + zone


def _hour(hour: int, half: str | None) -> int:
    if not half:
        return hour
    return hour % 12 + (12 if half[0] in "pP" else 0)
