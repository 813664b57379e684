"""How the window puts things: dates that nobody reads with day and month exchanged."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QLocale

from desktop.gui.wording import language_name, long_date, short_date


@pytest.fixture
def locale(request: pytest.FixtureRequest) -> Iterator[None]:
    """The window in a country's language."""
    before = QLocale()
    QLocale.setDefault(QLocale(request.param))
    yield
    QLocale.setDefault(before)


@pytest.mark.parametrize("locale", ["en_US", "en_GB"], indirect=True)
@pytest.mark.usefixtures("locale")
def test_english_dates_name_the_month_after_the_day_in_every_country() -> None:
    assert short_date("2025-10-09T08:00:00") == "9 Oct 2025"
    assert long_date("2025-10-09") == "9 October 2025"


@pytest.mark.parametrize("locale", ["de_DE", "de_AT"], indirect=True)
@pytest.mark.usefixtures("locale")
def test_german_dates_name_the_month() -> None:
    assert short_date("2025-10-09") == "9. Okt. 2025"
    assert long_date("2025-10-09") == "9. Oktober 2025"


def test_what_is_no_date_stays_as_it_is() -> None:
    assert (short_date("last week"), short_date(None), long_date("")) == ("last week", "", "")


def test_a_language_is_named_without_the_country_that_nobody_named() -> None:
    assert [language_name(code) for code in ("de", "en", "es", "zh")] == [
        "Deutsch",
        "English",
        "español",
        "中文",
    ]
    assert language_name("en-GB") == "British English"
    assert language_name("tlh-x") == "tlh-x"
