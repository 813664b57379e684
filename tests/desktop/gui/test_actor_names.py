"""Which actor the words of a text may mean."""

from desktop.gui.actor_names import likely, suggested_name
from store.values import Actor


def actor(number: int, name: str, *aliases: str) -> Actor:
    return Actor(number, f"u{number}", name, "PER", None, aliases, {})


ACTORS = (
    actor(1, "Nikol Pashinyan"),
    actor(2, "armenische Behörden"),
    actor(3, "Russland", "Kreml", "Moskau"),
    actor(4, "Wladimir Putin"),
)


def names(surface: str, **more: object) -> list[str]:
    return [it.name for it in likely(ACTORS, surface, **more)]


def test_a_name_is_known_inflected_with_an_article_and_in_part() -> None:
    assert names("Pashinyans") == ["Nikol Pashinyan"]
    assert names("Die armenischen Behörden") == ["armenische Behörden"]
    assert names("Wladimir Putin") == ["Wladimir Putin"]


def test_aliases_are_names_too() -> None:
    assert names("Der Kreml") == ["Russland"]


def test_what_the_same_words_were_linked_to_comes_first_even_if_nothing_else_says_so() -> None:
    assert names("der Gruppierung") == []
    assert names("der Gruppierung", linked={"der Gruppierung": 3}) == ["Russland"]


def test_a_new_actor_is_offered_without_article_and_line_breaks() -> None:
    assert suggested_name("Die armenischen\nBehörden") == "armenischen Behörden"
    assert suggested_name("London's") == "London"
    assert suggested_name("Die") == "Die"
