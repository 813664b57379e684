import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.nlp import segmentation

LANGUAGES = st.sampled_from([None, "de", "en", "fr", "th", "ja", "ko", "zh-Hans", "ar"])
PIECES = st.sampled_from(
    [
        "Putin",
        "’s",
        "z. B. ",
        "8. Mai",
        "https://a.de/x).",
        "a@b.de",
        "プーチン",
        "한국",
        "ก็เป็น",
        "é",
        "👨\u200d👩\u200d👧",
        "🇩🇪🇫",
        "1️⃣",
        "\r\n",
        "\u2028",
        "\xa0",
        "\u200b",
        " ",
        "“",
        "。",
        "…",
        "-",
        "__",
        "U.S.",
        "́",
        "صلى",
        'צה"ל',
        "6.500",
    ]
)
TEXTS = st.lists(PIECES | st.text(max_size=6), max_size=12).map("".join)


def words(text: str, language: str | None = None) -> list[str]:
    return [text[start:end] for start, end in segmentation.tokens(text, language)]


def sentences(text: str, language: str | None = None) -> list[str]:
    return [text[start:end] for start, end in segmentation.sentences(text, language)]


@given(TEXTS, LANGUAGES)
def test_every_visible_character_is_in_exactly_one_token(text: str, language: str | None) -> None:
    covered = [i for start, end in segmentation.tokens(text, language) for i in range(start, end)]
    assert covered == [i for i, c in enumerate(text) if not c.isspace()]


@given(TEXTS, LANGUAGES)
def test_sentences_are_sorted_disjoint_and_cover_every_visible_character(
    text: str, language: str | None
) -> None:
    found = segmentation.sentences(text, language)
    assert all(left[1] <= right[0] for left, right in itertools.pairwise(found))
    covered = {i for start, end in found for i in range(start, end)}
    assert covered >= {i for i, c in enumerate(text) if not c.isspace()}
    for start, end in found:
        assert text[start:end] == text[start:end].strip() != ""


@given(TEXTS, LANGUAGES)
def test_a_line_end_always_ends_a_sentence(text: str, language: str | None) -> None:
    assert all(len(sentence.splitlines()) == 1 for sentence in sentences(text, language))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Moskau-dominierten", ["Moskau", "-", "dominierten"]),
        ("6.500 Medien, 2,5 %", ["6.500", "Medien", ",", "2,5", "%"]),
        ("(https://www.seaprwire.com/)", ["(", "https://www.seaprwire.com/", ")"]),
        ("an a.b@c-d.de.", ["an", "a.b@c-d.de", "."]),
        ("U.S. und z.B. G20", ["U.S.", "und", "z.B.", "G20"]),
        ("Putin's O'Neill don’t", ["Putin", "'s", "O'Neill", "don’t"]),
        ("“Ja”, sagte er.", ["“", "Ja", "”", ",", "sagte", "er", "."]),
        ("Bundes\u00adkanzler", ["Bundes\u00adkanzler"]),
        ("cafe\u0301s", ["cafe\u0301s"]),
        ("हिन्दी और", ["हिन्दी", "और"]),
        ('צה"ל אמר', ['צה"ל', "אמר"]),
        ("السلام عليكم؟", ["السلام", "عليكم", "؟"]),
        ("プーチン氏", ["プ", "ー", "チ", "ン", "氏"]),
        ("한국의", ["한", "국", "의"]),
        ("เป็นไทย", ["เป็", "น", "ไท", "ย"]),
        ("👨‍👩‍👧👍🏽🇩🇪🇫🇷1️⃣❤️", ["👨‍👩‍👧", "👍🏽", "🇩🇪", "🇫🇷", "1️⃣", "❤️"]),
        ("x_y #Tag", ["x", "_", "y", "#", "Tag"]),
    ],
)
def test_tokens_are_what_an_annotator_wants_to_pick(text: str, expected: list[str]) -> None:
    assert words(text) == expected


def test_elided_articles_stand_alone_in_french_but_not_in_german() -> None:
    assert words("L'homme d’Emmanuel", "fr") == ["L'", "homme", "d’", "Emmanuel"]
    assert words("Grimm'sche", "de") == ["Grimm'sche"]


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        (
            "de",
            "Am 8. Mai sprach Dr. Muster z. B. mit A. Bauer. Er ging.",
            ["Am 8. Mai sprach Dr. Muster z. B. mit A. Bauer.", "Er ging."],
        ),
        ("de", "Er sagte: „Gut.“ Dann ging er.", ["Er sagte: „Gut.“", "Dann ging er."]),
        ("de", "„Komm!“ rief er. „Nein.“", ["„Komm!“ rief er.", "„Nein.“"]),
        (
            "de",
            "Es waren 12. Die meisten gingen 2020. Moskau schwieg.",
            ["Es waren 12.", "Die meisten gingen 2020.", "Moskau schwieg."],
        ),
        ("de", "Nach Nr. 5 kam Nr. Alle lachten.", ["Nach Nr. 5 kam Nr.", "Alle lachten."]),
        (
            "de",
            "Ludwig XIV. regierte. Der 1. FC Köln siegte.",
            ["Ludwig XIV. regierte.", "Der 1. FC Köln siegte."],
        ),
        ("en", "Mr. Smith met U.S. President Biden. Yes!", ["Mr. Smith met U.S. President Biden.", "Yes!"]),
        ("en", "He lives in the U.S. The end.", ["He lives in the U.S.", "The end."]),
        (
            "en",
            'She said "No." He left at 5 p.m. It rained.',
            ['She said "No."', "He left at 5 p.m.", "It rained."],
        ),
        (
            "ja",
            "首相は言った。「はい。」彼は去った！本当？",
            ["首相は言った。", "「はい。」", "彼は去った！", "本当？"],
        ),
        ("zh-Hans", "他走了。她问：“谁？”没有回答。", ["他走了。", "她问：“谁？”", "没有回答。"]),
        ("ar", "هل ذهب؟ نعم. ذهب الرئيس.", ["هل ذهب؟", "نعم.", "ذهب الرئيس."]),
        ("hi", "वह गया। वह आया।", ["वह गया।", "वह आया।"]),
        ("ru", "Это было в 1990 г. в Москве. Он ушёл.", ["Это было в 1990 г. в Москве.", "Он ушёл."]),
        ("fr", "M. Macron est venu. Il a parlé.", ["M. Macron est venu.", "Il a parlé."]),
        (None, "Dr. Muster ging.\nSie blieb", ["Dr. Muster ging.", "Sie blieb"]),
    ],
)
def test_sentences(language: str | None, text: str, expected: list[str]) -> None:
    assert sentences(text, language) == expected


def test_thai_sentences_end_at_spaces_between_long_stretches_but_not_inside_a_name() -> None:
    first = "นายกรัฐมนตรีอาร์เมเนียเยือนกรุงมอสโกเมื่อวันพุธที่ผ่านมา"
    second = "และพบกับประธานาธิบดีรัสเซีย วลาดิมีร์ ปูติน"
    assert sentences(f"{first} {second}", "th") == [first, second]


def test_the_seed_article_gives_its_paragraphs_and_no_border_inside_quotations(seed_text: str) -> None:
    found = sentences(seed_text, "de")
    assert "Der Kreml-Sprecher Dmitri Peskow räumte am Dienstag ein, dass" in found[13]
    assert len(found) == 19
