"""What the model nearly suggested, by V: another reading of a suggestion, or a name without one."""

from collections.abc import Callable
from typing import Any

import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from desktop.gui.article_view import voice
from desktop.gui.article_view.emphasis import drafts
from desktop.gui.article_view.hand import Edge, Selection
from desktop.gui.article_view.hints import jumps
from desktop.gui.article_view.offers import Offers
from desktop.gui.article_view.speech import spoken
from desktop.gui.article_view.view import ArticleView
from desktop.gui.bindings import Bindings
from desktop.gui.commands import AddSpan, Correct, Reject
from store.values import PredictedSpan, Rejection, Zone

TEXT = "Der Stadtrat Tobias Krämer lobte die Nordwind Energie in Görlitz. Henrike Sand schwieg in Zittau."


def variant(words: str, label: str, score: float) -> PredictedSpan:
    start = TEXT.index(words)
    return PredictedSpan(start, start + len(words), label, score=score)


VARIANTS = (
    variant("Stadtrat Tobias Krämer", "PER", 0.6),
    variant("Tobias Krämer", "PER", 0.3),
    variant("Tobias Krämer", "ORG", 0.08),
    variant("Nordwind", "ORG", 0.2),
    variant("Nordwind Energie", "ORG", 0.4),
    variant("Henrike Sand", "PER", 0.3),
    variant("Zittau", "LOC", 0.06),
)


@pytest.fixture
def open_desk(view: ArticleView, desk: Callable[[Any], Any], make: Any) -> Any:
    """One suggestion with two other readings, and three names that were nearly suggested."""
    found = desk(
        make.page(
            TEXT,
            suggestions=(
                make.suggested(TEXT, 11, "Stadtrat Tobias Krämer"),
                make.suggested(TEXT, 12, "Görlitz", "LOC"),
            ),
        )
    )
    view.set_variants(found.page.article.id, VARIANTS)
    return found


def press(view: ArticleView, *keys: Any) -> None:
    for key in keys:
        QTest.keyClick(view, key)


def in_hand(view: ArticleView) -> tuple[str, str | None]:
    focus = view.hand.focus
    assert isinstance(focus, Edge | Selection)
    return TEXT[focus.start : focus.end], focus.label


def test_v_goes_through_the_readings_of_a_suggestion_likeliest_first_and_round(
    view: ArticleView, open_desk: Any
) -> None:
    press(view, Qt.Key.Key_Tab, "v")
    assert in_hand(view) == ("Tobias Krämer", "PER")
    press(view, "v")
    assert in_hand(view) == ("Tobias Krämer", "ORG")
    press(view, "v")
    assert view.hand.thing == view.hand.focus
    assert open_desk.asked == []


def test_whatever_comes_next_commits_the_reading(view: ArticleView, open_desk: Any) -> None:
    press(view, Qt.Key.Key_Tab, "v", "v", Qt.Key.Key_Tab)
    start = TEXT.index("Tobias")
    assert open_desk.asked == [Correct(11, start, start + len("Tobias Krämer"), "ORG")]
    assert view.hand.thing is not None
    assert view.hand.thing.id == 12


def test_esc_drops_the_reading_and_enter_takes_it(view: ArticleView, open_desk: Any) -> None:
    start, end = TEXT.index("Tobias"), TEXT.index(" lobte")
    press(view, Qt.Key.Key_Tab, "v", Qt.Key.Key_Escape)
    assert view.hand.thing == view.hand.focus
    assert open_desk.asked == []
    press(view, "v", Qt.Key.Key_Return)
    assert open_desk.asked == [Correct(11, start, end, "PER")]
    assert view.hand.thing is not None
    assert view.hand.thing.id == 12


def test_a_reading_is_refused_with_its_suggestion(view: ArticleView, open_desk: Any) -> None:
    press(view, Qt.Key.Key_Tab, "v", "x")
    assert open_desk.asked == [Reject(11)]


def test_without_a_suggestion_in_hand_v_goes_to_the_next_name(view: ArticleView, open_desk: Any) -> None:
    press(view, "v")
    assert in_hand(view) == ("Nordwind Energie", "ORG")
    press(view, "v")
    assert in_hand(view) == ("Henrike Sand", "PER")
    assert open_desk.asked == []
    press(view, Qt.Key.Key_Return)
    start = TEXT.index("Henrike")
    assert open_desk.asked == [AddSpan(start, start + len("Henrike Sand"), "PER")]
    press(view, "v")
    assert in_hand(view) == ("Nordwind Energie", "ORG")


def test_a_name_is_only_made_by_enter_or_a_digit(view: ArticleView, open_desk: Any) -> None:
    press(view, "v", Qt.Key.Key_Tab)
    assert open_desk.asked == []
    press(view, Qt.Key.Key_Home, "v", "3")
    assert [it.label for it in open_desk.asked] == ["LOC"]


def test_what_was_refused_and_what_is_out_of_scope_is_not_offered(
    view: ArticleView, desk: Callable[[Any], Any], make: Any
) -> None:
    nordwind = make.range(TEXT, "Nordwind Energie")
    page = replace(make.page(TEXT), rejections=(Rejection(*nordwind, "ORG"),))
    noticed: list[str] = []
    view.noticed.connect(noticed.append)
    found = desk(replace(page, zones=(Zone(1, TEXT.index("Henrike"), len(TEXT), "about", False, "rule"),)))
    view.set_variants(found.page.article.id, VARIANTS[4:])
    press(view, "v")
    assert noticed == ["no_variant"]


def test_what_comes_for_an_article_that_is_closed_is_dropped(view: ArticleView, open_desk: Any) -> None:
    view.set_variants(open_desk.page.article.id + 1, ())
    press(view, "v")
    assert in_hand(view) == ("Nordwind Energie", "ORG")


def test_a_letter_beside_its_first_word_takes_a_name_whole(view: ArticleView, open_desk: Any) -> None:
    scene = view.canvas.scene
    assert scene is not None
    places = jumps(scene, (0, len(TEXT)), words=True).places
    words = {TEXT[it.start : it.end]: it.letters for it in places}
    assert {"Nordwind Energie", "Energie", "Henrike Sand", "Sand", "Zittau"} <= set(words)
    QTest.keyClick(view, "j", Qt.KeyboardModifier.ShiftModifier)
    press(view, words["Henrike Sand"].lower())
    assert in_hand(view) == ("Henrike Sand", "PER")


def test_what_is_drafted_is_drawn_and_said(view: ArticleView, open_desk: Any) -> None:
    press(view, Qt.Key.Key_Tab, "v", "v")
    scene = view.canvas.scene
    assert scene is not None
    assert [(TEXT[it.start : it.end], it.label) for it in drafts(scene, view.hand)] == [
        ("Tobias Krämer", "ORG")
    ]
    assert spoken(scene, view.hand) == "ORG, suggestion, Tobias Krämer"


def test_a_name_is_announced_with_what_it_would_be(
    view: ArticleView, open_desk: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    heard: list[str] = []
    monkeypatch.setattr(voice, "announce", lambda _, words: heard.append(words))
    press(view, "v")
    assert heard[-1] == "ORG, suggestion, Nordwind Energie"


def test_the_menu_of_a_suggestion_offers_another_reading_where_there_is_one(
    view: ArticleView, open_desk: Any
) -> None:
    scene = view.canvas.scene
    assert scene is not None
    offered: list[bool] = []
    for _ in range(2):
        press(view, Qt.Key.Key_Tab)
        groups = Offers(scene, view.hand, Bindings()).menu()
        offered.append(any(it.action == "variant" for group in groups for it in group))
    assert offered == [True, False]
