"""Full text in every script, and where the hits are."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from store import search

TEXTS = {
    "de": "Die Gespräche in Köln endeten. Der Kreml-Sprecher war enttäuscht, Straße gesperrt.",
    "zh": "总理访问莫斯科。",
    "ja": "首相はモスクワで会談した。ガス",
    "ko": "총리는 모스크바를 방문했다.",
    "th": "นายกรัฐมนตรีเยือนมอสโก",
    "vi": "Thủ tướng thăm Mátxcơva.",
    "ru": "Премьер-министр посетил Москву.",
    "ar": "زار رئيس الوزراء موسكو.",
    "nfd": "Der E\u0301lan der Bu\u0308rger.",
}


@pytest.fixture
def ids(desk) -> dict[str, int]:
    return {key: desk.article(text, title=f"Titel {key}") for key, text in TEXTS.items()}


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("köln", {"de"}),
        ("KOLN", {"de"}),
        ("gespr", {"de"}),
        ('"gespr"', set()),
        ('"in Köln endeten"', {"de"}),
        ('"Köln in"', set()),
        ("kreml-sprecher", {"de"}),
        ("Straße", {"de"}),
        ("莫斯科", {"zh"}),
        ("总理", {"zh"}),
        ("首相", {"ja"}),
        ("モスクワ", {"ja"}),
        ("ガス", {"ja"}),
        ("모스크바", {"ko"}),
        ("มอสโก", {"th"}),
        ("thu tuong", {"vi"}),
        ("москву премьер", {"ru"}),
        ("موسكو", {"ar"}),
        ("elan burger", {"nfd"}),
        ("titel zh", {"zh"}),
        ("titel 莫斯科", {"zh"}),
        ("köln 莫斯科", set()),
        ('" - „“ "', set()),
        ("AND OR NOT NEAR(", set()),
        ("titel*", set(TEXTS)),
    ],
)
def test_a_word_is_found_in_its_script(desk, ids: dict[str, int], query: str, expected: set[str]) -> None:
    with desk.store.read() as conn:
        assert search.find(conn, query) == sorted(ids[key] for key in expected)


@given(st.text(max_size=40))
def test_no_query_is_an_error(query: str) -> None:
    statement = search.matching("sqlite", query)
    assert (statement is None) == (search.parse(query) == [])
    search.hits("Ein Text, 東京 und e\u0301.", query)


def test_a_hit_that_the_index_finds_is_found_in_the_text(desk, ids: dict[str, int]) -> None:
    for key, text in TEXTS.items():
        for word in (text[:4], text.split()[-1]):
            with desk.store.read() as conn:
                assert ids[key] in search.find(conn, word), word
            assert search.hits(text, word), word


@pytest.mark.parametrize(
    ("text", "query", "expected"),
    [
        ("Köln, köln, Kölner, Neukölln", "koln", ["Köln", "köln", "Kölner"]),
        ("Köln, Kölner", '"köln"', ["Köln"]),
        ("访问莫斯科和莫 斯科", "莫斯科", ["莫斯科", "莫 斯科"]),
        ("모스크바를", "모스크바", ["모스크바"]),
        ("E\u0301lan", "elan", ["E\u0301lan"]),
        ("👩‍👧 Ада и Ада", "ада", ["Ада", "Ада"]),
        ("foobar foo-bar foo bar", '"foo bar"', ["foo-bar", "foo bar"]),
        ("İstanbul", "istanbul", ["İstanbul"]),
        ("nichts", "etwas", []),
    ],
)
def test_hits_are_ranges_of_the_text_itself(text: str, query: str, expected: list[str]) -> None:
    assert [text[start:end] for start, end in search.hits(text, query)] == expected


def test_a_snippet_is_one_line_around_the_first_hit() -> None:
    text = "Wort\n" * 100 + "hier steht Köln geschrieben\r\n" + "Wort\n" * 100
    count, piece = search.found(text, "köln")
    assert count == 1
    assert "\n" not in piece.text
    assert len(piece.text) <= 120
    assert [piece.text[a:b] for a, b in piece.hits] == ["Köln"]
    assert search.found("kurz", "nichts") == (0, search.Snippet("kurz", ()))


def test_an_article_that_is_taken_out_is_not_found(desk, ids: dict[str, int]) -> None:
    with desk.store.write() as conn:
        search.remove(conn, [(ids["de"], "Titel de", TEXTS["de"])])
        assert search.find(conn, "köln") == []
        assert ids["zh"] in search.find(conn, "titel")
