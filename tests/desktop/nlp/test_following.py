from typing import Any

from desktop.nlp.following import following
from store.values import Article, ArticlePage, Evidence, Memo, Rejection, Span, Suggestion, Withheld

TEXT = "Weißwasser plant. In Weißwasser tagt der Rat, Weißwassers Rat. Der Weißwasser-Plan."


def page(text: str, **fields: Any) -> ArticlePage:
    article = Article(1, "a", "", "de", None, None, None, None, None, None, None, "", {}, text)
    empty: dict[str, Any] = dict.fromkeys(
        ("zones", "spans", "suggestions", "rejections", "stances", "comments"), ()
    )
    return ArticlePage(**{"article": article, "set": None, "predicted": True, **empty, **fields})


def place(text: str, word: str, nth: int = 0) -> tuple[int, int]:
    start = -1
    for _ in range(nth + 1):
        start = text.index(word, start + 1)
    return start, start + len(word)


def own(text: str, word: str, label: str | None, nth: int = 0) -> Span:
    start, end = place(text, word, nth)
    return Span(start + 1000, start, end, label)


def offered(text: str, word: str, label: str, nth: int = 0, **fields: Any) -> Suggestion:
    start, end = place(text, word, nth)
    return Suggestion((start + 1,), start, end, label, "plain", 0.9, ("m",), **fields)


def words(text: str, memo: Memo) -> tuple[list[tuple[str, str]], list[tuple[str, str]]]:
    return (
        [(text[it.start : it.end], it.label) for it in memo.recalled],
        [(text[it.start : it.end], it.label) for it in memo.withheld],
    )


def test_a_name_that_was_marked_is_suggested_wherever_it_stands_again() -> None:
    shown = page(TEXT, spans=(own(TEXT, "Weißwasser", "LOC"),))
    memo = following(shown, ["Weißwasser"], "de")
    assert words(TEXT, memo) == ([("Weißwasser", "LOC"), ("Weißwassers", "LOC")], [])
    assert {it.evidence for it in memo.recalled} == {Evidence(1, here=True)}


def test_a_corrected_label_goes_over_to_the_other_mentions() -> None:
    shown = page(
        TEXT,
        spans=(own(TEXT, "Weißwasser", "ORG"),),
        suggestions=(offered(TEXT, "Weißwasser", "LOC", 1), offered(TEXT, "Weißwassers", "ORG")),
    )
    found, kept_back = words(TEXT, following(shown, ["Weißwasser"], "de"))
    assert found == [("Weißwasser", "ORG")]
    assert kept_back == [("Weißwasser", "LOC")]


def test_what_was_refused_is_kept_back_elsewhere() -> None:
    text = "Am Montag kam er, am Montag ging er, Montags nicht."
    shown = page(
        text,
        rejections=(Rejection(*place(text, "Montag"), "LOC"),),
        suggestions=(offered(text, "Montag", "LOC", 1),),
    )
    assert words(text, following(shown, ["Montag"], "de")) == ([], [("Montag", "LOC")])


def test_what_follows_comes_back_where_it_had_been_kept_back() -> None:
    shown = page(
        TEXT,
        spans=(own(TEXT, "Weißwasser", "LOC"),),
        withheld=(Withheld(*place(TEXT, "Weißwasser", 1), "LOC"),),
    )
    memo = following(shown, ["Weißwasser"], "de")
    assert memo.released == (Withheld(*place(TEXT, "Weißwasser", 1), "LOC"),)
    assert words(TEXT, memo)[0] == [("Weißwassers", "LOC")]


def test_what_was_read_before_the_place_of_a_decision_stays_as_it_is() -> None:
    first, third = offered(TEXT, "Weißwasser", "LOC"), offered(TEXT, "Weißwassers", "LOC")
    shown = page(TEXT, spans=(own(TEXT, "Weißwasser", "ORG", 1),), suggestions=(first, third))
    since = place(TEXT, "Weißwasser", 1)[0]
    memo = following(shown, ["Weißwasser"], "de", since=since)
    assert words(TEXT, memo) == ([("Weißwassers", "ORG")], [("Weißwassers", "LOC")])
    bare = page(TEXT, spans=(own(TEXT, "Weißwasser", "ORG", 1),))
    assert words(TEXT, following(bare, ["Weißwasser"], "de", since=since))[0] == [
        ("Weißwasser", "ORG"),
        ("Weißwassers", "ORG"),
    ]


def test_a_full_name_speaks_for_its_surname() -> None:
    text = "Tobias Krämer kam. Krämer ging, Krämers Hut auch."
    shown = page(
        text, spans=(own(text, "Tobias Krämer", "PER"),), suggestions=(offered(text, "Krämer", "LOC", 1),)
    )
    found, kept_back = words(text, following(shown, ["Tobias Krämer"], "de"))
    assert found == [("Krämer", "PER"), ("Krämers", "PER")]
    assert kept_back == [("Krämer", "LOC")]


def test_moved_edges_go_over_to_the_same_words_elsewhere() -> None:
    text = "Stadtrat Tobias Krämer sprach. Stadtrat Tobias Krämer schwieg."
    shown = page(
        text,
        spans=(own(text, "Tobias Krämer", "PER"),),
        suggestions=(offered(text, "Stadtrat Tobias Krämer", "PER", 1),),
    )
    memo = following(shown, ["Tobias Krämer"], "de", "Stadtrat Tobias Krämer")
    assert words(text, memo) == ([("Tobias Krämer", "PER")], [("Stadtrat Tobias Krämer", "PER")])
    assert following(shown, ["Tobias Krämer"], "de").is_empty


def test_nothing_follows_from_decisions_that_disagree() -> None:
    shown = page(TEXT, spans=(own(TEXT, "Weißwasser", "LOC"), own(TEXT, "Weißwasser", "ORG", 1)))
    assert following(shown, ["Weißwasser"], "de").is_empty


def test_a_name_taken_back_takes_what_followed_from_it_and_nothing_else() -> None:
    followed = offered(TEXT, "Weißwasser", "LOC", 1, evidence=Evidence(1, here=True))
    shown = page(
        TEXT,
        suggestions=(
            Suggestion(
                **{
                    **{name: getattr(followed, name) for name in followed.__struct_fields__},
                    "models": ("memory",),
                }
            ),
            offered(TEXT, "Weißwassers", "LOC"),
        ),
    )
    assert words(TEXT, following(shown, ["Weißwasser"], "de")) == ([], [("Weißwasser", "LOC")])


def test_words_written_small_are_no_names_by_themselves() -> None:
    text = "grün und grün"
    assert following(page(text, spans=(own(text, "grün", "ORG"),)), ["grün"], "de").is_empty
