"""The sample corpus is what a newcomer sees first: complete, exact, something to show for every feature."""

import re
import tomllib
import unicodedata
from collections import Counter
from datetime import date
from importlib.resources import files
from typing import Any
from urllib.parse import urlsplit

import msgspec
import pytest

from store.vocabulary import TopicKind, choices

SAMPLES = files("resources") / "samples"
ARTICLES: list[dict[str, str]] = [
    msgspec.json.decode(line) for line in (SAMPLES / "articles.jsonl").read_bytes().splitlines()
]
TOPICS: list[dict[str, Any]] = tomllib.loads((SAMPLES / "topics.toml").read_text(encoding="utf-8"))["topic"]
SCRIPTS = {
    "de": "LATIN",
    "en": "LATIN",
    "ar": "ARABIC",
    "ru": "CYRILLIC",
    "th": "THAI",
    "zh-Hans": "CJK",
    "ja": "CJK",
}
BOILERPLATE = {
    "byline": r"^(Von|By) [A-Z]",
    "dateline": r"^[A-ZÜ/]{5,} .*– ",
    "category line": r"^(Ressort|Themen|Categories|Рубрика|分类): ?",
    "disclaimer": r"keine Gewähr|不对其内容作任何保证|保証するものではありません",
    "about block": r"^(Über|About) ",
}
TAKEN_UP = {
    "windpark-hohenried": r"Windpark|Hohenried wind farm|ホーエンリート|โฮเฮนรีด",
    "mindestlohn-15": r"15 Euro",
    "velorien-eu": r"Velorien|Veloria|فيلوريا|Велори",
    "zukunftsfonds": r"Zukunftsfonds|未来基金",
    "kollektivstrafen": r"Kollektivstrafe|Südkurve",
    "regierung-brandtner": r"Brandtner",
}


def text(article: dict[str, str]) -> str:
    return "\n\n".join((article["headline"], article["lead"], article["body"]))


def named(article: dict[str, str]) -> str:
    return article["key"]


@pytest.fixture(params=ARTICLES, ids=named)
def article(request: pytest.FixtureRequest) -> dict[str, str]:
    return request.param


def test_every_article_has_its_metadata(article: dict[str, str]) -> None:
    required = {"key", "headline", "lead", "body", "outlet", "date", "url", "language", "rights"}
    assert required <= article.keys() <= required | {"author"}
    assert all(value == value.strip() != "" for value in article.values())
    assert date.fromisoformat(article["date"]).year == 2025
    assert article["rights"] == "CC0 1.0"


def test_addresses_lead_nowhere(article: dict[str, str]) -> None:
    addresses = [article["url"], *re.findall(r"https?://[^\s)）]+", article["body"])]
    assert all(urlsplit(address).netloc.endswith(".example") for address in addresses)


def test_every_text_is_nfc_and_in_its_own_script(article: dict[str, str]) -> None:
    whole = text(article)
    assert unicodedata.is_normalized("NFC", whole)
    letters = [unicodedata.name(character) for character in whole if character.isalpha()]
    kana = ("HIRAGANA", "KATAKANA") if article["language"] == "ja" else ()
    own = sum(name.startswith((SCRIPTS[article["language"]], *kana)) for name in letters)
    assert own / len(letters) > 0.85


def test_keys_and_texts_are_unique_and_languages_are_spread() -> None:
    assert len({article["key"] for article in ARTICLES}) == len(ARTICLES)
    assert len({text(article) for article in ARTICLES}) == len(ARTICLES)
    spread = Counter(article["language"] for article in ARTICLES)
    assert spread == {"de": 8, "en": 2, "ar": 1, "ja": 1, "ru": 1, "th": 1, "zh-Hans": 1}


@pytest.mark.parametrize("article", [a for a in ARTICLES if a["language"] == "de"], ids=named)
def test_german_articles_quote_people_in_closed_quotation_marks(article: dict[str, str]) -> None:
    whole = text(article)
    assert 250 <= len(article["body"].split()) <= 450
    assert whole.count("„") == whole.count("“")
    assert whole.count("»") == whole.count("«")
    assert whole.count("„") + whole.count("»") >= 2


@pytest.mark.parametrize("line", BOILERPLATE.values(), ids=BOILERPLATE)
def test_boilerplate_of_every_kind_is_there_to_be_dimmed(line: str) -> None:
    pattern = re.compile(line, re.MULTILINE)
    assert sum(bool(pattern.search(article["body"])) for article in ARTICLES) >= 2


def test_the_corpus_holds_what_breaks_offsets() -> None:
    whole = "".join(map(text, ARTICLES))
    assert "\u00a0" in whole, "no-break space"
    assert "\u200d" in whole, "joined emoji"
    assert any(ord(character) > 0xFFFF for character in whole), "two UTF-16 units for one code point"
    assert any(unicodedata.bidirectional(character) == "AL" for character in whole), "right to left"
    assert any(unicodedata.combining(character) for character in whole), "combining marks"


def test_topics_have_digits_kinds_and_wordings() -> None:
    assert [topic["digit"] for topic in TOPICS] == list(range(1, len(TOPICS) + 1))
    assert {topic["kind"] for topic in TOPICS} == set(choices(TopicKind))
    assert all(topic["wording"].keys() == {"de", "en"} and topic["definition"].strip() for topic in TOPICS)


@pytest.mark.parametrize("topic", TOPICS, ids=lambda topic: topic["key"])
def test_several_articles_take_up_each_topic(topic: dict[str, Any]) -> None:
    pattern = re.compile(TAKEN_UP[topic["key"]])
    assert sum(bool(pattern.search(text(article).replace("\u00a0", " "))) for article in ARTICLES) >= 2
